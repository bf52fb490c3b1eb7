"""The JSON that is left in the bytes of a damaged note file. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ..files import CABLE, NOTES, Tables
from ..model import Json, clean_record

_KEYS = "anchor|body|cable|created|deleted_at|history|note_id|rev|tags|updated"
_RECORD = re.compile(rf'"(?P<id>[0-9a-f]{{32}})"\s{{0,9}}:\s{{0,9}}\{{|\{{(?=\s{{0,9}}"(?:{_KEYS})")')
_META = re.compile(rf'"{CABLE}"\s{{0,9}}:\s{{0,9}}\{{')
_CONFLICT = re.compile(r"(?m)^<{7}(?: |$)")
_FIELD = re.compile(r'[\s,]{0,9}"(?P<key>[a-z_]{1,40})"\s{0,9}:\s{0,9}')
_BLANK = "\ufeff \t\r\n"
_NO_TEXT = {code: 0xDC00 + code for code in range(32) if chr(code) not in "\t\r\n"}
_DECODER = json.JSONDecoder()


def sides(blob: bytes) -> list[str]:
    """The text of a file, or the two texts between whose lines git left marks of conflict.

    Bytes that are no text become lone surrogates, which JSON lets pass: a record around them can still be read.
    """
    text = blob.decode("utf-8", "surrogateescape").translate(_NO_TEXT)
    if not _CONFLICT.search(text):
        return [text]
    both: tuple[list[str], ...] = [], []
    into = both
    for line in text.split("\n"):
        match line[:7]:
            case "<<<<<<<":
                into = both[:1]
            case "|||||||":
                into = ()
            case "=======":
                into = both[1:]
            case ">>>>>>>":
                into = both
            case _:
                for side in into:
                    side.append(line)
    return ["\n".join(side) for side in both]


def first_object(text: str) -> Tables:
    """The tables at the beginning of a text, whatever comes after; none where the first object is not whole.

    Notes are left out: a file whose bytes changed may still be JSON, and they are looked at one by one.
    """
    found = _object(text.lstrip(_BLANK), 0) or {}
    return {
        name: {key: document for key, document in table.items() if isinstance(document, dict)}
        for name, table in clean_record(found).items()
        if isinstance(table, dict) and name != NOTES
    }


def meta(text: str) -> dict[str, Json]:
    """What the file says about its cable, where that can be read alone."""
    for match in _META.finditer(text):
        record = _object(text, match.end() - 1)
        if record and isinstance(record.get("key"), str):
            return {CABLE: clean_record(record)}
    return {}


def records(text: str) -> Iterator[tuple[str | None, Json | None]]:
    """Every record that begins in a text: its key, and the record itself; where it is cut off its whole fields."""
    for match in _RECORD.finditer(text):  # inside records as well: damage may have shut one up in another
        record = _object(text, match.end() - 1)
        if record is None and match["id"]:
            record = _fields(text, match.end())
        yield match["id"], record


def _object(text: str, start: int) -> Json | None:
    """The object that begins at an index; None where it is not whole."""
    try:
        found = _value(text, start)[0]
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _value(text: str, start: int) -> tuple[object, int]:
    """The value that begins at an index, and where it ends. Raises ValueError, also for one too deep to be handled."""
    try:
        found, end = _DECODER.raw_decode(text, start)
        clean_record({"tables": {"table": {"document": found}}})  # the deepest it will ever stand
    except RecursionError as error:
        raise ValueError("too deep") from error
    return found, end


def _fields(text: str, at: int) -> Json:
    """The whole fields at the beginning of an object that is not whole."""
    fields: Json = {}
    while match := _FIELD.match(text, at):
        try:
            fields[match["key"]], at = _value(text, match.end())
        except ValueError:
            break
    return fields
