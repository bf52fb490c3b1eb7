"""Backups: taken before a file is written, thinned out by a rule, independent of the file they are of."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.notes import NoteStore
from cablereader.store.notes.care.backups import DAILY, NEWEST, WEEKLY, Backups, spared
from hypothesis import given
from hypothesis import strategies as st

NAME = "06PORTALDER412.json"
TIMES = st.sets(st.datetimes(datetime(2025, 12, 1), datetime(2026, 3, 1), timezones=st.just(UTC)), max_size=60)


def _reopened(store: NoteStore) -> NoteStore:
    return NoteStore(store.folder, store.folder.parent / "state")


def _kept(store: NoteStore) -> list[bytes]:
    return [backup.path.read_bytes() for backup in Backups(store.folder).of(store.folder / NAME)]


def test_a_session_keeps_what_it_found_and_then_keeps_every_ten_minutes(
    store: NoteStore, cable: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(cable, None, "one")
    found = (store.folder / NAME).read_bytes()
    assert _kept(store) == []
    clock = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: clock)
    session = _reopened(store)
    session.add(cable, None, "two")
    session.add(cable, None, "three")
    assert _kept(store) == [found]
    clock += 601
    before = (store.folder / NAME).read_bytes()
    session.add(cable, None, "four")
    assert _kept(store) == [before, found]


def test_a_change_that_changes_nothing_keeps_nothing(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, None, "one")
    _reopened(store).update(note)
    assert _kept(store) == []


def test_a_backup_shares_nothing_with_the_file_once_that_is_written(store: NoteStore, cable: Cable) -> None:
    store.add(cable, None, "one")
    _reopened(store).add(cable, None, "two")
    before = _kept(store)
    (store.folder / NAME).write_bytes(b"written in place by another program")
    assert _kept(store) == before


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP, errno.EXDEV])
def test_where_links_fail_it_is_a_copy(
    store: NoteStore, cable: Cable, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    store.add(cable, None, "one")
    found = (store.folder / NAME).read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(code, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    _reopened(store).add(cable, None, "two")
    assert _kept(store) == [found]


def test_no_note_is_refused_because_its_backup_failed(store: NoteStore, cable: Cable) -> None:
    store.add(cable, None, "one")
    (store.folder / "backups").write_text("in the way")
    _reopened(store).add(cable, None, "two")
    assert len(store.of("06PORTALDER412")) == 2


def test_keep_copies_once_what_is_new(store: NoteStore, cable: Cable) -> None:
    store.add(cable, None, "one")
    path, backups = store.folder / NAME, Backups(store.folder)
    kept = backups.keep(path)
    assert kept is not None
    assert kept.path.stat().st_ino != path.stat().st_ino
    assert backups.keep(path) is None
    assert backups.of(path) == [kept]
    with pytest.raises(FileNotFoundError):
        backups.keep(store.folder / "missing.json")


@given(times=TIMES)
def test_the_rule_spares_the_newest_and_the_first_of_days_and_weeks(times: set[datetime]) -> None:
    kept, newest = spared(times), sorted(times, reverse=True)
    assert kept <= times
    assert kept >= set(newest[:NEWEST])
    assert len(kept) <= NEWEST + DAILY + WEEKLY
    assert spared(kept) == kept, "thinning out twice removes no more"
    for day in sorted({made.date() for made in times}, reverse=True)[:DAILY]:
        assert min(made for made in times if made.date() == day) in kept


@given(days=st.integers(1, 60), a_day=st.integers(1, 8))
def test_a_daily_habit_keeps_weeks(days: int, a_day: int) -> None:
    """Thinned out after every backup, as it happens, the rule still reaches back as far as it promises."""
    begin, kept = datetime(2026, 1, 1, 8, tzinfo=UTC), set[datetime]()
    for day in range(days):
        for hour in range(a_day):
            kept = spared(kept | {begin + timedelta(days=day, hours=hour)})
    assert len({made.date() for made in kept}) >= min(days, DAILY)
    assert len({made.isocalendar()[:2] for made in kept}) == min(WEEKLY, len({made.isocalendar()[:2] for made in kept}))
    assert max(kept) - min(kept) >= timedelta(days=min(days - 1, 7 * (WEEKLY - 1)))


def test_prune_touches_backups_alone(store: NoteStore, cable: Cable, make_cable: Callable[..., Cable]) -> None:
    store.add(cable, None, "one")
    backups = Backups(store.folder)
    assert backups.keep(store.folder / NAME)
    for second in range(20):
        (backups.folder / f"{NAME}.20260101T0000{second:02}.000000Z").write_text("old")
    (backups.folder / "copies").mkdir()
    others = [backups.folder / "mine.txt", backups.folder / "copies" / f"{NAME}.20200101T000000.000000Z"]
    for other in others:
        other.write_text("x")
    assert backups.prune() == 21 - NEWEST - 1, "the first of that day stays besides"
    assert all(other.exists() for other in others)


def test_sync_programs_are_told_what_to_pass_over_once(store: NoteStore, cable: Cable) -> None:
    store.add(cable, None, "one")
    ignored = store.folder / ".gitignore"
    assert {".*.tmp", "*.lock", "/backups/"} <= set(ignored.read_text().splitlines())
    assert "/backups" in (store.folder / ".stignore").read_text().splitlines()
    ignored.write_text("mine")
    _reopened(store).add(cable, None, "two")
    assert ignored.read_text() == "mine"


def test_old_strays_are_swept_in_every_session(store: NoteStore, cable: Cable) -> None:
    store.add(cable, None, "one")
    stray = Path(store.folder, ".x.json.0123456789ab.tmp")
    stray.write_text("x")
    os.utime(stray, (0, 0))
    _reopened(store).add(cable, None, "two")
    assert not stray.exists()
