"""The main screen's counts of what was found: facets and timeline, from which the query is narrowed."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.content import Content

from ..search.panel import Field
from ..widgets.facet_panel import FacetPanel
from ..widgets.timeline import Timeline
from .searching import SearchingScreen


class CountingScreen(SearchingScreen):
    """Counts by year, post, TAGS and classification, and by month, while these are shown."""

    def listed(self) -> None:
        """Count what was found, where counts are shown."""
        super().listed()
        self._count_facets()
        self._count_months()

    def open_facets(self) -> None:
        """Show the panel of facets, and go to it."""
        self.faceted = True
        self.lay_out()
        self.facets.focus()
        self._count_facets()

    @property
    def facets(self) -> FacetPanel:
        """The panel beside the list."""
        return self.list_pane.facets

    def _count_facets(self) -> None:
        from ..search.counting import count_facets, states

        if not self.faceted or self.catalogue is None:
            return
        search, text, saved = self.search, self.text, self.searches.saved

        def answer(facets: Mapping[Field, list[tuple[str, int]]]) -> None:
            self.facets.show(facets, states(text, facets))

        self.facets.wait()
        self.desk.ask("facets", lambda: count_facets(search, text, saved), answer)

    @on(FacetPanel.Chosen)
    def _facet_chosen(self, message: FacetPanel.Chosen) -> None:
        from ..search.counting import QUERIED
        from ..search.terms import toggled

        self._put(toggled(self.text, QUERIED[message.field], message.value, exclude=message.exclude))

    @on(FacetPanel.Left)
    def _leave_facets(self, message: FacetPanel.Left) -> None:
        self.faceted = not message.close
        self.cables.focus()
        self.lay_out()

    def open_timeline(self) -> None:
        """Show the timeline, and go to it."""
        self.timeline.set_open(True)
        self.timeline.focus()
        self._count_months()

    def _count_months(self) -> None:
        from ...store.query import parse

        if not self.timeline.is_open or self.catalogue is None:
            return
        search, query = self.search, self.view.query or parse("")
        self.timeline.wait()
        self.desk.ask("timeline", lambda: search.timeline(query), self.timeline.show)

    @on(Timeline.Picked)
    def _span_picked(self, message: Timeline.Picked) -> None:
        from ..search.terms import with_months

        self._put(with_months(self.text, message.first, message.last))

    @on(Timeline.PickedAll)
    def _any_date(self) -> None:
        from ..search.terms import without_dates

        self._put(without_dates(self.text))

    @on(Timeline.Looked)
    def _span_looked_at(self, message: Timeline.Looked) -> None:
        self.status.say(Content(message.words))

    @on(Timeline.Left)
    def _leave_timeline(self, message: Timeline.Left) -> None:
        self.timeline.set_open(not message.close)
        self.cables.focus()
        self.entered()
