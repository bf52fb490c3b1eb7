"""The rows of the cable list: which cables, in which order; the cables themselves come when they are seen. Pure."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..store.entry import Entry

PAGE = 128
"""Cables that are fetched at once."""
_PAGES = 16
"""Pages that are kept."""

Fetch: TypeAlias = "Callable[[Sequence[int]], Sequence[Entry]]"
"""The cables of some rowids, in their order; one that is gone is left out."""


class Rows:
    """Cables by their place in the list. Only their numbers are in memory, and a few pages of what was looked at."""

    def __init__(self, ids: array[int], fetch: Fetch) -> None:
        """The rowids in their order, and the way to the cables."""
        self.ids = ids
        self._fetch = fetch
        self._pages: OrderedDict[int, list[Entry]] = OrderedDict()

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Rows:
        """Cables that are in memory already."""
        known = {entry.rowid: entry for entry in entries if entry.rowid is not None}
        return cls(array("q", known), lambda ids: [known[rowid] for rowid in ids])

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.ids)

    def __getitem__(self, index: int, /) -> Entry:
        """The cable of a row; a page of them is fetched where it was not seen lately."""
        page, place = divmod(index, PAGE)
        entries = self._pages.get(page)
        if entries is None:
            entries = self._pages[page] = self._page(page)
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return entries[place]

    def _page(self, number: int) -> list[Entry]:
        wanted = self.ids[number * PAGE : (number + 1) * PAGE]
        found = list(self._fetch(wanted))
        if len(found) == len(wanted):
            return found
        by_id = {entry.rowid: entry for entry in found}
        return [by_id.get(rowid) or _gone(rowid) for rowid in wanted]

    def place_of(self, rowid: int | None) -> int | None:
        """The row of a cable, or None where it is not among them."""
        if rowid is None:
            return None
        try:
            return self.ids.index(rowid)
        except ValueError:
            return None


def _gone(rowid: int) -> Entry:
    """What stands in a row whose cable has gone since the rows were asked for."""
    from ..store.entry import Entry

    return Entry(None, "", problem="no longer in the library", rowid=rowid)


@dataclass(frozen=True, slots=True)
class Order:
    """How the list is sorted: by which column, and whether the greatest comes first."""

    column: str = "date"
    descending: bool = True

    def reversed(self) -> Order:
        """The same column, the other way round, where that makes sense."""
        return replace(self, descending=not self.descending) if COLUMNS[self.column].turns else self

    @property
    def catalogued(self) -> bool:
        """Whether the catalogue can sort so by itself."""
        return self.column not in ("notes", "relevance")

    def describe(self) -> str:
        """The order in a few words, for the title of the list."""
        return COLUMNS[self.column].descending if self.descending else COLUMNS[self.column].ascending

    def title(self) -> str:
        """The order as a choice in a dialog."""
        words = self.describe()
        return words[0].upper() + words[1:]

    def __str__(self) -> str:
        """As it is remembered between runs, and as the catalogue knows it: `-date`, `post`."""
        return f"-{self.column}" if self.descending else self.column

    @classmethod
    def parse(cls, text: str) -> Order:
        """The order that was remembered; the default where it is none."""
        column = text.removeprefix("-")
        known = COLUMNS.get(column)
        return cls(column, text.startswith("-") if known.turns else known.descends) if known else cls()

    @classmethod
    def all(cls) -> list[Order]:
        """Every order there is, column by column, the one that is meant when none is said first."""
        return [
            cls(name, descending)
            for name, column in COLUMNS.items()
            for descending in ((column.descends, not column.descends) if column.turns else (column.descends,))
        ]


@dataclass(frozen=True, slots=True)
class Column:
    """A column to sort by: its two orders in words, which of them is meant when none is said, whether both exist."""

    ascending: str
    descending: str
    descends: bool
    turns: bool = True


COLUMNS: dict[str, Column] = {
    "date": Column("oldest first", "newest first", True),
    "post": Column("by post", "by post, Z to A", False),
    "subject": Column("by subject", "by subject, Z to A", False),
    "classification": Column("least secret first", "most secret first", True),
    "notes": Column("most notes first", "most notes first", True, turns=False),
    "relevance": Column("best match first", "best match first", True, turns=False),
}
"""The columns of the list, by their names as they are remembered."""


def by_notes(newest: array[int], counts: Mapping[int, int]) -> array[int]:
    """Rowids, newest first, sorted by the number of notes on each: the most first, the newest first among equals."""
    noted = sorted((rowid for rowid in newest if rowid in counts), key=counts.__getitem__, reverse=True)
    return array("q", noted) + array("q", (rowid for rowid in newest if rowid not in counts))
