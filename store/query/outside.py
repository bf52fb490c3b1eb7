"""What is known of cables outside the catalogue: the user's notes on them, and how they were read."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Protocol


class Outside(Protocol):
    """Answers with ids of cables. Asked from the threads that search."""

    def noted(self) -> Mapping[str, int]:
        """How many notes each cable has that has any."""

    def note_words(self, text: str) -> Set[str]:
        """Cables with a note that has all words of a text; a last word with `*` may go on."""

    def note_tag(self, tag: str) -> Set[str]:
        """Cables with a note that has a tag."""

    def note_tags(self) -> Mapping[str, int]:
        """The tags of the notes, with how many notes have each."""

    def read(self) -> Set[str]:
        """Cables that were read."""

    def flagged(self) -> Set[str]:
        """Flagged cables."""

    def bookmarked(self) -> Set[str]:
        """Cables with a bookmark."""

    def marked(self) -> Set[str]:
        """Cables with a tag of the user's own."""

    def cable_tag(self, tag: str) -> Set[str]:
        """Cables with one tag of the user's own."""

    def cable_tags(self) -> Mapping[str, int]:
        """The user's own tags, with how many cables have each."""


class Nothing:
    """An outside without notes and without anything read."""

    def noted(self) -> Mapping[str, int]:
        """No notes."""
        return {}

    def note_words(self, text: str) -> Set[str]:
        """No notes."""
        return frozenset()

    def note_tag(self, tag: str) -> Set[str]:
        """No notes."""
        return frozenset()

    def note_tags(self) -> Mapping[str, int]:
        """No notes."""
        return {}

    def read(self) -> Set[str]:
        """Nothing read."""
        return frozenset()

    def flagged(self) -> Set[str]:
        """Nothing flagged."""
        return frozenset()

    def bookmarked(self) -> Set[str]:
        """No bookmarks."""
        return frozenset()

    def marked(self) -> Set[str]:
        """No tags."""
        return frozenset()

    def cable_tag(self, tag: str) -> Set[str]:
        """No tags."""
        return frozenset()

    def cable_tags(self) -> Mapping[str, int]:
        """No tags."""
        return {}
