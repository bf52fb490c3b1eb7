"""The folders, as lines and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run


def test_paths_are_below_the_home_in_force(run: Run, home: Path) -> None:
    found = json.loads(run("paths", "--json").out)
    assert found["notes"] == str(home / "data" / "notes")
    assert set(found) == {"config", "data", "notes", "state", "cache"}


def test_a_path_a_line(run: Run, home: Path) -> None:
    assert f"state\t{home / 'state'}" in run("paths").out.splitlines()


def test_on_a_terminal_paths_are_whole(run: Run, home: Path) -> None:
    assert str(home / "data" / "notes") in run("paths", terminal=True).out.replace("\n", "")
