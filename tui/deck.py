"""Which cards the notes pane has for a cable: its notes as they were placed, and the drafts of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..cable import Cable
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
    held = [_of_note(cable, item, waiting.pop(item.note.id, None)) for item in placed]
    held += [_of_draft(cable, draft) for draft in waiting.values()]
    places = {block.anchor: place for place, block in enumerate(cable.blocks)}
    return sorted(held, key=lambda item: (item.card.lost, places.get(item.card.anchor or "", -1)))


def label_of(cable: Cable, anchor: str | None) -> str:
    """What people call a place of a cable: "¶3", "heading", or "cable" for the whole of it."""
    from ..cable.anchors import block_label

    block = cable.block(anchor) if anchor is not None else None
    return block_label(block) if block else WHOLE if anchor is None else f"¶{anchor}"


def _of_note(cable: Cable, item: Placed, draft: Draft | None) -> Held:
    note, block = item.note, item.block
    lost = block is None and item.state != "exact"
    card = Card(
        key=note.id,
        label=label_of(cable, block.anchor) if block else note_label(note),
        body=draft.body if draft else note.body,
        tags=draft.tags if draft else note.tags,
        quote=note.quote,
        when=draft.saved if draft else note.updated,
        anchor=block.anchor if block else None,
        state=_WORDS.get(item.state, ""),
        lost=lost,
        draft=draft is not None,
    )
    return Held(card, item, draft)


def _of_draft(cable: Cable, draft: Draft) -> Held:
    lost = draft.anchor is not None and cable.block(draft.anchor) is None
    label = label_of(cable, draft.anchor)
    state = _WORDS["orphan"] if lost else ""
    anchor = None if lost else draft.anchor
    card = Card(draft.key, label, draft.body, draft.tags, "", draft.saved, anchor, state, lost, draft=True)
    return Held(card, draft=draft)


def note_label(note: Note) -> str:
    """What the place of a note was called when it was written."""
    anchor = note.anchor
    if anchor.ordinal is None:
        return WHOLE
    if anchor.label is None:
        return str(anchor.kind)
    return f"¶{anchor.label} [{anchor.index}]" if anchor.index else f"¶{anchor.label}"


def matching(held: Sequence[Held], words: str) -> list[Held]:
    """Those whose card has every word."""
    wanted = words.split()
    return [item for item in held if item.card.matches(wanted)]
