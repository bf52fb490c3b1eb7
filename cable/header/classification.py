"""The classification line: level and controls, section, and the message reference number."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from ..patterns import lazy
from ..vocabulary.posts import post
from .captions import captions as found_captions

_SPACED = lazy(r"(?<![A-Za-z])(?:[A-Za-z] ){2,15}[A-Za-z](?![A-Za-z])")
_PLAIN = lazy(
    r"(UNCLAS|CONFIDENTIAL|SECRET|C O N F I D E N T I A L|S E C R E T)(?: SECTION (\d\d) OF (\d\d))?"
    r" ([A-Z][A-Z .'-]{1,30}) 0*(\d{1,7})\s*"
)
_LEVEL = lazy(
    r"(TOP {0,3}SECRET|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|"
    r"LIMITED {0,3}OFFICIAL {0,3}USE|RESTRICTED|FOR OFFICIAL USE ONLY)",
    re.I,
)
# Levels of several words whose letters were set apart, and closed up to one word.
_APART = {"TOPSECRET": "TOP SECRET", "LIMITEDOFFICIALUSE": "LIMITED OFFICIAL USE"}
# A blank lost between the letters, or one too many: `C O N F I D E N T I AL`.
_SLIP = lazy("|".join(" {0,2}".join(word) for word in ("UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET")) + r"\b")
_CORRECTED = lazy(r"[\s/-]*CORRECTED {0,3}COPY[\s/:-]*", re.I)
_CONTROL = lazy(
    r"[\s/]*(EFTO|SENSITIVE|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|ORCON|NOCONTRACT|SPECAT|FOUO|FOR OFFICIAL USE ONLY)\b",
    re.I,
)
# The word with letters lost or blotted, as in transmission: `SCTION 02 OF 02`, `SECTIOQ1 OF 06`, `SECTION 0Q F 05`.
_SECTION = lazy(
    r"[\s/]*(?:FINAL )?[SQ]?[EQ]?[CQ]?[TQ]?[IQ]?[OQK]?[NKQ]?N? {0,3}"
    r"(?:0?([\dQ]{1,2})[ OQGF]{1,8}|OF {1,3})0?(\d{1,2})\b",
    re.I,
)
_SECTION_LAST = lazy(r" {1,3}SECTION (\d{1,2}) OF (\d{1,2})\b")
_NUMBER = lazy(
    r"[\s/]*([A-Z][A-Z .'’-]{1,60}?) {1,3}0*(?:\d{1,8} {1,3}SUSPECTED DUPLICATE {1,3}0*)?(\d{1,8})",
    re.I,
)
# Behind words that are no name: `JOINT STATE/TREASURY MESSAGE QUITO 123`.
_NUMBER_LAST = lazy(r"(?<=[ /,;:])([A-Z][A-Z .'’-]{1,30}?) {1,3}0*(\d{2,7})[ \t]*\Z")
_IN_WORDS = lazy(r"\b(ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE)\b")
_SECTION_IN_WORDS = lazy(r"\bSECTION (?:(?:[A-Z]{3,5}|\d) )?OF (?:[A-Z]{3,5}|\d)\b")
_DIGITS = {
    "ONE": "1",
    "TWO": "2",
    "THREE": "3",
    "FOUR": "4",
    "FIVE": "5",
    "SIX": "6",
    "SEVEN": "7",
    "EIGHT": "8",
    "NINE": "9",
}
_MRN_LINE = lazy(r"(?!PAGE )([A-Z][A-Z .'’-]{1,30}) 0*(\d{1,8})[ \t]*(?=\n|\Z)")
_BLANK = lazy(r"\s*+")
_STATIONS = ("AMEMBASSY", "AMCONSUL", "USMISSION", "USINT", "USLO")
_LONGEST_LINE = 240


class Classified(NamedTuple):
    """What a classification line says: level with controls, number of sections, post and number of the MRN."""

    level: str | None = None
    sections: int | None = None
    place: str | None = None
    number: int | None = None
    captions: tuple[str, ...] = ()


_CLASSIFIED = partial(tuple.__new__, Classified)


def read(text: str, start: int, end: int) -> Classified:
    """The classification line at `text[start:end]`; its post and number may stand on the next line with text."""
    line = text[start : min(end, start + _LONGEST_LINE)]
    plain = _PLAIN.fullmatch(line)
    if plain and post(plain[4]):
        level, _, sections, place, number = plain.groups()
        return _CLASSIFIED(
            (level.replace(" ", ""), int(sections) if sections else None, place.strip(), int(number), ())
        )
    return _read(_SPACED.sub(lambda found: found[0].replace(" ", ""), line), text, end)


def _read(line: str, text: str, end: int) -> Classified:
    line = _SECTION_IN_WORDS.sub(lambda section: _IN_WORDS.sub(lambda word: _DIGITS[word[0]], section[0]), line)
    corrected = _CORRECTED.match(line)
    level = _LEVEL.match(line, corrected.end() if corrected else 0)
    if not level:
        slip = _SLIP.match(line)
        return _read(slip[0].replace(" ", "") + line[slip.end() :], text, end) if slip else Classified()
    words = [" ".join(level[1].upper().split())]
    words[0] = _APART.get(words[0], words[0])
    position = level.end()
    while control := _CONTROL.match(line, position):
        words.append(control[1].upper())
        position = control.end()
    section = _SECTION.match(line, position)
    position = section.end() if section else position
    number = _NUMBER.match(line, position) or _MRN_LINE.match(text, _next_line(text, end)) or _last(line, position)
    place = _place(number[1]) if number else None
    if number and not section:
        section = _SECTION_LAST.match(number.string, number.end())
    return Classified(
        level=" ".join(words),
        sections=int(section[2]) if section else None,
        place=place,
        number=int(number[2]) if number and place else None,
        captions=tuple(dict.fromkeys(found_captions(line.upper()))),
    )


def _last(line: str, position: int) -> re.Match[str] | None:
    """The post and number at the end of a line, where they are of a known post."""
    found = _NUMBER_LAST.search(line, position)
    return found if found and post(_place(found[1]) or "") else None


def _next_line(text: str, end: int) -> int:
    """Where the next line with text begins behind a line that ends at `end`."""
    blank = _BLANK.match(text, end)
    return blank.end() if blank else end


def _place(words: str) -> str | None:
    """The post in the words before a number: the longest known name at their end, else all of them."""
    parts = [word for word in words.upper().split() if word not in _STATIONS]
    for first in range(max(0, len(parts) - 4), len(parts)):
        if post(" ".join(parts[first:])):
            return " ".join(parts[first:])
    return " ".join(parts) or None
