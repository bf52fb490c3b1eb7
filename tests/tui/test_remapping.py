"""Keymaps: every command takes another key, what cannot be is refused with its line, and the preset stays in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cablereader.store.config import Config
from cablereader.store.config.schema import KEYMAPS
from cablereader.tui.bindings import textual_keymap
from cablereader.tui.commands import CONTEXTS, FIELDS, Command, Keymap, key_label, shipped
from cablereader.tui.commands.remapping import keymap_of, preset
from cablereader.tui.commands.spelling import NoKey, is_typed, key_name
from cablereader.tui.commands.table import PANES
from textual.keys import _character_to_key


def read(folder: Path, text: str) -> tuple[Keymap, Config]:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    config = Config.load(path)
    assert config.faults == []
    return keymap_of(config), config


def bound(keymap: Keymap, name: str) -> str:
    context, _, command = name.partition(".")
    (found,) = (item for item in keymap.commands_of(context) if item.name == command)
    return " ".join(map(key_label, found.keys))


@pytest.mark.parametrize("command", Keymap().commands(), ids=lambda command: command.id)
def test_every_command_can_be_remapped(tmp_path: Path, command: Command) -> None:
    text = f'[keys.{command.context}]\n{command.name} = ["f9", "alt+up"]\n'
    keymap, config = read(tmp_path, text)
    assert config.faults == []
    assert bound(keymap, command.id).split()[:2] == ["f9", "alt+↑"]
    assert textual_keymap(keymap)[command.id].startswith("f9,alt+up")


@pytest.mark.parametrize("name", KEYMAPS)
def test_every_preset_stands_the_test_that_the_users_keys_stand(tmp_path: Path, name: str) -> None:
    base = preset(name)
    names = {command.id: command for command in Keymap().commands()}
    assert set(base.changed) <= set(names)
    sections: dict[str, list[str]] = {}
    for command, keys in base.changed.items():
        context, _, word = command.partition(".")
        sections.setdefault(context, []).append(f"{word} = {[key_label(key) for key in keys]}")
    text = "\n".join(line for context, lines in sections.items() for line in (f"[keys.{context}]", *lines))
    keymap, config = read(tmp_path, text)
    assert config.faults == []
    assert keymap.changed == base.changed
    keymap, config = read(tmp_path, f'keymap = "{name}"\n[keys.list]\nopen = "default"\n')
    assert (config.faults, keymap.name) == ([], name)


def test_a_command_that_is_not_known_is_told_shortly(tmp_path: Path) -> None:
    _, config = read(tmp_path, '[keys.reader]\nxyzzy = "f9"\n')
    assert "'cablereader keys' lists those that there are" in str(config.faults[0])
    assert len(str(config.faults[0]).partition("reader.xyzzy")[2]) < 80


def test_the_users_keys_are_laid_over_the_preset(tmp_path: Path) -> None:
    keymap, config = read(tmp_path, 'keymap = "vim"\n[keys.list]\nsort = "o"\n')
    assert config.faults == []
    assert (bound(keymap, "everywhere.zoom"), bound(keymap, "list.sort")) == ("Z", "o")
    assert bound(keymap, "list.first") == "g home"


def test_keys_may_be_added_to_those_there_are(tmp_path: Path) -> None:
    keymap, config = read(tmp_path, 'keymap = "vim"\n[keys.list]\npage_down = ["f9", "default"]\n')
    assert config.faults == []
    assert bound(keymap, "list.page_down") == "f9 space pgdn ctrl+f"


def test_sentences_name_the_keys_in_force(tmp_path: Path) -> None:
    keymap, _ = read(tmp_path, '[keys.everywhere]\nundo = "U"\n')
    assert keymap.named("{everywhere.undo} brings {it} back") == "U brings {it} back"
    (delete,) = (command for command in keymap.commands_of("notes") if command.name == "delete")
    assert delete.help.endswith("; U brings it back")


def test_two_commands_may_change_places(tmp_path: Path) -> None:
    keymap, config = read(tmp_path, '[keys.list]\nsort = "a"\nnote = "s"\n')
    assert config.faults == []
    assert (bound(keymap, "list.sort"), bound(keymap, "list.note")) == ("a", "s")


def test_a_command_without_keys_is_left_to_the_palette(tmp_path: Path) -> None:
    keymap, config = read(tmp_path, "[keys.list]\nsort = []\n")
    assert config.faults == []
    assert bound(keymap, "list.sort") == ""
    assert textual_keymap(keymap) == {"list.sort": "never"}
    assert keymap.key_of("list.sort") == ":sort"


def test_the_last_way_out_stays(tmp_path: Path) -> None:
    for text in ('quit = "X"', "quit = []", 'quit = ["X", "ctrl+q"]'):
        keymap, config = read(tmp_path, f"[keys.everywhere]\n{text}\n")
        assert config.faults == []
        assert bound(keymap, "everywhere.quit").split()[-1] == "ctrl+q"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[keys.reeder]\nnote = "b"', 2, "did you mean reader?"),
        ('[keys.reader]\n\nnotes = "b"', 3, "did you mean note?"),
        ('[keys.reader]\nnote = "hyper+x"', 2, "'hyper+x' cannot be the key of note"),
        ('[keys.reader]\nnote = "nokey"', 2, "no key"),
        ('[keys.reader]\nnote = ""', 2, "no key"),
        ('[keys.reader]\nnote = "ctrl+m"', 2, "the same for it as for enter"),
        ('[keys.reader]\nnote = "ctrl+i"', 2, "the same for it as for tab"),
        ('[keys.reader]\nnote = "ctrl+h"', 2, "as for backspace"),
        ('[keys.reader]\nnote = "ctrl+["', 2, "as for esc"),
        ('[keys.reader]\nnote = "ctrl+1"', 2, "terminals do not send it"),
        ('[keys.reader]\nnote = "ctrl+q"', 2, "it always quits"),
        ('[keys.reader]\nnote = "ctrl+c"', 2, "copies"),
        ('[keys.list]\nopen = "f9"\nnote = "s"', 3, "s is given to list.note, but it is the key of list.sort"),
        (
            '[keys.list]\nsort = "f9"\nnote = "f9"',
            3,
            "f9 is given to list.note, but it is the key of list.sort (line 2)",
        ),
        ('[keys.editor]\nsave = "s"', 2, "letters are typed there"),
        ('[keys.editor]\nsave = "enter"', 2, "letters are typed there"),
        ('[keys.filter]\nkeep = "space"', 2, "letters are typed there"),
        ("[keys.everywhere]\nhelp = []", 2, "has to have a key"),
        ("[keys.editor]\nsave = []", 2, "has to have a key"),
        ('[keys.everywhere]\nundo = "j"', 2, "everywhere.undo cannot be reached: j is the key of list.cursor_down, "),
        ('[keys.everywhere]\nhelp = "s"', 2, "everywhere.help cannot be reached: s is the key of list.sort"),
        ('[keys.list]\nnote = ["a", "?", "f1"]', 2, "everywhere.help cannot be reached: ? is the key of list.note"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    keymap, config = read(tmp_path, f"{text}\n")
    assert keymap == Keymap()
    fault, *_, end = config.faults
    assert fault.line == line
    assert said in str(fault)
    assert "the default keymap is in force" in str(end)


def test_refused_keys_leave_the_preset_in_force(tmp_path: Path) -> None:
    keymap, config = read(tmp_path, 'keymap = "vim"\n[keys.list]\nopen = "f9"\nnote = "ctrl+m"\n')
    assert keymap == preset("vim")
    assert "the vim keymap is in force" in str(config.faults[-1])


def test_every_fault_of_the_keys_is_told(tmp_path: Path) -> None:
    _, config = read(tmp_path, '[keys.list]\nopn = "x"\n[keys.reader]\nnote = "ctrl+m"\n')
    assert [fault.line for fault in config.faults] == [2, 4, None]


def letters() -> Iterator[str]:
    yield from map(chr, range(ord("!"), ord("~") + 1))


@pytest.mark.parametrize("character", [*letters(), "é", "ß", "¶"])
def test_characters_have_textuals_names(character: str) -> None:
    assert key_name(character) == _character_to_key(character)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("esc", "escape"),
        ("PgDn", "pagedown"),
        ("→", "right"),
        ("space", "space"),
        ("question_mark", "question_mark"),
        ("shift+g", "G"),
        ("Ctrl+N", "ctrl+n"),
        ("ctrl+space", "ctrl+at"),
        ("alt+left", "alt+left"),
        ("shift+tab", "shift+tab"),
        ("F5", "f5"),
        ("+", "plus"),
        (",", "comma"),
    ],
)
def test_keys_as_people_write_them(written: str, name: str) -> None:
    assert key_name(written) == name


def test_what_is_printed_can_be_written(tmp_path: Path) -> None:
    for command in Keymap().commands():
        for key in command.keys:
            if key != "ctrl+q":
                assert key_name(key_label(key)) == key


@pytest.mark.parametrize("written", ["", "gg", "ctrl+", "ctrl+alt+x", "shift+1", "\x1b", "\n", "ctrl++", "alt+é"])
def test_what_is_no_key(written: str) -> None:
    with pytest.raises(NoKey):
        key_name(written)


def test_typed_keys() -> None:
    assert all(map(is_typed, ("a", "A", "space", "comma", "1")))
    assert not any(map(is_typed, ("escape", "f2", "ctrl+a", "enter")))


def test_a_pane_hides_the_keys_of_the_whole_screen() -> None:
    shown = Keymap().in_force("list")
    assert "l" not in {key for command in shown["everywhere"] for key in command.keys}
    assert list(Keymap().in_force("editor")) == ["editor"]


def test_the_panes_and_fields_are_contexts() -> None:
    assert {*PANES, *FIELDS} <= set(CONTEXTS)
    assert all(shipped(context) for context in CONTEXTS)
