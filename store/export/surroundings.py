"""The letters around the place of a note, as a web annotation gives them: from the text that the note was made on."""

from __future__ import annotations

from ..notes.model import Note

CONTEXT = 32
"""Characters on each side."""


def surroundings(note: Note, text: str | None) -> tuple[str, str] | None:
    """What stands before and behind a note's quote in a snapshot; None where the snapshot is lost or has no such place.

    `text` is the `body_text` of the anchor's snapshot. Blocks follow each other after an empty line there.
    """
    anchor = note.anchor
    blocks = text.split("\n\n") if text is not None else []
    if text is None or anchor.ordinal is None or not anchor.ordinal < len(blocks):
        return None
    start = sum(len(block) + 2 for block in blocks[: anchor.ordinal])
    near = start + (anchor.selection.start if anchor.selection else 0)
    if not text.startswith(note.quote, near):
        near = text.find(note.quote, start, start + len(blocks[anchor.ordinal]))
    if near < 0 or not note.quote:
        return None
    end = near + len(note.quote)
    return text[max(0, near - CONTEXT) : near], text[end : end + CONTEXT]
