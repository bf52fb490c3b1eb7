"""Notes under fire: writers killed in mid-write, processes writing at once. Prints what survived.

    python bench/kill_trial.py [--kills 500] [--notes 200]

A writer acknowledges each operation in a log only after the store returned; what the log has must be in the note file.
The kills are dealt out evenly over insert, edit and delete work and a mixture, each amid 20 notes and amid 5,000. Every
note that was there before counts as acknowledged. Full disks, limits of file size, closed folders and files that other
programs replace are in `disk_trial.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from cablereader.cable import Cable, read_cable
from cablereader.store.errors import StoreError
from cablereader.store.notes import Note, NoteStore
from cablereader.store.notes.files import serialise

CABLE = """\
R 071405Z SEP 06
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC 0999
UNCLAS PORT ALDER 000999
SUBJECT: A HARBOUR IN FOG

1. (U) The pilots stay ashore.
"""
LOADS = ("insert", "edit", "delete", "mixed")
SIZES = (20, 5000)
_PARALLEL = 4


@dataclass
class Outcome:
    """What the runs of a trial came to."""

    name: str
    runs: int = 0
    acknowledged: int = 0
    unreadable: int = 0
    missing: int = 0
    strays: int = 0

    def row(self) -> str:
        return (
            f"{self.name:<34} {self.runs:>5} {self.acknowledged:>13} {self.unreadable:>11} {self.missing:>8} "
            f"{self.strays:>7}"
        )


def open_store(folder: Path) -> tuple[NoteStore, Cable]:
    return NoteStore(folder / "notes", folder / "state"), read_cable(CABLE)


def write_for_ever(folder: Path, load: str, limit: int | None = None) -> None:
    """Adds, edits or deletes (and brings back) notes, acknowledging each operation in `folder/log-<pid>`."""
    store, cable = open_store(folder)
    log = os.open(folder / f"log-{os.getpid()}", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    living = store.all()[:100]
    deleted: list[Note] = []
    for step in range(limit) if limit is not None else count():
        kind = {"insert": 0, "edit": 2, "delete": 4 if len(living) < 4 else 3, "mixed": step % 4}[load]
        if kind == 4:
            note = store.restore(deleted.pop(0).id)
            living.append(note)
        elif kind in (0, 1) or len(living) < 4:
            note = store.add(cable, None, f"body {step} " + "x" * (step * 37 % 400))
            living.append(note)
        elif kind == 2:
            index = step % len(living)
            note = living[index] = store.update(replace(living[index], body=f"edit {step} " + "y" * (step * 53 % 300)))
        else:
            note = store.delete(living.pop(step % len(living)).id)
            deleted.append(note)
        os.write(log, logged(note))


def logged(note: Note) -> bytes:
    return f"{note.id} {note.rev} {int(note.deleted_at is not None)} {note.body[:12]}\n".encode()


def fill(folder: Path, size: int) -> None:
    """Makes a folder with so many notes, all of them acknowledged in a log that is read before the writer's."""
    store, cable = open_store(folder)
    first = store.add(cable, None, "body 0 of those that were there before")
    (path,) = store.folder.glob("*.json")
    tables = json.loads(path.read_bytes())
    for number in range(1, size):
        identity = f"{number:032x}"
        tables["notes"][identity] = tables["notes"][first.id] | {"note_id": identity, "body": f"body {number}" * 9}
    path.write_bytes(serialise(tables, path))
    (folder / "log-0").write_bytes(b"".join(map(logged, NoteStore(store.folder).all())))


def missing_of(folder: Path) -> tuple[int, int]:
    """Acknowledged operations, and those of them that the note file does not have. Raises StoreError if unreadable."""
    store, _ = open_store(folder)
    store.all()
    acknowledged = [line.split(" ", 3) for log in sorted(folder.glob("log-*")) for line in log.read_text().splitlines()]
    last = {note_id: (int(rev), deleted == "1", start) for note_id, rev, deleted, start in acknowledged}
    missing = 0
    for note_id, (rev, deleted, start) in last.items():
        note = store.get(note_id)
        as_logged = note is not None and (
            note.rev > rev or ((note.deleted_at is not None) == deleted and note.body.startswith(start))
        )
        missing += not (as_logged and note is not None and note.rev in (rev, rev + 1))
    return len(acknowledged), missing


def start_writer(folder: Path, load: str, limit: int | None = None) -> subprocess.Popen[bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(Path(__file__).resolve()), "--writer", str(folder), "--load", load]
    return subprocess.Popen([*command, "--limit", str(limit)] if limit is not None else command)


def kill_trial(
    root: Path, size: int, runs: int, shortest: float = 0.05, longest: float = 0.6, load: str = "mixed"
) -> Outcome:
    """Kills writers after a random time of work amid so many notes, each in a folder of its own, a few at once."""
    outcome = Outcome(f"kill -9, {load} amid {size} notes")
    filled = root / f"filled-{size}"
    if not filled.exists():
        fill(filled, size)
    for first in range(0, runs, _PARALLEL):
        folders = [root / f"{size}-{load}-{run}" for run in range(first, min(first + _PARALLEL, runs))]
        for folder in folders:
            shutil.copytree(filled, folder)
        writers = [start_writer(folder, load) for folder in folders]
        for folder, writer in zip(folders, writers, strict=True):
            while not any(log.stat().st_size for log in folder.glob("log-[1-9]*")) and writer.poll() is None:
                time.sleep(0.005)
        for writer in random.sample(writers, len(writers)):
            time.sleep(random.uniform(shortest, longest) / len(writers))
            writer.send_signal(signal.SIGKILL)
        for folder, writer in zip(folders, writers, strict=True):
            if writer.wait() != -signal.SIGKILL:
                raise RuntimeError(f"the writer in {folder} failed by itself")
            _look(folder, outcome)
            shutil.rmtree(folder)
    return outcome


def crowd_trial(root: Path, processes: int, notes: int) -> Outcome:
    """Several processes add notes to one cable at once; all of them must be there."""
    outcome = Outcome(f"{processes} processes x {notes} notes")
    folder = root / f"crowd-{processes}"
    writers = [start_writer(folder, "insert", notes) for _ in range(processes)]
    if any(writer.wait() for writer in writers):
        raise RuntimeError("a writer failed by itself")
    _look(folder, outcome)
    outcome.missing += processes * notes - len(open_store(folder)[0].all())
    return outcome


def _look(folder: Path, outcome: Outcome) -> None:
    outcome.runs += 1
    outcome.strays += len(list((folder / "notes").glob(".*.tmp")))
    try:
        acknowledged, missing = missing_of(folder)
    except StoreError as error:
        print(f"  {error}")
        outcome.unreadable += 1
        return
    outcome.acknowledged += acknowledged
    outcome.missing += missing


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--notes", type=int, default=200)
    parser.add_argument("--writer", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--load", choices=LOADS, default="insert", help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=int, help=argparse.SUPPRESS)
    words = parser.parse_args(argv)
    if words.writer:
        write_for_ever(words.writer, words.load, words.limit)
        return 0
    print(f"{'trial':<34} {'runs':>5} {'acknowledged':>13} {'unreadable':>11} {'missing':>8} {'strays':>7}")
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        kills = -(-words.kills // (len(SIZES) * len(LOADS)))
        trials: list[Callable[[], Outcome]] = [
            partial(kill_trial, root, size, kills, load=load) for size in SIZES for load in LOADS
        ]
        trials += [partial(crowd_trial, root, crowd, words.notes) for crowd in (2, 4)]
        for trial in trials:
            outcome = trial()
            print(outcome.row(), flush=True)
            bad += outcome.missing + outcome.unreadable
    return 3 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
