from __future__ import annotations

from cablereader.tui.widgets.reader import Reader
from textual.pilot import Pilot

from ..handmade import BODY, make_cable
from .reader_app import ReaderApp

CABLE = make_cable()


def where(app: ReaderApp, words: str) -> tuple[int, int]:
    """The cell of the screen where some words begin."""
    for y, line in enumerate(app.lines):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words!r} is not on the screen")


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down("#page", offset=start)
    await pilot.hover("#page", offset=end)
    await pilot.mouse_up("#page", offset=end)
    await pilot.pause()


async def test_a_click_puts_the_cursor_on_a_paragraph() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        await pilot.pause()
        await pilot.click("#page", offset=where(app, "will find the coal"))
        assert app.reader.current == CABLE.block("3")
        await pilot.click("#page", offset=where(app, "2 U"))
        assert app.reader.current == CABLE.block("2")


async def test_a_drag_selects_text_of_the_block() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        await pilot.pause()
        x, y = where(app, "harbour pilots")
        await drag(pilot, (x, y), (x + 13, y))
        passage = app.reader.passage()
        assert passage is not None
        assert passage.block == CABLE.blocks[0]
        assert passage.selection is not None
        assert BODY[0].text[slice(*passage.selection)] == "harbour pilots"
        await pilot.press("a")
        assert app.last(Reader.NoteWanted).selection == passage.selection


async def test_a_selection_over_rows_is_copied_as_running_text() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(60, 40), message_hook=app.hook) as pilot:
        await pilot.pause()
        x, y = where(app, "Poloff")
        await drag(pilot, (x, y), (x + 5, y + 1))
        selected = app.screen.get_selected_text()
        assert selected is not None
        assert selected in BODY[2].text
        assert len(selected) > 45
        await pilot.press("y")
        assert app.copied.startswith(selected + "\n\n")


async def test_a_drag_from_the_gutter_selects_from_the_beginning_of_the_row() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        x, y = where(app, "2 U")
        await drag(pilot, (x, y), (where(app, "Poloff")[0] + 5, y))
        assert app.screen.get_selected_text() == "Poloff"


async def test_a_drag_beyond_the_end_of_a_row_takes_what_is_there() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        x, y = where(app, "-- a second bell")
        await drag(pilot, (x, y), (70, y))
        assert app.screen.get_selected_text() == "-- a second bell."


async def test_a_second_click_selects_the_word_and_a_third_the_paragraph() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        spot = where(app, "minutes")
        await pilot.click("#page", offset=spot, times=2)
        await pilot.pause()
        assert app.screen.get_selected_text() == "minutes"
        await pilot.click("#page", offset=spot, times=3)
        await pilot.pause()
        assert app.screen.get_selected_text() == BODY[2].text


async def test_a_selection_in_the_source_is_of_the_same_block() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("R")
        x, y = where(app, "second bell")
        await drag(pilot, (x, y), (x + 5, y))
        passage = app.reader.passage()
        assert passage is not None
        assert passage.block == CABLE.blocks[4]
        assert passage.selection is not None
        assert BODY[4].text[slice(*passage.selection)] == "second"


async def test_a_click_on_the_key_of_the_header_unfolds_it() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#page", offset=where(app, "H more"))
        await pilot.pause()
        assert app.reader.state().header_open
        await pilot.click("#page", offset=where(app, "H less"))
        await pilot.pause()
        assert not app.reader.state().header_open


async def test_the_mouse_over_a_term_says_what_it_means_and_takes_it_back() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        await pilot.pause()
        await pilot.hover("#page", offset=where(app, "PPA"))
        await pilot.pause()
        assert "Port and Pilotage Authority" in app.last(Reader.Meaning).text.plain
        await pilot.hover("#page", offset=where(app, "blames"))
        await pilot.pause()
        assert app.last(Reader.Meaning).text.plain == ""
