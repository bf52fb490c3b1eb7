"""The library: the cables that the user's paths lead to, found one by one and read when they are opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from ..cable import Cable, canonical_id, read_cable
from .catalogue import Catalogue
from .entry import Entry
from .errors import SourceError
from .places import places
from .recognise import entry_of, witness
from .sources import STANDARD_INPUT, iter_files, read_standard_input, read_text

__all__ = ["Entry", "Library"]

STANDARD_INPUT_NAME = "standard input"


class Library:
    """The files under `paths` (`-` is standard input) as entries; nothing is read before `scan`.

    `scan` may run in a thread of its own while other threads read `entries`.
    """

    def __init__(self, paths: Iterable[str | Path]) -> None:
        """`paths` are as the user gave them."""
        self.paths = tuple(str(path) for path in paths)
        self._entries: list[Entry] = []
        self._begun = False
        self._standard_input: str | None = None

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of these paths, as the last update left it."""
        return Catalogue.open(self.paths, places().cache)

    @property
    def entries(self) -> list[Entry]:
        """The entries found so far; after a scan all of them, in the order of the paths."""
        return list(self._entries)

    def scan(self) -> Iterator[Entry]:
        """Reads the paths anew, one file at a time; a file that is no cable, or cannot be read, says so in `problem`.

        Never raises. The same cable in two files gives two entries.
        """
        self._begun = True
        self._entries = entries = []
        for path in self.paths:
            for file in (None,) if path == STANDARD_INPUT else iter_files([path]):
                entry = self._entry(file)
                entries.append(entry)
                yield entry

    def read(self, entry: Entry) -> Cable:
        """The cable of an entry, read anew from its file. Raises SourceError; a text that is no cable does not."""
        return read_cable(self._text(entry.path), witness(entry.path))

    def find(self, reference: str) -> Entry | None:
        """The entry that a cable id (in any spelling) or a path means; of several the first that is a cable.

        Looks among the entries found so far; in a library that was never scanned it reads on until it finds one.
        """
        wanted, path = canonical_id(reference), os.path.abspath(reference)
        spoilt: Entry | None = None
        for entry in self.entries if self._begun else self.scan():
            if not _means(entry, reference, wanted, path):
                continue
            if not entry.problem:
                return entry
            spoilt = spoilt or entry
        return spoilt

    def _entry(self, path: Path | None) -> Entry:
        name = path.name or str(path) if path else STANDARD_INPUT_NAME
        try:
            return entry_of(self._text(path), path, name)
        except SourceError as error:
            return Entry(path, name, problem=error.reason)

    def _text(self, path: Path | None) -> str:
        if path is not None:
            return read_text(path)
        if self._standard_input is None:  # it can be read once only
            self._standard_input = read_standard_input()
        return self._standard_input


def _means(entry: Entry, reference: str, wanted: str | None, path: str) -> bool:
    if wanted and entry.id == wanted:
        return True
    return reference == STANDARD_INPUT if entry.path is None else os.path.abspath(entry.path) == path
