"""Laying a cable out: header and blocks as one document of rows at a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...cable import Cable
from ...cable.safe import visible
from ...store.words import sentence
from .body import body_passages
from .cells import unwrapped, wrap
from .gutter import gutter_of
from .header import INDENT, has_room, header_passages
from .header_fields import field_passages
from .rows import HEADER, Page, Passage, Row, apart, rows_of
from .source import source_passage
from .state import Spacing

MIN_COLUMN = 24
"""No page is laid out narrower than this; a narrower pane shows its left part."""


class Options(NamedTuple):
    """How a page is to be laid out: whether the header is unfolded, what to say of a text that is no cable, how far
    apart the lines of its text stand, and whether they end at one edge.
    """

    header_open: bool = False
    problem: str | None = None
    spacing: Spacing = "paragraphs"
    justified: bool = False


def lay_out(cable: Cable, width: int, options: Options | None = None) -> Page:
    """The page of a cable in a column `width` cells wide.

    A text without blocks is shown as it is, under its header if it has one, or under the reason that it has none.
    """
    chosen = options or Options()
    column = max(width, MIN_COLUMN)
    passages: list[Passage] = []
    if cable.id or cable.blocks:
        passages += header_passages(cable, column, header_open=chosen.header_open)
        if chosen.header_open:
            passages += field_passages(cable)
    if not cable.blocks:
        passages += _unread(cable, chosen.problem)
    body = body_passages(cable, gutter_of(cable.blocks, column), column)
    passages += body if chosen.spacing != "close" else closed_up(body)
    page = paginate(passages, column, len(cable.blocks), double=chosen.spacing == "double")
    return page._replace(justified=chosen.justified)


def _unread(cable: Cable, problem: str | None) -> Iterable[Passage]:
    empty = not cable.source.strip()
    if problem:
        reason = sentence(visible(problem)).rstrip(".") + ("." if empty else ". The text follows as it is.")
    else:
        reason = "No paragraphs were found in this text" if cable.id else "This text was not read as a cable"
        reason += ": it is empty." if empty else ". It follows as it is."
    yield Passage(reason, "label", HEADER, INDENT, before=1 if cable.id else 0)
    if cable.source.strip():
        yield source_passage(cable, before=1)


def lay_out_hint(hint: str, width: int) -> Page:
    """A page with nothing but a quiet word on it."""
    return paginate([Passage(hint, "quiet", HEADER, INDENT, before=1)], max(width, MIN_COLUMN), 0)


def closed_up(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages of a body without blank rows between paragraphs; those above headings stay."""
    for index, passage in enumerate(passages):
        apart = index == 0 or passage.role == "heading" or passage.flow == "table"
        yield passage if apart else passage._replace(before=0)


def paginate(passages: Iterable[Passage], width: int, blocks: int, *, double: bool = False) -> Page:
    """Cut passages into rows; each of `blocks` blocks has one passage. `double` parts the rows of their text."""
    rows: list[Row] = []
    firsts: list[int] = []
    spots = [(0, 0)] * blocks
    laid: list[Passage] = []
    for index, passage in enumerate(passages):
        if passage.flow == "table":
            cuts = unwrapped(passage.text)
        else:
            cuts = wrap(passage.text, width - passage.indent, passage.hang, lines=passage.flow == "lines")
        firsts.append(len(rows) + passage.before)
        cut = rows_of(index, passage, cuts)
        rows += apart(cut) if double and passage.block >= 0 and passage.flow == "text" else cut
        if passage.tail and not has_room(passage, passage.tail, width):
            rows.append(Row(index, rows[-1].end, rows[-1].end, rows[-1].line + 1, passage.block))
        if passage.block >= 0:
            spots[passage.block] = (firsts[-1], len(rows))
        laid.append(passage)
    return Page(width, tuple(laid), tuple(rows), tuple(firsts), tuple(spots))
