"""Who cites, and what is cited: the records of reading a REF line."""

from __future__ import annotations

from typing import NamedTuple

from .ids import make_id
from .patterns import lazy

# More telegrams than any post has sent in a year: a number above is misprinted, whatever its year.
_MOST = 400_000
_FEW = 10_000
_DWARFED = 10
_DIGITS = lazy(r"\d+")


class Cited(NamedTuple):
    """A telegram named at `start` of the text; `id` is None where its year cannot be told, or for the citing one."""

    start: int
    post: str
    number: int
    id: str | None


class Citing(NamedTuple):
    """What must be known of the telegram that cites: year, compact post and number of its own, and its addressees."""

    year: int | None = None
    post: str | None = None
    number: int | None = None
    addressees: tuple[str, ...] = ()

    def dwarfed_by(self, number: int, place: str | None) -> bool:
        """Whether a number without a post is far beyond those of the citing post, and so of Washington's."""
        own = self.number
        return place == self.post and own is not None and number > max(_FEW, own * _DWARFED)

    def id_of(self, place: str, number: int, year: int | None) -> str | None:
        """The id of a telegram cited with a year or without one; None where that is unknown, and for the citing one.

        Without a year it is the year of the citing telegram; but a post cannot cite a number that it has not reached,
        so a higher number of the same post is of the year before.
        """
        if year is None:
            if self.year is None:
                return None
            ahead = place == self.post and self.number is not None and self.number < number <= _MOST
            year = self.year - ahead
        if (place, number, year) == (self.post, self.number, self.year):
            return None
        return make_id(year, place, number)

    def other_of(self, identifier: str, text: str) -> str | None:
        """The id in the citing year of what `id_of` took for one of the year before; None where a year is printed."""
        if self.year is None or self.post is None or self.number is None:
            return None
        before = f"{(self.year - 1) % 100:02}"
        if not identifier.startswith(before):
            return None
        number = identifier.removeprefix(make_id(self.year - 1, self.post, 0)[:-1])
        if number == identifier or not number.isdecimal() or int(number) <= self.number:
            return None
        years = (before, str(self.year - 1))
        printed = any(digits in years for digits in _DIGITS.findall(text.upper().replace("O", "0")))
        return None if printed else make_id(self.year, self.post, int(number))
