"""Notes as web annotations: W3C JSON-LD, and the JSON that the Hypothesis client reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...cable.cite import Source
from ..notes.meta import CableMeta
from ..notes.model import Json, Note, time_text
from .addresses import address_of
from .surroundings import surroundings

NOBODY = "cablereader"
"""The name under which the notes of nobody in particular go to Hypothesis."""
NAMESPACE = "urn:cablereader:ns:"
ANNO = "http://www.w3.org/ns/anno.jsonld"
CONTEXT: list[object] = [
    ANNO,
    {
        "cablereader": NAMESPACE,
        **{f"cablereader:{name}": {"@type": "@json"} for name in ("anchor", "cable", "until", "between")},
    },
]
"""Our own terms stand under a prefix; the anchor and the record of the cable are JSON inside the graph."""

Found = Sequence[tuple[CableMeta, Sequence[Note]]]
"""Notes by the cable they are on."""
TextOf = Callable[[Note], str | None]
"""Gives the snapshot that a note was made on, None where it is lost."""


def json_ld(found: Found, text_of: TextOf, source: Source | None = None) -> Json:
    """Notes as a W3C AnnotationCollection of one page."""
    items = [_annotation(note, meta, text_of(note), source) for meta, notes in found for note in notes]
    return {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": "Notes on diplomatic cables",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def hypothesis_json(found: Found, text_of: TextOf, source: Source | None = None) -> Json:
    """Notes as the Hypothesis client imports them: an object with a list of annotations."""
    return {"annotations": [_hypothesis(note, meta, text_of(note), source) for meta, notes in found for note in notes]}


def _annotation(note: Note, meta: CableMeta, text: str | None, source: Source | None) -> Json:
    anchor = note.anchor
    target: Json = {"source": address_of(meta, source)}
    if note.quote:
        target["selector"] = _quote(note, text)
    mere = bool(note.color) and not note.body
    words: Json = {"type": "TextualBody", "value": note.body, "format": "text/markdown", "purpose": "commenting"}
    bodies: list[Json] = [] if mere else [words]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    own: Json = {
        "number": anchor.label,
        "label": note.label,
        "digest": anchor.digest,
        "revision": note.rev,
        "anchor": anchor.as_dict(),
        "cable": meta.as_dict(),
        "color": note.color,
        "until": note.until.as_dict() if note.until else None,
        "between": list(note.between) or None,
    }
    return {
        "id": f"urn:uuid:{note.id}",
        "type": "Annotation",
        "motivation": "highlighting" if mere else "commenting",
        **({"creator": {"type": "Person", "name": note.author}} if note.author else {}),
        "created": time_text(note.created),
        "modified": time_text(note.updated),
        "body": bodies,
        "target": target,
        **{f"cablereader:{name}": value for name, value in own.items() if value not in (None, "")},
    }


def _hypothesis(note: Note, meta: CableMeta, text: str | None, source: Source | None) -> Json:
    uri = address_of(meta, source)
    target: Json = {"source": uri}
    if note.quote:
        target["selector"] = [_quote(note, text)]
    return {
        "id": note.id,
        "created": time_text(note.created),
        "updated": time_text(note.updated),
        "user": "acct:cablereader@localhost",
        "user_info": {"display_name": note.author or NOBODY},
        "uri": uri,
        "text": note.body,
        "tags": list(note.tags),
        "group": "__world__",
        "references": [],
        "document": {"title": [meta.title or meta.key]},
        "target": [target],
    }


def _quote(note: Note, text: str | None) -> Json:
    around = surroundings(note, text)
    context = {"prefix": around[0], "suffix": around[1]} if around else {}
    return {"type": "TextQuoteSelector", "exact": note.quote, **context}
