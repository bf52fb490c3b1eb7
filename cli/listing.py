"""`cablereader list`: the cables found, one a line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from ..store.entry import Entry
from ..store.query import Query, Search, parse
from .asking import QUERY_HELP, SORTS, answered, no_hits, read_query
from .output import Column, Output
from .parsing import Parser
from .problem import Exit

PURPOSE = "List the cables found in files and folders; by default those of the last time, else the samples."
_COLUMNS = (
    Column("Cable"),
    Column("Date"),
    Column("Post", widest=12),
    Column("Class", widest=8),
    Column("Notes", "bold"),
    Column("Subject"),
)
_PAGE = 500


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints what is found, the newest first; what is no cable comes last, with its reason."""
    parser = Parser("list", PURPOSE, QUERY_HELP)
    parser.add_argument("path", metavar="PATH", nargs="*", help="files and folders, - for standard input")
    parser.add_argument("-q", "--query", metavar="QUERY", default="", help="only the cables that it finds")
    parser.add_argument("--sort", choices=SORTS, default="newest", help=f"one of {', '.join(SORTS)} (newest)")
    parser.add_argument("--limit", metavar="N", type=int, default=0, help="so many at most")
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    words = parser.parse_intermixed_args(argv)
    query = read_query(words.query) if words.query else parse("")
    return answered(words.path, out, lambda search: _answer(search, query, words, out))


def _answer(search: Search, query: Query, words: Namespace, out: Output) -> Exit:
    notes = search.outside.noted()
    found = _entries(search, query, SORTS[words.sort], words.limit or None)
    if words.json:
        out.json_array(item_of(entry, notes.get(entry.id or "", 0)) for entry in found)
    else:
        out.table(_COLUMNS, (_row(entry, notes.get(entry.id or "", 0), out.rich) for entry in found))
    return Exit.GOOD if search.count(query) else no_hits(search, query, words.path)


def _entries(search: Search, query: Query, order: str, limit: int | None) -> Iterator[Entry]:
    """The hits of a query; behind all cables, what is none."""
    rowids = search.rowids(query, order, limit)
    for first in range(0, len(rowids), _PAGE):
        yield from search.catalogue.entries(rowids[first : first + _PAGE])
    if query.is_everything and limit is None:
        yield from search.catalogue.problems()


def fields_of(entry: Entry, notes: int) -> list[str]:
    """The fields of a line: id, date, post, classification, number of notes, subject or problem, path."""
    return [
        entry.id or "",
        entry.date.strftime("%Y-%m-%d") if entry.date else "",
        entry.post or "",
        entry.classification or "",
        str(notes or ""),
        " ".join((entry.subject or "").split()) or f"({entry.problem})" * bool(entry.problem),
        str(entry.path or "-"),
    ]


def _row(entry: Entry, notes: int, rich: bool) -> list[str]:
    """A line; a terminal has no room for the path, and shows the file's name where there is no id."""
    fields = fields_of(entry, notes)
    return [entry.label, *fields[1:-1]] if rich else fields


def item_of(entry: Entry, notes: int) -> dict[str, object]:
    """An entry as JSON data."""
    return {
        "id": entry.id,
        "date": entry.date.strftime("%Y-%m-%dT%H:%MZ") if entry.date else None,
        "post": entry.post,
        "classification": entry.classification,
        "subject": entry.subject,
        "tags": list(entry.tags),
        "notes": notes,
        "copies": entry.copies,
        "name": entry.name,
        "path": str(entry.path) if entry.path else None,
        "problem": entry.problem,
    }
