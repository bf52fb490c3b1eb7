"""`cablereader notes where` and `confirm`: where notes stand in a copy of their cable, and putting them by hand."""

from __future__ import annotations

from collections.abc import Sequence

from ..cable import Cable
from ..cable.anchors import block_label, range_label
from ..cable.placing.suggest import suggest
from ..store.notes import NoteStore, Placed, cable_key
from ..store.notes.word_diff import word_diff
from . import cables
from .labels import block_at
from .note_changes import NOTE_HELP, note_of
from .note_lists import SHORT_ID
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, nothing

_COLUMNS = (Column("Note", "dim"), Column("Written at"), Column("Stands", "bold"), Column("At"), Column(""))
_WORDS = 4


def where(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes where`: how each note of a cable stands in this copy, what changed, where a lost one may belong."""
    parser = Parser("notes where", "Say where the notes of a cable stand in this copy of it.")
    parser.add_argument("cable", metavar="CABLE", help="a file, or an id such as 06MEXICO4964")
    parser.add_argument("path", metavar="PATH", nargs="*", help="where to look for an id, instead of the last library")
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    words = parser.parse_intermixed_args(argv)
    cable = cables.read(words.cable, words.path)
    placed = store.place(cable)
    if words.json:
        out.json([_item(item, cable) for item in placed])
    else:
        out.table(_COLUMNS, (_row(item, cable, out.rich) for item in placed), wrap=True)
    return Exit.GOOD if placed else nothing(f"no notes on {cable_key(cable)}")


def confirm(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes confirm`: attaches a note by hand."""
    parser = Parser("notes confirm", "Put a note by hand on a paragraph of this copy of its cable.")
    parser.add_argument("note", metavar="NOTE", help=NOTE_HELP)
    parser.add_argument("cable", metavar="CABLE", nargs="?", help="a file, or the id of its cable (the default)")
    parser.add_argument("path", metavar="PATH", nargs="*", help="where to look for an id, instead of the last library")
    parser.add_argument("--at", metavar="LABEL", required=True, help="3, 32.5, '¶32 [5]', or cable for the whole")
    words = parser.parse_intermixed_args(argv)
    note = note_of(store, words.note)
    cable = cables.read(words.cable or note.cable, words.path)
    if cable_key(cable) != note.cable:
        raise Problem(words.cable, f"is not the cable of the note, which is {note.cable}", "", Exit.BAD_USE)
    out.line(store.confirm(note, cable, block_at(cable, words.at)).id)
    return Exit.GOOD


def _row(item: Placed, cable: Cable, short: bool) -> tuple[str, ...]:
    note = item.note
    identity = note.id[:SHORT_ID] if short else note.id
    return identity, note.label, item.state, _place(item), _more(item, cable)


def _place(item: Placed) -> str:
    if item.block is None:
        return "cable" if item.state in ("exact", "confirmed") else ""
    label = block_label(item.block)
    return range_label(label, block_label(item.until)) if item.until else label


def _more(item: Placed, cable: Cable) -> str:
    """What changed, or where a note without a place may belong."""
    if item.state == "changed" and item.block is not None:
        start, end = item.selection or (0, len(item.block.text))
        found = word_diff(item.note.quote, item.block.text[start:end], _WORDS) if item.until is None else []
        return "".join(stretch.marked for stretch in found) or item.why
    if item.state not in ("orphan", "ambiguous"):
        return item.why
    found_at = suggest(item.note.anchor, cable, item.candidates)
    hint = f"perhaps {block_label(found_at.block)}: {found_at.why}" if found_at else ""
    return "; ".join(part for part in (item.why, hint) if part)


def _item(item: Placed, cable: Cable) -> dict[str, object]:
    lost = item.state in ("orphan", "ambiguous")
    found = suggest(item.note.anchor, cable, item.candidates) if lost else None
    return {
        "id": item.note.id,
        "written_at": item.note.label,
        "state": item.state,
        "anchor": item.block.anchor if item.block else None,
        "until": item.until.anchor if item.until else None,
        "selection": list(item.selection) if item.selection else None,
        "score": round(item.score, 4),
        "why": item.why,
        "candidates": [block.anchor for block in item.candidates],
        "suggestion": found.block.anchor if found else None,
        "quote": item.note.quote,
    }
