"""Notes as Markdown, to standard output, a file or a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def noted(run: Run, telegram: Path) -> str:
    """The id of a cable with a note."""
    run("notes", "add", telegram, "--at", "2", "--text", "Who is in the fog?", "--tag", "fog")
    return "06PORTALDER999"


def test_to_standard_output(run: Run, noted: str) -> None:
    out = run("export").out
    assert out == run("export", "06 PORT ALDER 999", "-o", "-").out
    assert "> The second is not:" in out
    assert "Who is in the fog?" in out
    assert "para. 2" in out


def test_to_a_folder(run: Run, noted: str, tmp_path: Path) -> None:
    done = run("export", "-o", tmp_path / "out")
    assert done.out == f"{tmp_path / 'out' / noted}.md\n"
    assert "Who is in the fog?" in (tmp_path / "out" / f"{noted}.md").read_text("utf-8")


def test_to_a_file(run: Run, noted: str, tmp_path: Path) -> None:
    assert run("export", noted, "-o", tmp_path / "mine.md").code == 0
    assert "Who is in the fog?" in (tmp_path / "mine.md").read_text("utf-8")


def test_a_place_that_cannot_be_written(run: Run, noted: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = run("export", "-o", tmp_path / "file" / "below")
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1


def test_nothing_to_export(run: Run, noted: str) -> None:
    assert run("export", "06PORTALDER1").code == 1
