"""A cable as text on standard output: a paragraph a line where piped, set in a column on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..cable import Block, Cable
from ..cable.safe import visible
from .output import Output

if TYPE_CHECKING:
    from rich.table import Table

_COLUMN = 84
_GUTTER = 10


def print_cable(cable: Cable, out: Output) -> None:
    """Prints header and body."""
    out.line(cable.header.subject or cable.id or "", "bold")
    for label, value in header_lines(cable):
        if out.rich:
            out.console.print(_labelled(label, value, width=16), width=min(_COLUMN, out.console.width))
        else:
            out.line(f"{label}: {value}")
    for block in cable.blocks:
        out.line()
        if out.rich and block.kind == "heading":
            out.line(" " * _GUTTER + block.text, "bold")
        elif out.rich:
            out.console.print(_labelled(_gutter(block), block.text, _GUTTER), width=min(_COLUMN, out.console.width))
        else:
            number = f"{block.number}. " if block.number else ""
            marking = f"({block.marking}) " if block.marking else ""
            out.line(f"{number}{marking}{block.text}")


def header_lines(cable: Cable) -> Iterator[tuple[str, str]]:
    """The header as (label, value), without what is not printed in it."""
    header = cable.header
    references = (f"{item.label}. {item.text}" if item.label else item.text for item in header.references)
    fields = {
        "Id": cable.id,
        "Date": header.date.strftime("%Y-%m-%d %H:%MZ") if header.date else None,
        "From": header.from_ or header.origin,
        "To": "; ".join(header.to),
        "Info": "; ".join(header.info),
        "Classification": header.classification,
        "Captions": ", ".join(header.captions),
        "Order": header.executive_order,
        "TAGS": " ".join(header.tags),
        "Ref": "; ".join(references),
        "Classified by": header.classified_by,
    }
    return ((label, " ".join(value.split())) for label, value in fields.items() if value)


def _gutter(block: Block) -> str:
    return " ".join(part for part in (block.number, block.marking) if part)


def _labelled(label: str, text: str, width: int) -> Table:
    """A label in its own column with the text beside it, wrapped."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=width - 1, style="dim", overflow="fold")
    grid.add_column(overflow="fold")
    grid.add_row(Text(visible(label)), Text(visible(text)))
    return grid
