"""The main screen's list: its rows are asked of the catalogue, and what is shown stays until the answer is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from ...cable.safe import visible
from ..commands import with_keys
from ..desk import Desk
from ..layout import TITLES
from ..listing import View, all_rows, cables_in, first_rows, place_of_date
from ..rows import PAGE, Order, Rows
from ..widgets.cable_list import CableList
from .dialogs import Ask, Choose
from .panes import PanesScreen

if TYPE_CHECKING:
    from array import array

    from ...store.catalogue import Catalogue
    from ...store.entry import Entry
    from ...store.places import Places
    from ...store.query import Search
    from ...store.query.dates import Stretch
    from ...store.session import Session
    from ..finding import Finding


class ListingScreen(PanesScreen):
    """Fills the list, sorts it, and goes to dates in it."""

    class Answered(Message):
        """An answer has come to a question that was asked in another thread."""

        def __init__(self, take: Callable[[], None]) -> None:
            """What to do with it."""
            self.take = take
            super().__init__()

    class Listed(Message):
        """The rows that were asked for are shown, all of them."""

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen on a library that is being opened."""
        super().__init__(session)
        self.places = places
        self.finding = finding
        self.view = View(Order.parse(session.sort or ""))
        self.total = 0
        """Rows of the whole library."""
        self.found: int | None = None
        """How many cables the view has; None while they are being counted."""
        self._jump_to: tuple[str, Stretch] | None = None
        self.desk = Desk(lambda take: self.post_message(self.Answered(take)), self._not_answered, self.interrupt)

    def on_mount(self) -> None:
        """Show the first rows; the others are asked for."""
        if self.finding.first:
            self.cables.show(Rows.of(self.finding.first), self.view.order)
        self.desk.ask("opening", self.finding.wait_until_open, lambda _: self.opened())

    def on_unmount(self) -> None:
        """Ask nothing more."""
        self.desk.close()

    def opened(self) -> None:
        """The library is open."""
        self.list_again()

    @property
    def catalogue(self) -> Catalogue | None:
        """The catalogue, once it is open."""
        return self.finding.catalogue

    @property
    def search(self) -> Search:
        """What looks in the catalogue; made when it is first wanted, by which time the catalogue is open."""
        raise NotImplementedError

    def interrupt(self) -> None:
        """End the search that is going on, if there is one."""
        raise NotImplementedError

    # Questions

    @on(Answered)
    def _take(self, message: Answered) -> None:
        message.take()

    def _not_answered(self, name: str, error: Exception) -> None:
        if is_damage(error):
            self.mend()
            return
        self.notify(visible(f"{name.capitalize()} failed: {_in_words(error)}"), severity="error", markup=False)

    # Rows

    def list_again(self) -> None:
        """Ask for the rows of the view; those that are shown stay until the answer is there."""
        view = self.view
        if self.catalogue is None:
            return
        if view.query is None or view.order.column == "notes":
            self._list_all(view)
        else:
            search = self.search
            self.desk.ask("listing", lambda: first_rows(search, view), lambda rows: self._show_first(view, rows))

    def _list_all(self, view: View) -> None:
        catalogue, search = self.catalogue, self.search if view.query is not None else None
        assert catalogue is not None
        self.desk.ask("listing", lambda: all_rows(catalogue, search, view), lambda rows: self._show_all(view, rows))

    def _show_first(self, view: View, rows: array[int]) -> None:
        """Show the first page, and ask for the others where there may be more."""
        if view is not self.view:
            return
        if len(rows) < PAGE:
            self._show_all(view, rows)
        else:
            self._show(view, rows, None)
            self._list_all(view)

    def _show_all(self, view: View, rows: array[int]) -> None:
        if view is self.view:
            cables = cables_in(rows)
            if view.query is None:
                self.total = cables
            self._show(view, rows, cables)
            self.post_message(self.Listed())
            self.listed()

    def _show(self, view: View, ids: array[int], found: int | None) -> None:
        self.found = found
        self.cables.show(Rows(ids, self._fetch), view.order)
        self.show_count()

    def _fetch(self, ids: Sequence[int]) -> Sequence[Entry]:
        """The cables of some rows; none, where the catalogue was damaged since it was opened, which is mended then."""
        from sqlite3 import DatabaseError

        assert self.catalogue is not None
        try:
            return self.catalogue.entries(ids)
        except DatabaseError as error:
            if is_damage(error):
                self.call_later(self.mend)
            return ()

    def mend(self) -> None:
        """Begin a damaged catalogue anew."""
        raise NotImplementedError

    def listed(self) -> None:
        """All rows are shown that were asked for."""
        if self._jump_to is not None:
            self._go_to_date(*self._jump_to)
            self._jump_to = None

    def show_count(self) -> None:
        """Say in the title how many cables there are, and of how many; "…" while they are being counted."""
        found = "…" if self.found is None else f"{self.found:,}"
        count = found if self.view.query is None else f"{found} of {self.total:,}"
        self.title_of("list", f"{TITLES['list']} {count}", self.view.order.describe())

    # Order

    @on(CableList.OrderWanted)
    def _sort(self, message: CableList.OrderWanted) -> None:
        self.sort_by(message.order)

    def sort_by(self, order: Order) -> None:
        """Show the cables in another order; the cursor stays on its cable."""
        self.view = replace(self.view, order=order)
        self.list_again()

    def count_notes(self, counts: Mapping[str, int]) -> None:
        """Mark the cables that have notes; a list that is sorted by them is sorted again."""
        if self.cables.set_note_counts(counts):
            self.view = replace(self.view, counts=dict(counts))
            if self.view.order.column == "notes":
                self.list_again()

    def choose_order(self) -> None:
        """Ask for an order."""
        choices = [(str(order), order.title()) for order in Order.all()]

        def chosen(order: str | None) -> None:
            if order is not None:
                self.sort_by(Order.parse(order))

        self.app.push_screen(Choose("Sort the list", choices, str(self.view.order)), chosen)

    # Dates

    def ask_date(self) -> None:
        """Ask for a date to go to."""
        hint = "2006, 2006-09, 2006-09-01 or sep 2006   {question.keep} goes there   {question.close} leaves"
        self.app.push_screen(Ask("Go to a date", "", with_keys(hint), wrong=_why_no_date), self._leap_to_date)

    def _leap_to_date(self, text: str | None) -> None:
        from ...store.query.dates import stretch

        text = (text or "").strip()
        wanted = stretch(text) if text else None
        if wanted is None:
            return
        if self.view.order.column == "date":
            self._go_to_date(text, wanted)
        else:
            self._jump_to = (text, wanted)
            self.sort_by(Order())

    def _go_to_date(self, text: str, wanted: Stretch) -> None:
        first, end = (moment.replace(tzinfo=UTC) for moment in wanted)
        self.cables.leap(place_of_date(self.cables.ids, self.view.order, first, end))
        entry = self.cables.current
        if entry is None or entry.date is None or not first <= entry.date < end:
            said = f"There is no cable of {text}; this is the next one in the list"
            self.notify(visible(said), markup=False, timeout=4)


def _why_no_date(text: str) -> str:
    from ...store.query.dates import stretch

    words = text.strip()
    return f"{words} is no date; write 2006, 2006-09, 2006-09-01 or sep 2006" if words and not stretch(words) else ""


def _in_words(error: Exception) -> str:
    from sqlite3 import DatabaseError

    if isinstance(error, DatabaseError):
        return f"the library's catalogue cannot be used: {error}; is the disk of the cache folder full?"
    return repr(error)


def is_damage(error: Exception) -> bool:
    """Whether an error says that the catalogue's file is damaged, and not that it is being used."""
    from sqlite3 import DatabaseError, OperationalError

    return isinstance(error, DatabaseError) and not isinstance(error, OperationalError)
