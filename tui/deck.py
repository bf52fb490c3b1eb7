"""Which cards the notes pane has for a cable: its notes as they were placed, and the drafts of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..cable import Block, Cable
from ..cable.anchors import Anchor, address_label, anchor_label, block_label, range_label
from ..store.drafts.draft import Draft
from .cards import Card
from .commands import key_of

if TYPE_CHECKING:
    from ..cable.placing.suggest import Suggestion
    from ..store.notes import Note, Placed

WHOLE = "cable"
"""What stands for a paragraph on a note on the whole cable."""

_STATES = {
    "exact": ("=", "as it was written on"),
    "changed": ("~", "text changed"),
    "moved": ("↕", "moved in this copy"),
    "confirmed": ("✓", "placed by hand"),
    "orphan": ("!", "text not found in this copy"),
    "ambiguous": ("?", "text stands in several places"),
}
"""The mark and the words for how a note stands."""
_SAID = ("the text is not found", "the text stands more than once")
"""Reasons that say no more than these words."""


@dataclass(frozen=True, slots=True)
class Held:
    """A card and what it was made of: a placed note, a draft, or both (a note with unsaved changes).

    `suggested` is the block that a note without a certain place may have stood on.
    """

    card: Card
    placed: Placed | None = None
    draft: Draft | None = None
    suggested: Block | None = None

    @property
    def note(self) -> Note | None:
        """The note, if it is one."""
        return self.placed.note if self.placed else None


def deck(cable: Cable, placed: Iterable[Placed], drafts: Iterable[Draft]) -> list[Held]:
    """The cards of a cable in reading order: the whole cable, its blocks, and last the notes that have no place.

    Where they are of several people, each is signed.
    """
    waiting, items = {draft.key: draft for draft in drafts}, list(placed)
    several = len({item.note.author for item in items}) > 1
    held = [_of_note(cable, item, waiting.pop(item.note.id, None), signed=several) for item in items]
    held += [_of_draft(cable, draft) for draft in waiting.values()]
    places = {block.anchor: place for place, block in enumerate(cable.blocks)}
    return sorted(held, key=lambda item: (item.card.lost, places.get(item.card.anchor or "", -1)))


def label_of(block: Block | None, until: Block | None = None) -> str:
    """What people call a block: "¶3", "heading"; a range: "¶3–¶5"; and None, the whole cable."""
    if block is None:
        return WHOLE
    return range_label(block_label(block), block_label(until)) if until else block_label(block)


def note_label(note: Note) -> str:
    """What the place of a note was called when it was written."""
    if note.anchor.ordinal is None:
        return WHOLE
    return range_label(_named(note.anchor), _named(note.until)) if note.until else _named(note.anchor)


def _named(anchor: Anchor) -> str:
    return {"head": "heading", "closing": "closing"}.get(anchor.kind) or anchor_label(anchor)


def place_of(label: str) -> str:
    """A label as it stands in a sentence: "¶3", "the cable"."""
    return label if label.startswith("¶") else f"the {label}"


def _of_note(cable: Cable, item: Placed, draft: Draft | None, *, signed: bool) -> Held:
    note, block = item.note, item.block
    mark, state = _state_of(item)
    lost = block is None and item.state not in ("exact", "confirmed")
    suggestion = _suggestion(cable, item) if lost else None
    card = Card(
        key=note.id,
        label=label_of(block, item.until) if block else note_label(note),
        body=draft.body if draft else note.body,
        tags=draft.tags if draft else note.tags,
        quote=note.quote if lost or note.anchor.selection or not note.body else "",
        when=draft.saved if draft else note.updated,
        anchor=block.anchor if block else None,
        mark=mark,
        state=state,
        lost=lost,
        draft=draft is not None,
        author=note.author if signed else "",
        color=note.color,
        former=note.quote if item.state == "changed" else "",
        present=_present(cable, item) if item.state == "changed" else "",
        hint=f"{key_of('notes.place')} puts it on {label_of(suggestion.block)}: {suggestion.why}" if suggestion else "",
    )
    return Held(card, item, draft, suggestion.block if suggestion else None)


def _state_of(item: Placed) -> tuple[str, str]:
    """The mark and the words for how a note stands; a note on the whole cable simply is there."""
    if item.block is None and item.state == "exact":
        return "", ""
    mark, words = _STATES[item.state]
    return mark, f"{words}: {item.why}" if item.why and item.why not in _SAID else words


def _suggestion(cable: Cable, item: Placed) -> Suggestion | None:
    from ..cable.placing.suggest import suggest

    return suggest(item.note.anchor, cable, item.candidates)


def _present(cable: Cable, item: Placed) -> str:
    """What the place of a note says in this copy."""
    from ..store.notes.ranges import quoted

    if item.block is None:
        return ""
    start, end = item.selection or (0, len(item.block.text))
    if item.until is None:
        return item.block.text[start:end]
    last = item.until_selection[1] if item.until_selection else len(item.until.text)
    return quoted(cable, item.block, item.until, (start, last))


def _of_draft(cable: Cable, draft: Draft) -> Held:
    block = draft.block_in(cable)
    unplaced = draft.anchor is not None and block is None
    mark, state = _STATES["orphan"] if unplaced else ("", "")
    label = address_label(draft.anchor or "") if unplaced else label_of(block, draft.end_in(cable))
    card = Card(
        key=draft.key,
        label="deleted note" if draft.note else label,
        body=draft.body,
        tags=draft.tags,
        quote="",
        when=draft.saved,
        anchor=block.anchor if block else None,
        mark=mark,
        state=state,
        lost=draft.lost and block is None,
        draft=True,
    )
    return Held(card, draft=draft)


def matching(held: Sequence[Held], words: str) -> list[Held]:
    """Those whose card has every word."""
    wanted = words.split()
    return [item for item in held if item.card.matches(wanted)]
