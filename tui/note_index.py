"""The notes of a whole library as rows: grouped, found by words, each on one line. Pure; the widget paints the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from ..cable.safe import visible
from ..store.words import counted
from .ages import age
from .deck import note_label
from .page.cells import cells, cropped
from .pieces import Piece, Role, color_role, signature, swatch, tag_pieces
from .typed import tag_line

if TYPE_CHECKING:
    from ..store.notes import CableMeta, Note

GROUPS = {
    "cable": "by cable, those written on last first",
    "date": "by month of the last change",
    "tag": "by tag",
    "author": "by author",
    "color": "by colour",
}
"""How the rows can be grouped, and how that is said."""

_LABEL, _CABLE, _SHORT, _AGE = 9, 20, 15, 14
_TAGS = 24
_WIDE = 90
"""Cells from which on tags have a column of their own."""
_NONE = "\uffff"
"""Comes after every name."""


class Found(NamedTuple):
    """A note and what is known about its cable."""

    meta: CableMeta
    note: Note


class Heading(NamedTuple):
    """A row above the notes of a group."""

    title: str
    many: int


IndexRow = Found | Heading


def matching(found: Iterable[Found], words: str) -> list[Found]:
    """The notes that have every one of some words, as `NoteStore.search` looks for them."""
    from ..store.notes.search import matches

    wanted = words.split()
    return [item for item in found if matches(item.note, wanted, item.meta.title or "")]


def grouped(found: Sequence[Found], by: str) -> list[IndexRow]:
    """The rows of some notes under headings; a note with several tags stands under each of them.

    By cable the order given is kept.
    """
    groups: dict[str, tuple[str, list[Found]]] = {}
    for item in found:
        for key, title in _GROUPING.get(by, _by_cable)(item):
            groups.setdefault(key, (title, []))[1].append(item)
    keys = list(groups) if by == "cable" else sorted(groups, reverse=by == "date")
    rows: list[IndexRow] = []
    for key in keys:
        title, items = groups[key]
        if by == "date":
            items.sort(key=lambda item: item.note.updated, reverse=True)
        rows += [Heading(title, len(items)), *items]
    return rows


Grouping = Callable[[Found], Iterable[tuple[str, str]]]


def _by_cable(item: Found) -> Iterable[tuple[str, str]]:
    meta = item.meta
    name = meta.id or meta.key
    title = name if not meta.title or meta.title == name else f"{name}  {meta.title}"
    return [(meta.key, title)]


def _by_month(item: Found) -> Iterable[tuple[str, str]]:
    when = item.note.updated.astimezone()
    return [(f"{when:%Y-%m}", f"{when:%B %Y}")]


def _by_tag(item: Found) -> Iterable[tuple[str, str]]:
    tags = item.note.tags
    return [(tag.casefold(), f"#{tag}") for tag in tags] if tags else [(_NONE, "no tag")]


def _by_author(item: Found) -> Iterable[tuple[str, str]]:
    return [(item.note.author.casefold() or _NONE, item.note.author or "author not told")]


def _by_color(item: Found) -> Iterable[tuple[str, str]]:
    return [(item.note.color or _NONE, item.note.color or "no colour")]


_GROUPING: dict[str, Grouping] = {
    "cable": _by_cable,
    "date": _by_month,
    "tag": _by_tag,
    "author": _by_author,
    "color": _by_color,
}


def row_pieces(row: IndexRow, width: int, now: datetime, *, current: bool, by: str) -> list[Piece]:
    """A row in at most so many cells: the mark of the cursor, where the note stands, what it says, tags, its age."""
    if isinstance(row, Heading):
        count = f"  {row.many:,}"
        return [Piece(f" {cropped(visible(row.title), width - cells(count) - 1)}", "label"), Piece(count, "age")]
    note = row.note
    lead: list[Piece] = [Piece("▌" if current else " ", "current"), Piece("  ", "text")]
    if by != "cable":
        lead.append(Piece(_filled(visible(row.meta.id or row.meta.key), _CABLE if width >= _WIDE else _SHORT), "age"))
    lead.append(Piece(_filled(visible(note_label(note)), _LABEL), "label"))
    if note.color:
        lead += [Piece(swatch(note.color), color_role(note.color)), Piece(" ", "text")]
    for piece in signature(note.author):
        lead += [Piece(piece.text[:1] if width < _WIDE else piece.text, piece.role), Piece(" ", "text")]
    tail = _tail(note, width, now)
    room = width - sum(cells(piece.text) for piece in (*lead, *tail)) - 1
    words, role = _words(note)
    text = cropped(visible(words), max(room, 1))
    return [*lead, Piece(text + " " * max(room - cells(text) + 1, 0), role), *tail]


def _tail(note: Note, width: int, now: datetime) -> list[Piece]:
    """Tags and age, as far as there is room beside the words."""
    if width < _WIDE:
        return []
    tags: list[Piece] = []
    room = _TAGS
    for piece in tag_pieces(note.tags):
        if room > 1:
            text = piece.text if cells(piece.text) <= room else f" {cropped(piece.text, room - 1)}"
            tags.append(Piece(text, piece.role))
            room -= cells(text)
    when = age(note.updated, now)
    gap = " " * max(_AGE - cells(when), 1)
    return [*tags, Piece(" ", "text"), Piece(gap + when, "age")]


def _words(note: Note) -> tuple[str, Role]:
    """What a note says; of a mere highlight the words it is on."""
    if note.body.strip():
        return note.body, "text"
    return (f"“{note.quote}”", "quote") if note.quote else (tag_line(note.tags), "tag")


def _filled(text: str, width: int) -> str:
    shown = cropped(text, width - 1)
    return shown + " " * (width - cells(shown))


def summary(found: Sequence[Found]) -> str:
    """How much there is: "1,204 notes on 96 cables"."""
    return f"{counted(len(found), 'note')} on {counted(len({item.meta.key for item in found}), 'cable')}"
