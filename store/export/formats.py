"""Exports that are one text, written anew each time: annotations, data, bibliographies."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from ..atomic import write_atomically
from ..errors import StoreError, StoreUnwritable
from ..notes.model import Note
from ..notes.snapshots import FOLDER, Snapshots
from ..notes.store import NoteStore
from .annotations import hypothesis_json, json_ld
from .bibliography import biblatex, csl_items
from .escape import json_text
from .form import Form
from .tables import csv_text, own_json
from .write import Export, collect, existing_text

Format = Literal["json", "csv", "jsonld", "hypothesis", "csl", "biblatex"]
FORMATS: tuple[Format, ...] = get_args(Format)
_NAMES: dict[Format, str] = {
    "json": "notes.json",
    "csv": "notes.csv",
    "jsonld": "notes.jsonld",
    "hypothesis": "notes.hypothesis.json",
    "csl": "cables.csl.json",
    "biblatex": "cables.bib",
}


def export_as(
    store: NoteStore,
    format_: Format,
    cables: Iterable[str] | None = None,
    target: Path | None = None,
    form: Form | None = None,
    *,
    overwrite: bool = False,
) -> Export:
    """Exports the notes of cables (by key; None: of all) as one text of a format.

    `target` is a file, or a folder that gets one (`notes.csv`); None, and the text is in the result. A file that says
    something else is only replaced with `overwrite`: it may have been worked in. Raises StoreError.
    """
    form, problems = form or Form(), list[StoreError]()
    found = collect(store, cables, problems)
    count, load = sum(len(notes) for _, notes in found), lru_cache(8)(Snapshots(store.folder / FOLDER).load)

    def text_of(note: Note) -> str | None:
        return load(note.anchor.snapshot)

    metas = [meta for meta, _ in found]
    makers = {
        "json": lambda: json_text(own_json(found, text_of)),
        "csv": lambda: csv_text(found, form),
        "jsonld": lambda: json_text(json_ld(found, text_of, form.source)),
        "hypothesis": lambda: json_text(hypothesis_json(found, text_of, form.source)),
        "csl": lambda: json_text(csl_items(metas, form.source)),
        "biblatex": lambda: biblatex(metas, form.source),
    }
    text = makers[format_]()
    if target is None or not count:
        return Export(text=text, notes=count, problems=tuple(problems))
    path = target / _NAMES[format_] if target.is_dir() or not target.suffix else target
    there = existing_text(path) if path.exists() and not overwrite else ""
    if there == text:
        return Export(unchanged=(path,), notes=count, problems=tuple(problems))
    if there:
        raise StoreUnwritable(
            path, "there is another file, which may have been worked in", "Name another, or say --overwrite"
        )
    write_atomically(path, text.encode("utf-8"), private=False)
    return Export((path,), notes=count, problems=tuple(problems))
