"""What is marked about cables, as rows, and changes of it that can be taken back. Pure."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...cable.safe import visible

Kind = Literal["read", "flag", "tag", "bookmark"]
"""What a mark says: the cable was read, it is flagged, it has a tag, a bookmark stands in it."""

Row = tuple[str, ...]
"""The values of one mark, as `COLUMNS` names them."""

COLUMNS: dict[Kind, tuple[str, ...]] = {
    "read": ("cable", "at"),
    "flag": ("cable", "at"),
    "tag": ("cable", "folded", "tag", "at"),
    "bookmark": ("cable", "anchor", "words", "at"),
}
KEYS: dict[Kind, tuple[str, ...]] = {
    "read": ("cable",),
    "flag": ("cable",),
    "tag": ("cable", "folded"),
    "bookmark": ("cable", "anchor"),
}
"""Which columns tell one mark from another."""


class Change(NamedTuple):
    """Marks that went and marks that came. `inverse` takes it back, in whatever order other changes are made."""

    kind: Kind
    gone: tuple[Row, ...] = ()
    come: tuple[Row, ...] = ()

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.kind, self.come, self.gone)

    @property
    def cables(self) -> frozenset[str]:
        """The ids of the cables that it is about."""
        return frozenset(row[0] for row in (*self.gone, *self.come))

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.gone or self.come)


class Bookmark(NamedTuple):
    """A place in a cable: the anchor of a block (empty for the header), its first words, and when it was set."""

    cable: str
    anchor: str
    words: str
    at: str


class Visit(NamedTuple):
    """A cable that was opened: where one stood in it last, as a block's anchor and an offset in its text, and when."""

    number: int
    cable: str
    title: str
    anchor: str
    offset: int
    at: str


def fold(tag: str) -> str:
    """A tag as it is compared: without regard to case, `#` or spaces around it."""
    return clean(tag).casefold()


def clean(tag: str) -> str:
    """A tag as it is kept: one line, without `#` before it."""
    return visible(" ".join(tag.split())).lstrip("#").strip()
