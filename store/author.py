"""Who writes the notes: set once in the settings or the environment, else the name one is logged in by."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

from .config import Config

VARIABLE = "CABLEREADER_AUTHOR"
"""The environment variable that names the author; empty for notes without one."""

_LONGEST = 80


def author(config: Path) -> str:
    """The author of the notes that are written from now on; empty where there is none.

    `config` is the settings folder: the key `author` of its `config.toml`. Never raises.
    """
    named = os.environ.get(VARIABLE)
    if named is None:
        named = Config.load(config / "config.toml").author  # what is wrong with it, others tell
    if named is None:
        named = _login()
    return " ".join(named.split())[:_LONGEST]


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
