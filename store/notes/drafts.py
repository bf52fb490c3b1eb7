"""Unsaved text of the note editor: small files in the state folder that outlive the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..atomic import write_atomically
from ..errors import StoreUnreadable, StoreUnwritable, reason_of
from ..filenames import safe_name

_ENDING = ".md"


class Drafts:
    """Drafts by key: the id of the note that is being edited, or `new-<cable>-<anchor>` for one to be written."""

    def __init__(self, folder: Path) -> None:
        """The folder is made with the first draft."""
        self.folder = folder

    def save(self, key: str, text: str) -> None:
        """Keeps a text, exactly; returns when it is on disk. Raises StoreUnwritable."""
        write_atomically(self._path(key), text.encode("utf-8", "surrogatepass"))

    def load(self, key: str) -> str | None:
        """The text kept under a key, None where there is none. Raises StoreUnreadable."""
        path = self._path(key)
        try:
            blob = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreUnreadable(path, f"cannot be read: {reason_of(error)}", "Mend its permissions") from error
        return _decoded(blob)

    def all(self) -> Iterator[str]:
        """Every text that is kept, in the order of the keys; one that cannot be read is passed over."""
        for path in sorted(self.folder.glob(f"*{_ENDING}")):
            with suppress(OSError):
                yield _decoded(path.read_bytes())

    def clear(self, key: str) -> None:
        """Forgets a draft; it is no error where there is none. Raises StoreUnwritable."""
        path = self._path(key)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreUnwritable(path, f"cannot be removed: {reason_of(error)}", "Remove it by hand") from error

    def _path(self, key: str) -> Path:
        return self.folder / f"{safe_name(key)}{_ENDING}"


def _decoded(blob: bytes) -> str:
    try:
        return blob.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return blob.decode("utf-8", "replace")
