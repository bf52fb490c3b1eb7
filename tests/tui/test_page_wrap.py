from __future__ import annotations

import pytest
from cablereader.tui.page.cells import cells, fit, offset_at, unwrapped, wrap
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import split_graphemes

# Letters, wide and combining characters, joined emoji, spaces of both kinds, joints and line breaks.
_ALPHABET = "ab-/. \n" + "é漢字" + "e\u0301" + "\u200d\ufe0f👩🚀\u00a0"
texts = st.text(st.sampled_from(_ALPHABET), max_size=120) | st.text(max_size=60)
widths = st.integers(2, 30)


def shown(text: str, width: int, hang: int = 0) -> list[str]:
    return [text[cut.start : cut.end] for cut in wrap(text, width, hang)]


@given(texts, widths, st.integers(0, 5))
def test_rows_give_the_text_back_but_for_white_space_between_them(text: str, width: int, hang: int) -> None:
    position = 0
    for cut in wrap(text, width, hang):
        assert position <= cut.start <= cut.end
        assert text[position : cut.start].strip() == ""
        position = cut.end
    assert text[position:].strip() == ""


@given(texts, widths, st.integers(0, 5))
def test_no_row_is_wider_than_the_column(text: str, width: int, hang: int) -> None:
    for number, row in enumerate(shown(text, width, hang)):
        assert cells(row) <= max(width - (hang if number else 0), 2)


@example("\u200d字a", 2)
@given(texts, widths)
def test_a_row_breaks_only_where_it_must_or_may(text: str, width: int) -> None:
    for cut, following in zip(wrap(text, width), wrap(text, width)[1:], strict=False):
        if following.soft and cut.end == following.start:  # inside a word
            before, after = text[cut.end - 1], text[cut.end]
            joint = before in "-/" and text[cut.end - 2].isalpha() and after.isalpha()
            row = text[cut.start : cut.end]
            used = max(cells(row), split_graphemes(row)[1])  # behind a stray joiner the two differ
            assert joint or used >= width - 1 or cells(after) == 0


@given(texts)
def test_lines_of_a_table_are_left_as_they_are(text: str) -> None:
    assert [text[cut.start : cut.end] for cut in unwrapped(text)] == text.split("\n")


@example("\u200d\u200daa", 1)
@given(st.text(st.sampled_from(_ALPHABET.replace("\n", "")), min_size=1, max_size=40), st.integers(0, 60))
def test_every_cell_belongs_to_the_character_that_covers_it(text: str, cell: int) -> None:
    offset = offset_at(text, 0, len(text), cell)
    assert 0 <= offset <= len(text)
    assert cells(text[:offset]) <= cell or cells(text[:offset]) == 0
    if offset < len(text) and cell < cells(text):
        assert cells(text[: offset + 1]) >= cells(text[:offset])


@given(st.text(max_size=40), widths)
def test_what_fits_fits_and_something_always_does(text: str, width: int) -> None:
    end = fit(text, 0, len(text), width)
    assert cells(text[:end]) <= width
    assert end > 0 or not text


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("the ferries stayed in", 11, ["the ferries", "stayed in"]),
        ("non-governmental organizations", 22, ["non-governmental", "organizations"]),
        ("a non-governmental", 8, ["a non-", "governme", "ntal"]),
        ("on 2006-09-01 at noon", 8, ["on", "2006-09-", "01 at", "noon"]),
        ("one\n\n  two three", 9, ["one", "", "  two", "three"]),
        ("漢字漢字漢字", 5, ["漢字", "漢字", "漢字"]),
        ("a\u00a0b\u00a0c", 3, ["a\u00a0b", "c"]),
        ("", 10, [""]),
        ("trailing   ", 20, ["trailing"]),
    ],
)
def test_rows(text: str, width: int, rows: list[str]) -> None:
    assert shown(text, width) == rows


def test_later_rows_are_narrower_by_the_hang() -> None:
    assert shown("-- coal for the watch house", 12, 3) == ["-- coal for", "the watch", "house"]


def test_only_a_broken_line_runs_on() -> None:
    assert [cut.soft for cut in wrap("coal for the house\nbell", 9)] == [False, True, False]


def test_combining_marks_stay_with_their_letter() -> None:
    text = "e\u0301" * 6
    assert shown(text, 2) == ["e\u0301e\u0301"] * 3


@pytest.mark.parametrize("letters", ["x", "漢", "e\u0301", "x ", " "])
def test_a_megabyte_is_wrapped_to_its_last_character(letters: str) -> None:
    text = letters * (1_000_000 // len(letters)) + "z"
    rows = wrap(text, 72)
    assert text[rows[-1].start : rows[-1].end].endswith("z")
