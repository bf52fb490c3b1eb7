"""The parts of a query that the full text does not answer, as SQL conditions on rows of the table `cable`."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from ...cable.vocabulary.posts import Post, compact, post
from ..catalogue.rowids import first_of
from . import tree
from .fulltext import expression
from .kept import OwnRows

Span = tuple[int, int]
"""The first and the last of some rowids."""

LAST = (1 << 63) - 1
"""The last rowid there can be."""

Condition = tuple[str, tuple[object, ...]]
"""A condition with the values of its question marks. It may be null for a row, which counts as false."""

_TRAITS = {
    tree.Trait.REFS: "EXISTS (SELECT 1 FROM reference WHERE reference.cable = cable.rowid AND kind = 'ref')",
    tree.Trait.CITED: "EXISTS (SELECT 1 FROM reference WHERE target = cable.id)",
    tree.Trait.COPIES: "cable.copies > 1",
    tree.Trait.TAGS: "cable.tags <> ''",
    tree.Trait.DATE: "cable.rowid >= 0",
    tree.Trait.SUBJECT: "cable.subject IS NOT NULL",
}
_FILED = "EXISTS (SELECT 1 FROM copy WHERE copy.cable = cable.rowid AND copy.name LIKE ? ESCAPE '!')"
_WILD, _ESCAPED = re.compile(r"[%_!]"), r"!\g<0>"
_BEHIND = "\U0010ffff"
_CITES = "SELECT DISTINCT cable FROM reference WHERE target = ?"
_CITED = """
    SELECT DISTINCT cited.rowid FROM cable AS citing
    CROSS JOIN reference ON reference.cable = citing.rowid CROSS JOIN cable AS cited ON cited.id = reference.target
    WHERE citing.id = ?
"""
# Every post once: from one to the next along the index instead of over all rows.
_POSTS = """
    WITH RECURSIVE each (post) AS (
        SELECT (SELECT post FROM cable WHERE post COLLATE NOCASE > '' ORDER BY post COLLATE NOCASE LIMIT 1)
        UNION ALL
        SELECT (
            SELECT cable.post FROM cable WHERE cable.post COLLATE NOCASE > each.post
            ORDER BY cable.post COLLATE NOCASE LIMIT 1
        ) FROM each WHERE each.post IS NOT NULL
    )
    SELECT post FROM each
"""


class Conditions:
    """Puts nodes into SQL over one catalogue. What the user's records say is asked when it is needed."""

    def __init__(self, connection: sqlite3.Connection, own: OwnRows, span: Span) -> None:
        """`connection` is that of the thread that asks; `span` are the rowids that come into question."""
        self._connection = connection
        self._own = own
        self._span = span

    def of(self, node: tree.Node) -> Condition:
        """The condition that a node is; what the full text can answer of it, it is asked at once."""
        match node:
            case tree.And(parts):
                texts, others = _answered(parts)
                taken, others = _taken(others)
                found = [self._in_words(" AND ".join(texts))] if texts else []
                found += [_negated(self._in_words(" OR ".join(taken)))] if taken else []
                return _joined(" AND ", [*found, *map(self.of, others)])
            case tree.Or(parts):
                texts, others = _answered(parts)
                found = [self._in_words(" OR ".join(texts))] if texts else []
                return _joined(" OR ", [*found, *map(self.of, others)])
            case tree.Not(part):
                return _negated(self.of(part))
            case _:
                return self._leaf(node)

    def _leaf(self, node: tree.Leaf) -> Condition:
        match node:
            case tree.Everything():
                return "1", ()
            case tree.Words() | tree.Tag():
                return self._full_text(node)
            case tree.Posted():
                posts = self.posts(node)
                return f"cable.post COLLATE NOCASE IN ({', '.join('?' * len(posts))})", tuple(posts)
            case tree.Classified(levels):
                return f"cable.level IN ({', '.join(str(level.value) for level in sorted(levels))})", ()
            case tree.Between(first, end):
                return "cable.rowid BETWEEN ? AND ?", span(first, end)
            case tree.Named():
                return _named(node)
            case tree.Filed(text):
                return _FILED, (f"%{re.sub(_WILD, _ESCAPED, text)}%",)
            case tree.Linked():
                return "cable.rowid IN (SELECT value FROM json_each(?))", (json.dumps(self.linked(node)),)
            case tree.Own():
                return "cable.rowid IN (SELECT value FROM json_each(?))", (self._own.packed(node, self._connection),)
            case tree.Has(trait):
                return _TRAITS[trait], ()

    def few(self, node: tree.Node, most: int) -> list[int] | None:
        """The rowids of a node that leaves few cables, None for any other."""
        match node:
            case tree.Own():
                found = self._own.rowids(node, self._connection)
            case tree.Linked():
                found = self.linked(node)
            case tree.Posted():
                posts = self.posts(node)
                query = f"SELECT rowid FROM cable WHERE post COLLATE NOCASE IN ({', '.join('?' * len(posts))}) LIMIT ?"
                found = [row[0] for row in self._connection.execute(query, (*posts, most + 1))]
            case _:
                return None
        return found if len(found) <= most else None

    def linked(self, node: tree.Linked) -> list[int]:
        """The rowids of the cables that cite one, or that one cites."""
        query = _CITES if node.direction == "cites" else _CITED
        return [row[0] for row in self._connection.execute(query, (node.id,))]

    def posts(self, node: tree.Posted) -> list[str]:
        """The posts of the catalogue that a node means, as the list writes them."""
        return [name for name in all_posts(self._connection) if is_meant(node, name)]

    def _full_text(self, node: tree.Words | tree.Tag) -> Condition:
        text = expression(node)
        if text is None and isinstance(node, tree.Tag):
            test = "tag >= ? AND tag < ?" if node.prefix else "tag IN (?, ?)"
            last = node.code + (_BEHIND if node.prefix else "")
            return f"cable.rowid IN (SELECT cable FROM tag WHERE {test})", (node.code, last)
        return self._in_words(text or "")

    def _in_words(self, text: str) -> Condition:
        rows = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
        return f"cable.rowid IN ({rows})", (text, *self._span)


def _answered(parts: Sequence[tree.Node]) -> tuple[list[str], list[tree.Node]]:
    """What the full text can answer of some parts, and the others."""
    texts = [expression(part) for part in parts]
    return [text for text in texts if text], [part for part, text in zip(parts, texts, strict=True) if not text]


def _taken(parts: Sequence[tree.Node]) -> tuple[list[str], list[tree.Node]]:
    """What the full text can answer of the parts that take away, and the others."""
    texts = [expression(part.part) if isinstance(part, tree.Not) else None for part in parts]
    return [text for text in texts if text], [part for part, text in zip(parts, texts, strict=True) if not text]


def all_posts(connection: sqlite3.Connection) -> list[str]:
    """Every post of the catalogue, as the list writes it, in order."""
    return [row[0] for row in connection.execute(_POSTS) if row[0]]


def is_meant(node: tree.Posted, name: str) -> bool:
    """Whether a post, as the list writes it, is one that a node means."""
    wanted = compact(node.name.rstrip("*"))
    known = post(name)
    if node.country:
        return known is not None and wanted in (compact(country_of(known)), compact(known.country))
    if node.name.endswith("*"):
        return compact(name).startswith(wanted)
    return compact(name) == wanted or (known is not None and known == post(node.name))


def country_of(post: Post) -> str:
    """The country of a post, without the remark that may stand behind it in the table."""
    return post.country.partition(" (")[0]


def span(first: datetime | None, end: datetime | None) -> Span:
    """The first and last rowid of the dates from `first` to before `end`."""
    low = first_of(first.replace(tzinfo=UTC)) if first else 0
    high = first_of(end.replace(tzinfo=UTC)) - 1 if end else LAST
    return low, high


def _named(node: tree.Named) -> Condition:
    if node.prefix:
        return "cable.id >= ? AND cable.id < ?", (node.ids[0], node.ids[0] + _BEHIND)
    return f"cable.id IN ({', '.join('?' * len(node.ids))})", node.ids


def _negated(condition: Condition) -> Condition:
    text, values = condition
    return f"({text}) IS NOT TRUE", values


def _joined(by: str, conditions: list[Condition]) -> Condition:
    return by.join(f"({text})" for text, _ in conditions), tuple(value for _, values in conditions for value in values)
