"""Marks on cables: changes can be taken back, windows see each other, a damaged file loses nothing silently."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cablereader.store.errors import StoreBusy, StoreError
from cablereader.store.reading import Reading
from cablereader.store.reading.reading import FILE
from hypothesis import given, settings
from hypothesis import strategies as st

ONE, TWO, THREE = "06MEXICO4964", "08MEXICO199", "09STATE60627"


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    """Marks in a folder of their own."""
    reading = Reading(tmp_path / "state")
    yield reading
    reading.close()


def test_marks_are_kept(reading: Reading, tmp_path: Path) -> None:
    reading.mark_read([ONE, TWO])
    reading.flag([TWO])
    reading.tag([ONE, TWO], "#To cite")
    reading.add_bookmark(ONE, "3", "On August 30")
    other = Reading(tmp_path / "state")
    assert other.read_ids() == {ONE, TWO}
    assert other.flagged_ids() == {TWO}
    assert other.tagged("to  CITE") == {ONE, TWO}
    assert other.tags(ONE) == ("To cite",)
    assert other.all_tags() == {"To cite": 2}
    assert [mark[:3] for mark in other.bookmarks()] == [(ONE, "3", "On August 30")]
    assert other.bookmarked_ids() == {ONE}
    other.close()


def test_a_change_tells_only_what_changed(reading: Reading) -> None:
    reading.mark_read([ONE])
    change = reading.mark_read([ONE, TWO])
    assert change.cables == {TWO}
    assert not reading.flag([THREE], on=False)
    assert not reading.tag([ONE], " # ")


def test_setting_tags_keeps_those_that_were_there(reading: Reading) -> None:
    reading.tag([ONE], "keep")
    reading.tag([ONE], "drop")
    change = reading.set_tags(ONE, ["keep", "New", "new "])
    assert reading.tags(ONE) == ("keep", "new")
    assert [row[2] for row in change.gone] == ["drop"]
    reading.make(change.inverse())
    assert reading.tags(ONE) == ("drop", "keep")


def test_a_tag_may_be_written_otherwise(reading: Reading) -> None:
    reading.tag([ONE], "ngo")
    change = reading.set_tags(ONE, ["NGO"])
    assert reading.tags(ONE) == ("NGO",)
    reading.make(change.inverse())
    assert reading.tags(ONE) == ("ngo",)


def test_an_undone_bookmark_is_as_it_was(reading: Reading) -> None:
    reading.add_bookmark(ONE, "3", "words")
    before = reading.bookmarks()
    gone = reading.remove_bookmark(ONE, "3")
    assert reading.bookmarks() == []
    reading.make(gone.inverse())
    assert reading.bookmarks() == before


_IDS = st.lists(st.sampled_from([ONE, TWO, THREE]), max_size=3)
_ACTIONS = st.one_of(
    st.tuples(st.just("read"), _IDS, st.booleans()),
    st.tuples(st.just("flag"), _IDS, st.booleans()),
    st.tuples(st.sampled_from(["a", "A", "b"]), _IDS, st.booleans()),
)


def _state(reading: Reading) -> object:
    return reading.read_ids(), reading.flagged_ids(), [reading.tags(cable) for cable in (ONE, TWO, THREE)]


@settings(max_examples=30, deadline=None)
@given(st.lists(_ACTIONS, max_size=8))
def test_changes_taken_back_in_turn_lead_to_the_beginning(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, list[str], bool]]
) -> None:
    reading = Reading(tmp_path_factory.mktemp("reading"))
    states, changes = [_state(reading)], []
    for what, cables, on in actions:
        if what == "read":
            changes.append(reading.mark_read(cables, on))
        else:
            changes.append(reading.flag(cables, on) if what == "flag" else reading.tag(cables, what, on))
        states.append(_state(reading))
    for change, before in zip(reversed(changes), reversed(states[:-1]), strict=True):
        reading.make(change.inverse())
        assert _state(reading) == before
    reading.close()


def test_windows_see_each_other(reading: Reading, tmp_path: Path) -> None:
    other = Reading(tmp_path / "state")
    assert other.read_ids() == frozenset()
    before = other.generation
    reading.mark_read([ONE])
    assert other.generation != before
    assert other.read_ids() == {ONE}
    other.close()


def test_threads_share_one_door(reading: Reading) -> None:
    threads = [threading.Thread(target=lambda n=n: [reading.flag([f"{n}-{i}"]) for i in range(20)]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reading.flagged_ids()) == 80


def test_a_busy_window_is_told_of(reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading.flag([ONE])
    monkeypatch.setattr("cablereader.store.reading.database._PATIENCE", 0.05)
    other = Reading(tmp_path / "state")
    with closing(sqlite3.connect(tmp_path / "state" / FILE, isolation_level=None)) as blocking:
        blocking.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            other.flag([TWO])
        assert other.flagged_ids() == {ONE}
    other.close()


def test_a_file_that_was_busy_when_it_was_opened_is_tried_again(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cablereader.store.reading.database._PATIENCE", 0.05)
    (tmp_path / "state").mkdir()
    with closing(sqlite3.connect(tmp_path / "state" / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy):
            reading.read_ids()
    assert reading.mark_read([ONE])
    assert reading.read_ids() == {ONE}


def test_folder_and_file_are_private(reading: Reading, tmp_path: Path) -> None:
    reading.flag([ONE])
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
    for file in (tmp_path / "state").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


@pytest.mark.parametrize("rubbish", [b"", b"no database at all, whatever its length" * 100])
def test_what_is_no_database_is_set_aside(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / FILE).write_bytes(rubbish)
    reading = Reading(tmp_path)
    reading.flag([ONE])
    assert reading.flagged_ids() == {ONE}
    aside = list(tmp_path.glob("reading.damaged-*.sqlite3"))
    assert [file.read_bytes() for file in aside] == ([rubbish] if rubbish else [])
    assert bool(reading.message) == bool(rubbish)
    reading.close()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as strange:
        strange.execute("CREATE TABLE recipes (name TEXT)")
    reading = Reading(tmp_path)
    assert reading.read_ids() == frozenset()
    (aside,) = tmp_path.glob("reading.damaged-*.sqlite3")
    with closing(sqlite3.connect(aside)) as strange:
        assert strange.execute("SELECT count(*) FROM recipes").fetchone() == (0,)
    reading.close()


def test_what_can_be_read_of_a_damaged_file_is_kept(tmp_path: Path) -> None:
    reading = Reading(tmp_path)
    reading.flag([ONE])
    reading.mark_read([f"06MEXICO{number}" for number in range(20_000)])
    reading.close()
    file = tmp_path / FILE
    raw = bytearray(file.read_bytes())
    for page in range(40, len(raw) // 4096):
        raw[page * 4096 : page * 4096 + 512] = os.urandom(512)
    file.write_bytes(raw)
    reading = Reading(tmp_path)
    assert reading.read_ids() < {f"06MEXICO{number}" for number in range(20_000)}
    assert reading.flagged_ids() == {ONE}
    assert reading.message is not None
    assert str(next(tmp_path.glob("reading.damaged-*.sqlite3"))) in reading.message
    reading.close()


def test_a_newer_file_is_not_touched(tmp_path: Path) -> None:
    reading = Reading(tmp_path)
    reading.flag([ONE])
    reading.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer version"):
        reading.flag([TWO])
    assert not list(tmp_path.glob("*damaged*"))


def test_a_file_that_was_exchanged_is_opened_again(reading: Reading, tmp_path: Path) -> None:
    reading.flag([ONE])
    for file in (tmp_path / "state").iterdir():
        file.unlink()
    reading.flag([TWO])
    assert Reading(tmp_path / "state").flagged_ids() == {TWO}


def test_a_killed_window_leaves_what_it_said_was_done(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from cablereader.store.reading import Reading\n"
        f"reading = Reading(Path({str(tmp_path)!r}))\n"
        "for number in range(100000):\n"
        "    reading.flag([str(number)]); print(number, flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(50)]
    process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    told += process.communicate()[0].splitlines()
    reading = Reading(tmp_path)
    whole = {line.strip() for line in told if line.strip()}
    assert whole <= reading.flagged_ids()
    assert reading.message is None
    reading.close()


def test_visits_are_told_newest_first(tmp_path: Path) -> None:
    times = iter(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(10))
    reading = Reading(tmp_path, clock=lambda: next(times))
    first = reading.visit(ONE, "TITLE", "2")
    assert reading.visit(ONE, "TITLE", "3", 40, first) == first
    reading.visit(TWO)
    assert [(visit.cable, visit.anchor, visit.offset) for visit in reading.visits(10)] == [(TWO, "", 0), (ONE, "3", 40)]
    assert reading.visit(TWO, "", "1", 0, first) not in (first, None)
    last = reading.last_visit(ONE)
    assert last is not None
    assert last[2:] == ("TITLE", "3", 40, "2026-01-01T00:01:00Z")
    reading.close()
