"""The main screen's relations of a cable: its references both ways, and its copies in the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from ..row_text import one_line
from .dialogs import Choose
from .following import FollowingScreen
from .problems import place_of
from .references import References, ReferencesScreen

if TYPE_CHECKING:
    from ...store.catalogue import Catalogue
    from ...store.entry import Entry
    from ...store.places import Places
    from ...store.query import Link
    from ...store.session import Session
    from ..finding import Finding


class Relations(NamedTuple):
    """How many cables cite one, and its copies where there are several."""

    cited: int = 0
    copies: Sequence[Entry] = ()


class RelatingScreen(FollowingScreen):
    """Tells how many cables cite the one that is read, leads to them, and shows its other copies."""

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen that knows of no relations yet."""
        super().__init__(finding, places, session)
        self._related: dict[Entry, Relations] = {}
        """What is known of the cable that is shown, and of its neighbours."""
        self._relations = Relations()

    def show_cable(self) -> None:
        """Show with the cable how it is related, where that is known; else it is said when it is."""
        self._relations = self._related.get(self.entry, Relations()) if self.entry is not None else Relations()
        super().show_cable()

    def look_ahead(self) -> None:
        """Ask how the cable that is shown is related, and its neighbours with it; it was painted meanwhile."""
        super().look_ahead()
        entry, catalogue = self.entry, self.catalogue
        if entry is not None and catalogue is not None and self.cable is not None:
            asked = [entry, *self.neighbours()]
            self.desk.ask("relations", lambda: {item: _relations(catalogue, item) for item in asked}, self._relate)

    def _relate(self, found: dict[Entry, Relations]) -> None:
        self._related = found
        if self.entry in found:
            self._relations = found[self.entry]
            self.name_reader()

    def on_cable(self) -> list[str]:
        """Which copy it is and how often it is cited, after what else there is."""
        place = self._place_of_copy()
        copy = [f"copy {place + 1} of {len(self._relations.copies)}"] if place is not None else []
        cited = [f"cited by {self._relations.cited:,}"] if self._relations.cited else []
        return [*super().on_cable(), *cited, *copy]

    def _place_of_copy(self) -> int | None:
        """Which of several copies is shown."""
        places = [copy.place for copy in self._relations.copies]
        return places.index(self.entry.place) if self.entry and len(places) > 1 and self.entry.place in places else None

    @property
    def _at_hand(self) -> Entry | None:
        return self.cables.current if self.pane == "list" else self.entry

    # Commands

    def action_references(self) -> None:
        """List what the cable refers to, and what refers to it."""
        entry, catalogue = self._at_hand, self.catalogue
        if entry is None or entry.id is None or catalogue is None:
            self.status.say(Content("References need a cable with an id"))
            return
        name = entry.id
        self.desk.ask("references", lambda: _references(catalogue, name), lambda found: self._list_links(name, found))

    def _list_links(self, name: str, found: References) -> None:
        if found.forward or found.cited_by:
            self.app.push_screen(ReferencesScreen(name, found), self._open_link)
        else:
            self.status.say(Content(f"{name} refers to nothing, and nothing here refers to it"))

    def _open_link(self, link: Link | None) -> None:
        if link is None:
            return
        if link.entry is not None:
            self.leave_for(link.entry)
            self.focus_pane("reader")
        elif link.id is not None:
            self.say_missing(link.id)

    def action_copies(self) -> None:
        """Choose which copy of the cable is shown."""
        entry, catalogue = self._at_hand, self.catalogue
        if entry is None or catalogue is None or entry.copies < 2:
            self.status.say(Content("There is only this copy of it" if entry else "No cable is at hand"))
            return
        self.desk.ask("copies", lambda: catalogue.copies(entry), lambda copies: self._choose_copy(entry, copies))

    def _choose_copy(self, entry: Entry, copies: Sequence[Entry]) -> None:
        shown = self.entry if self.entry is not None and self.entry.rowid == entry.rowid else copies[0]
        choices = [
            (str(place), f"{one_line(copy.rendition or 'text')}  {place_of(copy)}") for place, copy in enumerate(copies)
        ]
        current = next((str(place) for place, copy in enumerate(copies) if copy.place == shown.place), None)

        def chosen(place: str | None) -> None:
            if place is not None:
                self.open_at_once(copies[int(place)])
                self.focus_pane("reader")

        self.app.push_screen(Choose(f"Copies of {one_line(entry.label)}, the best first", choices, current), chosen)


def _relations(catalogue: Catalogue, entry: Entry) -> Relations:
    from ...store.query.references import counts

    cited = counts(catalogue, [entry.id]).get(entry.id, (0, 0))[1] if entry.id else 0
    return Relations(cited, catalogue.copies(entry) if entry.copies > 1 else ())


def _references(catalogue: Catalogue, name: str) -> References:
    from ...store.query import cited_by, forward

    return References(forward(catalogue, name), cited_by(catalogue, name))
