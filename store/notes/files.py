"""A note file as bytes and as tables: read and checked, never mended."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from ..atomic import Stamp
from ..errors import CorruptStore, StoreUnreadable, StoreUnwritable, reason_of
from ..filenames import safe_name
from .indented import indented
from .model import Json

Tables = dict[str, dict[str, Json]]
"""What a note file holds: TinyDB tables (`meta`, `notes`) of documents by id."""

ENDING = ".json"
META, NOTES = "meta", "notes"
CABLE = "cable"
"""The id of the one document of the `meta` table."""


_COPY = re.compile(r"(?i)sync-conflict|conflicted copy|conflict| \(\d+\)\.json$")


def is_note_file(name: str) -> bool:
    """Whether a file in the notes folder is named as note files are, and their copies."""
    return name.endswith(ENDING) and not name.startswith(".")


def note_files(folder: Path) -> list[Path]:
    """The note files in a folder, copies among them, sorted by name; none where it cannot be listed."""
    return sorted(path for path in folder.glob(f"*{ENDING}") if is_note_file(path.name))


def path_of(folder: Path, key: str) -> Path:
    """The note file of a cable, by the cable's key, whether it is there or not."""
    return folder / f"{safe_name(key)}{ENDING}"


def key_of(tables: Tables) -> str | None:
    """The key of the cable that a note file says it is for, in its meta data or else in its notes."""
    meta, notes = tables.get(META, {}).get(CABLE, {}), tables.get(NOTES, {})
    named = (meta.get("key"), *(note.get("cable") for note in notes.values()))
    return next((key for key in named if isinstance(key, str)), None)


def is_copy(path: Path) -> bool:
    """Whether a file is named as sync programs name the copy that lost: no cable's own file has such a name."""
    return is_note_file(path.name) and bool(_COPY.search(path.name))


def load(path: Path) -> tuple[Tables, Stamp] | None:
    """The tables of a note file and its stamp, None where there is no file. Raises CorruptStore, StoreUnreadable."""
    found = read_bytes(path)
    return (parse(found[0], path), found[1]) if found else None


def read_bytes(path: Path) -> tuple[bytes, Stamp] | None:
    """The bytes of a note file and the stamp they had, None where there is no file. Raises StoreUnreadable."""
    try:
        with open(path, "rb") as file:
            stamp = Stamp.of(os.fstat(file.fileno()))
            return file.read(), stamp
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreUnreadable(
            path, f"cannot be read: {reason_of(error)}", "Mend its permissions or the disk"
        ) from error


def parse(blob: bytes, path: Path) -> Tables:
    """The tables in the bytes of a note file. Raises CorruptStore for anything but whole, well-formed tables."""
    if not blob.strip():
        raise CorruptStore(path, "byte 0", "the note file is empty")
    try:
        tables = json.loads(blob.decode("utf-8"), object_pairs_hook=_no_twins)
    except UnicodeDecodeError as error:
        raise CorruptStore(path, f"byte {error.start}", "the note file is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise CorruptStore(path, place, f"the note file is damaged: {error.msg.lower()}") from error
    except (ValueError, RecursionError) as error:
        raise CorruptStore(path, "somewhere inside", f"the note file is damaged: {error}") from error
    return _checked(tables, path)


def _checked(tables: object, path: Path) -> Tables:
    if not isinstance(tables, dict):
        raise CorruptStore(path, "line 1", "the note file holds no tables")
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise CorruptStore(path, f"table {name}", "the note file is damaged: no table of documents")
        for identity, document in table.items():
            if not isinstance(document, dict):
                raise CorruptStore(path, f"{name} {identity}", "the note file is damaged: no document")
    return tables


def _no_twins(pairs: list[tuple[str, object]]) -> Json:
    """An object; two values under one key mean a bad merge, of which JSON would silently drop the first."""
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} is there twice")
    return found


def serialise(tables: Tables, path: Path) -> bytes:
    """The bytes of a note file: indented and sorted, so that a merge sees note by note. Raises StoreUnwritable."""
    try:
        return f"{indented(tables)}\n".encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreUnwritable(path, f"the notes have no JSON form: {error}", "Nothing was changed") from error
