"""A page of the public library of 1973-79 telegrams: site text, at times a key block, fields, then the telegram."""

from __future__ import annotations

from .facts import by_shape, labelled, lines_of, next_to_labels
from .given import Given
from .rendered import Rendered

_MARKS = ("Canonical ID", "PGP PUBLIC KEY BLOCK", "Public Library of US Diplomacy", "PUBLIC LIBRARY OF US DIPLOMACY")
_FIELDS_WITHIN = 6000


def read(given: Given) -> Rendered | None:
    """The telegram of a page with such a list of fields or such site text."""
    if given.begin is None or not any(mark in given.above for mark in _MARKS):
        return None
    lines = lines_of(given.above[-_FIELDS_WITHIN:])
    page = by_shape(lines) | labelled(lines) | next_to_labels(lines)
    return Rendered("plusd page", given.plain.part(given.begin), page)
