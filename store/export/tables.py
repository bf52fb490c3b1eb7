"""Notes as plain data: our own JSON, of which nothing is lost, and CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io

from ... import __version__
from ...cable.safe import visible
from ..notes.model import Json
from .annotations import Found, TextOf
from .form import Form, paragraph_of

FORMAT = "cablereader notes"
VERSION = 1
_FORMULA = ("=", "+", "-", "@")
_COLUMNS = (
    "note",
    "cable",
    "title",
    "date",
    "classification",
    "place",
    "paragraph",
    "quote",
    "note_text",
    "tags",
    "created",
    "updated",
    "revision",
    "citation",
    "author",
    "color",
)


def own_json(found: Found, text_of: TextOf) -> Json:
    """Notes whole, with anchors and former states, what is known about their cables, and the texts they are on."""
    texts = {note.anchor.snapshot: text_of(note) for _, notes in found for note in notes}
    return {
        "format": FORMAT,
        "version": VERSION,
        "generator": f"cablereader {__version__}",
        "cables": {meta.key: meta.as_dict() for meta, _ in found},
        "notes": [note.as_dict() for _, notes in found for note in notes],
        "texts": {identity: text for identity, text in texts.items() if identity and text is not None},
    }


def csv_text(found: Found, form: Form) -> str:
    """A table with a line of headings and a row per note; tags are parted by commas.

    A cell that a spreadsheet would take for a formula (it begins with = + - or @) gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for meta, notes in found:
        for note in notes:
            paragraph = paragraph_of(note)
            row = (
                note.id,
                meta.id or meta.key,
                meta.title or "",
                f"{meta.date:%Y-%m-%d}" if meta.date else "",
                meta.classification or "",
                note.label,
                note.paragraph or "",
                note.quote,
                note.body,
                ", ".join(note.tags),
                f"{note.created:%Y-%m-%dT%H:%M:%SZ}",
                f"{note.updated:%Y-%m-%dT%H:%M:%SZ}",
                str(note.rev),
                meta.citation(paragraph).at(form.source).text(form.style),
                note.author,
                note.color,
            )
            writer.writerow(map(_cell, row))
    return out.getvalue()


def _cell(text: str) -> str:
    shown = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
