"""A page of the public library of 1973-79 telegrams: site text, at times a key block, fields, then the telegram.

Saved pages hold the telegram twice, the second time below the words `Raw content` and with its attributes.
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


def read(given: Given) -> Rendered | None:
    """The telegram of a page with such a list of fields or such site text."""
    if given.begin is None or not any(mark in given.above for mark in LISTS):
        return None
    lines = lines_of(given.above[-_FIELDS_WITHIN:])
    page = by_shape(lines) | labelled(lines) | next_to_labels(lines)
    return Rendered("plusd page", given.plain.part(given.begin, _end(given.plain.text, given.begin)), page)


def _end(text: str, begin: int) -> int:
    """Where the telegram ends that begins at `begin`: above the second copy of it, or above its attributes."""
    again = _AGAIN.search(text, begin)
    second = first_line(text, again.end() - 1) if again else None
    if again and second is not None and second - again.end() < _NEAR:
        return again.start()
    return end_of_text(text, begin) or len(text)
