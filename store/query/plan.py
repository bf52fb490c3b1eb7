"""How a query is answered: one SQL statement over the catalogue, led by what finds hits in the order of their dates.

Rowids are positions by date, so that dates are spans of rowids and the newest hits come first without sorting. The
full text leads where it is asked; where ids, notes, a citation or a small post leave few cables, these lead and each is
looked up in the full text; else the list of cables is gone through from the newest on.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ..catalogue.rowids import UNDATED
from .conditions import LAST, Condition, Conditions, Span, span
from .fulltext import expression, less
from .kept import OwnRows
from .tree import And, Between, Everything, Node, Not, both

FEW = 400
"""Cables that are looked up one by one in the full text rather than found by going through all of its hits."""

EVERYTHING: Span = (UNDATED, LAST)
"""The rowids of all cables; texts that are none are below."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement in parts: where hits come from, and on what conditions, with the values of the question marks.

    `rowid` is the column with a hit's rowid; `has_cable` tells whether `cable` is among the tables, `ranked` whether
    `bm25(words)` is; `expression` is what leads in the full text.
    """

    source: str
    where: tuple[str, ...]
    values: tuple[object, ...]
    rowid: str
    span: Span
    has_cable: bool
    expression: str | None = None

    @property
    def is_ranked(self) -> bool:
        """Whether `bm25(words)` tells how well a hit matches."""
        return self.expression is not None

    def sql(self, columns: str, tail: str = "", *, cable: bool = False, where: Sequence[str] = ()) -> str:
        """A SELECT of columns, with those of `cable` where they are asked for; `tail` is what comes after WHERE."""
        source = self.source
        if cable and not self.has_cable:
            source += f" CROSS JOIN cable ON cable.rowid = {self.rowid}"
        return f"SELECT {columns} FROM {source} WHERE {' AND '.join((*self.where, *where)) or '1'} {tail}"


def plan(tree: Node, connection: sqlite3.Connection, own: OwnRows, within: Span = EVERYTHING) -> Plan:
    """The plan of a query over a catalogue, for the hits among some rowids."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    for part in parts:
        if isinstance(part, Between):
            first, last = span(part.first, part.end)
            within = max(within[0], first), min(within[1], last)
    conditions = Conditions(connection, own, within)
    asked, other = _asked([part for part in parts if not isinstance(part, Between | Everything)])
    if asked is None:
        return _of_cables([conditions.of(both(other))] if other else [], within)
    found = [(part, conditions.few(part, FEW)) for part in other]
    rest = [conditions.of(part) for part, rows in found if rows is None]
    few = [rows for _, rows in found if rows is not None]
    if few:
        return _of_few(sorted(set(few[0]).intersection(*few[1:])), asked, rest, within)
    return _of_words(asked, rest, within, connection)


def _asked(parts: list[Node]) -> tuple[str | None, list[Node]]:
    """What the full text is asked, and the parts that it cannot answer."""
    wanted, unwanted, other = [], [], []
    for part in parts:
        if text := expression(part):
            wanted.append(text)
        elif isinstance(part, Not) and (text := expression(part.part)):
            unwanted.append((text, part))
        else:
            other.append(part)
    if not wanted:
        return None, parts
    return less(" AND ".join(wanted), [text for text, _ in unwanted]), other


def _of_cables(conditions: list[Condition], within: Span) -> Plan:
    where = ("cable.rowid >= ?", "cable.rowid <= ?", *_texts(conditions))
    return Plan("cable", where, (*within, *_values(conditions)), "cable.rowid", within, True)


def _of_few(rows: list[int], asked: str, conditions: list[Condition], within: Span) -> Plan:
    source = "json_each(?) AS few CROSS JOIN words ON words.rowid = few.value"
    source += " CROSS JOIN cable ON cable.rowid = words.rowid"
    rows = [row for row in rows if within[0] <= row <= within[1]]
    where = ("words MATCH ?", *_texts(conditions))
    return Plan(source, where, (json.dumps(rows), asked, *_values(conditions)), "words.rowid", within, True, asked)


def _of_words(asked: str, conditions: list[Condition], within: Span, connection: sqlite3.Connection) -> Plan:
    where = ["words MATCH ?"]
    values: list[object] = [asked]
    for bound, sign, widest in zip(within, (">=", "<="), EVERYTHING, strict=True):
        if bound != widest:
            where.append(f"words.rowid {sign} ?")
            values.append(bound)
    source = "words"
    if conditions:
        source += " CROSS JOIN cable ON cable.rowid = words.rowid"
    elif connection.execute("SELECT EXISTS (SELECT 1 FROM gone)").fetchone()[0]:
        where.append("words.rowid NOT IN (SELECT rowid FROM gone)")
    values += _values(conditions)
    return Plan(source, (*where, *_texts(conditions)), tuple(values), "words.rowid", within, bool(conditions), asked)


def _texts(conditions: list[Condition]) -> list[str]:
    return [f"({text})" for text, _ in conditions]


def _values(conditions: list[Condition]) -> tuple[object, ...]:
    return tuple(value for _, values in conditions for value in values)
