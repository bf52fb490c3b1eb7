"""The texts that notes were made on: kept before the note, whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
import stat
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.cable.anchors import body_text, snapshot_id
from cablereader.store import StoreUnwritable
from cablereader.store.notes import NoteStore
from cablereader.store.notes.snapshots import Snapshots
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import Part, make_cable


@pytest.fixture
def snapshots(tmp_path: Path) -> Snapshots:
    return Snapshots(tmp_path / "snapshots")


def _files(snapshots: Snapshots) -> list[Path]:
    return sorted(snapshots.folder.iterdir())


def test_a_snapshot_is_named_after_its_text_and_private(snapshots: Snapshots, cable: Cable) -> None:
    identity = snapshots.keep(cable)
    (path,) = _files(snapshots)
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    assert text == body_text(cable)
    assert path.name == f"{hashlib.sha256(text.encode()).hexdigest()}.txt.gz"
    assert identity == f"sha256:{path.name.removesuffix('.txt.gz')}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(snapshots.folder.stat().st_mode) == 0o700
    assert text.split("\n\n") == [block.text for block in cable.blocks]


@given(st.lists(st.text(min_size=1).filter(lambda text: "\n" not in text), min_size=1, max_size=5))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    cable = make_cable(body=[Part("paragraph", text) for text in texts])
    snapshots = Snapshots(tmp_path_factory.mktemp("kept") / "snapshots")
    assert snapshots.load(snapshots.keep(cable)) == body_text(cable)


def test_a_snapshot_is_written_once(snapshots: Snapshots, cable: Cable) -> None:
    snapshots.keep(cable)
    (path,) = _files(snapshots)
    before = path.stat()
    snapshots.keep(cable)
    Snapshots(snapshots.folder).keep(cable)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert _files(snapshots) == [path]


@pytest.mark.parametrize("damage", [b"", b"no gzip", gzip.compress(b"another text")], ids=["empty", "junk", "other"])
def test_a_damaged_snapshot_counts_as_lost_and_is_written_anew(
    snapshots: Snapshots, cable: Cable, damage: bytes
) -> None:
    identity = snapshots.keep(cable)
    (path,) = _files(snapshots)
    path.write_bytes(damage)
    assert snapshots.load(identity) is None
    again = Snapshots(snapshots.folder)
    again.keep(cable)
    assert again.load(identity) == body_text(cable)


@pytest.mark.parametrize("name", [None, "", "sha256:", "sha256:../../x", "md5:" + "0" * 64, "sha256:" + "0" * 64])
def test_what_is_no_snapshot_is_none(snapshots: Snapshots, name: str | None) -> None:
    assert snapshots.load(name) is None


def test_the_snapshot_is_there_before_the_note(store: NoteStore, cable: Cable) -> None:
    (store.folder).mkdir(parents=True)
    (store.folder / "snapshots").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(StoreUnwritable):
        store.add(cable, cable.blocks[0], "x")
    assert list(store.folder.glob("*.json")) == []


def test_notes_on_one_text_share_its_snapshot(store: NoteStore, cable: Cable) -> None:
    notes = [store.add(cable, block, "x") for block in cable.blocks]
    (path,) = (store.folder / "snapshots").iterdir()
    assert {note.anchor.snapshot for note in notes} == {snapshot_id(body_text(cable))}
    assert path.name.startswith(snapshot_id(body_text(cable)).removeprefix("sha256:"))
