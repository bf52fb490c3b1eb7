from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from cablereader.cable.model import BlockKind
from cablereader.tui.page.carry import carried
from cablereader.tui.page.find import find
from cablereader.tui.page.jump import hit_shown, next_noted
from cablereader.tui.page.lay_out import Options, lay_out
from cablereader.tui.page.rows import HEADER, Page
from cablereader.tui.page.scroll import View, begun, centred, ended, paged, row_shown, scrolled, stepped
from cablereader.tui.page.source import lay_out_source
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import Part, make_cable

LONG = make_cable(
    body=[Part("paragraph", f"Paragraph {n} " + "of words " * (n * 7 % 40), str(n)) for n in range(1, 31)]
)
PAGE = lay_out(LONG, 60)

Move = Callable[[Page, View], View]
moves: list[Move] = [
    lambda page, view: scrolled(page, view, 1),
    lambda page, view: scrolled(page, view, -1),
    lambda page, view: paged(page, view, 1),
    lambda page, view: paged(page, view, -1),
    lambda page, view: paged(page, view, 0.5),
    lambda page, view: paged(page, view, -0.5),
    lambda page, view: stepped(page, view, 1),
    lambda page, view: stepped(page, view, -1),
    begun,
    ended,
    centred,
]


def sees(page: Page, view: View, block: int) -> bool:
    first, last = page.spot(block)
    return first < view.top + view.height and last > view.top


@given(st.integers(8, 50), st.integers(3, 7), st.integers(0, 29), st.integers(40, 80))
def test_a_view_that_becomes_shorter_keeps_its_cursor(height: int, less: int, block: int, width: int) -> None:
    view = row_shown(PAGE, View(0, height, HEADER), PAGE.spot(block)[0])
    new = lay_out(LONG, width)
    after = carried(LONG, PAGE, new, view._replace(height=less))
    assert after.cursor == block
    assert sees(new, after, block)


@given(st.lists(st.sampled_from(moves), max_size=30), st.integers(3, 50), st.integers(30, 90), st.booleans())
def test_the_cursor_is_always_seen_and_the_view_never_leaves_the_page(
    way: list[Move], height: int, width: int, header_open: bool
) -> None:
    page = lay_out(LONG, width, Options(header_open))
    view = begun(page, View(0, height, HEADER))
    for move in way:
        view = move(page, view)
        assert sees(page, view, view.cursor)
        assert 0 <= view.top <= max(len(page.rows) - height, 0)
        assert HEADER <= view.cursor < 30


@pytest.mark.parametrize("down", [moves[0], moves[2], moves[4], moves[6]])
def test_going_on_comes_to_the_last_paragraph(down: Move) -> None:
    view = begun(PAGE, View(0, 20, HEADER))
    for _ in range(len(PAGE.rows) + 30):
        view = down(PAGE, view)
    assert view == ended(PAGE, view)


@pytest.mark.parametrize("up", [moves[1], moves[3], moves[5], moves[7]])
def test_going_back_comes_to_the_beginning(up: Move) -> None:
    view = ended(PAGE, View(0, 20, HEADER))
    for _ in range(len(PAGE.rows) + 30):
        view = up(PAGE, view)
    assert view.top == 0
    assert view.cursor in (HEADER, 0)


def test_a_page_keeps_two_rows_of_the_one_before() -> None:
    view = begun(PAGE, View(0, 20, HEADER))
    assert paged(PAGE, view, 1).top == 18
    assert paged(PAGE, paged(PAGE, view, 1), -1).top == 0
    assert paged(PAGE, view, 0.5).top == 10


def test_a_page_puts_the_cursor_on_what_begins_there() -> None:
    view = paged(PAGE, begun(PAGE, View(0, 20, HEADER)), 1)
    first, _ = PAGE.spot(view.cursor)
    assert view.top <= first
    assert PAGE.spot(view.cursor - 1)[0] < view.top


def test_stepping_shows_the_whole_paragraph() -> None:
    view = begun(PAGE, View(0, 20, HEADER))
    for cursor in range(1, 30):
        view = stepped(PAGE, view, 1)
        first, last = PAGE.spot(cursor)
        assert view.cursor == cursor
        assert view.top <= first
        assert last <= view.top + view.height


def test_stepping_passes_over_headings() -> None:
    kinds: tuple[BlockKind, ...] = ("heading", "heading", "paragraph", "heading", "paragraph", "heading")
    page = lay_out(make_cable(body=[Part(kind, "words") for kind in kinds]), 64)
    view = begun(page, View(0, 60, HEADER))
    assert view.cursor == 2
    assert stepped(page, view, 1).cursor == 4
    assert stepped(page, stepped(page, view, 1), 1).cursor == 4
    assert stepped(page, stepped(page, view, 1), -1).cursor == 2
    assert stepped(page, view, -1).cursor == HEADER


def test_of_a_paragraph_taller_than_the_view_the_beginning_is_shown() -> None:
    page = lay_out(make_cable(body=[Part("paragraph", "short"), Part("paragraph", "word " * 500)]), 40)
    view = stepped(page, begun(page, View(0, 12, HEADER)), 1)
    assert view.top <= page.spot(1)[0] < view.top + 4


def test_a_line_moves_the_page_and_the_cursor_only_when_it_must() -> None:
    view = begun(PAGE, View(0, 20, HEADER))
    assert scrolled(PAGE, view, 1) == View(1, 20, 0)
    last = ended(PAGE, view)
    assert scrolled(PAGE, last._replace(cursor=28), 1) == last


def test_a_cable_that_fits_is_walked_through_by_lines() -> None:
    page = lay_out(make_cable(), 64)
    view = begun(page, View(0, 60, HEADER))
    assert [scrolled(page, view._replace(cursor=at), 1).cursor for at in (0, 1, 7, 8)] == [1, 2, 8, 8]


def test_a_row_is_brought_a_third_down_unless_it_is_seen() -> None:
    view = begun(PAGE, View(0, 20, HEADER))
    assert row_shown(PAGE, view, 10).top == 0
    assert row_shown(PAGE, view, 60).top == 54


def test_a_hit_is_brought_into_view_with_its_paragraph() -> None:
    found = find(PAGE, "Paragraph 20 ")
    assert found.hit is not None
    view = hit_shown(PAGE, begun(PAGE, View(0, 20, HEADER)), found.hit)
    assert view.cursor == 19
    assert sees(PAGE, view, 19)


def test_the_next_note_is_the_nearest_one_in_the_direction() -> None:
    assert next_noted({HEADER, 3, 9}, 3, 1) == 9
    assert next_noted({HEADER, 3, 9}, 4, -1) == 3
    assert next_noted({HEADER, 3, 9}, 3, -1) == HEADER
    assert next_noted({HEADER, 3, 9}, 9, 1) is None


@given(st.integers(0, 29), st.integers(30, 100), st.integers(30, 100), st.integers(5, 40), st.booleans())
def test_the_paragraph_stays_on_its_line_when_the_column_changes(
    block: int, width: int, other: int, height: int, header_open: bool
) -> None:
    old, new = lay_out(LONG, width), lay_out(LONG, other, Options(header_open))
    view = row_shown(old, begun(old, View(0, height, HEADER)), old.spot(block)[0])
    after = carried(LONG, old, new, view)
    assert after.cursor == block
    assert sees(new, after, block)
    if 0 < after.top < len(new.rows) - height:
        assert new.spot(block)[0] - after.top == old.spot(block)[0] - view.top


@given(st.integers(0, 29), st.integers(30, 100), st.integers(5, 40))
def test_the_source_opens_at_the_same_words(block: int, width: int, height: int) -> None:
    page, raw = lay_out(LONG, width), lay_out_source(LONG, width)
    first, last = page.spot(block)
    view = row_shown(page, begun(page, View(0, height, HEADER)), (first + last) // 2)
    there = carried(LONG, page, raw, view)
    assert there.cursor == block
    assert sees(raw, there, block)
    assert carried(LONG, raw, page, there).cursor == block


@given(st.integers(0, 8), st.integers(30, 100), st.integers(5, 40))
def test_of_blocks_that_share_a_line_of_the_source_the_right_one_is_kept(block: int, width: int, height: int) -> None:
    cable = make_cable()
    flat = replace(cable, source=cable.source.replace("\n", " "))
    page, raw = lay_out(flat, width), lay_out_source(flat, width)
    there = row_shown(raw, begun(raw, View(0, height, HEADER)), raw.spot(block)[0])._replace(cursor=block)
    assert carried(flat, raw, page, there).cursor == block


def test_reading_the_middle_of_a_long_paragraph_survives_a_new_width() -> None:
    cable = make_cable(body=[Part("paragraph", " ".join(f"word{n}" for n in range(900)), "1")])
    old, new = lay_out(cable, 80), lay_out(cable, 50)
    after = carried(cable, old, new, View(60, 20, 0))
    old_word = old.rows[60].start
    row = new.rows[after.top]
    assert row.start <= old_word < row.end


def test_a_text_without_blocks_can_be_scrolled() -> None:
    page = lay_out(make_cable(body=()), 60)
    view = begun(page, View(0, 3, HEADER))
    for move in moves:
        view = move(page, view)
        assert view.cursor == HEADER


@given(st.integers(0, len(PAGE.spots) - 1), st.integers(8, 40))
def test_a_paragraph_is_brought_to_the_middle(block: int, height: int) -> None:
    first, last = PAGE.spot(block)
    view = centred(PAGE, View(0, height, block))
    assert view.cursor == block
    assert centred(PAGE, view) == view
    above, below = first - view.top, view.top + height - last
    if 0 < view.top < len(PAGE.rows) - height:
        assert (above == 0 and below <= 0) or abs(above - below) <= 1
