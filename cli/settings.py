"""The user's settings, as commands take them: what is wrong in the file is told, and the rest holds."""

from __future__ import annotations

from ..store.config import Config
from ..store.places import places
from .problem import tell


def settings() -> Config:
    """The settings in force; each fault of their file is told on standard error."""
    config = Config.load(places().settings)
    for fault in config.faults:
        tell(str(fault))
    return config
