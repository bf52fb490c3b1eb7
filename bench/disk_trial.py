"""Notes where the disk says no: full, a file too large, a folder that is closed, a file that others replace.

    python -m bench.disk_trial [--notes 200]

Prints for each trial how many notes the store acknowledged, how many of them are missing afterwards, and what it said.
The full disk is a small tmpfs, for which one must be root; the closed folder is met as another user, where one is root.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from cablereader.cable import read_cable
from cablereader.store.atomic import stamp
from cablereader.store.errors import StoreError
from cablereader.store.notes import NoteStore
from cablereader.store.notes.files import serialise

from .kill_trial import CABLE

NOBODY = 65534
_BETWEEN = 0.02
"""Seconds between two versions that another program puts in place."""
CABLE_READ = read_cable(CABLE)


def report(name: str, acknowledged: int, missing: int, strays: int, said: str) -> int:
    print(f"{name:<32} {acknowledged:>6} acknowledged {missing:>4} missing {strays:>3} strays   {said or 'no message'}")
    return missing + (0 if said else 1)


def until_refused(folder: Path, state: Path, at_most: int) -> tuple[list[str], str]:
    """Adds notes until the store says no; the ids it acknowledged, and what it said."""
    store, written = NoteStore(folder, state), list[str]()
    try:
        for _ in range(at_most):
            written.append(store.add(CABLE_READ, None, "x" * 400).id)
    except StoreError as error:
        return written, str(error)
    return written, ""


def lost(folder: Path, state: Path, written: Sequence[str]) -> int:
    return len(set(written) - {note.id for note in NoteStore(folder, state).all()})


def in_child(act: Callable[[], tuple[list[str], str]]) -> tuple[list[str], str]:
    """What `act` gives in a process of its own, whose limits and user end with it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.write(writing, json.dumps(act()).encode()[:60000])
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with open(reading, encoding="utf-8") as answer:
        written, said = json.loads(answer.read() or '[[], "it failed by itself"]')
    os.waitpid(child, 0)
    return written, said


def full_disk(root: Path) -> int | None:
    folder = root / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", folder], capture_output=True).returncode:
        return None
    try:
        written, said = until_refused(folder / "notes", root / "state", 100_000)
        strays = len(list((folder / "notes").glob(".*.tmp")))
        return report(
            "full disk of 300 KB", len(written), lost(folder / "notes", root / "state", written), strays, said
        )
    finally:
        subprocess.run(["umount", folder], check=False)


def size_limit(root: Path) -> int:
    folder, state = root / "limited", root / "state"

    def act() -> tuple[list[str], str]:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        return until_refused(folder, state, 100_000)

    written, said = in_child(act)
    return report("files of at most 200 KB", len(written), lost(folder, state, written), _strays(folder), said)


def closed_folder(root: Path, notes: int) -> int:
    folder, state = root / "closed", root / "closed-state"
    written, _ = until_refused(folder, state, notes)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def act() -> tuple[list[str], str]:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        readable = len(NoteStore(folder, Path(tempfile.gettempdir())).all())
        with tempfile.TemporaryDirectory() as mine:
            _, said = until_refused(folder, Path(mine), 1)
        return ["x"] * readable, said

    seen, said = in_child(act)
    folder.chmod(0o755)
    missing = lost(folder, state, written) + (notes - len(seen))
    return report("read-only folder", len(written), missing, _strays(folder), said)


def replaced(root: Path, notes: int) -> int:
    """Another program that knows no lock puts its own versions of the file in place while notes are added.

    It adds a note to what it read, as a sync program brings what was written elsewhere, and puts that in place unless
    the file has changed meanwhile. The notes of both must be there at the end, once the store has looked after its own.
    What the store refuses, because the file never rests, it says; the note is then given to it again.
    """
    folder, state = root / "replaced", root / "state"
    store, written, refused = NoteStore(folder, state), list[str](), 0
    first = store.add(CABLE_READ, None, "first")
    (path,) = folder.glob("*.json")
    said, child = "every change was made on the file that was there", os.fork()
    if child == 0:
        _sync(path, first.id)
    while len(written) < notes:
        try:
            written.append(store.add(CABLE_READ, None, "x" * 100).id)
        except StoreError as error:
            refused, said = refused + 1, str(error)
        time.sleep(_BETWEEN / 7)
    os.kill(child, signal.SIGTERM)
    os.waitpid(child, 0)
    theirs = (root / "theirs").read_text("ascii").split()
    store.reclaim()
    mine = lost(folder, state, [first.id, *written])
    name, all_of_them = f"replaced {len(theirs)} times underneath", 1 + len(written) + len(theirs)
    lost_of_theirs = lost(folder, state, theirs)
    said = f"{lost_of_theirs} of the missing are the other program's; {refused} refused; {said}"
    return report(name, all_of_them, mine + lost_of_theirs, _strays(folder), said)


def _sync(path: Path, like: str) -> None:
    """Puts its own versions of a note file in place until it is ended; the ids of its notes go to a log beside."""
    log = os.open(path.parent.parent / "theirs", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for number in count():
        before, tables = stamp(path), json.loads(path.read_bytes())
        identity = f"{number:032x}"
        tables["notes"][identity] = tables["notes"][like] | {"note_id": identity}
        copy = path.with_name(".incoming")
        copy.write_bytes(serialise(tables, path))
        if stamp(path) == before:
            os.replace(copy, path)
            os.write(log, f"{identity}\n".encode())
        time.sleep(_BETWEEN)


def _strays(folder: Path) -> int:
    return len(list(folder.glob(".*.tmp")))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--notes", type=int, default=200)
    words = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        found = full_disk(root)
        if found is None:
            print("full disk: needs root, passed over")
        bad = (found or 0) + size_limit(root) + closed_folder(root, words.notes) + replaced(root, words.notes)
    return 3 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
