"""What is this? The terms of a text with their meanings, each as one plain sentence for the status line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...cable import Block, Cable
from ...cable.safe import visible
from .rows import Mark, Role

if TYPE_CHECKING:
    from ...cable.terms import Meaning, Terms

_ROLES: dict[str, Role] = {"acronym": "acronym", "tag": "tag", "reference": "reference"}


class Explained(NamedTuple):
    """Something on the page that can be explained: where it stands, how it reads, what it means and who says so.

    `start` and `end` are offsets in the text; both are 0 for what stands in the gutter.
    """

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


def explained(terms: Terms, text: str) -> Iterator[Explained]:
    """The terms of a text that have a meaning, in the order in which they stand."""
    for mark in terms.find(text):
        meaning = terms.meaning(mark.term)
        if meaning:
            yield _of(mark.start, mark.end, meaning)


def explained_in_block(cable: Cable, terms: Terms, block: Block) -> list[Explained]:
    """What can be explained in a block: its number if it was mended, its portion mark, then each of its terms once."""
    found = list(_repairs(cable, block))
    if block.marking:
        meaning = terms.meaning(block.marking)
        if meaning:
            found.append(_of(0, 0, meaning))
    seen: set[str] = set()
    for item in explained(terms, block.text):
        if item.term not in seen:
            seen.add(item.term)
            found.append(item)
    return found


def _of(start: int, end: int, meaning: Meaning) -> Explained:
    return Explained(
        start, end, visible(meaning.term), visible(meaning.text), visible(meaning.source), meaning.uncertain
    )


def _repairs(cable: Cable, block: Block) -> Iterator[Explained]:
    for repair in cable.repairs:
        if any(start <= repair.span[0] < end for start, end in block.spans):
            found, meant = (" ".join(visible(text).split()) or "nothing" for text in (repair.found, repair.meant))
            yield Explained(0, 0, "mended", f"the source has {found}, read as {meant}", repair.kind, False)
