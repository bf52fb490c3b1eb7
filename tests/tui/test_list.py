"""The list of cables on the screen: drawn on demand, two lines for a step, messages for whoever listens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from cablereader import themes
from cablereader.store.entry import Entry
from cablereader.tui.columns import Columns
from cablereader.tui.rows import Order
from cablereader.tui.widgets.cable_list import CableList
from cablereader.tui.widgets.list_pane import FilterLine, ListPane
from cablereader.tui.widgets.pane_title import PaneTitle
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from ..hostile import TEXTS, leaks

MANY = 100_000
START = datetime(2000, 1, 1, tzinfo=UTC)


def entries(count: int) -> Iterator[Entry]:
    """Made-up cables, the first the oldest."""
    for number in range(count):
        yield Entry(
            Path(f"{number}.txt"),
            f"{number}.txt",
            f"06ALDER{number}",
            START + timedelta(hours=number),
            ("Alder", "Zebra Bay")[number % 2],
            ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET")[number % 3],
            f"SUBJECT {number}",
            ("PREL",),
        )


class CountingList(CableList):
    """Counts the rows it paints."""

    painted: ClassVar[list[Entry]] = []

    def _paint(self, entry: Entry, shape: Columns, width: int, *, cursor: bool) -> Strip:
        self.painted.append(entry)
        return super()._paint(entry, shape, width, cursor=cursor)


class ListApp(App[None]):
    """A list alone on the screen, in our colours."""

    CSS = themes.stylesheet()

    def __init__(self, rows: Sequence[Entry]) -> None:
        super().__init__()
        self.rows = rows

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        yield CountingList()

    def on_mount(self) -> None:
        CountingList.painted.clear()
        self.query_one(CableList).add_rows(self.rows)


def text(pilot: Pilot[None]) -> list[str]:
    """What the list shows, line by line."""
    cables = pilot.app.query_one(CableList)
    return [cables.render_line(y).text for y in range(cables.size.height)]


async def test_a_hundred_thousand_rows_are_not_painted_before_they_are_seen() -> None:
    app = ListApp(list(entries(MANY)))
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
        assert cables.current == next(entries(1))
        assert len(painted) <= 3 * 20


class Counted:
    """Rows that count how often they are asked for."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self.rows, self.asked = rows, 0

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> Entry:
        self.asked += 1
        return self.rows[index]


async def test_a_step_asks_for_few_rows() -> None:
    app = ListApp(list(entries(MANY)))
    async with app.run_test(size=(60, 20)) as pilot:
        cables = app.query_one(CableList)
        rows = cables._rows = Counted(list(entries(MANY)))
        await pilot.press("j", "j")
        assert 0 < rows.asked < 20


async def test_moving_sends_what_is_under_the_cursor() -> None:
    seen: list[Message] = []
    app = ListApp(list(entries(50)))
    async with app.run_test(size=(60, 20), message_hook=seen.append) as pilot:
        cables = app.query_one(CableList)
        for keys in (["j"], ["down"], ["k"], ["space"], ["b"], ["ctrl+d"], ["ctrl+u"], ["G"], ["g"], ["end"], ["home"]):
            before = cables.current
            await pilot.press(*keys)
            last = [message for message in seen if isinstance(message, CableList.Highlighted)][-1]
            assert last.entry is cables.current
            assert cables.current is not before
        await pilot.press("enter")
        opened = {message.entry for message in seen if isinstance(message, CableList.Opened)}
        assert opened == {cables.current}


async def test_the_edges_hold() -> None:
    app = ListApp(list(entries(3)))
    async with app.run_test(size=(60, 20)) as pilot:
        cables = app.query_one(CableList)
        await pilot.press("k", "b", "g")
        assert cables.current is not None
        assert cables.current.id == "06ALDER2"
        await pilot.press("space", "space", "j")
        assert cables.current.id == "06ALDER0"


async def test_the_mouse_points_and_opens() -> None:
    seen: list[Message] = []
    app = ListApp(list(entries(5)))
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


async def test_the_cursor_stays_on_its_cable() -> None:
    first, second = list(entries(40))[:20], list(entries(40))[20:]
    app = ListApp(first)
    async with app.run_test(size=(60, 10)) as pilot:
        cables = app.query_one(CableList)
        await pilot.press("j", "j", "j")
        held = cables.current
        cables.add_rows(second)
        assert cables.current is held
        cables.sort_by(Order("date", False))
        assert cables.current is held
        cables.filter_by("alder")
        assert cables.current is held
        cables.filter_by("no such word")
        assert (cables.shown, cables.current) == (0, None)
        cables.filter_by("")
        await pilot.pause()
        top = cables.scroll_offset.y
        assert top <= cables.cursor < min(top + cables.size.height, cables.shown)


async def test_until_it_is_moved_the_cursor_stays_at_the_top() -> None:
    app = ListApp(list(entries(5)))
    async with app.run_test(size=(60, 10)):
        cables = app.query_one(CableList)
        cables.add_rows(list(entries(9))[5:])
        assert cables.current is not None
        assert cables.current.id == "06ALDER8"


async def test_note_counts_are_marked_and_sorted() -> None:
    app = ListApp(list(entries(3)))
    async with app.run_test(size=(60, 10)) as pilot:
        cables = app.query_one(CableList)
        cables.set_note_counts({"06ALDER0": 12})
        assert "●12" in text(pilot)[2]
        cables.sort_by(Order("notes"))
        assert "●12" in text(pilot)[0]


async def test_a_file_that_is_no_cable_is_last_and_looks_different() -> None:
    broken = Entry(Path("x"), "menu.txt", problem="no telegram found in this file")
    app = ListApp([broken, *entries(2)])
    async with app.run_test(size=(60, 10)) as pilot:
        assert text(pilot)[2].startswith(" ! menu.txt  no telegram found in this file")


async def test_hostile_rows_are_only_text() -> None:
    rows = [Entry(None, text, None, START, text, text, text, (text,)) for text in TEXTS.values()]
    rows += [Entry(None, text, problem=text) for text in TEXTS.values()]
    app = ListApp(rows)
    async with app.run_test(size=(60, len(rows))) as pilot:
        cables = app.query_one(CableList)
        for y in range(len(rows)):
            strip = cables.render_line(y)
            assert strip.cell_length == 60
            assert not leaks(strip.text)
        await pilot.press("G", "enter")
        for text in TEXTS.values():
            cables.filter_by(text)
        assert app.is_running


@pytest.mark.parametrize("width", [10, 24, 40, 80, 200])
async def test_every_width_is_filled(width: int) -> None:
    app = ListApp(list(entries(3)))
    async with app.run_test(size=(width, 6)):
        cables = app.query_one(CableList)
        assert {cables.render_line(y).cell_length for y in range(6)} == {width}


class PaneApp(ListApp):
    """The list with its title and filter."""

    def compose(self) -> ComposeResult:
        yield ListPane(PaneTitle())


async def test_the_filter_works_while_it_is_typed() -> None:
    app = PaneApp(list(entries(30)))
    async with app.run_test(size=(60, 20)) as pilot:
        cables, line = app.query_one(CableList), app.query_one(FilterLine)
        cables.focus()
        await pilot.press("slash", *"subject 1")
        assert line.has_focus
        assert cables.shown == 12
        await pilot.press("enter")
        assert cables.has_focus
        assert (cables.words, line.display) == ("subject 1", True)
        await pilot.press("slash", "escape")
        assert (cables.shown, cables.words, line.display, cables.has_focus) == (30, "", False, True)


async def test_the_title_counts() -> None:
    app = PaneApp(list(entries(1200)))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "CABLES 1,200" in str(app.query_one("PaneTitle").render())
        app.query_one(CableList).focus()
        await pilot.press("slash", *"subject 119", "enter", "S")
        title = str(app.query_one("PaneTitle").render())
        assert "CABLES 12 of 1,200" in title
        assert title.endswith("oldest first")
