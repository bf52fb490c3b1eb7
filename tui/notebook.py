"""The notes as this session changes them: each change is on disk when its method returns, and can be taken back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..store.drafts.box import DraftBox, as_edited, blank, of_note
from ..store.drafts.draft import Draft
from ..store.errors import NoteConflict, StoreError
from .deck import label_of, note_label, place_of
from .marks import MarkChange, describe_marks
from .note_sheet import Sheet
from .rewriting import Rewriting
from .undo import NoteChange, Undo, same_note

if TYPE_CHECKING:
    from ..cable import Block, Cable
    from ..store.notes import Note, NoteStore, Placed
    from ..store.reading import Reading


class ChangedElsewhere(Exception):
    """A change cannot be taken back or made again: the note is not as it was left."""


@dataclass(frozen=True, slots=True)
class DraftChange:
    """A draft that was thrown away (`kept` false), or taken out of the bin again."""

    draft: Draft
    kept: bool

    @property
    def key(self) -> str:
        """The key of its card."""
        return self.draft.key

    def inverse(self) -> DraftChange:
        """The change that takes this one back."""
        return DraftChange(self.draft, not self.kept)


Change = NoteChange | DraftChange | MarkChange


class Notebook:
    """Notes and drafts with an undo stack. Every method may raise the store's errors; then nothing has changed."""

    def __init__(self, store: NoteStore, drafts: DraftBox, reading: Reading) -> None:
        """A notebook on a store, a box of drafts and the marks on cables, with nothing to undo."""
        self.drafts = drafts
        self._reading = reading
        self._store = store
        self._undo: Undo[Change] = Undo()
        self.change = Rewriting(store, self._undo.done)

    def placed(self, cable: Cable) -> list[Placed]:
        """The notes of a cable, where they stand."""
        return self._store.place(cable)

    def counts(self) -> dict[str, int]:
        """Living notes by cable."""
        return self._store.counts()

    @property
    def store(self) -> NoteStore:
        """The notes themselves, for those that only read."""
        return self._store

    # Sheets to write on

    def new_sheet(
        self,
        cable: Cable,
        block: Block | None,
        selection: tuple[int, int] | None = None,
        until: Block | None = None,
    ) -> Sheet:
        """A sheet for a note on a block, a selection in it, the range up to `until`, or on the whole cable.

        What was typed there and not saved is on it.
        """
        wanted = blank(cable, block, selection, until)
        found = self.drafts.find(wanted)
        if found is not None and (found.block_in(cable), found.end_in(cable)) != (block, until):
            found = None  # it was written for another text, which had this address in another copy
        return _new_sheet(cable, block, found or wanted, restored=found is not None)

    def draft_sheet(self, cable: Cable, draft: Draft, label: str) -> Sheet:
        """A sheet for going on with a draft that is shown at `label`.

        A draft whose note was deleted meanwhile brings it back when it is saved; one whose block is not in this copy
        becomes a note on the whole cable.
        """
        note = self._store.get(draft.note) if draft.note else None
        if note is not None:
            return self.note_sheet(note, label)
        return _new_sheet(cable, draft.block_in(cable), draft, restored=True)

    def note_sheet(self, note: Note, label: str) -> Sheet:
        """A sheet for changing a note, which stands at `label`, with what was typed there and not saved."""
        wanted = of_note(note)
        found = self.drafts.find(wanted)
        return Sheet(found or wanted, label, note.quote, note=note, restored=found is not None)

    def save(self, sheet: Sheet, draft: Draft) -> Note:
        """Write the note of a sheet, and forget its draft.

        Raises `NoteConflict` where the note was changed elsewhere meanwhile; both texts are kept then.
        """
        try:
            after = self._write(sheet, draft)
        except NoteConflict as conflict:
            self._undo.done(NoteChange(None, conflict.kept))
            self._forget_saved(draft)
            raise
        if not same_note(sheet.note, after):
            self._undo.done(NoteChange(sheet.note, after))
        self._forget_saved(draft)
        return after

    def _forget_saved(self, draft: Draft) -> None:
        """A draft that stays behind its saved note is no reason to call the note not saved."""
        with suppress(StoreError):
            self.drafts.forget(draft)

    def _write(self, sheet: Sheet, draft: Draft) -> Note:
        if sheet.note is not None:
            return self._store.update(as_edited(sheet.note, draft))
        if sheet.cable is None:
            raise ValueError("a sheet for no note on no cable")
        selection = draft.selection if sheet.block else None
        return self._store.add(sheet.cable, sheet.block, draft.body, draft.tags, selection, until=sheet.until)

    # Changes

    def delete(self, note: Note) -> NoteChange:
        """Delete a note."""
        self._store.delete(note.id)
        change = NoteChange(note, None)
        self._undo.done(change)
        return change

    def discard(self, draft: Draft) -> DraftChange:
        """Throw a draft away."""
        self.drafts.forget(draft)
        change = DraftChange(draft, kept=False)
        if not draft.empty:
            self._undo.done(change)
        return change

    def marked(self, change: MarkChange) -> None:
        """Remember a change of the marks on cables that was made."""
        if change.change:
            self._undo.done(change)

    def undo(self) -> Change | None:
        """Take the last change back, and give what was done in doing so; None where there is nothing to take back."""
        change = self._undo.last
        if change is None:
            return None
        try:
            self._make(change.inverse())
        except ChangedElsewhere:
            self._undo.forget_last()
            raise
        self._undo.taken_back()
        return change.inverse()

    def redo(self) -> Change | None:
        """Make the change again that was taken back last; None where there is none."""
        change = self._undo.next
        if change is None:
            return None
        try:
            self._make(change)
        except ChangedElsewhere:
            self._undo.forget_next()
            raise
        self._undo.made_again()
        return change

    def _make(self, change: Change) -> None:
        """Carry a change out, provided that its note is as the change expects it."""
        if isinstance(change, MarkChange):
            self._reading.make(change.change)
            return
        if isinstance(change, DraftChange):
            found = self.drafts.find(change.draft)
            if (None if found is None else found.typed) != (None if change.kept else change.draft.typed):
                raise ChangedElsewhere
            (self.drafts.keep if change.kept else self.drafts.forget)(change.draft)
            return
        stored = self._store.get(change.note.id)
        if stored is None or not same_note(None if stored.deleted_at else stored, change.before):
            raise ChangedElsewhere
        if change.after is None:
            self._store.delete(stored.id)
        elif change.before is None:
            self._store.restore(stored.id)
        else:
            after = change.after
            anchor = replace(stored.anchor, placed=after.anchor.placed)
            self._store.update(replace(stored, body=after.body, tags=after.tags, color=after.color, anchor=anchor))


def _new_sheet(cable: Cable, block: Block | None, draft: Draft, *, restored: bool) -> Sheet:
    from ..store.notes.ranges import quoted

    until = draft.end_in(cable) if block else None
    quote = quoted(cable, block, until, draft.selection) if block else cable.header.subject or ""
    return Sheet(draft, label_of(block, until), quote, cable, block, until, restored=restored)


def describe(change: Change, *, undone: bool | None = None) -> str:
    """What was done, in words; `undone` is given where undo or redo did it: "Deleted note on ¶3 is back"."""
    if isinstance(change, MarkChange):
        return describe_marks(change.change)
    if isinstance(change, DraftChange):
        return "The draft is back" if change.kept else "Draft discarded"
    place = place_of(note_label(change.note))
    if change.after is None:
        end = {None: "deleted", True: "taken back", False: "deleted again"}[undone]
        return f"Note on {place} {end}"
    if change.before is None:
        return f"{'Deleted note' if undone else 'Note'} on {place} is back"
    if change.before.anchor.placed != change.after.anchor.placed:
        return f"Note on {place} {'stands where it stood before' if undone else 'placed by hand'}"
    return f"Note on {place} is as it was {'before' if undone else 'changed'}"
