"""`cablereader export`: the notes as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..cable import canonical_id
from ..store.export.write import export_notes
from ..store.notes import NoteStore
from ..store.places import places
from ..store.sources import STANDARD_INPUT
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem, tell

PURPOSE = "Export notes as Markdown: of the cables named, else of all that have notes."
_TARGET_HELP = "a folder (a file per cable), a file, or - for standard output (the default)"


def run(argv: Sequence[str], out: Output) -> Exit:
    """Writes the notes, and tells which files were written."""
    parser = Parser("export", PURPOSE)
    parser.add_argument("cable", metavar="CABLE", nargs="*", help="ids such as 06MEXICO4964")
    parser.add_argument("-o", "--output", metavar="TARGET", default=STANDARD_INPUT, help=_TARGET_HELP)
    words = parser.parse_intermixed_args(argv)
    store = NoteStore(places().notes, places().state)
    wanted = [canonical_id(cable) or cable for cable in words.cable] or None
    target = None if words.output == STANDARD_INPUT else Path(words.output)
    done = export_notes(store, wanted, target)
    for problem in done.problems:
        tell(str(Problem.of(problem)))
    if not done.notes and not done.problems:
        raise Problem(
            "notes", "there are none to export", "'cablereader notes list' shows what there is", Exit.NOTHING_FOUND
        )
    if target is None:
        out.line(done.text.rstrip("\n"))
    for path in done.written:
        out.line(str(path))
    return Exit.FAILED if done.problems else Exit.GOOD
