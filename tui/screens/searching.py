"""The main screen's search: the query is answered while it is typed, and pointed at where it is wrong."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.timer import Timer

from ...cable.safe import visible
from ...store.errors import StoreError
from ...store.words import sentence
from ..commands import with_keys
from ..widgets.query_line import QueryLine
from .dialogs import Ask
from .listing import ListingScreen
from .searches import SearchChoice, SearchesScreen

if TYPE_CHECKING:
    from ...store.places import Places
    from ...store.query import Completion, Outside, Query, QueryError, Search, Searches
    from ...store.query.tree import Node
    from ...store.session import Session
    from ..finding import Finding

_OPERATOR = re.compile(r"(?:^|\s)(?:OR|AND|NOT)$")
_PAUSE = 0.06
"""Seconds that typing pauses before the query is asked."""
_ANSWER_WITHIN = 0.5
"""Seconds that the next key waits for the first cables that were found."""


class SearchingScreen(ListingScreen):
    """Asks what is typed, points at what is wrong in it, and counts what was found."""

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen without a query."""
        super().__init__(finding, places, session)
        self.text = ""
        """The query that the list shows, or last could."""
        self._tree: Node | None = None
        self._pause: Timer | None = None

    @cached_property
    def searches(self) -> Searches:
        """Saved searches, and the history of queries."""
        from ...store.query import Searches

        return Searches(self.places.state)

    @cached_property
    def search(self) -> Search:
        """What looks in the catalogue, and in what is kept beside it."""
        from ...store.query import Search

        assert self.catalogue is not None
        return Search(self.catalogue, self.outside)

    @property
    def outside(self) -> Outside:
        """Notes and marks, for queries that ask for them."""
        raise NotImplementedError

    def interrupt(self) -> None:
        """End the search that is going on, if there is one."""
        if "search" in self.__dict__:
            self.search.interrupt()

    # The query

    @on(QueryLine.Changed)
    def _typed(self, message: QueryLine.Changed) -> None:
        self._complete(message.text, message.cursor)
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._look)

    def _look(self) -> None:
        """Ask for what is on the line, if that is another query than the one that was asked last."""
        self._pause = None
        self.look_for(self.query_line.text, unfinished=self.query_line.typing)

    def look_for(self, text: str, *, unfinished: bool = False) -> bool:
        """Show the cables of a query; where it cannot be read, point at the place, and keep what is shown."""
        from ...store.query import QueryError

        try:
            query = self._parsed(text, unfinished=unfinished)
        except QueryError as error:
            if not unfinished or error.end < len(text):
                self._point_at(error)
            return False
        self.query_line.fault(None)
        self._say_hints(query)
        if text != self.text or query.tree != self._tree:
            self.text, self._tree = text, query.tree
            self.view = replace(self.view, query=None if query.is_everything else query)
            self.desk.withdraw("listing", "facets", "timeline", "snippet", "advice")
            self.list_again()
        return True

    def _parsed(self, text: str, *, unfinished: bool) -> Query:
        """The query of a text; the word that is still being typed may go on. Raises QueryError."""
        from ...store.query import QueryError, parse

        saved = self.searches.saved
        if unfinished and _may_go_on(text):
            with suppress(QueryError):
                return parse(f"{text}*", saved, unfinished=True)
        return parse(text, saved, unfinished=unfinished)

    def _point_at(self, error: QueryError) -> None:
        why = f"{error.message.rstrip(':')}; {error.hint}" if error.hint else error.message
        self.query_line.fault((error.start, error.end, why))

    def _say_hints(self, query: Query) -> None:
        for hint in query.hints[:1]:
            self.status.say(Content(sentence(visible(hint))))

    def show_count(self) -> None:
        """Say how many were found on the line too."""
        super().show_count()
        self.query_line.count("" if self.view.query is None else "…" if self.found is None else f"{self.found:,} found")

    def listed(self) -> None:
        """Say why nothing was found."""
        super().listed()
        self._advise()

    def _advise(self) -> None:
        """Where nothing was found, say which part of the query is to blame."""
        from ...store.query import advice

        query = self.view.query
        if query is not None and self.found == 0:
            search = self.search
            self.desk.ask("advice", lambda: advice(search, query), lambda lines: self._say_advice(query, lines))

    def _say_advice(self, query: Query, lines: list[str]) -> None:
        if query is self.view.query:
            self.status.say(Content(sentence(visible(lines[0])) if lines else "Nothing was found"))

    def open_query(self) -> None:
        """Type a query."""
        self.query_line.open(self.searches.history)

    @on(QueryLine.Kept)
    async def _kept(self) -> None:
        """Go to the list when the first cables are there, so that keys typed ahead find them."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        text = self.query_line.text
        with suppress(TimeoutError):
            if await asyncio.wait_for(asyncio.to_thread(self._is_beginning, text), _ANSWER_WITHIN):
                self.query_line.put(f"{text}*")  # what was shown while it was typed stays, and the query says why
        if not self.look_for(self.query_line.text):
            return
        self._try(lambda: self.searches.remember(self.text))
        self.query_line.close()
        self.cables.focus()
        self.settled_on_query()
        await asyncio.to_thread(self.desk.wait, "listing", _ANSWER_WITHIN)

    def _is_beginning(self, text: str) -> bool:
        """Whether the last word of a query finds other cables as the beginning of words; asked in a thread."""
        from sqlite3 import DatabaseError

        from ...store.query import Interrupted, QueryError, parse

        saved = self.searches.saved
        if self.catalogue is None or not _may_go_on(text):
            return False
        with suppress(QueryError, Interrupted, DatabaseError):
            return self.search.count(parse(f"{text}*", saved)) != self.search.count(parse(text, saved))
        return False

    def settled_on_query(self) -> None:
        """The query was typed."""

    @on(QueryLine.Cleared)
    async def _cleared(self) -> None:
        self.clear_query()
        self.query_line.close()
        self.cables.focus()
        self.settled_on_query()
        await asyncio.to_thread(self.desk.wait, "listing", _ANSWER_WITHIN)

    def clear_query(self) -> bool:
        """Show all cables again; False if they are all shown already."""
        if not self.query_line.text and not self.text:
            return False
        self._put("")
        return True

    def _put(self, text: str) -> None:
        """Take another query than the one that was typed."""
        self.query_line.put(text)
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self.look_for(text)
        self.lay_out()

    # Completions

    def _complete(self, text: str, cursor: int) -> None:
        from ...store.query import complete

        catalogue = self.catalogue
        if catalogue is not None and self.query_line.typing:
            outside, saved = self.outside, self.searches.saved
            self.desk.ask(
                "completions",
                lambda: complete(text, cursor, catalogue, outside, saved),
                lambda found: self._offer(text, found),
            )

    def _offer(self, text: str, found: list[Completion]) -> None:
        if text == self.query_line.text:
            self.query_line.offer(found)

    # Saved searches

    @on(QueryLine.SaveWanted)
    def _ask_name(self) -> None:
        text = self.query_line.text.strip()
        if text and self.look_for(text):
            hint = "@name finds it again   {question.keep} saves   {question.close} leaves"
            asked = Ask("Save this search as", "", with_keys(hint), wrong=_why_no_name)
            self.app.push_screen(asked, lambda name: self._save_search(name, text))

    def _save_search(self, name: str | None, text: str) -> None:
        bare = _bare(name or "")
        if bare and self._try(lambda: self.searches.save(bare, text)):
            self.notify(visible(f"Saved: @{bare} finds it again"), markup=False, timeout=3)

    def _try(self, change: Callable[[], object]) -> bool:
        """Change what is saved; False where that failed, which is said."""
        try:
            change()
        except (StoreError, ValueError) as error:
            self.notify(visible(str(error)), severity="error", markup=False)
            return False
        return True

    def choose_search(self) -> None:
        """Choose a search that was saved, or an earlier one; a saved one can be thrown away."""
        saved, earlier = self.searches.saved, self.searches.history
        if self.searches.message:
            self.notify(visible(self.searches.message), severity="warning", markup=False)

        def chosen(answer: SearchChoice | None) -> None:
            if answer is None:
                return
            if answer.remove:
                self._try(lambda: self.searches.remove(answer.name))
                self.choose_search()
            else:
                self._put(answer.text)

        self.app.push_screen(SearchesScreen(saved, earlier), chosen)

    def saved_searches(self) -> Mapping[str, str]:
        """The queries of the saved searches by their names."""
        return self.searches.saved

    def use_search(self, text: str) -> None:
        """Show what a query finds."""
        self.focus_pane("list")
        self._put(text)


def _may_go_on(text: str) -> bool:
    """Whether a query ends in the midst of a word, as far as one can see."""
    return text[-1:].isalnum() and not _OPERATOR.search(text)


def _bare(name: str) -> str:
    return name.strip().lstrip("@")


def _why_no_name(name: str) -> str:
    from ...store.query.saved import why_no_name

    return why_no_name(_bare(name)) if _bare(name) else ""
