"""The library: the cables that the user's paths lead to, by their catalogue, and read when they are opened.

The parser is imported when a text is first read: the rows of a catalogue are on the screen before.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from .catalogue import Catalogue, update
from .entry import STANDARD_INPUT_NAME, Entry
from .errors import SourceError
from .places import places
from .sources import STANDARD_INPUT, iter_files
from .sources.contents import contents, kind_of, read_place

if TYPE_CHECKING:
    from ..cable import Cable

__all__ = ["Entry", "Library"]

_UPDATE = "Bring the library up to date"


class Library:
    """The texts under `paths` (`-` is standard input) as entries; nothing is read before it is asked for."""

    def __init__(self, paths: Iterable[str | Path]) -> None:
        """`paths` are as the user gave them."""
        self.paths = tuple(str(path) for path in paths)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of these paths, as the last update left it."""
        return Catalogue.open(self.paths, places().cache)

    def scan(self) -> Iterator[Entry]:
        """Reads the paths without the catalogue, one text at a time, as far as the entries are taken.

        Never raises: what is no cable, or cannot be read, says so in `problem`. The same cable in two places gives two
        entries.
        """
        for path in self.paths:
            for file in (None,) if path == STANDARD_INPUT else iter_files([path]):
                yield from self._entries_of(file)

    def read(self, entry: Entry) -> Cable:
        """The cable of an entry, read anew from its place. A text that is no cable does not raise.

        Raises SourceError, also where another cable stands now in an archive or a dump.
        """
        from ..cable import read_cable

        cable = read_cable(self._text(entry), _witness(entry))
        if entry.start is not None and cable.id != entry.id and entry.problem is None:
            raise SourceError(entry.path, f"{entry.label} is not where it was: the file was changed", _UPDATE)
        return cable

    def find(self, reference: str, looking: Callable[[], None] = lambda: None) -> Entry | None:
        """The entry that a cable id (in any spelling) or a path means; of several the first that is a cable.

        Asks the catalogue where there is one, brought up to date if it does not know. Else it reads on until it finds
        one, and calls `looking` with every text, which may say that this takes its time.
        """
        from ..cable import canonical_id

        identifier = canonical_id(reference)
        if identifier is not None or self.catalogue.fresh:
            key = identifier or reference
            return self.find_many([key], looking).get(key)
        path = os.path.abspath(reference)
        return next((entry for entry in self.scan() if _means(entry, reference, path)), None)

    def find_many(self, keys: Collection[str], looking: Callable[[], None] = lambda: None) -> dict[str, Entry]:
        """The entries of cables by their canonical ids, of those that there are; looked for as `find` does."""
        if self.catalogue.fresh:
            found = self._known(keys)
            if len(found) < len(set(keys)) or not all(map(self.catalogue.is_current, found.values())):
                update(self.catalogue)
                found = self._known(keys)
            return found
        found, missing = {}, set(keys)
        for entry in self.scan() if missing else ():
            looking()
            if entry.id in missing and entry.problem is None:
                found[entry.id] = entry
                missing.remove(entry.id)
                if not missing:
                    break
        return found

    def _known(self, keys: Collection[str]) -> dict[str, Entry]:
        """What the catalogue has under ids, and for what is none, under paths."""
        found = self.catalogue.find_many(keys)
        others = {key: self.catalogue.find(key) for key in keys if key not in found}
        return found | {key: entry for key, entry in others.items() if entry is not None}

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
        from .recognise import entry_of

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
    return entry.path.stem if entry.path is not None and entry.start is None else None


def _means(entry: Entry, reference: str, path: str) -> bool:
    return reference == STANDARD_INPUT if entry.path is None else os.path.abspath(entry.path) == path
