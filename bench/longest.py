"""A library of two out of a large one: its longest cable, and one that the list has before that."""

from __future__ import annotations

from pathlib import Path

from cablereader.store.library import Library


def write_pair(folder: Path, pair: Path) -> None:
    """Writes the longest cable of a folder, and one that the list has before it."""
    library = Library([folder])
    cables = {entry: library.read(entry) for entry in library.scan() if entry.date and entry.problem is None}
    longest = max(cables, key=lambda entry: len(cables[entry].source))
    later = (entry for entry in cables if entry.date and longest.date and entry.date > longest.date)
    for name, entry in (("longest", longest), ("later", next(later))):
        (pair / f"{name}.txt").write_text(cables[entry].source, encoding="utf-8")
