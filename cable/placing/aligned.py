"""One alignment of two texts of a cable, and where it leads every anchor made on the old one."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from ..anchors import Anchor, fingerprint
from ..model import Cable
from .alone import Alone
from .fates import Fate, fates
from .letters import Letters
from .record import Placement
from .selected import find_selection


class Aligned:
    """Places anchors that were made on one text of a cable in another; the work is done once, at the first of them."""

    def __init__(self, old_text: str, cable: Cable) -> None:
        """`old_text` is the `body_text` that the anchors were made on."""
        self.cable = cable
        self._old = Letters.of(old_text.split("\n\n") if old_text else ())

    def place(self, anchor: Anchor) -> Placement:
        """Where an anchor stands. One that does not fit the old text is placed by what it says itself."""
        index = anchor.ordinal
        if index is None:
            return Placement(None, "exact")
        known = 0 <= index < len(self._old.blocks) and fingerprint(self._old.blocks[index]) == anchor.digest
        if not known or self._fates is None:
            return self._alone.place(anchor)
        fate = self._fates[index]
        placement = self._placement(fate)
        if anchor.selection is None or placement.block is None or fate.home is None or fate.stretch is None:
            return placement
        old, new = self._old.starts[index], self._new.starts[fate.home]
        runs = [run._replace(old=run.old - old, new=run.new - new) for run in fate.stretch.runs]
        return replace(placement, selection=find_selection(anchor, runs, placement.block.text))

    def _placement(self, fate: Fate) -> Placement:
        blocks = self.cable.blocks
        return Placement(
            None if fate.home is None else blocks[fate.home],
            fate.state,
            fate.stretch.score if fate.stretch else 0.0,
            tuple(blocks[index] for index in fate.candidates),
            fate.note,
        )

    @cached_property
    def _new(self) -> Letters:
        return Letters.of(block.text for block in self.cable.blocks)

    @cached_property
    def _fates(self) -> list[Fate] | None:
        return fates(self._old, self._new)

    @cached_property
    def _alone(self) -> Alone:
        return Alone(self.cable)
