"""Completion scripts: taken from the parsers, and tried in the shells that are there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cablereader.cli.commands import all_commands
from cablereader.cli.completions import SHELLS
from cablereader.cli.shells.specs import specs

from .conftest import Run

Complete = Callable[..., list[str]]


@pytest.fixture(scope="module")
def bash(tmp_path_factory: pytest.TempPathFactory) -> Complete:
    """What bash would offer behind some words."""
    from cablereader.cli.shells.bash import script

    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    path = tmp_path_factory.mktemp("bash") / "completion"
    path.write_text(script(specs()), "utf-8")

    def complete(*words: str, folder: Path | None = None) -> list[str]:
        typed = " ".join(f"'{word}'" for word in ("cablereader", *words))
        code = f'source "{path}"; COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _cablereader; '
        code += 'printf "%s\\n" "${COMPREPLY[@]}"'
        done = subprocess.run(["bash", "-c", code], cwd=folder, capture_output=True, text=True, check=True)
        return done.stdout.split("\n")[:-1]

    return complete


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_each_script(run: Run, shell: str) -> None:
    out = run("completions", shell).out
    for spec in specs():
        assert not spec.words or spec.words[-1] in out
        assert all(flag.lstrip("-") in out for flag in spec.flags)
    assert all(words[-1] in out for words in all_commands())


def test_bash_offers_commands_and_files(bash: Complete, tmp_path: Path) -> None:
    (tmp_path / "exported cables").mkdir()
    assert bash("exp", folder=tmp_path) == ["export", "exported cables"]
    assert "add" in bash("notes", "")
    assert bash("notes", "li") == ["list"]


def test_bash_offers_options_and_their_values(bash: Complete) -> None:
    assert set(bash("notes", "add", "--")) >= {"--help", "--at", "--text", "--tag"}
    assert bash("notes", "add", "--he") == ["--help"]
    assert bash("export", "--style", "m") == ["mla"]
    assert bash("keys", "--preset", "") == ["default", "vim", "mutt"]
    assert bash("completions", "") == [*SHELLS, "-h", "--help"]
    assert bash("notes", "add", "x", "--text", "") == [""]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_read_their_script(run: Run, shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = tmp_path / "script"
    path.write_text(run("completions", shell).out, "utf-8")
    subprocess.run([shell, "-n", str(path)], check=True, capture_output=True)


def test_an_unknown_shell_is_told(run: Run) -> None:
    assert run("completions", "tcsh").code == 2
