"""`cablereader import`: notes from a file or a folder of files; looked at first, written with --yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ..cable import Cable
from ..store.errors import SourceError
from ..store.imports import Item, Plan, plan, read_arrivals, read_path
from ..store.library import Library
from ..store.notes import NoteStore
from ..store.places import places
from ..store.sources import STANDARD_INPUT, read_standard_input
from .looking import patience
from .output import Column, Output
from .parsing import Parser
from .paths import paths_or_default
from .problem import Exit, Problem, tell

PURPOSE = "Import notes from a file or a folder: our own JSON, W3C or Hypothesis annotations, exported Markdown."
_MORE = """\
Without --yes nothing is written: each note is listed as new, newer (it goes on from the words that are here), same,
conflicting (both texts will be kept) or unplaced (its text is not found in the cables at hand; it comes all the same).
"""
_COLUMNS = (Column("", "bold"), Column("Note", "dim"), Column("Cable"), Column("At"), Column("Text"))
_SHORT_ID = 8


def run(argv: Sequence[str], out: Output) -> Exit:
    """Lists what would become of each note, and with --yes writes them."""
    parser = Parser("import", PURPOSE, _MORE)
    parser.add_argument("file", metavar="FILE", help="the file, a folder of such files, or - for standard input")
    parser.add_argument("path", metavar="PATH", nargs="*", help="where the cables are, instead of the last library")
    parser.add_argument("--yes", action="store_true", help="write the notes")
    words = parser.parse_intermixed_args(argv)
    problems: list[str] = []
    try:
        if words.file == STANDARD_INPUT:
            arrivals = read_arrivals(read_standard_input(), problems)
        else:
            arrivals = read_path(Path(words.file), problems)
    except ValueError as error:
        raise Problem(
            words.file, f"no notes can be read from it: {error}", "see 'cablereader import --help'"
        ) from error
    for problem in problems:
        tell(f"{words.file}: {problem}")
    store = NoteStore(places().notes, places().state)
    wanted = {arrival.meta.id for arrival in arrivals if arrival.meta and arrival.meta.id}
    planned = plan(store, arrivals, _finder(words.path, wanted))
    out.table(_COLUMNS, (_row(item, out.rich) for item in planned.items), wrap=True)
    if words.yes:
        planned.write(store)
    tell(_summary(planned, written=words.yes))
    if problems:
        return Exit.FAILED
    return Exit.GOOD if planned.items else Exit.NOTHING_FOUND


def _finder(paths: Sequence[str], wanted: set[str]) -> Callable[[str], Cable | None]:
    """Looks for cables in the library in force, for all that are wanted at once."""
    library = Library(paths_or_default(paths))
    found = library.find_many(wanted, patience()) if wanted else {}

    def find(key: str) -> Cable | None:
        try:
            return library.read(found[key]) if key in found else None
        except SourceError:
            return None

    return find


def _row(item: Item, short: bool) -> tuple[str, ...]:
    note = item.note
    words = " ".join(note.body.split())
    text = f"{words} ({item.why})" if item.why else words
    return (item.outcome, note.id[:_SHORT_ID] if short else note.id, note.cable, item.place, text)


def _summary(planned: Plan, *, written: bool) -> str:
    counts = ", ".join(f"{number} {outcome}" for outcome, number in planned.counts().items() if number)
    end = "written" if written else "nothing was written, --yes does it"
    return f"{counts or 'no notes'}: {end}"
