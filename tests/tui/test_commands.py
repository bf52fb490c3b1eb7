"""The command table: whole, without clashes, every key one that Textual knows, every action one that exists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from cablereader.tui.bindings import bindings_of, spellings
from cablereader.tui.commands import CONTEXTS, FIELDS, Command, Keymap, key_label, shipped
from cablereader.tui.footer import MOST, footer_of, laid_out
from cablereader.tui.page.cells import cells
from cablereader.tui.screens.all_notes import AllNotesScreen
from cablereader.tui.screens.beside import BesideScreen
from cablereader.tui.screens.dialogs import Choices, Confirm, Dialog, Question
from cablereader.tui.screens.importing import PlanScreen
from cablereader.tui.screens.main import MainScreen
from cablereader.tui.screens.pick import Pick
from cablereader.tui.screens.piping import AskPipe
from cablereader.tui.screens.problems import ProblemsScreen
from cablereader.tui.screens.searches import SearchesScreen
from cablereader.tui.screens.sheet import SheetScreen
from cablereader.tui.screens.tagging import TagLine
from cablereader.tui.widgets.cable_list import CableList
from cablereader.tui.widgets.editor import NoteEditor
from cablereader.tui.widgets.facet_panel import FacetPanel
from cablereader.tui.widgets.notes_pane import NotesLine, NotesPane
from cablereader.tui.widgets.piece_list import PieceList
from cablereader.tui.widgets.query_line import QueryInput
from cablereader.tui.widgets.reader import Reader
from cablereader.tui.widgets.reader_find import FindInput
from cablereader.tui.widgets.timeline import Timeline
from textual._xterm_parser import XTermParser
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Key
from textual.keys import Keys, _character_to_key

TARGETS: dict[str, tuple[type[DOMNode], ...]] = {
    "everywhere": (MainScreen,),
    "list": (CableList,),
    "query": (QueryInput,),
    "facets": (FacetPanel,),
    "timeline": (Timeline,),
    "filter": (NotesLine,),
    "find": (FindInput,),
    "reader": (Reader,),
    "selecting": (Reader,),
    "hints": (Reader,),
    "notes": (NotesPane,),
    "editor": (NoteEditor,),
    "all_notes": (AllNotesScreen,),
    "beside": (BesideScreen,),
    "dialogs": (Dialog, Choices, PieceList, SheetScreen, Confirm, Pick, ProblemsScreen, SearchesScreen, PlanScreen),
    "question": (Question, AskPipe, TagLine, Pick),
}


def test_every_context_has_a_target() -> None:
    assert set(TARGETS) == set(CONTEXTS)


@pytest.mark.parametrize("command", Keymap().commands(), ids=lambda command: command.id)
def test_every_action_exists(command: Command) -> None:
    bound = [target for target in TARGETS[command.context] if command.id in ids(target)]
    assert bound
    assert all(callable(getattr(target, f"action_{command.name}", None)) for target in bound)


def ids(target: type[DOMNode]) -> set[str | None]:
    return {binding.id for binding in target.BINDINGS if isinstance(binding, Binding)}


@pytest.mark.parametrize("command", Keymap().commands(), ids=lambda command: command.id)
def test_every_command_is_described(command: Command) -> None:
    assert command.title
    assert command.help[0].isupper()
    assert not command.help.endswith(".")
    assert command.keys


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_key_does_two_things_in_one_context(context: str) -> None:
    keys = [binding.key for binding in bindings_of(context) if isinstance(binding, Binding)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", sorted(set(chain.from_iterable(command.keys for command in Keymap().commands()))))
def test_every_key_is_one_that_textual_reports(key: str) -> None:
    characters = {_character_to_key(chr(code)) for code in range(ord("!"), 0x7F)}
    assert key in characters | {item.value for item in Keys} | set(_arrows_with_alt())


def _arrows_with_alt() -> Iterator[str]:
    """The names under which Textual reports the arrow keys pressed together with alt."""
    for letter in "ABCD":
        yield from (event.key for event in XTermParser().feed(f"\x1b[1;3{letter}") if isinstance(event, Key))


@pytest.mark.parametrize("key", ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+b", "ctrl+a"])
def test_no_key_that_terminals_take_for_another(key: str) -> None:
    assert key not in set(chain.from_iterable(command.keys for command in Keymap().commands()))


def test_capitals_are_bound_under_both_names() -> None:
    assert list(spellings("V")) == ["V", "shift+v"]
    assert list(spellings("v")) == ["v"]
    assert list(spellings("ctrl+v")) == ["ctrl+v"]
    keys = [binding.key for binding in bindings_of("everywhere") if isinstance(binding, Binding)]
    assert {"Q", "shift+q"} <= set(keys)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("question_mark", "?"),
        ("right_curly_bracket", "}"),
        ("slash", "/"),
        ("colon", ":"),
        ("full_stop", "."),
        ("ctrl+d", "ctrl+d"),
        ("escape", "esc"),
        ("tab", "tab"),
        ("space", "space"),
        ("pagedown", "pgdn"),
        ("G", "G"),
        ("f1", "f1"),
    ],
)
def test_keys_are_written_as_on_the_keyboard(key: str, label: str) -> None:
    assert key_label(key) == label


@pytest.mark.parametrize("context", [context for context in CONTEXTS if footer_of(context)])
def test_the_line_of_keys_fits(context: str) -> None:
    shown = footer_of(context)
    for width in (78, 58, 20):
        keys = laid_out(shown, width)
        assert len(keys) <= MOST
        assert keys[-1].end <= max(width, cells(f"{keys[-1].label} {keys[-1].command.title}"))
        assert keys[-1].command.name == "help" or context in FIELDS


@pytest.mark.parametrize("context", ["list", "reader", "notes"])
def test_eighty_columns_show_all_keys_of_a_pane(context: str) -> None:
    assert len(laid_out(footer_of(context), 78)) == min(len(footer_of(context)), MOST)
    assert 5 <= len(footer_of(context)) <= MOST


def test_commands_keep_the_order_of_their_file() -> None:
    assert [command.name for command in shipped("filter")] == ["keep", "clear"]
