"""What is counted beside the list: values of the cables of a query, by field. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ...store.query import parse
from .panel import FIELDS, Field
from .terms import chosen, without

if TYPE_CHECKING:
    from ...store.query import Search

QUERIED: dict[Field, str] = {"year": "date", "post": "post", "tag": "tag", "class": "class", "noted": "is"}
"""The field of a query that asks for a value of a facet."""
_ALTERNATIVES = ("year", "post", "class")
"""Facets of which a cable has one value: the others are counted too where one is chosen."""
_MOST = 200


def count_facets(search: Search, text: str, saved: Mapping[str, str]) -> dict[Field, list[tuple[str, int]]]:
    """The values of each facet with their counts, over the cables of a query.

    Where values of a field are chosen that exclude each other, all its values are counted as if none were chosen.
    """
    found: dict[Field, list[tuple[str, int]]] = {}
    query = parse(text, saved, unfinished=True)
    for field in FIELDS:
        asked = QUERIED[field]
        free = field in _ALTERNATIVES and any(name == asked for name, _ in chosen(text))
        base = parse(without(text, [asked]), saved, unfinished=True) if free else query
        counts = search.facets(base, field, _MOST)
        found[field] = counts[::-1] if field == "year" else list(counts)
    return found


def states(text: str, facets: Mapping[Field, Sequence[tuple[str, int]]]) -> dict[tuple[Field, str], str]:
    """Which values of the facets a query asks for (`+`) or leaves out (`-`)."""
    known = chosen(text)
    found: dict[tuple[Field, str], str] = {}
    for field, values in facets.items():
        for value, _ in values:
            if state := known.get((QUERIED[field], value.casefold())):
                found[field, value] = state
    return found
