"""`cablereader paths`: where things are kept."""

from __future__ import annotations

from collections.abc import Sequence

from ..store.places import places
from .output import Column, Output
from .parsing import Parser
from .problem import Exit

PURPOSE = "Print where notes, settings and caches are kept (CABLEREADER_HOME=DIR moves them all below DIR)."


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the folders by name, the notes first of what is precious."""
    parser = Parser("paths", PURPOSE)
    parser.add_argument("--json", action="store_true", help="as JSON")
    here = places()
    folders = {
        "config": here.config,
        "data": here.data,
        "notes": here.notes,
        "state": here.state,
        "cache": here.cache,
    }
    if parser.parse_args(argv).json:
        out.json({name: str(path) for name, path in folders.items()})
    else:
        out.table((Column("", "bold"), Column("")), ((name, str(path)) for name, path in folders.items()), wrap=True)
    return Exit.GOOD
