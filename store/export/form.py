"""How notes are written as Markdown: for whom, and how they cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ...cable.anchors import Anchor
from ...cable.cite import Source, Style, locator, range_locator
from ..notes.model import Note

Flavour = Literal["markdown", "obsidian", "pandoc"]
"""`obsidian` has a block id after each quote, `pandoc` cites by key from a bibliography, `markdown` neither."""
FLAVOURS: tuple[Flavour, ...] = get_args(Flavour)


@dataclass(frozen=True, slots=True)
class Form:
    """A flavour of Markdown, the style of its footnotes, and where telegrams are cited from (None: as they were read).

    `bibliography` is the file name of the bibliography beside a document, for the `pandoc` flavour.
    """

    flavour: Flavour = "markdown"
    style: Style = "chicago-note"
    source: Source | None = None
    bibliography: str = ""


def paragraph_of(note: Note) -> str | None:
    """The locator of a note's place: `para. 32`, `paras. 3–5`; None for a whole cable, and without numbers."""
    first = _locator(note.anchor)
    return range_locator(first, _locator(note.until)) if note.until else first


def _locator(anchor: Anchor) -> str | None:
    kind = "heading" if anchor.kind == "head" else anchor.kind
    return locator(anchor.address, kind, anchor.quote) if anchor.address else None
