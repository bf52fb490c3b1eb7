"""What the reader has before it: a cable, a text that is none, or nothing yet; and its page in each state."""

from __future__ import annotations

from typing import NamedTuple

from ...cable import Block, Cable, Header
from ..commands import with_keys
from .lay_out import Options, lay_out, lay_out_hint
from .rows import Page
from .source import lay_out_source
from .state import ReaderState

_HINT = "No cable is open. Choose one in the list and press {list.open}."


class Document(NamedTuple):
    """`problem` says, in plain words, why a text is no cable or could not be read."""

    cable: Cable | None = None
    problem: str | None = None

    @classmethod
    def unread(cls, problem: str, source: str = "") -> Document:
        """A file that gave no cable, with as much of its text as there is."""
        return cls(Cable(source, None, "unknown", Header(), (), ()), problem)

    def page(self, state: ReaderState, room: int) -> Page:
        """The page in a pane that has `room` cells for it."""
        width = min(state.column, room)
        if self.cable is None:
            return lay_out_hint(with_keys(_HINT), width)
        if state.raw:
            return lay_out_source(self.cable, width)
        return lay_out(self.cable, width, Options(state.header_open, self.problem, state.spacing, state.justified))

    def index_of(self, anchor: str | None) -> int | None:
        """The index of the block at an anchor."""
        blocks = self.blocks if anchor is not None else ()
        return next((index for index, block in enumerate(blocks) if block.anchor == anchor), None)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the cable."""
        return self.cable.blocks if self.cable else ()
