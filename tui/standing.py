"""Where the reader stands in a cable, in a few characters. Pure."""

from __future__ import annotations

from ..cable import Block, Cable
from ..cable.anchors import block_label


def standing(cable: Cable, block: Block | None) -> str:
    """The paragraph and the last one there is: "¶3 of 12"; nothing on the whole cable or between paragraphs."""
    label = block_label(block) if block else ""
    last = next((found.number for found in reversed(cable.blocks) if found.number), None)
    return f"{label} of {last}" if last and label.startswith("¶") else ""
