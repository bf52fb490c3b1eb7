from __future__ import annotations

from dataclasses import replace

import pytest
from cablereader.cable import Cable, Header, Reference, Repair
from cablereader.tui.page.cells import cells
from cablereader.tui.page.lay_out import Options, lay_out
from cablereader.tui.page.paint import Look
from cablereader.tui.page.rows import NOWHERE, Place
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import BODY, Part, make_cable
from .page_tools import page_text, roles, row_text

PAGE = """
   HARBOUR PILOTS STAY ASHORE
   7 Sep 2006 14:05Z · Embassy Port Alder › Secretary of State
   CONFIDENTIAL  ·  ELAB  EWWT  PGOV                      H more

 1 SBU   Summary: The harbour pilots of Port Alder walked off
         the job on September 4, and the ferries stayed in. The
         Port and Pilotage Authority (PPA) blames the tide. End
         summary.

         THE PILOTS
 2 U     Poloff called on the pilots' committee, which keeps its
         minutes in a bait tin; it asks for three things:

           -- coal for the watch house;
           -- a second bell.

         The committee would not name the third.

         COMMENT
 3 C   ┊ The Government of Vespera (GOV) will find the coal. The
       ┊ bell is another matter.

         ASHWORTH"""


def test_a_page_as_it_looks() -> None:
    assert "\n".join(page_text(lay_out(make_cable(), 64))) == PAGE


def test_in_a_narrow_column_marks_stand_under_their_numbers() -> None:
    lines = page_text(lay_out(make_cable(), 44))
    first = next(index for index, line in enumerate(lines) if line.startswith(" 1"))
    assert lines[first : first + 3] == [
        " 1     Summary: The harbour pilots of Port",
        " SBU   Alder walked off the job on September",
        "       4, and the ferries stayed in. The",
    ]


def test_a_portion_mark_too_long_for_the_gutter_goes_on_below() -> None:
    lines = page_text(lay_out(make_cable(body=(Part("paragraph", "Ice.", "1", "C/REL LIBYA"),)), 70))
    assert lines[-2:] == [" 1 C/REL   Ice.", "   LIBYA"]


def test_items_hang_under_their_first_word() -> None:
    body = (Part("item", "(a) coal for the watch house, and somebody who is awake to burn it"),)
    assert page_text(lay_out(make_cable(body=body), 44))[-2:] == [
        "     (a) coal for the watch house, and",
        "         somebody who is awake to burn it",
    ]


def test_long_items_are_set_apart_and_short_ones_are_not() -> None:
    short = tuple(Part("item", f"-- bell {number}") for number in range(3))
    loose = (*short, Part("item", "-- " + "a bell that can be heard " * 9))
    assert page_text(lay_out(make_cable(body=short), 60))[-3:] == [
        "     -- bell 0",
        "     -- bell 1",
        "     -- bell 2",
    ]
    assert "" in page_text(lay_out(make_cable(body=loose), 60))[5:-1]


def test_a_table_keeps_its_columns_and_moves_sideways() -> None:
    table = "Port         1994  1995\nAlder       1,204   998\nSallow Bay     17    23"
    page = lay_out(make_cable(body=(Part("table", table),)), 40)
    first = page.spots[0][0]
    assert [row_text(page, row, Look(room=80)).strip() for row in range(first, first + 3)] == table.split("\n")
    narrow = [row_text(page, row, Look(room=20)) for row in range(first, first + 3)]
    assert [line.strip() for line in narrow] == ["Port         199›", "Alder       1,20›", "Sallow Bay     1›"]
    moved = [row_text(page, row, Look(room=20, shift=13)).strip() for row in range(first, first + 3)]
    assert moved == ["‹994  1995", "‹204   998", "‹ 17    23"]


def test_a_mended_number_is_told_apart() -> None:
    cable = make_cable()
    start = cable.blocks[2].spans[0][0]
    page = lay_out(replace(cable, repairs=(Repair("number", (start, start + 2), "12.", "2."),)), 64)
    assert roles(page, page.spots[2][0])["2"] == "repair"
    assert roles(page, page.spots[0][0])["1"] == "number"


def test_notes_and_cursor_are_marked_without_moving_the_text() -> None:
    page = lay_out(make_cable(), 64)
    row = page.spots[2][0]
    plain, marked = row_text(page, row), row_text(page, row, Look(cursor=True, note=True))
    assert marked == "▌2 U   ● " + plain[9:]
    title = row_text(page, 1, Look(note=True))
    assert title == " ● HARBOUR PILOTS STAY ASHORE"


def test_the_whole_header_is_an_aligned_table() -> None:
    lines = page_text(lay_out(make_cable(), 64, Options(header_open=True)))
    assert "   From           AMEMBASSY PORT ALDER  U.S. Embassy Port Alder" in lines
    assert "   References     A  PORT ALDER 398  06PORTALDER398" in lines
    assert "   Declassify on  2016-09-07" in lines
    assert lines[3].endswith("H less")


def test_a_reference_that_may_be_of_two_years_offers_both() -> None:
    cable = make_cable()
    item = Reference("A", "PORT ALDER 998", "05PORTALDER998", "06PORTALDER998")
    page = lay_out(replace(cable, header=cable.header._replace(references=(item,))), 84, Options(header_open=True))
    assert "   References     A  PORT ALDER 998  05PORTALDER998 or 06PORTALDER998" in page_text(page)


def test_what_the_header_does_not_have_takes_no_line() -> None:
    cable = make_cable(body=(Part("paragraph", "Ice.", "1"),), subject=None, date=None, classification=None, tags=())
    bare = replace(cable, header=Header())
    assert [line for line in page_text(lay_out(bare, 60)) if line] == [
        "   (no subject)",
        "                                                      H more",
        " 1   Ice.",
    ]


def test_what_the_page_around_the_cable_says_otherwise_is_shown() -> None:
    page = {"classification": "SECRET", "origin": "Embassy Port Alder", "created": "2006-09-07 14:05:00"}
    lines = page_text(lay_out(replace(make_cable(), page=page), 64, Options(header_open=True)))
    assert "   Page says      classification  SECRET" in lines
    assert not [line for line in lines if "origin  " in line or "created  " in line]


def test_what_the_archive_remarks_is_told_in_the_folded_header() -> None:
    lines = page_text(lay_out(replace(make_cable(), page={"note": "This record is a partial extract."}), 64))
    assert lines[4] == "   This record is a partial extract."


def test_mended_things_are_counted_in_words() -> None:
    repairs = (
        Repair("join", (1, 2), "\n", " "),
        Repair("join", (3, 4), "\n", " "),
        Repair("number", (5, 6), "17", "7"),
    )
    lines = page_text(lay_out(replace(make_cable(), repairs=repairs), 64, Options(header_open=True)))
    assert "   Mended         2 sentences joined · 1 paragraph number" in lines


@pytest.mark.parametrize(
    ("classification", "role"),
    [
        ("S E C R E T", "secret"),
        ("CONFIDENTIAL", "confidential"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "restricted"),
        ("UNCLAS", "unclassified"),
        ("VERY QUIET", "quiet"),
    ],
)
def test_a_classification_has_the_colour_of_its_level(classification: str, role: str) -> None:
    page = lay_out(make_cable(classification=classification), 80)
    assert roles(page, 3)[classification] == role


def test_a_long_row_of_tags_leaves_room_for_the_key() -> None:
    tags = [f"TAG{number}" for number in range(10)]
    chips = "   " + "  ".join(tags)
    cable = make_cable(tags=tags, classification=None, origin=None, from_=None)
    assert page_text(lay_out(cable, 64))[2:4] == [
        "   7 Sep 2006 14:05Z · Secretary of State                 H more",
        chips,
    ]
    assert page_text(lay_out(replace(cable, header=Header(tags=tuple(tags))), 64))[2:4] == [chips, " " * 58 + "H more"]


def test_a_text_that_is_no_cable_stands_under_the_reason() -> None:
    text = Cable("dear diary,\nnothing happened", None, "unknown", Header(), (), ())
    assert page_text(lay_out(text, 60, Options(problem="No telegram was found"))) == [
        "   No telegram was found. The text follows as it is.",
        "",
        "   dear diary,",
        "   nothing happened",
    ]
    assert page_text(lay_out(replace(text, source=""), 60)) == ["   This text was not read as a cable: it is empty."]


def test_a_cable_without_paragraphs_shows_its_source() -> None:
    lines = page_text(lay_out(make_cable(body=()), 70))
    assert lines[5] == "   No paragraphs were found in this text. It follows as it is."
    assert lines[7] == "   TAGS: ELAB EWWT PGOV"


parts = st.builds(
    Part,
    st.sampled_from(["heading", "paragraph", "continuation", "item", "closing"]),
    st.text(st.sampled_from("ab c漢\u0301-\n"), min_size=1, max_size=80),
    st.none() | st.sampled_from(["1", "2", "17"]),
    st.none() | st.sampled_from(["U", "SBU", "C/REL LIBYA"]),
)


@given(st.lists(parts, max_size=6), st.integers(24, 90), st.booleans())
def test_rows_are_in_order_within_the_column_and_know_their_blocks(
    body: list[Part], width: int, header_open: bool
) -> None:
    cable = make_cable(body=body)
    page = lay_out(cable, width, Options(header_open))
    assert [page.rows[first].block for first, _ in page.spots] == list(range(len(body)))
    for number, row in enumerate(page.rows):
        assert cells(row_text(page, number, Look(room=width))) <= width
        if row.line >= 0 and row.end > row.start:
            assert page.row_of(Place(row.passage, row.start)) == number
            assert page.row_of(Place(row.passage, row.end - 1)) == number
        if row.block >= 0:
            first, last = page.spots[row.block]
            assert first <= number < last
            assert page.passages[row.passage].text[row.start : row.end] in cable.blocks[row.block].text
        assert row.block != NOWHERE or row.line < 0


@given(st.integers(24, 100), st.integers(0, 40), st.integers(0, 90))
def test_a_cell_leads_to_a_character_and_back(width: int, row: int, cell: int) -> None:
    page = lay_out(make_cable(), width)
    number = min(row, len(page.rows) - 1)
    place = page.place(number, cell)
    assert page.rows[number].start <= place.offset <= page.rows[number].end
    assert place.passage == page.rows[number].passage


def test_the_body_is_the_whole_text_of_every_block() -> None:
    page = lay_out(make_cable(), 50)
    for index, part in enumerate(BODY):
        first, last = page.spots[index]
        words = " ".join(page.passages[row.passage].text[row.start : row.end] for row in page.rows[first:last])
        assert words.split() == part.text.split()
