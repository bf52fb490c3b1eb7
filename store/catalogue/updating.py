"""Bringing a catalogue up to date: what is new is added, what changed is read again, what is gone goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import sleep
from typing import TYPE_CHECKING

from ..errors import StoreUnwritable
from . import database
from .progress import Outcome, Progress

if TYPE_CHECKING:
    from .catalogue import Catalogue

_POLL = 0.25
_ELSEWHERE = "another window is cataloguing"


def update(
    catalogue: Catalogue,
    tell: Callable[[Progress], None] = lambda progress: None,
    stop: Callable[[], bool] = lambda: False,
    *,
    anew: bool = False,
    tidy: bool = False,
) -> Outcome:
    """Brings a catalogue up to date, or builds it `anew`; tells how far it is, and ends early when `stop` says so.

    An index that was filled in bulk answers at once, but takes more room and some steps more than it need; `tidy` puts
    it in order where there is nothing else to do.
    What was catalogued by then is kept, and the next update goes on from there. One program writes at a time: the
    others follow what it does, and then look themselves. A damaged catalogue is begun anew. Raises StoreUnwritable.
    """
    with _alone(catalogue, tell, stop) as alone:
        if not alone:
            return Outcome(stopped=True)
        try:
            return _run(catalogue, tell, stop, anew=anew, tidy=tidy)
        except sqlite3.OperationalError as error:
            raise _unwritable(catalogue, error) from error
        except sqlite3.DatabaseError:
            database.begin(catalogue.path, whatever_is_there=True)
            return _run(catalogue, tell, stop, anew=False, tidy=False)


def _run(
    catalogue: Catalogue, tell: Callable[[Progress], None], stop: Callable[[], bool], *, anew: bool, tidy: bool
) -> Outcome:
    from .run import Run  # the parser comes with it

    connection = database.connect(catalogue.path, write=True)
    try:
        run = Run(catalogue, connection, tell, stop)
        if anew:
            run.clear()
        return run.run(tidy=tidy)
    finally:
        with suppress(sqlite3.Error):
            connection.close()


@contextmanager
def _alone(catalogue: Catalogue, tell: Callable[[Progress], None], stop: Callable[[], bool]) -> Iterator[bool]:
    """Being the one that writes; False where `stop` came before the turn did."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{catalogue.path}.lock", mode=0o600)
    while True:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if stop():
                yield False
                return
            with suppress(sqlite3.Error):
                tell(Progress(0, 0, 0, 0, len(catalogue), 0.0, None, _ELSEWHERE))
            sleep(_POLL)
        else:
            break
    try:
        yield True
    finally:
        lock.release()


def _unwritable(catalogue: Catalogue, error: sqlite3.OperationalError) -> StoreUnwritable:
    return StoreUnwritable(
        catalogue.path,
        f"the catalogue cannot be written ({error})",
        "Free some space or choose another folder with CABLEREADER_HOME; what was catalogued is kept",
    )
