"""The timeline's bars: every cable in one of them, none wider than there is room, none that hides something."""

from __future__ import annotations

from cablereader.tui.search.bars import axis, bars, chart, month_words
from hypothesis import given
from hypothesis import strategies as st

_COUNTS = st.dictionaries(st.tuples(st.integers(1966, 2010), st.integers(1, 12)), st.integers(1, 10**6), max_size=60)


@given(_COUNTS, st.integers(1, 200), st.integers(1, 5))
def test_all_are_counted_and_fit(counts: dict[tuple[int, int], int], width: int, rows: int) -> None:
    shown = chart([(*month, count) for month, count in counts.items()], width)
    assert sum(shown.values) == sum(counts.values())
    assert len(shown.values) * shown.wide <= width
    lines = bars(shown, rows)
    assert len(lines) == rows
    assert {len(line) for line in lines} == {len(shown.values) * shown.wide}
    for place, value in enumerate(shown.values):
        assert (lines[-1][place * shown.wide] != " ") == (value > 0), "something is seen, nothing is not"
    assert len(axis(shown)) <= max(len(shown.values) * shown.wide, 4)


@given(_COUNTS, st.integers(1, 200))
def test_a_bar_stands_for_its_months(counts: dict[tuple[int, int], int], width: int) -> None:
    shown = chart([(*month, count) for month, count in counts.items()], width)
    for place, value in enumerate(shown.values):
        first, last = shown.months(place, place)
        assert value == sum(n for (year, month), n in counts.items() if first <= year * 12 + month - 1 <= last)


def test_a_short_time_is_shown_by_the_month_and_a_long_one_by_the_year() -> None:
    months = [(2006, month, month) for month in range(1, 13)]
    assert chart(months, 60).step == 1
    assert chart([*months, (1966, 1, 1)], 60).step == 12
    assert chart([(year, 5, 1) for year in range(1900, 2011)], 60).months(0, 0) == (1900 * 12, 1901 * 12 + 11)


def test_nothing_is_no_bars() -> None:
    assert chart([], 40).values == ()
    assert bars(chart([], 40), 2) == ["", ""]


def test_the_tallest_bar_is_full_and_years_stand_where_they_begin() -> None:
    shown = chart([(2005, 12, 8), (2006, 1, 4), (2006, 2, 1)], 9)
    assert shown.wide == 3
    assert bars(shown, 1) == ["██ ▄▄ ▁▁ "]
    assert axis(shown)[:4] == "2005"


def test_months_in_words() -> None:
    def words(first: tuple[int, int], last: tuple[int, int]) -> str:
        return month_words(*(year * 12 + month - 1 for year, month in (first, last)))

    assert words((2006, 9), (2006, 9)) == "Sep 2006"
    assert words((2006, 1), (2006, 12)) == "2006"
    assert words((2004, 1), (2006, 12)) == "2004 – 2006"
    assert words((2006, 3), (2007, 2)) == "Mar 2006 – Feb 2007"
