"""`cablereader doctor`: looks at terminal, clipboard, folders, library and notes, and says what to do."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing

from ..store.config import Config
from ..store.places import places
from ..store.session import Session
from ..tui.commands import keymap_of
from .checks.found import Found, bad, good
from .checks.terminal import Surroundings, ask_tmux, check_terminal
from .output import Column, Output
from .parsing import Parser
from .paths import paths_or_default
from .problem import Exit

PURPOSE = "Look at terminal, clipboard, folders, settings, library and notes, and say what to do."
_MORE = "Exit codes: 0 all works (what is marked look could be better), 3 something does not."
_COLUMNS = (Column("", "bold"), Column("", widest=16), Column(""))


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints what was found, part by part."""
    parser = Parser("doctor", PURPOSE, _MORE)
    parser.add_argument("--json", action="store_true", help="as a JSON object")
    words = parser.parse_args(argv)
    from .checks.versions import versions

    found = list(_examine())
    if words.json:
        out.json({"versions": versions(), "findings": [item.as_dict() for item in found]})
    else:
        out.table(_COLUMNS, (_row(item) for item in found), wrap=True)
        out.line()
        out.line("Versions: " + ", ".join(f"{name} {number}" for name, number in versions().items()))
    return Exit.FAILED if any(item.state == "bad" for item in found) else Exit.GOOD


def _row(item: Found) -> tuple[str, str, str]:
    return item.state, item.about, ": ".join(part for part in (item.what, item.what_to_do) if part)


def _examine() -> Iterator[Found]:
    from .checks.clipboard import check_clipboard
    from .checks.folders import check_folders
    from .checks.kept import check_library, check_notes, check_settings

    here = places()
    config = Config.load(here.settings)
    keymap_of(config)  # what is wrong with the keys is among its faults then
    yield from check_terminal(_surroundings(), mouse=config.mouse, signs=config.display_ascii)
    yield from check_clipboard(sys.platform, os.environ, shutil.which)
    yield from check_folders(here)
    yield from check_settings(config)
    yield from check_library(Session.load(here.session).last_paths or paths_or_default([]), here)
    yield from check_notes(here)
    yield _full_text_search()


def _surroundings() -> Surroundings:
    from .checks.asking import synchronized_output

    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        size = None
    return Surroundings(
        os.environ,
        (size.columns, size.lines) if size and size.columns else None,
        sys.stdout.encoding or "",
        synchronized_output(),
        ask_tmux,
    )


def _full_text_search() -> Found:
    import sqlite3

    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    except sqlite3.Error:
        return bad("search", "this Python's SQLite has no FTS5", "install a Python whose SQLite has it")
    return good("search", "FTS5 is there")
