"""Writing a note in the user's own editor: which program that is, and a private file that carries the text there.

Nothing is lost: what cannot be read back stays in its file, whose name is told.
"""

from __future__ import annotations

import os
import shlex
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ..store.atomic import make_private_folder
from ..store.errors import StoreUnreadable, StoreUnwritable, reason_of, remedy_of

_USUAL = ("sensible-editor", "editor", "nano", "vim", "vi", "notepad")
"""What is looked for where the user named none."""


def editor_command(environ: Mapping[str, str], which: Callable[[str], str | None]) -> list[str] | None:
    """The command that edits a file: `$VISUAL`, else `$EDITOR`, else a usual one that is there; or None."""
    for name in ("VISUAL", "EDITOR"):
        words = _words(environ.get(name, ""))
        if words:
            return words
    return next(([found] for name in _USUAL if (found := which(name))), None)


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:  # a quote that is not closed
        return command.split()


class Carrier:
    """A file, readable by the user alone, that has the text of a note while another program edits it."""

    def __init__(self, folder: Path, text: str) -> None:
        """Writes the text into a new file of the folder. Raises StoreUnwritable."""
        try:
            make_private_folder(folder)
            descriptor, name = tempfile.mkstemp(".md", "note-", folder)
            with open(descriptor, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise StoreUnwritable(folder, f"no file can be made there: {reason_of(error)}", remedy_of(error)) from error
        self.path = Path(name)

    def text(self) -> str:
        """What the file says now, without the line end that editors add. Raises StoreUnreadable; the file stays."""
        try:
            text = self.path.read_bytes().decode("utf-8-sig", "surrogatepass")
        except (OSError, UnicodeDecodeError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else "it is not UTF-8 text"
            raise StoreUnreadable(self.path, f"cannot be read: {reason}", "The note is as it was") from error
        return text.removesuffix("\n").removesuffix("\r")

    def drop(self) -> None:
        """Takes the file away, and what editors leave beside it."""
        for path in (self.path, *self.path.parent.glob(f"{self.path.name}~")):
            with suppress(OSError):
                os.unlink(path)
