"""Bringing a catalogue up to date: what changed and nothing else, over interruptions, beside other programs."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cablereader.cable.search_text import Searchable, read_searchable
from cablereader.store import Library
from cablereader.store.catalogue import Catalogue, Outcome, Progress, update
from cablereader.store.catalogue import texts as reading
from cablereader.store.catalogue.run import Run
from cablereader.store.catalogue.worker import Task, Worker, read_tasks, workers_for

from .telegrams import row, telegram, touch, write


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was parsed, as it goes on: the first line of the subject of each text."""
    seen: list[str] = []

    def spy(text: str, name: str | None = None) -> Searchable:
        found = read_searchable(text, name)
        seen.append(found.heading.header.subject or "")
        return found

    monkeypatch.setattr(reading, "read_searchable", spy)
    return seen


def state(catalogue: Catalogue) -> dict[str, list[tuple[object, ...]]]:
    """All that a catalogue says, without the numbers that it gives to rows."""
    connection = catalogue.connection()
    queries = {
        "cable": "SELECT * FROM cable",
        "copy": "SELECT cable, rank, path, member, start, length, rendition, name, weight, copy.digest FROM copy "
        "JOIN source ON source.number = copy.source",
        "source": "SELECT path, kind, size, changed, complete FROM source",
        "tag": "SELECT * FROM tag",
        "reference": "SELECT * FROM reference",
        "words": "SELECT rowid FROM words WHERE words MATCH 'plain' AND rowid NOT IN (SELECT rowid FROM gone)",
    }
    return {name: sorted(map(tuple, connection.execute(query)), key=repr) for name, query in queries.items()}


def meaning(catalogue: Catalogue) -> dict[str, list[tuple[object, ...]]]:
    """The same without rowids, which depend on what was there when."""
    connection = catalogue.connection()
    queries = {
        "cable": "SELECT id, date, subject, tags, copies, problem FROM cable",
        "copy": "SELECT cable.id, rank, path, member, start, length FROM copy "
        "JOIN source ON source.number = copy.source JOIN cable ON cable.rowid = copy.cable",
        "tag": "SELECT tag, id FROM tag JOIN cable ON cable.rowid = tag.cable",
        "reference": "SELECT id, target, label, kind FROM reference JOIN cable ON cable.rowid = reference.cable",
        "words": "SELECT cable.id FROM words JOIN cable ON cable.rowid = words.rowid WHERE words MATCH 'port'",
    }
    return {name: sorted(map(tuple, connection.execute(query)), key=repr) for name, query in queries.items()}


def hits(catalogue: Catalogue, word: str) -> set[str]:
    query = "SELECT cable.id FROM words JOIN cable ON cable.rowid = words.rowid WHERE words MATCH ?"
    return {identifier for (identifier,) in catalogue.connection().execute(query, (word,))}


def same_as_new(catalogue: Catalogue) -> bool:
    """Whether a catalogue says what one made anew says."""
    fresh = Catalogue.open(catalogue.paths, catalogue.path.parent / "anew")
    update(fresh, anew=True)
    return meaning(catalogue) == meaning(fresh)


def test_only_what_changed_is_read_again(tmp_path: Path, read: list[str]) -> None:
    write(tmp_path / "cables", 1, 2, 3, 4)
    catalogue = Catalogue.open([tmp_path / "cables"], tmp_path)
    assert update(catalogue) == Outcome(added=4)
    before = catalogue.generation
    assert update(catalogue) == Outcome()
    assert catalogue.generation == before
    read.clear()
    (tmp_path / "cables" / "2.txt").write_text(telegram(2, "Silverfin.", subject="ANOTHER"))
    (tmp_path / "cables" / "3.txt").unlink()
    write(tmp_path / "cables", 5)
    touch(tmp_path / "cables" / "2.txt")
    assert update(catalogue) == Outcome(added=1, changed=1, removed=1)
    assert sorted(read) == ["A LAMP 5", "ANOTHER"]
    assert hits(catalogue, "silverfin") == {"06PORTALDER2"}
    assert hits(catalogue, "plain") == {"06PORTALDER1", "06PORTALDER4", "06PORTALDER5"}
    assert same_as_new(catalogue)


def test_a_dump_that_changed_is_read_where_it_is_new(tmp_path: Path, read: list[str]) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n) for n in range(1, 9)))
    catalogue = Catalogue.open([dump], tmp_path)
    update(catalogue)
    read.clear()
    dump.write_text(row(12) + "".join(row(n, "Plain tides." if n == 3 else "Plain.") for n in (8, 1, 2, 3, 5, 6)))
    outcome = update(catalogue)
    assert sorted(read) == ["A LAMP 12", "A LAMP 3"]
    assert outcome.removed + outcome.changed == 3, "of 3, 4 and 7"
    assert hits(catalogue, "tides") == {"06PORTALDER3"}
    assert same_as_new(catalogue)


def test_an_archive_that_changed_is_read_where_it_is_new(tmp_path: Path, read: list[str]) -> None:
    path = tmp_path / "x.zip"

    def pack(**members: str) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in members.items():
                archive.writestr(f"folder/{name}.txt", text)

    pack(a=telegram(1), b=telegram(2))
    catalogue = Catalogue.open([path], tmp_path)
    update(catalogue)
    read.clear()
    pack(z=telegram(9), b=telegram(2))
    update(catalogue)
    assert read == ["A LAMP 9"]
    assert same_as_new(catalogue)


def test_a_file_that_was_only_touched_stays(tmp_path: Path) -> None:
    write(tmp_path / "cables", 1)
    catalogue = Catalogue.open([tmp_path / "cables"], tmp_path)
    update(catalogue)
    before = catalogue.find("06PORTALDER1")
    touch(tmp_path / "cables" / "1.txt")
    assert update(catalogue) == Outcome()
    assert catalogue.find("06PORTALDER1") == before


def test_the_next_best_copy_takes_the_place_of_the_best(tmp_path: Path) -> None:
    write(tmp_path / "text", 1)
    (tmp_path / "dump.csv").write_text(row(1, "Tides.") + row(2))
    catalogue = Catalogue.open([tmp_path / "text", tmp_path / "dump.csv"], tmp_path)
    update(catalogue)
    assert hits(catalogue, "tides") == set(), "the text of the best copy is the one that is searched"
    (tmp_path / "text" / "1.txt").unlink()
    update(catalogue)
    found = catalogue.find("06PORTALDER1")
    assert found is not None
    assert (found.rendition, found.copies) == ("dump row", 1)
    assert hits(catalogue, "tides") == {"06PORTALDER1"}
    write(tmp_path / "text", 1)
    update(catalogue)
    found = catalogue.find("06PORTALDER1")
    assert found is not None
    assert (found.rendition, found.copies) == ("telegram", 2)
    assert hits(catalogue, "plain") == {"06PORTALDER1", "06PORTALDER2"}
    assert same_as_new(catalogue)


def test_two_copies_in_one_dump_of_which_one_goes(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text(row(1, "Plain and long enough to be the best.") + row(2) + row(1, "Plain."))
    catalogue = Catalogue.open([dump], tmp_path)
    update(catalogue)
    dump.write_text(row(2) + row(1, "Plain."))
    update(catalogue)
    assert same_as_new(catalogue)


def test_a_path_that_is_not_there_keeps_its_cables_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    write(folder, 1, 2)
    catalogue = Catalogue.open([folder], tmp_path)
    update(catalogue)
    folder.rename(tmp_path / "elsewhere")
    update(catalogue)
    assert {entry.label for entry in catalogue.newest(9) if not entry.problem} == {"06PORTALDER1", "06PORTALDER2"}
    (problem,) = catalogue.problems()
    assert (problem.path, problem.problem) == (folder, "cannot be read: no such file or folder")
    (tmp_path / "elsewhere").rename(folder)
    assert update(catalogue).added == 0
    assert catalogue.problems() == []


def test_a_dump_that_is_not_there_keeps_its_cables_and_says_so(tmp_path: Path, read: list[str]) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text(row(1) + row(2))
    catalogue = Catalogue.open([dump], tmp_path)
    update(catalogue)
    dump.rename(tmp_path / "moved")
    update(catalogue)
    assert len([entry for entry in catalogue.newest(9) if not entry.problem]) == 2
    assert [entry.problem for entry in catalogue.problems()] == ["cannot be read: no such file or folder"]
    (tmp_path / "moved").rename(dump)
    read.clear()
    update(catalogue)
    assert (read, catalogue.problems()) == ([], [])


def test_what_could_not_be_opened_is_tried_again(tmp_path: Path) -> None:
    link = tmp_path / "cables" / "1.txt"
    link.parent.mkdir()
    link.symlink_to(link)
    catalogue = Catalogue.open([link], tmp_path)
    update(catalogue)
    assert len(catalogue.problems()) == 1
    link.unlink()
    write(link.parent, 1)
    update(catalogue)
    assert (catalogue.problems(), len(catalogue)) == ([], 1)


def test_stopped_and_started_again_it_ends_the_same(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n, day=n // 80 + 1) for n in range(1, 1800)))
    whole = Catalogue.open([dump], tmp_path / "whole")
    update(whole)
    broken = Catalogue.open([dump], tmp_path / "broken")
    for stops in (1, 2, 1):
        calls = iter([False] * stops)
        assert update(broken, stop=lambda calls=calls: next(calls, True)).stopped  # type: ignore[misc]
    assert 0 < len(broken) < len(whole)
    assert [broken.fresh, whole.fresh] == [False, True]
    update(broken)
    assert state(broken) == state(whole)


def test_the_newest_of_a_dump_come_first(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n, day=n // 80 + 1) for n in range(1, 1800)))
    catalogue = Catalogue.open([dump], tmp_path)
    calls = iter([False] * 2)
    update(catalogue, stop=lambda: next(calls, True))
    assert min(int(entry.label.removeprefix("06PORTALDER")) for entry in catalogue.newest(1800)) > 100
    assert catalogue.find("06PORTALDER1799")


def test_hostile_texts_are_catalogued(hostile_file: Path, home: Path) -> None:
    catalogue = Catalogue.open([hostile_file.parent], home)
    assert update(catalogue).added == 1
    assert [entry.path for entry in catalogue.newest(9)] == [hostile_file]
    touch(hostile_file)
    assert update(catalogue) == Outcome()


def test_hostile_names_are_kept(hostile_named_file: Path, home: Path) -> None:
    catalogue = Catalogue.open([hostile_named_file], home)
    assert update(catalogue).added == 1
    (entry,) = catalogue.newest(9)
    assert (entry.path, entry.name) == (hostile_named_file, hostile_named_file.name)
    assert Library([hostile_named_file]).read(entry).id == entry.id
    hostile_named_file.rename(hostile_named_file.with_name("other"))
    update(catalogue)
    assert len(catalogue.problems()) == 1


def test_progress_is_told(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n) for n in range(1, 400)))
    told: list[Progress] = []
    update(Catalogue.open([dump], tmp_path), told.append)
    assert len(told) > 1
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert (told[-1].done, told[-1].total, told[-1].cables) == (399, 399, 399)
    assert told[-1].bytes_done == told[-1].bytes_total == dump.stat().st_size


_PROGRAM = """
import sys
from pathlib import Path
from cablereader.cable.search_text import Searchable, read_searchable
from cablereader.store import Library
from cablereader.store.catalogue import Catalogue, update
catalogue = Catalogue.open([sys.argv[1]], Path(sys.argv[2]))
update(catalogue, lambda progress: print(progress.done, flush=True))
"""


def program(dump: Path, cache: Path) -> subprocess.Popen[str]:
    """An update in a process of its own."""
    words = [sys.executable, "-c", _PROGRAM, str(dump), str(cache)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def test_killed_half_way_it_goes_on_and_leaves_no_process_behind(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n, "Plain tides. " * 40, day=n % 28 + 1) for n in range(1, 3000)))
    whole = Catalogue.open([dump], tmp_path / "whole")
    update(whole)
    victim = program(dump, tmp_path / "killed")
    assert victim.stdout is not None
    while int(victim.stdout.readline()) < 300:
        pass
    children = _children(victim.pid)
    victim.kill()
    victim.wait()
    victim.stdout.close()
    killed = Catalogue.open([dump], tmp_path / "killed")
    assert 0 < len(killed) < len(whole)
    update(killed)
    assert state(killed) == state(whole)
    _wait_until(lambda: not any(map(_lives, children)))


def test_two_programs_at_once_make_one_catalogue(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n) for n in range(1, 1500)))
    other = program(dump, tmp_path / "shared")
    assert other.stdout is not None
    other.stdout.readline()
    catalogue = Catalogue.open([dump], tmp_path / "shared")
    told: list[str] = []
    update(catalogue, lambda progress: told.append(progress.now))
    other.stdout.read()
    other.stdout.close()
    assert other.wait() == 0
    assert len(catalogue) == 1499
    assert catalogue.connection().execute("SELECT count(*) FROM copy").fetchone() == (1499,)


def test_a_reader_sees_the_catalogue_grow(tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n) for n in range(1, 500)))
    catalogue = Catalogue.open([dump], tmp_path)
    seen: list[tuple[int, int]] = []
    update(catalogue, lambda _: seen.append((catalogue.generation, len(catalogue.newest(9999)))))
    assert len(seen) > 1
    assert seen == sorted(set(seen)), "generation and list rise together"


@pytest.mark.skipif(not workers_for(10_000), reason="needs two processors")
def test_workers_read_what_would_be_read_without_them(tmp_path: Path) -> None:
    write(tmp_path / "cables", *range(1, 30))
    task: Task = [(str(path), "file", None, None, None) for path in sorted((tmp_path / "cables").iterdir())]
    tasks = [task[:10], task[10:11], task[11:], []]
    assert list(read_tasks(tasks, 2)) == list(read_tasks(tasks, 0))


@pytest.mark.skipif(not hasattr(os, "kill"), reason="needs signals")
def test_what_a_worker_dies_of_is_read_without_it(tmp_path: Path) -> None:
    write(tmp_path / "cables", 1, 2)
    task: Task = [(str(tmp_path / "cables" / "1.txt"), "file", None, None, None)]
    answers = read_tasks(iter([task] * 40), 1)
    first = next(answers)
    for pid in _children(os.getpid()):
        os.kill(pid, signal.SIGKILL)
    assert [first, *answers] == [first] * 40


def test_a_worker_that_is_ended_is_gone() -> None:
    worker = Worker()
    pid = worker._process.pid
    assert _lives(pid)
    worker.end()
    assert not _lives(pid)


def test_many_rows_that_are_gone_are_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cablereader.store.catalogue.run._MANY_GONE", 3)
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n) for n in range(1, 9)))
    catalogue = Catalogue.open([dump], tmp_path)
    update(catalogue)
    dump.write_text("".join(row(n, "Plain tides.") for n in range(6, 9)))
    update(catalogue)
    assert catalogue.connection().execute("SELECT count(*) FROM gone").fetchone() == (0,)
    assert same_as_new(catalogue)


def test_an_index_filled_in_bulk_is_put_in_order_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cablereader.store.catalogue.run.MANY", 300)
    monkeypatch.setattr("cablereader.store.catalogue.writer.MANY", 300)
    monkeypatch.setattr("cablereader.store.catalogue.writer._PAGES", 1)
    dump = tmp_path / "dump.csv"
    dump.write_text("".join(row(n, f"Plain {n}.") for n in range(1, 500)))
    catalogue = Catalogue.open([dump], tmp_path)
    assert update(catalogue, tidy=True).added == 499
    before, generation, segments = meaning(catalogue), catalogue.generation, _segments(catalogue)
    told: list[str] = []
    assert update(catalogue, stop=lambda: len(told) > 1, tell=lambda each: told.append(each.now), tidy=True).stopped
    assert update(catalogue, tidy=True) == Outcome()
    assert told[0] == "putting the index in order"
    assert (meaning(catalogue), catalogue.generation) == (before, generation), "nobody has to list anything again"
    assert _segments(catalogue) == 1 < segments
    told.clear()
    update(catalogue, lambda each: told.append(each.now), tidy=True)
    assert told == []


def _segments(catalogue: Catalogue) -> int:
    """The parts of the index in which a word has to be looked for."""
    query = "SELECT count(DISTINCT segid) FROM words_idx"
    return int(catalogue.connection().execute(query).fetchone()[0])


def test_a_disk_that_is_full_is_told_and_keeps_what_was_there(tmp_path: Path) -> None:
    from cablereader.store.errors import StoreUnwritable

    write(tmp_path / "cables", 1)
    catalogue = Catalogue.open([tmp_path / "cables"], tmp_path)
    update(catalogue)
    write(tmp_path / "cables", *range(2, 60))
    with pytest.MonkeyPatch.context() as patch:

        def full(*_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        patch.setattr(Run, "_keep", full)
        with pytest.raises(StoreUnwritable, match="disk is full"):
            update(catalogue)
    assert catalogue.find("06PORTALDER1")
    update(catalogue)
    assert len(catalogue) == 59
    assert same_as_new(catalogue)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        pytest.skip("needs /proc to see processes")


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)
