"""Another window's changes: told cable by cable by looking at the folder; and locks that do not hold."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.errors import StoreBusy
from cablereader.store.notes import NoteStore
from cablereader.store.notes.files import Tables, serialise
from cablereader.store.notes.lock import StoreLock


@pytest.fixture
def other(store: NoteStore) -> NoteStore:
    """Another window on the same folder."""
    return NoteStore(store.folder, store.folder.parent / "state")


def test_changes_of_another_window_are_told_once(
    store: NoteStore, other: NoteStore, cable: Cable, make_cable: Callable[..., Cable]
) -> None:
    seen = store.seen()
    assert store.changed_since(seen) == (set(), seen)
    note = other.add(cable, None, "one")
    other.add(make_cable(cable_id="06PORTALDER1"), None, "two")
    changed, seen = store.changed_since(seen)
    assert changed == {"06PORTALDER412", "06PORTALDER1"}
    assert store.changed_since(seen)[0] == set()
    other.delete(note.id)
    changed, seen = store.changed_since(seen)
    assert changed == {"06PORTALDER412"}
    assert store.of("06PORTALDER412") == []


def test_a_cable_is_told_by_its_key_not_by_its_file_name(
    store: NoteStore, other: NoteStore, make_cable: Callable[..., Cable]
) -> None:
    seen = store.seen()
    other.add(make_cable(cable_id="Ünïd / x"), None, "one")
    changed, seen = store.changed_since(seen)
    assert changed == {"Ünïd / x"}
    (path,) = store.folder.glob("*.json")
    path.unlink()
    assert store.changed_since(seen) == ({"Ünïd / x"}, {})


def test_a_file_that_was_damaged_is_a_change_too(store: NoteStore, cable: Cable) -> None:
    store.add(cable, None, "one")
    seen = store.seen()
    (store.folder / "06PORTALDER412.json").write_text("{")
    assert store.changed_since(seen)[0] == {"06PORTALDER412"}


def test_a_folder_that_cannot_be_listed_is_no_error(store: NoteStore) -> None:
    store.folder.write_text("in the way")
    assert store.changed_since({}) == (set(), {})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_lock_held_by_another_program_names_its_process(store: NoteStore, cable: Cable) -> None:
    hasty = NoteStore(store.folder, store.locks.parent, patience=0.05)
    note = store.add(cable, None, "one")
    held, ready = os.pipe()
    child = os.fork()
    if child == 0:
        with StoreLock(store.folder / "06PORTALDER412.json", store.locks):
            os.write(ready, b"x")
            signal.pause()
    os.read(held, 1)
    try:
        with pytest.raises(StoreBusy, match=f"another program is writing to it \\(process {child}\\)"):
            hasty.delete(note.id)
        assert hasty.of("06PORTALDER412") == [note], "reading waits for nobody"
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    store.delete(note.id)


@pytest.fixture
def broken_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks as some network folders give them: to everybody at once."""
    monkeypatch.setattr(StoreLock, "__enter__", lambda self: self)
    monkeypatch.setattr(StoreLock, "__exit__", lambda *_: None)


@pytest.mark.usefixtures("broken_locks")
def test_where_locks_do_not_hold_two_writers_lose_nothing(
    store: NoteStore, other: NoteStore, cable: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(cable, None, "first")
    inside = [True]

    def serialise_late(tables: Tables, path: Path) -> bytes:
        if inside:
            inside.clear()
            other.add(cable, None, "theirs")
        return serialise(tables, path)

    monkeypatch.setattr("cablereader.store.notes.storage.serialise", serialise_late)
    store.add(cable, None, "mine")
    assert {note.body for note in store.of("06PORTALDER412")} == {"first", "theirs", "mine"}


@pytest.mark.usefixtures("broken_locks")
def test_a_change_that_leaves_no_trace_in_the_stamp_is_seen(
    store: NoteStore, cable: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written in place, of the same length, at the same tick of a coarse clock."""
    store.add(cable, None, "first")
    path = store.folder / "06PORTALDER412.json"
    inside = [True]

    def serialise_late(tables: Tables, place: Path) -> bytes:
        if inside:
            inside.clear()
            status = path.stat()
            with path.open("r+b") as file:
                file.write(path.read_bytes().replace(b'"first"', b'"FIRST"'))
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        return serialise(tables, place)

    monkeypatch.setattr("cablereader.store.notes.storage.serialise", serialise_late)
    store.add(cable, None, "mine")
    assert {note["body"] for note in json.loads(path.read_bytes())["notes"].values()} == {"FIRST", "mine"}
