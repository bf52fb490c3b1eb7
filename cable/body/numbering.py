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
from typing import NamedTuple

from .candidates import Candidate, weigh
from .lines import Line
from .marks import Mark, Number
from .shape import Shape


class Numbered(NamedTuple):
    """A line that begins a numbered paragraph: what is printed, what is meant, and its portion mark."""

    printed: Number
    value: str
    mark: Mark | None


@dataclass(slots=True)
class _Node:
    """A reading of the numbers so far, that ends in `candidate` read with `shift` taken off.

    `outer` is the number before which an embedded text began to count anew.
    """

    candidate: Candidate | None = None
    shift: int = 0
    before: _Node | None = None
    outer: int | None = None


_START_ABOVE_ONE = 0.8
_MISSING_ONE = 0.8
_MISSING_MORE = 0.25
_FORWARD = 2.4
_RESTART = 1.3
_RESUME = 1.2
_RESUME_MARKED = 0.4
_AGAIN = 1.3
_BACKWARD = 2.6
_REREAD = 0.4
_REREAD_FIRST = 1.5


def solve(lines: Sequence[Line], shape: Shape) -> dict[int, Numbered]:
    """The lines that begin a numbered paragraph, by index and in order."""
    candidates = weigh(lines, shape)
    if _counted(candidates):
        return {each.index: Numbered(each.printed, str(each.printed.first), each.mark) for each in candidates}
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


def _counted(candidates: Sequence[Candidate]) -> bool:
    """Whether the numbers count from 1 on and nothing speaks against any: all other readings cost more than none."""
    return all(
        each.printed.first == each.printed.last == number and not each.doubt
        for number, each in enumerate(candidates, 1)
    )


def _shifts(candidate: Candidate) -> tuple[int, ...]:
    """What may be taken off a printed number: nothing, or the leading 1 that a pilcrow link left behind."""
    printed = candidate.printed
    digits = str(printed.first)
    if len(digits) == 1 or digits[0] != "1" or digits[1] == "0" or printed.last != printed.first or candidate.pilcrow:
        return (0,)
    return (0, 10 ** (len(digits) - 1))


def _lost_tens(candidate: Candidate, following: int, best: Mapping[int, tuple[float, _Node]]) -> tuple[int, ...]:
    """What was lost before a single digit that stands between its neighbours: `13.`, `4.`, `15.`."""
    digit = candidate.printed.first
    tens = following - 1 - digit
    if digit == candidate.printed.last < 10 <= tens and tens % 10 == 0 and following - 2 in best:
        return (-tens,)
    return ()


def _enter(
    best: dict[int, tuple[float, _Node]], lowest: int, candidate: Candidate, shift: int, skipped: float
) -> tuple[float, _Node]:
    """The cheapest way to come to a candidate's value: its cost (with what was skipped) and the reading before it."""
    value = candidate.printed.first - shift
    cost, node = best[lowest]
    marked = candidate.mark is not None
    price = cost + _jump(lowest, value, node, marked=marked)
    for step in (1, 2, 3, 4):
        if value - step in best:
            cost, before = best[value - step]
            cost += 0.0 if step == 1 else _jump(value - step, value, before, marked=marked)
            if cost < price:
                price, node = cost, before
    if shift:
        price += _REREAD if node.candidate else _REREAD_FIRST
    return price + skipped, node


def _follow(node: _Node, candidate: Candidate, shift: int) -> _Node:
    """The reading that goes on with a candidate, and where the numbers outside an embedded text stopped."""
    value, outer = candidate.printed.first - shift, node.outer
    last = node.candidate.printed.last - node.shift if node.candidate else 0
    if value == 1 and last > 0:
        outer = last
    elif outer is not None and value == outer + 1 and value != last + 1:
        outer = None
    return _Node(candidate, shift, node, outer)


def _jump(last: int, value: int, node: _Node, *, marked: bool) -> float:
    """What it costs that `value` follows `last`; `marked` or not, as those outside an embedded text may all be."""
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
        return _RESUME if marked == (node.candidate.mark is not None) else _RESUME_MARKED
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
    return dict(reversed(found.items()))
