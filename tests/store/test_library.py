"""The library: entries one by one, each with its reason where it is no cable."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from cablereader.store.errors import SourceError
from cablereader.store.library import Entry, Library
from cablereader.store.recognise import post_label

from ..hostile import cable_with

CABLE = cable_with("", "subject")


def test_a_cable_becomes_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CABLE)
    (entry,) = Library([tmp_path]).scan()
    assert entry.problem is None
    assert (entry.id, entry.label, entry.path) == ("06PORTALDER999", "06PORTALDER999", tmp_path / "a.txt")
    assert entry.date == datetime(2006, 9, 7, 14, 5, tzinfo=UTC)
    assert entry.post == "Port Alder" or entry.post == "Portalder"
    assert entry.subject is not None
    assert "HARBOUR" in entry.subject
    assert set(entry.tags) >= {"PREL", "PGOV"}


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        (
            "README.md",
            b"# cables\n\nThe cable 06MEXICO4964 is here. See 08 STATE 1234.\n",
            "no telegram found in this file",
        ),
        ("tool.py", b"import os\n\nFROM = 'MEXICO'\nprint(f'1. {os.name}')\n", "no telegram found in this file"),
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\n", "empty file"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "binary file"),
    ],
)
def test_what_is_no_cable_says_why(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert list(Library([str(tmp_path)]).scan()) == [Entry(tmp_path / name, name, problem=problem)]


def test_unreadable_and_missing_files_are_entries(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    library = Library([tmp_path / "gone", tmp_path / "loop"])
    problems = [entry.problem or "" for entry in library.scan()]
    assert problems[0] == "cannot be read: no such file or folder"
    assert problems[1].startswith("cannot be read: ")


def test_scanning_is_lazy_and_keeps_what_it_found(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(CABLE)
    library = Library([tmp_path])
    assert library.entries == []
    found = list(islice(library.scan(), 2))
    assert library.entries == found
    assert len(list(library.scan())) == len(library.entries) == 5


def test_the_same_cable_twice_is_two_entries(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(CABLE)
    library = Library([tmp_path])
    assert [entry.id for entry in library.scan()] == ["06PORTALDER999"] * 2
    first = library.find("06 PORT ALDER 999")
    assert first is not None
    assert first.name == "a.txt"


def test_find_by_id_path_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(CABLE)
    (tmp_path / "b.txt").write_text("nothing")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CABLE.encode())))
    library = Library([tmp_path, "-"])
    a, b, standard = library.scan()
    assert library.find(str(tmp_path / "b.txt")) == b
    monkeypatch.chdir(tmp_path)
    assert library.find("a.txt") == a
    assert library.find("06PORTALDER999") == a
    assert library.find("-") == standard
    assert library.find("99NOWHERE1") is None
    assert (standard.path, standard.id) == (None, "06PORTALDER999")
    assert library.read(standard).id == "06PORTALDER999", "standard input is kept, it can be read only once"


def test_find_reads_on_only_as_far_as_it_must(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CABLE)
    (tmp_path / "b.txt").write_text("nothing")
    library = Library([tmp_path])
    assert library.find("06PORTALDER999") is not None
    assert len(library.entries) == 1


def test_reading_a_file_that_went_away_raises(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CABLE)
    library = Library([tmp_path])
    (entry,) = library.scan()
    path.unlink()
    with pytest.raises(SourceError, match="no such file"):
        library.read(entry)


def test_hostile_files_never_stop_a_scan(hostile_file: Path) -> None:
    (entry,) = Library([hostile_file.parent]).scan()
    assert entry.path == hostile_file
    assert entry.problem is None or entry.problem


def test_hostile_names_never_stop_a_scan(hostile_named_file: Path) -> None:
    (entry,) = Library([hostile_named_file]).scan()
    assert entry.id == "06PORTALDER999"
    assert entry.name == hostile_named_file.name


@pytest.mark.parametrize(
    ("identifier", "origin", "label"),
    [
        ("06MEXICO4964", "Embassy Mexico", "Mexico"),
        ("09STATE60627", None, "State"),
        ("09STATE60627", "Secretary of State", "State"),
        ("05RIODEJANEIRO123", None, "Rio de Janeiro"),
        ("06HERMOSILLO1", "Consulate Hermosillo", "Hermosillo"),
        (None, None, None),
    ],
)
def test_the_lists_word_for_a_post(identifier: str | None, origin: str | None, label: str | None) -> None:
    assert (post_label(identifier, origin) or "").casefold() == (label or "").casefold()


def test_the_seeds_are_five_cables(seeds: Path) -> None:
    entries = [entry for entry in Library([seeds]).scan() if entry.name.endswith(".txt")]
    assert len(entries) == 5
