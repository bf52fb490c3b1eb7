"""Drafts as screen and prompt need them: those of a cable, the one of a place, kept and thrown away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .draft import Draft, digest

if TYPE_CHECKING:
    from ...cable import Block, Cable
    from ..notes import Drafts, Note


class DraftBox:
    """The draft files of a folder. Every method may raise the store's errors."""

    def __init__(self, drafts: Drafts) -> None:
        """A box on draft files."""
        self._drafts = drafts

    def of(self, cable: Cable) -> list[Draft]:
        """The drafts of a cable: of its notes, and of notes still to be written, on whatever reading of it."""
        from ..notes import cable_key

        key = cable_key(cable)
        found = (Draft.parse(text) for text in self._drafts.all())
        return [draft for draft in found if draft is not None and draft.cable == key]

    def find(self, wanted: Draft) -> Draft | None:
        """What was typed earlier, and not saved, where a draft belongs."""
        text = self._drafts.load(wanted.key)
        return None if text is None else Draft.parse(text) or replace(wanted, body=text)

    def keep(self, draft: Draft) -> None:
        """Keep a draft; one with nothing in it is forgotten."""
        if draft.empty:
            self.forget(draft)
        else:
            self._drafts.save(draft.key, draft.as_text())

    def forget(self, draft: Draft) -> None:
        """Forget a draft."""
        self._drafts.clear(draft.key)


def blank(
    cable: Cable, block: Block | None, selection: tuple[int, int] | None = None, until: Block | None = None
) -> Draft:
    """The draft of a note to be written on a block (None: on the whole cable) or a range, with nothing in it yet."""
    from ..notes import cable_key

    key, now = cable_key(cable), datetime.now(UTC)
    if block is None:
        return Draft(key, None, "", (), now)
    draft = Draft(key, block.anchor, "", (), now, selection=selection, digest=digest(block))
    return replace(draft, until=until.anchor, until_digest=digest(until)) if until else draft


def of_note(note: Note) -> Draft:
    """The draft of a note with no change made yet."""
    return Draft(note.cable, None, note.body, note.tags, datetime.now(UTC), note.id, note.rev)


def as_edited(note: Note, draft: Draft) -> Note:
    """A note as a draft would have it, at the revision that the draft began with."""
    rev = note.rev if draft.rev is None else draft.rev
    return replace(note, body=draft.body, tags=draft.tags, rev=rev)
