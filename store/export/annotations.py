"""Notes as web annotations: W3C JSON-LD, and the JSON that the Hypothesis client reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...cable.anchors import anchor_label
from ...cable.cite import Source
from ..notes.meta import CableMeta
from ..notes.model import Json, Note, time_text
from .addresses import address_of
from .surroundings import surroundings

NAMESPACE = "urn:cablereader:ns:"
ANNO = "http://www.w3.org/ns/anno.jsonld"
CONTEXT: list[object] = [
    ANNO,
    {
        "cablereader": NAMESPACE,
        **{f"cablereader:{name}": {"@type": "@json"} for name in ("anchor", "cable")},
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
    bodies: list[Json] = [
        {"type": "TextualBody", "value": note.body, "format": "text/markdown", "purpose": "commenting"}
    ]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    own: Json = {
        "number": anchor.label,
        "label": anchor_label(anchor),
        "digest": anchor.digest,
        "revision": note.rev,
        "anchor": anchor.as_dict(),
        "cable": meta.as_dict(),
    }
    return {
        "id": f"urn:uuid:{note.id}",
        "type": "Annotation",
        "motivation": "commenting",
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
        "user_info": {"display_name": "cablereader"},
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
