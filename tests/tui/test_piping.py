"""Texts given to commands."""

from __future__ import annotations

import os

import pytest
from cablereader.tui.page.copies import whole
from cablereader.tui.piping import Piped, pipe
from cablereader.tui.screens.piping import AskPipe

from .app_tools import NARROW, Paths, opened

pytestmark = pytest.mark.skipif(os.name == "nt", reason="commands of a POSIX shell")


@pytest.fixture(autouse=True)
def plain_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")


def test_the_text_is_on_standard_input_and_no_part_of_the_command() -> None:
    text = "$(touch x); `rm -rf` 'quoted' \"and\" ${HOME}\nä"
    assert pipe("cat", text, caught=True) == Piped(0, text)


def test_a_command_that_reads_nothing_is_no_error() -> None:
    assert pipe("exit 3", "x" * 1_000_000, caught=True).code == 3
    assert pipe("true", "x" * 1_000_000, caught=True).code == 0


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (Piped(0), "wc is done"),
        (Piped(3), "wc failed with code 3"),
        (Piped(127), "wc: no such command"),
        (Piped(-15), "wc was ended by signal 15"),
    ],
)
def test_the_outcome_in_words(done: Piped, words: str) -> None:
    assert done.told("wc -w") == words


async def test_the_paragraph_or_the_whole_cable_goes_to_a_command(few: Paths, tmp_path: os.PathLike[str]) -> None:
    target = os.path.join(tmp_path, "out.txt")
    async with opened(*few, size=NARROW) as screen:
        await screen.read("08WRENHAVEN31")
        await screen.press("right_curly_bracket")
        block, cable = screen.main.reader.current, screen.main.cable
        assert block is not None
        assert cable is not None
        await screen.press("vertical_line")
        assert screen.on_top(AskPipe)
        assert "Pipe ¶" in screen.painted
        screen.app.screen.query_one("Input").value = f"cat > '{target}'"  # type: ignore[attr-defined]  # an Input
        await screen.press("enter")
        with open(target, encoding="utf-8") as written:
            assert written.read() == f"{block.text}\n"
        await screen.press("vertical_line", "tab")
        assert "Pipe the whole cable to" in screen.painted
        await screen.press("enter")
        with open(target, encoding="utf-8") as written:
            assert written.read() == whole(cable) + "\n"


async def test_a_command_that_fails_is_told_of(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        await screen.read("08WRENHAVEN31")
        await screen.press("vertical_line", *"nosuchthing", "enter")
        assert "no such" in screen.painted
        assert screen.pane == "reader"
