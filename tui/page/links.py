"""What can be followed from the part of a page that is seen, each with the key that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...cable import Cable, canonical_id
from .paint import Piece
from .rows import HEADER, Page, Place
from .scroll import View

if TYPE_CHECKING:
    from ...cable.mentions import Mention
    from ...cable.terms import Terms

HINTS = "123456789abcdefghijklmnopqrstuvwxyz"
_AROUND = 200
"""How much is read before and behind what is seen of a passage: no mention is told by what is further away."""


class Link(NamedTuple):
    """A mention on the page, its offsets those in the passage's text; `hint` is drawn over the character `at`."""

    hint: str
    at: Place
    mention: Mention
    words: str


def links_in_view(cable: Cable, terms: Terms, page: Page, view: View) -> list[Link]:
    """The links of the rows that are seen, from top to bottom, as many as there are hints for.

    The source has none. A hint stands in the space before its words where the row has one.
    """
    found: list[Link] = []
    stacked = 0
    for passage, mention in _seen(cable, terms, page, view):
        if len(found) == len(HINTS):
            break
        text = page.passages[passage].text
        same = found and (found[-1].at.passage, found[-1].mention[:2]) == (passage, mention[:2])
        stacked = stacked + 1 if same else 0
        row = page.rows[page.row_of(Place(passage, mention.start))]
        spaced = mention.start > row.start and text[mention.start - 1] == " "
        at = Place(passage, mention.start - spaced + stacked)
        found.append(Link(HINTS[len(found)], at, mention, text[mention.start : mention.end]))
    return found


def mention_at(cable: Cable, terms: Terms, page: Page, place: Place) -> Link | None:
    """What can be followed from a character of the page; of several at one place the first."""
    text = page.passages[place.passage].text
    seen = (place.offset, min(place.offset + 1, len(text)))
    for mention in _of_passage(cable, terms, page, place.passage, seen) if not page.raw else ():
        if mention.start <= place.offset < mention.end:
            return Link("", place, mention, text[mention.start : mention.end])
    return None


def hinted(pieces: Iterable[Piece], passage: int, hints: Mapping[Place, str]) -> Iterator[Piece]:
    """The pieces of a row with the hints in place of the characters that they are drawn over."""
    for piece in pieces:
        covered = piece.offset is not None and piece.roles[-1] == "hint"
        hint = hints.get(Place(passage, piece.offset or 0)) if covered else None
        yield Piece(hint, ("hint",), piece.offset) if hint else piece


def _seen(cable: Cable, terms: Terms, page: Page, view: View) -> Iterator[tuple[int, Mention]]:
    """The mentions that begin in view, with their passages."""
    ranges: dict[int, tuple[int, int]] = {}
    for row in page.rows[view.top : view.top + view.height] if not page.raw else ():
        if row.line >= 0:
            ranges[row.passage] = (ranges.get(row.passage, (row.start, 0))[0], row.end)
    for passage, (start, end) in ranges.items():
        for mention in _of_passage(cable, terms, page, passage, (start, end)):
            if start <= mention.start < end:
                yield passage, mention


def _of_passage(
    cable: Cable, terms: Terms, page: Page, passage: int, seen: tuple[int, int]
) -> Sequence[Mention] | Iterator[Mention]:
    from ...cable.mentions import Mention, mentions  # needed once something is followed

    shown = page.passages[passage]
    if shown.block == HEADER:
        marks = (mark for mark in shown.marks if mark.role == "reference")
        return [Mention(m.start, m.end, "telegram", canonical_id(shown.text[m.start : m.end])) for m in marks]
    if shown.block < 0:
        return ()
    first = max(seen[0] - _AROUND, 0)
    found = mentions(cable, shown.text[first : seen[1] + _AROUND], terms)
    return (item._replace(start=item.start + first, end=item.end + first) for item in found)
