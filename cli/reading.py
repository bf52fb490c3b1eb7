"""`cablereader read`: a cable line by line, for screen readers, plain terminals and scripts."""

from __future__ import annotations

from collections.abc import Sequence

from ..store.library import Library
from ..store.notes import NoteStore
from ..store.places import places
from ..store.reading import Reading
from ..store.sources import STANDARD_INPUT
from . import cables
from .output import Output
from .parsing import Parser
from .paths import paths_or_default
from .problem import Exit, Problem
from .settings import settings

PURPOSE = "Read a cable line by line: plain text with landmarks, and a prompt that takes words or letters."
_MORE = """\
Enter reads on; help reads the commands: paragraph 4, find WORDS, note, notes, search, open, export, quit and more.
No cursor is moved and no colour used, so that it is fit for screen readers, for TERM=dumb, and for scripts.
"""


def parser() -> Parser:
    """The words of this command."""
    words = Parser("read", PURPOSE, _MORE)
    words.add_argument("cable", metavar="CABLE", nargs="?", help="a file, or an id; without it the one read last")
    words.add_argument("path", metavar="PATH", nargs="*", help="where to look for cables, instead of the last library")
    return words


def run(argv: Sequence[str], out: Output) -> Exit:
    """Reads a cable, and does what the lines of standard input say."""
    from .linear.desk import Desk
    from .linear.pages import Pages
    from .linear.prompt import ask, converse

    words = parser().parse_intermixed_args(argv)
    marks = Reading(places().state)
    wanted = words.cable or next((visit.cable for visit in marks.visits(1)), None)
    if wanted == STANDARD_INPUT:
        raise Problem("read", "standard input has the commands", "save the cable into a file", Exit.BAD_USE)
    if not wanted:
        raise Problem("read", "no cable was read yet", "give an id or a file", Exit.BAD_USE)
    out.rich = False
    library = Library(paths_or_default(words.path))
    cable = cables.read(wanted, words.path)
    store = NoteStore(places().notes, places().state)
    desk = Desk(out, ask, library, store, marks, settings(), Pages(cable))
    desk.open(cable)
    converse(desk)
    return Exit.GOOD
