"""A cable as a search index wants it: its header, and its text without the furniture of pages.

Nothing is parsed into blocks here. Words that follow each other in the message follow each other in the text, over line
ends and page breaks, so that a phrase is found wherever a copy broke it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .body.furniture import CAPTION_LINES, LEVEL_LINES, cuts
from .body.hyphens import Hyphens
from .header import read_said
from .mentions import cited_posts, citing_of, telegrams
from .model import Header
from .patterns import lazy
from .read import Heading
from .renditions import render

__all__ = ["Searchable", "named", "read_searchable", "search_text"]

_UNKNOWN = "unknown"
_DIGITS = bytes(each if chr(each).isdecimal() and each < 128 else 32 for each in range(256))
_MOST_DIGITS = 7
_NOT_BEFORE = frozenset('$(,:/"#+')
_WORD = lazy(r"(?<![A-Za-z])([A-Z][A-Za-z.'’]{1,24})(?:-|\s{0,3})\Z")
_YEAR = lazy(r"\d\d ?[A-Z]")
_BEFORE_NUMBERS = """
January February March April May June July August September October November December In Article
"""
_NO_POSTS = frozenset(_BEFORE_NUMBERS.split())
_LONGEST_NAME, _LONGEST_WORD, _LONGEST_YEAR = 110, 50, 8
_ODD = CAPTION_LINES | LEVEL_LINES
_SERIAL = lazy(r"\n#\d{1,5}[ \t]*\s{0,9}\Z")
_END = 20
_PRINT = "PAGE 0"
_BROKEN = lazy(r"(?<![^\s(\"'/])([A-Z]{2,})-[ \t]*\n\s*([A-Z]{2,}(?![A-Z]*[-/']))")


class Searchable(NamedTuple):
    """What is indexed of a text: its heading, and the words of its body."""

    heading: Heading
    text: str


def read_searchable(text: str, name: str | None = None) -> Searchable:
    """The heading of the cable in a text, as `read_heading` gives it, and the text of its body."""
    rendered = render(text)
    if rendered is None:
        return Searchable(Heading(None, _UNKNOWN, Header(), {}), "")
    telegram = rendered.telegram.text
    said = read_said(telegram, rendered.page, name)
    heading = Heading(said.id, rendered.rendition, said.header, rendered.page)
    return Searchable(heading, search_text(telegram, said.body_start, said.post))


def named(text: str, heading: Heading) -> list[str]:
    """The ids of the telegrams that a text of a cable names by post and number, each once, in order."""
    found: dict[str, None] = {}
    citing, posts = None, frozenset[str]()
    end = 0
    for first, last in _numbers(text):
        if first < end or not _may_name(text, first):
            continue
        if citing is None:
            citing, posts = citing_of(heading.id, heading.header), cited_posts(heading.header)
        low = max(first - _LONGEST_NAME, 0)
        start = text.find(" ", low) + 1 if low else 0
        end = last + _LONGEST_YEAR
        window = " ".join(text[start:end].split())
        found.update((each.target, None) for each in telegrams(window, citing, posts) if each.target)
    return list(found)


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of two digits to seven stand behind a name or a blank; found much faster than by a pattern."""
    digits = text.encode("ascii", "replace").translate(_DIGITS)
    end = 0
    for number in digits.split():
        first = digits.find(number, end)
        end = first + len(number)
        if 1 < len(number) <= _MOST_DIGITS and text[first - 1] not in _NOT_BEFORE and not text[end : end + 1].isalnum():
            yield first, end


def _may_name(text: str, number: int) -> bool:
    """Whether what stands before a number can be a post: a word in capitals, or a name with a year before it."""
    first = max(number - _LONGEST_WORD, 0)
    word = _WORD.search(text, first, number)
    if word is None:
        return False
    return word[1].isupper() or (word[1] not in _NO_POSTS and _YEAR.search(text, first, word.end()) is not None)


def search_text(text: str, start: int = 0, post: str | None = None) -> str:
    """`text[start:]` without page breaks, stamps and captions printed again, and with broken words made whole.

    `post` is the post of the telegram, if known. Line ends stay where they are: they part words as blanks do.
    """
    parts: list[str] = []
    position = start
    for first, last in cuts(text, start, post):
        parts.append(text[position:first])
        position = last
    parts.append(text[position:])
    shown = "".join(parts)
    lines = shown.split("\n")
    if not _ODD.isdisjoint(map(str.strip, lines)):
        shown = "\n".join([line for line in lines if line.strip() not in _ODD])
    if "#" in shown[-_END:]:
        shown = _SERIAL.sub("", shown)
    return _whole(shown) if _PRINT in text else shown


def _whole(text: str) -> str:
    """A print of the 1970s with the words made whole that its line ends broke, as its reader does."""
    lines = text.split("\n")
    capitals = sum(len(line) for line in lines if line.isupper()) * 10 > len(text) * 8
    hyphens = Hyphens.of(f"{_PRINT}\n{text}", 0) if capitals else None
    if hyphens is None:
        return text
    return _BROKEN.sub(lambda found: _joined(found, hyphens), text)


def _joined(found: re.Match[str], hyphens: Hyphens) -> str:
    return found[1] + found[2] if hyphens.breaks(f"{found[1]}-", found[2]) else found[0]
