"""What is kept: settings, library, catalogue, notes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence

from ...store.catalogue import Catalogue
from ...store.config import Config
from ...store.glossary import read_glossary
from ...store.notes import NoteStore
from ...store.notes.care.check import SERIOUS, check
from ...store.places import Places
from ...store.sources import STANDARD_INPUT
from ...store.words import counted
from ..problem import PROGRAM
from .found import Found, bad, good, look


def check_settings(config: Config) -> Iterator[Found]:
    """The settings, and each fault in them."""
    for fault in config.faults:
        yield look("settings", f"{fault.where}: {fault.what}", fault.what_to_do)
    terms, faults = read_glossary(config.glossary_path)
    for fault in faults:
        yield look("glossary", f"{fault.where}: {fault.what}", fault.what_to_do)
    if len(terms):
        yield good("glossary", f"{counted(len(terms), 'term')} of your own")
    if not config.faults:
        told = str(config.path) if config.path.exists() else "none: all is as it comes"
        yield good("settings", told)


def check_library(paths: Sequence[str], here: Places) -> Iterator[Found]:
    """The sources of the last time, and their catalogue."""
    gone = [path for path in paths if path != STANDARD_INPUT and not os.path.exists(path)]
    for path in gone:
        yield look("library", f"{path} is not there", "open the folder that it went to")
    if len(gone) == len(paths):
        return
    yield good("library", ", ".join(path for path in paths if path not in gone))
    try:
        catalogue = Catalogue.open([path for path in paths if path not in gone], here.cache)
        cables = catalogue.cables
        problems = len(catalogue) - cables
    except (OSError, sqlite3.Error) as error:
        yield bad("catalogue", f"it cannot be read: {error}", f"remove {here.cache}; it can be made again")
        return
    if not catalogue.fresh:
        yield look(
            "catalogue", "not read to its end yet", f"'{PROGRAM} index' does it, and so does opening the library"
        )
        return
    told = counted(cables, "cable") + (f", {counted(problems, 'text')} that are none" if problems else "")
    yield good("catalogue", told)


def check_notes(here: Places) -> Iterator[Found]:
    """The note files, as `notes check` sees them."""
    store = NoteStore(here.notes, here.state)
    checked = check(store.folder, store.has_snapshot)
    notes = checked.notes - checked.deleted
    yield good(
        "notes", f"{counted(notes, 'note')}, {counted(checked.files, 'file')}, {counted(checked.backups, 'backup')}"
    )
    for finding in checked.findings:
        state = bad if finding.kind in SERIOUS else look
        yield state("notes", f"{finding.path.name}: {finding.reason}", finding.what_to_do)
