"""Writing a file: the old one or the new one is whole, whatever fails in between."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest
from cablereader.store import atomic
from cablereader.store.atomic import Expected, ReplacedUnderneath, stamp, sweep, write_atomically
from cablereader.store.errors import StoreUnwritable
from cablereader.store.swap import exchange

OLD, NEW = b"old" * 1000, b"new" * 2000


def _fail(code: int) -> object:
    def failing(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    return failing


def test_private_files_and_folders_are_the_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "x.json"
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (path.parent, path.parent.parent)] == [0o700, 0o700]


def test_public_files_take_the_mode_of_the_old_one_or_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    before = os.umask(0o027)
    try:
        write_atomically(path, OLD, private=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_atomically(path, NEW, private=False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        ("write", errno.ENOSPC, "the disk is full"),
        ("fsync", errno.EIO, "the disk reports an error"),
        ("replace", errno.EACCES, "permission denied"),
        ("open", errno.EROFS, "the file system is read-only"),
    ],
)
def test_a_failure_leaves_the_old_file_and_no_stray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, words: str
) -> None:
    path = tmp_path / "x.json"
    write_atomically(path, OLD)
    with monkeypatch.context() as patched:
        patched.setattr(os, call, _fail(code))
        with pytest.raises(StoreUnwritable, match=words) as caught:
            write_atomically(path, NEW)
    assert caught.value.path == path
    assert path.read_bytes() == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.json"]


def test_short_writes_are_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data)[:7]))
    write_atomically(tmp_path / "x.json", NEW)
    assert (tmp_path / "x.json").read_bytes() == NEW


def test_the_folder_is_synced_after_the_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_sync(descriptor)

    def replace(old: Path, new: Path) -> None:
        order.append("exchange")
        real_replace(old, new)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    write_atomically(tmp_path / "x.json", NEW)
    assert order == ["file", "exchange", "folder"]


def test_a_failing_folder_sync_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "x")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(StoreUnwritable):
        write_atomically(tmp_path / "x.json", NEW)


def test_a_file_where_a_folder_should_be_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("in the way")
    with pytest.raises(StoreUnwritable, match=r"cannot be written: \w"):
        write_atomically(tmp_path / "notes" / "x.json", NEW)


def test_sweep_takes_only_old_temporary_files(tmp_path: Path) -> None:
    old, young, other = (
        tmp_path / name for name in (".x.json.0123456789ab.tmp", ".x.json.ba9876543210.tmp", ".x.json.tmp")
    )
    for path in (old, young, other):
        path.write_bytes(b"")
    yesterday = time.time() - 25 * 3600
    os.utime(old, (yesterday, yesterday))
    os.utime(other, (yesterday, yesterday))
    assert sweep(tmp_path) == 1
    assert sorted(tmp_path.iterdir()) == sorted([young, other])
    assert sweep(tmp_path / "missing") == 0


def test_a_killed_writers_file_matches_what_sweep_looks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name that is written is the name that is swept."""
    made: list[str] = []
    real = os.replace

    def replace(old: Path, new: Path) -> None:
        made.append(old.name)
        real(old, new)

    monkeypatch.setattr(os, "replace", replace)
    write_atomically(tmp_path / "x.json", NEW)
    (tmp_path / made[0]).write_bytes(b"half")
    monkeypatch.setattr(atomic, "_STRAY_AFTER", -1.0)
    assert sweep(tmp_path) == 1


def test_only_the_file_that_was_read_is_displaced(tmp_path: Path) -> None:
    """On Linux what was displaced is looked at; elsewhere only the moment before the exchange is narrow."""
    path = tmp_path / "a.json"
    path.write_bytes(b"read")
    read = stamp(path)

    def another_program() -> None:
        other = tmp_path / "other"
        other.write_bytes(b"theirs")
        other.replace(path)

    if not exchange(path, path):
        pytest.skip("this system cannot exchange two files in one step")
    with pytest.raises(ReplacedUnderneath):
        write_atomically(path, b"ours", before_replace=another_program, expected=Expected(read))
    assert path.read_bytes() == b"theirs"
    with pytest.raises(ReplacedUnderneath):
        write_atomically(path, b"ours", expected=Expected(None))
    assert path.read_bytes() == b"theirs"
    write_atomically(path, b"ours", expected=Expected(stamp(path)))
    assert path.read_bytes() == b"ours"
    write_atomically(tmp_path / "new.json", b"new", expected=Expected(None))
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.json", "new.json"], "no stray is left"


def test_where_files_cannot_be_exchanged_they_are_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    monkeypatch.setattr("cablereader.store.swap._renameat2", lambda: None)
    for expected in (Expected(None), None):
        write_atomically(path, b"one", expected=expected)
        assert path.read_bytes() == b"one"
        path.unlink()
    path.write_bytes(b"two")
    write_atomically(path, b"three", expected=Expected(stamp(path)))
    assert path.read_bytes() == b"three"
