"""How the text of a page is set: spacing, justified lines, what is dimmed, the line beside a comment."""

from __future__ import annotations

import pytest
from cablereader.tui.page.cells import cells
from cablereader.tui.page.explain import explain_at
from cablereader.tui.page.lay_out import Options, lay_out
from cablereader.tui.page.paint import BOOKMARK, NOTE, RULE, Look, paint
from cablereader.tui.page.resume import resumed, stopped_at
from cablereader.tui.page.rows import Page, Place
from cablereader.tui.page.scroll import View
from cablereader.tui.page.state import SPACINGS, ReaderState, spacing_of
from cablereader.tui.page.stretch import gaps, place_at
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import Part, make_cable
from .page_tools import page_text, row_text

WORDS = (
    "The harbour pilots of Port Alder walked off the job on September 4, and the ferries stayed in all that week. " * 3
)
LONG = make_cable(body=(Part("paragraph", WORDS, "1", "U"), Part("paragraph", WORDS, "2", "U")))


def last_row(page: Page, block: int) -> int:
    return page.spots[block][1] - 1


def test_spacing() -> None:
    close, usual, double = (lay_out(make_cable(), 64, Options(spacing=spacing)) for spacing in SPACINGS)
    body = [page_text(page)[page.spots[0][0] :] for page in (close, usual, double)]
    assert body[0].count("") < body[1].count("") < body[2].count("")
    assert (
        [line for line in body[0] if line] == [line for line in body[1] if line] == [line for line in body[2] if line]
    )
    first, last = double.spots[0]
    assert [bool(line) for line in page_text(double)[first:last]] == [True, False] * 3 + [True]


def test_the_next_spacing_comes_round() -> None:
    state = ReaderState()
    for _ in SPACINGS:
        state = state.respaced()
    assert state == ReaderState()
    assert spacing_of("strange") == ReaderState().spacing


def test_a_character_is_on_the_same_row_however_lines_are_spaced() -> None:
    page = lay_out(LONG, 50, Options(spacing="double"))
    for offset in range(0, len(WORDS), 7):
        place = page.place_in_block(0, offset)
        assert place is not None
        row = page.rows[page.row_of(place)]
        assert row.line >= 0
        assert row.start <= offset <= row.end + 1


@given(st.integers(30, 110))
def test_justified_rows_end_at_the_edge_and_the_last_one_does_not(width: int) -> None:
    page = lay_out(LONG, width, Options(justified=True))
    ragged = lay_out(LONG, width)
    for block in range(2):
        first, last = page.spots[block]
        for row in range(first, last):
            text = row_text(page, row)
            assert text.split() == row_text(ragged, row).split()
            assert cells(text) == (width if gaps(page, row) else cells(row_text(ragged, row)))
        assert not gaps(page, last_row(page, block))
    if width > 50:
        assert any(gaps(page, row) for row in range(*page.spots[0]))


@given(st.integers(40, 100), st.data())
def test_a_character_of_a_justified_row_is_where_it_is_painted(width: int, data: st.DataObject) -> None:
    page = lay_out(LONG, width, Options(justified=True))
    row = data.draw(st.integers(*page.spots[0]).filter(lambda row: row < page.spots[0][1]))
    entry = page.rows[row]
    at = 0
    for piece in paint(page, row, ()):
        if piece.offset is not None:
            for index, character in enumerate(piece.text.rstrip() or " "):
                place = place_at(page, row, at + index)
                if character != " ":
                    assert place == Place(entry.passage, piece.offset + index)
        at += cells(piece.text)


def test_what_is_dimmed_says_so_in_every_piece() -> None:
    page = lay_out(LONG, 60)
    pieces = paint(page, page.spots[0][0], (), Look(dimmed=True))
    assert {piece.roles[-1] for piece in pieces} == {"dimmed"}


def test_the_line_beside_a_comment_gives_way_to_the_sign_of_a_note() -> None:
    cable = make_cable()
    page = lay_out(cable, 64)
    comment = next(index for index, block in enumerate(cable.blocks) if block.heading == "COMMENT" and block.number)
    row = page.spots[comment][0]
    plain, noted = row_text(page, row), row_text(page, row, Look(note=True, bookmark=True))
    assert plain[: len(noted)].replace(f" {RULE}", BOOKMARK + NOTE, 1)[:12] == noted[:12]
    assert [RULE in row_text(page, at) for at in range(*page.spots[comment])] == [True, True]
    assert RULE not in row_text(page, page.spots[0][0])


@pytest.mark.parametrize("width", [40, 64, 100])
@pytest.mark.parametrize("old", [40, 80])
def test_reading_goes_on_at_the_same_words_at_another_width(old: int, width: int) -> None:
    before = lay_out(LONG, old)
    view = View(before.spots[1][0] + 2, 6, 1)
    offset = stopped_at(before, view, LONG.blocks[1])
    assert offset > 0
    after = lay_out(LONG, width)
    again = resumed(after, View(0, 4, 0), 1, offset)
    assert again.cursor == 1
    place = after.place_in_block(1, offset)
    assert place is not None
    row = after.row_of(place)
    end = again.top == len(after.rows) - 4
    assert row == again.top or ((end or row == after.spots[1][0]) and again.top <= row < again.top + 4)


def test_a_paragraph_that_was_all_in_view_comes_back_with_its_beginning() -> None:
    page = lay_out(LONG, 60)
    view = View(0, 40, 1)
    assert stopped_at(page, view, LONG.blocks[1]) == 0
    again = resumed(page, View(0, 6, 0), 1, 0)
    assert again.top <= page.spots[1][0] < again.top + 6


def test_what_stands_at_a_cell_of_a_justified_row_is_explained() -> None:
    from cablereader.cable.terms import Terms

    text = (
        "The Port and Pilotage Authority (PPA) blames the tide in the west channel, and the PPA will not say which one."
    )
    cable = make_cable(body=(Part("paragraph", text, "1", "U"),))
    page = lay_out(cable, 52, Options(justified=True))
    row = next(row for row in range(*page.spots[0]) if "the PPA" in " ".join(row_text(page, row).split()))
    assert gaps(page, row)
    found = explain_at(cable, Terms.of(cable), page, row, row_text(page, row).index("PPA") + 1)
    assert found is not None
    assert found.term == "PPA"
