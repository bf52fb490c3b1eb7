"""Notes without the screen: written, listed, edited, deleted, exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..hostile import leaks
from .conftest import Run


def listed(run: Run) -> list[dict[str, object]]:
    found = json.loads(run("notes", "list", "--json").out)
    assert isinstance(found, list)
    return found


def test_a_note_is_listed_with_its_paragraph_and_quote(run: Run, telegram: Path) -> None:
    added = run(
        "notes", "add", telegram, "--at", "¶2", "--text", "Not plain at all", "--tag", "fog", "--tag", "harbour"
    )
    assert added.code == 0
    (note,) = listed(run)
    assert note["id"] == added.out.strip()
    assert note["cable"] == "06PORTALDER999"
    assert note["paragraph"] == "2"
    assert note["label"] == "¶2"
    assert str(note["quote"]).startswith("The second is not:")
    assert (note["body"], note["tags"], note["rev"]) == ("Not plain at all", ["fog", "harbour"], 1)
    assert {"anchor", "created", "updated"} <= set(note)


def test_on_the_whole_cable(run: Run, telegram: Path) -> None:
    run("notes", "add", "06PORTALDER999", telegram.parent, "--at", "cable", "--text", "all of it")
    (note,) = listed(run)
    assert (note["paragraph"], note["quote"]) == (None, "")


def test_text_from_standard_input(run: Run, telegram: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "-", stdin="two\nlines ¶".encode())
    assert listed(run)[0]["body"] == "two\nlines ¶"


def test_piped_a_note_a_line(run: Run, telegram: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "two\nlines", "--tag", "a")
    (line,) = run("notes", "list").out.splitlines()
    assert line.split("\t")[1:] == ["06PORTALDER999", "¶1", "#a", "two lines"]


def test_edit_and_delete_by_the_beginning_of_an_id(run: Run, telegram: Path) -> None:
    note = run("notes", "add", telegram, "--at", "1", "--text", "first").out.strip()
    assert run("notes", "edit", note[:8], "--text", "second").out.strip() == note
    assert run("notes", "edit", f"n-{note[:6]}", "--tag", "late").code == 0
    assert [(item["body"], item["tags"], item["rev"]) for item in listed(run)] == [("second", ["late"], 3)]
    assert run("notes", "delete", note).code == 0
    assert run("notes", "list")[:2] == (1, "")
    assert "no notes yet" in run("notes", "list").err
    assert run("notes", "delete", note).code == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["add", "FILE", "--at", "9", "--text", "x"], 1, "there is no paragraph 9: it has 1, "),
        (["add", "FILE", "--at", "1", "--text", " "], 2, "the note is empty"),
        (["edit", "abcdef", "--text", "x"], 1, "there is no such note"),
        (["delete", "ab"], 1, "there is no such note"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, telegram: Path, words: list[str], code: int, told: str) -> None:
    done = run("notes", *(str(telegram) if word == "FILE" else word for word in words))
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_an_edit_without_a_change_is_bad_use(run: Run, telegram: Path) -> None:
    note = run("notes", "add", telegram, "--at", "1", "--text", "first").out.strip()
    assert run("notes", "edit", note).code == 2


def test_a_damaged_file_is_named_and_the_others_are_listed(run: Run, telegram: Path, home: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "good")
    (home / "data" / "notes" / "06PORTALDER1.json").write_text("{", "utf-8")
    done = run("notes", "list", "--json")
    assert done.code == 3
    assert [note["body"] for note in json.loads(done.out)] == ["good"]
    assert "06PORTALDER1.json" in done.err


def test_hostile_notes(run: Run, telegram: Path, hostile_note: str) -> None:
    if not hostile_note.strip():
        pytest.skip("empty notes are refused")
    added = run(
        "notes", "add", telegram, "--at", "1", "--text", "-", stdin=hostile_note.encode("utf-8", "surrogatepass")
    )
    if added.code == 3:
        assert "binary" in added.err
        return
    assert leaks(run("notes", "list").out.replace("\t", "")) == []
    assert leaks(run("notes", "list", "--json").out) == []
    assert leaks(run("export").out) == []
