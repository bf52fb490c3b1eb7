"""Notes as Markdown, to standard output, a file or a folder."""

from __future__ import annotations

import json
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


@pytest.mark.parametrize(
    ("format_", "words"),
    [
        ("obsidian", "\n^n-"),
        ("pandoc", "[@06PORTALDER999, para. 2]"),
        ("json", '"format": "cablereader notes"'),
        ("csv", "note,cable,title"),
        ("jsonld", '"AnnotationCollection"'),
        ("hypothesis", '"TextQuoteSelector"'),
        ("csl", '"personal_communication"'),
        ("biblatex", "@letter{06PORTALDER999,"),
    ],
)
def test_every_format_to_standard_output_and_to_a_folder(
    run: Run, noted: str, tmp_path: Path, format_: str, words: str
) -> None:
    done = run("export", "--format", format_)
    assert (done.code, done.err) == (0, "")
    assert words in done.out
    (tmp_path / "out").mkdir()
    written = run("export", "--format", format_, "-o", tmp_path / "out").out.splitlines()
    assert any(words in Path(path).read_text("utf-8") for path in written)


def test_a_style_and_a_source(run: Run, noted: str) -> None:
    out = run("export", "--style", "mla", "--source", "wikileaks").out
    assert "par. 2. WikiLeaks, Public Library of US Diplomacy, <https://wikileaks.org/plusd/cables/" in out
    assert "copy in the author’s possession" in run("export", "--source", "own").out
    for words in (["--style", "latin"], ["--source", "attic"], ["--format", "pdf"]):
        assert run("export", *words).code == 2


def test_edits_in_a_file_are_kept(run: Run, noted: str, telegram: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    for format_ in ("obsidian", "pandoc", "markdown"):
        run("export", "--format", format_, "-o", path)
        text = path.read_text("utf-8").replace("\ntitle:", f"\n{format_}: mine\ntitle:", 1)
        path.write_text(text.replace("Who is in the fog?", "Nobody is.") + f"\nMy words on {format_}.\n", "utf-8")
    (note,) = json.loads(run("notes", "list", "--json").out)
    run("notes", "edit", note["id"], "--text", "Somebody is.")
    run("notes", "add", telegram, "--at", "3", "--text", "Another.")
    run("export", "--format", "obsidian", "-o", path)
    text = path.read_text("utf-8")
    places = [text.index(f"{format_}: mine") for format_ in ("obsidian", "pandoc", "markdown")]
    assert places == sorted(places)
    assert text.index("Nobody is.") < text.index("newer version") < text.index("Somebody is.") < text.index("Another.")
    assert all(f"\nMy words on {format_}.\n" in text for format_ in ("markdown", "pandoc", "obsidian"))


def test_data_that_was_worked_in_is_replaced_on_request(run: Run, noted: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("mine", "utf-8")
    done = run("export", "--format", "csv", "-o", path)
    assert (done.code, path.read_text("utf-8")) == (3, "mine")
    assert "--overwrite" in done.err
    assert run("export", "--format", "csv", "-o", path, "--overwrite").code == 0
    assert path.read_text("utf-8") != "mine"
