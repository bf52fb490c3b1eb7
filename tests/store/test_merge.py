"""Merging two versions of a note file: every note and every text is there afterwards, on both sides the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cablereader.cable.anchors import describe
from cablereader.store.notes import Note, Past
from cablereader.store.notes.care.merge import Merged, merge
from cablereader.store.notes.files import Tables
from cablereader.store.notes.model import time_text
from hypothesis import example, given
from hypothesis import strategies as st

from ..handmade import make_cable

ANCHOR = describe(make_cable(), None)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
ONE = "a" * 32


def made(body: str = "first", rev: int = 1, **others: object) -> Note:
    time = BEGIN + timedelta(hours=rev)
    return replace(Note(ONE, "06X1", body, (), ANCHOR, BEGIN, time, rev), **others)  # type: ignore[arg-type]


def edited(note: Note, body: str, minutes: int = 60) -> Note:
    past = Past(note.rev, note.updated, note.body, note.tags)
    later = note.updated + timedelta(minutes=minutes)
    return replace(note, body=body, rev=note.rev + 1, updated=later, history=(*note.history, past)[-10:])


def deleted(note: Note, minutes: int = 60) -> Note:
    later = note.updated + timedelta(minutes=minutes)
    return replace(note, deleted_at=later, rev=note.rev + 1, updated=later)


def tables(*notes: Note) -> Tables:
    return {"meta": {"cable": {"key": "06X1"}}, "notes": {note.id: note.as_dict() for note in notes}}


def read(merged: Merged) -> dict[str, Note]:
    return {key: Note.from_dict(key, record) for key, record in merged.tables["notes"].items()}


def texts(side: Tables) -> set[str]:
    notes = [Note.from_dict(key, record) for key, record in side["notes"].items()]
    return {text for note in notes for text in (note.body, *(past.body for past in note.history))}


def test_notes_of_both_sides_are_there() -> None:
    mine, other = made(), made("second", id="b" * 32)
    merged = merge(tables(mine), tables(other))
    assert read(merged) == {mine.id: mine, other.id: other}
    assert (merged.added, merged.updated, merged.beside) == ((other.id,), (), ())


def test_a_newer_version_wins_and_makes_no_second_note() -> None:
    old = made()
    new = edited(edited(old, "second"), "third")
    assert read(merge(tables(old), tables(new))) == {ONE: new}
    assert merge(tables(old), tables(new)).updated == (ONE,)
    assert merge(tables(new), tables(old)) == Merged(tables(new))


def test_edits_that_crossed_are_both_kept_on_the_same_place() -> None:
    mine, other = edited(made(), "mine"), edited(made(), "other", minutes=90)
    merged = merge(tables(mine), tables(other))
    (beside,) = merged.beside
    notes = read(merged)
    assert (notes[ONE].body, notes[beside].body) == ("other", "mine")
    assert notes[beside].anchor == mine.anchor
    assert merged.tables["notes"][beside]["note_id"] == beside


def test_the_side_with_more_edits_does_not_swallow_the_other() -> None:
    mine, other = edited(made(), "mine"), edited(edited(made(), "theirs"), "theirs again")
    assert {note.body for note in read(merge(tables(mine), tables(other))).values()} == {"mine", "theirs again"}


def test_an_edit_of_long_ago_is_an_ancestor_though_forgotten() -> None:
    old = note = made()
    for number in range(15):
        note = edited(note, f"edit {number}")
    assert read(merge(tables(old), tables(note))) == {ONE: note}


def test_a_deleted_note_stays_deleted() -> None:
    old = made()
    gone = deleted(old)
    assert read(merge(tables(old), tables(gone))) == read(merge(tables(gone), tables(old))) == {ONE: gone}


def test_an_edit_that_crossed_a_deletion_survives_beside_it() -> None:
    gone, changed = deleted(made()), edited(made(), "changed", minutes=600)
    notes = read(merge(tables(gone), tables(changed)))
    assert notes.pop(ONE) == gone
    assert [(note.body, note.deleted_at) for note in notes.values()] == [("changed", None)]


def test_tags_that_crossed_are_joined() -> None:
    mine, other = made(tags=("a", "b")), made(tags=("b", "c"))
    assert set(read(merge(tables(mine), tables(other)))[ONE].tags) == {"a", "b", "c"}


def test_what_another_version_wrote_is_kept() -> None:
    mine, other = tables(made()), tables(edited(made(), "x"))
    other["notes"][ONE]["colour"] = "red"
    other["threads"] = {"t": {"x": 1}}
    other["meta"]["cable"]["url"] = "https://example.org"
    merged = merge(mine, other).tables
    assert merged["notes"][ONE]["colour"] == "red"
    assert merged["threads"] == {"t": {"x": 1}}
    assert merged["meta"]["cable"] == {"key": "06X1", "url": "https://example.org"}


def test_a_damaged_record_gives_way_to_a_sound_one() -> None:
    good, bad = tables(made()), tables(edited(made(), "x"))
    del bad["notes"][ONE]["anchor"]
    assert merge(good, bad).tables == merge(bad, good).tables == good
    assert merge(bad, bad).tables == bad


EDITS = st.lists(st.tuples(st.sampled_from(["edit", "delete", "restore", "tag"]), st.sampled_from("abc")), max_size=5)


def _after(note: Note, steps: list[tuple[str, str]]) -> Note:
    for step, text in steps:
        later = note.updated + timedelta(minutes=ord(text))
        if step == "edit":
            note = replace(edited(note, text, ord(text)), deleted_at=None)
        elif step == "delete" and not note.deleted_at:
            note = deleted(note, ord(text))
        elif step == "restore" and note.deleted_at:
            note = replace(note, deleted_at=None, rev=note.rev + 1, updated=later)
        elif step == "tag" and text not in note.tags:
            note = replace(note, tags=(*note.tags, text), rev=note.rev + 1, updated=later)
    return note


@given(ours=EDITS, theirs=EDITS, more=EDITS)
@example(
    ours=[("edit", "a"), ("edit", "b"), ("tag", "b"), ("delete", "b")],
    theirs=[("edit", "b"), ("edit", "b"), ("tag", "a"), ("delete", "b")],
    more=[],
)
def test_no_text_is_lost_and_both_sides_agree(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], more: list[tuple[str, str]]
) -> None:
    origin = made("origin")
    mine, other = tables(_after(origin, ours)), tables(_after(origin, theirs))
    merged = merge(mine, other).tables
    assert merged == merge(other, mine).tables
    assert texts(merged) >= texts(mine) | texts(other)
    assert merge(merged, mine).tables == merge(merged, other).tables == merge(merged, merged).tables == merged
    further = tables(*(_after(note, more) for note in read(Merged(merged)).values()))
    assert texts(merge(further, other).tables) >= texts(further), "a late copy takes nothing back"
    assert merge(further, other).tables["notes"].keys() == further["notes"].keys(), "and makes no second note"


def test_times_are_compared_as_times() -> None:
    early, late = tables(made("early")), tables(made("late"))
    early["notes"][ONE]["updated"] = "2026-01-01T12:00:00+12:00"
    late["notes"][ONE]["updated"] = time_text(BEGIN + timedelta(minutes=1))
    assert read(merge(early, late))[ONE].body == "late"
