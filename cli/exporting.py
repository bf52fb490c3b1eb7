"""`cablereader export`: the notes as Markdown, as data, as annotations, or their cables as a bibliography."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..cable import canonical_id
from ..cable.cite import SOURCES, STYLES
from ..store.export.form import FLAVOURS, Form
from ..store.export.formats import FORMATS, export_as
from ..store.export.standing import standings
from ..store.export.write import export_notes
from ..store.library import Library
from ..store.notes import NoteStore
from ..store.places import places
from ..store.sources import STANDARD_INPUT
from .output import Output
from .parsing import Parser
from .paths import paths_or_default
from .problem import Exit, Problem, tell
from .settings import settings

PURPOSE = "Export notes: of the cables named, else of all that have notes."
_TARGET_HELP = "a folder (a file per cable), a file, or - for standard output (the default)"
_FORMAT_HELP = "markdown (the default), " + ", ".join([*FLAVOURS[1:], *FORMATS])
_MORE = """\
markdown, obsidian, pandoc   a file per cable; exported again, what you changed in it stays. Notes whose text is
                             changed, moved or not found in the cable at hand are marked so
json                         all there is, for `cablereader import`
csv                          a table; a cell that would be a formula gets an apostrophe before it
jsonld, hypothesis           web annotations: W3C JSON-LD, and what the Hypothesis client imports
csl, biblatex                the cables as a bibliography

A cable that SOURCE cannot have (aad: 1973 to 1979) is cited as it was read; frus leaves the volume to you.
"""


def run(argv: Sequence[str], out: Output) -> Exit:
    """Writes the notes, and tells which files were written."""
    parser = Parser("export", PURPOSE, _MORE)
    parser.add_argument("cable", metavar="CABLE", nargs="*", help="ids such as 06MEXICO4964")
    parser.add_argument("-o", "--output", metavar="TARGET", default=STANDARD_INPUT, help=_TARGET_HELP)
    parser.add_argument(
        "--format", metavar="FORMAT", choices=[*FLAVOURS, *FORMATS], default=FLAVOURS[0], help=_FORMAT_HELP
    )
    parser.add_argument("--style", metavar="STYLE", choices=STYLES, help=f"one of {', '.join(STYLES)}; else as set")
    parser.add_argument(
        "--source", metavar="SOURCE", choices=SOURCES, help=f"cite from one of {', '.join(SOURCES)}; else as set"
    )
    parser.add_argument(
        "--library", metavar="PATH", action="append", default=[], help="where the cables are, instead of the last one"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace a file of data that is there")
    words = parser.parse_intermixed_args(argv)
    config = settings()
    style, source = words.style or config.cite_style, words.source or config.cite_source
    store = NoteStore(places().notes, places().state)
    wanted = [canonical_id(cable) or cable for cable in words.cable] or None
    target = None if words.output == STANDARD_INPUT else Path(words.output)
    if words.format in FLAVOURS:
        form = Form(words.format, style, source)
        library = Library(paths_or_default(words.library))
        states = standings(store, library, wanted or store.counts([]))
        done = export_notes(store, wanted, target, states, form)
    else:
        form = Form(style=style, source=source)
        done = export_as(store, words.format, wanted, target, form, overwrite=words.overwrite)
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
