"""The room's door: its public names are there, and asking for none of them loads none of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cablereader.store
import pytest


@pytest.mark.parametrize("name", cablereader.store.__all__)
def test_public_names_are_there(name: str) -> None:
    assert getattr(cablereader.store, name).__name__ == name


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        cablereader.store.nothing  # type: ignore[attr-defined]  # noqa: B018  the point of the test


def _loaded_after(imports: str) -> set[str]:
    script = f"import sys\n{imports}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_first_paint_waits_for_no_parser_and_no_database() -> None:
    loaded = _loaded_after("from cablereader.store.places import places; from cablereader.store.session import Session")
    assert not loaded & {"cablereader.cable.read", "cablereader.store.notes", "tinydb", "filelock", "textual"}


def test_the_first_rows_of_a_catalogue_wait_for_no_parser(tmp_path: Path) -> None:
    from cablereader.store.catalogue import Catalogue

    Catalogue.open([tmp_path], tmp_path)
    loaded = _loaded_after(
        "from pathlib import Path\nfrom cablereader.store.library import Library\n"
        "from cablereader.store.catalogue import Catalogue\n"
        f"made = Catalogue.open([{str(tmp_path)!r}], Path({str(tmp_path)!r}))\nmade.newest(9), made.rowids()"
    )
    assert "sqlite3" in loaded
    parser = {"cablereader.cable.read", "cablereader.cable.header", "cablereader.cable.search_text"}
    assert loaded & (parser | {"filelock", "subprocess", "zipfile", "tempfile"}) == set()


def test_no_part_of_the_room_knows_textual() -> None:
    loaded = _loaded_after(
        "import cablereader.store.export, cablereader.store.library, cablereader.store.session\n"
        "import cablereader.store.notes.table"
    )
    assert "tinydb" in loaded
    assert not [name for name in loaded if name.partition(".")[0] in ("textual", "rich")]
