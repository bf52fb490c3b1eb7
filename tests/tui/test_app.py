"""The whole screen: panes, focus, reading, themes, what is remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cablereader.store.places import places
from cablereader.tui.app import CableReaderApp
from cablereader.tui.commands import Keymap
from cablereader.tui.reading_ahead import ReadAhead
from cablereader.tui.screens.dialogs import Ask, Choose, Confirm
from cablereader.tui.screens.help import HelpScreen
from cablereader.tui.screens.main import MainScreen
from cablereader.tui.widgets.cable_list import CableList
from cablereader.tui.widgets.divider import Divider
from cablereader.tui.widgets.pane_title import PaneTitle
from cablereader.tui.widgets.query_line import QueryInput
from cablereader.tui.widgets.reader import Reader
from cablereader.tui.widgets.status import KeyLine
from textual.command import CommandPalette

from ..hostile import NAMES, TEXTS, cable_with, leaks, write_named
from .app_tools import MIDDLE, NARROW, WIDE, Paths, opened


def shown(main: MainScreen) -> set[str]:
    return {pane for pane in ("list", "reader", "notes") if main.is_shown(pane)}


async def test_it_lists_a_folder_newest_first(samples: Path) -> None:
    async with opened(samples) as screen:
        names = [entry.name for entry in screen.entries]
        assert names[0] == "09PORTALDER203.txt"
        assert set(names[-2:]) == {"README.md", "harbor-canteen-menu.txt"}
        assert "no telegram found in this file" in screen.painted


async def test_the_cursor_shows_its_cable_beside_the_list(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("j")
        await screen.until(lambda: screen.main.entry == screen.main.cables.current)
        assert screen.main.cables.has_focus


@pytest.mark.parametrize(
    ("size", "in_list", "in_reader", "in_notes"),
    [
        (NARROW, {"list"}, {"reader"}, {"notes"}),
        (MIDDLE, {"list", "reader"}, {"list", "reader"}, {"reader", "notes"}),
        (WIDE, {"list", "reader", "notes"}, {"list", "reader", "notes"}, {"list", "reader", "notes"}),
    ],
)
async def test_panes_follow_the_width_and_the_focus(
    few: Paths, size: tuple[int, int], in_list: set[str], in_reader: set[str], in_notes: set[str]
) -> None:
    async with opened(*few, size=size) as screen:
        assert shown(screen.main) == in_list
        await screen.press("2")
        assert shown(screen.main) == in_reader
        await screen.press("3")
        assert shown(screen.main) == in_notes
        await screen.press("z")
        assert shown(screen.main) == {"notes"}
        await screen.press("escape")
        assert shown(screen.main) == in_notes


async def test_resizing_shows_more_and_less(few: Paths) -> None:
    async with opened(*few) as screen:
        for width, count in ((60, 1), (100, 2), (130, 3), (79, 1)):
            await screen.pilot.resize_terminal(width, 24)
            await screen.pilot.pause()
            assert len(shown(screen.main)) == count
            assert screen.main.has_class({1: "-one", 2: "-two", 3: "-three"}[count])


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_in_and_out(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as screen:
        for key, pane in [
            ("enter", "reader"), ("l", "notes"), ("left", "reader"), ("q", "list"), ("tab", "reader"), ("tab", "notes"),
            ("tab", "list"), ("shift+tab", "notes"), ("escape", "reader"), ("escape", "list"), ("escape", "list"),
        ]:  # fmt: skip
            await screen.press(key)
            assert screen.pane == pane, key
            focused = screen.app.focused
            assert focused is not None
            assert screen.main.query_one(f"#{pane}-pane") in focused.ancestors


async def test_a_click_goes_to_a_pane(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.pilot.click("#reader", offset=(5, 5))
        assert screen.pane == "reader"
        await screen.pilot.click("#list", offset=(5, 2))
        assert screen.pane == "list"


async def test_opening_takes_the_focus_and_shows_the_text(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        await screen.read("06PORTALDER412")
        assert screen.messages(CableList.Opened)
        assert screen.pane == "reader"
        assert "06PORTALDER412" in screen.lines[0]


async def test_next_and_previous_cable(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("2", "J")
        await screen.until(lambda: screen.main.entry == screen.entries[1])
        assert screen.pane == "reader"
        await screen.press("K", "K")
        assert "first cable" in screen.lines[-2]


async def test_a_file_is_opened_directly(samples: Path) -> None:
    async with opened(samples / "06PORTALDER412.txt") as screen:
        await screen.until(lambda: screen.main.cable is not None)
        assert screen.pane == "reader"


async def test_where_there_comes_to_be_room_beside_the_list_its_cable_is_shown(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        await screen.press("down")
        shown = screen.main.entry
        assert shown is None
        await screen.pilot.resize_terminal(*WIDE)
        await screen.until(lambda: screen.main.entry == screen.entries[1])
        await screen.press("z", "down")
        assert screen.main.entry == screen.entries[1], "the list has the whole screen"
        await screen.pilot.pause(0.2)
        await screen.press("z")
        await screen.until(lambda: screen.main.entry == screen.entries[2])
        assert screen.pane == "list"


async def test_texts_that_are_none_are_not_counted_as_cables(few: Paths, tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Soup of the day", "utf-8")
    async with opened(*few, tmp_path) as screen:
        assert len(screen.entries) == len(few) + 1
        assert f"CABLES {len(few)} " in screen.painted
    async with opened(tmp_path) as screen:
        await screen.until(lambda: "No cable was found in" in screen.lines[-2])
        assert "p lists what could not be read" in screen.lines[-2]
        assert "CABLES 0 " in screen.painted


async def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.until(lambda: "No cable was found in" in screen.lines[-2])
        await screen.press("enter", "a", "J", "2", "a", "e", "3", "d", "1", "s", "escape")
        assert screen.app.is_running


async def test_a_file_that_vanished_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(cable_with("mist", "subject"), "utf-8")
    (tmp_path / "b.txt").write_text(cable_with("rain", "subject"), "utf-8")
    async with opened(tmp_path, size=NARROW) as screen:
        await screen.until(lambda: screen.main._ahead.find(screen.entries[0]))
        screen.main._ahead = ReadAhead()  # what the cursor has rested on was read
        (tmp_path / "a.txt").unlink()
        (tmp_path / "b.txt").unlink()
        await screen.press("enter")
        await screen.until(lambda: screen.main.entry is not None)
        assert screen.main.cable is None
        assert "no such file" in screen.painted


# Commands


async def test_help_shows_the_keys_in_force(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("question_mark")
        assert screen.on_top(HelpScreen)
        text = screen.painted
        assert "In the list" in text
        assert "Choose the order of the list" in text
        await screen.press("j", "G", "escape", "2", "f1")
        assert "In the reader" in screen.painted
        await screen.press("q")
        assert screen.on_top(MainScreen)


async def test_the_palette_runs_a_command_of_another_pane(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("colon")
        assert screen.on_top(CommandPalette)
        await screen.press(*"reader: header")
        await screen.until(lambda: "Unfold the whole header" in screen.painted)
        await screen.press("enter")
        await screen.until(lambda: screen.main.reader.state().header_open)
        assert screen.pane == "reader"


async def test_the_palette_has_every_command(few: Paths) -> None:
    from cablereader.tui.palette import lines

    async with opened(*few) as screen:
        titles = {line.name.rpartition(": ")[2] for line in lines(screen.main)}
        assert titles >= {command.title for command in Keymap().commands()}


async def test_the_palette_finds_a_command_by_its_name(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("colon", *":half page up")
        await screen.until(lambda: "Move the cursor up half a page" in screen.painted)
        await screen.press("escape", "colon", *"theme paper")
        await screen.until(lambda: "Theme: Paper" in screen.painted)
        await screen.press("enter")
        await screen.until(lambda: screen.app.theme == "paper")


async def test_the_palette_runs_a_command_of_a_field_where_it_is_open(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("colon", *"editor: save", "enter")
        await screen.until(lambda: "works only while writing a note" in screen.painted)
        await screen.read("08WRENHAVEN31")
        await screen.press("a", *"Tide", "ctrl+p", *"save")
        await screen.until(lambda: "Save the note and close" in screen.painted)
        await screen.press("enter")
        await screen.until(lambda: screen.main.notebook.counts() == {"08WRENHAVEN31": 1})


async def test_a_click_on_the_line_of_keys(few: Paths) -> None:
    async with opened(*few) as screen:
        column = screen.lines[-1].index("Sort")
        await screen.pilot.click("#keys", offset=(column, 0))
        await screen.until(lambda: screen.on_top(Choose))


@pytest.mark.parametrize("size", [NARROW, (80, 24), WIDE])
async def test_the_keys_fit_on_their_line(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as screen:
        for pane in "123":
            await screen.press(pane)
            keys = screen.main.query_one("#keys", KeyLine).keys
            assert keys[-1].command.name == "help"
            assert keys[-1].end <= size[0] - 2
            assert size[0] < 80 or 5 <= len(keys) <= 6


async def test_the_status_line_follows_the_filter(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        await screen.press("slash", *"ferry")
        assert "08WRENHAVEN31" in screen.lines[-2]
        await screen.press("escape", "G")
        assert "06PORTALDER412" in screen.lines[-2]


async def test_sorting(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("s", "j", "enter")
        assert screen.entries[0].name == "06PORTALDER412.txt"
        assert "oldest first" in screen.lines[0]
        await screen.press("S")
        assert "newest first" in screen.lines[0]


# Themes


async def test_a_theme_is_looked_at_then_chosen(few: Paths) -> None:
    async with opened(*few) as screen:
        before = screen.app.theme
        await screen.press("T", "j")
        assert screen.app.theme != before
        await screen.press("escape")
        assert screen.app.theme == before
        await screen.press("T", "j", "enter")
        assert screen.app.theme == screen.main.session.theme != before


async def test_the_list_takes_the_colours_of_a_new_theme(few: Paths) -> None:
    async with opened(*few) as screen:

        def colours() -> set[str]:
            strip = screen.main.cables.render_line(1)
            return {str(segment.style.color) for segment in strip if segment.style}

        dark = colours()
        screen.main.use_theme("light")
        await screen.pilot.pause()
        assert colours().isdisjoint(dark)


async def test_no_color_keeps_the_terminals_own(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(*few) as screen:
        assert screen.app.theme == "terminal"
        assert screen.app.session.theme is None
        assert screen.painted


async def test_users_themes_and_their_faults(few: Paths) -> None:
    folder = places().config / "themes"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('[tokens]\ncable-tag = "#00ff00"\n', "utf-8")
    (folder / "[bad].toml").write_text('[tokens]\ncable-tga = "#00ff00"\n', "utf-8")
    async with opened(*few) as screen:
        assert "mine" in screen.main.theme_titles()
        assert "[bad].toml" in screen.painted
        assert "cable-tga" in screen.painted


# What is remembered


async def test_the_session_is_taken_up_again(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("S")
        screen.main.use_theme("light")
        await screen.press("greater_than_sign")
        assert f"List: {screen.main.query_one('#list-pane').outer_size.width} columns" in screen.painted
        await screen.read("06PORTALDER412")
        await screen.press("right_curly_bracket", "right_curly_bracket", "minus")
        assert f"Column: {screen.main.reader.state().column} cells" in screen.painted
        anchor = screen.main.reader.state().anchor
        column = screen.main.reader.state().column
        width = screen.main.query_one("#list-pane").outer_size.width
        await screen.press("Q")
    async with opened(*few) as screen:
        await screen.until(lambda: screen.main.cable is not None and screen.main.cable.id == "06PORTALDER412")
        await screen.pilot.pause()
        assert screen.app.theme == "light"
        assert str(screen.main.cables.order) == "date"
        assert screen.main.reader.state().anchor == anchor
        assert screen.main.reader.state().column == column
        assert screen.main.query_one("#list-pane").outer_size.width == width
        assert screen.main.cables.current == screen.main.entry
        assert screen.main.cables.has_focus


async def test_a_damaged_session_is_told_and_no_more(samples: Path) -> None:
    places().session.parent.mkdir(parents=True)
    places().session.write_text("{", "utf-8")
    async with opened(samples) as screen:
        assert "session" in screen.painted
        await screen.press("q")
    assert json.loads(places().session.read_text("utf-8"))["last_paths"] == [str(samples)]


async def test_quitting_asks_only_for_what_is_not_saved(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read("06PORTALDER412")
        await screen.press("a", *"hm")
        await screen.press("ctrl+q")
        assert screen.on_top(Confirm)
        await screen.press("n")
        assert screen.main.editor.unsaved
        await screen.press("ctrl+q", "y")
        assert not screen.app.is_running


# Hostile input


ALL = "\n".join(TEXTS.values())


async def test_a_hostile_cable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(cable_with(ALL).encode("utf-8", "surrogatepass"))
    (tmp_path / "b.txt").write_bytes(cable_with(ALL.replace("\n", " ")).encode("utf-8", "surrogatepass"))
    async with opened(tmp_path) as screen:
        await screen.press("enter")
        for entry in screen.entries:
            await screen.shows(entry)
            await screen.press("H", "G")
            assert not leaks(screen.painted)
            await screen.press("R", "a")
            assert not leaks(screen.painted)
            await screen.press("escape", "J")


async def test_hostile_names(tmp_path: Path) -> None:
    for name in NAMES.values():
        write_named(tmp_path, name, b"no cable")
        write_named(tmp_path, f"{name}.txt", cable_with("mist", "subject").encode())
    async with opened(tmp_path, size=(100, 60)) as screen:
        assert not leaks(screen.painted)
        await screen.press("G")
        await screen.until(lambda: screen.main.entry == screen.main.cables.current)
        assert not leaks(screen.painted)


async def test_a_hostile_filter(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("slash")
        screen.main.query_one(QueryInput).value = ALL
        await screen.pilot.pause()
        assert not leaks(screen.painted)
        await screen.press("escape")
        assert screen.main.text == ""


async def test_no_animation(few: Paths) -> None:
    assert CableReaderApp([str(few[0])]).animation_level == "none"
    async with opened(*few) as screen:
        await screen.press("2")
        await screen.until(lambda: screen.messages(Reader.Moved))
        await screen.press("E")
        assert not screen.on_top(Ask), "there are no notes to export"
        assert "no notes to export" in screen.painted


async def test_the_mouse_moves_the_line_between_panes(few: Paths) -> None:
    async with opened(*few) as screen:
        for line, pane, to in ((0, "list", 50), (1, "notes", 100)):
            at = [divider.region.x for divider in screen.main.query(Divider)][line]
            await screen.pilot.mouse_down(offset=(at, 10))
            await screen.pilot.hover(offset=(to, 10))
            await screen.pilot.mouse_up(offset=(to, 10))
            await screen.pilot.pause()
            assert [divider.region.x for divider in screen.main.query(Divider)][line] == to
            assert screen.main.session.pane_widths[pane] == (to if pane == "list" else WIDE[0] - to - 1)


async def test_the_title_of_the_pane_one_is_in_is_bright(few: Paths) -> None:
    async with opened(*few) as screen:
        for key, pane in (("1", "list"), ("2", "reader"), ("3", "notes")):
            await screen.press(key)
            lit = [title.parent for title in screen.main.query(PaneTitle) if "bold" in str(title.render().spans)]
            assert lit == [screen.main.query_one(f"#{pane}-pane")]


def test_no_part_of_the_main_screen_takes_a_private_name_of_another() -> None:
    """The screen is a chain of classes: a name that one of them uses for itself must not be one of the others'."""
    owners: dict[str, list[str]] = {}
    for part in MainScreen.__mro__:
        if part.__module__.startswith("cablereader"):
            for name, value in vars(part).items():
                if name.startswith("_") and not name.startswith("__") and callable(value):
                    owners.setdefault(name, []).append(part.__name__)
    assert {name: parts for name, parts in owners.items() if len(parts) > 1} == {}
