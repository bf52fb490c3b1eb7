"""The manual page: current, whole, and good roff."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cablereader.cli.commands import all_commands
from cablereader.cli.manual import page
from cablereader.cli.shells.specs import specs
from cablereader.tui.commands import Keymap

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "cablereader.1"


def test_it_is_current() -> None:
    assert MANUAL.read_text("utf-8") == page(), "commands, options or keys have changed: run `make readme`"


def test_it_has_every_command_option_and_key() -> None:
    text = page().replace("\\-", "-").replace("\\(dq", '"')
    assert all(f'.SS "cablereader {" ".join(words)}"' in text for words in all_commands())
    assert all(
        f"\\fB{', '.join(option.flags)}" in text or option.value for spec in specs() for option in spec.options[1:]
    )
    assert all(command.help in text for command in Keymap().commands())


def test_groff_has_nothing_to_say_about_it() -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    done = subprocess.run(
        ["groff", "-man", "-ww", "-K", "utf8", "-T", "utf8", str(MANUAL)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "User Commands" in done.stdout
