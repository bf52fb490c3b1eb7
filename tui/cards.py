"""Notes as cards: what a card says, and the rows it takes at a width. Pure; the widget paints the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from ..cable.safe import visible
from .ages import age, clock, exactly
from .page.cells import cells, wrap
from .typed import tag_line

Role = Literal["label", "age", "text", "tag", "quote", "state", "missing", "draft", "bar", "current", "title", "hint"]
"""How a stretch of a card is to look; the widget gives each role a style from the theme."""

GUTTER = 3
"""Cells left of the text of a card: the mark of the current card, the bar, a space."""

_PREVIEW = 4
_QUOTE = 2
_LEAST = 8
_LONGEST = 120_000
"""Characters of a note that a card shows at most; the editor has the rest."""


class Piece(NamedTuple):
    """A stretch of a row."""

    text: str
    role: Role


Row = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A note, or the draft of one, as the pane shows it.

    `key` tells cards apart; `anchor` is the block it stands beside (None: the whole cable, or no place found);
    `state` says in words what is not as it was when the note was written, "" where nothing is; `lost` is a note without
    a certain place in this copy, and `quote` is what it was written on; `draft` is text that was typed and not saved.
    """

    key: str
    label: str
    body: str
    tags: tuple[str, ...]
    quote: str
    when: datetime
    anchor: str | None
    state: str = ""
    lost: bool = False
    draft: bool = False

    def matches(self, words: Sequence[str]) -> bool:
        """Whether the card has every word, whatever the case; a word that begins with `#` looks at tags alone."""
        text = "\n".join((self.label, self.body, self.quote, *self.tags)).casefold()
        tags = [tag.casefold() for tag in self.tags]
        return all(
            any(tag.startswith(word[1:]) for tag in tags) if word.startswith("#") else word in text
            for word in (word.casefold() for word in words)
        )


def head(card: Card, now: datetime, *, current: bool, exact: bool) -> Row:
    """The first row of a card: the paragraph, and when the note was last changed, `exact` or in words."""
    when = f"draft from {clock(card.when, now)}" if card.draft else exactly(card.when) if exact else age(card.when, now)
    mark = "▌" if current else " "
    return (
        Piece(mark, "current"),
        Piece(visible(card.label), "label"),
        Piece("  ", "text"),
        Piece(when, "draft" if card.draft else "age"),
    )


def rows(card: Card, width: int, *, whole: bool) -> tuple[Row, ...]:
    """The rows below the head: state, quote of what is lost, text and tags; only the first of them unless `whole`."""
    room = max(width - GUTTER, _LEAST)
    return tuple((Piece("┃" if whole else "│", "bar"), *row) for row in _inner(card, room, whole=whole))


def _inner(card: Card, room: int, *, whole: bool) -> Iterator[Row]:
    role: Role
    if card.state:
        mark, role = ("!", "missing") if card.lost else ("~", "state")
        yield from _lines(f"{mark} {card.state}", room, 2, role)
    if card.lost and card.quote:
        yield from _lines(f"“{card.quote}”", room, None if whole else _QUOTE, "quote")
    yield from _lines(card.body, room, None if whole else _PREVIEW, "draft" if card.draft else "text")
    if card.tags:
        yield from _lines(tag_line(card.tags), room, None if whole else 1, "tag")


def _lines(text: str, room: int, most: int | None, role: Role) -> Iterator[Row]:
    """The lines of a text; at most so many, blank ones left out, with an ellipsis where more would come."""
    if most is None:
        shown = visible(text[:_LONGEST])
        for cut in wrap(shown, room):
            yield (Piece(shown[cut.start : cut.end], role),)
        if len(text) > _LONGEST:
            yield (Piece("… more in the editor"[:room], "hint"),)
        return
    shown, more = _opening(text, most, room)
    cuts = [cut for cut in wrap(shown, room) if cut.end > cut.start]
    more = more or len(cuts) > most
    for place, cut in enumerate(cuts[:most], 1):
        line = shown[cut.start : cut.end]
        yield (Piece(_cut(line, room) if more and place == min(most, len(cuts)) else line, role),)


def _opening(text: str, lines: int, room: int) -> tuple[str, bool]:
    """The lines of a text that have something on them, as far as so many rows could show; and whether more comes."""
    characters = room * (lines + 1)
    window = text.strip()[: characters * 4]
    found = [line for line in window.split("\n") if line.strip()]
    shown = "\n".join(found[: lines + 1])
    more = len(window) < len(text.strip()) or len(found) > lines + 1 or len(shown) > characters
    return visible(shown[:characters]), more


def _cut(line: str, room: int) -> str:
    kept = line
    while kept and cells(kept) >= room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
