"""The main screen's indexing: the list fills while the catalogue is brought up to date, and the sources are watched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from ...cable.safe import visible
from ..commands import key_of, with_keys
from ..indexing import outcome_words
from ..row_text import one_line
from ..watch import Watch
from ..widgets.cable_list import CableList
from .counting import CountingScreen
from .problems import Answer, ProblemsScreen

if TYPE_CHECKING:
    from ...store.entry import Entry
    from ...store.places import Places
    from ...store.session import Session
    from ..finding import Finding

_LOOK_EVERY = 0.15
"""Seconds between two looks at the progress."""
_WATCH_EVERY = 5.0
"""Seconds between two looks at the sources, and at what other programs made of the catalogue."""
_SOON = 0.4
"""Seconds before an update is told of at all."""
_LONG = 2.0
"""Seconds after which an update is worth a word."""
_NEVER = -1
"""A generation that no catalogue has."""
_READ = 6.0
"""Seconds that what an update did is told."""
_SHARE = 10
"""Listing takes no more than one part in so many of the time, however many rows there are."""


class IndexingScreen(CountingScreen):
    """Begins the update of the catalogue, tells how far it is, and watches the sources afterwards."""

    class Updated(Message):
        """The catalogue is up to date, or will not be."""

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen that has not looked at the sources yet."""
        super().__init__(finding, places, session)
        self._progress: Timer | None = None
        self._began = 0.0
        self._asked_for = False
        self._last = session.last_cable
        self._generation = _NEVER
        self._listed_at = 0.0
        self._asked_at = 0.0
        self._watch = Watch(finding.paths)
        self._watched = ""

    def opened(self) -> None:
        """Begin the update, once the first rows are painted."""
        super().opened()
        self.call_after_refresh(self.update_catalogue)
        self.set_interval(_WATCH_EVERY, self._look_at_sources)

    def on_unmount(self) -> None:
        """Index no further."""
        self.finding.stop()

    def list_again(self) -> None:
        """Remember when the rows were asked for."""
        self._asked_at = monotonic()
        super().list_again()

    def listed(self) -> None:
        """Remember how long listing takes; find the cable that was read last."""
        self._listed_at = monotonic()
        self._find_last()
        super().listed()

    def _find_last(self) -> None:
        """Put the cursor on the cable that was read last, once it is found, unless it was moved meanwhile."""
        if self._last is None or self.catalogue is None or self.cables.moved:
            return
        entry = self.catalogue.find(self._last)
        if entry is not None and self.cables.select(entry):
            self._last = None

    # What belongs to the list

    @on(CableList.Wanted)
    def _open_wanted(self, message: CableList.Wanted) -> None:
        {
            "query": self.open_query,
            "order": self.choose_order,
            "date": self.ask_date,
            "facets": self.open_facets,
            "timeline": self.open_timeline,
            "searches": self.choose_search,
            "index": self.turn_indexing,
            "problems": self.show_problems,
        }[message.what]()

    # Indexing

    def update_catalogue(self, *, asked_for: bool = False) -> None:
        """Look through the sources, and show what is new while that goes on; what came of it is said if asked for."""
        catalogue = self.catalogue
        if catalogue is None:
            return
        self._asked_for, self._began, self._watched = asked_for, monotonic(), ""
        self._generation = self._generation_now() if self.cables.shown else _NEVER
        self.finding.indexing.start(catalogue)
        if self._progress is None:
            self._progress = self.set_interval(_LOOK_EVERY, self._look_at_progress)
        self._look_at_progress()

    def _look_at_progress(self) -> None:
        indexing = self.finding.indexing
        running = indexing.running  # looked at first: what it leaves behind is there once it has ended
        self._list_what_is_new(at_once=not running)
        if running:
            self._tell_progress()
            return
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
        self._tell_outcome()
        self.desk.ask("settled", lambda: None, lambda _: self._settled())

    def _tell_progress(self) -> None:
        indexing = self.finding.indexing
        if indexing.stopping:
            self.library_line.tell("Stopping…", indexing.share)
        elif monotonic() - self._began > _SOON:
            self.library_line.tell(f"{indexing.words}   {key_of('list.index')} stops", indexing.share)

    def _list_what_is_new(self, *, at_once: bool) -> None:
        """List again where there is more, but not so often that it would be all that is done."""
        catalogue = self.catalogue
        pause = max(self._listed_at - self._asked_at, 0) * _SHARE
        if catalogue is None or not (at_once or monotonic() - self._listed_at > pause):
            return
        generation = self._generation_now()
        if generation not in (self._generation, _NEVER):
            self._generation = generation
            self.list_again()
            if self.view.query is not None:
                self.desk.ask("total", lambda: catalogue.cables, self._know_total)

    def _know_total(self, total: int) -> None:
        self.total = total
        self.show_count()

    def _tell_outcome(self) -> None:
        indexing, key = self.finding.indexing, key_of("list.index")
        outcome, failure = indexing.outcome, indexing.failure
        self.library_line.tell("")
        self._watch.begin()
        if failure is not None:
            self.notify(visible(f"Indexing failed: {failure}"), severity="error", markup=False, timeout=10)
            self.library_line.tell(f"Indexing failed   {key} tries again")
        elif outcome is not None and outcome.stopped:
            self.library_line.tell(f"{indexing.stopped_words}   {key} goes on", indexing.share)
        elif outcome is not None and (self._asked_for or monotonic() - self._began > _LONG):
            said = outcome_words(outcome) or "Nothing has changed in the sources"
            self.library_line.tell(said)
            self.set_timer(_READ, lambda: self.library_line.forget(said))

    def _settled(self) -> None:
        """All rows are listed that the update left."""
        paths = self.finding.paths
        if self.cables.shown == 1 and len(paths) == 1 and not os.path.isdir(paths[0]):
            self.cables.action_open()
        elif not self.total and self.finding.indexing.outcome is not None:
            more = "{list.problems} lists what could not be read" if self.cables.shown else "{list.index} looks again"
            self.status.say(Content(f"No cable was found in {one_line(', '.join(paths))}; {with_keys(more)}"))
        self.post_message(self.Updated())

    def turn_indexing(self) -> None:
        """Stop the indexing; where none is under way, look through the sources again."""
        if self.finding.indexing.running:
            self.finding.indexing.stop()
            self._look_at_progress()
        else:
            self.update_catalogue(asked_for=True)

    def _generation_now(self) -> int:
        """The generation of the catalogue; none that there is, where it cannot be told just now."""
        from sqlite3 import DatabaseError

        try:
            return self.catalogue.generation if self.catalogue is not None else _NEVER
        except DatabaseError:
            return _NEVER

    def mend(self) -> None:
        """Begin a damaged catalogue anew: the update does it, without a question."""
        if not self.finding.indexing.running and monotonic() - self._began > _LONG:
            self.update_catalogue()
            self._generation = _NEVER

    # Problems

    def show_problems(self) -> None:
        """List what could not be read."""
        catalogue = self.catalogue
        if catalogue is not None:
            self.desk.ask("problems", catalogue.problems, self._list_problems)

    def _list_problems(self, problems: Sequence[Entry]) -> None:
        def answered(answer: Answer | None) -> None:
            if answer == "again":
                self.update_catalogue(asked_for=True)
            elif answer is not None:
                self.show_text(answer)

        self.app.push_screen(ProblemsScreen(problems), answered)

    def show_text(self, entry: Entry) -> None:
        """Show a text in the reader."""
        raise NotImplementedError

    # Sources that change

    def _look_at_sources(self) -> None:
        """See whether the sources are what they were, and whether another program has brought the catalogue on."""
        if not self.finding.indexing.running and self.catalogue is not None:
            self._list_what_is_new(at_once=True)
            self.desk.ask("sources", self._watch.change, self._tell_change)

    def _tell_change(self, words: str) -> None:
        if words != self._watched:
            self._watched = words
            hint = f"   {key_of('list.index')} looks through the sources again" if words else ""
            self.library_line.tell(one_line(words) + hint)
