"""What the command line loads: no Textual, and Rich only on a terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_RUN = """
import contextlib, io, json, sys
from cablereader.cli import main
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
    code = main(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""
_IMPORT = "import importlib, json, sys; importlib.import_module(sys.argv[1]); print(json.dumps([0, [*sys.modules]]))"


def loaded(program: str, *words: str) -> tuple[int, set[str]]:
    """The exit code and the top modules that a program of its own loads."""
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, check=True, text=True)
    code, modules = json.loads(done.stdout)
    return code, set(modules)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["keys"],
        ["paths"],
        ["list", "SAMPLES"],
        ["show", "CABLE"],
        ["show", "--json", "CABLE"],
        ["notes", "list"],
        ["export"],
        ["read", "CABLE"],
        ["config"],
        ["doctor"],
        ["completions", "bash"],
        ["manual"],
    ],
    ids=" ".join,
)
def test_a_command_loads_no_textual(words: list[str], samples: Path, tmp_path: Path) -> None:
    cable = tmp_path / "cable.txt"
    cable.write_text(
        "R 012004Z SEP 06\nFM AMEMBASSY MEXICO\nUNCLAS MEXICO 004964\nSUBJECT: BELLS\n\n1. Bells.\n", "utf-8"
    )
    places = {"SAMPLES": str(samples), "CABLE": str(cable)}
    code, modules = loaded(_RUN, *(places.get(word, word) for word in words))
    assert code in (0, 1)
    assert not modules & {"textual", "rich"}


@pytest.mark.parametrize("room", ["cable", "store", "store.library", "tui.commands", "tui.page", "cli.screen"])
def test_a_room_loads_no_textual(room: str) -> None:
    _, modules = loaded(_IMPORT, f"cablereader.{room}")
    assert "textual" not in modules
