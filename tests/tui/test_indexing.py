"""An update of the catalogue on the screen's side: its words, its end, and sources that change under it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cablereader.store.catalogue import Outcome, Progress
from cablereader.tui.indexing import duration, outcome_words, progress_words
from cablereader.tui.watch import Watch


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (16.4, "16 s"), (99, "99 s"), (125, "2 min"), (3000, "50 min"), (7500, "2 h 5 min")],
)
def test_times_as_one_says_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_progress_on_a_line() -> None:
    line = progress_words(Progress(120_000, 251_287, 48, 100, 119_000, 8123.4, 16.2, "x"))
    assert line == "Indexing 120,000 of 251,287  48%  8,123/s  16 s left"
    assert "left" not in progress_words(Progress(1, 9, 0, 0, 1, 2.0, None, "x"))
    assert progress_words(Progress(0, 0, 0, 0, 0, 0.0, None, "x")) == "Looking through the sources…"


def test_what_was_done_is_said_only_where_something_was() -> None:
    assert outcome_words(Outcome()) == ""
    assert outcome_words(Outcome(added=1200, removed=1)) == "The library is up to date: 1,200 new, 1 gone"
    assert "2 texts could not be read" in outcome_words(Outcome(changed=3, problems=2))


def test_sources_that_change_or_vanish_are_told(tmp_path: Path) -> None:
    dump, other = tmp_path / "cables.csv", tmp_path / "other.csv"
    dump.write_text("a")
    other.write_text("b")
    watch = Watch([str(dump), str(other), "-"])
    assert watch.change() == "", "nothing is known before it begins"
    watch.begin()
    assert watch.change() == ""
    dump.write_text("ab")
    assert watch.change() == f"{dump} has changed"
    other.unlink()
    assert f"{other} cannot be read any more: no such file or folder" in watch.change()
    watch.begin()
    assert watch.change() == ""
    os.replace(dump, other)
    assert "no such file" in watch.change()
