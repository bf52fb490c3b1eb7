"""A print of the National Archives, 1973-79: the telegram, then a list of its attributes."""

from __future__ import annotations

from .facts import labelled, lines_of
from .given import Given
from .rendered import Rendered

_HEADING = "\nMessage Attributes"


def read(given: Given) -> Rendered | None:
    """The telegram above the attributes, and what they say."""
    if given.begin is None or _HEADING not in given.plain.text:
        return None
    end = given.plain.text.rfind(_HEADING)
    if end < given.begin:
        return None
    page = labelled(lines_of(given.plain.text[end:]))
    return Rendered("nara print", given.plain.part(given.begin, end), page)
