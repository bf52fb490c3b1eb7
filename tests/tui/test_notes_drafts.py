"""Drafts as files: what was typed comes back exactly, and only where it belongs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from cablereader.cable import Cable
from cablereader.store.drafts.box import DraftBox, blank
from cablereader.store.drafts.draft import Draft
from cablereader.store.notes import Drafts
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import BODY, Part, make_cable

SAVED = datetime(2026, 11, 21, 10, 32, tzinfo=UTC)
BLANK = Draft("06PORTALDER412", "3", "", (), SAVED)

drafts = st.builds(
    Draft,
    cable=st.just("06PORTALDER412"),
    anchor=st.none() | st.text(max_size=5),
    body=st.text(),
    tags=st.lists(st.text(max_size=12), max_size=4).map(tuple),
    saved=st.just(SAVED),
    note=st.none() | st.text(max_size=8),
    rev=st.none() | st.integers(1, 99),
    selection=st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)),
    digest=st.none() | st.text(max_size=16),
)


@given(drafts)
def test_a_draft_comes_back_as_it_was_kept(draft: Draft) -> None:
    assert Draft.parse(draft.as_text()) == draft


@given(drafts)
def test_the_comment_at_its_head_ends_where_the_text_begins(draft: Draft) -> None:
    head, _, rest = draft.as_text().partition("-->")
    assert "\n" not in head
    assert rest == f"\n\n{draft.body}"


@given(st.text())
def test_any_file_can_be_asked(text: str) -> None:
    assert Draft.parse(text) is None
    Draft.parse(f"<!-- cablereader draft {text} -->\n\n{text}")


def test_facts_of_a_wrong_kind_are_passed_over() -> None:
    facts = '{"cable": "c", "saved": "2026-11-21T10:32:00Z", "tags": [1, "ngo"], "rev": "x", "selection": [1]}'
    assert Draft.parse(f"<!-- cablereader draft {facts} -->\n\nwords") == Draft("c", None, "words", ("ngo",), SAVED)


def test_each_place_and_each_note_has_its_own_key() -> None:
    others = [
        replace(BLANK, anchor=None),
        replace(BLANK, cable="06PORTALDER413"),
        replace(BLANK, note="n1"),
        replace(BLANK, note="n2"),
    ]
    assert len({draft.key for draft in (BLANK, *others)}) == 5


def test_white_space_alone_is_an_empty_draft() -> None:
    assert replace(BLANK, body=" \n\t").empty
    assert not replace(BLANK, tags=("ngo",)).empty


def test_a_draft_is_placed_by_the_letters_of_its_block(cable: Cable) -> None:
    block = cable.block("2")
    draft = blank(cable, block)
    assert draft.block_in(cable) == block
    renumbered = make_cable(body=[Part("paragraph", "Something new came before it all.", "1"), *BODY[2:4]])
    assert draft.block_in(renumbered) == renumbered.block("2")
    moved = make_cable(body=[part._replace(number="9") if part.number == "2" else part for part in BODY])
    assert draft.block_in(moved) == moved.block("9")


def test_a_draft_is_never_placed_on_another_text_with_the_same_number(cable: Cable) -> None:
    other = make_cable(body=[Part("paragraph", "Quite another matter.", "2")])
    draft = blank(cable, cable.block("2"))
    assert draft.block_in(other) is None
    assert draft.lost


def test_of_two_blocks_that_say_the_same_the_one_with_the_address_is_meant() -> None:
    twice = make_cable(body=[Part("paragraph", "The same.", "1"), Part("paragraph", "The same.", "2")])
    assert blank(twice, twice.block("2")).block_in(twice) == twice.block("2")
    thrice = make_cable(body=[Part("paragraph", "The same.", number) for number in ("7", "8", "9")])
    assert blank(twice, twice.block("2")).block_in(thrice) is None


def test_the_box_finds_the_drafts_of_a_cable_on_whatever_copy(cable: Cable, tmp_path: Path) -> None:
    box = DraftBox(Drafts(tmp_path / "drafts"))
    assert box.of(cable) == []
    mine = replace(blank(cable, cable.block("2")), body="mine", saved=SAVED)
    whole = replace(blank(cable, None), tags=("tip",), saved=SAVED)
    foreign = replace(mine, cable="06PORTALDER413", body="foreign")
    for draft in (mine, whole, foreign):
        box.keep(draft)
    (tmp_path / "drafts" / "stray.md").write_bytes(b"\xff\x00 no draft")
    shorter = make_cable(body=BODY[:1])
    assert sorted(box.of(shorter), key=lambda draft: draft.key) == sorted((mine, whole), key=lambda draft: draft.key)
    assert box.find(blank(cable, cable.block("2"))) == mine
    box.keep(replace(mine, body=" "))
    assert box.of(cable) == [whole]
    box.forget(whole)
    assert box.of(cable) == []
