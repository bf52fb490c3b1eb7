"""Labels of paragraphs as people write them, and as lists of notes do: `3`, `¶3`, `para. 3`, `32.5`, `¶32 [5]`.

`start [2]` stands before the first number, `¶1 (2nd)` has a number printed for the second time, `cable` is all of it.
"""

from __future__ import annotations

import re

from ..cable import Block, Cable
from .problem import Exit, Problem

WHOLE_CABLE = "cable"
_LABEL = re.compile(
    r"(?:¶|para(?:graph)?\.?)?\s*(?P<number>\w+)"
    r"(?:~(?P<time>\d+)|\s*\((?P<ordinal>\d+)(?:st|nd|rd|th)\))?"
    r"(?:\.(?P<index>\d+)|\s*\[(?P<bracket>\d+)\])?"
)
_MOST_LABELS = 40


def block_at(cable: Cable, label: str) -> Block | None:
    """The block a label means; None for the whole cable. Raises Problem where there is no such block."""
    words = label.strip()
    if words.casefold() == WHOLE_CABLE:
        return None
    block = cable.block(_address(words))
    if block is None:
        about = cable.id or "the cable"
        raise Problem(about, f"there is no paragraph {words}", f"it has {_labels(cable)}", Exit.NOTHING_FOUND)
    return block


def _address(label: str) -> str:
    """The address of a label: `32.5` for `¶32 [5]`, `1~2` for `¶1 (2nd)`, `0.2` for `start [2]`."""
    parts = _LABEL.fullmatch(label)
    if not parts:
        return label
    number = "0" if parts["number"] == "start" else parts["number"]
    time, index = parts["time"] or parts["ordinal"], parts["index"] or parts["bracket"]
    return number + (f"~{time}" if time else "") + (f".{index}" if index else "")


def _labels(cable: Cable) -> str:
    anchors = [block.anchor for block in cable.blocks]
    more = ["..."] if len(anchors) > _MOST_LABELS else []
    return ", ".join([*anchors[:_MOST_LABELS], *more, WHOLE_CABLE])
