"""The CSV dump: where its records begin and end, told from the bytes, in both of its dialects.

A record begins on a line of its own with a running number and a date. In a quoted field such a beginning cannot stand:
its quotation marks would be escaped. Only where number and date are bare, or look so, the record before has to be read
to know that it has ended. A broken record ends at the latest where the next one begins, so that it costs no other.
"""

from __future__ import annotations

import re
from array import array
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

_BLOCK = 8 << 20
_LONGEST_START = 64
_LONGEST_HEADINGS = 4096
_QUOTE = ord('"')
_START = re.compile(rb'\n["\d][^/\n]{1,14}/\d{1,2}/\d{4} \d{1,2}:\d\d"?,')
_BEGINS = re.compile(rb'"?\d{1,9}"?,"?\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d"?,')
_HEADINGS = re.compile(rb'"?ID"?,"?Date"?,"?Reference ID"?,[^\r\n]{1,200}\r?\n', re.I)
_QUOTED = rb'"[^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+"', rb'"[^"]*+(?:""[^"]*+)*+"'
_ESCAPED, _DOUBLED = re.compile(rb'\\"(?!")'), re.compile(rb'(?<![,\n])""(?![,\r\n])')
_RECORDS = tuple(
    re.compile(rb"(?:%b|[^\",\n]*+)(?:,(?:%b|[^\",\n]*+)){7}+(?:\r?\n|\Z)" % (quoted, quoted), re.S)
    for quoted in _QUOTED
)
Patterns = tuple[re.Pattern[bytes], ...]
_DATE = re.compile(rb'\n"?\d{1,9}"?,"?(\d{1,2})/(\d{1,2})/(\d{4}) \d{1,2}:\d\d"?,')
_NEAR, _LARGE = 8192, 1 << 20
_MARK = b"\xef\xbb\xbf"


def is_dump(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a dump."""
    head = head.removeprefix(_MARK)
    return bool(_HEADINGS.match(head) or _BEGINS.match(head))


def starts(file: BinaryIO) -> array[int]:
    """Where every record of a dump begins, and at last where the last one ends.

    What stands between two records and is none itself belongs to the first of them; `pieces` takes them apart.
    """
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(_LONGEST_HEADINGS)
    first = len(_MARK) if head.startswith(_MARK) else 0
    headings = _HEADINGS.match(head, first)
    found = array("q", [headings.end() if headings else first])
    whole = _RECORDS[1:] if headings else _dialect(file)
    bare = array("q")
    for position, quoted in _beginnings(file, found[0]):
        if quoted:
            _settle(file, found, bare, position, whole)
            found.append(position)
        else:
            bare.append(position)
    _settle(file, found, bare, size, whole)
    found.append(size)
    return found


def is_ascending(file: BinaryIO) -> bool:
    """Whether the last record of a dump is younger than the first."""
    file.seek(0)
    first = _DATE.search(b"\n" + file.read(_NEAR))
    file.seek(max(file.seek(0, 2) - _LARGE, 0))
    last = deque(_DATE.finditer(file.read(_LARGE)), maxlen=1)
    return bool(first and last and _day(first) < _day(last[0]))


def _day(found: re.Match[bytes]) -> tuple[int, int, int]:
    month, day, year = map(int, found.groups())
    return year, month, day


def pieces(record: bytes) -> Iterator[tuple[int, int]]:
    """The whole records in a stretch that `starts` found, as a rule one; then what is left, unless that is blank."""
    position = 0
    while record[position:].strip():
        length = complete(record[position:]) or len(record) - position
        yield position, length
        position += length


def complete(record: bytes, patterns: Patterns = _RECORDS) -> int:
    """How many bytes from the start on are one whole record of eight fields; 0 where they are none."""
    longest = 0
    for pattern in patterns:
        found = pattern.match(record)
        longest = max(longest, found.end() if found else 0)
        if longest == len(record):
            break
    return longest


def _beginnings(file: BinaryIO, last: int) -> Iterator[tuple[int, bool]]:
    """Where records seem to begin behind `last`, and whether in quotation marks."""
    offset, before = 0, b""
    while block := _block(file, offset + len(before)):
        text = before + block
        for found in _START.finditer(text):
            begin = found.start() + 1
            if offset + begin > last and _BEGINS.match(text, begin):
                last = offset + begin
                yield last, text[begin] == _QUOTE
        before = text[-_LONGEST_START:]
        offset += len(text) - len(before)


def _block(file: BinaryIO, position: int) -> bytes:
    file.seek(position)  # who takes the beginnings reads here and there between them
    return file.read(_BLOCK)


def _dialect(file: BinaryIO) -> Patterns:
    """What a whole record of a dump looks like: quotation marks in it are escaped, or doubled, or there are none."""
    file.seek(0)
    sample = file.read(_LARGE)
    escaped, doubled = len(_ESCAPED.findall(sample)), len(_DOUBLED.findall(sample))
    return _RECORDS if escaped == doubled else _RECORDS[:1] if escaped > doubled else _RECORDS[1:]


def _settle(file: BinaryIO, found: array[int], bare: array[int], end: int, whole: Patterns) -> None:
    """Those of the bare beginnings up to `end` that are true: the record before is whole there, or their own is."""
    for index, position in enumerate(bare):
        following = bare[index + 1] if index + 1 < len(bare) else end
        if _is_whole(file, found[-1], position, whole) or _is_whole(file, position, following, whole):
            found.append(position)
    del bare[:]


def _is_whole(file: BinaryIO, start: int, end: int, whole: Patterns) -> bool:
    file.seek(start)
    return complete(file.read(end - start), whole) == end - start
