"""Where the notes of a cable stand in a reading of it: `cablereader.cable.placing` over the snapshots that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ...cable import Block, Cable
from ...cable.anchor_record import State
from ...cable.anchors import Anchor, body_text, describe, snapshot_id
from .model import Json, Note, time_text
from .order import reading_order
from .ranges import with_end
from .snapshots import Snapshots

if TYPE_CHECKING:
    from ...cable.placing import Aligned, Alone, Placement


__all__ = ["CONFIRMED", "Placed", "Placer", "State", "attached", "attachment"]

CONFIRMED: State = "confirmed"


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and where it stands: `block` is None for a note on the whole cable, and for one without a certain place.

    `state` is `exact`, `changed` (some letters were altered), `moved` (found out of its order), `confirmed` (attached
    by hand), `orphan` (not found) or `ambiguous` (found more than once). `score` says how much of the text is the same;
    `candidates` are the places to choose from; `why` says in words why there is none. `selection` is the note's
    selection as offsets in the text of `block`; None where it has none, or where its words are gone. A note on a range
    goes on to the block `until`, and in it to the end of `until_selection`.
    """

    note: Note
    block: Block | None
    state: State
    score: float = 1.0
    candidates: tuple[Block, ...] = ()
    why: str = ""
    selection: tuple[int, int] | None = None
    until: Block | None = None
    until_selection: tuple[int, int] | None = None


class Placer:
    """Places notes. What was found out about the cable asked for last is kept, so that asking again costs nothing.

    Several threads may ask at once, for different cables.
    """

    def __init__(self, snapshots: Snapshots) -> None:
        """Reads nothing yet."""
        self._snapshots = snapshots
        self._latest: _Reading | None = None

    def place(self, notes: Sequence[Note], cable: Cable) -> list[Placed]:
        """Each note with its block in this cable, in reading order; notes without a certain place come last."""
        reading = self._latest
        if reading is None or reading.cable is not cable:
            reading = self._latest = _Reading(cable, self._snapshots)
        places = {block.anchor: index for index, block in enumerate(cable.blocks)}
        found = [reading.place(note) for note in sorted(notes, key=reading_order)]
        return sorted(found, key=lambda placed: _rank(placed, places))


class _Reading:
    """One reading of a cable, and what aligning it with the texts of notes has shown."""

    def __init__(self, cable: Cable, snapshots: Snapshots) -> None:
        self.cable = cable
        self._snapshots = snapshots
        self._text = body_text(cable)
        self._here = snapshot_id(self._text)
        self._aligned: dict[str | None, Aligned | Alone] = {}

    def place(self, note: Note) -> Placed:
        """Where a note stands; a range by both its ends."""
        begun = self._place(note, note.anchor)
        if note.until is None:
            return begun
        return with_end(begun, self._place(note, note.until), self.cable)

    def _place(self, note: Note, anchor: Anchor) -> Placed:
        """Where an anchor stands: attached to this very text, made on it, attached to another, made on another."""
        confirmed = attached(anchor)
        if confirmed and (confirmed.snapshot == self._here or anchor.snapshot != self._here):
            by_hand = self._find(confirmed)
            if by_hand.block is not None or confirmed.ordinal is None:
                return Placed(note, by_hand.block, CONFIRMED, by_hand.score, selection=_words_in(anchor, by_hand.block))
        found = self._find(anchor)
        return Placed(note, found.block, found.state, found.score, found.candidates, found.note, found.selection)

    def _find(self, anchor: Anchor) -> Placement:
        if anchor.snapshot not in self._aligned:
            from ...cable.placing import Aligned, Alone  # loaded with the first note that is placed

            text = self._text if anchor.snapshot == self._here else self._snapshots.load(anchor.snapshot)
            self._aligned[anchor.snapshot] = Alone(self.cable) if text is None else Aligned(text, self.cable)
        return self._aligned[anchor.snapshot].place(anchor)


def _words_in(anchor: Anchor, block: Block | None) -> tuple[int, int] | None:
    """Where the words that a note was made on stand in the block that it was attached to, if they do."""
    if anchor.selection is None or block is None:
        return None
    exact = anchor.selection.exact
    if exact and block.text.count(exact) == 1:
        start = block.text.index(exact)
        return start, start + len(exact)
    from ...cable.placing.selected import in_block

    return in_block(anchor, block.text)


def attachment(cable: Cable, block: Block | None, at: datetime) -> Json:
    """What a note's anchor remembers of being attached by hand to a block, or to the whole cable."""
    anchor = describe(cable, block)
    return {"state": CONFIRMED, "snapshot": anchor.snapshot, "at": time_text(at), "anchor": anchor.as_dict()}


def attached(anchor: Anchor) -> Anchor | None:
    """The anchor that a note was given by hand, None where it was given none or one that cannot be read."""
    placed = anchor.placed or {}
    record = placed.get("anchor")
    if placed.get("state") != CONFIRMED or not isinstance(record, dict):
        return None
    try:
        return Anchor.from_dict(record)
    except ValueError:
        return None


def _rank(placed: Placed, places: dict[str, int]) -> int:
    if placed.block is None:
        return -1 if placed.state in ("exact", CONFIRMED) else len(places)
    return places[placed.block.anchor]
