"""Whatever happens to the sources, a catalogue that was brought up to date says what one made anew says."""

from __future__ import annotations

import os
import tempfile
import zipfile
from itertools import count
from pathlib import Path

from cablereader.store.catalogue import Catalogue, update
from hypothesis import given, settings
from hypothesis import strategies as st

from .telegrams import row, telegram
from .test_catalogue_update import meaning

BODIES = ("Plain.", "Tides.", "Tides and plain sailing, said at greater length than anywhere else.")
TEXTS = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(BODIES)), max_size=4)
STATES = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=2, max_size=4)
_TICKS = count(1_700_000_000)


def put(
    folder: Path, files: list[tuple[int, str]], rows: list[tuple[int, str]], members: list[tuple[int, str]]
) -> None:
    """The sources in one of their states."""
    for path in folder.glob("*.txt"):
        path.unlink()
    for number, body in files:
        _write(folder / f"{number}.txt", telegram(number, body).encode())
    _write(folder / "dump.csv", "".join(row(number, body) for number, body in rows).encode())
    packed = folder.parent / "packed.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for number, body in dict(members).items():
            archive.writestr(f"{number}.txt", telegram(number, body))
    _write(folder / "x.zip", packed.read_bytes())


def _write(path: Path, blob: bytes) -> None:
    """A file of its own time, as if each was written a while after the last."""
    if path.exists() and path.read_bytes() == blob:
        return
    path.write_bytes(blob)
    tick = next(_TICKS)
    os.utime(path, (tick, tick))


@settings(max_examples=12)
@given(STATES)
def test_brought_up_to_date_is_as_good_as_new(
    states: list[tuple[list[tuple[int, str]], list[tuple[int, str]], list[tuple[int, str]]]],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "cables"
        folder.mkdir()
        catalogue = Catalogue.open([folder], Path(place) / "cache")
        for state in states:
            put(folder, *state)
            update(catalogue)
        fresh = Catalogue.open([folder], Path(place) / "fresh")
        update(fresh)
        assert meaning(catalogue) == meaning(fresh)
        assert update(catalogue).added == 0
