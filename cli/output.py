"""Standard output: plain text where it is piped, Rich on a terminal; never a control sequence of somebody's text."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ..cable.safe import visible

if TYPE_CHECKING:
    from rich.console import Console, OverflowMethod

_GAP = 2
_AT_ONCE = 500  # rows of a table whose widths are found together
_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Column(NamedTuple):
    """A column of a table as a terminal shows it; `widest` is what it may take before it is cut."""

    title: str
    style: str = ""
    widest: int = 24


class Output:
    """Where a command writes. Every text goes through `visible`, so that it cannot steer the terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """An output to a stream, standard output by default."""
        self.stream = stream or sys.stdout
        self._wrote = False
        self.rich = self.stream.isatty() and os.environ.get("TERM") != "dumb"

    @property
    def began(self) -> bool:
        """Whether anything was written yet."""
        return self._wrote or "console" in self.__dict__

    @cached_property
    def console(self) -> Console:
        """The Rich console on a terminal; it honours NO_COLOR itself."""
        from rich.console import Console

        return Console(file=self.stream, markup=False, emoji=False, highlight=False)

    def line(self, text: str = "", style: str = "") -> None:
        """One line, or several; styled on a terminal."""
        if self.rich:
            self.console.print(visible(text), style=style or None, soft_wrap=True)
        else:
            self._write(f"{visible(text)}\n")

    def json(self, data: object) -> None:
        """Data as JSON; characters that steer a terminal are escaped, which changes nothing for who reads the data."""
        self._write(self._as_json(data) + "\n")

    def json_array(self, items: Iterable[object]) -> None:
        """An array as `json` writes it, item by item: there may be a quarter of a million."""
        between = "[\n  "
        for item in items:
            self._write(between + self._as_json(item).replace("\n", "\n  "))
            between = ",\n  "
        self._write("[]\n" if between.startswith("[") else "\n]\n")

    def _as_json(self, data: object) -> str:
        text = json.dumps(data, ensure_ascii=not self._speaks_unicode, indent=2)
        return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)

    def row(self, fields: Iterable[str]) -> None:
        """A line with tabs between the fields, as `table` writes it where piped."""
        self._write("\t".join(visible(field).replace("\n", " ") for field in fields) + "\n")

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], *, wrap: bool = False) -> None:
        """Rows: lines with tabs between the fields, without headings, where piped; a table on a terminal.

        There the last column takes the room that the others leave, and is cut, or wrapped, to it.
        """
        shown = ([visible(field).replace("\n", " ") for field in row] for row in rows)
        if not self.rich:
            for row in shown:
                self._write("\t".join(row) + "\n")
            return
        widths = [0] * len(columns)
        lines, first = iter(shown), True
        while some := list(islice(lines, _AT_ONCE)):
            widths = self._part(
                columns, some, widths, wrap=wrap, headings=first and any(each.title for each in columns)
            )
            first = False

    def _part(
        self, columns: Sequence[Column], lines: list[list[str]], widths: list[int], *, wrap: bool, headings: bool
    ) -> list[int]:
        """Prints a part of a table on a terminal; columns become no narrower than in the parts before."""
        from rich.cells import cell_len
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim", show_header=headings)
        widest = [
            max(cell_len(text) for text in (column.title, *texts))
            for column, *texts in zip(columns, *lines, strict=True)
        ]
        widths = [
            max(before, min(width, column.widest))
            for before, width, column in zip(widths, widest, columns, strict=True)
        ]
        for column, width in zip(columns[:-1], widths, strict=False):
            table.add_column(column.title, style=column.style, no_wrap=True, width=width)
        room = self.console.width - sum(widths[:-1]) - _GAP * len(columns[:-1])
        last = columns[-1]
        overflow: OverflowMethod = "fold" if wrap else "ellipsis"
        table.add_column(last.title, style=last.style, no_wrap=not wrap, overflow=overflow, max_width=max(room, 1))
        for line in lines:
            table.add_row(*map(Text, line))
        self.console.print(table)
        return widths

    def source(self, text: str) -> None:
        """A source: character by character where piped, with control characters made visible on a terminal."""
        if self.stream.isatty():
            self._write(visible(text))
            return
        self.stream.flush()
        self.stream.buffer.write(text.encode("utf-8", "surrogatepass"))

    @property
    def _speaks_unicode(self) -> bool:
        return (self.stream.encoding or "").lower().replace("-", "") == "utf8"

    def _write(self, text: str) -> None:
        """Writes text; what the terminal's encoding does not have comes as an escape, not as a failure."""
        self._wrote = True
        encoding = self.stream.encoding or "utf-8"
        self.stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
