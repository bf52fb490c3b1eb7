"""Telegrams named in a piece of text: year, post and number in any order that drafters used."""

from __future__ import annotations

import re
from typing import NamedTuple

from .citing import Cited, Citing
from .ids import full_year
from .patterns import lazy
from .times import MONTHS
from .vocabulary.posts import by_compact, compact, post

_TOKEN = lazy(r"[A-Za-z][A-Za-z0-9.'’-]*|\d+|[^\sA-Za-z0-9]")
# What nearly every item is; the rest is read token by token.
PLAIN = r"(?:((?:19|20)?\d\d) )?([A-Z][A-Za-z .]{2,24}) 0{0,5}([1-9]\d{0,5})(?: \(?NOTAL\)?| AND PREVIOUS)?"
_PLAIN = lazy(PLAIN)
_GLUED = lazy(r"([A-Za-z.'’]{2,}?)-?(\d{3,7})")
_AFTER_YEAR = lazy(r"([A-Za-z.'’]{2,}?)(\d{1,7})")
_LETTER_O = lazy(r"[Oo](\d{2,6})")
_BETWEEN = frozenset(
    (
        "CABLE",
        "CABLES",
        "MESSAGE",
        "MSG",
        "TELEGRAM",
        "TELEGRAMS",
        "TEL",
        "TELS",
        "NO",
        "NR",
        "NO.",
        "NUMBER",
        "UNCLAS",
        "#",
        ":",
        ",",
    )
)
_AND = frozenset((",", "/", "AND", "&"))
_MOST_WORDS = 4
_SHORTEST_STRANGE = 4
_LONGEST_NUMBER = 8
_BUSIEST = "STATE"
# The second series of a telegram to or from a Secretary of State on his way: `STATE 177755 TOSEC 080095`.
_SECOND_SERIES = frozenset(("TOSEC", "SECTO"))
_DEPARTMENT = frozenset(("DEPTEL", "DEPTELS"))
_OWN = frozenset(("EMBTEL", "EMBTELS"))
_MOST_YEARS_BACK = 2


class _Token(NamedTuple):
    start: int
    text: str


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
    return Cited(0, place, serial, citing.id_of(place, serial, _as_year(year) if year else None))


class _Reader:
    """Walks over the tokens of a text; `used` is the first token that no telegram has taken yet."""

    def __init__(self, text: str, citing: Citing) -> None:
        self.tokens = [_Token(match.start(), match[0]) for match in _TOKEN.finditer(text)]
        self.citing = citing
        self.used = 0
        self.found: list[Cited] = []

    def read(self, place: str | None) -> list[Cited]:
        at = 0
        while at < len(self.tokens):
            named = self._place(at)
            at = self._numbers(at, named) if named else at + 1
        if not self.found:
            self._number_first(place)
        if not self.found:
            self._strange()
        return self.found

    def _text(self, at: int) -> str:
        """The token at an index in capitals, or nothing behind the last."""
        return self.tokens[at].text.upper() if 0 <= at < len(self.tokens) else ""

    def _place(self, at: int) -> _Place | None:
        """The longest run of words from `at` on that is a post; its last word may have the number glued to it."""
        best: _Place | None = None
        words: list[str] = []
        for index in range(at, min(at + _MOST_WORDS, len(self.tokens))):
            word = self.tokens[index].text
            if not word[0].isalpha():
                break
            glued = self._glued(word, index) if word[-1].isdecimal() else None
            words.append(glued[1] if glued else word)
            name = self._known(" ".join(words))
            if name:
                best = _Place(name, index + 1, int(glued[2]) if glued else None)
            if glued:
                break
        return best

    def _glued(self, word: str, at: int) -> re.Match[str] | None:
        """A word with a number glued to it: a long one, or any behind a year that is glued on as well."""
        return _GLUED.fullmatch(word) or (_AFTER_YEAR.fullmatch(word) if self._touches(at) else None)

    def _touches(self, at: int) -> bool:
        """Whether a two-digit number stands right before a word, as in an id: `10CAIRO68`."""
        before = self.tokens[at - 1] if at else None
        return before is not None and len(before.text) == 2 and before.start + 2 == self.tokens[at].start

    def _known(self, name: str) -> str | None:
        key = compact(name)
        if key in _DEPARTMENT:
            return _BUSIEST
        if key in _OWN and self.citing.post != _BUSIEST:
            return self.citing.post
        if key in by_compact() or key == self.citing.post:
            return key
        if any(plad.partition(" ")[2] == name.upper() for plad in self.citing.addressees):
            return key
        known = post(name)
        return known.compact if known else None

    def _strange(self) -> None:
        """A post that no table knows, where nothing but year, name and number is said: `06 HOLLIN 644`."""
        words = [token.text for token in self.tokens]
        name = words[1:-1]
        if len(words) < 3 or not (1 <= len(name) <= _MOST_WORDS) or not all(map(str.isalpha, name)):
            return
        year, number = _as_year(words[0]), self._number(len(words) - 1)
        if year and number and len("".join(name)) >= _SHORTEST_STRANGE:
            self._add(self.tokens[0].start, compact("".join(name)), number, year)

    def _numbers(self, at: int, place: _Place) -> int:
        """Take the numbers behind a post; where to go on."""
        position, number, year = place.next, place.number, self._year_before(at)
        begins = at - 1 if year else at
        if number is None:
            position, between = self._between(position)
            year = year or between
            number = self._number(position)
            if number is None:
                return place.next
            position += 1
        first = self.tokens[begins].start
        while number is not None:
            position, behind = self._year_behind(position)
            self._add(first, place.name, number, year or behind)
            position = self._behind_second_series(position)
            first = self.tokens[position].start if position < len(self.tokens) else first
            position, number = self._next_number(position)
            first = self.tokens[position - 1].start if number is not None else first
        return position

    def _behind_second_series(self, at: int) -> int:
        """Over the second number of one telegram: `TOSEC 080095`, `(TOSEC 818)`."""
        inner = at + (self._text(at) == "(")
        if self._text(inner) not in _SECOND_SERIES or not self._text(inner + 1).isdecimal():
            return at
        return inner + 2 + (inner > at and self._text(inner + 2) == ")")

    def _add(self, start: int, place: str, number: int, year: int | None) -> None:
        self.found.append(Cited(start, place, number, self.citing.id_of(place, number, year)))

    def _between(self, at: int) -> tuple[int, int | None]:
        """Over what may stand between post and number: `CABLES`, `#`, a year or a letter in brackets."""
        year: int | None = None
        while True:
            if self._text(at) in _BETWEEN:
                at += 1
            elif (
                (stated := _as_year(self._text(at))) and len(self._text(at + 1)) > 2 and self._text(at + 1).isdecimal()
            ):
                at, year = at + 1, stated
            elif self._text(at) == "(" and self._text(at + 2) == ")" and len(self._text(at + 1)) <= 4:
                year = _as_year(self._text(at + 1)) or year
                if year is None and len(self._text(at + 1)) > 1:
                    return at, None
                at += 3
            else:
                return at, year

    def _number(self, at: int) -> int | None:
        """The number at an index, if it is one of a telegram and no date or date-time group."""
        word = self._text(at)
        zero = _LETTER_O.fullmatch(word)
        digits = zero[1] if zero else word
        if not digits.isdecimal() or len(digits) > _LONGEST_NUMBER or not int(digits):
            return None
        behind = self._text(at + 1)
        dated = len(digits) <= 2 and behind in ("/", "-") and self._text(at + 2).isdecimal()
        if dated or behind[:3] in MONTHS or (behind == "Z" and len(digits) == 6):
            return None
        self.used = at + 1
        return int(digits)

    def _year_before(self, at: int) -> int | None:
        return _as_year(self._text(at - 1)) if at - 1 >= self.used else None

    def _year_behind(self, at: int) -> tuple[int, int | None]:
        """Over a year behind a number: `(05)`, `(2002)`, `-01`, `/08`, ` 99`, ` OF 2007`, `, 2007`."""
        if self._text(at) == "(" and self._text(at + 2) == ")" and (year := _as_year(self._text(at + 1))):
            return at + 3, year
        if self._text(at) in ("-", "/") and len(self._text(at + 1)) == 2 and (year := _as_year(self._text(at + 1))):
            return at + 2, year
        if self._text(at) == "OF" and (year := _as_year(self._text(at + 1))):
            return at + 2, year
        if self._text(at) == "," and (year := self._late_year(at + 1)):
            return at + 2, year
        alone = self._text(at + 1) in ("", ",", ";", ")", ".")
        if len(self._text(at)) == 2 and alone and (year := _as_year(self._text(at))):
            return at + 1, year
        return at, None

    def _late_year(self, at: int) -> int | None:
        """The year that ends an item behind a comma: of the citing telegram or shortly before, and no higher number."""
        word, before = self._text(at), self._text(at - 2)
        if len(word) != 4 or self._text(at + 1) not in ("", ";", ")", ".") or not before.isdecimal():
            return None
        year = _as_year(word)
        late = year and self.citing.year and 0 <= self.citing.year - year <= _MOST_YEARS_BACK
        return year if late and int(before) > int(word) else None

    def _next_number(self, at: int) -> tuple[int, int | None]:
        """A further number of the same post: `2799 AND 2764`, `936/935`; not the year of the next telegram."""
        position = at
        while self._text(position) in _AND:
            position += 1
        if position == at or len(self._text(position)) < 3:
            return at, None
        named = self._place(position + 1)
        if named and (named.number is not None or self._text(named.next).isdecimal()):
            return at, None
        number = self._number(position)
        return (position + 1, number) if number is not None else (at, None)

    def _number_first(self, place: str | None) -> None:
        """A number alone is of the post before, `870 ULAANBAATAR` of the post behind; nothing else may stand there."""
        at = 1 if self._text(0) == "#" else 0
        number = self._number(at)
        rest = at + 1
        named = self._place(rest)
        if named and named.number is None:
            place, rest = named.name, named.next
        elif len(self._text(at)) < 3:
            return
        if named is None and number is not None and self.citing.dwarfed_by(number, place):
            place = _BUSIEST
        if named is None and number is not None and number == self.citing.year:
            return
        if (
            number is not None
            and place
            and (not self._text(rest) or self._text(rest) in ("AND", "(", "NOTAL", ".", ","))
        ):
            self._add(self.tokens[at].start, place, number, None)


def _as_year(word: str) -> int | None:
    """The year a word of two or four digits can be, 1966 to 2065."""
    word = word.replace("O", "0")
    if not word.isdecimal():
        return None
    if len(word) == 2:
        return full_year(int(word))
    return int(word) if len(word) == 4 and 1966 <= int(word) <= 2065 else None
