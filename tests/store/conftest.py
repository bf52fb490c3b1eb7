"""What the tests of this room share."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.notes import NoteStore
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a loaded machine is no failure
settings.load_profile("untimed")


@pytest.fixture
def store(tmp_path: Path) -> NoteStore:
    """An empty note store in `tmp_path`: `notes` beside `state`."""
    return NoteStore(tmp_path / "notes", tmp_path / "state")
