"""Blocks found again in other texts of a cable: where they are, and nowhere else."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import replace

import pytest
from cablereader.cable import Cable, anchor, place, read_cable
from cablereader.cable.anchors import Selection, body_text
from cablereader.cable.placing import Placement
from cablereader.cable.placing.record import ELSEWHERE, GONE, OTHER_TEXT
from hypothesis import given, settings
from hypothesis import strategies as st

HEAD = (
    "R 012004Z SEP 06\nFM AMEMBASSY PORT ALDER\nTO SECSTATE WASHDC\n\nUNCLAS PORT ALDER 000412\n\nSIPDIS\n\n"
    "E.O. 12958: N/A\nTAGS: ELAB\nSUBJECT: THE BELL\n\n"
)
BODY = [
    "1. (U) Summary: The harbour pilots walked off the job on September 4, and the ferries stayed in. End summary.",
    "THE PILOTS",
    "2. (U) Poloff called on the pilots' committee, which keeps its minutes in a bait tin and asks for three things:",
    "-- coal for the watch house on the eastern mole, where the stove has been cold since the spring;",
    "-- a second bell, to be hung where the captains of the ferries can hear it in a fog.",
    "3. (U) The committee would not name the third. It will be named when the tide allows, said its chairman.",
    "COMMENT",
    "4. (U) The Government of Vespera will find the coal. The bell is another matter, and older than the strike.",
    "ASHWORTH",
]
OTHER = [
    "1. (U) The Minister of Fisheries received the Ambassador at noon to hear our views on the new sturgeon quotas.",
    "COMMENT",
    "2. (U) Nobody in the capital expects a decision before the regatta, and the Minister himself leaves tomorrow.",
    "ASHWORTH",
]
SAME = "The mission keeps one boat for this purpose and no other, and it is out of the water."


def cable_of(body: Sequence[str], width: int = 70) -> Cable:
    """A cable read from paragraphs."""
    return read_cable(HEAD + "\n\n".join(textwrap.fill(text, width) for text in body) + "\n")


OLD = cable_of(BODY)


def placed(old: Cable, new: Cable, text: str | None = None) -> list[Placement]:
    """Where the blocks of one cable are in another; of the one block that begins with `text`."""
    blocks = [block for block in old.blocks if text is None or block.text.startswith(text)]
    return place([anchor(old, block) for block in blocks], body_text(old), new)


def seen(found: Sequence[Placement]) -> list[tuple[str, str | None]]:
    """State and first word of the block of each."""
    return [(each.state, each.block.text.split()[0].casefold() if each.block else None) for each in found]


EXACT = [("exact", block.text.split()[0].casefold()) for block in OLD.blocks]


@pytest.mark.parametrize("width", [40, 60, 400])
def test_another_wrapping(width: int) -> None:
    assert seen(placed(OLD, cable_of(BODY, width))) == EXACT


def test_capitals_throughout() -> None:
    assert seen(placed(OLD, cable_of([text.upper() for text in BODY]))) == EXACT


def test_smart_quotes_and_hard_spaces() -> None:
    smart = [text.replace("'", "’").replace("-- ", "- ").replace(", ", ",\u00a0") for text in BODY]
    assert [each.state for each in placed(OLD, cable_of(smart))] == ["exact"] * len(EXACT)


@pytest.mark.parametrize("lead", ["1{}.", "¶{}.", ""])
def test_numbers_with_a_glued_one_with_a_pilcrow_and_without(lead: str) -> None:
    printed = [re.sub(r"^(\d)\.", lambda found: lead.format(found[1]), text).strip() for text in BODY]
    assert seen(placed(OLD, cable_of(printed))) == EXACT


def test_an_insertion_and_a_new_numbering() -> None:
    later = [re.sub(r"^\d", lambda found: str(int(found[0]) + 1), text) for text in BODY]
    new = cable_of(["1. (U) This message replaces an earlier one that was lost with the mail boat.", *later])
    found = placed(OLD, new)
    assert seen(found) == EXACT
    assert [each.block.anchor for each in found if each.block and each.block.number] == ["2", "3", "4", "5"]


@pytest.mark.parametrize("gone", range(len(BODY)))
def test_a_deleted_block_is_gone_and_the_others_are_not(gone: int) -> None:
    found = placed(OLD, cable_of(BODY[:gone] + BODY[gone + 1 :]))
    assert (found[gone].block, found[gone].state, found[gone].note) == (None, "orphan", GONE)
    del found[gone]
    assert seen(found) == EXACT[:gone] + EXACT[gone + 1 :]


def test_a_paragraph_that_changed_places_is_moved() -> None:
    new = [BODY[7].replace("4.", "1."), *BODY[1:7], BODY[0].replace("1.", "4."), BODY[8]]
    found = placed(OLD, cable_of(new))
    assert {each.state for each in found[1:7]} == {"exact"}
    assert seen(found)[0] == ("moved", "summary:")
    assert seen(found)[7] == ("moved", "the")


def test_a_heading_that_changed_places_is_a_candidate_and_no_place() -> None:
    (found,) = placed(OLD, cable_of([*BODY[:1], *BODY[2:6], "THE PILOTS", *BODY[6:]]), "THE PILOTS")
    assert (found.block, found.state, found.note) == (None, "orphan", ELSEWHERE)
    assert [block.text for block in found.candidates] == ["THE PILOTS"]


def test_an_altered_paragraph_is_changed_and_says_how_much() -> None:
    new = [text.replace("which keeps its minutes in a bait tin", "which XXXXXXXXXXXX") for text in BODY]
    (found,) = placed(OLD, cable_of(new), "Poloff")
    assert (found.state, found.block and found.block.number) == ("changed", "2")
    assert 0.66 < found.score < 1


def test_other_words_under_the_same_number_are_no_place() -> None:
    other = "2. (U) The Consul was received by the bishop, who had not heard of any strike and offered him tea."
    (found,) = placed(OLD, cable_of([*BODY[:2], other, *BODY[3:]]), "Poloff")
    assert (found.block, found.state) == (None, "orphan")


def test_a_damaged_heading_is_known_by_its_neighbours() -> None:
    new = [text.replace("THE PILOTS", "THF P1LOTS") for text in BODY]
    (found,) = placed(OLD, cable_of(new), "THE PILOTS")
    assert (found.state, found.block and found.block.text) == ("changed", "THF P1LOTS")


def test_another_heading_in_the_place_of_a_heading_is_not_it() -> None:
    new = [text.replace("THE PILOTS", "TIDE TABLE") for text in BODY]
    (found,) = placed(OLD, cable_of(new), "THE PILOTS")
    assert found.block is None


def test_another_cable_places_nothing() -> None:
    found = placed(OLD, cable_of(OTHER))
    assert {(each.block, each.state, each.note) for each in found} == {(None, "orphan", OTHER_TEXT)}
    assert all(each.block is None for each in placed(OLD, read_cable("")))


def copies(*numbers: int) -> list[str]:
    """Paragraphs that each have the same text after them."""
    return [
        part
        for number in numbers
        for part in (f"{number}. (U) Region {chr(64 + number) * 9} reports calm seas again.", SAME)
    ]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_copies_are_told_apart_by_what_stands_between(which: int) -> None:
    old = cable_of(copies(1, 2, 3))
    anchors = [anchor(old, block) for block in old.blocks if block.text == SAME]
    longer = ["1. (U) A new beginning, which nobody asked for, and which says very little.", *copies(2, 3, 4)]
    new = cable_of([text.replace("BBB", "AAA").replace("CCC", "BBB").replace("DDD", "CCC") for text in longer])
    (found,) = place([anchors[which]], body_text(old), new)
    assert (found.state, found.block and found.block.anchor) == ("exact", f"{which + 2}.1")


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_copy_that_is_gone_leaves_the_others_where_they_are(gone: int) -> None:
    old, body = cable_of(copies(1, 2, 3)), copies(1, 2, 3)
    del body[2 * gone + 1]
    found = placed(old, cable_of(body), SAME)
    places = [each.block.anchor if each.block else None for each in found]
    assert places == [None if number == gone else f"{number + 1}.1" for number in range(3)]


@pytest.mark.parametrize("left", [1, 2, 3])
def test_of_copies_side_by_side_none_is_certain_when_one_is_gone(left: int) -> None:
    old = cable_of([BODY[0], *[SAME] * (left + 1), *BODY[2:]])
    found = placed(old, cable_of([BODY[0], *[SAME] * left, *BODY[2:]]), SAME)
    assert [each.block for each in found] == [None] * (left + 1)
    doubtful = [each for each in found if each.state == "ambiguous"]
    assert len(doubtful) == left
    assert {block.text for each in doubtful for block in each.candidates} == {SAME}


def test_text_that_came_with_a_copy_of_it_makes_the_place_uncertain() -> None:
    old = cable_of([BODY[0], SAME, *BODY[2:]])
    (found,) = placed(old, cable_of([BODY[0], SAME, "And so it was reported.", SAME, *BODY[2:]]), SAME)
    assert (found.block, found.state, len(found.candidates)) == (None, "ambiguous", 2)


def _selected(words: str, new: Cable) -> str | None:
    block = next(block for block in OLD.blocks if words in block.text)
    start = block.text.index(words)
    (found,) = place([anchor(OLD, block, (start, start + len(words)))], body_text(OLD), new)
    if found.block is None or found.selection is None:
        return None
    return found.block.text[slice(*found.selection)]


@pytest.mark.parametrize("words", ["bait tin", "minutes", "three things:", "Poloff", "pilots' committee,"])
def test_a_selection_is_found_in_its_block(words: str) -> None:
    changed = [text.replace("Poloff called", "Poloff, as instructed, called").upper() for text in BODY]
    assert _selected(words, OLD) == words
    assert _selected(words, cable_of(BODY, 40)) == words
    assert _selected(words, cable_of(changed)) == words.upper()


def test_selected_words_that_are_gone_are_not_found_elsewhere() -> None:
    new = [text.replace("which keeps its minutes in a bait tin", "which XXXXXXXXXXXX") for text in BODY]
    assert _selected("bait tin", cable_of(new)) is None
    assert _selected("three things", cable_of(new)) == "three things"


def test_a_selection_without_letters_is_none() -> None:
    block = OLD.blocks[0]
    signs = replace(anchor(OLD, block), selection=Selection(". ", 200, 202))
    assert place([signs], body_text(OLD), OLD)[0].selection is None


def test_an_anchor_that_does_not_fit_the_old_text_is_placed_by_its_own_words() -> None:
    anchors = [anchor(OLD, block) for block in OLD.blocks[2:]]
    assert seen(place(anchors, body_text(cable_of(OTHER)), cable_of(BODY, 50))) == EXACT[2:]
    assert seen(place(anchors, None, cable_of(BODY, 50))) == EXACT[2:]
    assert all(each.block is None for each in place(anchors[:2], None, cable_of(OTHER)))


def test_a_note_on_the_whole_cable_needs_no_place() -> None:
    assert place([anchor(OLD, None)], body_text(OLD), cable_of(OTHER)) == [Placement(None, "exact")]


TEXT = st.text(st.sampled_from("ab cA.\n-1é‐ﬁ½ß \u00a0"), max_size=30)
BODIES = st.lists(TEXT, max_size=8).map("\n\n".join)


@given(BODIES, st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_block_of_a_text_is_placed_on_itself(body: str, numbered: bool) -> None:
    cable = read_cable(HEAD + ("1. (U) " if numbered else "") + body)
    anchors = [anchor(cable, block, (0, len(block.text))) for block in cable.blocks]
    found = place(anchors, body_text(cable), cable)
    assert [(each.block, each.state, each.score) for each in found] == [(block, "exact", 1.0) for block in cable.blocks]


@given(BODIES, BODIES)
@settings(max_examples=150, deadline=None)
def test_no_two_texts_make_it_fail(old_body: str, new_body: str) -> None:
    old, new = read_cable(HEAD + old_body), read_cable(HEAD + new_body)
    anchors = [anchor(old, block, (0, len(block.text))) for block in old.blocks]
    for text in (body_text(old), body_text(new), None):
        for each in place(anchors, text, new):
            assert (each.block is None) == (each.state in ("orphan", "ambiguous"))
            assert each.block is None or each.block in new.blocks
            assert 0 <= each.score <= 1
            if each.block and each.selection:
                assert 0 <= each.selection[0] < each.selection[1] <= len(each.block.text)
