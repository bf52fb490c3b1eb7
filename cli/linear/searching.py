"""Searching the library from the prompt: what a query finds, a few cables at a time, with numbers to open them by."""

from __future__ import annotations

import time
from functools import partial

from ...store.catalogue import Progress, update
from ...store.places import places
from ...store.query import Query, QueryError, Records, Search, Searches, parse
from ...store.words import counted
from .desk import Cannot, Desk

_AT_ONCE = 10
_TELL_EVERY = 5.0
"""Seconds between two lines about the reading of a large library."""


def search(desk: Desk, words: str) -> None:
    """Read the first cables that a query finds, the newest first."""
    if not words:
        raise Cannot("Search for what? Write search and words, or fields such as tag:PHUM from:mexico.")
    try:
        query = parse(words, Searches(places().state).saved)
    except QueryError as error:
        where = f" at “{words[error.start : error.end]}”" if words[error.start : error.end].strip() else ""
        raise Cannot(f"{error}{where}. {error.hint}".strip()) from error
    _bring_up_to_date(desk)
    answering = Search(desk.library.catalogue, Records(desk.store, desk.marks))
    count = answering.count(query)
    desk.listed, desk.more = [], None
    desk.say(f"{counted(count, 'cable')}.", *query.hints)
    if count:
        _page(desk, answering, query, count, None)


def _page(desk: Desk, answering: Search, query: Query, count: int, after: int | None) -> None:
    found = answering.page(query, limit=_AT_ONCE, after=after)
    for number, hit in enumerate(found, len(desk.listed) + 1):
        entry = hit.entry
        date = entry.date.strftime("%Y-%m-%d") if entry.date else ""
        parts = (entry.label, date, entry.post, " ".join((entry.subject or "").split()))
        desk.say(f"{number}. {', '.join(part for part in parts if part)}")
    desk.listed += [hit.entry for hit in found]
    left = count - len(desk.listed)
    desk.more = None
    if found and left > 0:
        desk.say(f"{left:,} more.")
        desk.more = partial(_page, desk, answering, query, count, found[-1].entry.rowid)


def more(desk: Desk) -> None:
    """Read the next cables of the last search."""
    if desk.more is None:
        raise Cannot("There is no more." if desk.listed else "Nothing was searched for yet.")
    desk.more()


def _bring_up_to_date(desk: Desk) -> None:
    """Take what is new in the library into its catalogue, once; ctrl+c ends it, and what is there is searched."""
    if desk.up_to_date:
        return
    desk.up_to_date = True
    last = time.monotonic()

    def tell(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last > _TELL_EVERY:
            last = time.monotonic()
            desk.say(f"Reading the library: {progress.done:,} of {progress.total:,}. ctrl+c searches what is there.")

    try:
        update(desk.library.catalogue, tell)
    except KeyboardInterrupt:
        desk.say("Not all of the library was read.")
