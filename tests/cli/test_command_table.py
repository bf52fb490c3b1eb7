"""Every command is found by its name, described by its parser, and told of in the overview."""

from __future__ import annotations

import pytest
from cablereader.cli.commands import NAMES, all_commands, command_of, parser_of

from .conftest import Run


def test_a_path_is_no_command() -> None:
    assert command_of("cables") is None
    assert command_of("") is None


def test_the_overview_tells_of_every_command(run: Run) -> None:
    overview = run("--help").out
    for words in all_commands():
        assert " ".join(words) in overview or words[-1] in overview


@pytest.mark.parametrize("words", [(), *all_commands()], ids=" ".join)
def test_every_command_has_help_in_one_voice(run: Run, words: tuple[str, ...]) -> None:
    parser = parser_of(words)
    purpose = parser.description or ""
    assert purpose[0].isupper()
    assert purpose.endswith(".")
    for action in parser._actions:
        text = str(action.help)
        assert text
        assert not text.endswith("."), text
        assert text[0].islower() or text.split()[0].isupper() or not text[0].isalpha() or text.startswith("CABLE"), text
    if words:
        done = run(*words, "--help")
        assert (done.code, done.err) == (0, "")
        assert purpose.split(".")[0].split()[0] in done.out


def test_names_are_words() -> None:
    assert all(name.isalpha() for name in NAMES)
