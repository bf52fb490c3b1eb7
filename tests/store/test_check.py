"""Looking through the notes folder: everything that is not as it should be is found, and nothing is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.notes import NoteStore
from cablereader.store.notes.care.backups import Backups
from cablereader.store.notes.care.check import SERIOUS, Checked, check


@pytest.fixture
def path(store: NoteStore, cable: Cable, make_cable: Callable[..., Cable]) -> Path:
    store.add(cable, cable.blocks[2], "one")
    store.delete(store.add(cable, None, "two").id)
    store.add(make_cable(cable_id="06PORTALDER1"), None, "other")
    return store.folder / "06PORTALDER412.json"


def _checked(store: NoteStore) -> Checked:
    before = {entry: entry.read_bytes() for entry in store.folder.rglob("*") if entry.is_file()}
    checked = check(store.folder, store.has_snapshot)
    assert {entry: entry.read_bytes() for entry in store.folder.rglob("*") if entry.is_file()} == before
    return checked


def _found(store: NoteStore) -> list[tuple[str, str]]:
    return [(finding.kind, finding.path.name) for finding in _checked(store).findings]


@pytest.mark.usefixtures("path")
def test_good_files_are_counted(store: NoteStore) -> None:
    assert _checked(store) == Checked(2, 3, 1, 1, ())


def test_no_folder_is_no_finding(tmp_path: Path) -> None:
    store = NoteStore(tmp_path / "none", tmp_path)
    assert _checked(store) == Checked(0, 0, 0, 0, ())


def test_a_damaged_file_is_found(store: NoteStore, path: Path) -> None:
    path.write_text("{")
    assert _found(store) == [("damaged", path.name)]


def test_damaged_records_are_found_one_by_one(store: NoteStore, path: Path) -> None:
    data = json.loads(path.read_bytes())
    for record in data["notes"].values():
        del record["body"]
    path.write_text(json.dumps(data))
    assert _found(store) == [("damaged", path.name)] * 2


def test_what_is_no_file_is_found(store: NoteStore, path: Path) -> None:
    (store.folder / "05A1.json").mkdir()
    assert _found(store) == [("unreadable", "05A1.json")]


@pytest.mark.parametrize(
    ("name", "kind"), [("06PORTALDER412 (1).json", "conflict"), ("06PORTALDER413.json", "strange")]
)
def test_files_that_are_no_cables_own_are_found(store: NoteStore, path: Path, name: str, kind: str) -> None:
    path.with_name(name).write_bytes(path.read_bytes())
    assert _found(store) == [(kind, name)]
    assert _checked(store).notes == 3, "its notes are not counted twice"


def test_a_cable_may_be_called_like_a_copy(store: NoteStore, make_cable: Callable[..., Cable]) -> None:
    store.add(make_cable(cable_id="06CONFLICT1"), None, "x")
    assert _found(store) == []
    assert store.settle() == []


@pytest.mark.parametrize("damage", ["gone", "spoilt"])
def test_a_text_that_is_not_kept_is_found(store: NoteStore, path: Path, damage: str) -> None:
    for snapshot in (store.folder / "snapshots").iterdir():
        snapshot.unlink() if damage == "gone" else snapshot.write_bytes(b"x")
    found = _checked(store).findings
    assert {finding.kind for finding in found} == {"snapshot"}
    assert "the text that 1 note was made on" in found[0].reason


@pytest.mark.parametrize("place", [".", "snapshots", "backups"])
def test_what_a_killed_writer_left_is_found(store: NoteStore, path: Path, place: str) -> None:
    stray = store.folder / place / ".x.json.0123456789ab.tmp"
    stray.write_text("x")
    assert _found(store) == [("stray", stray.name)]


def test_a_file_that_only_backups_are_left_of_is_found(store: NoteStore, path: Path) -> None:
    Backups(store.folder).keep(path)
    path.unlink()
    (finding,) = _checked(store).findings
    assert (finding.kind, finding.path) == ("missing", path)
    assert "notes restore 06PORTALDER412" in finding.what_to_do
    assert finding.kind in SERIOUS
