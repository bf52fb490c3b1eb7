"""Counting the living notes of a file without reading it as JSON, for lists that show nothing but the count."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

_KEY = re.compile(rb'\{\n "meta": \{\n  "cable": \{\n(?:   [ "\]}].*\n)*?   "key": ("(?:[^"\\]|\\.)*"),?\n')
_NOTES, _NOTES_END, _END = b'\n "notes": {\n', b"\n }", b"\n }\n}\n"
_NOTE, _LIVING, _DELETED = b'\n  "', b'\n   "deleted_at": null', b'\n   "deleted_at": "'


class Tally(NamedTuple):
    """The key of the cable that a note file is for, and how many of its notes are not deleted."""

    key: str
    living: int


def tally(blob: bytes) -> Tally | None:
    """The tally of a note file that is written line by line as `files.serialise` does; None for any other bytes.

    A line break inside a text is escaped in JSON, so a line with its indentation tells what it is.
    """
    found = _KEY.match(blob)
    start = blob.find(_NOTES)
    if not found or start < 0 or not blob.endswith(_END) or blob.count(b"\n}") != 1 or b"\0" in blob:
        return None
    section = blob[start + len(_NOTES) - 1 : blob.index(_NOTES_END, start)]
    living = section.count(_LIVING)
    if living + section.count(_DELETED) != section.count(_NOTE):
        return None
    try:
        blob.decode("utf-8")
        return Tally(json.loads(found[1]), living)
    except ValueError:
        return None
