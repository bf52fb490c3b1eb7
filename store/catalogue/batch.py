"""A batch of texts on its way into the catalogue: copies of one cable found, rowids given out, rows written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..classification import short
from .copies import Copy, Rank, ranked
from .database import restored, stored
from .texts import Text

if TYPE_CHECKING:
    from .writer import Writer

_AT_ONCE = 500
_RANKS_OF = """
    SELECT copy.number, weight, rendition, path, member, start FROM copy JOIN source ON source.number = copy.source
    WHERE cable = ?
"""
_Found = tuple[int, Copy, Text]


class _Known(NamedTuple):
    """A cable that the catalogue has."""

    rowid: int
    ranks: list[Rank]


class Batch:
    """Texts of one transaction, sorted out in memory, so that each cable is written once."""

    def __init__(self, writer: Writer) -> None:
        """A batch in the transaction of a writer."""
        self._writer = writer
        self._cables: dict[str | int, list[_Found]] = {}
        self._rows: list[tuple[int, Text, int]] = []
        self._copies: list[tuple[object, ...]] = []

    def take(self, copy: Copy, text: Text) -> None:
        """Put a text with the others of its cable."""
        number = self._writer.next_number()
        self._cables.setdefault(text.id or number, []).append((number, copy, text))

    def write(self) -> None:
        """Write it all, in ascending order of rowids: the index has to be flushed where one is below the last."""
        rowids = self._rowids()
        for identifier, found in self._cables.items():
            known = self._known(rowids[identifier]) if identifier in rowids else None
            order = self._order(known, found)
            rowid = self._place(known, order, found)
            self._copies += [
                (number, rowid, order.index(number), *copy[:4], text.rendition, *_told(copy, text))
                for number, copy, text in found
            ]
        self._rows.sort(key=lambda row: row[0])
        self._insert()

    def _order(self, known: _Known | None, found: list[_Found]) -> list[int]:
        """The numbers of the copies of a cable, the best first."""
        if known is None and len(found) == 1:
            return [found[0][0]]
        ranks = [
            Rank(number, text.weight, text.rendition, self._path(copy.source), copy.member, copy.start)
            for number, copy, text in found
        ]
        return ranked([*(known.ranks if known else ()), *ranks])

    def _path(self, source: int) -> str:
        query = "SELECT path FROM source WHERE number = ?"
        return restored(self._writer.connection.execute(query, (source,)).fetchone()[0])

    def _rowids(self) -> dict[str | int, int]:
        """Those of the cables that the catalogue has, with their rowids."""
        ids = [identifier for identifier in self._cables if isinstance(identifier, str)]
        rowids: dict[str | int, int] = {}
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE]
            query = f"SELECT id, rowid FROM cable WHERE id IN ({','.join('?' * len(some))})"
            rowids.update(self._writer.connection.execute(query, some))
        return rowids

    def _known(self, rowid: int) -> _Known:
        rows = self._writer.connection.execute(_RANKS_OF, (rowid,))
        return _Known(rowid, [Rank(*row)._replace(path=restored(row[3])) for row in rows])

    def _place(self, known: _Known | None, order: list[int], found: list[_Found]) -> int:
        """The rowid of a cable: a new one where its best text is new, the one it has where that is known."""
        connection = self._writer.connection
        best = next((text for number, _, text in found if number == order[0]), None)
        rowid = known.rowid if known else 0
        if best is not None:
            if known:
                self._writer.drop(known.rowid)
            rowid = self._writer.rowid_of(best)
            self._rows.append((rowid, best, len(order)))
        else:
            connection.execute("UPDATE cable SET copies = ? WHERE rowid = ?", (len(order), rowid))
        if known:
            old = {rank.number for rank in known.ranks}
            places = [(rowid, rank, number) for rank, number in enumerate(order) if number in old]
            connection.executemany("UPDATE copy SET cable = ?, rank = ? WHERE number = ?", places)
        return rowid

    def _insert(self) -> None:
        rows, connection = self._rows, self._writer.connection
        connection.executemany(_INSERT_CABLE, (_cable(*row) for row in rows))
        connection.executemany(_INSERT_COPY, self._copies)
        connection.executemany(
            "INSERT INTO tag VALUES (?, ?)", ((tag, row) for row, text, _ in rows for tag in text.tags)
        )
        references = ((row, *reference) for row, text, _ in rows for reference in text.references)
        connection.executemany("INSERT INTO reference VALUES (?, ?, ?, ?, ?)", references)
        words = (_words(row, text) for row, text, _ in rows if text.problem is None)
        connection.executemany(_INSERT_WORDS, words)


def _told(copy: Copy, text: Text) -> tuple[object, ...]:
    return stored(copy.name), text.weight, copy.digest


_INSERT_CABLE = f"INSERT INTO cable VALUES ({','.join('?' * 12)})"
_INSERT_COPY = f"INSERT INTO copy VALUES ({','.join('?' * 11)})"
_INSERT_WORDS = (
    "INSERT INTO words (rowid, id, sender, recipients, class, tags, subject, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def _cable(rowid: int, text: Text, copies: int) -> tuple[object, ...]:
    level = short(text.classification).rank
    return (
        rowid, text.id, text.date, text.post, text.origin, text.sender, text.classification, level, text.subject,
        " ".join(text.tags), copies, text.problem,
    )  # fmt: skip


def _words(rowid: int, text: Text) -> tuple[object, ...]:
    sender = " ".join(filter(None, (text.post, text.origin, text.sender)))
    level = " ".join(filter(None, (text.classification, text.captions)))
    return (rowid, text.id, sender, text.recipients, level, " ".join(text.tags), text.subject, text.body)
