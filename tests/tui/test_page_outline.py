"""The outline of a cable, and what is copied from it."""

from __future__ import annotations

import pytest
from cablereader.tui.page.cells import cells
from cablereader.tui.page.copies import quoted, whole
from cablereader.tui.page.outline import outline, standing_at

from ..handmade import BODY, Part, make_cable

CABLE = make_cable()


def test_headings_and_numbered_paragraphs_are_listed() -> None:
    assert [entry.anchor for entry in outline(CABLE, 50)] == ["1", "1.1", "2", "2.4", "3"]
    assert [entry.line for entry in outline(CABLE, 30)] == [
        "  1 SBU   Summary: The harbou…",
        "THE PILOTS",
        "  2 U     Poloff called on th…",
        "COMMENT",
        "  3 C   ┊ The Government of V…",
    ]


def test_without_a_comment_nothing_is_kept_free_for_its_sign() -> None:
    lines = [entry.line for entry in outline(make_cable(body=BODY[:1]), 30)]
    assert lines == ["  1 SBU Summary: The harbour …"]


@pytest.mark.parametrize("width", [12, 30, 56])
def test_no_line_is_wider_than_there_is_room(width: int) -> None:
    body = [
        Part("heading", "漢字" * 40),
        Part("paragraph", "words " * 90, "123", "SBU/NF"),
        Part("paragraph", "x", "4"),
    ]
    lines = [entry.line for entry in outline(make_cable(body=body), width)]
    assert max(map(cells, lines)) <= max(width, 16)


def test_a_block_stands_under_the_nearest_entry_above_it() -> None:
    anchors = [block.anchor for block in CABLE.blocks]
    assert standing_at(CABLE, anchors[0]) == anchors[0]
    assert standing_at(CABLE, anchors[4]) == anchors[2]
    assert standing_at(CABLE, None) is None


def test_a_paragraph_is_copied_with_its_citation_and_the_header_as_one() -> None:
    text, citation = quoted(CABLE, CABLE.blocks[0]).split("\n\n")
    assert text == BODY[0].text
    assert "para. 1" in citation
    assert quoted(CABLE, None).count("\n") == 0
    assert quoted(CABLE, CABLE.blocks[0], "walked off the job").startswith("walked off the job\n\n")


def test_the_whole_cable_is_copied_with_numbers_and_marks_below_its_citation() -> None:
    parts = whole(CABLE).split("\n\n")
    assert parts[0] == quoted(CABLE, None)
    assert parts[1] == f"1. (SBU) {BODY[0].text}"
    assert parts[2] == "THE PILOTS"
    assert len(parts) == 1 + len(CABLE.blocks)


def test_what_is_copied_commands_no_terminal() -> None:
    cable = make_cable(body=[Part("paragraph", "one \x1b[2J two \x07", "1")])
    assert "\x1b" not in quoted(cable, cable.blocks[0]) + whole(cable)
