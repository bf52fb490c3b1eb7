"""Where the reader stands in a cable, in a few characters. Pure."""

from __future__ import annotations

from ..cable import Block, Cable
from ..cable.anchors import block_label


def standing(cable: Cable, block: Block | None) -> str:
    """The paragraph and the last one there is: "¶3 of 12"; the whole cable has none."""
    if block is None:
        return ""
    label = block_label(block)
    last = next((found.number for found in reversed(cable.blocks) if found.number), None)
    return f"{label} of {last}" if last and label.startswith("¶") else label
