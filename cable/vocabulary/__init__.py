"""Tables of TAGS, posts, acronyms, offices and routing indicators as data, with the loader that reads them.

Each table is read when it is first asked for and then kept. Public names: `tag`, `tags`, `acronym`, `acronyms`,
`office`, `post`, `addressee` and the records `Entry` and `Post`.
"""

from __future__ import annotations

from .posts import Post, post
from .tables import Entry, entries

__all__ = ["Entry", "Post", "acronym", "acronyms", "addressee", "office", "post", "tag", "tags"]


def tags(code: str) -> tuple[Entry, ...]:
    """Every reading of a TAGS code, the likeliest first; `kind` is subject, geopolitical, organization ..."""
    key = code.upper()
    return entries("tags", 2, 1).get(key) or entries("tags-leftovers", 2, 1).get(key, ())


def tag(code: str) -> Entry | None:
    """The first reading of a TAGS code."""
    return next(iter(tags(code)), None)


def acronyms(term: str) -> tuple[Entry, ...]:
    """Every reading of an acronym; `kind` is its scope (general, `region: Mexico` ...). `NGOs` finds `NGO`."""
    table = entries("acronyms", 1, 2)
    key = term.upper()
    return table.get(key) or table.get(key.removesuffix("S"), ())


def acronym(term: str, country: str | None = None) -> Entry | None:
    """The reading of an acronym that fits the country (`Mexico`) best; another region's only as the last choice."""
    found = acronyms(term)
    here = f"region: {country}"
    return min(
        found, key=lambda entry: 0 if entry.kind == here else 2 if entry.kind.startswith("region:") else 1, default=None
    )


def office(symbol: str) -> Entry | None:
    """The office of a symbol such as `WHA/MEX`; `kind` is State, other or distribution."""
    return next(iter(entries("offices", 1, 2).get(symbol.upper(), ())), None)


def addressee(indicator: str) -> Entry | None:
    """The addressee a routing indicator leads to; `kind` is the source of that knowledge."""
    return next(iter(entries("routing-indicators", 1, 2).get(indicator.upper(), ())), None)
