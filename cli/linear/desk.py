"""What lies on the desk while one reads line by line: the cable, the page one is at, and where things go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ...cable import Block, Cable
from ...cable.own_terms import OwnTerms
from ...store.config import Config
from ...store.entry import Entry
from ...store.errors import StoreError
from ...store.glossary import read_glossary
from ...store.library import Library
from ...store.notes import NoteStore
from ...store.reading import Reading
from ..output import Output
from .pages import HEADER, Pages


class Left(NamedTuple):
    """A page of a cable that was left for another cable."""

    cable: Cable
    at: int


class Cannot(Exception):
    """What was asked for cannot be done; the message says why, and what can."""


def choice(count: int) -> str:
    """Which numbers there are to choose from: "there are 1 to 5", "there is only 1"."""
    return f"there are 1 to {count}" if count > 1 else "there is only 1"


Ask = Callable[[str], str | None]
"""Reads a line after a prompt; None at the end of the input."""


@dataclass
class Desk:
    """The state of one reading. `listed` are the cables of the last search, `marks` tell what was read."""

    out: Output
    ask: Ask
    library: Library
    store: NoteStore
    marks: Reading
    config: Config
    pages: Pages
    at: int = HEADER
    words: str = ""
    listed: list[Entry] = field(default_factory=list)
    more: Callable[[], None] | None = None
    left: list[Left] = field(default_factory=list)
    undo: list[Callable[[], str]] = field(default_factory=list)
    up_to_date: bool = False
    _visit: int | None = None
    _failed: bool = False

    @cached_property
    def own_terms(self) -> OwnTerms:
        """The user's own terms; what in their file cannot be used is said."""
        terms, faults = read_glossary(self.config.glossary_path)
        self.say(*map(str, faults))
        return terms

    @property
    def cable(self) -> Cable:
        """The cable that is read."""
        return self.pages.cable

    @property
    def block(self) -> Block | None:
        """The block of the page, None on that of the header."""
        return None if self.at == HEADER else self.cable.blocks[self.at]

    def say(self, *lines: str) -> None:
        """Lines of plain text."""
        for line in lines:
            self.out.line(line)

    def read(self, at: int | None = None) -> None:
        """Read a page out, by default the one that one is at, and be there; that is remembered."""
        self.at = self.at if at is None else at
        self.say(*self.pages.page(self.at))
        self._attempt(self._remember)

    def _remember(self) -> None:
        if self.cable.id:
            title, anchor = self.cable.header.subject or "", self.block.anchor if self.block else ""
            self._visit = self.marks.visit(self.cable.id, title, anchor, number=self._visit)

    def _attempt(self, action: Callable[[], object]) -> None:
        """Keep what is nice to have; where that fails it is said once, and one reads on."""
        if not self._failed:
            try:
                action()
            except StoreError as error:
                self._failed = True
                self.say(f"It is not remembered where you read: {error}")

    def open(self, cable: Cable) -> None:
        """Put a cable on the desk, and read its header; where one left it is told."""
        self.pages, self.at, self._visit = Pages(cable), HEADER, None
        self.refresh()
        left: list[str] = []
        self._attempt(lambda: left.extend(self._left(cable)))
        self.read()
        self.say(*left)

    def _left(self, cable: Cable) -> Iterator[str]:
        """Where the cable was left, in words; it counts as read from now on."""
        if cable.id:
            visit = self.marks.last_visit(cable.id)
            block = cable.block(visit.anchor) if visit and visit.anchor else None
            if block is not None:
                yield f"You left it at {self.pages.name(block).lower()}; {block.anchor} goes there."
            self.marks.mark_read([cable.id])

    def refresh(self) -> None:
        """Read the notes again."""
        self.pages = Pages(self.cable, self.store.place(self.cable))

    def changed(self, said: str, undo: Callable[[], str]) -> None:
        """A note was changed: say so, and remember what takes it back."""
        self.undo.append(undo)
        self.refresh()
        self.say(said)
