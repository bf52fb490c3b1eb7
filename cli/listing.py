"""`cablereader list`: the cables found, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..store.library import Entry, Library
from ..store.notes import NoteStore
from ..store.places import places
from .output import Column, Output
from .parsing import Parser
from .paths import must_exist, paths_or_default
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


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints what is found; what is no cable is listed with its reason."""
    parser = Parser("list", PURPOSE)
    parser.add_argument("path", metavar="PATH", nargs="*", help="files and folders, - for standard input")
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    words = parser.parse_intermixed_args(argv)
    paths = paths_or_default(words.path)
    must_exist(paths)
    found = _Count(Library(paths))
    notes = NoteStore(places().notes).counts()
    if words.json:
        out.json([_item(entry, notes) for entry in found])
    else:
        out.table(_COLUMNS, (_row(entry, notes, out.rich) for entry in found))
    return Exit.GOOD if found.cables else Exit.NOTHING_FOUND


class _Count:
    """Goes through a library and counts its cables."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.cables = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self.library.scan():
            self.cables += entry.problem is None
            yield entry


def _row(entry: Entry, notes: dict[str, int], rich: bool) -> tuple[str, ...]:
    """The fields of a line; a terminal has no room for the path, and shows the file's name where there is no id."""
    count = notes.get(entry.id, 0) if entry.id else 0
    return (
        entry.label if rich else entry.id or "",
        entry.date.strftime("%Y-%m-%d") if entry.date else "",
        entry.post or "",
        entry.classification or "",
        str(count or ""),
        " ".join((entry.subject or "").split()) or f"({entry.problem})" * bool(entry.problem),
        *(() if rich else (str(entry.path or "-"),)),
    )


def _item(entry: Entry, notes: dict[str, int]) -> dict[str, object]:
    return {
        "id": entry.id,
        "date": entry.date.strftime("%Y-%m-%dT%H:%MZ") if entry.date else None,
        "post": entry.post,
        "classification": entry.classification,
        "subject": entry.subject,
        "tags": list(entry.tags),
        "notes": notes.get(entry.id, 0) if entry.id else 0,
        "name": entry.name,
        "path": str(entry.path) if entry.path else None,
        "problem": entry.problem,
    }
