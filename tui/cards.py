"""Notes as cards: what a card says, and the rows it takes at a width. Pure; the widget paints the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..cable.safe import visible
from .ages import age, clock, exactly
from .page.cells import cells, wrap
from .pieces import Piece, Role, Row, color_role, signature, swatch, tag_pieces, wrapped

GUTTER = 3
"""Cells left of the text of a card: the mark of the current card, the bar, a space."""

_PREVIEW = 4
_AROUND = 5
"""Words that are shown around each change."""
_DIFFERENT: dict[str, Role] = {"gone": "gone", "new": "new"}
_QUOTE = 2
_LEAST = 8
_LONGEST = 120_000
"""Characters of a note that a card shows at most; the editor has the rest."""


@dataclass(frozen=True, slots=True)
class Card:
    """A note, or the draft of one, as the pane shows it.

    `key` tells cards apart; `anchor` is the block it stands beside (None: the whole cable, or no place found);
    `mark` and `state` say by a sign and in words how it stands; `lost` is a note without a certain place in this copy;
    `quote` is what it was written on, as far as that is to be seen; `draft` is text that was typed and not saved.
    `former` and `present` are what its text was and is, where that changed; `hint` says where a lost one may belong.
    `color` is that of a highlight.
    """

    key: str
    label: str
    body: str
    tags: tuple[str, ...]
    quote: str
    when: datetime
    anchor: str | None
    mark: str = ""
    state: str = ""
    lost: bool = False
    draft: bool = False
    author: str = ""
    color: str = ""
    former: str = ""
    present: str = ""
    hint: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Whether the card has every word, whatever the case; a word that begins with `#` looks at tags alone."""
        text = "\n".join((self.label, self.body, self.quote, self.author, self.color, *self.tags)).casefold()
        tags = [tag.casefold() for tag in self.tags]
        return all(
            any(tag.startswith(word[1:]) for tag in tags) if word.startswith("#") else word in text
            for word in (word.casefold() for word in words)
        )


def head(card: Card, now: datetime, *, current: bool, exact: bool) -> Row:
    """The first row of a card: the paragraph, and when the note was last changed; in words, if not `exact` and lit."""
    when = f"draft from {clock(card.when, now)}" if card.draft else exactly(card.when) if exact else age(card.when, now)
    mark = "▌" if current else " "
    return (
        Piece(mark, "lit" if exact else "current"),
        Piece(visible(card.label), "label"),
        Piece("  ", "text"),
        Piece(when, "draft" if card.draft else "age"),
        *_signs(card),
    )


def _signs(card: Card) -> Iterator[Piece]:
    """How a note stands, the colour of a highlight and the author, by a sign each; the rows below say it in words."""
    if card.mark:
        yield from (Piece("  ", "text"), Piece(card.mark, _role_of(card)))
    if card.color:
        yield from (Piece(" ", "text"), Piece(swatch(card.color), color_role(card.color)))
    for piece in signature(card.author):
        yield from (Piece(" ", "text"), Piece(piece.text[:1], piece.role))


def _role_of(card: Card) -> Role:
    return "exact" if card.mark == "=" else "missing" if card.lost else "state"


def rows(card: Card, width: int, *, whole: bool) -> tuple[Row, ...]:
    """The rows below the head: state, quote of what is lost, text and tags; only the first of them unless `whole`."""
    room = max(width - GUTTER, _LEAST)
    return tuple((Piece("┃" if whole else "│", "bar"), *row) for row in _inner(card, room, whole=whole))


def _inner(card: Card, room: int, *, whole: bool) -> Iterator[Row]:
    role: Role
    role = _role_of(card)
    if card.state and (whole or role != "exact"):
        yield from _lines(f"{card.mark or ('!' if card.lost else '~')} {card.state}", room, 2, role)
    if card.hint:
        yield from _lines(f"→ {card.hint}", room, 2, "state")
    if whole and card.former:
        yield from _changes(card.former, card.present, room)
    elif card.quote:
        yield from _lines(f"“{card.quote}”", room, None if whole else _QUOTE, "quote")
    yield from _lines(card.body, room, None if whole else _PREVIEW, "draft" if card.draft else "text")
    if card.author or (whole and card.color):
        color = (Piece(f" {visible(card.color)} ", color_role(card.color)),) if whole and card.color else ()
        by = signature(card.author)
        yield _fitting((*color, *((Piece("  ", "text"),) if color and by else ()), *by), room)
    if card.tags:
        rows_of_tags = list(wrapped(tag_pieces(card.tags), room))
        yield from rows_of_tags if whole else rows_of_tags[:1]


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


def _changes(former: str, present: str, room: int) -> Iterator[Row]:
    """What changed, word by word: what is gone and what is new between signs, and a little of what is around."""
    from ..store.notes.word_diff import word_diff  # loaded with the first change that is shown

    found = word_diff(former[:_LONGEST], present[:_LONGEST], _AROUND)
    return wrapped([Piece(visible(part.marked), _DIFFERENT.get(part.kind, "quote")) for part in found], room)


def _opening(text: str, lines: int, room: int) -> tuple[str, bool]:
    """The lines of a text that have something on them, as far as so many rows could show; and whether more comes."""
    characters = room * (lines + 1)
    window = text.strip()[: characters * 4]
    found = [line for line in window.split("\n") if line.strip()]
    shown = "\n".join(found[: lines + 1])
    more = len(window) < len(text.strip()) or len(found) > lines + 1 or len(shown) > characters
    return visible(shown[:characters]), more


def _fitting(row: Row, room: int) -> Row:
    """A row with its last piece cut to the room there is."""
    *head, last = row
    left = max(room - sum(cells(piece.text) for piece in head), 1)
    return (*head, Piece(last.text if cells(last.text) <= left else _cut(last.text[:left], left), last.role))


def _cut(line: str, room: int) -> str:
    kept = line
    while kept and cells(kept) >= room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
