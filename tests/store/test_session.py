"""What is remembered between runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cablereader.store.errors import StoreUnwritable
from cablereader.store.session import Session


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "state" / "session.json"
    session = Session.load(path)
    assert (session.column, session.last_paths, session.message) == (84, [], None)
    session.last_paths = ["/cables", "not\udcffutf8"]
    session.theme, session.column, session.sort, session.zoom, session.header_open = "amber", 72, "post", True, True
    session.pane_widths = {"list": 40, "notes": 30}
    session.last_cable = "06PORTALDER412"
    session.save()
    assert Session.load(path) == session


def test_keys_of_another_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_text(json.dumps({"column": 60, "future": {"x": [1]}}))
    session = Session.load(path)
    session.column = 61
    session.save()
    assert json.loads(path.read_text())["future"] == {"x": [1]}
    assert Session.load(path).column == 61


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_damaged_file_gives_defaults_and_a_message(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(content)
    session = Session.load(path)
    assert session.message
    assert session.column == 84


def test_values_of_a_wrong_type_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    wrong = {"column": "wide", "zoom": 1, "last_paths": [1], "pane_widths": {"list": "x"}}
    path.write_text(json.dumps({**wrong, "theme": "paper", "sort": 5}))
    session = Session.load(path)
    assert (session.column, session.zoom, session.last_paths, session.pane_widths) == (84, False, [], {})
    assert (session.theme, session.sort) == ("paper", None)


def test_a_session_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(StoreUnwritable):
        Session(tmp_path / "state" / "session.json").save()
    assert Session.load(tmp_path / "state" / "session.json").message
