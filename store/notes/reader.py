"""The reading half of the note store: notes by cable, by id, by words; counted, watched and placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ...cable import Cable
from ..errors import StoreError, StrangeFile
from .meta import CableMeta, cable_key
from .model import Note
from .placing import Placed, Placer
from .search import has_tag, matches, tally_tags
from .shelf import Seen, Shelf
from .snapshots import FOLDER, Snapshots


class NoteReader:
    """Notes in a folder, as they are on disk at the moment of asking. Writes nothing; any thread may ask."""

    def __init__(self, folder: Path) -> None:
        """Reads nothing yet."""
        self.folder = Path(folder)
        self._shelf = Shelf(self.folder)
        self._snapshots = Snapshots(self.folder / FOLDER)
        self._placer = Placer(self._snapshots)

    def get(self, note_id: str) -> Note | None:
        """The note of an id, a deleted one too. Raises StoreError where it might be in a file that cannot be read."""
        problems: list[StoreError] = []
        for sheet in self._shelf.sheets(problems):
            if note_id in sheet.notes:
                return sheet.note(note_id)
        _raise_first(problems)
        return None

    def of(self, key: str) -> list[Note]:
        """The living notes of a cable (by `cable_key`: its id) in reading order. Raises StoreError."""
        problems: list[StoreError] = []
        sheet = self._shelf.sheet(key)
        notes = sheet.living(problems) if sheet else ()
        _raise_first(problems)
        return list(notes)

    def all(self, problems: list[StoreError] | None = None) -> list[Note]:
        """The living notes of all cables, by cable and in reading order.

        What cannot be read, and what is no cable's own file, is added to `problems`; without that list the former is
        raised and the latter passed over.
        """
        met: list[StoreError] = [] if problems is None else problems
        notes = [note for sheet in self._shelf.sheets(met) for note in sheet.living(met)]
        if problems is None:
            _raise_first(met)
        return notes

    def counts(self, problems: list[StoreError] | None = None) -> dict[str, int]:
        """How many living notes each cable has, by its key. Never raises; what cannot be read goes to `problems`."""
        return self._shelf.counts([] if problems is None else problems)

    def search(self, words: str, problems: list[StoreError] | None = None) -> list[Note]:
        """The living notes that have every one of some words (see `search.matches`); none for no words.

        `problems` as in `all`.
        """
        wanted = words.split()
        found = self.sheets(problems) if wanted else ()
        return [note for meta, notes in found for note in notes if matches(note, wanted, meta.title or "")]

    def tagged(self, tag: str, problems: list[StoreError] | None = None) -> list[Note]:
        """The living notes that have a tag, whatever its case. `problems` as in `all`."""
        return [note for note in self.all(problems) if has_tag(note, tag)]

    def tags(self) -> dict[str, int]:
        """How many living notes have each tag, the most used first; files that cannot be read are passed over."""
        return tally_tags(self.all([]))

    def sheets(
        self, problems: list[StoreError] | None = None, *, latest_first: bool = False
    ) -> Iterator[tuple[CableMeta, tuple[Note, ...]]]:
        """Cable by cable what is known about it and its living notes, if it has some, read as they are asked for.

        By file name, or with `latest_first` those first whose files were written last. `problems` as in `all`.
        """
        met: list[StoreError] = [] if problems is None else problems
        for sheet in self._shelf.sheets(met, latest_first=latest_first):
            if notes := sheet.living(met):
                yield sheet.cable(), notes
            if problems is None:
                _raise_first(met)
        if problems is None:
            _raise_first(met)

    def seen(self) -> Seen:
        """How the note files stand now: what to ask `changed_since` with. Never raises."""
        return self._shelf.seen()

    def changed_since(self, seen: Seen) -> tuple[set[str], Seen]:
        """The keys of the cables whose notes changed on disk, by whomever, and what to ask with the next time.

        Looks at every file and reads those that changed: a millisecond or two for hundreds. Never raises.
        """
        now = self._shelf.seen()
        changed = [name for name in {*seen, *now} if seen.get(name) != now.get(name)]
        return {self._shelf.key(name) for name in changed}, now

    def has_snapshot(self, identity: str) -> bool:
        """Whether the text that notes were made on is kept, and whole."""
        return self._snapshots.load(identity) is not None

    def meta(self, key: str) -> CableMeta:
        """What is known about a cable that has notes; of another one only its key. Raises CorruptStore."""
        sheet = self._shelf.sheet(key)
        return sheet.cable() if sheet else CableMeta(key)

    def place(self, cable: Cable) -> list[Placed]:
        """The living notes of a cable with where each stands in this reading of it; the unplaced ones come last.

        Writes nothing. The texts are compared once for the cable asked for last.
        """
        return self._placer.place(self.of(cable_key(cable)), cable)


def _raise_first(problems: Iterable[StoreError]) -> None:
    """Raises the first file that cannot be read; a strange file keeps no note of its own from sight."""
    for problem in problems:
        if not isinstance(problem, StrangeFile):
            raise problem
