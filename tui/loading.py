"""Entries in batches, as they are found: few enough to handle, soon enough to see. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..store.entry import Entry

_SOONEST = 0.05
"""Seconds before the first batch."""
_SHARE = 0.15
"""A batch waits this share of the time since the start: however long that gets, there are a few dozen batches."""


def batches(entries: Iterable[Entry], clock: Callable[[], float] = monotonic) -> Iterator[list[Entry]]:
    """The same entries in the same order, in batches that come more seldom as the time goes on."""
    start = sent = clock()
    batch: list[Entry] = []
    for entry in entries:
        batch.append(entry)
        now = clock()
        if now - sent >= max(_SOONEST, (now - start) * _SHARE):
            yield batch
            batch, sent = [], now
    if batch:
        yield batch
