"""One update of a catalogue, from looking through the sources to the last commit."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from time import monotonic

from ..entry import STANDARD_INPUT_NAME
from ..errors import SourceError
from ..sources import STANDARD_INPUT
from ..sources.contents import Records
from ..sources.part import Part
from . import database
from .catalogue import Catalogue
from .changes import MISSING, Plan, Planner, survey
from .copies import Copy
from .progress import Outcome, Progress
from .texts import Read, Text, read_text
from .worker import Task, read_tasks, workers_for
from .writer import MANY, Writer

_TASK_TEXTS, _TASK_BYTES = 256, 2 << 20
_FIRST_BATCH, _GROWS, _LARGEST_BATCH = 64, 4, 8192
_MANY_GONE = 1000
_SELDOM = 500

_Task = list[tuple[Plan, Part]]
_Answer = tuple[Plan, Part, list[Read]]


class Run:
    """An update under way: its counts, and what it was asked to tell and to heed."""

    def __init__(
        self,
        catalogue: Catalogue,
        connection: sqlite3.Connection,
        tell: Callable[[Progress], None],
        stop: Callable[[], bool],
    ) -> None:
        """`connection` is one that writes, and nobody else does."""
        self.catalogue, self.connection, self.tell, self.stop = catalogue, connection, tell, stop
        self.writer = Writer(connection)
        self.stopped = False
        self._began = monotonic()
        self._done = self._total = self._bytes_done = self._bytes_total = self._problems = 0

    def clear(self) -> None:
        """Begin with an empty catalogue."""
        self.writer.begin()
        self.writer.clear()
        self.writer.commit()

    def run(self, *, tidy: bool = False) -> Outcome:
        """Does it; where nothing has changed, `tidy` puts the index in order that was filled in bulk."""
        changes = survey(self.connection, self.catalogue.paths, self._looking)
        if changes is None:
            return Outcome(stopped=True)
        if not (changes.fresh or changes.again or changes.gone):
            if self._note_missing(changes.missing) or not self.catalogue.fresh:
                self._finish()
            return Outcome(stopped=tidy and self._tidy())
        self.writer.begin()
        self.connection.execute("DELETE FROM listing")
        self._note_missing(changes.missing)
        planner = Planner(self.writer)
        plans = planner.plan(changes)
        if self._is_mostly_gone():
            self.writer.clear()
            self.writer.commit()
            return self.run()
        self._problems += self.writer.add([*planner.problems, *map(self._piped, _of_standard_input(plans))])
        plans = [plan for plan in plans if plan.path != STANDARD_INPUT]
        self.writer.commit()
        self._total = sum(len(plan.parts) for plan in plans)
        self._bytes_total = sum(map(_size_of, plans))
        self._read(plans)
        if not self.stopped:
            self._finish()
        added = max(self._done - planner.changed, 0)
        return Outcome(added, planner.changed, planner.removed, self._problems, self.stopped)

    def _note_missing(self, paths: list[str]) -> bool:
        """Note of sources that they are not there, and of others that they are again; whether anything changed."""
        there = {path for (path,) in self.connection.execute("SELECT path FROM source WHERE problem IS NOT NULL")}
        missing = {database.stored(path) for path in paths}
        if missing <= there <= missing:
            return False
        changed = [(None, path) for path in there - missing] + [(MISSING, path) for path in missing - there]
        query = "UPDATE source SET problem = ? WHERE path = ?"
        return bool(sum(self.connection.execute(query, each).rowcount for each in changed))

    def _is_mostly_gone(self) -> bool:
        query = "SELECT (SELECT count(*) FROM gone), (SELECT count(*) FROM cable)"
        gone, there = self.connection.execute(query).fetchone()
        return bool(gone > max(there, _MANY_GONE))

    # Reading

    def _piped(self, plan: Plan) -> tuple[Copy, Text]:
        """The text on standard input, which this process alone can read."""
        try:
            text = read_text(self.catalogue.standard_input, None)
        except SourceError as error:
            text = Text(error.reason)
        self._done += 1
        return Copy(plan.number, None, None, None, STANDARD_INPUT_NAME, None), text

    def _read(self, plans: list[Plan]) -> None:
        """Read what was planned, and keep it batch by batch."""
        waiting: deque[_Task] = deque()

        def tasks() -> Iterator[Task]:
            for task in _tasks(plans):
                waiting.append(task)
                yield [(plan.path, plan.kind, part.member, part.start, part.length) for plan, part in task]

        batch: list[_Answer] = []
        size = _FIRST_BATCH
        if self._total > MANY:
            self.writer.prepare_for_many()
        self._began = monotonic()
        with closing(read_tasks(tasks(), workers_for(self._total))) as answers:
            for answer in answers:
                batch += [(*job, read) for job, read in zip(waiting.popleft(), answer, strict=True)]
                self.stopped = self.stop()
                if len(batch) >= size or self.stopped:
                    self._keep(batch)
                    batch = []
                    size = min(size * _GROWS, _LARGEST_BATCH)
                if self.stopped:
                    return
        self._keep(batch, *[plan.number for plan in plans if plan.kind != "file" or not plan.parts])

    def _keep(self, batch: list[_Answer], *complete: int) -> None:
        """Write a batch, and which sources are read to their end with it."""
        self.writer.begin()
        texts = [(_copy(plan, part, each), Text._make(each[3])) for plan, part, read in batch for each in read]
        self._problems += self.writer.add(texts)
        files = [plan.number for plan, _, read in batch if plan.kind == "file" and read[0][2] is not None]
        self.writer.complete([*files, *complete])
        self.writer.count_loose(len(texts))
        self.writer.commit()
        self._done += len(batch)
        self._bytes_done += sum(part.length or plan.size for plan, part, _ in batch)
        self._tell(batch[-1][0].path if batch else "")

    # Telling

    def _looking(self, seen: int) -> bool:
        if seen % _SELDOM == 0:
            self.tell(Progress(0, 0, 0, 0, len(self.catalogue), 0.0, None, f"looking through the sources: {seen:,}"))
        return not self.stop()

    def _tell(self, now: str) -> None:
        elapsed = max(monotonic() - self._began, 0.001)
        share = self._bytes_done / self._bytes_total if self._bytes_total else self._done / max(self._total, 1)
        left = elapsed * (1 - share) / share if share else None
        cables = len(self.catalogue)
        rate = self._done / elapsed
        self.tell(Progress(self._done, self._total, self._bytes_done, self._bytes_total, cables, rate, left, now))

    # The end

    def _finish(self) -> None:
        """Keep the orders of a large list, and say that all was read."""
        self.writer.begin()
        self.writer.finish()
        self.writer.commit()
        self.connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")

    def _tidy(self) -> bool:
        """Put the index in order after many texts, a little at a time; whether it was stopped."""
        for _ in self.writer.tighten() if self.writer.is_loose() else ():
            self._tell("putting the index in order")
            if self.stop():
                return True
        return False


def _of_standard_input(plans: list[Plan]) -> list[Plan]:
    return [plan for plan in plans if plan.path == STANDARD_INPUT]


def _size_of(plan: Plan) -> int:
    """The bytes that are to be read of a source."""
    if isinstance(plan.parts, Records):
        return plan.parts.size
    return sum(part.length or plan.size for part in plan.parts)


def _tasks(plans: list[Plan]) -> Iterator[_Task]:
    """The texts of all plans, few enough at a time to be handed over at once."""
    task: _Task = []
    size = 0
    for plan in plans:
        for part in plan.parts:
            task.append((plan, part))
            size += part.length or plan.size
            if len(task) >= _TASK_TEXTS or size >= _TASK_BYTES:
                yield task
                task, size = [], 0
    if task:
        yield task


def _copy(plan: Plan, part: Part, read: Read) -> Copy:
    """Where a text is that was read, for a row of the catalogue."""
    start, length, digest, _ = read
    return Copy(plan.number, part.member, start, length, part.name, part.digest or digest)
