"""Copies left by sync programs: merged where both can be read, moved to the backups, never deleted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.errors import CorruptStore, StoreError, StrangeFile
from cablereader.store.notes import NoteStore
from cablereader.store.notes.care.copies import copies
from cablereader.store.notes.files import Tables, serialise

from .note_files import KEY, NAME, blob_of, some_notes

COPIES = [
    f"{KEY}.sync-conflict-20261121-120000-ABCDEFG.json",
    f"{KEY} (Ada's conflicted copy 2026-11-21).json",
    f"{KEY} (conflicted copy 2026-11-21 120000).json",
    f"{KEY} (1).json",
]


def _reopened(store: NoteStore) -> NoteStore:
    return NoteStore(store.folder, store.folder.parent / "state")


@pytest.fixture
def path(store: NoteStore) -> Path:
    store.folder.mkdir()
    (store.folder / NAME).write_bytes(blob_of(some_notes(3)))
    return store.folder / NAME


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_merged_and_moved_to_the_backups(store: NoteStore, path: Path, name: str) -> None:
    copy, before = path.with_name(name), path.read_bytes()
    copy.write_bytes(blob_of(some_notes(5)[2:]))
    assert copies(store.folder) == [copy]
    problems: list[StoreError] = []
    (settled,) = store.settle(problems)
    assert not problems
    assert [note.body[0] for note in sorted(store.all(), key=lambda note: note.created)] == ["0", "1", "2", "3"]
    assert len(json.loads(path.read_bytes())["notes"]) == 5
    assert not copy.exists()
    assert settled.kept.parent == store.folder / "backups" / "copies"
    assert settled.kept.read_bytes() == blob_of(some_notes(5)[2:])
    assert len(settled.merged.added) == 2
    kept = [entry.read_bytes() for entry in (store.folder / "backups").iterdir() if entry.is_file()]
    assert kept == [before]
    assert store.settle() == []


def test_edits_that_crossed_are_both_shown(store: NoteStore, path: Path) -> None:
    note = store.of(KEY)[0]
    copy = path.with_name(COPIES[0])
    data = json.loads(path.read_bytes())
    store.update(replace(note, body="mine"))
    data["notes"][note.id] |= {"body": "from the other machine", "rev": note.rev + 1}
    copy.write_text(json.dumps(data))
    assert len(store.settle()) == 1
    assert {"mine", "from the other machine"} <= {note.body for note in store.of(KEY)}


def test_a_copy_without_its_original_becomes_it(store: NoteStore, path: Path) -> None:
    path.rename(path.with_name(COPIES[0]))
    assert len(store.settle()) == 1
    assert len(store.of(KEY)) == 3


@pytest.mark.parametrize("spoilt", ["copy", "original"])
def test_what_cannot_be_read_stays_where_it_is(store: NoteStore, path: Path, spoilt: str) -> None:
    copy = path.with_name(COPIES[0])
    copy.write_bytes(blob_of(some_notes(5)))
    (copy if spoilt == "copy" else path).write_bytes(b"{")
    before = path.read_bytes(), copy.read_bytes()
    problems: list[StoreError] = []
    assert store.settle(problems) == []
    assert [type(problem) for problem in problems] == [CorruptStore]
    assert (path.read_bytes(), copy.read_bytes()) == before


def test_a_copy_of_nobody_stays_and_is_told(store: NoteStore, path: Path) -> None:
    path.with_name(COPIES[3]).write_text('{"notes": {}}')
    problems: list[StoreError] = []
    assert store.settle(problems) == []
    assert [type(problem) for problem in problems] == [StrangeFile]


def test_own_files_and_temporary_ones_are_no_copies(store: NoteStore, path: Path) -> None:
    for name in (".x (1).json", f".{NAME}.0123456789ab.tmp", "x (1).txt", "98CONFLAGRATION1.json"):
        path.with_name(name).write_text("{}")
    assert copies(store.folder) == []
    assert copies(store.folder / "missing") == []


def test_a_session_settles_copies_after_its_first_write(store: NoteStore, path: Path, cable: Cable) -> None:
    copy = path.with_name(COPIES[0])
    copy.write_bytes(blob_of(some_notes(5)))
    session = _reopened(store)
    assert len(session.of(KEY)) == 3
    assert copy.exists(), "reading writes nothing"
    session.add(cable, None, "one more")
    assert len(session.of(KEY)) == 5
    assert not copy.exists()


def test_a_file_replaced_while_a_copy_is_merged_loses_nothing(
    store: NoteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.with_name(COPIES[0]).write_bytes(blob_of(some_notes(5)[3:4]))
    arrivals = [blob_of(some_notes(5)[4:])]

    def serialise_late(tables: Tables, place: Path) -> bytes:
        if arrivals:
            path.write_bytes(arrivals.pop())
        return serialise(tables, place)

    monkeypatch.setattr("cablereader.store.notes.care.copies.serialise", serialise_late)
    (settled,) = store.settle()
    assert json.loads(path.read_bytes())["notes"].keys() == {note.id for note in some_notes(5)[3:]}
    assert settled.merged.added == (some_notes(5)[3].id,)


def test_merging_on_two_machines_comes_to_the_same(tmp_path: Path) -> None:
    """Each has its own file and the other's as the copy; afterwards there is nothing left to conflict."""
    notes = some_notes(4)
    mine = [replace(notes[0], rev=5, body="mine"), notes[1], notes[2]]
    other = [replace(notes[0], rev=5, body="other"), notes[1], notes[3]]
    results = []
    for number, (own, foreign) in enumerate(((mine, other), (other, mine))):
        store = NoteStore(tmp_path / f"{number}", tmp_path / "state")
        store.folder.mkdir()
        (store.folder / NAME).write_bytes(blob_of(own))
        (store.folder / COPIES[0]).write_bytes(blob_of(foreign))
        store.settle()
        results.append((store.folder / NAME).read_bytes())
    assert results[0] == results[1]
    assert len(json.loads(results[0])["notes"]) == 5
