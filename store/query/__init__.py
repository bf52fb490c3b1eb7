"""Finding cables: the query language, searches over the catalogue, completion, saved searches, the graph of references.

`parse` is pure and tells what is wrong with a query; `Search` answers it. Public names are below.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = [
    "ORDERS",
    "RANKED",
    "Completion",
    "Hit",
    "Interrupted",
    "Link",
    "Mark",
    "Marker",
    "Month",
    "Nothing",
    "Outside",
    "Query",
    "QueryError",
    "Records",
    "Search",
    "Searches",
    "Snippet",
    "advice",
    "cited_by",
    "complete",
    "counts",
    "forward",
    "graph",
    "parse",
]

if TYPE_CHECKING:
    from .completion import Completion, complete
    from .errors import Interrupted, QueryError
    from .facets import Month
    from .hits import RANKED
    from .marks import Mark, Marker
    from .orders import ORDERS
    from .outside import Nothing, Outside
    from .query import Query, parse
    from .records import Records
    from .references import Link, cited_by, counts, forward, graph
    from .saved import Searches
    from .search import Hit, Search
    from .snippets import Snippet
    from .why_nothing import advice
else:
    _HOMES = {
        "advice": ".why_nothing",
        "Completion": ".completion",
        "complete": ".completion",
        "Interrupted": ".errors",
        "QueryError": ".errors",
        "Month": ".facets",
        "RANKED": ".hits",
        "Mark": ".marks",
        "Marker": ".marks",
        "ORDERS": ".orders",
        "Nothing": ".outside",
        "Outside": ".outside",
        "Query": ".query",
        "parse": ".query",
        "Records": ".records",
        "Link": ".references",
        "cited_by": ".references",
        "counts": ".references",
        "forward": ".references",
        "graph": ".references",
        "Searches": ".saved",
        "Hit": ".search",
        "Search": ".search",
        "Snippet": ".snippets",
    }

    def __getattr__(name: str) -> object:
        """A public name of a module that is loaded now: to read a query loads nothing of notes or catalogues."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
        return found
