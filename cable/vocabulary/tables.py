"""Reads the TSV tables of this folder: tab between columns, lines that begin with `#` are comments, no quoting."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data
from typing import NamedTuple


class Entry(NamedTuple):
    """A term with its meaning; `kind` is the table's other word on it, `uncertain` an unverified meaning."""

    term: str
    meaning: str
    kind: str
    uncertain: bool


def rows(name: str) -> list[list[str]]:
    """The rows of the table `name` (without `.tsv`) as lists of columns."""
    data = get_data(__package__, f"{name}.tsv") or b""
    text = data.decode("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def entries(name: str, meaning: int, kind: int) -> dict[str, tuple[Entry, ...]]:
    """The entries of a table by their term in capitals; `meaning` and `kind` are column numbers."""
    table: dict[str, tuple[Entry, ...]] = {}
    for row in rows(name):
        uncertain = any(column.endswith(" ?") for column in row[1:])
        entry = Entry(row[0], row[meaning].removesuffix(" ?"), row[kind].removesuffix(" ?"), uncertain)
        key = entry.term.upper()
        table[key] = (*table.get(key, ()), entry)
    return table
