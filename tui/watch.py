"""Whether the sources are still what they were when they were indexed: told in words. Pure."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeAlias

from ..store.errors import reason_of

_STANDARD_INPUT = "-"
_State: TypeAlias = "tuple[int, int] | str"


class Watch:
    """The paths that the user gave, as they were at the last look."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Nothing was looked at yet."""
        self._paths = [path for path in paths if path != _STANDARD_INPUT]
        self._before: dict[str, _State] = {}

    def begin(self) -> None:
        """Take the sources as they are for what they should be."""
        self._before = {path: _state(path) for path in self._paths}

    def change(self) -> str:
        """What happened to the sources since `begin`, in a sentence; empty where nothing did."""
        parts = []
        for path, before in self._before.items():
            now = _state(path)
            if isinstance(now, str) and now != before:
                parts.append(f"{path} cannot be read any more: {now}")
            elif now != before:
                parts.append(f"{path} has changed")
        return "; ".join(parts)


def _state(path: str) -> _State:
    try:
        status = os.stat(path)
    except OSError as error:
        return reason_of(error)
    except ValueError:  # a NUL in the path
        return "its name has a NUL character"
    return status.st_mtime_ns, status.st_size
