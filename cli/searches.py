"""`cablereader searches`: the saved searches."""

from __future__ import annotations

from collections.abc import Sequence

from ..store.places import places
from ..store.query import Searches
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, nothing, tell

PURPOSE = "List the saved searches, or forget one. `cablereader search QUERY --save NAME` saves one."


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the names with their queries."""
    parser = Parser("searches", PURPOSE)
    parser.add_argument("--remove", metavar="NAME", help="forget this one")
    parser.add_argument("--json", action="store_true", help="as JSON")
    words = parser.parse_args(argv)
    searches = Searches(places().state)
    if words.remove is not None:
        if searches.remove(words.remove) is None:
            raise Problem(words.remove, "no search is saved so", code=Exit.NOTHING_FOUND)
        return Exit.GOOD
    saved = searches.saved
    if searches.message:
        tell(searches.message)
    if words.json:
        out.json(saved)
    else:
        out.table((Column("Name", "bold", 40), Column("Query")), ((f"@{name}", text) for name, text in saved.items()))
    return Exit.GOOD if saved else nothing("no search was saved yet: 'cablereader search QUERY --save NAME' saves one")
