"""Notes attached by hand: recorded beside what they were made on, and taken back like any change."""

from __future__ import annotations

import json
from dataclasses import replace

from cablereader.cable import Cable
from cablereader.store.notes import Note, NoteStore, Placed

from ..handmade import BODY, Part, make_cable

PILOTS = BODY[2]
REWRITTEN = PILOTS._replace(text="The committee of the pilots asked, in writing this time, for coal, a bell and quiet.")
NEW = [REWRITTEN if part == PILOTS else part for part in BODY]


def _orphan(store: NoteStore, cable: Cable) -> tuple[Note, Cable]:
    """A note on a paragraph, and another text of its cable that has it in other words."""
    block = next(block for block in cable.blocks if block.text == PILOTS.text)
    note, other = store.add(cable, block, "who keeps the tin?"), make_cable(body=NEW)
    assert _only(store, other).state == "orphan"
    return note, other


def _only(store: NoteStore, cable: Cable) -> Placed:
    (placed,) = store.place(cable)
    return placed


def _anchor_on_disk(store: NoteStore, note: Note) -> dict[str, object]:
    data = json.loads((store.folder / f"{note.cable}.json").read_text("utf-8"))
    anchor: dict[str, object] = data["notes"][note.id]["anchor"]
    return anchor


def test_a_note_attached_by_hand_stays_there(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    store.confirm(note, other, other.block("2"))
    for reading in (other, make_cable(body=NEW)):
        placed = _only(NoteStore(store.folder), reading)
        assert (placed.state, placed.block and placed.block.anchor) == ("confirmed", "2")


def test_what_the_note_was_made_on_is_never_changed(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    before = _anchor_on_disk(store, note)
    after = store.confirm(note, other, other.block("2"))
    stored = _anchor_on_disk(store, note)
    placed = stored.pop("placed")
    assert isinstance(placed, dict)
    assert (placed["state"], placed["snapshot"]) == ("confirmed", after.anchor.placed and placed["snapshot"])
    assert placed["at"].endswith("Z")
    assert stored == {key: value for key, value in before.items() if key != "placed"}
    assert (after.quote, after.body, after.rev) == (note.quote, note.body, note.rev + 1)


def test_on_the_text_it_was_made_on_the_note_stands_where_it_was_made(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    store.confirm(note, other, other.blocks[0])
    placed = _only(store, cable)
    assert (placed.state, placed.block and placed.block.text) == ("exact", PILOTS.text)


def test_a_third_text_is_compared_with_the_one_attached_to(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    store.confirm(note, other, other.block("2"))
    placed = _only(store, make_cable(body=[Part("paragraph", "A preamble that came later.", "9"), *NEW]))
    assert (placed.state, placed.block and placed.block.text) == ("confirmed", REWRITTEN.text)


def test_attaching_is_taken_back_by_an_update(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    after = store.confirm(note, other, other.block("2"))
    back = store.update(replace(after, anchor=note.anchor))
    assert back.anchor == note.anchor
    assert _only(store, other).state == "orphan"


def test_an_edit_keeps_the_place(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    after = store.confirm(note, other, other.block("2"))
    store.update(replace(after, body="the bell, then"))
    assert (_only(store, other).state, _only(store, other).note.body) == ("confirmed", "the bell, then")


def test_a_note_is_kept_on_the_whole_cable(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    store.add(cable, cable.blocks[0], "first")
    store.confirm(note, other, None)
    placed = store.place(other)
    assert [(item.note.id == note.id, item.state, item.block is None) for item in placed] == [
        (True, "confirmed", True),
        (False, "exact", False),
    ]


def test_a_record_that_cannot_be_read_counts_for_nothing(store: NoteStore, cable: Cable) -> None:
    note, other = _orphan(store, cable)
    store.update(replace(note, anchor=replace(note.anchor, placed={"state": "confirmed", "anchor": {"of": "x"}})))
    assert _only(store, other).state == "orphan"
    assert _only(store, cable).state == "exact"


def test_opening_a_cable_writes_nothing(store: NoteStore, cable: Cable) -> None:
    _, other = _orphan(store, cable)
    before = {path: path.stat().st_mtime_ns for path in store.folder.rglob("*")}
    NoteStore(store.folder).place(other)
    assert {path: path.stat().st_mtime_ns for path in store.folder.rglob("*")} == before
