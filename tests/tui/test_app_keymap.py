"""The keymap in force is the one that works, and the one that is shown."""

from __future__ import annotations

import pytest
from cablereader.store.places import places
from cablereader.tui.commands import Keymap, key_of
from cablereader.tui.rows import Order
from cablereader.tui.screens.dialogs import Ask, Choices, Choose
from cablereader.tui.screens.faults import FaultsScreen
from cablereader.tui.screens.help import HelpScreen
from textual.widgets import Static

from .app_tools import Paths, Screened, opened


def write(text: str) -> None:
    path = places().settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def shown(app: Screened) -> str:
    """The whole sheet of keys."""
    return str(app.app.screen.query_one("#lines", Static).content)


async def test_a_remapped_key_works_and_the_old_one_does_not(few: Paths) -> None:
    write('[keys.list]\nsort = "o"\n[keys.everywhere]\nzoom = ["Z", "f7"]\nhelp = "f12"\n')
    async with opened(*few) as app:
        await app.press("s")
        assert not app.on_top(Choose)
        await app.press("o")
        assert app.on_top(Choose)
        await app.press("escape", "Z")
        assert app.main.session.zoom
        await app.press("f7")
        assert not app.main.session.zoom


async def test_footer_help_and_palette_show_the_keys_in_force(few: Paths) -> None:
    write('[keys.list]\nsort = "f9"\n[keys.everywhere]\nhelp = "f12"\nundo = "U"\n')
    async with opened(*few) as app:
        assert "f9 Sort" in app.painted
        assert "f12 Keys" in app.painted
        await app.press("f12")
        assert app.on_top(HelpScreen)
        assert "f9  " in shown(app)
        assert "f12  " in shown(app)
        await app.press("f12")
        assert not app.on_top(HelpScreen)
        await app.press(":", *"sort")
        await app.until(lambda: "f9" in app.painted)
        assert key_of("everywhere.undo") == "U"


async def test_the_keys_over_a_text_are_remapped_too_and_the_help_has_them(few: Paths) -> None:
    write(
        '[keys.selecting]\nnext_unit = "f9"\n[keys.hints]\nfirst_hint = "f9"\nleave_hints = "f7"\n'
        '[keys.reader]\nopen = "f6"\n'
    )
    async with opened(*few) as app:
        await app.read("08WRENHAVEN31")
        await app.press("right_curly_bracket", "v", "v")
        first = app.app.screen.get_selected_text()
        await app.press("question_mark")
        assert "f9  " in shown(app)
        assert "Select the next sentence" in shown(app)
        assert "Write a note on the selected words" in shown(app)
        await app.press("escape", "f9")
        assert app.app.screen.get_selected_text() not in (None, first)
        assert "←f9 another" in app.painted
        await app.press("escape", "o")
        plain = app.main.reader._leaf.links
        assert plain
        await app.press("question_mark")
        assert "Follow nothing" in shown(app)
        assert "f7" in shown(app)
        await app.press("escape", "f7")
        assert app.main.reader._leaf.links == ()
        assert app.pane == "reader"
        before = app.main.entry, app.main.reader.current
        await app.press("o", "f9")
        await app.until(lambda: (app.main.entry, app.main.reader.current) != before or "not in" in app.painted)


async def test_the_palette_says_where_a_command_works(few: Paths) -> None:
    async with opened(*few) as app:
        await app.press(":", *"more words", "enter")
        await app.until(lambda: "works only while selecting" in app.painted)


async def test_a_command_without_keys_is_in_the_help_and_the_palette(few: Paths) -> None:
    write("[keys.list]\nsort = []\n")
    async with opened(*few) as app:
        await app.press("s")
        assert not app.on_top(Choose)
        await app.press("question_mark")
        assert ":sort  " in shown(app)
        assert "Choose the order of the list" in shown(app)
        await app.press("escape", ":", *"sort")
        await app.until(lambda: "Choose the order of the list" in app.painted)


async def test_a_bad_keymap_is_refused_and_said(few: Paths) -> None:
    write('keymap = "vim"\ntheme = "papre"\n[keys.list]\nsort = "f9"\nnote = "ctrl+m"\n')
    async with opened(*few) as app:
        assert app.on_top(FaultsScreen)
        assert "3 things could not be used" in app.painted
        said = shown(app)
        assert "config.toml:5: 'ctrl+m' cannot be the key of note" in said
        assert "the vim keymap is in force" in said
        assert "config.toml:2: there is no theme papre" in said
        await app.press("escape", "s")
        assert app.on_top(Choose)
        await app.press("escape", "Z")
        assert app.main.session.zoom


async def test_the_keys_of_dialogs_are_given_too_and_enter_and_escape_stay(few: Paths) -> None:
    write('[keys.dialogs]\ncursor_down = "n"\nno = "f9"\nchoose = "f7"\nclose = "x"\nfilter = "ctrl+f"\n')
    async with opened(*few) as app:
        await app.press("s", "n")
        assert app.app.screen.query_one(Choices).highlighted == 1
        await app.press("x")
        assert not app.on_top(Choose)
        await app.press("s", "escape")
        assert not app.on_top(Choose)
        await app.press("s", "n", "f7")
        assert app.main.view.order == Order.all()[1]
        await app.press("s", "enter")
        assert not app.on_top(Choose)
        await app.press("enter", "D")
        await app.until(lambda: "f7 shows both   ctrl+f finds   x closes" in app.painted)
        await app.press("question_mark")
        assert "Close the dialog and change nothing" in shown(app)


async def test_a_question_on_a_line_is_answered_by_other_keys(few: Paths) -> None:
    write('[keys.question]\nkeep = "ctrl+o"\nclose = "f9"\n[keys.find]\nnext = "ctrl+n"\n')
    async with opened(*few) as app:
        await app.press("at", *"2006")
        await app.until(lambda: "ctrl+o goes there" in app.painted and "f9 leaves" in app.painted)
        await app.press("f9")
        assert not app.on_top(Ask)
        await app.press("at", *"no date", "ctrl+o")
        await app.until(lambda: "no date is no date" in app.painted)
        await app.press(*["backspace"] * 7, *"2006", "ctrl+o")
        assert not app.on_top(Ask)
        await app.press("enter", "slash")
        await app.until(lambda: "ctrl+n Next" in app.painted)


async def test_two_faults_are_told_in_passing(few: Paths) -> None:
    write('theme = "papre"\ncolumn = 5\n')
    async with opened(*few) as app:
        assert not app.on_top(FaultsScreen)
        said = [notification.message for notification in app.app._notifications]
        assert [message.partition(" ")[0] for message in said] == ["config.toml:2:", "config.toml:1:"]


@pytest.mark.parametrize("name", ["default", "vim", "mutt"])
async def test_the_presets_start(few: Paths, name: str) -> None:
    write(f'keymap = "{name}"\ntheme = "amber"\ncolumn = 66\n')
    async with opened(*few) as app:
        assert not app.app._notifications
        assert app.app.theme == "amber"
        assert app.main.reader.state().column == 66
        await app.press("l" if name == "mutt" else "slash")
        assert app.main.context == "query"


async def test_the_next_program_begins_with_its_own_keys(few: Paths) -> None:
    write('[keys.list]\nsort = "f9"\n')
    async with opened(*few):
        assert key_of("list.sort") == "f9"
    write("")
    async with opened(*few):
        assert key_of("list.sort") == Keymap().key_of("list.sort")
