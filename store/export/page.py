"""An exported document as lines of the user and notes of ours, told apart by the comments round each note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .block import END, Begin, Exported, digest
from .front import FENCE, digest_line, merge_front, read_digests, split_front, values_of


@dataclass(slots=True)
class Block:
    """An exported note as it stands in a document, its comments included; `edited` once the user changed it."""

    begin: Begin
    lines: list[str]
    edited: bool


@dataclass(slots=True)
class Page:
    """A document taken apart. `parts` are single lines of the user and whole blocks, in order."""

    front: list[str] | None = None
    digests: dict[str, str] = field(default_factory=dict)
    parts: list[str | Block] = field(default_factory=list)

    @classmethod
    def read(cls, text: str) -> Page:
        """The page of a document; an empty one for an empty text. Line feeds only."""
        front, lines = split_front(text.split("\n") if text else [])
        page = cls(front)
        index = 0
        while index < len(lines):
            begin = Begin.read(lines[index])
            end = _end_of_block(lines, index) if begin else index + 1
            if begin:
                inner = lines[index + 1 : end - 1]
                whole = lines[end - 1] == END
                page.parts.append(Block(begin, lines[index:end], not whole or digest(inner) != begin.sha))
            elif not page.digests and (digests := read_digests(lines[index])) is not None:
                page.digests = digests
            else:
                page.parts.append(lines[index])
            index = end
        return page

    def text(self) -> str:
        """The document."""
        out = [FENCE, *self.front, FENCE] if self.front is not None else []
        out += [digest_line(self.digests)] if self.digests else []
        for part in self.parts:
            out += part.lines if isinstance(part, Block) else [part]
        return "\n".join(out)

    @property
    def has_notes(self) -> bool:
        """Whether a note of ours stands in it."""
        return any(isinstance(part, Block) for part in self.parts)

    def has(self, note_id: str) -> bool:
        """Whether a note stands in it, in any version."""
        return note_id in self._places()

    def has_line(self, line: str) -> bool:
        """Whether the user's text has a line."""
        return line in self.parts

    def value(self, key: str) -> str | None:
        """The value of a front matter key, where it is a plain one."""
        found = values_of(self.front or []).get(key)
        return found if isinstance(found, str) else None

    def set_front(self, values: Mapping[str, str]) -> None:
        """Brings our front matter keys up to date and leaves the user's."""
        front, self.digests = merge_front(self.front or [], self.digests, values)
        self.front = front if front or self.front is not None else None

    def append(self, lines: Iterable[str]) -> None:
        """Adds lines at the end, apart from what stands there."""
        self._insert(len(self.parts), list(lines))

    def put(self, items: Sequence[Exported], before: str | None = None) -> None:
        """Brings notes up to date, in reading order.

        A new one comes after the one it follows, or before the one that follows it, else before the line `before`,
        else at the end.
        """
        for index, item in enumerate(items):
            places = self._places()
            if item.note.id in places:
                self._refresh(item, places[item.note.id])
            elif index:
                self._insert(places[items[index - 1].note.id][-1] + 1, [_block(item)])
            else:
                end = self.parts.index(before) if before in self.parts else len(self.parts)
                next_one = (places[other.note.id][0] for other in items if other.note.id in places)
                self._insert(next(next_one, end), [_block(item)])

    def _refresh(self, item: Exported, places: list[int]) -> None:
        """Brings the blocks of a note up to date; one that the user edited only where the note now says the same."""
        standing: list[Block] = []
        for place in places:
            block = self.parts[place]
            if isinstance(block, Block):
                fresh = _block(item, newer=block.begin.newer)
                if not block.edited or block.lines[1:] == fresh.lines[1:]:
                    self.parts[place] = block = fresh
                standing.append(block)
        if all(block.edited and block.begin.rev < item.note.rev for block in standing):
            self._insert(places[-1] + 1, [_block(item, newer=True)])

    def _places(self) -> dict[str, list[int]]:
        """Where the blocks of each note stand, by its id."""
        found: dict[str, list[int]] = {}
        for index, part in enumerate(self.parts):
            if isinstance(part, Block):
                found.setdefault(part.begin.note_id, []).append(index)
        return found

    def _insert(self, at: int, new: list[str] | list[Block]) -> None:
        """Inserts parts with an empty line before and after them."""
        while at == len(self.parts) and self.parts and self.parts[-1] == "":
            self.parts.pop()
            at -= 1
        before = [""] if not self.parts or (at > 0 and self.parts[at - 1] != "") else []
        after = [""] if at == len(self.parts) or self.parts[at] != "" else []
        self.parts[at:at] = [*before, *new, *after]


def _block(item: Exported, newer: bool = False) -> Block:
    lines = item.lines(newer)
    begin = Begin.read(lines[0])
    assert begin is not None
    return Block(begin, lines, edited=False)


def _end_of_block(lines: list[str], start: int) -> int:
    """Where the block that begins at `start` ends: after its last comment, else before the next block or at the end."""
    for index in range(start + 1, len(lines)):
        if lines[index] == END:
            return index + 1
        if Begin.read(lines[index]):
            return index
    return len(lines)
