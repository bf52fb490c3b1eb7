"""The library: entries one by one, each with its reason where it is no cable."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from cablereader.store.catalogue import update
from cablereader.store.entry import Place
from cablereader.store.errors import SourceError
from cablereader.store.library import Entry, Library
from cablereader.store.recognise import post_label

from ..hostile import cable_with
from .telegrams import row

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


def test_scanning_reads_as_far_as_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(CABLE)
    read: list[Place] = []

    def spy(place: Place) -> str:
        read.append(place)
        return CABLE

    monkeypatch.setattr("cablereader.store.library.read_place", spy)
    assert [entry.name for entry in islice(Library([tmp_path]).scan(), 2)] == ["0.txt", "1.txt"]
    assert len(read) == 2


def test_a_scan_looks_into_archives_and_dumps(tmp_path: Path) -> None:
    (tmp_path / "dump.csv").write_text(row(1) + row(2))
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("folder/a.txt", CABLE)
    library = Library([tmp_path])
    found = list(library.scan())
    assert [(entry.name, entry.id) for entry in found] == [
        ("dump.csv:1", "06PORTALDER1"),
        ("dump.csv:2", "06PORTALDER2"),
        ("a.txt", "06PORTALDER999"),
    ]
    assert [library.read(entry).id for entry in found] == [entry.id for entry in found]


def test_the_same_cable_twice_is_two_entries_of_a_scan(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(CABLE)
    library = Library([tmp_path])
    assert [entry.id for entry in library.scan()] == ["06PORTALDER999"] * 2
    first = library.find("06 PORT ALDER 999")
    assert first is not None
    assert first.name == "a.txt"


@pytest.mark.parametrize("catalogued", [False, True])
def test_find_by_id_path_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogued: bool) -> None:
    (tmp_path / "a.txt").write_text(CABLE)
    (tmp_path / "b.txt").write_text("nothing")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CABLE.replace("000999", "000998").encode())))
    library = Library([tmp_path, "-"])
    if catalogued:
        update(library.catalogue)
    monkeypatch.chdir(tmp_path)
    for reference, name in {
        str(tmp_path / "b.txt"): "b.txt",
        "a.txt": "a.txt",
        "06 PORT ALDER 0999": "a.txt",
        "06PORTALDER998": "standard input",
        "-": "standard input",
    }.items():
        found = library.find(reference)
        assert found is not None, reference
        assert found.name == name
    assert library.find("99NOWHERE1") is None
    standard = library.find("-")
    assert standard is not None
    assert (standard.path, library.read(standard).id) == (None, "06PORTALDER998"), "it can be read only once"


def test_find_reads_on_only_as_far_as_it_must(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(CABLE if name == "b" else "nothing")
    looked: list[None] = []
    library = Library([tmp_path])
    assert library.find("06PORTALDER999", lambda: looked.append(None)) is not None
    assert len(looked) == 2
    update(library.catalogue)
    looked.clear()
    assert library.find("06PORTALDER999", lambda: looked.append(None)) is not None
    assert looked == []


@pytest.mark.parametrize("catalogued", [False, True])
def test_find_many_gives_what_there_is(tmp_path: Path, catalogued: bool) -> None:
    (tmp_path / "dump.csv").write_text("".join(row(n) for n in range(1, 9)))
    library = Library([tmp_path])
    if catalogued:
        update(library.catalogue)
    found = library.find_many(["06PORTALDER3", "06PORTALDER7", "99NOWHERE1"])
    assert {key: entry.name for key, entry in found.items()} == {
        "06PORTALDER3": "dump.csv:3",
        "06PORTALDER7": "dump.csv:7",
    }


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
