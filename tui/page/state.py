"""How the reader looks at a cable: the choices that outlive the cable and the session."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Spacing = Literal["close", "paragraphs", "double"]
"""How far apart lines stand: no blank row at all, one between paragraphs, one between all lines."""
SPACINGS: tuple[Spacing, ...] = get_args(Spacing)
COLUMN = 84
NARROWEST, WIDEST, STEP = 40, 160, 4


def spacing_of(name: str) -> Spacing:
    """The spacing that was remembered under a name; the usual one where there is none of that name."""
    return next((spacing for spacing in SPACINGS if spacing == name), "paragraphs")


class ReaderState(NamedTuple):
    """`anchor` is the block under the cursor (None: the header), `raw` the untouched source instead of the page,
    `column` the width that the page may take, `spacing` and `justified` how its text is set, `focused` whether all but
    the paragraph under the cursor is dimmed.
    """

    anchor: str | None = None
    header_open: bool = False
    raw: bool = False
    column: int = COLUMN
    spacing: Spacing = "paragraphs"
    justified: bool = False
    focused: bool = False

    def header_toggled(self) -> ReaderState:
        """The state with the header unfolded or folded."""
        return self._replace(header_open=not self.header_open)

    def source_toggled(self) -> ReaderState:
        """The state with page and source exchanged."""
        return self._replace(raw=not self.raw)

    def respaced(self) -> ReaderState:
        """The state with the next spacing."""
        following = SPACINGS.index(self.spacing) + 1
        return self._replace(spacing=SPACINGS[following % len(SPACINGS)])

    def widened(self, steps: int, room: int) -> ReaderState:
        """The state with a column so many steps wider, or narrower, than it is in a pane with so much room."""
        return self.with_column(min(self.column, max(room, NARROWEST)) + steps * STEP)

    def with_column(self, column: int = COLUMN) -> ReaderState:
        """The state with another column, within bounds; the usual one if none is given."""
        return self._replace(column=min(max(column, NARROWEST), WIDEST))
