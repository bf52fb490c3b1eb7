"""`cablereader graph`: which cable cites which, as data for other programs."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..store.query import Query, Search, graph, parse
from .asking import QUERY_HELP, answered, no_hits, read_query
from .output import Output
from .parsing import Parser
from .problem import Exit, nothing
from .search import as_words

PURPOSE = "Print the references of the cables that a query finds, or of all, as JSON: nodes, edges, unresolved."


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the graph."""
    parser = Parser("graph", PURPOSE, QUERY_HELP)
    parser.add_argument("query", metavar="QUERY", nargs="?", default="", help="which cables; all without it")
    parser.add_argument("path", metavar="PATH", nargs="*", help="files, folders, archives, dumps")
    parser.add_argument("--json", action="store_true", help="as JSON, which it is anyway")
    words = parser.parse_intermixed_args(as_words(argv))
    text, paths = words.query, words.path
    if text and not paths and os.path.exists(text):
        text, paths = "", [text]
    query = read_query(text) if text else parse("")
    return answered(paths, out, lambda search: _answer(search, query, paths, out))


def _answer(search: Search, query: Query, paths: Sequence[str], out: Output) -> Exit:
    found = graph(search, query)
    out.json(found)
    if found["edges"]:
        return Exit.GOOD
    return nothing("no cable of these refers to another") if found["nodes"] else no_hits(search, query, paths)
