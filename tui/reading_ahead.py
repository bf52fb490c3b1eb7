"""Cables that are read before anyone asks for them: the neighbours of the one shown, and what the cursor rests on.

No Textual; one who opens a cable that is still being read can wait for that reading.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..cable import Cable
    from ..store.entry import Entry

_MOST = 4
"""Cables that are kept: those on both sides, and those that one comes from."""


class ReadAhead:
    """The last few cables that were read, by their entries; threads fill it, the screen asks it."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._cables: OrderedDict[Entry, Cable] = OrderedDict()
        self._being_read: Entry | None = None
        self._awaited: Entry | None = None
        self._lock = Lock()

    def begin(self, entry: Entry) -> None:
        """Tell which cable is being read now."""
        with self._lock:
            self._being_read = entry

    def end(self, entry: Entry) -> bool:
        """Tell that it was read, or could not be; whether someone waits for it."""
        with self._lock:
            if self._being_read == entry:
                self._being_read = None
            awaited = self._awaited == entry
            if awaited:
                self._awaited = None
            return awaited

    def keep(self, entry: Entry, cable: Cable) -> None:
        """Keep a cable, and let go of the one that was kept longest."""
        with self._lock:
            self._cables[entry] = cable
            self._cables.move_to_end(entry)
            while len(self._cables) > _MOST:
                self._cables.popitem(last=False)

    def find(self, entry: Entry) -> Cable | None:
        """The cable of an entry, if it was read. An entry whose source has changed is another one."""
        with self._lock:
            return self._cables.get(entry)

    def wait_for(self, entry: Entry) -> bool:
        """Wait for a cable that is being read, so that it need not be read twice; False if it is not, or was read."""
        with self._lock:
            coming = self._being_read == entry and entry not in self._cables
            self._awaited = entry if coming else None
            return coming
