"""How the reader looks at a cable: the choices that outlive the cable and the session."""

from __future__ import annotations

from typing import NamedTuple

COLUMN = 84
NARROWEST, WIDEST, STEP = 40, 160, 4


class ReaderState(NamedTuple):
    """`anchor` is the block under the cursor (None: the header), `raw` the untouched source instead of the page,
    `column` the width that the page may take.
    """

    anchor: str | None = None
    header_open: bool = False
    raw: bool = False
    column: int = COLUMN

    def header_toggled(self) -> ReaderState:
        """The state with the header unfolded or folded."""
        return self._replace(header_open=not self.header_open)

    def source_toggled(self) -> ReaderState:
        """The state with page and source exchanged."""
        return self._replace(raw=not self.raw)

    def widened(self, steps: int, room: int) -> ReaderState:
        """The state with a column so many steps wider, or narrower, than it is in a pane with so much room."""
        return self.with_column(min(self.column, max(room, NARROWEST)) + steps * STEP)

    def with_column(self, column: int = COLUMN) -> ReaderState:
        """The state with another column, within bounds; the usual one if none is given."""
        return self._replace(column=min(max(column, NARROWEST), WIDEST))
