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
_UNQUOTED = lazy(r'[^",\n]*+')
_FIELD_END = lazy(r",|\s*\Z")
_ESCAPE = lazy(r'\\(?=[ \t]*\n)|\\(.)|""', re.S)
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
        quoted = source.startswith('"', position)
        start = position + quoted
        end = _closing_quote(source, start) if quoted else _end_unquoted(source, start)
        position = end + quoted
        if end < 0 or not _FIELD_END.match(source, position):
            return []
        fields.append((start, end))
        if source[position : position + 1] != ",":
            return fields
        position += 1
    return []


def _closing_quote(source: str, start: int) -> int:
    """Where the quote stands that closes a field, neither escaped nor doubled; -1 where none does.

    Quotes are few, and found in much less time than what stands between them is gone over.
    """
    position = start
    while (quote := source.find('"', position)) >= 0:
        between = source[position:quote]
        escaped = between.endswith("\\") and (len(between) - len(between.rstrip("\\"))) % 2
        if not escaped and not source.startswith('"', quote + 1):
            break
        position = quote + 1 if escaped else quote + 2
    return quote


def _end_unquoted(source: str, start: int) -> int:
    found = _UNQUOTED.match(source, start)
    return found.end() if found else start


def _gap(position: int) -> Mapped:
    """The line ends between header and body, which stand nowhere in the source."""
    return Mapped("\n\n", (), position, position)


def _unescaped(source: str, start: int, end: int) -> Mapped:
    return Mapped.join(_pieces(one_for_one(source[start:end]), start), start, end)


def _pieces(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    position = 0
    for mark in _escapes(text):
        yield text[position : mark.start()], offset + position, offset + mark.start()
        if mark[0] == '""':
            yield '"', offset + mark.start() + 1, offset + mark.end()
        elif mark[1]:
            yield mark[1], offset + mark.start(1), offset + mark.end(1)
        position = mark.end()
    yield text[position:], offset + position, offset + len(text)


def _escapes(text: str) -> Iterator[re.Match[str]]:
    """The escaped characters of a field in order: few, and found in less time by their first characters."""
    backslash, quotes = text.find("\\"), text.find('""')
    while backslash >= 0 or quotes >= 0:
        at = backslash if quotes < 0 or 0 <= backslash < quotes else quotes
        mark = _ESCAPE.match(text, at)
        position = mark.end() if mark else at + 1
        if mark:
            yield mark
        backslash = text.find("\\", position) if 0 <= backslash < position else backslash
        quotes = text.find('""', position) if 0 <= quotes < position else quotes
