"""Which printed numbers are paragraph numbers, solved over the whole body at once.

A number may be read as it stands, as itself without a leading 1 (the trace of a lost pilcrow link) or with tens that a
copy lost, or as no paragraph at all (a year, an amount, a date, an item). The cheapest reading of all numbers together
wins; each number is weighed once against the best reading that ends in each value, so that the time grows with their
count alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from .lines import Line
from .marks import Mark, Number, mark_at, number_at
from .parts import TEXT
from .sentences import NOT_ENDED, ending
from .shape import Shape


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins a numbered paragraph: what is printed, what is meant, and its portion mark."""

    printed: Number
    value: str
    mark: Mark | None


@dataclass(slots=True)
class _Candidate:
    index: int
    printed: Number
    mark: Mark | None
    pilcrow: bool
    skip: float
    doubt: float


@dataclass(slots=True)
class _Node:
    """A reading of the numbers so far, that ends in `candidate` read with `shift` taken off.

    `outer` is the number before which an embedded text began to count anew.
    """

    candidate: _Candidate | None = None
    shift: int = 0
    before: _Node | None = None
    outer: int | None = None


_START_ABOVE_ONE = 0.8
_MISSING_ONE = 0.8
_MISSING_MORE = 0.25
_FORWARD = 2.4
_RESTART = 1.3
_CUT = 50
_HEAD_LINES = 2
_RESUME = 1.2
_AGAIN = 1.3
_BACKWARD = 2.6
_REREAD = 0.4
_REREAD_FIRST = 1.5


def solve(lines: Sequence[Line], shape: Shape) -> dict[int, Numbered]:
    """The lines that begin a numbered paragraph, by index."""
    candidates = _weigh(lines, shape)
    best: dict[int, tuple[float, _Node]] = {0: (0.0, _Node())}
    skipped = 0.0
    lowest = 0
    for candidate, after in zip_longest(candidates, candidates[1:]):
        following = after.printed.first if after else 0
        fresh = [
            (_enter(best, lowest, candidate, shift, skipped), candidate.printed.last - shift, shift)
            for shift in (*_shifts(candidate), *_lost_tens(candidate, following, best))
        ]
        skipped += candidate.skip
        for (cost, node), value, shift in fresh:
            total = cost + candidate.doubt - skipped
            if value not in best or total < best[value][0]:
                best[value] = (total, _follow(node, candidate, shift))
            if best[value][0] < best[lowest][0]:
                lowest = value
    return _read(best[lowest][1])


def _shifts(candidate: _Candidate) -> tuple[int, ...]:
    """What may be taken off a printed number: nothing, or the leading 1 that a pilcrow link left behind."""
    printed = candidate.printed
    digits = str(printed.first)
    if len(digits) == 1 or digits[0] != "1" or digits[1] == "0" or printed.last != printed.first or candidate.pilcrow:
        return (0,)
    return (0, 10 ** (len(digits) - 1))


def _lost_tens(candidate: _Candidate, following: int, best: Mapping[int, tuple[float, _Node]]) -> tuple[int, ...]:
    """What was lost before a single digit that stands between its neighbours: `13.`, `4.`, `15.`."""
    digit = candidate.printed.first
    tens = following - 1 - digit
    if digit == candidate.printed.last < 10 <= tens and tens % 10 == 0 and following - 2 in best:
        return (-tens,)
    return ()


def _enter(
    best: dict[int, tuple[float, _Node]], lowest: int, candidate: _Candidate, shift: int, skipped: float
) -> tuple[float, _Node]:
    """The cheapest way to come to a candidate's value: its cost (with what was skipped) and the reading before it."""
    value = candidate.printed.first - shift
    cost, node = best[lowest]
    choices = [(cost + _jump(lowest, value, node), node)]
    for step in (1, 2, 3, 4):
        if value - step in best:
            cost, node = best[value - step]
            choices.append((cost + (0.0 if step == 1 else _jump(value - step, value, node)), node))
    price, node = min(choices, key=lambda choice: choice[0])
    if shift:
        price += _REREAD if node.candidate else _REREAD_FIRST
    return price + skipped, node


def _follow(node: _Node, candidate: _Candidate, shift: int) -> _Node:
    """The reading that goes on with a candidate, and where the numbers outside an embedded text stopped."""
    value, outer = candidate.printed.first - shift, node.outer
    last = node.candidate.printed.last - node.shift if node.candidate else 0
    if value == 1 and last > 0:
        outer = last
    elif outer is not None and value == outer + 1 and value != last + 1:
        outer = None
    return _Node(candidate, shift, node, outer)


def _jump(last: int, value: int, node: _Node) -> float:
    """What it costs that `value` follows `last`."""
    if node.candidate is None:
        return 0.0 if value == 1 else _START_ABOVE_ONE
    step = value - last
    if step == 1:
        return 0.0
    if 1 < step <= 5:
        return _MISSING_ONE + _MISSING_MORE * (step - 2)
    if step > 0:
        return _FORWARD
    if node.outer is not None and value == node.outer + 1:
        return _RESUME
    if value == 1:
        return _RESTART
    return _AGAIN if step == 0 else _BACKWARD


def _read(node: _Node | None) -> dict[int, Numbered]:
    found: dict[int, Numbered] = {}
    while node and node.candidate:
        printed = node.candidate.printed
        first = str(printed.first - node.shift)
        value = first if printed.last == printed.first else f"{first}-{printed.last}"
        found[node.candidate.index] = Numbered(printed, value, node.candidate.mark)
        node = node.before
    return found


def _weigh(lines: Sequence[Line], shape: Shape) -> list[_Candidate]:
    """Every number that opens a line, with what speaks for and against it."""
    candidates = []
    for index, line in enumerate(lines):
        if line.text[0] in "0123456789(" and line.kind == TEXT:
            printed = number_at(line.text)
            pilcrow = line.outer < line.start
            if printed and (not printed.bare or pilcrow):
                mark = mark_at(line.text, printed.end, numbered=True)
                skip, doubt = _evidence(lines, index, printed, mark, shape)
                candidates.append(_Candidate(index, printed, mark, pilcrow, skip, doubt))
    candidates = _without_lists(lines, candidates)
    if not any(candidate.printed.first == 1 for candidate in candidates):
        candidates = _bracketed(lines) or candidates
    marked = sum(1 for candidate in candidates if candidate.mark)
    if marked * 2 > len(candidates):
        for candidate in candidates:
            if not candidate.mark:
                candidate.skip *= 0.5
    return candidates


def _without_lists(lines: Sequence[Line], candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates without the lists `1) ... 2) ...` of a telegram that numbers its paragraphs `1.`."""
    closed = [candidate for candidate in candidates if lines[candidate.index].text[candidate.printed.stop] == ")"]
    if not closed or len(candidates) - len(closed) < 2:
        return candidates
    kept: list[_Candidate] = []
    inside = False
    for candidate in candidates:
        if lines[candidate.index].text[candidate.printed.stop] != ")" or candidate.pilcrow:
            inside = False
        elif candidate.printed.first == 1:
            inside = True
        if not inside:
            kept.append(candidate)
    return kept


def _bracketed(lines: Sequence[Line]) -> list[_Candidate]:
    """The numbers of a telegram that has no others, in brackets, at the margin and apart, from its first lines on."""
    found = []
    for index, line in enumerate(lines):
        opened = line.text[0] == "(" and line.indent <= 2 and (line.gap or not index) and line.kind == TEXT
        printed = number_at(line.text[1:]) if opened else None
        if printed and line.text[printed.stop + 1] == ")" and printed.last == printed.first:
            place = printed._replace(start=printed.start + 1, stop=printed.stop + 1, end=printed.end + 1)
            mark = mark_at(line.text, place.end, numbered=True)
            found.append(_Candidate(index, place, mark, pilcrow=True, skip=1.5, doubt=0.0))
    values = [candidate.printed.first for candidate in found]
    first = found[0].index <= _HEAD_LINES if found else False
    return found if first and len(found) > 1 and values == list(range(1, len(found) + 1)) else []


def _counts_on(before: Line, printed: Number) -> bool:
    """Whether the line before begins with the number before: a table of contents."""
    other = number_at(before.text)
    return other is not None and other.last + 1 == printed.first


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
    elif line.whole and not ended and not _counts_on(before, printed):
        skip -= 0.6
        doubt += 1.2
    if mark:
        skip += 2.5
    if line.text[printed.end :].lstrip()[:1].islower():
        skip -= 0.5
        doubt += 0.6
    return max(skip, 0.1), doubt
