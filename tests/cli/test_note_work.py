"""Finding, highlighting, placing and restoring notes without the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cablereader.cable import read_cable
from cablereader.cli.problem import Exit
from cablereader.store.notes import NoteStore
from cablereader.store.places import places

from .conftest import Run

KEY = "06PORTALDER412"


@pytest.fixture
def path(samples: Path) -> Path:
    return samples / f"{KEY}.txt"


def notes() -> NoteStore:
    return NoteStore(places().notes, places().state)


def test_a_highlight_of_words(run: Run, path: Path) -> None:
    block = read_cable(path.read_text("utf-8")).block("2")
    assert block is not None
    words = " ".join(block.text.split()[3:6])
    made = run("notes", "highlight", path, "--at", "2", "--words", words, "--color", "blue")
    assert made.code == Exit.GOOD
    (note,) = notes().of(KEY)
    assert (note.id, note.quote, note.color, note.body) == (made.out.strip(), words, "blue", "")
    assert "[blue]" in run("notes", "list").out
    assert run("notes", "edit", note.id, "--color", "none", "--text", "now a note").code == Exit.GOOD
    assert notes().of(KEY)[0].color == ""


@pytest.mark.parametrize(("words", "said"), [("no such words at all", "do not stand there"), ("e", "times"), (" ", "")])
def test_words_must_stand_there_once(run: Run, path: Path, words: str, said: str) -> None:
    done = run("notes", "highlight", path, "--at", "2", "--words", words)
    assert done.code == Exit.BAD_USE
    assert said in done.err
    assert notes().all() == []


def test_a_note_on_a_range(run: Run, path: Path) -> None:
    assert run("notes", "add", path, "--at", "1", "--until", "3", "--text", "both").code == Exit.GOOD
    assert notes().of(KEY)[0].label == "¶1–¶3"
    backwards = run("notes", "add", path, "--at", "3", "--until", "1", "--text", "both")
    assert backwards.code == Exit.BAD_USE
    assert len(notes().all()) == 1


def test_search_and_tags(run: Run, path: Path) -> None:
    run("notes", "add", path, "--at", "1", "--text", "who keeps the list", "--tag", "ships")
    run("notes", "add", path, "--at", "2", "--text", "sold", "--tag", "ships", "--tag", "fog")
    assert [note["body"] for note in json.loads(run("notes", "search", "--json", "LIST").out)] == ["who keeps the list"]
    assert len(json.loads(run("notes", "search", "--json", "#sh").out)) == 2
    assert [note["body"] for note in json.loads(run("notes", "search", "--json", "--", "#sh", "-list").out)] == ["sold"]
    assert run("notes", "search", "wheat").code == Exit.NOTHING_FOUND
    assert json.loads(run("notes", "tags", "--json").out) == {"ships": 2, "fog": 1}
    assert run("notes", "tags").out == "ships\t2\nfog\t1\n"


def test_versions_are_shown_and_restored(run: Run, path: Path) -> None:
    note = run("notes", "add", path, "--at", "1", "--text", "the old list").out.strip()
    run("notes", "edit", note, "--text", "the new list", "--tag", "x")
    shown = run("notes", "history", note).out
    assert "the [-old-] {+new+} list" in shown
    assert "{+#x+}" in shown
    assert [version["rev"] for version in json.loads(run("notes", "history", note, "--json").out)] == [2, 1]
    assert run("notes", "revert", note, "--to", "1").code == Exit.GOOD
    assert notes().of(KEY)[0].body == "the old list"
    assert run("notes", "revert", note, "--to", "77").code == Exit.NOTHING_FOUND


def test_a_deleted_note_comes_back(run: Run, path: Path) -> None:
    note = run("notes", "add", path, "--at", "1", "--text", "x").out.strip()
    run("notes", "delete", note)
    assert run("notes", "undelete", note).code == Exit.GOOD
    assert [found.id for found in notes().all()] == [note]
    assert run("notes", "undelete", "0" * 32).code == Exit.FAILED


def test_where_notes_stand_and_putting_one_by_hand(run: Run, path: Path, tmp_path: Path) -> None:
    cable = read_cable(path.read_text("utf-8"))
    block = cable.block("2")
    assert block is not None
    note = run("notes", "add", path, "--at", "2", "--text", "see").out.strip()
    other = tmp_path / path.name
    start, end = block.spans[0][0], block.spans[-1][1]
    other.write_text(f"{cable.source[:start]}2. Wheat is dear in the north.{cable.source[end:]}", "utf-8")
    (item,) = json.loads(run("notes", "where", other, "--json").out)
    assert (item["id"], item["state"], item["anchor"]) == (note, "orphan", None)
    assert "orphan" in run("notes", "where", other).out
    assert run("notes", "confirm", note, other, "--at", "2").code == Exit.GOOD
    (item,) = json.loads(run("notes", "where", other, "--json").out)
    assert (item["state"], item["anchor"]) == ("confirmed", "2")
    (item,) = json.loads(run("notes", "where", path, "--json").out)
    assert item["state"] == "exact", "in the copy it was made on it stands where it stood"


def test_what_changed_is_told(run: Run, path: Path, tmp_path: Path) -> None:
    block = read_cable(path.read_text("utf-8")).block("2")
    assert block is not None
    word = max(block.text.split(), key=len)
    run("notes", "add", path, "--at", "2", "--text", "see")
    other = tmp_path / path.name
    other.write_text(path.read_text("utf-8").replace(word, "XXXXXXX"), "utf-8")
    shown = run("notes", "where", other).out
    assert "changed" in shown
    assert "{+XXXXXXX" in shown


def test_a_template_is_filled_in(run: Run, path: Path) -> None:
    folder = places().config / "templates"
    folder.mkdir(parents=True)
    (folder / "source.md").write_text("{cable} {paragraph} {unknown} {today}", "utf-8")
    assert run("notes", "add", path, "--at", "2", "--template", "source").code == Exit.GOOD
    body = notes().of(KEY)[0].body
    assert body.startswith(f"{KEY} ¶2 {{unknown}} 2")
    (folder / "source.md").write_text("{paragraph} {citation}", "utf-8")
    assert run("notes", "add", path, "--at", "1", "--until", "3", "--template", "source").code == Exit.GOOD
    body = next(note.body for note in notes().of(KEY) if note.until)
    assert body.startswith("¶1–¶3 ")
    assert body.endswith("paras. 1–3.")
    missing = run("notes", "add", path, "--at", "2", "--template", "none")
    assert missing.code == Exit.NOTHING_FOUND
    assert "source" in missing.err
