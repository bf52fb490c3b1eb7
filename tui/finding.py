"""A library being looked through in a thread of its own, from the first paint on. Pure.

The thread is ours and not a worker of Textual's, because it begins on one screen and goes on under the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from .loading import batches

if TYPE_CHECKING:
    from ..store.entry import Entry
    from ..store.library import Library


class Finding:
    """Cables in batches, as they are found; `library` is there with the first of them."""

    def __init__(self, paths: Sequence[str]) -> None:
        """The search of files and folders (`-` for standard input); nothing is looked at before `start`."""
        self.library: Library | None = None
        self.first: Sequence[Entry] = ()
        self.paths = tuple(paths)
        self._found: SimpleQueue[Sequence[Entry] | Exception | None] = SimpleQueue()
        self._stopped = Event()

    def start(self) -> None:
        """Begin to look."""
        Thread(target=self._look, name="looking through the library", daemon=True).start()

    def stop(self) -> None:
        """Look no further."""
        self._stopped.set()

    def _look(self) -> None:
        try:
            from ..store.library import Library

            self.library = library = Library(self.paths)
            for batch in batches(takewhile(lambda _: not self._stopped.is_set(), library.scan())):
                self._found.put(batch)
        except Exception as error:  # it is raised again where the batches are asked for
            self._found.put(error)
        self._found.put(None)

    def wait_for_first(self, seconds: float) -> None:
        """Take the first batch into `first`, if it comes within so many seconds; call in a thread."""
        try:
            found = self._found.get(timeout=seconds)
        except Empty:
            return
        if found is None or isinstance(found, Exception):
            self._found.put(found)
        else:
            self.first = found

    def rest(self) -> Iterator[Sequence[Entry]]:
        """The batches after `first`; waits for each, so call it in a thread. Raises what stopped the search."""
        while (found := self._found.get()) is not None:
            if isinstance(found, Exception):
                raise found
            yield found
