"""Killed writers, crowds of writers, full disks and closed folders: what was acknowledged is there."""

from __future__ import annotations

import errno
import importlib.util
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from cablereader.cable import Cable
from cablereader.store.errors import StoreError, StoreUnwritable
from cablereader.store.notes import NoteStore

BENCH = Path(__file__).resolve().parent.parent.parent / "bench" / "kill_trial.py"


@pytest.fixture(scope="module")
def trial() -> ModuleType:
    """The trials of bench/, which the suite runs small."""
    specification = importlib.util.spec_from_file_location("kill_trial", BENCH)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["kill_trial"] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module


def test_killed_writers_leave_whole_files_and_every_acknowledged_note(trial: ModuleType, tmp_path: Path) -> None:
    outcome = trial.kill_trial(tmp_path, 20, 12, shortest=0.02, longest=0.3)
    assert outcome.runs == 12
    assert outcome.acknowledged >= 12 * 21, "in every run at least one besides those that were there before"
    assert (outcome.unreadable, outcome.missing) == (0, 0)


def test_two_processes_add_to_one_cable_at_once(trial: ModuleType, tmp_path: Path) -> None:
    outcome = trial.crowd_trial(tmp_path, 2, 40)
    assert outcome.acknowledged == 80
    assert (outcome.unreadable, outcome.missing, outcome.strays) == (0, 0, 0)


def _in_child(act: Callable[[], None]) -> None:
    """Runs `act` in a forked child, which fails by raising."""
    child = os.fork()
    if child == 0:
        try:
            act()
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_file_size_limit_costs_only_the_note_that_did_not_fit(store: NoteStore, cable: Cable, tmp_path: Path) -> None:
    """As on a full disk, the write stops in the middle."""
    log = tmp_path / "log"

    def write_until_it_fails() -> None:
        for number in range(1000):
            note = store.add(cable, cable.blocks[2], f"{number} " * 50)
            with log.open("a") as file:
                file.write(f"{note.id}\n")

    def write() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
        with pytest.raises(StoreUnwritable, match=r"06PORTALDER412\.json: cannot be written"):
            write_until_it_fails()

    _in_child(write)
    written = log.read_text().split()
    assert written
    assert {note.id for note in store.all()} == set(written)
    assert sorted(path.name for path in store.folder.iterdir() if path.is_file()) == [
        ".gitignore",
        ".stignore",
        "06PORTALDER412.json",
    ]


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_is_told_and_changes_nothing(
    store: NoteStore, cable: Cable, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    note = store.add(cable, None, "one")
    before = (store.folder / "06PORTALDER412.json").read_bytes()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    acts: list[Callable[[], object]] = [
        lambda: store.add(cable, None, "two"),
        lambda: store.delete(note.id),
    ]
    for act in acts:
        with monkeypatch.context() as patched:
            patched.setattr(os, call, full)
            with pytest.raises(StoreUnwritable, match="the disk is full") as caught:
                act()
        assert "Free some space" in caught.value.what_to_do
    assert (store.folder / "06PORTALDER412.json").read_bytes() == before
    assert store.all() == [note]


def test_a_read_only_folder_is_read_and_refuses_writes_plainly(cable: Cable) -> None:
    with tempfile.TemporaryDirectory() as name:  # where another user may go, which pytest's own folder does not allow
        root = Path(name)
        _in_child(lambda: _use_read_only_folders(root, cable))


def _use_read_only_folders(root: Path, cable: Cable) -> None:
    if os.geteuid() == 0:  # to whom no folder is closed
        os.chown(root, 65534, 65534)
        os.setgid(65534)
        os.setuid(65534)
    store = NoteStore(root / "notes", root / "state")
    note = store.add(cable, None, "one")
    store.folder.chmod(0o500)
    assert NoteStore(store.folder, root / "state").all() == [note]
    with pytest.raises(StoreUnwritable, match="permission denied"):
        store.add(cable, None, "two")
    (root / "state" / "locks").chmod(0o500)
    with pytest.raises(StoreUnwritable, match="cannot be locked: permission denied"):
        NoteStore(root / "others", root / "state").add(cable, None, "two")
    for folder in (store.folder, root / "state" / "locks"):
        folder.chmod(0o700)
    assert store.all() == [note]


def test_a_notes_folder_that_is_a_file_is_told(tmp_path: Path, cable: Cable) -> None:
    (tmp_path / "notes").write_text("in the way")
    store = NoteStore(tmp_path / "notes", tmp_path / "state")
    with pytest.raises(StoreError):
        store.add(cable, None, "x")
    problems: list[StoreError] = []
    assert store.counts(problems) == {}
    assert problems
