"""The catalogue as it is read: the list, a cable by its id, its copies, what is no cable."""

from __future__ import annotations

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cablereader.store import Library
from cablereader.store.catalogue import Catalogue, update
from cablereader.store.catalogue.rowids import SLOTS, UNDATED, Slots, first_of
from cablereader.store.errors import SourceError
from hypothesis import given
from hypothesis import strategies as st

from .telegrams import row, telegram, touch, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three cables, one without a date, and a text that is none."""
    folder = tmp_path / "cables"
    write(folder, 1, 2, 3)
    (folder / "06PORTALDER7.txt").write_text("UNCLAS PORT ALDER 000007\n\nSUBJECT: ZINC\n\n1. Text.\n")
    (folder / "menu.txt").write_text("Soup.\n")
    return folder


def catalogue_of(*paths: Path, cache: Path | None = None) -> Catalogue:
    """A catalogue that is up to date."""
    catalogue = Catalogue.open(paths, cache or paths[0].parent / "cache")
    update(catalogue)
    return catalogue


def names(catalogue: Catalogue, order: str) -> list[str]:
    return [entry.label for entry in catalogue.entries(catalogue.rowids(order))]


def test_an_entry_of_the_catalogue_says_what_a_scan_says(folder: Path) -> None:
    catalogue = catalogue_of(folder)
    found = {entry.name: entry for entry in catalogue.entries(catalogue.rowids())}
    assert len(catalogue) == len(found) == 5
    assert catalogue.cables == 4
    for entry in Library([folder]).scan():
        kept = found[entry.name]
        for field in ("path", "date", "post", "classification", "subject", "tags", "problem"):
            assert getattr(kept, field) == getattr(entry, field), (entry.name, field)


def test_the_orders_of_the_list(folder: Path) -> None:
    catalogue = catalogue_of(folder)
    assert names(catalogue, "-date") == ["06PORTALDER3", "06PORTALDER2", "06PORTALDER1", "06PORTALDER7", "menu.txt"]
    assert names(catalogue, "date") == ["06PORTALDER1", "06PORTALDER2", "06PORTALDER3", "06PORTALDER7", "menu.txt"]
    assert names(catalogue, "-subject") == ["06PORTALDER7", "06PORTALDER3", "06PORTALDER2", "06PORTALDER1", "menu.txt"]
    assert names(catalogue, "post")[:3] == ["06PORTALDER3", "06PORTALDER2", "06PORTALDER1"], (
        "the newest of equals first"
    )
    assert [entry.label for entry in catalogue.newest(2)] == names(catalogue, "-date")[:2]
    with pytest.raises(KeyError):
        catalogue.rowids("colour")


def test_rowids_are_in_the_order_of_dates(folder: Path) -> None:
    catalogue = catalogue_of(folder)
    for entry in catalogue.newest(3):
        assert entry.date is not None
        assert entry.rowid == first_of(entry.date)
    assert catalogue.rowids()[3] >= UNDATED > catalogue.rowids()[4]


@given(st.lists(st.integers(0, 3), max_size=300), st.integers(0, 300))
def test_a_rowid_depends_on_the_order_of_asking_and_nothing_else(minutes: list[int], broken_off: int) -> None:
    moments = [datetime(2006, 9, 1, 9, minute, tzinfo=UTC) for minute in minutes]
    slots = Slots(set())
    whole = [slots.take(moment) for moment in moments]
    assert len(set(whole)) == len(whole)
    assert all(rowid >= first_of(moment) for rowid, moment in zip(whole, moments, strict=True))
    assert all(rowid - first_of(moment) < len(whole) + 4 * SLOTS for rowid, moment in zip(whole, moments, strict=True))
    first = whole[:broken_off]
    slots = Slots(set(first))
    assert first + [slots.take(moment) for moment in moments[broken_off:]] == whole


def test_find_by_id_and_by_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = catalogue_of(folder)
    found = catalogue.find("06PORTALDER2")
    assert found is not None
    assert (found.name, found.copies) == ("2.txt", 1)
    monkeypatch.chdir(folder)
    assert catalogue.find("2.txt") == catalogue.find(str(folder / "2.txt")) == found
    assert catalogue.find("99NOWHERE1") is None
    many = catalogue.find_many(["06PORTALDER2", "99NOWHERE1", "06PORTALDER3", "06PORTALDER2"])
    assert {key: entry.name for key, entry in many.items()} == {"06PORTALDER2": "2.txt", "06PORTALDER3": "3.txt"}


def test_problems_have_their_reasons(folder: Path) -> None:
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(90))
    catalogue = catalogue_of(folder)
    assert {entry.name: entry.problem for entry in catalogue.problems()} == {
        "menu.txt": "no telegram found in this file",
        "photo.png": "binary file",
    }


def test_words_tags_and_references(folder: Path) -> None:
    (folder / "4.txt").write_text(
        telegram(4, "For this see PORT ALDER 0001 and 05 MEXICO 1234: silver\nfin is scarce.", ref="A. PORT ALDER 3")
    )
    catalogue = catalogue_of(folder)
    connection = catalogue.connection()
    query = "SELECT cable.id FROM words JOIN cable ON cable.rowid = words.rowid WHERE words MATCH ?"
    assert connection.execute(query, ('"silver fin is scarce"',)).fetchall() == [("06PORTALDER4",)]
    assert connection.execute(query, ("tags:pgov AND id:06portalder2",)).fetchall() == [("06PORTALDER2",)]
    assert connection.execute(query, ("soup",)).fetchall() == [], "what is no cable is no hit"
    assert connection.execute("SELECT count(*) FROM tag WHERE tag = 'PREL'").fetchone() == (4,)
    references = connection.execute("SELECT target, label, kind FROM reference ORDER BY kind DESC, target").fetchall()
    assert references == [
        ("06PORTALDER3", "A", "ref"),
        ("05MEXICO1234", None, "mention"),
        ("06PORTALDER1", None, "mention"),
    ]


def test_copies_of_a_cable_are_one_entry_the_best_first(tmp_path: Path) -> None:
    write(tmp_path / "text", 1, 2)
    (tmp_path / "dump.csv").write_text(row(1, day=2) + row(2, "Plain. " * 9 + "More.", day=3))
    catalogue = catalogue_of(tmp_path / "text", tmp_path / "dump.csv")
    assert len(catalogue) == 2
    first, second = catalogue.find("06PORTALDER1"), catalogue.find("06PORTALDER2")
    assert first is not None
    assert second is not None
    assert (first.rendition, first.copies) == ("telegram", 2), "of two that are complete, the one that looks sent"
    assert (second.rendition, second.copies) == ("dump row", 2), "a complete one before one that was cut"
    assert [copy.rendition for copy in catalogue.copies(second)] == ["dump row", "telegram"]
    library = Library([tmp_path])
    assert [library.read(copy).rendition for copy in catalogue.copies(second)] == ["dump row", "telegram"]


def test_a_connection_cannot_write_and_each_thread_has_its_own(folder: Path) -> None:
    catalogue = catalogue_of(folder)
    with pytest.raises(sqlite3.OperationalError):
        catalogue.connection().execute("DELETE FROM cable")
    found: list[sqlite3.Connection] = []
    thread = threading.Thread(target=lambda: found.append(catalogue.connection()))
    thread.start()
    thread.join()
    assert found[0] is not catalogue.connection() is catalogue.connection()


@pytest.mark.parametrize("harm", ["nothing", "garbage", "cut", "another version", "another program"])
def test_a_catalogue_that_is_damaged_or_old_is_begun_anew(folder: Path, harm: str) -> None:
    catalogue = catalogue_of(folder)
    path, size = catalogue.path, catalogue.path.stat().st_size
    del catalogue
    if harm == "garbage":
        path.write_bytes(b"no database" * 500)
    elif harm == "cut":
        path.write_bytes(path.read_bytes()[: size // 3])
    elif harm != "nothing":
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA {'user_version' if harm == 'another version' else 'application_id'} = 77")
    again = Catalogue.open([folder], path.parent.parent)
    assert again.path == path
    assert again.fresh == (harm == "nothing")
    assert len(again) == (5 if harm == "nothing" else 0)
    update(again)
    assert len(again) == 5


def test_damage_that_shows_late_is_mended_by_an_update(folder: Path) -> None:
    catalogue = catalogue_of(folder)
    catalogue.connection().close()
    blob = bytearray(catalogue.path.read_bytes())
    blob[8192:] = b"\xff" * (len(blob) - 8192)
    catalogue.path.write_bytes(blob)
    touch(folder / "1.txt")
    again = Catalogue.open([folder], catalogue.path.parent.parent)
    update(again)
    assert len(again) == 5


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in its place")
    catalogue = catalogue_of(folder, cache=tmp_path / "cache")
    assert len(catalogue) == 5


def test_the_same_paths_have_one_catalogue(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    first = Catalogue.open([folder, other], tmp_path / "cache")
    assert Catalogue.open([f"{other}/", str(folder), folder], tmp_path / "cache").path == first.path
    assert Catalogue.open([folder], tmp_path / "cache").path != first.path
    assert first.path.stat().st_mode & 0o077 == 0


def test_reading_from_a_dump_that_changed_gives_no_other_cable(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text(row(1) + row(2))
    library = Library([dump])
    update(library.catalogue)
    entry = library.catalogue.find("06PORTALDER2")
    assert entry is not None
    assert library.read(entry).id == "06PORTALDER2"
    dump.write_text(row(3) + row(1) + row(2))
    with pytest.raises(SourceError, match="was changed"):
        library.read(entry)
    found = library.find("06PORTALDER2")
    assert found is not None
    assert library.read(found).id == "06PORTALDER2", "looked for by its id, it is found in its new place"
    dump.unlink()
    with pytest.raises(SourceError, match="no such file"):
        library.read(found)


def test_programs_that_find_none_at_once_end_with_one(folder: Path, tmp_path: Path) -> None:
    opened: list[Catalogue] = []

    def start() -> None:
        opened.append(Catalogue.open([folder], tmp_path / "cache"))
        update(opened[-1])

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {catalogue.path for catalogue in opened} == {Catalogue.open([folder], tmp_path / "cache").path}
    assert [len(catalogue) for catalogue in opened] == [5] * 6
    assert {path.suffix for path in (tmp_path / "cache" / "catalogues").iterdir()} <= {
        ".sqlite",
        ".lock",
        ".sqlite-wal",
    } | {".sqlite-shm"}
