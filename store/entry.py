"""A line of the cable list: what can be told of a file without reading it as a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

STANDARD_INPUT_NAME = "standard input"


class Place(NamedTuple):
    """Where a text is: a file (None is standard input), a member of an archive, a stretch of bytes in a dump."""

    path: Path | None
    member: str | None = None
    start: int | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of the library. `problem` says in plain words why it is no cable, and is None for one.

    `path` is the source that has it, None for standard input; `member` its name in an archive, `start` and `length` its
    bytes in a dump. `name` is the file's name as it is (it may hold anything a file system allows), `post` the place in
    the list's words: `Mexico`, `State`. `rowid` is its row in the catalogue, and `copies` is how many renditions of the
    cable the sources have; this is the best of them.
    """

    path: Path | None
    name: str
    id: str | None = None
    date: datetime | None = None
    post: str | None = None
    classification: str | None = None
    subject: str | None = None
    tags: tuple[str, ...] = ()
    problem: str | None = None
    rowid: int | None = None
    member: str | None = None
    start: int | None = None
    length: int | None = None
    rendition: str | None = None
    copies: int = 1

    @property
    def place(self) -> Place:
        """Where its text is."""
        return Place(self.path, self.member, self.start, self.length)

    @property
    def label(self) -> str:
        """What the entry is called: its id, or its file name where no id was found."""
        return self.id or self.name
