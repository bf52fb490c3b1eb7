"""What in the user's own files could not be used, where it is more than a passing message has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from ...cable.safe import visible
from ..commands import with_keys
from ..page.cells import wrap
from .sheet import SheetScreen

_HANG = "  "


class FaultsScreen(SheetScreen):
    """Every fault with its file and line, to be read and closed."""

    def __init__(self, faults: Sequence[str]) -> None:
        """The faults, in words."""
        super().__init__(f"{len(faults)} things could not be used", with_keys("{dialogs.close} closes"))
        self._faults = faults

    def lines(self, width: int) -> Iterator[Content]:
        """A fault, its further lines behind the first one, and a blank line before the next."""
        for number, fault in enumerate(self._faults):
            if number:
                yield Content("")
            text = visible(fault)
            for cut in wrap(text, width - len(_HANG)):
                yield Content((_HANG if cut.start else "") + text[cut.start : cut.end])
