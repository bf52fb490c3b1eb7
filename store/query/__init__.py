"""Finding cables: the query language, searches over the catalogue, completion, saved searches, the graph of references.

`parse` is pure and tells what is wrong with a query; `Search` answers it. Public names are below.
"""

from .errors import Interrupted, QueryError
from .query import Query, parse

__all__ = ["Interrupted", "Query", "QueryError", "parse"]
