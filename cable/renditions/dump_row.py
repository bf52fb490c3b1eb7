"""A row of the CSV dump: number, date, id, origin, level, references, header and body in quotes, in either dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..mapped import Mapped
from ..patterns import lazy
from .dump_record import repeated
from .notation import one_for_one
from .rendered import Rendered

_START = lazy(r'\s*"?\d{1,9}"?,"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d"?,"?[^",\n]{3,60}"?,')
_FIELD = lazy(r'"([^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+)"(?=,|\s*\Z)|([^",\n]*+)(?=,|\s*\Z)', re.S)
_ESCAPE = lazy(r'\\(?=[ \t]*\n)|\\(.)|""', re.S)
_BACKSLASH = lazy(r"\\(?:(?=[ \t]*\n)|(.))", re.S)
_NAMES = ("number", "created", "id", "origin", "classification", "references", "header", "body")


def read(source: str) -> Rendered | None:
    """The telegram of one row."""
    if not _START.match(source):
        return None
    fields = _fields(source)
    if len(fields) != len(_NAMES):
        return None
    named = dict(zip(_NAMES, fields, strict=True))
    page = {name: source[slice(*named[name])] for name in _NAMES[:6] if name != "number"}
    parts = [_unescaped(source, *named["header"]), _gap(named["body"][0]), _unescaped(source, *named["body"])]
    note = parts[0].text.strip()
    if "partial extract" in note:
        page["note"] = note
        parts = parts[2:]
    telegram = Mapped.chain(parts)
    again = repeated(telegram, 0)
    telegram = again[0] if again else telegram
    return Rendered("dump row", telegram, {name: value for name, value in page.items() if value})


def _fields(source: str) -> list[tuple[int, int]]:
    """Where the fields stand in the row, without their quotes."""
    fields: list[tuple[int, int]] = []
    position = len(source) - len(source.lstrip())
    while len(fields) <= len(_NAMES):
        found = _FIELD.match(source, position)
        if not found:
            return []
        fields.append(found.span(found.lastindex or 0))
        position = found.end()
        if source[position : position + 1] != ",":
            return fields
        position += 1
    return []


def _gap(position: int) -> Mapped:
    """The line ends between header and body, which stand nowhere in the source."""
    return Mapped("\n\n", (), position, position)


def _unescaped(source: str, start: int, end: int) -> Mapped:
    return Mapped.join(_pieces(one_for_one(source[start:end]), start), start, end)


def _pieces(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    position = 0
    # A row has one of the two notations, and for that alone the engine can look ahead.
    pattern = _ESCAPE if '""' in text else _BACKSLASH
    for mark in pattern.finditer(text):
        yield text[position : mark.start()], offset + position, offset + mark.start()
        if mark[0] == '""':
            yield '"', offset + mark.start() + 1, offset + mark.end()
        elif mark[1]:
            yield mark[1], offset + mark.start(1), offset + mark.end(1)
        position = mark.end()
    yield text[position:], offset + position, offset + len(text)
