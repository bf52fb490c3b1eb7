"""What changed in the sources since they were catalogued: by size and time first, by content where those differ."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from ..errors import SourceError
from ..sources import STANDARD_INPUT, iter_files
from ..sources.contents import Reader, can_open, contents, kind_of, size_of
from ..sources.part import Kind, Part
from ..sources.text import read_bytes
from . import database
from .copies import Copy
from .texts import Text, digest_of
from .writer import Writer

MISSING = "cannot be read: no such file or folder"


class Source(NamedTuple):
    """A source that the catalogue has."""

    number: int
    kind: Kind
    size: int
    changed: int
    complete: int


class Found(NamedTuple):
    """A source on disk; one that cannot be looked at has no size and no time."""

    path: str
    size: int
    changed: int


class Plan(NamedTuple):
    """The texts of a source that are to be read."""

    number: int
    path: str
    kind: Kind
    parts: Sequence[Part]
    size: int


class Survey(NamedTuple):
    """How sources and catalogue differ: what to read, and what is no more."""

    fresh: list[Found]
    again: list[tuple[Source, Found]]
    gone: list[int]
    missing: list[str]
    """Paths that the user gave and that are not there now; what was catalogued below them is kept."""


def survey(connection: sqlite3.Connection, paths: Sequence[str], going_on: Callable[[int], bool]) -> Survey | None:
    """Compares; `going_on` is told how many sources were seen, and says whether to go on (if not, None comes back)."""
    query = "SELECT path, number, kind, size, changed, complete FROM source"
    known = {database.restored(row[0]): Source(*row[1:]) for row in connection.execute(query)}
    fresh: list[Found] = []
    again: list[tuple[Source, Found]] = []
    missing = [path for path in paths if path != STANDARD_INPUT and not os.path.lexists(path)]
    seen: set[str] = set()
    for path in _files(paths):
        if path in seen:
            continue
        seen.add(path)
        if not going_on(len(seen)):
            return None
        found = Found(path, *size_of(Path(path)))
        source = known.get(path)
        if source is None:
            fresh.append(found)
        elif path not in missing and _is_due(source, found):
            again.append((source, found))
    kept = tuple(missing) + tuple(f"{path}{os.sep}" for path in missing)
    gone = [source.number for path, source in known.items() if path not in seen and not path.startswith(kept)]
    return Survey(fresh, again, gone, missing)


def _is_due(source: Source, found: Found) -> bool:
    """Whether a source has to be looked into again: it changed, or was not read to its end and can be read now."""
    if found[1:] != source[2:4]:
        return True
    return not source.complete and (source.kind != "file" or can_open(Path(found.path)))


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield path
        else:
            yield from map(str, iter_files([os.path.abspath(path)]))


class Planner:
    """Makes a survey into plans, and takes what is gone out of the catalogue; writes in the transaction of a writer."""

    def __init__(self, writer: Writer) -> None:
        """Reads nothing yet."""
        self.connection, self._writer = writer.connection, writer
        self.problems: list[tuple[Copy, Text]] = []
        """Sources that cannot be read as a whole."""
        self.changed = self.removed = 0

    def plan(self, found: Survey) -> list[Plan]:
        """What is to be read, source by source; what is gone is taken out."""
        again = self._remove(found.gone)
        plans = []
        for source, there in found.again:
            again = [copy for copy in again if copy.source != source.number]
            plan, more = self._again(source, there)
            again += more
            plans.append(plan)
        plans += map(self._fresh, found.fresh)
        for copy in again:
            path, kind = self.connection.execute(
                "SELECT path, kind FROM source WHERE number = ?", (copy.source,)
            ).fetchone()
            part = Part(copy.name, copy.member, copy.start, copy.length, copy.digest)
            plans.append(Plan(copy.source, database.restored(path), kind, [part], copy.length or 0))
        return [plan for plan in plans if plan]

    def _remove(self, sources: Sequence[int]) -> list[Copy]:
        """Take sources out; copies elsewhere that have to be read again."""
        again: list[Copy] = []
        for source in sources:
            numbers = self._copies(source)
            again += self._writer.forget([each.number for each in numbers])
            self.connection.execute("DELETE FROM source WHERE number = ?", (source,))
            self.removed += len(numbers)
        gone = set(sources)
        return [copy for copy in again if copy.source not in gone]

    def _fresh(self, found: Found) -> Plan | None:
        """The plan for a source that is new."""
        path = Path(found.path)
        kind: Kind = "file" if found.path == STANDARD_INPUT else kind_of(path)
        row = (database.stored(found.path), kind, found.size, found.changed)
        query = "INSERT INTO source (path, kind, size, changed, complete) VALUES (?, ?, ?, ?, 0)"
        number = self.connection.execute(query, row).lastrowid or 0
        return self._plan(number, found, kind)

    def _again(self, source: Source, found: Found) -> tuple[Plan | None, list[Copy]]:
        """The plan for a source that changed, or was not read to its end; and copies elsewhere to be read again.

        Only the texts in it that are new are read; those that only stand elsewhere in it are told their new place.
        """
        same = found[1:] == source[2:4]
        kind = source.kind if same or found.path == STANDARD_INPUT else kind_of(Path(found.path))
        values = (kind, found.size, found.changed, source.number)
        self.connection.execute(
            "UPDATE source SET kind = ?, size = ?, changed = ?, complete = 0 WHERE number = ?", values
        )
        plan = self._plan(source.number, found, kind)
        if plan and kind == source.kind and not (same and kind == "file"):
            return self._difference(plan, by_place=same)
        numbers = [each.number for each in self._copies(source.number)]
        self.changed += len(numbers)
        return plan, self._writer.forget(numbers)

    def _difference(self, plan: Plan, *, by_place: bool) -> tuple[Plan, list[Copy]]:
        """The texts that the catalogue has not, told by their digests or, in a source that did not change, by place."""
        known: dict[object, list[_Known]] = {}
        for copy in self._copies(plan.number):
            known.setdefault(copy.start if by_place else (copy.member, copy.digest), []).append(copy)
        parts: list[Part] = []
        moved: list[tuple[object, ...]] = []
        with closing(Reader()) as reader:
            for part in plan.parts:
                key = part.start if by_place else (part.member, _digest_of(reader, plan, part))
                same = known.get(key)
                if not same:
                    parts.append(part)
                    continue
                copy = same.pop(0)
                if (copy.start, copy.length) != (part.start, part.length) and not by_place:
                    moved.append((part.start, part.length, part.name, copy.number))
        self.connection.executemany("UPDATE copy SET start = ?, length = ?, name = ? WHERE number = ?", moved)
        left = [] if by_place else [copy.number for copies in known.values() for copy in copies]
        self.changed += min(len(left), len(parts))
        self.removed += max(len(left) - len(parts), 0)
        return plan._replace(parts=parts), self._writer.forget(left)

    def _plan(self, number: int, found: Found, kind: Kind) -> Plan | None:
        """All the texts of a source; None where it cannot be read, which becomes a problem of its own."""
        path = Path(found.path)
        try:
            return Plan(number, found.path, kind, contents(path, kind), found.size)
        except SourceError as error:
            if not isinstance(error.__cause__, OSError):  # it will not be better before it changes
                self._writer.complete([number])
            self.problems.append((Copy(number, None, None, None, path.name or found.path, None), Text(error.reason)))
            return None

    def _copies(self, source: int) -> list[_Known]:
        query = "SELECT number, member, start, length, digest FROM copy WHERE source = ?"
        return [_Known(*row) for row in self.connection.execute(query, (source,))]


class _Known(NamedTuple):
    """A copy that the catalogue has."""

    number: int
    member: str | None
    start: int | None
    length: int | None
    digest: bytes | None


def _digest_of(reader: Reader, plan: Plan, part: Part) -> bytes | None:
    """The digest of a text as it is now; None where it cannot be read."""
    if part.digest is not None:
        return part.digest
    try:
        if part.start is None or part.length is None:
            return digest_of(read_bytes(Path(plan.path)))
        return digest_of(reader.bytes_of(Path(plan.path), part.start, part.length))
    except SourceError:
        return None
