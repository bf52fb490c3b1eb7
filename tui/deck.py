"""Which cards the notes pane has for a cable: its notes as they were placed, and the drafts of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..cable import Block, Cable
from ..cable.anchors import anchor_label, block_label
from .cards import Card
from .drafts import Draft

if TYPE_CHECKING:
    from ..store.notes import Note, Placed

WHOLE = "cable"
"""What stands for a paragraph on a note on the whole cable."""

_WORDS = {
    "changed": "text changed",
    "moved": "moved in this copy",
    "confirmed": "placed by hand",
    "orphan": "text not found in this copy",
    "ambiguous": "text stands in several places",
}


@dataclass(frozen=True, slots=True)
class Held:
    """A card and what it was made of: a placed note, a draft, or both (a note with unsaved changes)."""

    card: Card
    placed: Placed | None = None
    draft: Draft | None = None

    @property
    def note(self) -> Note | None:
        """The note, if it is one."""
        return self.placed.note if self.placed else None


def deck(cable: Cable, placed: Iterable[Placed], drafts: Iterable[Draft]) -> list[Held]:
    """The cards of a cable in reading order: the whole cable, its blocks, and last the notes that have no place."""
    waiting = {draft.key: draft for draft in drafts}
    held = [_of_note(item, waiting.pop(item.note.id, None)) for item in placed]
    held += [_of_draft(cable, draft) for draft in waiting.values()]
    places = {block.anchor: place for place, block in enumerate(cable.blocks)}
    return sorted(held, key=lambda item: (item.card.lost, places.get(item.card.anchor or "", -1)))


def label_of(block: Block | None) -> str:
    """What people call a block: "¶3", "heading"; and None, the whole cable."""
    return block_label(block) if block else WHOLE


def note_label(note: Note) -> str:
    """What the place of a note was called when it was written."""
    anchor = note.anchor
    if anchor.ordinal is None:
        return WHOLE
    return {"head": "heading", "closing": "closing"}.get(anchor.kind) or anchor_label(anchor)


def place_of(label: str) -> str:
    """A label as it stands in a sentence: "¶3", "the cable"."""
    return label if label.startswith("¶") else f"the {label}"


def _of_note(item: Placed, draft: Draft | None) -> Held:
    note, block = item.note, item.block
    card = Card(
        key=note.id,
        label=label_of(block) if block else note_label(note),
        body=draft.body if draft else note.body,
        tags=draft.tags if draft else note.tags,
        quote=note.quote,
        when=draft.saved if draft else note.updated,
        anchor=block.anchor if block else None,
        state=_WORDS.get(item.state, ""),
        lost=block is None and item.state not in ("exact", "confirmed"),
        draft=draft is not None,
    )
    return Held(card, item, draft)


def _of_draft(cable: Cable, draft: Draft) -> Held:
    block = draft.block_in(cable)
    card = Card(
        key=draft.key,
        label="deleted note"
        if draft.note
        else label_of(block)
        if block or draft.anchor is None
        else f"¶{draft.anchor}",
        body=draft.body,
        tags=draft.tags,
        quote="",
        when=draft.saved,
        anchor=block.anchor if block else None,
        state=_WORDS["orphan"] if draft.anchor is not None and block is None else "",
        lost=draft.lost and block is None,
        draft=True,
    )
    return Held(card, draft=draft)


def matching(held: Sequence[Held], words: str) -> list[Held]:
    """Those whose card has every word."""
    wanted = words.split()
    return [item for item in held if item.card.matches(wanted)]
