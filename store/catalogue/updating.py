"""Bringing a catalogue up to date: what is new is added, what changed is read again, what is gone goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from . import database
from .progress import Outcome, Progress

if TYPE_CHECKING:
    from .catalogue import Catalogue


def update(
    catalogue: Catalogue,
    tell: Callable[[Progress], None] = lambda progress: None,
    stop: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Brings a catalogue up to date; tells how far it is, and ends early when `stop` says so.

    What was catalogued by then is kept, and the next update goes on from there.
    """
    from .run import Run

    connection = database.connect(catalogue.path, write=True)
    try:
        return Run(catalogue, connection, tell, stop).run()
    finally:
        connection.close()
