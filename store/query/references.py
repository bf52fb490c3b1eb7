"""The graph of references: what a cable cites, who cites it, and the whole web of some cables as data."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from ..catalogue import Catalogue
from ..catalogue.rowids import UNDATED
from ..entry import Entry
from .query import Query
from .search import Search

_AT_ONCE = 2000


class Link(NamedTuple):
    """One cable citing another.

    `entry` is the cable at the other end, where the catalogue has it; `id` is its id, None for an item of the REF line
    that names no telegram. `kind` is `ref` for an item of the REF line (with its letter and text), `mention` for an id
    in the running text.
    """

    id: str | None
    entry: Entry | None
    kind: str
    label: str | None
    text: str | None


def forward(catalogue: Catalogue, identifier: str) -> list[Link]:
    """What a cable cites, in the order it does: the REF line first."""
    query = """
        SELECT target, kind, label, text FROM cable JOIN reference ON reference.cable = cable.rowid
        WHERE cable.id = ? ORDER BY kind DESC, reference.rowid
    """
    rows = catalogue.connection().execute(query, (identifier,)).fetchall()
    entries = catalogue.find_many(row[0] for row in rows if row[0])
    return [Link(target, entries.get(target), kind, label, text) for target, kind, label, text in rows]


def cited_by(catalogue: Catalogue, identifier: str) -> list[Link]:
    """Which cables cite one, the oldest first; each once, a REF line before a mention."""
    query = """
        SELECT cable, max(kind), label, text FROM reference WHERE target = ?
        GROUP BY cable ORDER BY cable < 0, cable
    """
    rows = catalogue.connection().execute(query, (identifier,)).fetchall()
    entries = {entry.rowid: entry for entry in catalogue.entries([row[0] for row in rows])}
    return [
        Link(entries[rowid].id, entries[rowid], kind, label, text)
        for rowid, kind, label, text in rows
        if rowid in entries
    ]


def counts(catalogue: Catalogue, ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """For each cable that the catalogue has: how many telegrams it cites, and how many of its cables cite it."""
    query = """
        SELECT cable.id,
            (SELECT count(DISTINCT target) FROM reference WHERE reference.cable = cable.rowid),
            (SELECT count(DISTINCT cable) FROM reference WHERE target = cable.id)
        FROM json_each(?) AS wanted CROSS JOIN cable ON cable.id = wanted.value
    """
    rows = catalogue.connection().execute(query, (json.dumps(list(ids)),))
    return {identifier: (cites, cited) for identifier, cites, cited in rows}


def graph(search: Search, query: Query | None = None) -> dict[str, list[dict[str, object]]]:
    """The references of the cables that a query finds, or of all, as nodes and edges that JSON can hold.

    A node is a cable, `found` if the query finds it; a telegram that the catalogue does not have is a node with its id
    alone. An edge goes from the citing cable to the cited one. `unresolved` are the items that name no telegram.
    """
    connection = search.catalogue.connection()
    rowids = None if query is None or query.is_everything else search.rowids(query)
    nodes: dict[str, dict[str, object]] = {}
    edges: list[dict[str, object]] = []
    unresolved: list[dict[str, object]] = []
    for rowid, source, target, kind, label, text in _references(connection, rowids):
        name = source or f"row {rowid}"
        nodes.setdefault(name, {"id": name})
        if target is None:
            unresolved.append({"from": name, "label": label, "text": text})
        else:
            nodes.setdefault(target, {"id": target})
            edges.append({"from": name, "to": target, "kind": kind, "label": label, "text": text})
    chosen = None if rowids is None else frozenset(rowids)
    for rowid, name, *fields in _cables(connection, list(nodes)):
        known = dict(zip(("date", "post", "classification", "subject"), fields, strict=True))
        nodes[name] |= known | {"found": chosen is None or rowid in chosen}
    return {"nodes": list(nodes.values()), "edges": edges, "unresolved": unresolved}


_Reference = tuple[int, str | None, str | None, str, str | None, str | None]
_Cable = tuple[int, str, str | None, str | None, str | None, str | None]


def _references(connection: sqlite3.Connection, rowids: Iterable[int] | None) -> Iterable[_Reference]:
    columns = "cable.rowid, cable.id, target, kind, label, text"
    if rowids is None:
        query = (
            f"SELECT {columns} FROM cable CROSS JOIN reference ON reference.cable = cable.rowid WHERE cable.rowid >= ?"
        )
        return connection.execute(f"{query} ORDER BY cable.rowid DESC, reference.rowid", (UNDATED,))
    source = "json_each(?) AS hit CROSS JOIN cable ON cable.rowid = hit.value"
    query = f"SELECT {columns} FROM {source} CROSS JOIN reference ON reference.cable = cable.rowid"
    return connection.execute(f"{query} ORDER BY cable.rowid DESC, reference.rowid", (json.dumps(list(rowids)),))


def _cables(connection: sqlite3.Connection, ids: list[str]) -> Iterable[_Cable]:
    query = """
        SELECT cable.rowid, cable.id, date, post, classification, subject
        FROM json_each(?) AS wanted CROSS JOIN cable ON cable.id = wanted.value
    """
    return connection.execute(query, (json.dumps(ids),))
