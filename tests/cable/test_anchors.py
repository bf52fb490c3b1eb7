"""What a note remembers of its block: the skeleton, the record, its JSON form and the labels for people."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from cablereader.cable import Block, Cable, Furniture, anchor, read_cable
from cablereader.cable.anchors import (
    Anchor,
    anchor_label,
    block_label,
    body_text,
    describe,
    range_label,
    range_start,
    skeleton,
)
from hypothesis import given
from hypothesis import strategies as st

HEAD = (
    "VZCZCXYZ0001\nR 071515Z SEP 06\nFM AMEMBASSY PORT ALDER\n\n"
    "UNCLAS SECTION 01 OF 02 PORT ALDER 000412\n\nSUBJECT: THE LIGHT\n\n"
)
TWICE = "The keeper Odile Varr is owed her wages for thirty-two years, in odd years and in even ones."
TEXT = f"""{HEAD}SUMMARY
-------

1. (C) The light burns, and nobody has paid for the oil since the war. End summary.

THE KEEPERS
-----------

2. (C) What the clerk of the harbor office told us on Monday:

-- {TWICE}

PORT ALDER 00000412  002 OF 002


3. (C) What the clerk told us on Tuesday is the same, he says:

-- {TWICE}

-- The uncle has the second volume of the novel, and will not be parted from it.

4. (C) Comment: Nobody wants the rock.

They want the book. End comment.

1. (U) An annex that counts anew, and in which nothing at all is said of the light.
ASHWORTH
"""


@pytest.fixture(scope="module")
def read() -> Cable:
    """A cable with two headings, a repeated item, a page break and numbers that begin anew."""
    return read_cable(TEXT)


def at(cable: Cable, address: str) -> Block:
    block = cable.block(address)
    assert block is not None, [item.anchor for item in cable.blocks]
    return block


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S.-Vesperan border", "the us vesperan\nBORDER"),
        ("“Odile” — ‘Varr’", "\"Odile\" -- 'Varr'"),
        ("Café ﬁrst", "CAFE\u0301 first"),
        ("¶3. oil, 1 000 drums", "3 OIL 1000 DRUMS"),
        ("one-\nmonth", "one-month"),
    ],
)
def test_a_skeleton_forgets_what_renditions_change(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@given(st.text())
def test_a_skeleton_has_letters_and_digits_alone(text: str) -> None:
    assert all(letter.isalnum() for letter in skeleton(text))
    assert skeleton(text.upper()) == skeleton(text.lower()) or not text.isascii()
    assert skeleton(" ".join(text)) == skeleton("".join(text)) or not text.isascii()


def test_the_record_of_a_numbered_paragraph(read: Cable) -> None:
    block = at(read, "2")
    found = describe(read, block)
    own = skeleton(block.text)
    assert (found.cable, found.address, found.label, found.index) == ("06PORTALDER412", "2", "2", 0)
    assert found.own_number
    assert (found.quote, found.heading, found.kind, found.section) == (block.text, "THE KEEPERS", "para", None)
    assert (found.ordinal, found.of) == (read.blocks.index(block), len(read.blocks))
    assert (found.skel_len, found.digest) == (len(own), hashlib.sha256(own.encode()).hexdigest()[:16])
    assert found.prefix.endswith("endsummary" + "thekeepers")
    assert found.suffix.startswith("thekeeperodilevarr")
    assert len(found.prefix) == len(found.suffix) == 64
    assert not found.ambiguous
    assert found.selection is None


def test_copies_are_counted_and_near_copies_said(read: Cable) -> None:
    first, second = describe(read, at(read, "2.1")), describe(read, at(read, "3.1"))
    assert (first.copy.k, first.copy.n, second.copy.k, second.copy.n) == (1, 2, 2, 2)
    assert first.ambiguous
    assert second.ambiguous
    assert first.digest == second.digest
    assert not describe(read, at(read, "3.2")).ambiguous


def test_a_text_inside_another_or_nearly_the_same_is_ambiguous(make_cable: Callable[..., Cable]) -> None:
    near = TEXT.replace(f"same, he says:\n\n-- {TWICE}", f"same, he says:\n\n-- {TWICE.replace('thirty', 'forty')}")
    cable = read_cable(near)
    assert describe(cable, at(cable, "2.1")).copy.n == 1
    assert describe(cable, at(cable, "2.1")).ambiguous
    inside = read_cable(TEXT.replace("THE KEEPERS\n-----------", "THE BOOK\n--------"))
    assert describe(inside, at(inside, "1.1")).ambiguous


def test_kinds_tell_summary_comment_list_and_heading(read: Cable) -> None:
    kinds = {block.anchor: describe(read, block).kind for block in read.blocks}
    assert kinds == {
        "0.1": "head",
        "1": "summary",
        "1.1": "head",
        "2": "para",
        "2.1": "list",
        "3": "para",
        "3.1": "list",
        "3.2": "list",
        "4": "comment",
        "4.1": "comment",
        "1~2": "para",
        "1~2.1": "closing",
    }


def test_the_section_is_the_page_break_before_the_block(read: Cable) -> None:
    assert [describe(read, at(read, address)).section for address in ("2.1", "3", "4")] == [
        None,
        "002 OF 002",
        "002 OF 002",
    ]


def test_a_number_printed_again_is_another_occurrence(read: Cable) -> None:
    assert (describe(read, at(read, "1")).occurrence, describe(read, at(read, "1~2")).occurrence) == (1, 2)
    assert describe(read, at(read, "1~2")).label == "1"


def test_a_selection_is_kept_with_its_place(read: Cable) -> None:
    block = at(read, "2")
    start = block.text.index("harbor office")
    selection = describe(read, block, (start, start + 13)).selection
    assert selection is not None
    assert (selection.exact, selection.start, selection.end) == ("harbor office", start, start + 13)


def test_a_note_on_the_whole_cable(read: Cable) -> None:
    found = describe(read, None)
    assert (found.address, found.ordinal, found.label, found.kind, found.quote) == (None, None, None, "cable", "")
    assert found.snapshot == describe(read, read.blocks[0]).snapshot


def test_a_block_of_another_cable_is_refused(read: Cable, cable: Cable) -> None:
    with pytest.raises(ValueError, match=r".*"):
        describe(read, cable.blocks[0])


def test_the_snapshot_is_that_of_the_body_text_alone(read: Cable) -> None:
    assert describe(read, None).snapshot == "sha256:" + hashlib.sha256(body_text(read).encode()).hexdigest()
    moved = read_cable(
        TEXT.replace("\n\nPORT ALDER 00000412  002 OF 002\n\n", "").replace("VZCZCXYZ0001", "VZCZCXYZ0002")
    )
    assert describe(moved, None).snapshot == describe(read, None).snapshot
    other = read_cable(TEXT.replace("second volume", "first volume"))
    assert describe(other, None).snapshot != describe(read, None).snapshot


def test_the_body_text_gives_the_blocks_back(read: Cable) -> None:
    assert body_text(read).split("\n\n") == [block.text for block in read.blocks]


def test_a_table_with_blank_rows_is_one_part_of_the_body_text() -> None:
    rows = "HERRING           18,400    17,900\n\nCOD                6,250     6,250"
    cable = read_cable(f"{HEAD}1. The catch, in tons:\n\n{rows}\n\n2. It was eaten.\n\n3. All of it.\nASHWORTH\n")
    assert any("\n\n" in block.text for block in cable.blocks)
    assert len(body_text(cable).split("\n\n")) == len(cable.blocks)


def test_every_record_survives_json(read: Cable) -> None:
    for block in (None, *read.blocks):
        found = describe(read, block, (0, 3) if block else None)
        assert Anchor.from_dict(json.loads(json.dumps(found.as_dict()))) == found


def test_unknown_keys_are_passed_over_and_missing_ones_have_defaults() -> None:
    assert Anchor.from_dict({"cable": "06PORTALDER412", "v": 1, "colour": "amber"}) == Anchor("06PORTALDER412")


@pytest.mark.parametrize(
    "data",
    [
        {"cable": 7},
        {"index": "3"},
        {"ordinal": True},
        {"selection": "x"},
        {"copy": 2},
        {"ambiguous": "no"},
        {"placed": []},
    ],
)
def test_wrong_types_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="anchor"):
        Anchor.from_dict(data)


@pytest.mark.parametrize(
    ("address", "label"),
    [("2", "¶2"), ("2.1", "¶2 [1]"), ("1~2", "¶1 (2nd)"), ("0.1", "heading"), ("1~2.1", "closing")],
)
def test_labels_for_people(read: Cable, address: str, label: str) -> None:
    assert block_label(at(read, address)) == label


def test_labels_of_anchors(read: Cable) -> None:
    assert anchor_label(describe(read, None)) == "whole cable"
    assert anchor_label(describe(read, at(read, "0.1"))) == "start [1]"
    assert anchor_label(describe(read, at(read, "3.2"))) == "¶3 [2]"


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("¶3", "¶5", "¶3–¶5"),
        ("¶3", "¶4 [2]", "¶3–¶4 [2]"),
        ("¶2", "¶2 [1]", "¶2"),
        ("¶2 [1]", "¶2 [3]", "¶2"),
        ("¶1", "¶1 (2nd)", "¶1–¶1 (2nd)"),
        ("start", "start [2]", "start"),
        ("heading", "heading", "heading–heading"),
    ],
)
def test_labels_of_ranges(first: str, last: str, label: str) -> None:
    assert range_label(first, last) == label
    assert range_start(label) in (first, first.partition(" [")[0])


def test_the_door_of_the_room_has_it(read: Cable) -> None:
    assert anchor(read, read.blocks[0]) == describe(read, read.blocks[0])


def test_hand_made_cables_are_described_too(cable: Cable) -> None:
    found = [describe(cable, block) for block in cable.blocks]
    assert [item.address for item in found] == [block.anchor for block in cable.blocks]
    bare = Cable("x", None, "unknown", cable.header, (), cable.spans, (Furniture("x", (0, 1)),))
    assert describe(bare, None).of == 0
