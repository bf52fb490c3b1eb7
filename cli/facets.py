"""`cablereader facets`: how many cables there are of each year, post, tag and classification."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from typing import cast

from ..store.query import Query, Search, parse
from ..store.query.facets import FIELDS, Field
from .asking import QUERY_HELP, answered, no_hits, read_query
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, nothing

PURPOSE = "Count cables by a field, or by all of them."
_MONTH = "month"
_NAMES = (*FIELDS, _MONTH)
_COLUMNS = (Column("Field", "dim"), Column("Value", widest=48), Column("Cables"))


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the values with the number of cables of each."""
    parser = Parser("facets", PURPOSE, QUERY_HELP)
    parser.add_argument("field", metavar="FIELD", nargs="?", help=f"one of {', '.join(_NAMES)}; all but months without")
    parser.add_argument("path", metavar="PATH", nargs="*", help="files, folders, archives, dumps; - for standard input")
    parser.add_argument("-q", "--query", metavar="QUERY", default="", help="of the cables that it finds")
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="values of a field at most (20; 0: all)")
    parser.add_argument("--json", action="store_true", help="as JSON")
    words = parser.parse_intermixed_args(argv)
    field, paths = _field(words.field, words.path)
    query = read_query(words.query) if words.query else parse("")
    return answered(paths, out, lambda search: _answer(search, query, field, paths, words, out))


def _answer(
    search: Search, query: Query, field: str | None, paths: Sequence[str], words: Namespace, out: Output
) -> Exit:
    names = [field] if field else list(FIELDS)
    found = {name: _counts(search, query, name, words.limit or -1) for name in names}
    if words.json:
        data = {name: [{"value": value, "count": count} for value, count in counts] for name, counts in found.items()}
        out.json(data)
    else:
        out.table(_COLUMNS, ((name, value, str(n)) for name, counts in found.items() for value, n in counts))
    if any(found.values()):
        return Exit.GOOD
    if search.count(query):
        return nothing(f"none of these cables has a value of {field or 'any field'}")
    return no_hits(search, query, paths)


def _field(word: str | None, paths: list[str]) -> tuple[str | None, list[str]]:
    """The field meant, and the paths; a first word that is no field may be a path."""
    if word is None or word in _NAMES:
        return word, paths
    if os.path.exists(word):
        return None, [word, *paths]
    raise Problem(word, "neither a field nor a file", f"fields are {', '.join(_NAMES)}", Exit.BAD_USE)


def _counts(search: Search, query: Query, name: str, limit: int) -> list[tuple[str, int]]:
    if name == _MONTH:
        return [(f"{month.year}-{month.month:02}", month.hits) for month in search.timeline(query)]
    return search.facets(query, cast(Field, name), limit)
