"""What is this? The terms of a page with their meanings, each ready for one line of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...cable import Block, Cable
from ...cable.practice import practice
from ...cable.safe import visible
from .rows import HEADER, Mark, Page, Role, indent_of
from .stretch import place_at

if TYPE_CHECKING:
    from ...cable.terms import Meaning, Terms

_ROLES: dict[str, Role] = {"acronym": "acronym", "tag": "tag", "reference": "reference"}
_MENDED = {"number": "mended paragraph number", "marking": "mended portion mark"}
_AROUND = 200
"""No term is longer than so many characters."""
GUTTER = -1
"""The passage of what stands in the gutter, or nowhere on the page."""


class Explained(NamedTuple):
    """Something that can be explained: how it reads, what it means, who says so, whether that is only likely.

    `start` and `end` are offsets in the text of a passage; both are 0 in the `GUTTER`.
    """

    passage: int
    start: int
    end: int
    term: str
    meaning: str
    source: str
    uncertain: bool


def term_marks(terms: Terms, text: str) -> list[Mark]:
    """The terms of a text as marks to paint."""
    return [
        Mark(mark.start, mark.end, role) for mark in terms.find(text) if (role := _ROLES.get(mark.kind)) is not None
    ]


def explain(cable: Cable, terms: Terms, page: Page, block: int) -> list[Explained]:
    """What can be explained in a block, each thing once: a mended number, the portion mark, then its terms in order.

    Of the `HEADER` the marks that it has, whether they are shown or not, and the terms of all its rows.
    """
    found: dict[str, Explained] = {}
    if block == HEADER:
        found |= {item.term: item for item in _practised(cable, page)}
    if block == HEADER or page.raw:
        texts = [(index, passage.text) for index, passage in enumerate(page.passages) if passage.block == HEADER]
        if page.raw:
            texts = [(GUTTER, visible(cable.blocks[block].text))] if block >= 0 else []
    else:
        index = page.rows[page.spots[block][0]].passage
        texts = [(index, page.passages[index].text)]
    if block >= 0:
        found |= {item.term: item for item in _beside(cable, terms, cable.blocks[block])}
    for index, text in texts:
        for item in _in_text(terms, index, text):
            found.setdefault(item.term, item)
    return list(found.values())


def explain_at(cable: Cable, terms: Terms, page: Page, row: int, cell: int) -> Explained | None:
    """What stands at a cell of a row: a term in the text, or a number or portion mark in the gutter."""
    if row >= len(page.rows) or page.rows[row].line < 0:
        return None
    entry, passage = page.rows[row], page.passage(row)
    if cell < indent_of(passage, entry):
        beside = _beside(cable, terms, cable.blocks[entry.block]) if entry.block >= 0 and entry.line == 0 else ()
        return next(iter(beside), None)
    offset = place_at(page, row, cell).offset
    if offset >= entry.end:
        return None
    if entry.block == HEADER:
        marks = (item for item in _practised(cable, page) if item.passage == entry.passage)
        if found := next((item for item in marks if item.start <= offset < item.end), None):
            return found
    start = max(offset - _AROUND, 0)
    for found in _in_text(terms, entry.passage, passage.text[start : offset + _AROUND]):
        if found.start <= offset - start < found.end:
            return found._replace(start=found.start + start, end=found.end + start)
    return None


_FIELDS = {"precedence": "Precedence", "captions": "Captions", "order": "Order", "reasons": "Reasons"}


def _practised(cable: Cable, page: Page) -> Iterator[Explained]:
    """The marks of the header with their meanings, where they stand on the page or, if they do not, in the gutter."""
    for field, meaning in practice(cable):
        index, start, end = _printed(page, _FIELDS.get(field, ""), visible(meaning.term))
        yield _explained(index, start, end, meaning)


def _printed(page: Page, label: str, mark: str) -> tuple[int, int, int]:
    """Where a mark stands in the field of this name; without a name, among the marks of the folded header."""
    for index, passage in enumerate(page.passages if not page.raw else ()):
        if passage.block != HEADER:
            break
        named = passage.lead[0][0].text.strip() if passage.lead else ""
        if named == label and (label or passage.marks) and (start := passage.text.find(mark)) >= 0:
            return index, start, start + len(mark)
    return GUTTER, 0, 0


def _in_text(terms: Terms, passage: int, text: str) -> Iterator[Explained]:
    for mark in terms.find(text):
        meaning = terms.meaning(mark.term)
        if meaning:
            yield _explained(passage, mark.start, mark.end, meaning)


def _beside(cable: Cable, terms: Terms, block: Block) -> Iterator[Explained]:
    """What stands in the gutter beside a block."""
    for repair in cable.repairs:
        if repair.kind in _MENDED and any(start <= repair.span[0] < end for start, end in block.spans):
            found, meant = (" ".join(visible(text).split()) or "nothing" for text in (repair.found, repair.meant))
            yield Explained(GUTTER, 0, 0, found, f"in the source, read as {meant}", _MENDED[repair.kind], False)
    meaning = terms.meaning(block.marking) if block.marking else None
    if meaning:
        yield _explained(GUTTER, 0, 0, meaning)


def _explained(passage: int, start: int, end: int, meaning: Meaning) -> Explained:
    term, text, source = (" ".join(visible(part).split()) for part in (meaning.term, meaning.text, meaning.source))
    return Explained(passage, start, end, term, text, source, meaning.uncertain)
