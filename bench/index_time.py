"""How long the catalogue of a corpus takes against reading its CSV alone, and whether it always ends the same.

    python -m bench.index_time time CSV [--rounds 1]     csv.reader alone and the index in turn, with peak memory
    python -m bench.index_time kill CSV                  killed half-way and started again against never interrupted
    python -m bench.index_time forms FOLDER              the sources in a folder of bench.corpus against each other

The index is built by `cablereader index` in a process of its own, into an empty home. Memory is the largest sum over
the program and its reading processes, taken four times a second. Two catalogues are the same when rows, TAGS and
references are, and every word occurs in as many cables as often (cables of one minute may stand in either order).
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from cablereader.store.catalogue import Catalogue

_MOST = 12.0
_OFTEN = 0.25
_INDEX = [sys.executable, "-m", "cablereader", "index", "--quiet"]
_ROWS = {
    "list": "SELECT id, date, post, classification, level, subject, tags, problem FROM cable ORDER BY date DESC, id",
    "years": "SELECT substr(date, 1, 4), count(*) FROM cable GROUP BY 1 ORDER BY 1",
    "posts": "SELECT post, count(*) FROM cable GROUP BY 1 ORDER BY 1",
    "tags": "SELECT tag, id FROM tag JOIN cable ON cable.rowid = tag.cable ORDER BY 1, 2",
    "references": "SELECT id, target, label, kind FROM reference JOIN cable ON cable.rowid = reference.cable "
    "ORDER BY 1, 2, 3, 4",
}
_PLACES = "SELECT cable, rank, member, start, length, copy.digest FROM copy ORDER BY 1, 2, 3, 4"


class Built(NamedTuple):
    """An index that was built: seconds, peak memory in MiB, and the file."""

    seconds: float
    memory: float
    path: Path


def main() -> int:
    """Measures or compares, and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("time", "kill", "forms"))
    parser.add_argument("source", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    words = parser.parse_args()
    with _home() as home:
        if words.what == "time":
            return _time(words.source, words.rounds, home)
        return _kill(words.source, home) if words.what == "kill" else _forms(words.source, home)


def _time(source: Path, rounds: int, home: Path) -> int:
    ratios = []
    for _ in range(rounds):
        before = seconds_of_csv(source)
        built = build(source, home)
        after = seconds_of_csv(source)
        alone = min(before, after)
        ratios.append(built.seconds / alone)
        print(f"csv.reader alone  {before:7.1f} s, {after:.1f} s after the index")
        print(f"index             {built.seconds:7.1f} s   x{ratios[-1]:.1f}   {built.memory:.0f} MiB")
        sizes = built.path.stat().st_size / 2**20, source.stat().st_size / 2**20
        print("catalogue         {:7.0f} MiB of {:.0f} MiB".format(*sizes))
        _empty(home)
    return 0 if min(ratios) <= _MOST else 1


def _kill(source: Path, home: Path) -> int:
    whole = build(source, home)
    kept = whole.path.rename(home / "whole.sqlite")
    _empty(home, but=kept)
    with started(source, home) as program:
        while program.poll() is None and _cables(whole.path) * 2 < _cables(kept):
            time.sleep(_OFTEN)
        program.send_signal(signal.SIGKILL)
    print(f"killed with {_cables(whole.path):,} cables of {_cables(kept):,}")
    again = build(source, home)
    print(f"whole {whole.seconds:.1f} s; the rest {again.seconds:.1f} s")
    return _compare({"never interrupted": kept, "killed and started again": again.path}, places=True)


def _cables(path: Path) -> int:
    """How many cables a catalogue has so far."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM cable").fetchone()[0])


def _forms(folder: Path, home: Path) -> int:
    built = {}
    for path in sorted(folder.iterdir()):
        done = build(path, home)
        print(f"{path.name:20} {done.seconds:7.1f} s")
        built[path.name] = done.path.rename(home / f"{path.name}.sqlite")
    return _compare(built)


def _compare(files: dict[str, Path], *, places: bool = False) -> int:
    found = {name: digests(path, places=places) for name, path in files.items()}
    first = next(iter(found.values()))
    for what in first:
        same = {each[what] for each in found.values()}
        print(f"{what:12} {'the same' if len(same) == 1 else {name: each[what] for name, each in found.items()}}")
    return 0 if all(each == first for each in found.values()) else 1


def digests(path: Path, *, places: bool = False) -> dict[str, str]:
    """What a catalogue says, each part of it in a few letters; `places` are those of the texts in their source."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', 'col')")
        queries = (
            _ROWS | {"words": "SELECT term, col, doc, cnt FROM temp.terms"} | ({"places": _PLACES} if places else {})
        )
        return {name: _digest(connection.execute(query)) for name, query in queries.items()}


def _digest(rows: Iterator[tuple[object, ...]] | sqlite3.Cursor) -> str:
    digest = blake2b(digest_size=6)
    for row in rows:
        digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def seconds_of_csv(source: Path) -> float:
    """How long Python's csv module takes for all rows of a dump."""
    csv.field_size_limit(2**31 - 1)
    began = time.perf_counter()
    with open(source, encoding="utf-8", newline="") as file:
        doubled = file.readline().startswith("ID,")
        file.seek(0)
        rows = csv.reader(file) if doubled else csv.reader(file, escapechar="\\", doublequote=False)
        for _ in rows:
            pass
    return time.perf_counter() - began


def build(source: Path, home: Path) -> Built:
    """Builds the catalogue of a source as the command line does."""
    began, most = time.perf_counter(), 0.0
    with started(source, home) as program:
        while program.poll() is None:
            most = max(most, sum(map(_memory, [program.pid, *_children(program.pid)])))
            time.sleep(_OFTEN)
    if program.returncode:
        sys.exit(f"cablereader index {source}: exit code {program.returncode}")
    return Built(time.perf_counter() - began, most / 1024, Catalogue.open([source], home / "cache").path)


@contextmanager
def started(source: Path, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`cablereader index` on a source; it is waited for."""
    with subprocess.Popen([*_INDEX, str(source)], env=os.environ | {"CABLEREADER_HOME": str(home)}) as program:
        yield program


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _memory(pid: int) -> int:
    """The resident memory of a process in KiB."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    except (OSError, IndexError):
        return 0


@contextmanager
def _home() -> Iterator[Path]:
    home = Path(tempfile.mkdtemp(prefix="index-"))
    try:
        yield home
    finally:
        shutil.rmtree(home)


def _empty(home: Path, but: Path | None = None) -> None:
    for path in home.iterdir():
        if path != but:
            shutil.rmtree(path)


if __name__ == "__main__":
    sys.exit(main())
