"""What is remembered between runs: a small JSON file in the state folder. Nothing in it is precious."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from .atomic import write_atomically
from .errors import reason_of


@dataclass(slots=True)
class Session:
    """The state of the screen; change the fields, then `save`.

    `column` is the width of the reading column, `spacing`, `justified` and `focused` how its text is set, `pane_widths`
    the widths of panes by name (`list`, `notes`), `sort` the list's order, `highlight` the colour used last, `notes_by`
    how all notes are grouped, `export` how notes are exported (`format`, `style`, `source`, `folder`). `message` tells
    of a file that could not be used. Keys that another version wrote are kept.
    """

    path: Path
    last_paths: list[str] = field(default_factory=list)
    theme: str | None = None
    column: int = 84
    pane_widths: dict[str, int] = field(default_factory=dict)
    sort: str | None = None
    last_cable: str | None = None
    header_open: bool = False
    spacing: str = "paragraphs"
    justified: bool = False
    focused: bool = False
    zoom: bool = False
    highlight: str = "yellow"
    notes_by: str = "cable"
    export: dict[str, str] = field(default_factory=dict)
    message: str | None = None
    unknown: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Session:
        """The session in a file; defaults, with a message where the file is there but cannot be used."""
        session = cls(path)
        try:
            data = json.loads(path.read_bytes())
        except FileNotFoundError:
            return session
        except OSError as error:
            session.message = f"The last session was not read: {reason_of(error)}"
            return session
        except (ValueError, RecursionError):
            data = None
        if not isinstance(data, dict):
            session.message = "The last session's file was damaged; the screen begins anew"
            return session
        for key, value in data.items():
            if key not in _REMEMBERED:
                session.unknown[key] = value
            elif _fits(value, getattr(session, key), key):
                setattr(session, key, value)
        return session

    def save(self) -> None:
        """Writes the file atomically. Raises StoreUnwritable."""
        data = self.unknown | {key: getattr(self, key) for key in _REMEMBERED}
        write_atomically(self.path, (json.dumps(data, indent=1) + "\n").encode("ascii"))


_REMEMBERED = tuple(f.name for f in fields(Session) if f.name not in ("path", "message", "unknown"))


def _fits(value: object, default: object, key: str) -> bool:
    """Whether a value from the file has the type of its field."""
    if isinstance(default, dict):
        kind = int if key == "pane_widths" else str
        return isinstance(value, dict) and all(type(item) is kind for item in value.values())
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, str | None) if default is None else type(value) is type(default)
