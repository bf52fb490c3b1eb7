"""Where things are kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cablereader.store.places import places


def test_home_variable_moves_all_four(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CABLEREADER_HOME", str(tmp_path))
    found = places()
    assert (found.config, found.data, found.state, found.cache) == tuple(
        tmp_path / name for name in ("config", "data", "state", "cache")
    )
    assert found.notes == tmp_path / "data" / "notes"
    assert list(tmp_path.iterdir()) == [], "asking for the places makes none of them"


def test_relative_and_tilde_homes_become_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CABLEREADER_HOME", "here")
    assert places().data == tmp_path / "here" / "data"
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("CABLEREADER_HOME", "~/cables")
    assert places().state == tmp_path / "me" / "cables" / "state"


@pytest.mark.skipif(os.name == "nt" or not Path("/proc").exists(), reason="XDG folders are Linux's")
def test_without_the_variable_the_platform_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CABLEREADER_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert places().notes == tmp_path / "share" / "cablereader" / "notes"
    assert places().drafts == tmp_path / "state" / "cablereader" / "drafts"
