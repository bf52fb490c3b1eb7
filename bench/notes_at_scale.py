"""Notes at scale: 10,000 of them over 500 cables. Prints what adding, counting, listing and watching them costs.

    python bench/notes_at_scale.py [--cables 500] [--notes 20] [--adds 300]

Everything runs in this process, with every write synced to disk. `cold` is a store that was just opened (the system has
the files in memory), `warm` one that read them before.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from cablereader.cable import Cable, read_cable
from cablereader.store.atomic import write_atomically
from cablereader.store.notes import NoteStore
from cablereader.store.notes.files import NOTES, parse, serialise

CABLE = """\
R 071405Z SEP 06
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC {serial:04}
UNCLAS PORT ALDER {serial:06}
SUBJECT: A HARBOUR IN FOG

"""
PARAGRAPH = "{number}. (U) The pilots stay ashore, and the {word} of the committee is not known to the embassy.\n\n"
WORDS = ("patience", "purse", "chairman", "purpose", "opinion", "whereabouts", "accountant", "second bell", "temper")
LIMIT = 5.0
"""Milliseconds that adding a note may cost at the median."""


def cable_of(serial: int) -> Cable:
    paragraphs = (PARAGRAPH.format(number=number + 1, word=word * 9) for number, word in enumerate(WORDS))
    return read_cable(CABLE.format(serial=serial) + "".join(paragraphs))


def fill(store: NoteStore, cables: Sequence[Cable], notes: int) -> None:
    """Notes on every cable: one through the store, the others as copies of its record under ids of their own."""
    for number, cable in enumerate(cables):
        first = store.add(cable, cable.blocks[number % len(cable.blocks)], "The list is older than this. " * 5, ["fog"])
        path = store.folder / f"{cable.id}.json"
        tables = parse(path.read_bytes(), path)
        for more in range(1, notes):
            identity = f"{number:016x}{more:016x}"
            tables[NOTES][identity] = tables[NOTES][first.id] | {"note_id": identity}
        path.write_bytes(serialise(tables, path))


def milliseconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def report(name: str, times: Sequence[float], of: str = "") -> float:
    ordered = sorted(times)
    print(f"{name:<44} {median(ordered):>9.2f} ms   worst {ordered[-1]:>9.2f} ms   {of}")
    return median(ordered)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cables", type=int, default=500)
    parser.add_argument("--notes", type=int, default=20)
    parser.add_argument("--adds", type=int, default=300)
    words = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        return trial(Path(name), words.cables, words.notes, words.adds)


def trial(root: Path, many: int, notes: int, adds: int) -> int:
    def opened() -> NoteStore:
        return NoteStore(root / "notes", root / "state")

    cables = [cable_of(serial) for serial in range(1, many + 1)]
    fill(opened(), cables, notes)
    size = sum(path.stat().st_size for path in root.glob("notes/*.json")) / many / 1024
    print(f"{many * notes} notes over {many} cables, {size:.0f} KB a file")
    report("counts, cold", [milliseconds(opened().counts) for _ in range(7)])
    report("all, cold", [milliseconds(opened().all) for _ in range(7)])
    store = opened()
    store.all(), store.counts()
    report("counts, warm", [milliseconds(store.counts) for _ in range(15)])
    report("all, warm", [milliseconds(store.all) for _ in range(15)])
    seen = store.seen()
    report("changed_since, nothing changed", [milliseconds(lambda: store.changed_since(seen)) for _ in range(31)])

    def add(number: int) -> float:
        cable = cables[number * 7 % many]
        return milliseconds(lambda: store.add(cable, cable.blocks[number % len(cable.blocks)], "One more thought."))

    blob = b"x" * int(size * 1024)
    bare = report(
        "a bare synced write of such a file",
        [milliseconds(lambda: write_atomically(root / "x", blob)) for _ in range(99)],
    )
    first = add(0)
    typical = report("add, each to another cable", [add(number) for number in range(1, adds + 1)])
    report("add, all to one cable", [add(many) for _ in range(adds // 3)])
    print(f"{'add, against the bare write':<44} {typical / bare:>9.1f} times")
    print(f"{'add, the first of a session':<44} {first:>9.2f} ms")
    return 3 if typical > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
