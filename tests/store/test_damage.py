"""Damaged, strange and moving note files: told plainly, never written over, and no harm to other cables' notes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest
from cablereader.cable import Cable
from cablereader.store.errors import CorruptStore, StoreBusy, StoreError, StoreUnwritable, VanishingNotes
from cablereader.store.notes import NoteStore
from cablereader.store.notes.files import Tables, serialise
from cablereader.store.notes.lock import StoreLock
from cablereader.store.notes.table import NotesDB


@pytest.fixture
def path(store: NoteStore, cable: Cable, make_cable: Callable[..., Cable]) -> Path:
    """The file of a cable with two notes; another cable has one."""
    store.add(cable, cable.blocks[2], "one")
    store.add(cable, None, "two")
    store.add(make_cable(cable_id="06PORTALDER1"), None, "other")
    return store.folder / "06PORTALDER412.json"


def _database(path: Path) -> NotesDB:
    return NotesDB(path, StoreLock(path, path.parent.parent / "state" / "locks"))


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "blank": lambda _: b"\n \n",
    "cut": lambda blob: blob[: len(blob) // 2],
    "doubled": lambda blob: blob + blob,
    "tail": lambda blob: blob + b"}",
    "zeroed": lambda blob: b"\x00" * len(blob),
    "zeros in it": lambda blob: blob[:40] + b"\x00" * 40 + blob[80:],
    "not utf-8": lambda blob: blob.replace(b"one", b"\xff\xfe\xfd"),
    "conflict marks": lambda blob: b"<<<<<<< ours\n" + blob + b"=======\n" + blob + b">>>>>>> theirs\n",
    "list": lambda _: b"[]",
    "table is a list": lambda _: b'{"notes": []}',
    "document is a text": lambda _: b'{"notes": {"a": "b"}}',
    "same note twice": lambda _: b'{"notes": {"a": {"body": "1"}, "a": {"body": "2"}}}',
    "deep": lambda _: b'{"notes":' * 100_000,
}


@pytest.mark.parametrize("damage", list(DAMAGE))
def test_damage_is_told_and_never_written_over(store: NoteStore, cable: Cable, path: Path, damage: str) -> None:
    note = store.of("06PORTALDER412")[0]
    blob = DAMAGE[damage](path.read_bytes())
    path.write_bytes(blob)
    acts: list[Callable[[], object]] = [
        lambda: store.of("06PORTALDER412"),
        lambda: store.add(cable, None, "x"),
        lambda: store.update(replace(note, body="x")),
        lambda: store.delete(note.id),
        lambda: store.get(note.id),
        store.all,
    ]
    for act in acts:
        with pytest.raises(CorruptStore) as caught:
            act()
        assert caught.value.path == path
        assert caught.value.place
        assert "cablereader notes recover" in str(caught.value)
    assert path.read_bytes() == blob
    assert [entry.name for entry in store.folder.iterdir() if entry.name.endswith(".tmp")] == []


@pytest.mark.parametrize("damage", list(DAMAGE))
def test_other_cables_notes_stay_within_reach(store: NoteStore, path: Path, damage: str) -> None:
    path.write_bytes(DAMAGE[damage](path.read_bytes()))
    problems: list[StoreError] = []
    assert store.counts(problems) == {"06PORTALDER1": 1}
    assert [note.body for note in store.all(problems)] == ["other"]
    assert [type(problem) for problem in problems] == [CorruptStore, CorruptStore]
    other = store.of("06PORTALDER1")[0]
    assert store.update(replace(other, body="still written")).rev == 2


def test_the_place_of_the_damage_is_named(store: NoteStore, path: Path) -> None:
    lines = path.read_bytes().split(b"\n")
    lines[4] = b"  oops"
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(CorruptStore) as caught:
        store.of("06PORTALDER412")
    assert caught.value.place == "line 5, column 3"


@pytest.mark.parametrize("missing", ["anchor", "body", "rev", "created"])
def test_a_damaged_record_does_not_hide_the_others(store: NoteStore, path: Path, missing: str) -> None:
    data = json.loads(path.read_bytes())
    bad = next(iter(data["notes"]))
    del data["notes"][bad][missing]
    path.write_text(json.dumps(data))
    problems: list[StoreError] = []
    assert len(store.all(problems)) == 2
    assert [str(problem) for problem in problems if bad in str(problem)]
    with pytest.raises(CorruptStore, match=bad):
        store.delete(bad)
    with pytest.raises(CorruptStore, match=bad):
        store.of("06PORTALDER412")


def test_copies_of_sync_programs_are_told_not_counted(store: NoteStore, path: Path) -> None:
    copy = path.with_name("06PORTALDER412.sync-conflict-20261121-120000-ABCDEFG.json")
    copy.write_bytes(path.read_bytes())
    problems: list[StoreError] = []
    assert store.counts(problems) == {"06PORTALDER1": 1, "06PORTALDER412": 2}
    assert [problem.path for problem in problems] == [copy]
    assert "left by a sync program" in str(problems[0])
    assert len(store.all()) == 3
    assert store.get("nothing") is None
    note = store.of("06PORTALDER412")[0]
    assert store.update(replace(note, body="x")).rev == 2


def test_what_is_no_file_is_told_and_hides_nothing(store: NoteStore, path: Path) -> None:
    (store.folder / "05A1.json").mkdir()
    (store.folder / "05A2.json").symlink_to(store.folder / "05A2.json")
    (store.folder / "05A3.json").symlink_to(store.folder / "gone")
    problems: list[StoreError] = []
    assert store.counts(problems) == {"06PORTALDER1": 1, "06PORTALDER412": 2}
    assert [problem.path and problem.path.name for problem in problems] == ["05A2.json", "05A1.json"]
    assert len(store.all([])) == 3


def test_no_update_makes_notes_vanish(path: Path) -> None:
    before = path.read_bytes()
    with _database(path) as db:
        table = db.table("notes")
        with pytest.raises(VanishingNotes, match="would have dropped 2 notes") as caught:
            table.truncate()
        assert len(caught.value.ids) == 2
        with pytest.raises(VanishingNotes, match="1 note"):
            table.remove(doc_ids=[next(iter(table)).doc_id])
        with pytest.raises(VanishingNotes):
            db.drop_tables()
        with pytest.raises(VanishingNotes):
            db.drop_table("notes")
    assert path.read_bytes() == before


def test_a_bare_table_writes_under_the_lock_with_ids_that_are_never_reused(path: Path) -> None:
    with _database(path) as db:
        first = db.table("notes").insert({"body": "x"})
        assert len(str(first)) == 32
        assert db.document("notes", str(first)) == {"body": "x"}
        assert db.table("notes")._query_cache.capacity == 0


def test_what_has_no_json_form_is_refused(path: Path) -> None:
    before = path.read_bytes()
    for value in (object(), float("nan"), {1: "a", "1": "b"}, "\ud800"):
        with _database(path) as db, pytest.raises(StoreUnwritable, match="no JSON form"):
            db.insert_document("notes", "new", {"body": value})
    assert path.read_bytes() == before


def test_an_error_inside_a_change_writes_nothing(path: Path) -> None:
    before = path.read_bytes()

    def act(db: NotesDB) -> None:
        db.insert_document("notes", "new", {"body": "x"})
        assert db.document("notes", "new") == {"body": "x"}, "a change sees its own writes"
        raise KeyError("stop")

    with _database(path) as db, pytest.raises(KeyError):
        db.change(act)
    assert path.read_bytes() == before


def test_a_file_replaced_underneath_loses_nothing(
    store: NoteStore, cable: Cable, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sync program that takes no lock puts another file in place between our reading and our writing."""
    data = json.loads(path.read_bytes())
    synced = dict(next(iter(data["notes"].values())), note_id="f" * 32, body="from another machine")
    data["notes"]["f" * 32] = synced
    arrivals = [json.dumps(data).encode()]

    def serialise_late(tables: Tables, place: Path) -> bytes:
        if arrivals:
            incoming = path.with_name("incoming")
            incoming.write_bytes(arrivals.pop())
            incoming.replace(path)
        return serialise(tables, place)

    monkeypatch.setattr("cablereader.store.notes.storage.serialise", serialise_late)
    note = store.add(cable, None, "mine")
    bodies = {kept.id: kept.body for kept in store.of("06PORTALDER412")}
    assert bodies[note.id] == "mine"
    assert bodies["f" * 32] == "from another machine"
    assert len(bodies) == 4


def test_a_file_that_never_rests_is_given_up_on(
    store: NoteStore, cable: Cable, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def serialise_late(tables: Tables, place: Path) -> bytes:
        path.write_bytes(path.read_bytes() + b" ")
        return serialise(tables, place)

    monkeypatch.setattr("cablereader.store.notes.storage.serialise", serialise_late)
    with pytest.raises(StoreBusy, match="keeps replacing it"):
        store.add(cable, None, "mine")


def test_a_held_lock_names_its_holder(store: NoteStore, cable: Cable, path: Path) -> None:
    hasty = NoteStore(store.folder, store.folder.parent / "state", patience=0.05)
    held, done = Event(), Event()

    def hold() -> None:
        with StoreLock(path, store.folder.parent / "state" / "locks"):
            held.set()
            done.wait()

    thread = Thread(target=hold)
    thread.start()
    held.wait()
    before = path.read_bytes()
    try:
        with pytest.raises(StoreBusy, match=f"process {os.getpid()}"):
            hasty.add(cable, None, "x")
    finally:
        done.set()
        thread.join()
    assert path.read_bytes() == before
    hasty.add(cable, None, "x")


def test_the_same_folder_by_another_name_has_the_same_lock(store: NoteStore, path: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(store.folder)
    locks = tmp_path / "state" / "locks"
    with StoreLock(path, locks):
        pass
    names = set(locks.iterdir())
    with StoreLock(tmp_path / "link" / path.name, locks):
        pass
    assert set(locks.iterdir()) == names
