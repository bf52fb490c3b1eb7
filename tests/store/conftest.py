"""What the tests of this room share."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.notes import NoteStore
from cablereader.store.query import Search
from hypothesis import settings

from .query_tools import Shelf

settings.register_profile("untimed", deadline=None)  # a loaded machine is no failure
settings.load_profile("untimed")


@pytest.fixture
def store(tmp_path: Path) -> NoteStore:
    """An empty note store in `tmp_path`: `notes` beside `state`."""
    return NoteStore(tmp_path / "notes", tmp_path / "state")


@pytest.fixture(scope="package")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A catalogued library of some sixty cables, with an oracle for queries."""
    folder = tmp_path_factory.mktemp("library") / "cables"
    folder.mkdir()
    return Shelf(folder)


@pytest.fixture
def search(shelf: Shelf) -> Search:
    """A search over the shelf and what is known of its cables."""
    return Search(shelf.catalogue, shelf.outside)
