"""What was written here and called saved: put back where a program that knows no lock replaced it by an older file.

A checkout, a sync or a restore may put a file in place of the one that has the last notes. Nothing can keep it from
doing so; but as long as this program runs, it knows what it saved.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from ..atomic import Stamp, stamp
from ..errors import StoreError
from .files import NOTES, load
from .model import Json, Note

_MOST = 2000
"""Notes that are remembered, the last ones written."""


class Written:
    """The records of the notes that were written here, by file and id."""

    def __init__(self) -> None:
        """Nothing was written yet."""
        self._records: OrderedDict[tuple[Path, str], Json] = OrderedDict()
        self._stamps: dict[Path, Stamp] = {}

    def remember(self, path: Path, records: dict[str, Json], written: Stamp) -> None:
        """Remembers records of a file, and the stamp that it was written with."""
        for identity, record in records.items():
            self._records[path, identity] = record
            self._records.move_to_end((path, identity))
        while len(self._records) > _MOST:
            self._records.popitem(last=False)
        self._stamps[path] = written

    def paths(self) -> list[Path]:
        """The files that notes were written to."""
        return list(dict.fromkeys(path for path, _ in list(self._records)))

    def put_back(self, path: Path, locks: Path, patience: float) -> list[str]:
        """Merges what a file lacks of what was written to it, or has in an older revision; the ids of those notes.

        A file that is gone altogether stays so. Raises StoreError.
        """
        if path not in self._stamps or stamp(path) in (None, self._stamps[path]):
            return []
        from .care.copies import merge_file

        loaded = load(path)
        there = loaded[0].get(NOTES, {}) if loaded else {}
        lost = {
            identity: record
            for (file, identity), record in list(self._records.items())
            if file == path and _rev(there.get(identity)) < _rev(record)
        }
        if lost and loaded:
            merge_file(path, {NOTES: lost}, locks, patience=patience)
        elif loaded:
            self._stamps[path] = loaded[1]
        return [*lost]


def put_all_back(written: Written, locks: Path, patience: float, problems: list[StoreError]) -> list[str]:
    """The same for every file; what cannot be read or written is added to `problems`."""
    back: list[str] = []
    for path in written.paths():
        try:
            back += written.put_back(path, locks, patience)
        except StoreError as error:
            problems.append(error)
    return back


def notes_in(done: object) -> list[Note]:
    """The notes in what a change gave: one, or several in a tuple."""
    several = done if isinstance(done, tuple) else (done,)
    return [item for item in several if isinstance(item, Note)]


def _rev(record: Json | None) -> int:
    rev = record.get("rev") if record else None
    return rev if isinstance(rev, int) else -1
