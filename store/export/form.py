"""How notes are written as Markdown: for whom, and how they cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ...cable.anchors import Anchor
from ...cable.cite import Source, Style, locator

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


def paragraph_of(anchor: Anchor) -> str | None:
    """The locator of a note's place, such as `para. 32`; None where nothing is numbered, and for a whole cable."""
    kind = "heading" if anchor.kind == "head" else anchor.kind
    return locator(anchor.address, kind, anchor.quote) if anchor.address else None
