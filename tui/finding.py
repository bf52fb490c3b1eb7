"""The library being opened in a thread of its own, from the first paint on. Pure.

The thread is ours and not a worker of Textual's, because it begins on one screen and goes on under the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from .indexing import Indexing
from .rows import Order

if TYPE_CHECKING:
    from ..store.catalogue import Catalogue
    from ..store.entry import Entry
    from ..store.library import Library

_FIRST = 128
"""Rows of the first paint: more than a screen shows."""


class Finding:
    """A library and its catalogue, and the first rows of it; what is not catalogued yet is indexed at once."""

    def __init__(self, paths: Sequence[str], order: Order | None = None) -> None:
        """The library of files and folders (`-` for standard input); nothing is looked at before `start`.

        `order` is the one that the first rows are wanted in.
        """
        self.paths = tuple(paths)
        self.library: Library | None = None
        self.first: Sequence[Entry] = ()
        self.failure: Exception | None = None
        self.indexing = Indexing()
        self._order = order or Order()
        self._opened = Event()

    @property
    def catalogue(self) -> Catalogue | None:
        """The catalogue, once it is open."""
        return self.library.catalogue if self.library is not None else None

    def start(self) -> None:
        """Begin to look."""
        Thread(target=self._open, name="opening the library", daemon=True).start()

    def stop(self) -> None:
        """Index no further."""
        self.indexing.stop()

    def _open(self) -> None:
        try:
            from ..store.library import Library

            library = Library(self.paths)
            self.first = self._first(library.catalogue)
            self.library = library
            if not self.first:
                self.indexing.start(library.catalogue)
        except Exception as error:  # it is told where the library is awaited
            self.failure = error
        self._opened.set()

    def _first(self, catalogue: Catalogue) -> Sequence[Entry]:
        if self._order.catalogued and self._order != Order():
            return catalogue.entries(catalogue.rowids(str(self._order))[:_FIRST])
        return catalogue.newest(_FIRST)

    def wait_for_first(self, seconds: float) -> None:
        """Wait until there are rows in `first`, or none to come, but not longer than so many seconds; call in a thread.

        A small library that is new is indexed as a whole by then.
        """
        end = monotonic() + seconds
        if self._opened.wait(seconds) and not self.first and self.catalogue is not None:
            self.indexing.wait(max(end - monotonic(), 0))
            self.first = self._first(self.catalogue)

    def wait_until_open(self) -> None:
        """Wait until `library` is there, however long that takes; raises what went wrong."""
        self._opened.wait()
        if self.failure is not None:
            raise self.failure
