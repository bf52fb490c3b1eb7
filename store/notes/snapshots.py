"""The texts that notes were made on: immutable, each in a file named after its digest.

A snapshot is the `body_text` of a cable, packed: what the reader made of it when the note was written, which is what
the note's quote and offsets count in. It is written before the first note that needs it and never again; a damaged one
counts as lost, and is written anew by the next note on the same text.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from ...cable import Cable
from ...cable.anchors import body_text, snapshot_id
from ..atomic import sweep, write_atomically
from ..errors import StoreUnwritable

FOLDER = "snapshots"
"""Where they are, in the folder of the notes."""

_NAME = re.compile(r"sha256:([0-9a-f]{64})")
_LARGEST = 64 * 1024 * 1024


class Snapshots:
    """The snapshots in a folder. Safe to use from several processes at once: all write the same under the same name."""

    def __init__(self, folder: Path) -> None:
        """The folder is made with the first snapshot."""
        self.folder = folder
        self._good: set[str] = set()

    def path(self, identity: str) -> Path | None:
        """The file of a snapshot; None for what is no `snapshot_id`."""
        found = _NAME.fullmatch(identity)
        return self.folder / f"{found[1]}.txt.gz" if found else None

    def keep(self, cable: Cable) -> str:
        """Keeps the text of a cable; gives its id when it is on disk and reads back well. Raises StoreUnwritable."""
        return self.put(body_text(cable))

    def put(self, text: str) -> str:
        """The same for the `body_text` of a cable that is not at hand."""
        identity = snapshot_id(text)
        path = self.path(identity)
        if path is None:
            raise ValueError(identity)
        if identity in self._good and path.exists():
            return identity
        if self.load(identity) is None:
            sweep(self.folder)
            write_atomically(path, _packed(text))
            if self.load(identity) is None:
                raise StoreUnwritable(path, "does not read back as it was written", "Check the disk and save again")
        self._good.add(identity)
        return identity

    def load(self, identity: str | None) -> str | None:
        """The text of a snapshot; None where it is missing or damaged."""
        path = self.path(identity or "")
        text = _unpacked(path) if path else None
        return text if text is not None and snapshot_id(text) == identity else None


def _packed(text: str) -> bytes:
    import gzip  # loaded with the first note, not when the program starts

    return gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)


def _unpacked(path: Path) -> str | None:
    """What a file says, None where it cannot be read or unpacked."""
    import gzip
    import zlib

    with suppress(OSError, EOFError, zlib.error, UnicodeDecodeError), gzip.open(path) as file:
        return file.read(_LARGEST).decode("utf-8", "surrogatepass")
    return None
