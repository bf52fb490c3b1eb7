from __future__ import annotations

from dataclasses import replace

from cablereader.cable import Cable
from cablereader.tui.page.carry import carried
from cablereader.tui.page.lay_out import lay_out
from cablereader.tui.page.rows import HEADER, NOWHERE, Place
from cablereader.tui.page.scroll import View
from cablereader.tui.page.select import Part as Selected
from cablereader.tui.page.select import selected_parts, selected_text, whole, word_at
from cablereader.tui.page.source import lay_out_source, start_of_message
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import BODY, Part, make_cable
from .page_tools import page_text, roles

sources = st.text(st.sampled_from("ab \r\n\t漢\x1b\u202e-"), max_size=80)


def source_of(text: str) -> Cable:
    return replace(make_cable(body=()), source=text, spans=())


def test_lines_are_as_they_are_and_long_ones_run_on() -> None:
    page = lay_out_source(source_of("first line\n\n  indented\n" + "word " * 12), 33)
    assert page_text(page) == [
        "   first line",
        "",
        "     indented",
        "   word word word word word word",
        "     word word word word word",
        "     word",
    ]


def test_carriage_returns_at_line_ends_are_not_shown_and_others_are() -> None:
    assert page_text(lay_out_source(source_of("one\r\ntwo\rthree"), 40)) == ["   one", "   two␍three"]


@given(sources)
def test_the_source_keeps_every_offset(source: str) -> None:
    page = lay_out_source(source_of(source), 40)
    assert len(page.passages[0].text) == len(source)
    for offset, character in enumerate(source):
        if character.isalpha():
            row = page.rows[page.row_of(Place(0, offset))]
            assert row.start <= offset < row.end


def test_every_block_has_the_rows_of_its_text() -> None:
    cable = make_cable()
    page = lay_out_source(cable, 80)
    for block, (first, last) in zip(cable.blocks, page.spots, strict=True):
        shown = "\n".join(page_text(page)[first:last])
        assert block.text.split()[0] in shown
        assert block.text.split()[-1] in shown
        assert {row.block for row in page.rows[first:last]} == {cable.blocks.index(block)}
    assert {row.block for row in page.rows[: page.spots[0][0]]} == {HEADER}
    assert page.rows[page.spots[0][1]].block == NOWHERE


def test_blocks_that_share_one_line_all_have_it() -> None:
    cable = make_cable(body=[Part("paragraph", "one", "1"), Part("paragraph", "two", "2")])
    flat = replace(cable, source=cable.source.replace("\n", " "))
    page = lay_out_source(flat, 200)
    assert page.spots == ((0, 1), (0, 1))


def test_the_parts_of_the_source_are_told_apart() -> None:
    page = lay_out_source(make_cable(), 80)
    assert roles(page, 0) == {"TAGS: ELAB EWWT PGOV": "label"}
    heading = page.spots[1][0]
    assert roles(page, heading) == {"THE PILOTS": "heading"}


def test_the_top_of_the_page_leads_to_the_beginning_of_the_message() -> None:
    cable = make_cable()
    chrome = "Menu\n" * 40
    framed = replace(
        cable,
        source=chrome + cable.source,
        spans=(
            cable.spans[0]._replace(role="chrome", start=0, end=len(chrome)),
            *(span._replace(start=span.start + 200, end=span.end + 200) for span in cable.spans),
        ),
        blocks=tuple(
            replace(block, spans=tuple((a + 200, b + 200) for a, b in block.spans), runs=()) for block in cable.blocks
        ),
    )
    assert start_of_message(framed) == 200
    page, raw = lay_out(framed, 60), lay_out_source(framed, 60)
    assert carried(framed, page, raw, View(0, 20, HEADER)).top == 40


def test_selected_text_is_reflowed_and_has_no_gutter() -> None:
    page = lay_out(make_cable(), 30)
    first, last = (page.rows[page.spots[block][0]].passage for block in (2, 4))
    assert selected_text(page, Place(first, 17), Place(last, 9)) == (
        "the pilots' committee, which keeps its minutes in a bait tin; it asks for three things:\n\n"
        "-- coal for the watch house;\n-- a seco"
    )


def test_a_selection_is_of_the_blocks_it_touches() -> None:
    cable = make_cable()
    page = lay_out(cable, 30)
    first, last = (page.rows[page.spots[block][0]].passage for block in (2, 4))
    begun, between, ended = selected_parts(page, cable, Place(first, 16), Place(last, 5))
    assert (begun, ended) == (Selected(2, 17, len(BODY[2].text)), Selected(4, 0, 4))
    assert between == Selected(3, 0, len(BODY[3].text))
    assert selected_parts(page, cable, Place(0, 0), Place(first, 6))[0] == Selected(0, 0, len(BODY[0].text))
    assert selected_parts(page, cable, Place(0, 0), Place(0, 5)) == []


@given(st.integers(0, len(BODY[0].text)), st.integers(0, len(BODY[0].text)))
def test_a_selection_in_the_source_is_led_back_to_the_text(start: int, end: int) -> None:
    cable = make_cable()
    page = lay_out_source(cable, 60)
    block = cable.blocks[0]
    start, end = min(start, end), max(start, end)
    parts = selected_parts(page, cable, Place(0, block.to_source(start)), Place(0, block.to_source(end)))
    wanted = block.text[start:end].strip()
    assert [block.text[part.start : part.end] for part in parts] == ([wanted] if wanted else [])


def test_a_word_is_selected_with_what_holds_it_together() -> None:
    passage = lay_out(make_cable(body=[Part("paragraph", 'The "non-governmental" U.S. 漢字, x')]), 60).passages[-1]
    words = {passage.text[slice(*word_at(passage, offset))] for offset in range(len(passage.text))}
    assert words == {"The", " ", '"', "non-governmental", "U.S", ".", "漢字", ",", "x"}


def test_a_whole_paragraph_or_line_is_selected() -> None:
    cable = make_cable()
    page, raw = lay_out(cable, 30), lay_out_source(cable, 30)
    passage = page.rows[page.spots[2][0]].passage
    assert selected_text(page, *whole(page, Place(passage, 40))) == BODY[2].text
    assert selected_text(raw, *whole(raw, Place(0, 3))) == "TAGS: ELAB EWWT PGOV"
