"""The library: the cables that the user's paths lead to, by their catalogue, and read when they are opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from ..cable import Cable, canonical_id, read_cable
from .catalogue import Catalogue, update
from .entry import STANDARD_INPUT_NAME, Entry
from .errors import SourceError
from .places import places
from .recognise import entry_of, witness
from .sources import STANDARD_INPUT, iter_files
from .sources.contents import contents, kind_of, read_place

__all__ = ["Entry", "Library"]

_UPDATE = "Bring the library up to date"


class Library:
    """The texts under `paths` (`-` is standard input) as entries; nothing is read before it is asked for.

    `scan` may run in a thread of its own while other threads read `entries`.
    """

    def __init__(self, paths: Iterable[str | Path]) -> None:
        """`paths` are as the user gave them."""
        self.paths = tuple(str(path) for path in paths)
        self._entries: list[Entry] = []
        self._begun = False

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of these paths, as the last update left it."""
        return Catalogue.open(self.paths, places().cache)

    @property
    def entries(self) -> list[Entry]:
        """The entries found so far; after a scan all of them, in the order of the paths."""
        return list(self._entries)

    def scan(self) -> Iterator[Entry]:
        """Reads the paths anew, one text at a time; what is no cable, or cannot be read, says so in `problem`.

        Never raises. The same cable in two places gives two entries.
        """
        self._begun = True
        self._entries = entries = []
        for path in self.paths:
            for file in (None,) if path == STANDARD_INPUT else iter_files([path]):
                for entry in self._entries_of(file):
                    entries.append(entry)
                    yield entry

    def read(self, entry: Entry) -> Cable:
        """The cable of an entry, read anew from its place. A text that is no cable does not raise.

        Raises SourceError, also where another cable stands now in an archive or a dump.
        """
        cable = read_cable(self._text(entry), _witness(entry))
        if entry.start is not None and cable.id != entry.id and entry.problem is None:
            raise SourceError(entry.path, f"{entry.label} is not where it was: the file was changed", _UPDATE)
        return cable

    def find(self, reference: str) -> Entry | None:
        """The entry that a cable id (in any spelling) or a path means; of several the first that is a cable.

        Asks the catalogue where there is one, brought up to date if it does not know; and else looks among the entries
        found so far. In a library that was never scanned it reads on until it finds one.
        """
        wanted, path = canonical_id(reference), os.path.abspath(reference)
        if not self._begun and self.catalogue.fresh:
            found = self.catalogue.find(wanted or reference)
            if found is None or not self.catalogue.is_current(found):
                update(self.catalogue)
                found = self.catalogue.find(wanted or reference)
            return found
        spoilt: Entry | None = None
        for entry in self.entries if self._begun else self.scan():
            if not _means(entry, reference, wanted, path):
                continue
            if not entry.problem:
                return entry
            spoilt = spoilt or entry
        return spoilt

    def _entries_of(self, path: Path | None) -> Iterator[Entry]:
        """The entries of a source; one that cannot be read as a whole is one entry with a problem."""
        name = path.name or str(path) if path else STANDARD_INPUT_NAME
        if path is None:
            yield self._entry(Entry(None, name))
            return
        try:
            parts = contents(path, kind_of(path))
        except SourceError as error:
            yield Entry(path, name, problem=error.reason)
            return
        for part in parts:
            place = Entry(path, part.name, member=part.member, start=part.start, length=part.length)
            yield self._entry(place) if part.problem is None else replace(place, problem=part.problem)

    def _entry(self, place: Entry) -> Entry:
        try:
            return entry_of(self._text(place), place, _witness(place))
        except SourceError as error:
            return replace(place, problem=error.reason)

    def _text(self, entry: Entry) -> str:
        return self.catalogue.standard_input if entry.path is None else read_place(entry.place)


def _witness(entry: Entry) -> str | None:
    """What the name of an entry's file or member has to say about its id."""
    if entry.member is not None:
        return PurePosixPath(entry.member).stem
    return witness(entry.path) if entry.start is None else None


def _means(entry: Entry, reference: str, wanted: str | None, path: str) -> bool:
    if wanted and entry.id == wanted:
        return True
    return reference == STANDARD_INPUT if entry.path is None else os.path.abspath(entry.path) == path
