"""Marks as JSON, and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cablereader.store.places import places
from cablereader.store.reading import Reading
from cablereader.store.reading.exchange import NotMarks, changes_in

from .conftest import Run


def test_marks_travel_as_json(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading(places().state)
    reading.mark_read(["06MEXICO4964"])
    reading.flag(["06MEXICO4964"])
    reading.tag(["08MEXICO199"], "To cite")
    reading.add_bookmark("08MEXICO199", "3", "Words")
    printed = run("marks").out
    (tmp_path / "marks.json").write_text(printed, "utf-8")
    monkeypatch.setenv("CABLEREADER_HOME", str(tmp_path / "elsewhere"))
    assert "4 marks were added" in run("marks", "--import", str(tmp_path / "marks.json")).out
    assert json.loads(run("marks").out) == json.loads(printed)
    assert Reading(places().state).tagged("to CITE") == {"08MEXICO199"}
    assert "0 marks were added, 4 were there" in run("marks", "--import", str(tmp_path / "marks.json")).out


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"cablereader_marks": 2}',
        '{"cablereader_marks": 1, "read": [1]}',
        '{"cablereader_marks": 1, "read": [{"cable": 1, "at": "x"}]}',
        '{"cablereader_marks": 1, "flag": {}}',
    ],
)
def test_what_has_no_marks_changes_nothing_and_is_told(text: str, run: Run, tmp_path: Path) -> None:
    with pytest.raises(NotMarks):
        changes_in(text)
    (tmp_path / "x.json").write_text(text, "utf-8")
    done = run("marks", "--import", str(tmp_path / "x.json"))
    assert done.code == 2
    assert "x.json" in done.err
