"""Standard output: plain text where it is piped, Rich on a terminal; never a control sequence of somebody's text."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ..cable.safe import visible

if TYPE_CHECKING:
    from rich.console import Console, OverflowMethod

_GAP = 2
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
        self.rich = self.stream.isatty() and os.environ.get("TERM") != "dumb"

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
        text = json.dumps(data, ensure_ascii=not self._speaks_unicode, indent=2)
        self._write(_STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")

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
        from rich.cells import cell_len
        from rich.table import Table
        from rich.text import Text

        lines = list(shown)
        headings = any(column.title for column in columns)
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim", show_header=headings)
        room = self.console.width
        for index, column in enumerate(columns[:-1]):
            width = min(max(cell_len(text) for text in (column.title, *(line[index] for line in lines))), column.widest)
            table.add_column(column.title, style=column.style, no_wrap=True, width=width)
            room -= width + _GAP
        last = columns[-1]
        overflow: OverflowMethod = "fold" if wrap else "ellipsis"
        table.add_column(last.title, style=last.style, no_wrap=not wrap, overflow=overflow, max_width=max(room, 1))
        for line in lines:
            table.add_row(*map(Text, line))
        self.console.print(table)

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
        encoding = self.stream.encoding or "utf-8"
        self.stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
