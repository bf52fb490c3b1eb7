"""`cablereader search`: the cables that a query finds, with the passages it was found in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from ..cable.safe import visible
from ..store.errors import SourceError
from ..store.places import places
from ..store.query import Hit, Marker, Query, Search, Searches, Snippet
from .asking import QUERY_HELP, SORTS, answered, no_hits, read_query
from .listing import fields_of, item_of
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem, tell

PURPOSE = "Find cables; those of the last time by default, else the samples."
_PAGE = 200
_ON_A_TERMINAL = 50
_MARK = "bold reverse"


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the hits, or how many there are."""
    parser = Parser("search", PURPOSE, QUERY_HELP)
    parser.add_argument("query", metavar="QUERY", help="what to find; quote it for the shell")
    parser.add_argument("path", metavar="PATH", nargs="*", help="files, folders, archives, dumps; - for standard input")
    parser.add_argument("--count", action="store_true", help="print only how many there are")
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    parser.add_argument("--limit", metavar="N", type=int, help=f"hits at most ({_ON_A_TERMINAL} on a terminal; 0: all)")
    parser.add_argument("--sort", choices=SORTS, default="newest", help=f"one of {', '.join(SORTS)} (newest)")
    parser.add_argument("--snippets", action="store_true", help="with the passage found, also where piped")
    parser.add_argument("--save", metavar="NAME", help="save the query: @NAME stands for it from then on")
    words = parser.parse_intermixed_args(as_words(argv))
    query = read_query(words.query)
    if words.save is not None:
        _save(words.save, words.query)
    return answered(words.path, out, lambda search: _answer(search, query, words, out))


def _answer(search: Search, query: Query, words: Namespace, out: Output) -> Exit:
    number = search.count(query)
    if words.count:
        out.line(str(number))
    elif words.json:
        out.json_array(
            _item(search, query, hit) for hit in _hits(search, query, SORTS[words.sort], words.limit or None)
        )
    elif out.rich:
        limit = _ON_A_TERMINAL if words.limit is None else words.limit or None
        _show(search, query, SORTS[words.sort], limit, out)
        if limit is not None and number > limit:
            tell(f"{limit:,} of {number:,}; --limit 0 shows all")
    else:
        for hit in _hits(search, query, SORTS[words.sort], words.limit or None):
            passage = [_snippet(search, query, hit).text] if words.snippets else []
            out.row([*fields_of(hit.entry, hit.notes), *passage])
    return Exit.GOOD if number else no_hits(search, query, words.path)


def as_words(argv: Sequence[str]) -> list[str]:
    """The words of a command; a first one such as `-cuba` is a query and no option, which a space before it tells."""
    first = argv[0] if argv else ""
    is_query = len(first) > 2 and first[0] == "-" and first[1] != "-"
    return [f" {first}", *argv[1:]] if is_query else list(argv)


def _save(name: str, text: str) -> None:
    try:
        Searches(places().state).save(name, text.strip())
    except ValueError as error:
        raise Problem("--save", str(error), code=Exit.BAD_USE) from error


def _hits(search: Search, query: Query, order: str, limit: int | None) -> Iterator[Hit]:
    """The hits in an order, fetched a page at a time."""
    rowids = search.rowids(query, order, limit)
    notes = search.outside.noted()
    for first in range(0, len(rowids), _PAGE):
        for entry in search.catalogue.entries(rowids[first : first + _PAGE]):
            yield Hit(entry, notes.get(entry.id, 0) if entry.id else 0)


def _snippet(search: Search, query: Query, hit: Hit) -> Snippet:
    """The passage of a hit; where its source cannot be read any more, what is wrong with it."""
    try:
        return search.snippet(hit.entry, query)
    except SourceError as error:
        return Snippet(f"({error.reason})", ())


def _item(search: Search, query: Query, hit: Hit) -> dict[str, object]:
    text, marks = _snippet(search, query, hit)
    return item_of(hit.entry, hit.notes) | {"snippet": text, "marks": [list(mark) for mark in marks]}


def _show(search: Search, query: Query, order: str, limit: int | None, out: Output) -> None:
    """Hits on a terminal: a line of facts, the subject, the passage; what was found stands out."""
    from rich.padding import Padding
    from rich.text import Text

    marker = Marker(query.phrases)
    for hit in _hits(search, query, order, limit):
        date, post, level, notes, subject = map(visible, fields_of(hit.entry, hit.notes)[1:6])
        facts = Text.assemble((visible(hit.entry.label), "bold"))
        facts.append("  ".join(["", *filter(None, (date, post, level, notes and f"notes: {notes}"))]), "dim")
        title = Text(subject)
        for mark in marker.marks(subject):
            title.stylize(_MARK, mark.start, mark.end)
        text, marks = _snippet(search, query, hit)
        passage = Text(text, "dim")
        for start, end in marks:
            passage.stylize(_MARK, start, end)
        for part in (facts, Padding(title, (0, 0, 0, 2), expand=False), Padding(passage, (0, 0, 1, 2), expand=False)):
            out.console.print(part)
