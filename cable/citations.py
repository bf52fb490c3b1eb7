"""Telegrams named in a piece of text: year, post and number in any order that drafters used."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import NamedTuple

from .citation_words import Words, as_year
from .citing import Cited, Citing
from .patterns import lazy
from .vocabulary.posts import by_compact, compact, post

# What nearly every item is; the rest is read word by word.
PLAIN = r"(?:((?:19|20)?\d\d) )?([A-Z][A-Za-z .]{2,24}) 0{0,5}([1-9]\d{0,5})(?: \(?NOTAL\)?| AND PREVIOUS)?"
_PLAIN = lazy(PLAIN)
_AND = frozenset((",", "/", "AND", "&"))
_BEHIND_LAST = frozenset(("", ",", ";", ")", ".", "("))
_MOST_WORDS = 4
_SHORTEST_STRANGE = 4
_BUSIEST = "STATE"
_DEPARTMENT = frozenset(("DEPTEL", "DEPTELS"))
_OWN = frozenset(("EMBTEL", "EMBTELS"))
_CITED = partial(tuple.__new__, Cited)
# The items of a REF line are read one after the other.
_KEPT = 16


class _Place(NamedTuple):
    name: str
    next: int
    number: int | None


def cited(text: str, citing: Citing, place: str | None = None) -> list[Cited]:
    """The telegrams named in a text, in order; a number that stands alone is one of `place`."""
    plain = _PLAIN.fullmatch(text)
    cite = cited_plainly(plain[1], plain[2], plain[3], citing) if plain else None
    return [cite] if cite else _Reader(text, citing).read(place)


def cited_plainly(year: str | None, name: str, number: str, citing: Citing) -> Cited | None:
    """The telegram named by the groups of `PLAIN`; None where the name is of no post."""
    known = post(name)
    if known is None:
        return None
    place, serial = known.compact, int(number)
    return _CITED((0, place, serial, citing.id_of(place, serial, as_year(year) if year else None)))


@lru_cache(_KEPT)
def _places_of(addressees: tuple[str, ...]) -> frozenset[str]:
    """The places in addresses such as `AMEMBASSY LIMA`."""
    return frozenset(plad.partition(" ")[2] for plad in addressees)


class _Reader:
    """Walks over the words of a text; `used` is the first word that no telegram has taken yet."""

    def __init__(self, text: str, citing: Citing) -> None:
        self.words = Words(text)
        self.citing = citing
        self.used = 0
        self.found: list[Cited] = []

    def read(self, place: str | None) -> list[Cited]:
        at = 0
        # Behind the last number no telegram is named.
        while at < self.words.numbered:
            named = self._place(at)
            at = self._numbers(at, named) if named else at + 1
        if not self.found:
            self._number_first(place)
        if not self.found:
            self._strange()
        return self.found

    def _place(self, at: int) -> _Place | None:
        """The longest run of words from `at` on that is a post; its last word may have the number glued to it."""
        best: _Place | None = None
        words: list[str] = []
        for index in range(at, min(at + _MOST_WORDS, len(self.words.tokens))):
            word = self.words.tokens[index].text
            if not word[0].isalpha():
                break
            glued = self.words.glued(word, index) if word[-1].isdecimal() else None
            words.append(glued[1] if glued else word)
            name = self._known(" ".join(words))
            if name:
                best = _Place(name, index + 1, int(glued[2]) if glued else None)
            if glued:
                break
        return best

    def _known(self, name: str) -> str | None:
        key = compact(name)
        if key in _DEPARTMENT:
            return _BUSIEST
        if key in _OWN and self.citing.post != _BUSIEST:
            return self.citing.post
        if key in by_compact() or key == self.citing.post:
            return key
        if name.upper() in _places_of(self.citing.addressees):
            return key
        known = post(name)
        return known.compact if known else None

    def _strange(self) -> None:
        """A post that no table knows, where nothing but year, name and number is said: `06 HOLLIN 644`."""
        words = [token.text for token in self.words.tokens]
        name = words[1:-1]
        if len(words) < 3 or not (1 <= len(name) <= _MOST_WORDS) or not all(map(str.isalpha, name)):
            return
        year, number = as_year(words[0]), self._number(len(words) - 1)
        if year and number and len("".join(name)) >= _SHORTEST_STRANGE:
            self._add(self.words.tokens[0].start, compact("".join(name)), number, year)

    def _numbers(self, at: int, place: _Place) -> int:
        """Take the numbers behind a post; where to go on."""
        position, number, year = place.next, place.number, self._year_before(at)
        begins = at - 1 if year else at
        if number is None:
            position, between = self.words.between(position)
            year = year or between
            number = self._number(position)
            if number is None:
                return place.next
            position += 1
        first = self.words.tokens[begins].start
        while number is not None:
            position, behind = self.words.year_behind(position, self.citing.year)
            self._add(first, place.name, number, year or behind)
            position = self.words.behind_second_series(position)
            first = self.words.tokens[position].start if position < len(self.words.tokens) else first
            position, number = self._next_number(position)
            first = self.words.tokens[position - 1].start if number is not None else first
        return position

    def _add(self, start: int, place: str, number: int, year: int | None) -> None:
        self.found.append(Cited(start, place, number, self.citing.id_of(place, number, year)))

    def _number(self, at: int) -> int | None:
        number = self.words.number(at)
        if number is not None:
            self.used = at + 1
        return number

    def _year_before(self, at: int) -> int | None:
        return as_year(self.words.text(at - 1)) if at - 1 >= self.used else None

    def _next_number(self, at: int) -> tuple[int, int | None]:
        """A further number of the same post: `2799 AND 2764`, `936/935`; not the year of the next telegram."""
        position = at
        while self.words.text(position) in _AND:
            position += 1
        if position == at or not self._goes_on(position):
            return at, None
        named = self._place(position + 1)
        if named and (named.number is not None or self.words.text(named.next).isdecimal()):
            return at, None
        number = self._number(position)
        return (position + 1, number) if number is not None else (at, None)

    def _goes_on(self, at: int) -> bool:
        """Whether a word is long enough for a further number; one of two digits is one where it stands last."""
        word = self.words.text(at)
        last = self.words.text(at - 1) in ("AND", "&") and self.words.text(at + 1) in _BEHIND_LAST
        return len(word) > 2 or (last and len(word) == 2 and word[0] != "0")

    def _number_first(self, place: str | None) -> None:
        """A number alone is of the post before, `870 ULAANBAATAR` of the post behind; nothing else may stand there."""
        at = 1 if self.words.text(0) == "#" else 0
        number = self._number(at)
        rest = at + 1
        named = self._place(rest)
        if named and named.number is None:
            place, rest = named.name, named.next
        elif len(self.words.text(at)) < 3:
            return
        if named is None and number is not None and self.citing.dwarfed_by(number, place):
            place = _BUSIEST
        if named is None and number is not None and number == self.citing.year:
            return
        if (
            number is not None
            and place
            and (not self.words.text(rest) or self.words.text(rest) in ("AND", "(", "NOTAL", ".", ","))
        ):
            self._add(self.words.tokens[at].start, place, number, None)
