"""The CSV dump: the records that are found in its bytes are those that a reader of CSV finds."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from cablereader.store.sources import dump
from hypothesis import example, given
from hypothesis import strategies as st


class Dialect(NamedTuple):
    """One of the two ways of writing a dump."""

    quote: str
    escape: bool
    end: str
    headings: str

    def write(self, rows: Sequence[Sequence[str]], bare: int = 0) -> bytes:
        """Rows as bytes; the first `bare` fields of each stand without quotation marks."""
        return (self.headings + "".join(self.row(row, bare) for row in rows)).encode()

    def row(self, row: Sequence[str], bare: int = 0) -> str:
        """One row with its line end."""
        fields = [field.replace("\\", "\\\\") if self.escape else field for field in row]
        quoted = (f'"{field.replace(chr(34), self.quote)}"' for field in fields[bare:])
        return ",".join([*row[:bare], *quoted]) + self.end

    def read(self, text: str) -> list[list[str]]:
        """What Python's reader finds in it."""
        source = io.StringIO(text, newline="")
        if self.escape:
            return list(csv.reader(source, escapechar="\\", doublequote=False))
        return list(csv.reader(source))


ESCAPES = Dialect('\\"', True, "\n", "")
DOUBLED = Dialect('""', False, "\r\n", "ID,Date,Reference ID,Origin,Classification,Source,Header,Text\r\n")
DIALECTS = pytest.mark.parametrize("dialect", [ESCAPES, DOUBLED], ids=["escapes", "doubled"])

BITS = [
    "\n",
    '"',
    "\\",
    ",",
    "1",
    '"1","7/4/2004 5:59"',
    '\n"2","7/4/2004 5:59","04X1",',
    "\n3,7/4/2004 5:59,",
    "word",
    "",
]
TEXT = st.lists(st.sampled_from(BITS), max_size=6).map("".join)
ROW = st.builds(
    lambda number, day, texts: [str(number), f"7/{day}/2004 5:59", "04PORTALDER9", *texts],
    st.integers(1, 300_000),
    st.integers(1, 31),
    st.lists(TEXT, min_size=5, max_size=5),
)


def found(blob: bytes) -> list[str]:
    """The records as texts."""
    starts = dump.starts(io.BytesIO(blob))
    records = [blob[start:end] for start, end in pairwise(starts)]
    return [record[at : at + size].decode() for record in records for at, size in dump.pieces(record)]


@DIALECTS
@pytest.mark.parametrize("bare", [0, 3])
@example(rows=[["1", "7/1/2004 5:59", "04X1", "", "", "", "", '"\n3,7/4/2004 5:59,']], block=70)
@given(rows=st.lists(ROW, min_size=1, max_size=5), block=st.integers(70, 400))
def test_the_records_are_those_of_a_csv_reader(dialect: Dialect, bare: int, rows: list[list[str]], block: int) -> None:
    if not dialect.escape:
        # A backslash before a quotation mark means something else to a reader that does not know the dialect.
        rows = [[field.replace("\\", "/") for field in row] for row in rows]
    blob = dialect.write(rows, bare)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dump, "_BLOCK", block)
        records = found(blob)
    assert [row for record in records for row in dialect.read(record)] == rows
    assert dialect.read(blob.decode())[bool(dialect.headings) :] == rows


@DIALECTS
def test_a_dump_is_known_by_its_beginning(dialect: Dialect) -> None:
    row = ["1", "12/28/1966 18:48", "66BUENOSAIRES2481", "Embassy", "U", "", "", "text"]
    assert dump.is_dump(dialect.write([row]))
    assert dump.is_dump(b"\xef\xbb\xbf" + dialect.write([row]))
    assert dump.is_dump(dialect.write([row], bare=5))
    assert not dump.is_dump(b"name,date\n1,2\n")
    assert not dump.is_dump(b"")


def test_a_mark_of_the_byte_order_is_no_part_of_a_record() -> None:
    row = ["1", "12/28/1966 18:48", "66BUENOSAIRES2481", "Embassy", "U", "", "", "text"]
    (record,) = found(b"\xef\xbb\xbf" + ESCAPES.write([row]))
    assert record.startswith('"1"')


def rows_of(count: int) -> list[list[str]]:
    return [
        [str(n), f"7/{n}/2004 5:59", f"04PORTALDER{n}", "O", "C", "", "h", f"body {n}\nmore"]
        for n in range(1, count + 1)
    ]


HARMS = {
    "a quotation mark": (b"body 3", b'body 3, "no'),
    "the end of a field": (b"body 3", b'body 3"'),
    "no end of the field": (b'body 3\nmore"', b"body 3\nmore"),
    "an escaped end": (b'body 3\nmore"', b'body 3\nmore\\"'),
}


@DIALECTS
@pytest.mark.parametrize("bare", [0, 3])
@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_broken_record_costs_no_other(dialect: Dialect, bare: int, harm: tuple[bytes, bytes]) -> None:
    rows = rows_of(5)
    records = found(dialect.write(rows, bare).replace(*harm))
    whole = {n: record for n in (1, 2, 4, 5) for record in records if f"body {n}\nmore" in record}
    assert sorted(whole) == [1, 2, 4, 5]
    assert all(dialect.read(record) == [rows[n - 1]] for n, record in whole.items())


def test_a_dump_that_was_cut_off_keeps_what_is_whole() -> None:
    blob = ESCAPES.write(rows_of(3))
    records = found(blob[:-9])
    assert [ESCAPES.read(record)[0] for record in records[:2]] == rows_of(2)
    assert len(records) == 3
    assert not dump.complete(records[2].encode())


def test_the_order_of_a_dump_is_told_by_its_dates() -> None:
    rows = rows_of(9)
    assert dump.is_ascending(io.BytesIO(ESCAPES.write(rows)))
    assert not dump.is_ascending(io.BytesIO(ESCAPES.write(rows[::-1])))
    assert not dump.is_ascending(io.BytesIO(ESCAPES.write(rows[:1])))
