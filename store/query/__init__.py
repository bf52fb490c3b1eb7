"""Finding cables: the query language, searches over the catalogue, completion, saved searches, the graph of references.

`parse` is pure and tells what is wrong with a query; `Search` answers it. Public names are below.
"""

from .errors import Interrupted, QueryError
from .hits import RANKED
from .orders import ORDERS
from .outside import Nothing, Outside
from .query import Query, parse
from .search import Hit, Search

__all__ = ["ORDERS", "RANKED", "Hit", "Interrupted", "Nothing", "Outside", "Query", "QueryError", "Search", "parse"]
