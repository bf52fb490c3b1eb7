"""The files that paths lead to."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path


def iter_files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The files that paths lead to, in order: folders recursively with sorted names, hidden files and folders skipped.

    A path that was named itself always comes, be it hidden, missing or no regular file; so does a folder that cannot
    be listed, so that reading it tells why. A folder reached twice through links is listed once.
    """
    for path in paths:
        top = Path(path)
        if top.is_dir():
            yield from _walk(top)
        else:
            yield top


def _walk(top: Path) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if stat.S_ISREG(status.st_mode):
                yield path
            elif stat.S_ISDIR(status.st_mode) and (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
                waiting += [path / name for name in names]
        except OSError:
            yield path
