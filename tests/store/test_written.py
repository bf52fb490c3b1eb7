"""What was saved and then replaced by another program's older file is put back, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.errors import CorruptStore, StoreError
from cablereader.store.notes import Note, NoteStore


@pytest.fixture
def path(store: NoteStore, cable: Cable) -> Path:
    store.add(cable, None, "the first")
    (path,) = store.folder.glob("*.json")
    return path


def bodies(store: NoteStore) -> set[str]:
    return {note.body for note in store.all()}


Work = Callable[[NoteStore, Cable, Note], object]
WORK: dict[str, tuple[Work, set[str]]] = {
    "added": (lambda store, cable, _: store.add(cable, None, "a second"), {"the first", "a second"}),
    "edited": (lambda store, _, note: store.update(replace(note, body="changed")), {"changed"}),
    "deleted": (lambda store, _, note: store.delete(note.id), set()),
}


@pytest.mark.parametrize("work", WORK)
def test_what_was_replaced_by_an_older_file_comes_back(store: NoteStore, cable: Cable, path: Path, work: str) -> None:
    act, wanted = WORK[work]
    before = path.read_bytes()
    act(store, cable, store.all()[0])
    path.write_bytes(before)
    assert bodies(store) == {"the first"}
    assert len(store.reclaim()) == 1
    assert bodies(store) == wanted
    assert store.reclaim() == []


def test_the_next_change_puts_it_back_too(store: NoteStore, cable: Cable, path: Path) -> None:
    before = path.read_bytes()
    store.add(cable, None, "a second")
    path.write_bytes(before)
    store.add(cable, None, "a third")
    assert bodies(store) == {"the first", "a second", "a third"}


def test_newer_words_of_another_program_win(store: NoteStore, cable: Cable, path: Path) -> None:
    note = store.all()[0]
    store.update(replace(note, body="mine"))
    other = NoteStore(store.folder, store.folder.parent / "elsewhere")
    other.update(replace(other.all()[0], body="theirs, later"))
    assert store.reclaim() == []
    assert bodies(store) == {"theirs, later"}


def test_words_that_crossed_are_both_kept(store: NoteStore, cable: Cable, path: Path) -> None:
    before, note = path.read_bytes(), store.all()[0]
    store.update(replace(store.update(replace(note, body="mine")), body="mine again"))
    path.write_bytes(before)
    other = NoteStore(store.folder, store.folder.parent / "elsewhere")
    other.update(replace(other.all()[0], body="theirs"))
    store.reclaim()
    assert bodies(store) == {"mine again", "theirs"}


def test_a_file_that_is_gone_stays_away(store: NoteStore, path: Path) -> None:
    path.unlink()
    assert store.reclaim() == []
    assert not path.exists()


def test_a_damaged_file_is_told_and_left(store: NoteStore, path: Path) -> None:
    path.write_text("{", "utf-8")
    problems: list[StoreError] = []
    assert store.reclaim(problems) == []
    assert [type(problem) for problem in problems] == [CorruptStore]
    assert path.read_text("utf-8") == "{"


def test_a_store_that_wrote_nothing_puts_nothing_back(store: NoteStore, cable: Cable, path: Path) -> None:
    before = path.read_bytes()
    store.add(cable, None, "a second")
    path.write_bytes(before)
    assert NoteStore(store.folder, store.folder.parent / "state").reclaim() == []
    assert bodies(store) == {"the first"}
