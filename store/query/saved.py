"""Saved searches and the queries asked of late: one small JSON file in the state folder, safe between windows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from ..atomic import Stamp, make_private_folder, stamp, write_atomically
from ..errors import StoreBusy, StoreUnwritable, reason_of, remedy_of

FILE = "searches.json"
_MOST_QUERIES = 200
_PATIENCE = 5.0
_NAME = re.compile(r"[^\W_][\w.-]{0,39}")
_Result = TypeVar("_Result")


class Searches:
    """Searches with names, and the history of queries, newest first. Every change is on disk when it returns.

    `message` tells of a file that could not be used; it is set aside and begun anew. Changes raise StoreError.
    """

    def __init__(self, folder: Path) -> None:
        """Those of a state folder; read when they are first asked for."""
        self.path = folder / FILE
        self.message: str | None = None
        self._stamp: Stamp | None = None
        self._saved: dict[str, str] = {}
        self._history: list[str] = []

    @property
    def saved(self) -> dict[str, str]:
        """The text of each saved search by its name, in alphabetical order."""
        self._refresh()
        return dict(sorted(self._saved.items(), key=lambda item: item[0].casefold()))

    @property
    def history(self) -> list[str]:
        """The queries asked of late, the newest first."""
        self._refresh()
        return list(self._history)

    def save(self, name: str, query: str) -> None:
        """Save a query under a name, in place of one of that name. Raises ValueError for what can be no name."""
        if why := why_no_name(name):
            raise ValueError(why)

        def put() -> None:
            self._drop(name)
            self._saved[name] = query

        self._change(put)

    def remove(self, name: str) -> str | None:
        """Forget a saved search; what it was, None where there was none."""
        return self._change(lambda: self._drop(name))

    def remember(self, query: str) -> None:
        """Put a query at the head of the history."""
        text = query.strip()

        def put() -> None:
            self._history = [text, *(old for old in self._history if old != text)][:_MOST_QUERIES]

        if text and self.history[:1] != [text]:
            self._change(put)

    def _drop(self, name: str) -> str | None:
        known = next((old for old in self._saved if old.casefold() == name.casefold()), None)
        return None if known is None else self._saved.pop(known)

    def _change(self, change: Callable[[], _Result]) -> _Result:
        """Make a change to what is on disk now."""
        lock = self.path.with_suffix(".lock")
        try:
            make_private_folder(self.path.parent)
            with FileLock(lock, timeout=_PATIENCE, mode=0o600):
                self._refresh()
                result = change()
                data = {"saved": self._saved, "history": self._history}
                write_atomically(self.path, (json.dumps(data, indent=1) + "\n").encode("ascii"))
                self._stamp = stamp(self.path)
                return result
        except Timeout as error:
            raise StoreBusy(self.path, "another program is writing to it", "Nothing was changed; try again") from error
        except OSError as error:
            reason = f"cannot be locked: {reason_of(error)}; nothing was changed"
            raise StoreUnwritable(lock, reason, remedy_of(error)) from error

    def _refresh(self) -> None:
        """Read the file where it changed."""
        try:
            now = stamp(self.path)
            if now == self._stamp:
                return
            blob = b"" if now is None else self.path.read_bytes()
        except OSError as error:
            self.message = f"The saved searches were not read: {reason_of(error)}"
            return
        self._stamp, self._saved, self._history = now, {}, []
        if now is None:
            return
        try:
            data = json.loads(blob)
            saved, history = data["saved"], data["history"]
            self._saved = {name: text for name, text in saved.items() if isinstance(text, str)}
            self._history = [text for text in history if isinstance(text, str)]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._set_aside()

    def _set_aside(self) -> None:
        """Keep a damaged file under another name."""
        aside = self.path.with_name(f"{self.path.stem}.damaged.json")
        try:
            self.path.replace(aside)
        except OSError as error:
            self.message = f"The file of saved searches is damaged, and cannot be set aside: {reason_of(error)}"
            return
        self.message = f"The file of saved searches was damaged; it was kept as {aside.name}"
        self._stamp = None


def why_no_name(text: str) -> str:
    """What is wrong with a text as a name, in words; empty if nothing is."""
    return "" if is_name(text) else f"{text!r} is no name: letters and digits, with - . or _ between them"


def is_name(text: str) -> bool:
    """Whether a saved search can have this name, so that `@name` means it."""
    return _NAME.fullmatch(text) is not None
