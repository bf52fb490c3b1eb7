"""The list of cables on the screen: drawn on demand, two lines for a step, messages for whoever listens."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from cablereader import themes
from cablereader.store.entry import Entry
from cablereader.tui.rows import PAGE, Order, Rows
from cablereader.tui.widgets.cable_list import CableList
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from ..hostile import TEXTS, leaks

MANY = 100_000
START = datetime(2000, 1, 1, tzinfo=UTC)


def made(number: int) -> Entry:
    """A made-up cable; the greater its number, the newer it is."""
    return Entry(
        Path(f"{number}.txt"),
        f"{number}.txt",
        f"06ALDER{number}",
        START + timedelta(hours=number),
        ("Alder", "Zebra Bay")[number % 2],
        ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET")[number % 3],
        f"SUBJECT {number}",
        ("PREL",),
        rowid=number,
    )


class Shelf:
    """Made-up cables to be fetched; counts what was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def fetch(self, ids: Sequence[int]) -> list[Entry]:
        self.asked.extend(ids)
        return [made(number) for number in ids]

    def newest(self, count: int) -> Rows:
        """So many cables, the newest first."""
        return Rows(array("q", range(count - 1, -1, -1)), self.fetch)

    def oldest(self, count: int) -> Rows:
        """So many cables, the oldest first."""
        return Rows(array("q", range(count)), self.fetch)


class CountingList(CableList):
    """Counts the rows it paints."""

    painted: ClassVar[list[Entry]] = []

    def _paint(self, entry: Entry, width: int, *, cursor: bool) -> Strip:
        self.painted.append(entry)
        return super()._paint(entry, width, cursor=cursor)


class ListApp(App[None]):
    """A list alone on the screen, in our colours."""

    CSS = themes.stylesheet()

    def __init__(self, rows: int | Rows) -> None:
        super().__init__()
        self.rows = Shelf().newest(rows) if isinstance(rows, int) else rows

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        yield CountingList()

    def on_mount(self) -> None:
        CountingList.painted.clear()
        self.query_one(CableList).show(self.rows, Order())


def text(pilot: Pilot[None]) -> list[str]:
    """What the list shows, line by line."""
    cables = pilot.app.query_one(CableList)
    return [cables.render_line(y).text for y in range(cables.size.height)]


async def test_a_hundred_thousand_rows_are_not_painted_before_they_are_seen() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        cables, painted = app.query_one(CableList), CountingList.painted
        await pilot.pause()
        assert cables.shown == MANY
        assert len(painted) <= 2 * 20
        painted.clear()
        await pilot.press("j")
        assert len(painted) == 2, "one step paints the row that was left and the row that was reached"
        painted.clear()
        await pilot.press("G")
        await pilot.pause()
        assert cables.current == made(0)
        assert len(painted) <= 3 * 20


async def test_rows_are_fetched_a_page_at_a_time() -> None:
    shelf = Shelf()
    app = ListApp(shelf.newest(MANY))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j", "j", "j")
        assert len(shelf.asked) == PAGE
        await pilot.press("G", "k", "g", "j")
        assert len(shelf.asked) < 4 * PAGE, "what was seen lately is kept"
        await pilot.press(*["space"] * 60)
        assert len(shelf.asked) < 14 * PAGE


async def test_a_row_whose_cable_is_gone_says_so() -> None:
    ids = array("q", (3, 2, 1))
    app = ListApp(Rows(ids, lambda wanted: [made(number) for number in wanted if number != 2]))
    async with app.run_test(size=(60, 6)) as pilot:
        assert "SUBJECT 3" in text(pilot)[0]
        assert "no longer in the library" in text(pilot)[1]
        assert "SUBJECT 1" in text(pilot)[2]


async def test_moving_sends_what_is_under_the_cursor() -> None:
    seen: list[Message] = []
    app = ListApp(50)
    async with app.run_test(size=(60, 20), message_hook=seen.append) as pilot:
        cables = app.query_one(CableList)
        for keys in (["j"], ["down"], ["k"], ["space"], ["b"], ["ctrl+d"], ["ctrl+u"], ["G"], ["g"], ["end"], ["home"]):
            before = cables.current
            await pilot.press(*keys)
            last = [message for message in seen if isinstance(message, CableList.Highlighted)][-1]
            assert last.entry == cables.current
            assert cables.current != before
        await pilot.press("enter")
        opened = {message.entry for message in seen if isinstance(message, CableList.Opened)}
        assert opened == {cables.current}


async def test_the_edges_hold() -> None:
    app = ListApp(3)
    async with app.run_test(size=(60, 20)) as pilot:
        cables = app.query_one(CableList)
        await pilot.press("k", "b", "g")
        assert cables.current is not None
        assert cables.current.id == "06ALDER2"
        await pilot.press("space", "space", "j")
        assert cables.current.id == "06ALDER0"


async def test_the_mouse_points_and_opens() -> None:
    seen: list[Message] = []
    app = ListApp(5)
    async with app.run_test(size=(60, 20), message_hook=seen.append) as pilot:
        cables = app.query_one(CableList)
        await pilot.click(CableList, offset=(5, 3))
        assert cables.current is not None
        assert cables.current.id == "06ALDER1"
        await pilot.click(CableList, offset=(5, 12))
        assert cables.current.id == "06ALDER1", "below the last row there is nothing"
        await pilot.double_click(CableList, offset=(5, 1))
        opened = {message.entry.id for message in seen if isinstance(message, CableList.Opened)}
        assert opened == {"06ALDER3"}


async def test_the_cursor_stays_on_its_cable_and_that_where_it_is_on_the_screen() -> None:
    shelf = Shelf()
    app = ListApp(shelf.newest(400))
    async with app.run_test(size=(60, 10)) as pilot:
        cables = app.query_one(CableList)
        cables.leap(300)
        await pilot.press("k")
        held, line = cables.current, cables.cursor - cables.scroll_offset.y
        cables.show(shelf.newest(500), Order())
        assert cables.current == held
        assert cables.cursor - cables.scroll_offset.y == line
        cables.show(shelf.oldest(500), Order("date", False))
        assert cables.current == held
        cables.show(Rows(array("q", (7, 100, 8)), shelf.fetch), Order())
        assert cables.current == held
        cables.show(Rows(array("q"), shelf.fetch), Order())
        assert (cables.shown, cables.current) == (0, None)
        cables.show(shelf.newest(500), Order())
        await pilot.pause()
        top = cables.scroll_offset.y
        assert top <= cables.cursor < min(top + cables.size.height, cables.shown)


async def test_until_it_is_moved_the_cursor_stays_at_the_top() -> None:
    app = ListApp(5)
    async with app.run_test(size=(60, 10)):
        cables = app.query_one(CableList)
        cables.show(Shelf().newest(9), Order())
        assert cables.current is not None
        assert cables.current.id == "06ALDER8"


async def test_note_counts_are_marked() -> None:
    app = ListApp(3)
    async with app.run_test(size=(60, 10)) as pilot:
        cables = app.query_one(CableList)
        assert cables.set_note_counts({"06ALDER0": 12})
        assert "●12" in text(pilot)[2]
        assert not cables.set_note_counts({"06ALDER0": 12})


async def test_a_file_that_is_no_cable_looks_different() -> None:
    broken = Entry(Path("x"), "menu.txt", problem="no telegram found in this file", rowid=-9)
    app = ListApp(Rows.of([made(1), made(0), broken]))
    async with app.run_test(size=(60, 10)) as pilot:
        assert text(pilot)[2].startswith(" ! menu.txt  no telegram found in this file")


async def test_hostile_rows_are_only_text() -> None:
    rows = [Entry(None, text, None, START, text, text, text, (text,)) for text in TEXTS.values()]
    rows += [Entry(None, text, problem=text) for text in TEXTS.values()]
    app = ListApp(Rows.of([replace(entry, rowid=number) for number, entry in enumerate(rows)]))
    async with app.run_test(size=(60, len(rows))) as pilot:
        cables = app.query_one(CableList)
        for y in range(len(rows)):
            strip = cables.render_line(y)
            assert strip.cell_length == 60
            assert not leaks(strip.text)
        await pilot.press("G", "enter")
        assert app.is_running


@pytest.mark.parametrize("width", [10, 24, 40, 80, 200])
async def test_every_width_is_filled(width: int) -> None:
    app = ListApp(3)
    async with app.run_test(size=(width, 6)):
        cables = app.query_one(CableList)
        assert {cables.render_line(y).cell_length for y in range(6)} == {width}
