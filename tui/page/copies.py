"""What is copied from a cable: its words as they are read, safe to be pasted anywhere, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...cable import Block, Cable
from ...cable.safe import visible

if TYPE_CHECKING:
    from ...cable.cite import Source, Style


def quoted(
    cable: Cable,
    block: Block | None,
    selected: str | None = None,
    style: Style = "chicago-note",
    source: Source | None = None,
    until: Block | None = None,
) -> str:
    """The selected words (or the block) and below them the citation; of the header the citation alone.

    `until` is the last block that was selected.
    """
    from ...cable.cite import cite

    text = selected or (block.text if block else "")
    return visible("\n\n".join(part for part in (text, cite(cable, block, style, source=source, until=until)) if part))


def noted(text: str, quote: str, cited: str) -> str:
    """A note as Markdown: what it is about as a quotation, its text, and the citation."""
    quotation = "\n".join(f"> {line}".rstrip() for line in quote.splitlines())
    return visible("\n\n".join(part for part in (quotation, text.strip(), cited) if part))


def whole(cable: Cable, style: Style = "chicago-note", source: Source | None = None) -> str:
    """The citation of a cable, and below it the whole text with numbers and portion marks."""
    return visible("\n\n".join((quoted(cable, None, style=style, source=source), *map(_printed, cable.blocks))))


def _printed(block: Block) -> str:
    number = f"{block.number}. " if block.number else ""
    marking = f"({block.marking}) " if block.marking else ""
    return f"{number}{marking}{block.text}"
