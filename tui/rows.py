"""The rows of the cable list: which entries, in which order. Pure; a catalogue can stand behind the same protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

from .classification import short

if TYPE_CHECKING:
    from ..store.entry import Entry


class Rows(Protocol):
    """Entries by index: all that the list asks for, a screenful at a time."""

    def __len__(self) -> int:
        """How many rows there are."""

    def __getitem__(self, index: int, /) -> Entry:
        """The entry of a row."""


@dataclass(frozen=True, slots=True)
class Order:
    """How the list is sorted: by which column, and whether the greatest comes first."""

    column: str = "date"
    descending: bool = True

    def reversed(self) -> Order:
        """The same column, the other way round."""
        return replace(self, descending=not self.descending)

    def describe(self) -> str:
        """The order in a few words, for the title of the list."""
        return COLUMNS[self.column].descending if self.descending else COLUMNS[self.column].ascending

    def title(self) -> str:
        """The order as a choice in a dialog."""
        words = self.describe()
        return words[0].upper() + words[1:]

    def __str__(self) -> str:
        """As it is remembered between runs: `-date`, `post`."""
        return f"-{self.column}" if self.descending else self.column

    @classmethod
    def parse(cls, text: str) -> Order:
        """The order that was remembered; the default where it is none."""
        column = text.removeprefix("-")
        return cls(column, text.startswith("-")) if column in COLUMNS else cls()


@dataclass(frozen=True, slots=True)
class Column:
    """A column to sort by: its title, its two orders in words, and which of them is meant when none is said."""

    title: str
    ascending: str
    descending: str
    descends: bool
    key: Callable[[Entry, Mapping[str, int]], str | None]
    """What to compare, or None for an entry that has nothing there: it comes after those that have."""


def _date(entry: Entry, _: Mapping[str, int]) -> str | None:
    return entry.date.isoformat() if entry.date else None


def _post(entry: Entry, _: Mapping[str, int]) -> str | None:
    return entry.post.casefold() if entry.post else None


def _subject(entry: Entry, _: Mapping[str, int]) -> str | None:
    return entry.subject.casefold() if entry.subject else None


def _classification(entry: Entry, _: Mapping[str, int]) -> str | None:
    return str(short(entry.classification).rank) if entry.classification else None


def _notes(entry: Entry, counts: Mapping[str, int]) -> str | None:
    return f"{counts.get(entry.id or '', 0):09}"


COLUMNS: dict[str, Column] = {
    "date": Column("Date", "oldest first", "newest first", True, _date),
    "post": Column("Post", "by post", "by post, Z to A", False, _post),
    "subject": Column("Subject", "by subject", "by subject, Z to A", False, _subject),
    "classification": Column("Classification", "least secret first", "most secret first", True, _classification),
    "notes": Column("Notes", "fewest notes first", "most notes first", True, _notes),
}
"""The columns of the list, by their names as they are remembered."""


def haystack(entry: Entry) -> str:
    """What the quick filter looks at: id, file name, subject, TAGS and post, without regard to case."""
    parts = (entry.id, entry.name, entry.subject, " ".join(entry.tags), entry.post)
    return "\n".join(part for part in parts if part).casefold()


def ordered(entries: Iterable[Entry], order: Order, counts: Mapping[str, int]) -> list[Entry]:
    """Entries in an order: the newest first where it says no more, those without a value for it behind the others,
    and files that are no cables last of all."""
    key = COLUMNS[order.column].key
    keyed: list[tuple[str, Entry]] = []
    without: list[Entry] = []
    broken: list[Entry] = []
    newest = entries if order.column == "date" else sorted(entries, key=_by_date, reverse=True)
    for entry in newest:
        if entry.problem is not None:
            broken.append(entry)
        elif (value := key(entry, counts)) is None:
            without.append(entry)
        else:
            keyed.append((value, entry))
    keyed.sort(key=itemgetter(0), reverse=order.descending)
    without.sort(key=lambda entry: entry.label)
    broken.sort(key=lambda entry: entry.name)
    return [entry for _, entry in keyed] + without + broken


def _by_date(entry: Entry) -> str:
    return _date(entry, {}) or ""


class Shelf:
    """The entries of a library in memory, and the views of them that the list shows."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """A shelf that holds some entries already."""
        self._entries: list[Entry] = list(entries)
        self._haystacks: list[str] = []

    def __len__(self) -> int:
        """How many entries there are in all."""
        return len(self._entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Put more entries on the shelf."""
        self._entries.extend(entries)

    def view(self, order: Order, words: str, counts: Mapping[str, int]) -> Sequence[Entry]:
        """The entries that have every one of the words, in an order."""
        wanted = words.casefold().split()
        return ordered(self._matching(wanted) if wanted else self._entries, order, counts)

    def _matching(self, words: list[str]) -> Iterable[Entry]:
        self._haystacks.extend(haystack(entry) for entry in self._entries[len(self._haystacks) :])
        pairs = zip(self._entries, self._haystacks, strict=True)
        return (entry for entry, text in pairs if all(word in text for word in words))
