"""What the README shows is run: its commands work on the samples, as it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from .conftest import Run

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")


def shown() -> list[str]:
    """The commands of the part about working without the screen, without what is said of them."""
    part = README.partition("## Without the screen")[2].partition("```\n")[2].partition("```")[0]
    return [re.split(r" {2,}", line)[0] for line in part.splitlines()]


def test_its_commands_run_on_the_samples_as_they_stand(run: Run, tmp_path: Path) -> None:
    commands = shown()
    assert len(commands) >= 10
    for command in commands:
        program, *words = shlex.split(command.replace("~/notes", str(tmp_path / "notes")))
        done = run(*words)
        assert program == "cablereader"
        assert done.code == 0 or words == ["doctor"], (command, done.err)
        assert done.out, command
    assert [path.suffix for path in (tmp_path / "notes").iterdir()] == [".md"]
