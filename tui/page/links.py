"""What can be followed from the part of a page that is seen, each with the key that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ...cable import Cable, canonical_id
from .paint import Piece
from .rows import HEADER, Page, Place
from .scroll import View

if TYPE_CHECKING:
    from ...cable.mentions import Mention
    from ...cable.terms import Terms

HINTS = "123456789abcdefghijklmnpqrstuvwxyz"
"""Without o, which shows the references of the header when it is pressed again."""
_AROUND = 200
"""How much is read before and behind what is seen of a passage: no mention is told by what is further away."""


class Link(NamedTuple):
    """A mention on the page, its offsets those in the passage's text; `hint` is drawn before the character `at`.

    It takes the place of the space there where it is `spaced`, else a cell of its own: no letter is hidden.
    """

    hint: str
    at: Place
    mention: Mention
    words: str
    spaced: bool = False


def links_in_view(cable: Cable, terms: Terms, page: Page, view: View) -> list[Link]:
    """The links of the rows that are seen, from top to bottom, as many as there are hints for.

    The source has none.
    """
    found: list[Link] = []
    for passage, mention in islice(_seen(cable, terms, page, view), len(HINTS)):
        text, at = page.passages[passage].text, Place(passage, mention.start)
        row = page.rows[page.row_of(at)]
        spaced = at.offset > row.start and text[at.offset - 1] == " "
        found.append(Link(HINTS[len(found)], at, mention, text[at.offset : mention.end], spaced))
    return found


def reference_row(page: Page) -> int | None:
    """The row of the unfolded header in which its references begin."""
    for number, row in enumerate(page.rows):
        passage = page.passages[row.passage]
        if passage.block == HEADER and any(mark.role == "reference" for mark in passage.marks):
            return number
        if passage.block > HEADER:
            return None
    return None


def mention_at(cable: Cable, terms: Terms, page: Page, place: Place) -> Link | None:
    """What can be followed from a character of the page; of several at one place the first."""
    text = page.passages[place.passage].text
    seen = (place.offset, min(place.offset + 1, len(text)))
    for mention in _of_passage(cable, terms, page, place.passage, seen) if not page.raw else ():
        if mention.start <= place.offset < mention.end:
            return Link("", place, mention, text[mention.start : mention.end])
    return None


def hinted(pieces: Sequence[Piece], links: Iterable[Link]) -> Iterator[Piece]:
    """The pieces of a row with the hints of its passage; a piece begins where a link does."""
    hints: dict[int | None, str] = {}
    spaced: set[int | None] = set()
    for link in links:
        hints[link.at.offset] = hints.get(link.at.offset, "") + link.hint
        if link.spaced:
            spaced.add(link.at.offset)
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.offset in hints:
            yield Piece(hints[piece.offset], ("hint",), piece.offset)
        covered = after is not None and after.offset in spaced and piece.offset is not None
        yield piece._replace(text=piece.text[:-1]) if covered else piece


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
