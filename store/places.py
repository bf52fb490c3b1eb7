"""Where things are kept: the platform's folders, or four folders under CABLEREADER_HOME."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

APPLICATION = "cablereader"
HOME_VARIABLE = "CABLEREADER_HOME"


@dataclass(frozen=True, slots=True)
class Places:
    """The program's folders. They need not exist; who writes into one makes it, private to the user."""

    config: Path
    data: Path
    state: Path
    cache: Path

    @property
    def notes(self) -> Path:
        """The notes, one file per cable: the only folder that is precious."""
        return self.data / "notes"

    @property
    def drafts(self) -> Path:
        """Unsaved text of the note editor."""
        return self.state / "drafts"

    @property
    def settings(self) -> Path:
        """The file of the user's settings."""
        return self.config / "config.toml"

    @property
    def session(self) -> Path:
        """The file of what is remembered between runs."""
        return self.state / "session.json"


def places() -> Places:
    """The folders in force: `CABLEREADER_HOME/{config,data,state,cache}` where that is set, else the platform's."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(os.path.abspath(os.path.expanduser(home)))
        return Places(root / "config", root / "data", root / "state", root / "cache")
    from platformdirs import (
        PlatformDirs,
    )  # costs more than the rest of this room together; not needed with the variable

    folders = PlatformDirs(APPLICATION, appauthor=False)
    return Places(
        Path(folders.user_config_dir),
        Path(folders.user_data_dir),
        Path(folders.user_state_dir),
        Path(folders.user_cache_dir),
    )
