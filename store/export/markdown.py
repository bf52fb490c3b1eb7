"""Notes as Markdown: one document per cable, made new, or brought up to date without touching the user's text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from ... import __version__
from ...cable.cite import printed_id
from ..notes.meta import CableMeta
from ..notes.model import Note
from ..notes.order import reading_order
from .block import UNPLACED, Exported, names
from .escape import literal, tag_name, yaml_list, yaml_string
from .form import Form
from .page import Page

UNPLACED_HEADING = "## Unplaced notes"


def markdown(
    notes: Sequence[Note],
    meta: CableMeta,
    *,
    existing: str = "",
    states: Mapping[str, str] | None = None,
    exported: datetime | None = None,
    form: Form | None = None,
) -> str:
    """The notes of one cable as a Markdown document.

    `existing` is the document as it is now: text outside the exported notes and front matter keys of the user stay;
    an exported note that was edited stays too, with the newer version after it; no note is taken out. Where nothing
    is new the document comes back as it was. `states` says by note id where a note stands now (`orphan`, `changed`
    ...), for those whose cable was at hand. `exported` is the time to write into it, `form` the flavour and the
    citations, plain Markdown with Chicago notes by default; a document of another flavour takes the new one, where the
    user did not edit it.
    """
    where, form = states or {}, form or Form()
    if existing:
        same = Page.read(existing)
        before = same.text()
        _fill(same, notes, meta, where, same.value("exported"), form)
        if same.text() == before:
            return existing
    page = Page.read(existing)
    _fill(page, notes, meta, where, f"{exported.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if exported else None, form)
    return page.text()


def _fill(
    page: Page, notes: Sequence[Note], meta: CableMeta, states: Mapping[str, str], exported: str | None, form: Form
) -> None:
    page.set_front(_front(notes, meta, exported, form))
    known = names(notes)
    signed = len({note.author for note in notes}) > 1
    items = [
        Exported(note, known[note.id], meta, states.get(note.id, "exact"), form, signed)
        for note in sorted(notes, key=reading_order)
    ]
    placed = [item for item in items if item.state not in UNPLACED]
    if not page.has_notes:
        page.append([f"# {literal(_title(meta))}: notes"])
    page.put(placed, before=UNPLACED_HEADING)
    unplaced = [item for item in items if item.state in UNPLACED]
    if any(not page.has(item.note.id) for item in unplaced) and not page.has_line(UNPLACED_HEADING):
        page.append([UNPLACED_HEADING])
    page.put(unplaced)


def _title(meta: CableMeta) -> str:
    return printed_id(meta.id, meta.origin) if meta.id else meta.title or meta.key


def _front(notes: Sequence[Note], meta: CableMeta, exported: str | None, form: Form) -> dict[str, str]:
    """Our front matter keys, as YAML."""
    name = _title(meta)
    title = f"{name}: {meta.title}" if meta.title and meta.title != name else name
    note_tags = tuple(dict.fromkeys(name for note in notes for tag in note.tags if (name := tag_name(tag))))
    authors = tuple(sorted({note.author for note in notes if note.author}))
    home = meta.citation().home(form.source) if form.source else None
    url = home.url if home else meta.url
    values = {
        "title": yaml_string(title),
        "cable": yaml_string(meta.id or meta.key),
        "origin": yaml_string(meta.origin) if meta.origin else "",
        "date": f"{meta.date:%Y-%m-%d}" if meta.date else "",
        "classification": yaml_string(meta.classification) if meta.classification else "",
        "cable_tags": yaml_list(meta.tags) if meta.tags else "",
        "tags": yaml_list(tuple(sorted(note_tags))) if note_tags else "",
        "aliases": yaml_list((meta.id,)) if meta.id else "",
        "source": yaml_string(url) if url else "",
        "bibliography": yaml_list((form.bibliography,)) if form.bibliography else "",
        "notes": str(len(notes)),
        "authors": yaml_list(authors) if authors else "",
        "exported": exported or "",
        "generator": yaml_string(f"cablereader {__version__}"),
    }
    return {key: value for key, value in values.items() if value}
