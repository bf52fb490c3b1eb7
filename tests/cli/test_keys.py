"""The keys come from the command table, in three forms."""

from __future__ import annotations

from cablereader.tui.commands import CONTEXTS, TITLES, Keymap

from .conftest import Run


def test_piped_one_command_a_line(run: Run) -> None:
    lines = run("keys").out.splitlines()
    assert len(lines) == len(Keymap().commands())
    assert "everywhere\thelp\t? f1\tKeys\tShow the keys of the focused pane" in lines


def test_markdown_has_a_table_per_context(run: Run) -> None:
    out = run("keys", "--markdown").out
    assert out.count("| --- | --- |") == len(CONTEXTS)
    assert all(command.help in out for command in Keymap().commands())


def test_on_a_terminal(run: Run) -> None:
    out = run("keys", terminal=True).out
    assert "\x1b[1m" in out
    assert all(title in out for title in TITLES.values())
