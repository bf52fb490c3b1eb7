"""The id of a telegram: what its own message reference number proves, with year and page as witnesses."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from ..ids import canonical_id, full_year, make_id
from ..vocabulary.posts import compact, post

_ANY_YEAR = 2000


class Witnesses(NamedTuple):
    """Ids that stand around a telegram: on its page, and in the name of its file."""

    page: str | None = None
    name: str | None = None


def identify(
    place: str | None, number: int | None, sender: str | None, date: datetime | None, witnesses: Witnesses
) -> str | None:
    """The canonical id, from the post and number of the classification line, the originator's post and the date.

    The number in the text is believed before any witness. A witness gives the year where the text has no date, decides
    between two years at their turn, and stands in for a number that is missing.
    """
    if place and number and date:
        own = make_id(date.year, _mended(place, sender), number)
        # Mostly the witnesses say at once what the text says.
        if own == witnesses.page or (own == witnesses.name and witnesses.page is None):
            return own
    page = canonical_id(witnesses.page) if witnesses.page else None
    name = canonical_id(witnesses.name) if witnesses.name else None
    if place is None or not number:
        return page or name
    own = make_id(date.year if date else _ANY_YEAR, _mended(place, sender), number)
    for witness in (page, name):
        if witness and witness[2:] == own[2:] and (date is None or abs(full_year(int(witness[:2])) - date.year) <= 1):
            return witness
    return own if date else page


def _mended(place: str, sender: str | None) -> str:
    """The post as printed, or the originator's where the printed one is unknown and shares its beginning or its end."""
    if sender and post(sender) and not post(place):
        found, known = compact(place), compact(sender)
        if found[:2] == known[:2] or found[-3:] == known[-3:]:
            return sender
    return place
