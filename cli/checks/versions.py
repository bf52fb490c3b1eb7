"""The program and what it stands on."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

from ... import __version__

_PACKAGES = ("textual", "rich", "tinydb", "filelock", "platformdirs", "rapidfuzz")


def versions() -> dict[str, str]:
    """Names and versions, for a report."""
    found = {"cablereader": __version__, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found | {"system": platform.platform()}
