"""Which rows the list shows: a query, an order, and where the rowids for them come from. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .rows import PAGE, Order, by_notes

if TYPE_CHECKING:
    from datetime import datetime

    from ..store.catalogue import Catalogue
    from ..store.query import Query, Search


@dataclass(frozen=True)
class View:
    """What the list is to show: the cables of a query (None for all), in an order; `counts` are notes by cable id."""

    order: Order = field(default_factory=Order)
    query: Query | None = None
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def catalogued(self) -> str:
        """The order as catalogue and search know it: what they cannot sort by comes newest first."""
        if self.order.catalogued or (self.query is not None and self.order.column == "relevance"):
            return str(self.order)
        return str(Order())


def first_rows(search: Search, view: View) -> array[int]:
    """The rows of the first page of a query, in an order that the search knows."""
    assert view.query is not None
    return search.rowids(view.query, view.catalogued, PAGE)


def all_rows(catalogue: Catalogue, search: Search | None, view: View) -> array[int]:
    """All the rows of a view."""
    if view.query is None or search is None:
        rows = catalogue.rowids(view.catalogued)
    else:
        rows = search.rowids(view.query, view.catalogued)
    if view.order.column != "notes":
        return rows
    found = catalogue.find_many(view.counts)
    return by_notes(rows, {entry.rowid: view.counts[id] for id, entry in found.items() if entry.rowid is not None})


def cables_in(ids: array[int]) -> int:
    """How many of some rows are cables: texts that are none come last in every order."""
    from ..store.catalogue.rowids import UNDATED

    return bisect_left(ids, True, key=lambda rowid: rowid < UNDATED)


def place_of_date(ids: array[int], order: Order, first: datetime, end: datetime) -> int:
    """The row to go to for a stretch of time, in rows sorted by date: its newest cable where the newest come first,
    its oldest where those do; where there is none, the next that comes in the list."""
    from ..store.catalogue.rowids import first_of

    if order.descending:
        return bisect_left(ids, 1 - first_of(end), key=lambda rowid: -rowid)
    dated = len(ids)
    while dated and ids[dated - 1] < 0:
        dated -= 1
    return bisect_left(ids, first_of(first), 0, dated)
