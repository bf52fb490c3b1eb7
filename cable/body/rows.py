"""Rows of tables: lines with columns, beside others that have them."""

from __future__ import annotations

from collections.abc import Sequence

from ..patterns import lazy
from .lines import BLANK_GAP, Line
from .parts import LONG
from .shape import WRAPPED_AT_MOST, Shape

_COLUMN = lazy(r"(?<=[^\s.?!:;])(?: {3,}|[ ]*\t[ \t]*)(?=\S)")
_FIGURES = lazy(r"(?<=[\d%)a-z])  (?=\(?\$?\d[\d.,]*[%a-z)]{0,2}(?: |$))")
_FEWEST_BARS = 2
_DEEP_INDENT = 15
_INDENT = 5


def wide(line: Line) -> bool:
    """Whether columns stand so far apart that a blank line between two rows does not part them."""
    return "     " in line.text


def columnar(line: Line) -> bool:
    """Whether a line has gaps such as stand between the columns of a table, or narrower ones before its figures."""
    text = line.text
    if text[0] == "|" and text.count("|") > _FEWEST_BARS:
        return True
    if "  " not in text and "\t" not in text:
        return False
    if ("   " in text or "\t" in text) and _COLUMN.search(text):
        return True
    return len(text) <= WRAPPED_AT_MOST and _FIGURES.search(text) is not None


def beside(line: Line, after: Line) -> bool:
    """Whether two rows are of one table: nothing, or only a blank line between wide columns, stands between them."""
    return not after.gap or (after.gap == BLANK_GAP and (wide(line) or line.indent > _DEEP_INDENT) and wide(after))


def tabular(lines: Sequence[Line], index: int, shape: Shape, *, inside: bool) -> bool:
    """Whether the line at `index` is a row: it has columns, and so has one beside it, or it is `inside` a table."""
    line = lines[index]
    if len(line.text) > LONG:
        return False
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    if columnar(line):
        above = before is not None and beside(before, line) and columnar(before)
        return above or (after is not None and beside(line, after) and columnar(after))
    inside = inside and before is not None and not line.gap
    heads = after is not None and columnar(after) and not after.gap
    if line.indent > _INDENT:
        return inside or heads or (after is not None and after.gap == BLANK_GAP and wide(after) and columnar(after))
    return inside and (heads or wide(line) or 0 < len(line.text) * 2 < shape.width)
