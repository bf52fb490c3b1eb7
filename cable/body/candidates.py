"""The numbers that open lines, each with what speaks for and against its being a paragraph's."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..patterns import lazy
from .lines import Line
from .marks import Mark, Number, has_number, mark_at, number_at
from .parts import TEXT
from .sentences import ENDED, NOT_ENDED, ending
from .shape import Shape

_CUT = 50
# Lines longer than this are not wrapped: what follows them begins anew.
_PARAGRAPH = 120
_HEAD_LINES = 2
_SECOND = 2
_FEWEST_PLAIN = 2
_ONE = lazy(r"[lI|]\.(?=\s*[(A-Z])")
_FEWEST_TIGHT = 3
_CUT_DOUBT = 1.1
_CLOSE_SKIP, _CLOSE_DOUBT = 0.3, 0.6


@dataclass(slots=True)
class Candidate:
    """A number that opens a line: what it costs to take it for no paragraph's (`skip`), or for one's (`doubt`)."""

    index: int
    printed: Number
    mark: Mark | None
    pilcrow: bool
    skip: float
    doubt: float


def weigh(lines: Sequence[Line], shape: Shape) -> list[Candidate]:
    """Every number that opens a line, with what speaks for and against it."""
    candidates: list[Candidate] = []
    bare: list[Candidate] = []
    for index, line in enumerate(lines):
        if line.text[0] in "0123456789(" and line.kind == TEXT:
            printed = number_at(line.text)
            if printed:
                pilcrow = line.outer < line.start
                mark = mark_at(line.text, printed.end, numbered=True)
                skip, doubt = _evidence(lines, index, printed, mark, shape)
                kept = bare if printed.bare and not pilcrow else candidates
                kept.append(Candidate(index, printed, mark, pilcrow, skip, doubt))
    candidates = _without_tails(lines, _without_lists(lines, candidates))
    if bare:
        candidates = _with_bare(lines, candidates, bare)
    candidates = [*_misread_one(lines, candidates), *candidates]
    _close_up(lines, candidates)
    if not any(candidate.printed.first == 1 for candidate in candidates):
        candidates = _bracketed(lines) or candidates
    marked = sum(1 for candidate in candidates if candidate.mark)
    if marked * 2 > len(candidates):
        for candidate in candidates:
            if not candidate.mark:
                candidate.skip *= 0.5
    return candidates


def _misread_one(lines: Sequence[Line], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The first paragraph's number where a scan read a letter for it: `l. (C) The keepers`, and then `2.`."""
    if not candidates or candidates[0].printed.first != _SECOND:
        return []
    for index in range(candidates[0].index):
        line = lines[index]
        found = _ONE.match(line.text) if line.kind == TEXT and (line.gap or not index) else None
        if found:
            printed = Number(1, 1, 0, 1, found.end(), bare=False)
            return [Candidate(index, printed, mark_at(line.text, found.end(), numbered=True), False, 1.5, 0.0)]
    return []


def _close_up(lines: Sequence[Line], candidates: Sequence[Candidate]) -> None:
    """Doubt less where no blank lines part the paragraphs: the one before may end without a stop."""
    tight = [each for each in candidates if each.index and not lines[each.index].gap]
    if len(tight) < _FEWEST_TIGHT or len(tight) * 2 < len(candidates):
        return
    for candidate in tight:
        if candidate.doubt >= _CUT_DOUBT and not has_number(lines[candidate.index - 1].text):
            candidate.skip += _CLOSE_SKIP
            candidate.doubt -= _CLOSE_DOUBT


def _without_lists(lines: Sequence[Line], candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without the lists `1) ... 2) ...` of a telegram that numbers its paragraphs `1.`."""
    closed = [candidate for candidate in candidates if lines[candidate.index].text[candidate.printed.stop] == ")"]
    plain = [each.printed.first for each in candidates if lines[each.index].text[each.printed.stop] != ")"]
    counted = 1 in plain or any(value == before + 1 for before, value in pairwise(plain))
    if not closed or len(plain) < _FEWEST_PLAIN or not counted:
        return candidates
    kept: list[Candidate] = []
    inside = False
    for candidate in candidates:
        if lines[candidate.index].text[candidate.printed.stop] != ")" or candidate.pilcrow:
            inside = False
        elif candidate.printed.first == 1:
            inside = True
        if not inside:
            kept.append(candidate)
    return kept


def _with_bare(lines: Sequence[Line], candidates: list[Candidate], bare: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with those of `bare` that fill a gap among them: numbers set apart from which a point was lost."""
    filled: list[Candidate] = []
    last, waiting = 0, deque(each for each in bare if _set_apart(lines, each.index))
    for candidate in candidates:
        found: list[Candidate] = []
        while waiting and waiting[0].index < candidate.index:
            each = waiting.popleft()
            if each.printed.first == last + len(found) + 1:
                found.append(each)
        if found and candidate.printed.first == last + len(found) + 1:
            filled += found
        filled.append(candidate)
        last = candidate.printed.last
    return filled


def _set_apart(lines: Sequence[Line], index: int, *, close: bool = False) -> bool:
    """Whether a line stands apart, behind the end of a sentence; `close`: either is enough."""
    if not index:
        return True
    ended, gap = ending(lines[index - 1].text), lines[index].gap > 0
    return gap or ended == ENDED if close else gap and ended != NOT_ENDED


def _without_tails(lines: Sequence[Line], candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those that end the sentence above: `see para`, `2.` and then `2. Post agrees`."""
    tails = {
        each.index
        for each, after in pairwise(candidates)
        if after.printed.first == each.printed.first
        and after.index == each.index + 1
        and each.printed.end == len(lines[each.index].text) < len(lines[after.index].text)
        and each.index
        and ending(lines[each.index - 1].text) == NOT_ENDED
    }
    return [each for each in candidates if each.index not in tails] if tails else candidates


def _bracketed(lines: Sequence[Line]) -> list[Candidate]:
    """The numbers of a telegram that has no others, in brackets, at the margin and apart, from its first lines on."""
    found = []
    for index, line in enumerate(lines):
        opened = line.text[0] == "(" and line.indent <= 2 and line.kind == TEXT and _set_apart(lines, index, close=True)
        printed = number_at(line.text[1:]) if opened else None
        if printed and line.text[printed.stop + 1] == ")" and printed.last == printed.first:
            place = printed._replace(start=printed.start + 1, stop=printed.stop + 1, end=printed.end + 1)
            mark = mark_at(line.text, place.end, numbered=True)
            found.append(Candidate(index, place, mark, pilcrow=True, skip=1.5, doubt=0.0))
    values = [candidate.printed.first for candidate in found]
    first = found[0].index <= _HEAD_LINES if found else False
    return found if first and len(found) > 1 and values == list(range(1, len(found) + 1)) else []


def _counts_on(before: Line, line: Line, printed: Number) -> bool:
    """Whether the line before begins with the number before, printed in the same way: a table of contents."""
    other = number_at(before.text)
    return (
        other is not None
        and other.last + 1 == printed.first
        and before.text[other.stop : other.stop + 1] == line.text[printed.stop : printed.stop + 1]
    )


def _evidence(
    lines: Sequence[Line], index: int, printed: Number, mark: Mark | None, shape: Shape
) -> tuple[float, float]:
    """What it costs to take the number at `index` for no paragraph, and to take it for one."""
    line = lines[index]
    skip, doubt = 1.0, 0.0
    before = lines[index - 1] if index and lines[index - 1].kind == TEXT else None
    ended = before is None or ending(before.text) != NOT_ENDED
    if before is None or line.gap:
        cut = before is not None and not ended and before.end - before.start > _CUT
        skip += -0.3 if cut else 0.5
        doubt += 0.6 if cut else 0.0
    elif line.whole and shape.early(before, line) and (not ended or number_at(before.text)):
        skip -= 0.3
        doubt += 0.3
    elif (
        line.whole and not ended and shape.width and before.reach < _PARAGRAPH and not _counts_on(before, line, printed)
    ):
        wrapped = shape.full(before, line)
        skip -= 0.6 if wrapped else 0.3
        doubt += _CUT_DOUBT if wrapped else 0.3
    if mark:
        skip += 2.5
    if line.text[printed.end :].lstrip()[:1].islower():
        skip -= 0.5
        doubt += 0.6
    return max(skip, 0.1), doubt
