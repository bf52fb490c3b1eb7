"""The list with its title, and the panel of facets beside it."""

from __future__ import annotations

from textual.app import ComposeResult

from .boxes import Across, Down
from .cable_list import CableList
from .facet_panel import FacetPanel
from .pane_title import PaneTitle


class ListPane(Down):
    """Title and rows; the panel stands at their left while it is wanted."""

    def __init__(self, title: PaneTitle) -> None:
        """A pane with an empty list under a title."""
        super().__init__(id="list-pane", classes="pane")
        self.cables = CableList()
        self.facets = FacetPanel()
        self.facets.display = False
        self._title = title

    def compose(self) -> ComposeResult:
        """The title above, panel and rows side by side."""
        yield self._title
        with Across():
            yield self.facets
            yield self.cables
