"""`cablereader marks`: what was read, flagged, tagged and bookmarked, as JSON, and back from it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ..store.places import places
from ..store.reading import Reading
from ..store.reading.exchange import NotMarks, as_data, changes_in
from ..store.sources import STANDARD_INPUT, read_text
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem

PURPOSE = "Print read marks, flags, tags and bookmarks of cables as JSON, or add those of such a file."


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the marks, or with `--import FILE` adds those of a file to them."""
    parser = Parser("marks", PURPOSE)
    parser.add_argument("--import", dest="file", metavar="FILE", help="add the marks of a file (- for standard input)")
    words = parser.parse_args(argv)
    reading = Reading(places().state)
    if words.file is None:
        out.line(json.dumps(as_data(reading), indent=1, ensure_ascii=True))
        return Exit.GOOD
    text = sys.stdin.read() if words.file == STANDARD_INPUT else read_text(Path(words.file))
    try:
        changes = changes_in(text)
    except NotMarks as error:
        raise Problem(
            words.file, str(error), "give a file that `cablereader marks` has written", Exit.BAD_USE
        ) from error
    added = sum(len(reading.make(change).come) for change in changes)
    out.line(f"{added:,} marks were added, {sum(len(change.come) for change in changes) - added:,} were there")
    return Exit.GOOD
