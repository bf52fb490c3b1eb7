"""Unsaved text of the note editor: small files in the state folder that outlive the program."""

from __future__ import annotations

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
        try:
            return blob.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return blob.decode("utf-8", "replace")

    def clear(self, key: str) -> None:
        """Forgets a draft; it is no error where there is none. Raises StoreUnwritable."""
        path = self._path(key)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreUnwritable(path, f"cannot be removed: {reason_of(error)}", "Remove it by hand") from error

    def _path(self, key: str) -> Path:
        return self.folder / f"{safe_name(key)}{_ENDING}"
