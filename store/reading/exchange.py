"""Marks as JSON: to be looked at, kept, and taken to another machine."""

from __future__ import annotations

import json
from collections.abc import Mapping

from .changes import COLUMNS, Change, Kind, clean, fold
from .reading import Reading

VERSION = 1
"""The version of the form, in the document."""


class NotMarks(ValueError):
    """A text that has no marks in this form; the message says why."""


def as_data(reading: Reading) -> dict[str, object]:
    """All marks: for each kind a list of objects. Raises StoreError."""
    kinds: dict[str, object] = {kind: reading.rows(kind) for kind in COLUMNS}
    return {"cablereader_marks": VERSION, **kinds}


def changes_in(text: str) -> list[Change]:
    """The marks of a document as changes to be made; marks that are there already change nothing.

    Raises `NotMarks`.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotMarks(f"it is not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("cablereader_marks") != VERSION:
        raise NotMarks("it does not say that it has marks of this version")
    return [Change(kind, come=tuple(_row(kind, item) for item in _list(data, kind))) for kind in COLUMNS]


def _list(data: Mapping[str, object], kind: str) -> list[Mapping[str, object]]:
    found = data.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise NotMarks(f"its “{kind}” is no list of marks")
    return found


def _row(kind: Kind, item: Mapping[str, object]) -> tuple[str, ...]:
    values = dict(item)
    if kind == "tag" and isinstance(values.get("tag"), str):
        tag = str(values["tag"])
        values |= {"tag": clean(tag), "folded": fold(tag)}
    row = [values.get(column) for column in COLUMNS[kind]]
    if not all(isinstance(value, str) for value in row) or not row[0]:
        raise NotMarks(f"a mark of its “{kind}” lacks one of: {', '.join(COLUMNS[kind])}")
    return tuple(map(str, row))
