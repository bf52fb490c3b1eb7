"""Who cites, and what is cited: the records of reading a REF line."""

from __future__ import annotations

from typing import NamedTuple

from .ids import full_year, make_id, post_name
from .patterns import lazy

# More telegrams than any post has sent in a year: a number above is misprinted, whatever its year.
_MOST = 400_000
_FEW = 10_000
_DWARFED = 10
_JANUARY = 1
_DIGITS = lazy(r"\d+")


class Cited(NamedTuple):
    """A telegram named at `start` of the text; `id` is None where its year cannot be told, or for the citing one."""

    start: int
    post: str
    number: int
    id: str | None


class Citing(NamedTuple):
    """What must be known of the telegram that cites: year, compact post and number of its own, addressees, month."""

    year: int | None = None
    post: str | None = None
    number: int | None = None
    addressees: tuple[str, ...] = ()
    month: int | None = None

    def dwarfed_by(self, number: int, place: str | None) -> bool:
        """Whether a number without a post is far beyond those of the citing post, and so of Washington's."""
        own = self.number
        return place == self.post and own is not None and number > max(_FEW, own * _DWARFED)

    def id_of(self, place: str, number: int, year: int | None) -> str | None:
        """The id of a telegram cited with a year or without one; None where that is unknown, and for the citing one.

        Without a year it is the year of the citing telegram. A higher number of the same post may as well be of the
        year before, and in January is: `other_of` gives the year that is not taken.
        """
        if year is None:
            if self.year is None:
                return None
            year = self.year - (self.month == _JANUARY and self._is_ahead(place, number))
        if (place, number, year) == (self.post, self.number, self.year):
            return None
        return make_id(year, place, number)

    def other_of(self, identifier: str, text: str) -> str | None:
        """The id in the other of two years of what stands in `text` without one and has a number not yet reached."""
        if self.year is None or self.post is None or post_name(self.post) not in identifier:
            return None
        year = full_year(int(identifier[:2]))
        number = identifier.removeprefix(make_id(year, self.post, 0)[:-1])
        if not number.isdecimal() or not self._is_ahead(self.post, int(number)):
            return None
        years = (identifier[:2], str(year))
        printed = any(digits in years for digits in _DIGITS.findall(text.upper().replace("O", "0")))
        if printed or year not in (self.year, self.year - 1):
            return None
        return make_id(2 * self.year - 1 - year, self.post, int(number))

    def _is_ahead(self, place: str, number: int) -> bool:
        """Whether a number is one that the citing post had not reached when it cited it."""
        return place == self.post and self.number is not None and self.number < number <= _MOST
