"""The cables found, one a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..hostile import leaks
from .conftest import Run


def test_a_line_per_file(run: Run, telegram: Path) -> None:
    (telegram.parent / "menu.txt").write_text("Soup of the day", "utf-8")
    done = run("list", telegram.parent)
    cable, menu = [line.split("\t") for line in done.out.splitlines()]
    assert done.code == 0
    assert cable == [
        "06PORTALDER999", "2006-09-07", "Port Alder", "UNCLAS", "", "A HARBOUR mist IN FOG", str(telegram)
    ]  # fmt: skip
    assert menu[0] == ""
    assert "no telegram" in menu[5]


def test_json(run: Run, telegram: Path) -> None:
    (item,) = json.loads(run("list", "--json", telegram).out)
    assert item["id"] == "06PORTALDER999"
    assert item["date"] == "2006-09-07T14:05Z"
    assert item["tags"] == ["PREL", "PGOV"]
    assert item["path"] == str(telegram)
    assert (item["notes"], item["problem"]) == (0, None)


def test_notes_are_counted(run: Run, telegram: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "one")
    run("notes", "add", telegram, "--at", "cable", "--text", "two")
    (item,) = json.loads(run("list", "--json", telegram).out)
    assert item["notes"] == 2


def test_nothing_found(run: Run, tmp_path: Path) -> None:
    assert run("list", tmp_path) == (1, "", f"cablereader: no cable was found in {tmp_path}\n")
    assert json.loads(run("list", "--json", tmp_path).out) == []


@pytest.mark.parametrize("command", ["list", "facets"])
def test_a_query_that_finds_nothing_says_why(run: Run, samples: Path, command: str) -> None:
    done = run(command, samples, "--query", "zeppelin")
    assert (done.code, done.out, done.err) == (1, "", "cablereader: no cable has zeppelin\n")
    done = run(command, samples, "--query", "id:08WRENHAVEN31 id:09PORTALDER14")
    assert (done.code, done.out) == (1, "")
    assert "none for all of it" in done.err


def test_cables_without_a_value_of_a_field_are_no_missing_cables(run: Run, telegram: Path) -> None:
    done = run("facets", "noted", telegram)
    assert (done.code, done.out, done.err) == (1, "", "cablereader: none of these cables has a value of noted\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("notes", "search", "zeppelin"), "no note has zeppelin"),
        (("notes", "list", "06MEXICO4964"), "no notes on 06MEXICO4964"),
        (("notes", "tags"), "no note has tags yet"),
        (("searches",), "no search was saved yet"),
        (("graph",), "no cable was found in"),
    ],
)
def test_commands_say_that_there_is_nothing(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words, *([tmp_path] if words == ("graph",) else []))
    assert done.code == 1
    assert said in done.err


def test_standard_input(run: Run, telegram: Path) -> None:
    (item,) = json.loads(run("list", "--json", "-", stdin=telegram.read_bytes()).out)
    assert (item["id"], item["path"]) == ("06PORTALDER999", None)


def test_the_samples_without_a_path(run: Run, samples: Path) -> None:
    found = json.loads(run("list", "--json").out)
    assert len(found) == len(list(samples.iterdir()))
    assert sum(item["problem"] is None for item in found) >= 15


def test_a_folder_named_like_a_command(run: Run, telegram: Path, tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    assert run("list", tmp_path / "list").code == 1


def test_hostile_names_and_files(run: Run, hostile_named_file: Path) -> None:
    for terminal in (False, True):
        done = run("list", hostile_named_file, terminal=terminal)
        assert done.code == 0
    assert leaks(run("list", hostile_named_file).out.replace("\t", "")) == []
    (item,) = json.loads(run("list", "--json", hostile_named_file).out)
    assert item["name"] == hostile_named_file.name


def test_hostile_content_is_listed(run: Run, hostile_file: Path) -> None:
    done = run("list", hostile_file.parent)
    assert done.code in (0, 1)
    assert done.out.count("\n") == 1
