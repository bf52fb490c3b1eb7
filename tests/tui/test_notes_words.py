"""The words of the notes: ages, tags, text made fit to keep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cablereader.tui.ages import age, clock, exactly
from cablereader.tui.typed import tag_line, tags_of, typed
from hypothesis import given
from hypothesis import strategies as st

from ..hostile import TEXTS, leaks

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-30), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=11), "11 hours ago"),
        (timedelta(hours=14), "yesterday"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(days=13), "13 days ago"),
        (timedelta(days=14), "2 weeks ago"),
        (timedelta(days=59), "8 weeks ago"),
        (timedelta(days=62), "2 months ago"),
        (timedelta(days=364), "11 months ago"),
        (timedelta(days=366), "1 year ago"),
        (timedelta(days=4000), "10 years ago"),
    ],
)
def test_an_age_is_said_in_words(ago: timedelta, words: str) -> None:
    assert age(NOW - ago, NOW, UTC) == words


def test_an_hour_before_midnight_is_not_yesterday_an_hour_after_it() -> None:
    after = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
    assert age(after - timedelta(hours=1), after, UTC) == "1 hour ago"


@given(st.timedeltas(timedelta(0), timedelta(days=20_000)))
def test_what_is_older_never_looks_younger(ago: timedelta) -> None:
    units = ("just", "minute", "hour", "yesterday", "day", "week", "month", "year")

    def rank(words: str) -> tuple[int, int]:
        unit = next(place for place, unit in enumerate(units) if unit in words)
        return unit, int(words.split()[0]) if words[0].isdigit() else 0

    earlier = NOW - ago
    assert rank(age(earlier - timedelta(days=1, seconds=1), NOW, UTC)) >= rank(age(earlier, NOW, UTC))


def test_a_tag_of_two_words_stays_one() -> None:
    assert tags_of(tag_line(("human rights", "ngo"))) == ("human rights", "ngo")


def test_exact_times() -> None:
    then = datetime(2026, 11, 3, 9, 5, tzinfo=UTC)
    assert exactly(then, UTC) == "3 Nov 2026 09:05"
    assert clock(then, then + timedelta(hours=2), UTC) == "09:05"
    assert clock(then, NOW, UTC) == "3 Nov 09:05"
    assert clock(then, NOW + timedelta(days=100), UTC) == "3 Nov 2026 09:05"


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", ()),
        ("ngo", ("ngo",)),
        ("#ngo #brokerage", ("ngo", "brokerage")),
        ("ngo, brokerage;trafficking  tip", ("ngo", "brokerage", "trafficking", "tip")),
        ("NGO ngo #Ngo", ("NGO",)),
        ("# ## , ,", ()),
        ("c#", ("c",)),
        ("\x1b[31mred\x1b[0m", ("red",)),
    ],
)
def test_tags_are_read_from_a_line(line: str, tags: tuple[str, ...]) -> None:
    assert tags_of(line) == tags


@given(st.text(max_size=60))
def test_tags_survive_being_shown_and_read_again(line: str) -> None:
    tags = tags_of(line)
    assert tags_of(tag_line(tags)) == tags


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;owned\x07after", "after"),
        ("\x1b]8;;https://example.invalid\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bP$q\x22p\x1b\\after", "after"),
        ("one\r\ntwo\rthree\x85four\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("tab\tstays", "tab\tstays"),
        ("half \ud800", "half �"),
        ("[bold]not markup[/]", "[bold]not markup[/]"),
        ("unfinished \x1b]52;c;x\nnext line", "unfinished \nnext line"),
    ],
)
def test_pasted_text_loses_what_steers_a_terminal(pasted: str, kept: str) -> None:
    assert typed(pasted) == kept


@given(st.text())
def test_typed_text_is_fit_to_keep(text: str) -> None:
    clean = typed(text)
    bidi = {f"U+{code:04X}" for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
    assert set(leaks(clean)) <= {"U+0009", *bidi}
    assert typed(clean) == clean


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_fit_to_keep(name: str) -> None:
    clean = typed(TEXTS[name])
    assert typed(clean) == clean
    clean.encode("utf-8")
