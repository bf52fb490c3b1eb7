"""Questions to the catalogue that can be broken off from another thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from ..catalogue import Catalogue
from .errors import Interrupted


class Asking:
    """The questions that are being answered now, each on the connection of its thread."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Nothing is asked yet."""
        self._catalogue = catalogue
        self._lock = Lock()
        self._running: list[sqlite3.Connection] = []

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, for as long as it asks. Raises Interrupted where `interrupt` breaks it off."""
        connection = self._catalogue.connection()
        with self._lock:
            self._running.append(connection)
        try:
            yield connection
        except sqlite3.OperationalError as error:
            if "interrupt" in str(error):
                raise Interrupted("the search was ended") from error
            raise
        finally:
            with self._lock:
                self._running.remove(connection)

    def interrupt(self) -> None:
        """End what is being answered in any thread."""
        with self._lock:
            for connection in self._running:
                connection.interrupt()
