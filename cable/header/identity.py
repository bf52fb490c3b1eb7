"""The id of a telegram: what its own message reference number proves, with year and page as witnesses."""

from __future__ import annotations

from datetime import datetime

from ..ids import canonical_id, full_year, make_id
from ..patterns import lazy
from ..vocabulary.posts import aliases, by_compact, compact, post

_ANY_YEAR = 2000
# The DE line has the last four digits of the number.
_CUT_TO = 10_000
_NUMBER = lazy(r"\d+\Z")

Witnesses = tuple[str | None, str | None, int | None]
"""Ids that stand around a telegram, on its page and in the name of its file, and the serial of its DE line."""


def identify(
    place: str | None, number: int | None, sender: str | None, date: datetime | None, witnesses: Witnesses
) -> str | None:
    """The canonical id, from the post and number of the classification line, the originator's post and the date.

    The number in the text is believed before any witness, if the DE line does not disprove it. A witness gives the year
    where the text has no date, decides between two years at their turn, and stands in for a number that is missing.
    """
    on_page, in_name, serial = witnesses
    number = _proved(number, serial)
    own = _own(place, number, sender, date, serial) if place and number else None
    # Mostly the witnesses say at once what the text says.
    if date and own and (own == on_page or (own == in_name and on_page is None)):
        return own
    if own and not on_page and not in_name:
        return own if date else None
    page = canonical_id(on_page) if on_page else None
    name = canonical_id(in_name) if in_name else None
    if own is None:
        return page or name
    for witness in filter(None, (page, name)):
        near = date is None or abs(full_year(int(witness[:2])) - date.year) <= 1
        if near and (witness[2:] == own[2:] or _disproved(own, witness, serial)):
            return witness
    return own if date else page


def is_garbled(place: str) -> bool:
    """Whether a printed post is neither a known name nor a known other spelling of one."""
    return compact(place) not in by_compact() and compact(place) not in aliases()


def number_of(id_: str) -> int:
    """The number in a canonical id."""
    found = _NUMBER.search(id_)
    return int(found[0]) if found else 0


def _proved(number: int | None, serial: int | None) -> int | None:
    """The number as printed, or the DE line's serial where only its last digits are left: `21` below `#1021`."""
    if number and serial and number < _CUT_TO // 10 <= serial and str(serial).endswith(str(number)):
        return serial
    return number


def _disproved(own: str, witness: str, serial: int | None) -> bool:
    """Whether the DE line agrees with a witness and not with the number in the text, both of one post."""
    if serial is None:
        return False
    ours, theirs = number_of(own), number_of(witness)
    same = own[2:].removesuffix(str(ours)) == witness[2:].removesuffix(str(theirs))
    return same and theirs % _CUT_TO == serial != ours % _CUT_TO


def _own(place: str, number: int, sender: str | None, date: datetime | None, serial: int | None) -> str:
    """The id that the text itself gives; any year stands in it where the text has no date."""
    proved = serial is not None and number % _CUT_TO == serial
    return make_id(date.year if date else _ANY_YEAR, _mended(place, sender, proved=proved), number)


def _mended(place: str, sender: str | None, *, proved: bool) -> str:
    """The post as printed; the originator's where the printed one is unknown and must be its, garbled.

    It must be, if the DE line proves the number to be the originator's, or if both names begin or end alike.
    """
    if sender and not post(place) and post(sender):
        found, known = compact(place), compact(sender)
        if proved or found[:2] == known[:2] or found[-3:] == known[-3:]:
            return sender
    return place
