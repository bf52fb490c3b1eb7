"""Drafts outlive the program, exactly as typed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cablereader.store.errors import StoreUnreadable, StoreUnwritable
from cablereader.store.notes.drafts import Drafts
from hypothesis import given
from hypothesis import strategies as st

from ..hostile import NOTES


@given(st.text(alphabet=st.characters()) | st.sampled_from(list(NOTES.values())))
def test_a_draft_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("d") / "drafts")
    drafts.save("key", text)
    assert Drafts(drafts.folder).load("key") == text


def test_drafts_by_key(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    assert drafts.load("new-06PORTALDER412-2.1") is None
    drafts.save("new-06PORTALDER412-2.1", "one")
    drafts.save("../../escape", "two")
    assert drafts.load("new-06PORTALDER412-2.1") == "one"
    assert drafts.load("../../escape") == "two"
    assert {path.parent for path in tmp_path.rglob("*.md")} == {drafts.folder}
    assert {stat.S_IMODE(path.stat().st_mode) for path in drafts.folder.iterdir()} == {0o600}
    drafts.clear("new-06PORTALDER412-2.1")
    drafts.clear("new-06PORTALDER412-2.1")
    assert drafts.load("new-06PORTALDER412-2.1") is None


def test_all_drafts_are_found_again(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    assert list(drafts.all()) == []
    for key in ("b", "a"):
        drafts.save(key, f"text of {key}")
    (drafts.folder / "c.md").mkdir()
    assert list(drafts.all()) == ["text of a", "text of b"]


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.folder.write_text("a file")
    with pytest.raises(StoreUnwritable):
        drafts.save("x", "text")
    with pytest.raises(StoreUnreadable):
        drafts.load("x")
