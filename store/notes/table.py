"""TinyDB for notes: string ids, no query cache, the lock round every update, and no note that vanishes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from ..atomic import ReplacedUnderneath, Stamp
from ..errors import VanishingNotes
from .exchange import TRIES, kept_busy
from .files import NOTES
from .lock import StoreLock
from .model import Json
from .storage import AtomicJSONStorage

Result = TypeVar("Result")


class NotesTable(Table):
    """A table whose updates read, change and write the file under its lock, and never drop a document.

    TinyDB's annotations know integer ids only, hence `Any` for ids here.
    """

    document_id_class: Any = str
    _storage: AtomicJSONStorage

    def _get_next_id(self) -> str:
        return uuid.uuid4().hex

    def _update_table(self, updater: Callable[[dict[Any, Mapping[str, object]]], None]) -> None:
        def guarded(table: dict[Any, Mapping[str, object]]) -> None:
            before = frozenset(table)
            updater(table)
            if vanished := before - frozenset(table):
                raise VanishingNotes(self._storage.path, vanished)

        with self._storage.transaction():
            super()._update_table(guarded)

    def upsert(self, document: Mapping[str, object], cond: QueryLike | None = None) -> list[Any]:
        """As in TinyDB, with its reading and both its writings under one lock."""
        with self._storage.transaction():
            return super().upsert(document, cond)


class NotesDB(TinyDB):
    """The TinyDB of one note file."""

    table_class = NotesTable
    _storage: AtomicJSONStorage

    def __init__(self, path: Path, lock: StoreLock, before_write: Callable[[Path], object] = lambda _: None) -> None:
        """Opens nothing; the file is read and written when asked. `before_write` may keep the file it replaces."""
        super().__init__(path, lock, before_write, storage=AtomicJSONStorage)

    def table(self, name: str, **options: object) -> Table:
        """A table; its query cache is off, since another process may write between two queries."""
        return super().table(name, **{"cache_size": 0, **options})

    def document(self, table: str, identity: str) -> Json | None:
        """A copy of a document, None where there is none."""
        found = self.table(table).get(doc_id=_tiny(identity))
        return dict(found) if found is not None else None

    def insert_document(self, table: str, identity: str, document: Json) -> None:
        """Adds a document under an id of its own. Raises ValueError where that is taken."""
        self.table(table).insert(Document(document, _tiny(identity)))

    def merge_document(self, table: str, identity: str, fields: Json) -> None:
        """Sets fields of a document, which is made where it is missing; its other fields stay."""
        self.table(table).upsert(Document(fields, _tiny(identity)))

    @property
    def written(self) -> Stamp | None:
        """The stamp of the file that was written last; None where nothing was."""
        return self._storage.written

    def drop_table(self, name: str) -> NoReturn:
        """Refused: notes are deleted one by one, and stay in the file."""
        raise VanishingNotes(self._storage.path, frozenset((self._storage.read() or {}).get(name, {})))

    def drop_tables(self) -> NoReturn:
        """Refused: notes are deleted one by one, and stay in the file."""
        self.drop_table(NOTES)

    def change(self, action: Callable[[NotesDB], Result]) -> Result:
        """Runs `action` with the lock held and writes what it changed, all or nothing; returns when it is on disk.

        Where another program replaced the file meanwhile, the action runs again on the new one. Raises StoreError.
        """
        for _ in range(TRIES):
            try:
                with self._storage.transaction():
                    return action(self)
            except ReplacedUnderneath:
                continue
        raise kept_busy(self._storage.path)


def _tiny(identity: str) -> int:
    """A string id where TinyDB's annotations ask for an integer."""
    return cast(int, identity)
