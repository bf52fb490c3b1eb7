"""The words of an item that names telegrams: numbers, years and what may stand between, in the ways drafters had."""

from __future__ import annotations

import re
from typing import NamedTuple

from .ids import full_year
from .patterns import lazy
from .times import MONTHS

_TOKEN = lazy(r"[A-Za-z][A-Za-z0-9.'’-]*|\d+|[^\sA-Za-z0-9]")
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
_LONGEST_NUMBER = 8
# The second series of a telegram to or from a Secretary of State on his way: `STATE 177755 TOSEC 080095`.
_SECOND_SERIES = frozenset(("TOSEC", "SECTO"))
_MOST_YEARS_BACK = 2


class Token(NamedTuple):
    """A word, a number or a sign, and where it stands."""

    start: int
    text: str


class Words:
    """The words, numbers and signs of a text by their index; a place behind the last has no text.

    From `numbered` on there are words without a digit alone.
    """

    def __init__(self, text: str) -> None:
        """Of a text of one item."""
        self.tokens = [Token(match.start(), match[0]) for match in _TOKEN.finditer(text)]
        self.numbered = len(self.tokens)
        while self.numbered and self.tokens[self.numbered - 1].text.isalpha():
            self.numbered -= 1

    def text(self, at: int) -> str:
        """The token at an index in capitals, or nothing behind the last."""
        return self.tokens[at].text.upper() if 0 <= at < len(self.tokens) else ""

    def glued(self, word: str, at: int) -> re.Match[str] | None:
        """A word with a number glued to it: a long one, or any behind a year that is glued on as well."""
        return _GLUED.fullmatch(word) or (_AFTER_YEAR.fullmatch(word) if self._touches(at) else None)

    def _touches(self, at: int) -> bool:
        """Whether a two-digit number stands right before a word, as in an id: `10CAIRO68`."""
        before = self.tokens[at - 1] if at else None
        return before is not None and len(before.text) == 2 and before.start + 2 == self.tokens[at].start

    def between(self, at: int) -> tuple[int, int | None]:
        """Over what may stand between post and number: `CABLES`, `#`, a year or a letter in brackets."""
        year: int | None = None
        while True:
            if self.text(at) in _BETWEEN:
                at += 1
            elif (stated := as_year(self.text(at))) and len(self.text(at + 1)) > 2 and self.text(at + 1).isdecimal():
                at, year = at + 1, stated
            elif self.text(at) == "(" and self.text(at + 2) == ")" and len(self.text(at + 1)) <= 4:
                year = as_year(self.text(at + 1)) or year
                if year is None and len(self.text(at + 1)) > 1:
                    return at, None
                at += 3
            else:
                return at, year

    def number(self, at: int) -> int | None:
        """The number at an index, if it is one of a telegram and no date or date-time group."""
        word = self.text(at)
        zero = _LETTER_O.fullmatch(word)
        digits = zero[1] if zero else word
        if not digits.isdecimal() or len(digits) > _LONGEST_NUMBER or not int(digits):
            return None
        behind = self.text(at + 1)
        dated = len(digits) <= 2 and behind in ("/", "-") and self.text(at + 2).isdecimal()
        if dated or behind[:3] in MONTHS or (behind == "Z" and len(digits) == 6):
            return None
        return int(digits)

    def behind_second_series(self, at: int) -> int:
        """Over the second number of one telegram: `TOSEC 080095`, `(TOSEC 818)`."""
        inner = at + (self.text(at) == "(")
        if self.text(inner) not in _SECOND_SERIES or not self.text(inner + 1).isdecimal():
            return at
        return inner + 2 + (inner > at and self.text(inner + 2) == ")")

    def year_behind(self, at: int, citing: int | None) -> tuple[int, int | None]:
        """Over a year behind a number: `(05)`, `(2002)`, `-01`, `/08`, ` 99`, ` OF 2007`, `, 2007`."""
        if self.text(at) == "(" and self.text(at + 2) == ")" and (year := as_year(self.text(at + 1))):
            return at + 3, year
        if self.text(at) in ("-", "/") and len(self.text(at + 1)) == 2 and (year := as_year(self.text(at + 1))):
            return at + 2, year
        if self.text(at) == "OF" and (year := as_year(self.text(at + 1))):
            return at + 2, year
        if self.text(at) == "," and (year := self._late_year(at + 1, citing)):
            return at + 2, year
        alone = self.text(at + 1) in ("", ",", ";", ")", ".")
        if len(self.text(at)) == 2 and alone and (year := as_year(self.text(at))):
            return at + 1, year
        return at, None

    def _late_year(self, at: int, citing: int | None) -> int | None:
        """The year that ends an item behind a comma: of the citing telegram or shortly before, and no higher number."""
        word, before = self.text(at), self.text(at - 2)
        if len(word) != 4 or self.text(at + 1) not in ("", ";", ")", ".") or not before.isdecimal():
            return None
        year = as_year(word)
        late = year and citing and 0 <= citing - year <= _MOST_YEARS_BACK
        return year if late and int(before) > int(word) else None


def as_year(word: str) -> int | None:
    """The year a word of two or four digits can be, 1966 to 2065."""
    word = word.replace("O", "0")
    if not word.isdecimal():
        return None
    if len(word) == 2:
        return full_year(int(word))
    return int(word) if len(word) == 4 and 1966 <= int(word) <= 2065 else None
