"""The REF line as most are: one telegram named by post and number, or several, each behind the letter that is due.

What is told here by two patterns is what `references` tells line by line and letter by letter; all else is left to it.
"""

from __future__ import annotations

from functools import partial

from .citations import PLAIN, cited_plainly
from .citing import Citing
from .model import Reference
from .patterns import lazy

# A name of words one blank apart that begin with capitals, or have a short one between: `Rio de Janeiro`. The first has
# two letters at least, so that it is no letter of an item.
_NAMED = (
    r"(?=(?:\d{2,4} )?[A-Z][A-Za-z]++(?: (?:[a-z]{2,3} )?[A-Z][A-Za-z]*+)*+ \d)"
    rf"({PLAIN})(?![^\s;,])[ \t]*+[;,]?+[ \t]*+"
)


def _lettered(group: int) -> str:
    """The pattern of a letter, at times printed twice: `A. (A)`; `group` is the number that its group has."""
    return rf"¶?+[(\[]?+([A-Z])[.)\]:][ \t]*+(?:(?<=[ \t])[(\[]?\{group}[.)\]:][ \t]*+)?+"


_ITEM = lazy(rf"\s*+(?:{_lettered(1)})?+{_NAMED}")
_GROUPS_OF_ITEM = 5
_BLANKS = r"(?:\n[ \t]*+){0,3}+"
_LINES = lazy(
    rf"[ \t]*+{_BLANKS}(?:{_lettered(1)})?+{_NAMED}"
    rf"(?:(?:\n[ \t]*+)?+{_BLANKS}{_lettered(1 + _GROUPS_OF_ITEM)}{_NAMED})*+\s*+"
)
_FIRST = "A"
_REFERENCE = partial(tuple.__new__, Reference)


def end_of(text: str, content: int, limit: int) -> int | None:
    """How far a REF line that begins at `content` is of such lines: `limit` if it is no other; None where none is."""
    found = _LINES.match(text, content, limit)
    end = found.end() if found else content
    if end == limit:
        return limit
    stop = text.rfind("\n", content, end)
    return content + len(text[content:stop].rstrip()) if stop >= 0 and not text[stop:end].strip() else None


def read(value: str, citing: Citing) -> tuple[Reference, ...] | None:
    """The references of such a REF line; None where it is no such line, or names what is no post."""
    references: list[Reference] = []
    due, position = _FIRST, 0
    while found := _ITEM.match(value, position):
        letter, text, year, name, number = found.groups()
        cite = cited_plainly(year, name, number, citing)
        if cite is None or (letter != due and (letter or references)):
            return None
        references.append(_REFERENCE((letter, text, cite.id, None)))
        due, position = chr(ord(letter) + 1) if letter else "", found.end()
    return tuple(references) if references and not value[position:].strip() else None
