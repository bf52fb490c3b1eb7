"""Notes from a file: what would become of them, and writing them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def exported(run: Run, telegram: Path, tmp_path: Path) -> Path:
    """A file with a note on the telegram."""
    run("notes", "add", telegram, "--at", "2", "--text", "Who is in the fog?", "--tag", "fog")
    run("export", "-o", tmp_path / "fog.md")
    return tmp_path / "fog.md"


def test_it_is_a_dry_run_first(run: Run, exported: Path, telegram: Path) -> None:
    exported.write_text(exported.read_text("utf-8").replace("Who is in the fog?", "Who was it?"), "utf-8")
    done = run("import", exported)
    assert done.code == 0
    assert done.out.split("\t")[0] == "newer"
    assert "1 newer: nothing was written" in done.err
    assert "Who is in the fog?" in run("notes", "list").out
    assert "1 newer: written" in run("import", exported, "--yes").err
    assert "Who was it?" in run("notes", "list").out
    assert run("import", exported).out.split("\t")[0] == "same"


def test_from_standard_input_with_its_cables(
    run: Run, exported: Path, telegram: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = run("export", "--format", "hypothesis").out
    monkeypatch.setenv("CABLEREADER_HOME", str(tmp_path / "elsewhere"))
    assert run("import", "-", stdin=text.encode()).out.split("\t")[0] == "unplaced"
    assert run("import", "-", telegram.parent, "--yes", stdin=text.encode()).out.split("\t")[0] == "new"
    assert "¶2" in run("notes", "list").out


def test_notes_on_several_cables_find_theirs(
    run: Run, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cable in ("09PORTALDER203", "06PORTALDER412", "07PORTALDER119"):
        assert run("notes", "add", cable, samples, "--at", "2", "--text", "About it.").code == 0
    text = run("export").out
    monkeypatch.setenv("CABLEREADER_HOME", str(tmp_path / "elsewhere"))
    done = run("import", "-", samples, stdin=text.encode())
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["new", "new", "new"]
    assert {line.split("\t")[2] for line in done.out.splitlines()} == {
        "09PORTALDER203",
        "06PORTALDER412",
        "07PORTALDER119",
    }


def test_a_folder_brings_the_notes_of_its_files(
    run: Run, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cable in ("09PORTALDER203", "06PORTALDER412"):
        assert run("notes", "add", cable, samples, "--at", "2", "--text", "About it.").code == 0
    folder = tmp_path / "notes out"
    assert run("export", "-o", folder).code == 0
    (folder / "diary.md").write_text("Not of ours.\n", "utf-8")
    (folder / "torn.json").write_bytes(b"\x00\x01\x02")
    monkeypatch.setenv("CABLEREADER_HOME", str(tmp_path / "elsewhere"))
    done = run("import", folder, samples, "--yes")
    assert done.code == 3
    assert "torn.json" in done.err
    assert "diary.md" not in done.err
    assert len(run("notes", "list").out.splitlines()) == 2
    assert "no file in it has notes" in run("import", samples).err


@pytest.mark.parametrize("content", [b"words", b"{}", b"\xff\xfe"])
def test_a_file_without_notes(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    done = run("import", tmp_path / "x")
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert run("import", tmp_path / "none").code == 3
