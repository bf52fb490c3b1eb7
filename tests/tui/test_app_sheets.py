"""What opens over the screen is whole, or says that it goes on, at every size; nothing is cut off unseen."""

from __future__ import annotations

import pytest
from cablereader.tui.commands import CONTEXTS, Keymap
from cablereader.tui.layout import Pane
from cablereader.tui.screens.help import HelpScreen
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from .app_tools import Paths, Screened, opened

SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]


def text_of(app: Screened, selector: str) -> str:
    return str(app.app.screen.query_one(selector, Static).content)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_the_help_can_be_read(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as app:
        await app.press("question_mark")
        assert app.on_top(HelpScreen)
        wanted = [line.strip() for line in text_of(app, "#lines").split("\n")]
        seen: dict[str, None] = {}
        for _ in range(len(wanted)):
            seen |= dict.fromkeys(line for painted in app.lines for line in wanted if line in painted)
            if " ↑" in text_of(app, ".dialog-title") or len(seen) == len(set(wanted)):
                break
            assert "↓" in text_of(app, ".dialog-title")
            await app.press("space")
        assert set(wanted) <= set(seen)


@pytest.mark.parametrize("size", SIZES)
async def test_help_has_every_command_of_where_one_is(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as app:
        for pane in ("list", "reader", "notes"):
            app.main.focus_pane(pane)
            await app.press("question_mark")
            text = " ".join(text_of(app, "#lines").split())
            for command in (*Keymap().commands_of(pane), *Keymap().in_force(pane)["everywhere"]):
                assert " ".join(command.help.split()) in text
            await app.press("escape")


async def test_every_command_is_in_the_help_of_its_context() -> None:
    for context in CONTEXTS:
        shown = {command.id for part in Keymap().in_force(context).values() for command in part}
        assert shown >= {command.id for command in Keymap().commands_of(context)}


async def test_the_sheet_says_where_one_is(few: Paths) -> None:
    async with opened(*few, size=(60, 20)) as app:
        await app.press("question_mark")
        room = app.app.screen.query_one(VerticalScroll)
        total = room.virtual_size.height
        assert f" of {total} ↓" in text_of(app, ".dialog-title")
        await app.press("G")
        assert f"{total} of {total} ↑" in text_of(app, ".dialog-title")
        await app.pilot.resize_terminal(200, 100)
        await app.until(lambda: "of" not in text_of(app, ".dialog-title"))


def inside(app: Screened) -> bool:
    """Whether all of a dialog is on the screen, with its title and its last line."""
    screen = app.app.screen
    box = screen.query_one(".dialog").region
    parts = [widget.region for widget in screen.query(".dialog-title, .dialog-hint") if widget.region.height]
    return screen.region.contains_region(box) and all(box.contains_region(part) for part in parts)


KEYS = {
    "list": ("question_mark", "s", "F", "p", "at"),
    "reader": ("question_mark", "O", "I", "T", "E", "V", "x", "t", "apostrophe"),
    "notes": ("question_mark", "v", "w"),
}
"""What opens a dialog or a sheet, by the pane it is pressed in."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", list(KEYS))
async def test_what_opens_over_the_screen_is_seen_as_a_whole(few: Paths, size: tuple[int, int], pane: Pane) -> None:
    async with opened(*few, size=size) as app:
        await app.read("06PORTALDER412")
        await app.press("m", "a", *"Tide", "ctrl+s")
        await app.until(lambda: app.main.notebook.counts())
        for key in KEYS[pane]:
            app.main.focus_pane(pane)
            await app.press(key)
            await app.pilot.pause()
            assert isinstance(app.app.screen, ModalScreen), key
            assert inside(app), key
            await app.press("escape")
            await app.until(lambda: app.app.screen is app.main)


@pytest.mark.parametrize("pane", list(KEYS))
async def test_the_pane_that_has_the_focus_shows_it_without_colour(few: Paths, pane: Pane) -> None:
    async with opened(*few, size=(200, 50)) as app:
        await app.read("08WRENHAVEN31")
        app.main.focus_pane(pane)
        await app.pilot.pause()
        titles = app.app.screen._compositor.render_strips()[0]
        bold = "".join(segment.text for segment in titles if segment.style and segment.style.bold)
        words = {"list": "CABLES", "reader": "08WRENHAVEN31", "notes": "NOTES"}
        assert [name for name, word in words.items() if word in bold] == [pane]


@pytest.mark.parametrize("size", SIZES)
async def test_the_palette_is_on_the_screen_as_a_whole(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as app:
        await app.press("colon", *"note")
        await app.until(lambda: "Reader: Next note" in app.painted)
        assert ("Write a note on the" in app.painted) == (size[0] >= 80)
        for widget in app.app.screen.query("#--input, CommandList"):
            assert app.app.screen.region.contains_region(widget.region)
