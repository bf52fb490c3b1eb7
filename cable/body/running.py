"""Copies that lost their line breaks: numbers and dashes of a list that stand in running text, split off their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ..patterns import lazy
from .lines import Line
from .marks import has_number, number_at
from .numbering import Numbered
from .parts import LONG, TEXT
from .sentences import ENDED, NOT_ENDED, ending

# From its point on, which is looked for faster than a digit.
_NUMBER = lazy(r"\.(?<=[0-9]\.) {1,4}(?=[\"(]?[A-Z])")
_ENDS = frozenset('.?!:)"\u201d]')
_END_MARK = lazy(r"\bEND (?:OF )?(?:SUMMARY|COMMENT|NOTE|TEXT)[.)]{1,2}$", re.I)
_WORD = 24
_BLANKS = 3
_DASHES = lazy(r"[.:;?!\"\u201d](?: ++(?=-- ?[\"(]?[A-Z])|(?<![ .][A-Z]\.) ++(?=- ?[\"(]?[A-Z]))")
_FEWEST_DASHES = 2
_MISSING = lazy(r"(?<=[ A-Za-z])(\d{1,2})\. {0,4}(?=[\"(]?[A-Z])")
_MOST_MISSING = 3


class _Inner(NamedTuple):
    """A number in running text: the index of its line, where it stands on it, and what it says.

    `apart`: it stands between two sentences, or behind an end mark or the only two blanks of its line.
    """

    line: int
    place: int
    value: int
    apart: bool


def unfold(lines: list[Line]) -> list[Line]:
    """The lines, with a new one where a paragraph or an item of a list begins in mid-line."""
    long = [line.text for line in lines if len(line.text) > LONG]
    if not long:
        return lines
    places: dict[int, list[int]] = {}
    for inner in _wanted(lines):
        places.setdefault(inner.line, []).append(inner.place)
    if any(" -" in text for text in long):
        for index, place in _dashed(lines):
            places.setdefault(index, []).append(place)
    if not places:
        return lines
    return [part for index, line in enumerate(lines) for part in _split(line, sorted(places.get(index, ())))]


def uncover(lines: list[Line], numbers: dict[int, Numbered]) -> list[Line]:
    """The lines, with a new one where a paragraph begins in mid-line whose number is missing from those at heads.

    Behind a sentence, or where a copy dropped the end of a page: `IT WOULD NOT BE RIGHT2. THE KEEPERS`.
    """
    final = next(reversed(numbers.values()), None)
    if final is None or final.printed.first == len(numbers):
        return lines  # they count on from one
    places: dict[int, list[int]] = {}
    for (first, before), (last, after) in pairwise(numbers.items()):
        wanted = before.printed.last + 1
        missing = after.printed.first - wanted
        if not 0 < missing <= _MOST_MISSING:
            continue
        found: list[tuple[int, int]] = []
        for index in range(first, last):
            for number in _MISSING.finditer(lines[index].text):
                if int(number[1]) == wanted + len(found) and _begins(lines[index].text, number.start()):
                    found.append((index, number.start()))
        if len(found) == missing:
            for index, place in found:
                places.setdefault(index, []).append(place)
    if not places:
        return lines
    return [part for index, line in enumerate(lines) for part in _split(line, places.get(index, ()))]


def _begins(text: str, place: int) -> bool:
    """Whether a number at `place` may begin a paragraph: behind a sentence, or glued to a word."""
    before = text[max(0, place - _WORD) : place]
    return before[-1].isalpha() or ending(before.rstrip()) == ENDED


def _split(line: Line, places: Sequence[int]) -> Iterator[Line]:
    first = 0
    for last in (*places, len(line.text)):
        if first == 0 and last == len(line.text):
            yield line
            return
        text = line.text[first:last].rstrip()
        start = line.start + first
        outer, gap = (start, 0) if first else (line.outer, line.gap)
        if text[0] == "\u00b6":
            text = text[1:]
            start += 1
        yield replace(line, start=start, end=start + len(text), outer=outer, text=text, gap=gap, whole=False)
        first = last


def _wanted(lines: Sequence[Line]) -> Iterator[_Inner]:
    """The numbers in running text that fill a gap between two numbers at the heads of lines."""
    last = 0
    waiting: list[int] = []
    for index, line in enumerate(lines):
        if line.kind != TEXT:
            continue
        head = number_at(line.text) if line.text[0] in "0123456789(" else None
        if head and not head.bare and (line.text[head.stop] != ")" or not last):
            yield from _filling(lines, waiting, last, head.first)
            last, waiting = head.last, []
        if len(line.text) > LONG:
            waiting.append(index)
    yield from _filling(lines, waiting, last, 0)


def _inside(index: int, text: str, *, named: bool) -> Iterator[_Inner]:
    """The numbers in a line that stand behind the end of a sentence, or (`named`) a name: `Ferry News 10. Hollin`."""
    for point in _NUMBER.finditer(text, 2):
        digit = point.start() - 1
        place = digit - text[digit - 1].isdecimal()
        value = int(text[place : digit + 1])
        place -= text[place - 1] == "\u00b6"
        around = text[max(place - _WORD, 0) : place]
        before = around.rstrip(" ")
        blanks = len(around) - len(before)
        if before and 0 < blanks <= _BLANKS and (before[-1] in _ENDS or (named and _is_name(before))):
            yield _Inner(index, place, value, _stands_apart(before, blanks, text) and not has_number(before))


def _stands_apart(before: str, blanks: int, text: str) -> bool:
    """Whether what stands before a number, with so many blanks, is plainly over: a sentence, a bracket, a passage."""
    if ending(before) == ENDED or (before[-1] == ")" and ending(before) != NOT_ENDED) or _END_MARK.search(before):
        return True
    return blanks > 1 and text.count(".  ") == 1


def _is_name(before: str) -> bool:
    """Whether the last word is a name, and none that a number belongs to, such as `Article` or a month."""
    word = before.split(" ")[-1]
    return word.isalpha() and word[0].isupper() and not has_number(before)


def _filling(lines: Sequence[Line], waiting: Sequence[int], last: int, following: int) -> list[_Inner]:
    """Those that count on from `last`: up to the next number, or two and more where none follows."""
    if not waiting or following == last + 1:
        return []
    counted: list[_Inner] = []
    for each in [inner for index in waiting for inner in _inside(index, lines[index].text, named=following > 0)]:
        if each.value == last + len(counted) + 1:
            counted.append(each)
        elif not following and each.value <= last:
            return []
    if following:
        return counted if last + len(counted) + 1 == following else []
    return counted if len(counted) > 1 or (last and any(each.apart for each in counted)) else []


def _dashed(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where items of a list begin behind dashes, if one line of the source holds several, or the next one goes on."""
    places: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if line.whole or not (places and places[-1][0] == index - 1):
            follows = line.text[0] == "-" and line.kind == TEXT and bool(places) and places[-1][0] == index - 1
            if len(places) + follows >= _FEWEST_DASHES:
                yield from places
            places = []
        if len(line.text) > LONG and " -" in line.text:
            places += [(index, found.end()) for found in _DASHES.finditer(line.text)]
    if len(places) >= _FEWEST_DASHES:
        yield from places
