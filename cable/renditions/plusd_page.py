"""A page of the public library of 1973-79 telegrams: site text, at times a key block, fields, then the telegram.

Saved pages hold the telegram twice, the second time with its attributes, and mostly below the words `Raw content`.
"""

from __future__ import annotations

import re

from ..patterns import lazy
from .facts import by_shape, labelled, lines_of, next_to_labels
from .given import LISTS, Given, first_line
from .nara_print import end_of_text
from .rendered import Rendered

_FIELDS_WITHIN = 6000
_AGAIN = lazy(r"\n[ \t]*Raw (?:content|source)[ \t]*\n", re.I)
_NEAR = 1500
_BELOW = lazy(r"\n[ \t]*+Metadata[ \t]*+(?=\n)")
_FIRST_PAGE = lazy(r"\n[ \t]*+PAGE[ \t]{1,8}01(?:[ \t][^\n]{3,80}|[ \t]*+\n[^\n]{3,60})(?=\n)")
_STAMPS = lazy(r"(?:\n[ \t]*+(?:CONFIDENTIAL|(?:TOP )?SECRET|LIMITED OFFICIAL USE|UNCLASSIFIED)?[ \t]*+){1,8}\Z")


def read(given: Given) -> Rendered | None:
    """The telegram of a page with such a list of fields or such site text."""
    if given.begin is None or not any(mark in given.above for mark in LISTS):
        return None
    lines = lines_of(given.above[-_FIELDS_WITHIN:])
    told = by_shape(lines)
    # What looks like an origin here is mostly an addressee: pages of this kind have senders and addressees instead.
    told.pop("origin", None)
    page = told | labelled(lines) | next_to_labels(lines)
    return Rendered("plusd page", given.plain.part(given.begin, _end(given.plain.text, given.begin)), page)


def _end(text: str, begin: int) -> int:
    """Where the telegram ends that begins at `begin`: above the second copy of it, or above its attributes."""
    again = _AGAIN.search(text, begin)
    second = first_line(text, again.end() - 1) if again else None
    if again and second is not None and second - again.end() < _NEAR:
        return again.start()
    below = _BELOW.search(text, begin)
    return _second_copy(text, begin) or end_of_text(text, begin) or (below.start() if below else len(text))


def _second_copy(text: str, begin: int) -> int | None:
    """Where a second copy begins with the line of the first page that the telegram itself has printed already."""
    page = _FIRST_PAGE.search(text, max(begin - 1, 0))
    second = text.find(page[0], page.end()) if page else -1
    if second < 0:
        return None
    stamps = _STAMPS.search(text, max(second - _NEAR, begin), second)
    return stamps.start() if stamps else second
