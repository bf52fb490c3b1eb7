"""What the note editor is opened with: a note to change, or a place to write one on. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..cable import canonical_id
from ..store.drafts.draft import Draft
from .deck import place_of

if TYPE_CHECKING:
    from ..cable import Block, Cable
    from ..store.notes import Note


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft to write on, what it is about, and the note it may belong to.

    `label` and `quote` are the place and its text; `cable` and `block` are where a new note goes (block None: on the
    whole cable), `until` the last block of a range; `restored` is true where the draft was typed earlier and not saved
    then.
    """

    draft: Draft
    label: str
    quote: str
    cable: Cable | None = None
    block: Block | None = None
    until: Block | None = None
    note: Note | None = None
    restored: bool = False

    @property
    def stored(self) -> tuple[str, tuple[str, ...]]:
        """The body and tags that are saved already."""
        return (self.note.body, self.note.tags) if self.note else ("", ())

    @property
    def subject(self) -> str:
        """What is written, in a sentence: "Note on ¶3"."""
        return f"Note on {place_of(self.label)}"

    @property
    def title(self) -> str:
        """The same for the editor: "New note on ¶3" where there is none yet."""
        return self.subject if self.note else f"New n{self.subject[1:]}"

    @property
    def cable_id(self) -> tuple[str, ...]:
        """The id of the cable it is about, if that has one."""
        key = self.draft.cable
        return (key,) if canonical_id(key) else ()
