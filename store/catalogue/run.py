"""One update of a catalogue, from looking through the sources to the last commit."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import monotonic

from ..errors import SourceError
from ..recognise import witness
from ..sources import STANDARD_INPUT, iter_files, read_standard_input, read_text
from . import database
from .catalogue import Catalogue
from .progress import Outcome, Progress
from .texts import Text, read_text_of
from .writer import Copy, Writer

_FIRST_BATCH, _LARGEST_BATCH = 64, 4096


class Run:
    """The state of an update that is under way."""

    def __init__(
        self,
        catalogue: Catalogue,
        connection: sqlite3.Connection,
        tell: Callable[[Progress], None],
        stop: Callable[[], bool],
    ) -> None:
        """`connection` is one that writes."""
        self.catalogue, self.connection, self.tell, self.stop = catalogue, connection, tell, stop

    def run(self) -> Outcome:
        """Do it."""
        connection = self.connection
        known = {
            database.restored(path): (number, size, changed)
            for number, path, size, changed in connection.execute("SELECT number, path, size, changed FROM source")
        }
        writer = Writer(connection)
        added = changed = problems = 0
        began = monotonic()
        fresh: list[tuple[str, int, int]] = []
        seen: set[str] = set()
        gone: list[int] = []
        for path in self._files():
            try:
                status = os.stat(path) if path != STANDARD_INPUT else None
                size, time = (status.st_size, status.st_mtime_ns) if status else (0, 0)
            except (OSError, ValueError):
                size, time = 0, 0
            seen.add(path)
            old = known.get(path)
            if old and old[1:] == (size, time) and time:
                continue
            if old:
                gone.append(old[0])
                changed += 1
            else:
                added += 1
            fresh.append((path, size, time))
        missing = [number for path, (number, _, _) in known.items() if path not in seen]
        writer.begin()
        for number in [*missing, *gone]:
            self._remove(writer, number)
        writer.commit()
        done, size = 0, _FIRST_BATCH
        number = connection.execute("SELECT coalesce(max(number), 0) FROM source").fetchone()[0]
        total = sum(each[1] for each in fresh)
        bytes_done = 0
        waiting = iter(fresh)
        while batch := list(islice(waiting, size)):
            if self.stop():
                return Outcome(added, changed, len(missing), problems, stopped=True)
            texts = []
            writer.begin()
            for path, length, time in batch:
                number += 1
                row = (number, database.stored(path), "file", length, time, 1)
                connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, NULL)", row)
                name = os.path.basename(path) or path
                texts.append((Copy(number, None, None, None, name, None), _read(path)))
                bytes_done += length
            problems += writer.add(texts)
            writer.commit()
            done += len(batch)
            rate = done / (monotonic() - began + 1e-9)
            left = (len(fresh) - done) / rate
            self.tell(Progress(done, len(fresh), bytes_done, total, len(self.catalogue), rate, left, batch[-1][0]))
            size = min(size * 4, _LARGEST_BATCH)
        writer.begin()
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'complete'")
        writer.commit()
        return Outcome(added, changed, len(missing), problems)

    def _files(self) -> Iterator[str]:
        for path in self.catalogue.paths:
            if path == STANDARD_INPUT:
                yield path
            else:
                yield from dict.fromkeys(map(str, iter_files([os.path.abspath(path)])))

    def _remove(self, writer: Writer, source: int) -> None:
        rows = self.connection.execute("SELECT cable FROM copy WHERE source = ?", (source,)).fetchall()
        self.connection.execute("DELETE FROM copy WHERE source = ?", (source,))
        self.connection.execute("DELETE FROM source WHERE number = ?", (source,))
        for (cable,) in rows:
            writer.drop(cable)


def _read(path: str) -> Text:
    try:
        if path == STANDARD_INPUT:
            return read_text_of(read_standard_input(), None)
        return read_text_of(read_text(Path(path)), witness(Path(path)))
    except SourceError as error:
        return Text(error.reason)
