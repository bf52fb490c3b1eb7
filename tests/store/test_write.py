"""Exports as files."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.atomic import write_atomically
from cablereader.store.errors import CorruptStore, StoreBusy, StoreUnreadable, StoreUnwritable
from cablereader.store.export.write import export_notes
from cablereader.store.notes import Note, NoteStore


@pytest.fixture
def store(tmp_path: Path, make_cable: Callable[..., Cable]) -> NoteStore:
    store = NoteStore(tmp_path / "notes", tmp_path / "state")
    for cable_id in ("06PORTALDER412", "06PORTALDER1"):
        cable = make_cable(cable_id=cable_id)
        store.add(cable, cable.blocks[2], f"on {cable_id}")
    return store


def _change(store: NoteStore) -> Note:
    return store.update(replace(store.of("06PORTALDER412")[0], body="changed"))


def test_one_file_for_each_cable(store: NoteStore, tmp_path: Path) -> None:
    out = tmp_path / "new" / "vault"
    done = export_notes(store, target=out)
    assert sorted(path.name for path in out.iterdir()) == ["06PORTALDER1.md", "06PORTALDER412.md"]
    assert (sorted(done.written), done.unchanged, done.notes) == (sorted(out.iterdir()), (), 2)
    again = export_notes(store, target=out)
    assert (again.written, sorted(again.unchanged)) == ((), sorted(out.iterdir()))


def test_some_cables_only(store: NoteStore, tmp_path: Path) -> None:
    done = export_notes(store, ["06PORTALDER1", "06PORTALDER1", "99NOWHERE1"], tmp_path / "out")
    assert [path.name for path in done.written] == ["06PORTALDER1.md"]


def test_one_text_for_standard_output(store: NoteStore) -> None:
    done = export_notes(store)
    assert done.text.index("on 06PORTALDER1[^") < done.text.index("on 06PORTALDER412[^")
    assert (done.written, done.notes) == ((), 2)


def test_one_file_for_one_cable(store: NoteStore, tmp_path: Path) -> None:
    done = export_notes(store, ["06PORTALDER412"], tmp_path / "mine.md")
    assert done.written == (tmp_path / "mine.md",)
    with pytest.raises(StoreUnwritable, match="do not go into one file"):
        export_notes(store, None, tmp_path / "mine.md")


def test_line_ends_and_mode_of_the_file_stay(store: NoteStore, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    export_notes(store, ["06PORTALDER412"], path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o664)
    assert export_notes(store, ["06PORTALDER412"], path).unchanged == (path,)
    _change(store)
    export_notes(store, ["06PORTALDER412"], path)
    blob = path.read_bytes()
    assert b"changed" in blob
    assert blob.count(b"\n") == blob.count(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_a_link_is_written_through(store: NoteStore, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "06PORTALDER412.md").symlink_to(tmp_path / "real.md")
    export_notes(store, ["06PORTALDER412"], tmp_path / "out")
    assert (tmp_path / "out" / "06PORTALDER412.md").is_symlink()
    assert "on 06PORTALDER412" in (tmp_path / "real.md").read_text()


def test_a_file_that_is_no_text_is_refused(store: NoteStore, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(StoreUnreadable, match="edits could not be kept"):
        export_notes(store, ["06PORTALDER412"], path)
    assert path.read_bytes() == b"caf\xe9"


def test_notes_that_cannot_be_read_are_told_and_the_others_exported(store: NoteStore, tmp_path: Path) -> None:
    (store.folder / "06PORTALDER1.json").write_bytes(b"{")
    done = export_notes(store, target=tmp_path / "out")
    assert [path.name for path in done.written] == ["06PORTALDER412.md"]
    assert [type(problem) for problem in done.problems] == [CorruptStore]


def test_an_editor_that_saves_meanwhile_loses_nothing(
    store: NoteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.md"
    export_notes(store, ["06PORTALDER412"], path)
    _change(store)
    saves = ["Saved in the editor."]

    def write_late(place: Path, blob: bytes, *, private: bool, before_replace: Callable[[], None]) -> None:
        if saves:
            path.write_text(path.read_text() + saves.pop() + "\n")
        write_atomically(place, blob, private=private, before_replace=before_replace)

    monkeypatch.setattr("cablereader.store.export.write.write_atomically", write_late)
    export_notes(store, ["06PORTALDER412"], path)
    text = path.read_text()
    assert "Saved in the editor." in text
    assert "changed[^" in text


def test_an_editor_that_never_rests_is_given_up_on(
    store: NoteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.md"
    path.write_text("mine\n")

    def write_late(place: Path, blob: bytes, *, private: bool, before_replace: Callable[[], None]) -> None:
        path.write_text(path.read_text() + "more\n")
        write_atomically(place, blob, private=private, before_replace=before_replace)

    monkeypatch.setattr("cablereader.store.export.write.write_atomically", write_late)
    with pytest.raises(StoreBusy):
        export_notes(store, ["06PORTALDER412"], path)
    assert path.read_text().startswith("mine\nmore\n")
