"""The user's notes and reading marks as a search sees them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Set
from typing import TypeVar, cast

from ..notes.reader import NoteReader
from ..reading import Reading

_Answer = TypeVar("_Answer")


class Records:
    """The `Outside` of a search: notes from the note store, the rest from the reading marks.

    What the notes answer is kept until one of them changes, for there may be thousands. Files that
    cannot be read have no say. Raises StoreError where the marks cannot be read.
    """

    def __init__(self, notes: NoteReader, reading: Reading) -> None:
        """Asks nothing yet."""
        self._notes = notes
        self._reading = reading
        self._answers: dict[tuple[str, str], object] = {}
        self._changed: int | None = None

    def noted(self) -> Mapping[str, int]:
        """How many notes each cable has that has any."""
        return self._kept("noted", "", self._notes.counts)

    def note_words(self, text: str) -> Set[str]:
        """Cables with a note that has a word or phrase, or a word that begins so, in its text or its quote."""
        wanted = " ".join(text.casefold().rstrip("*").split())
        return self._kept("words", wanted, lambda: frozenset(self._with_words(wanted)))

    def _with_words(self, wanted: str) -> Iterator[str]:
        for note in self._notes.all([]):
            if any(wanted in " ".join(text.casefold().split()) for text in (note.body, note.quote)):
                yield note.cable

    def note_tag(self, tag: str) -> Set[str]:
        """Cables with a note that has a tag."""
        return self._kept("tag", tag.casefold(), lambda: self._tagged(tag))

    def _tagged(self, tag: str) -> frozenset[str]:
        return frozenset(note.cable for note in self._notes.tagged(tag, []))

    def note_tags(self) -> Mapping[str, int]:
        """The tags of the notes, with how many notes have each."""
        return self._kept("tags", "", self._notes.tags)

    def read(self) -> Set[str]:
        """Cables that were read."""
        return self._reading.read_ids()

    def flagged(self) -> Set[str]:
        """Flagged cables."""
        return self._reading.flagged_ids()

    def bookmarked(self) -> Set[str]:
        """Cables with a bookmark."""
        return self._reading.bookmarked_ids()

    def marked(self) -> Set[str]:
        """Cables with a tag of the user's own."""
        return self._reading.tagged_ids()

    def cable_tag(self, tag: str) -> Set[str]:
        """Cables with one tag of the user's own."""
        return self._reading.tagged(tag)

    def cable_tags(self) -> Mapping[str, int]:
        """The user's own tags, with how many cables have each."""
        return self._reading.all_tags()

    def _kept(self, kind: str, value: str, ask: Callable[[], _Answer]) -> _Answer:
        """The answer of the notes, asked anew when a file came, went or was replaced in their folder."""
        try:
            changed = os.stat(self._notes.folder).st_mtime_ns
        except OSError:
            changed = 0
        if changed != self._changed:
            self._answers, self._changed = {}, changed
        answers, key = self._answers, (kind, value)
        if key not in answers:
            answers[key] = ask()
        return cast("_Answer", answers[key])
