"""A timeline in block characters: months gathered into as many bars as there is room for. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_BLOCKS = " ▁▂▃▄▅▆▇█"
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 120_000)
"""Months that a bar may stand for; those up to a year divide it."""
_WIDEST = 4
"""Cells of a bar where there is much room."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Chart(NamedTuple):
    """Bars side by side: each stands for `step` months from `first` on (counted from the year 0), `wide` cells each."""

    first: int
    step: int
    wide: int
    values: tuple[int, ...]

    def months(self, start: int, end: int) -> tuple[int, int]:
        """The months `[first, last]` that the bars from `start` to `end` (both among them) stand for."""
        return self.first + start * self.step, self.first + (end + 1) * self.step - 1


def chart(counts: Iterable[tuple[int, int, int]], width: int) -> Chart:
    """The bars for counts by year and month in so many cells: as fine as there is room for."""
    months = {year * 12 + month - 1: count for year, month, count in counts}
    if not months or width < 1:
        return Chart(0, 1, 1, ())
    low, high = min(months), max(months)
    step = next((step for step in _STEPS if high // step - low // step < width), _STEPS[-1])
    first = low // step
    values = [0] * (high // step - first + 1)
    for month, count in months.items():
        values[month // step - first] += count
    values = values[:width]
    return Chart(first * step, step, max(min(width // len(values), _WIDEST), 1), tuple(values))


def bars(chart: Chart, rows: int) -> list[str]:
    """The bars in so many lines of text, the highest line first; what is not nothing is seen."""
    most = max(chart.values, default=0)
    levels = [max(round(value * rows * 8 / most), 1) if value else 0 for value in chart.values]
    gap = chart.wide > 1
    return [
        "".join(_BLOCKS[min(max(level - row * 8, 0), 8)] * (chart.wide - gap) + " " * gap for level in levels)
        for row in reversed(range(rows))
    ]


def axis(chart: Chart) -> str:
    """The line below the bars: years where they begin, as many as can be read."""
    line = [" "] * (len(chart.values) * chart.wide)
    free = 0
    for place in range(len(chart.values)):
        month, at = chart.first + place * chart.step, place * chart.wide
        label = str(month // 12)
        begins = place == 0 or month // 12 != (month - chart.step) // 12
        if begins and at >= free and at + len(label) <= max(len(line), len(label)):
            line[at : at + len(label)] = label
            free = at + len(label) + 1
    return "".join(line)


def month_words(first: int, last: int) -> str:
    """Months in words: "Sep 2006", "2006", "Mar 2006 – Feb 2007", "2004 – 2006"."""
    if first % 12 == 0 and last % 12 == 11:
        years = (first // 12, last // 12)
        return str(years[0]) if years[0] == years[1] else f"{years[0]} – {years[1]}"
    one, other = (f"{_MONTHS[month % 12]} {month // 12}" for month in (first, last))
    return one if first == last else f"{one} – {other}"
