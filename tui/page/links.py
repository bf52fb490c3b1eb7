"""What can be followed from the part of a page that is seen, each with the key that follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ...cable import Cable, canonical_id
from .rows import HEADER, Page, Place
from .scroll import View

if TYPE_CHECKING:
    from ...cable.mentions import Mention
    from ...cable.terms import Terms

HINTS = "123456789abcdefghijklmnpqrstuvwxyz"
"""Without o, which shows the references of the header when it is pressed again."""
_OPENING = "([{<“‘\"'"
_AROUND = 200
"""How much is read before and behind what is seen of a passage: no mention is told by what is further away."""


class Link(NamedTuple):
    """A mention on the page, its offsets those in the passage's text; `hint` is drawn before the character `at`.

    That is the mention's first, or the first of the brackets that open before it. The hint takes the place of the space
    there where it is `spaced`, else a cell of its own: no letter is hidden, and no number grows by it.
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
        text, row = page.passages[passage].text, page.rows[page.row_of(Place(passage, mention.start))]
        before = text[row.start : mention.start]
        opened = before.rstrip(_OPENING)
        at = len(opened) if opened.endswith(" ") or not opened else len(before)
        place = Place(passage, row.start + at)
        words = text[mention.start : mention.end]
        spaced = before[:at].endswith(" ") and not before[: at - 1][-1:].isdigit()
        found.append(Link(HINTS[len(found)], place, mention, words, spaced))
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
