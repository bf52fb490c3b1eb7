"""What one keeps of a cable besides notes: read or not, flag, tags, bookmarks. The screen shows the same."""

from __future__ import annotations

from ...cable.anchors import address_label
from ...store.reading import Change
from .desk import Cannot, Desk

_NONE = "-"
_WORDS = 80
"""Characters of a paragraph that its bookmark keeps."""


def flag(desk: Desk) -> None:
    """Flag the cable, or take its flag away."""
    cable = _id(desk)
    on = cable not in desk.marks.flagged_ids()
    _made(desk, desk.marks.flag([cable], on), "Flagged." if on else "No longer flagged.")


def unread(desk: Desk) -> None:
    """Mark the cable as unread, or as read."""
    cable = _id(desk)
    read = cable not in desk.marks.read_ids()
    _made(desk, desk.marks.mark_read([cable], read), "Marked as read." if read else "Marked as unread.")


def mark(desk: Desk, words: str) -> None:
    """Give the cable tags, or read those it has."""
    cable = _id(desk)
    if not words:
        desk.say(_tags(desk, cable))
        return
    wanted = () if words == _NONE else words.replace("#", " ").split()
    change = desk.marks.set_tags(cable, wanted)
    _made(desk, change, _tags(desk, cable))


def _tags(desk: Desk, cable: str) -> str:
    tags = desk.marks.tags(cable)
    return f"Its tags are {', '.join(tags)}." if tags else "It has no tags."


def bookmark(desk: Desk) -> None:
    """Set a bookmark on this page, or take it away."""
    cable, anchor = _id(desk), desk.block.anchor if desk.block else ""
    if any(kept.anchor == anchor for kept in desk.marks.bookmarks(cable)):
        _made(desk, desk.marks.remove_bookmark(cable, anchor), "The bookmark is taken away.")
        return
    text = desk.block.text if desk.block else desk.cable.header.subject or ""
    words = " ".join(text.split())[:_WORDS]
    _made(desk, desk.marks.add_bookmark(cable, anchor, words), "Bookmark set.")


def bookmarks(desk: Desk) -> None:
    """Read every bookmark, those set last first."""
    kept = desk.marks.bookmarks()
    if not kept:
        raise Cannot("There is no bookmark; bookmark sets one.")
    for place in kept:
        where = address_label(place.anchor) if place.anchor else "header"
        desk.say(f"{place.cable}, {where}: {place.words}")


def _id(desk: Desk) -> str:
    if not desk.cable.id:
        raise Cannot("Marks need a cable with an id.")
    return desk.cable.id


def _made(desk: Desk, change: Change, said: str) -> None:
    """Say what was changed, and remember what takes it back."""
    if not change:
        desk.say(said)
        return

    def undo() -> str:
        desk.marks.make(change.inverse())
        return "It is as it was."

    desk.changed(said, undo)
