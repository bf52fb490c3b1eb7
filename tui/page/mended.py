"""What was mended in a cable, and why: each repair in words, with the place it stands in."""

from __future__ import annotations

from typing import NamedTuple

from ...cable import Cable, Repair
from ...cable.anchors import block_label
from ...cable.safe import visible

_MOST = 60
"""Characters that are told of what was found."""


class Kind(NamedTuple):
    """What a kind of repair is called, of one and of several, and why it is made."""

    one: str
    more: str
    why: str


KINDS = {
    "join": Kind("sentence joined", "sentences joined", "a line or page break had cut it"),
    "number": Kind("paragraph number", "paragraph numbers", "it does not fit between its neighbours"),
    "marking": Kind("portion mark", "portion marks", "it is printed wrongly"),
    "pilcrow": Kind("stray pilcrow", "stray pilcrows", "a web page put it there as a link"),
    "tags": Kind("row of TAGS taken apart", "rows of TAGS taken apart", "its codes are glued together or misprinted"),
    "missing": Kind("missing part", "missing parts", "a section is not in this copy"),
    "hyphen": Kind("broken word", "broken words", "a line end had cut it"),
    "truncated": Kind("text breaks off", "texts break off", "this copy ends in the middle of a word"),
    "repeated": Kind("text printed twice", "texts printed twice", "the second time was left out"),
    "label": Kind("name of a field", "names of fields", "it is misprinted"),
    "id": Kind("number of the telegram", "numbers of the telegram", "another one is printed in the heading"),
}


class Mended(NamedTuple):
    """A repair: the anchor of the block it stands in (None outside the blocks), that place, what was done and why."""

    anchor: str | None
    place: str
    text: str


def mended(cable: Cable) -> list[Mended]:
    """The repairs of a cable, in the order of the source."""
    return [_told(cable, repair) for repair in sorted(cable.repairs, key=lambda repair: repair.span)]


def _told(cable: Cable, repair: Repair) -> Mended:
    start = repair.span[0]
    inside = (block for block in cable.blocks if any(first <= start < last for first, last in block.spans))
    block = next(inside, None)
    begun = bool(cable.blocks) and bool(cable.blocks[0].spans) and start >= cable.blocks[0].spans[0][0]
    place = block_label(block) if block else "between blocks" if begun else "header"
    name, _, why = KINDS.get(repair.kind, Kind(repair.kind, repair.kind, ""))
    found, meant = _short(repair.found), _short(repair.meant)
    words = f": “{found}”" if found else ""
    words += f" read as “{meant}”" if found and meant else f": “{meant}” put in" if meant else ""
    return Mended(block.anchor if block else None, place, f"{name}{words}" + (f" ({why})" if why else ""))


def _short(text: str) -> str:
    shown = " ".join(visible(text).split())
    return shown if len(shown) <= _MOST else shown[: _MOST - 1] + "…"
