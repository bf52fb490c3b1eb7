"""What was mended in a cable, and why: each repair in words, with the place it stands in."""

from __future__ import annotations

from typing import NamedTuple

from .anchors import block_label
from .model import Block, Cable, Repair
from .safe import visible

_MOST = 60
"""Characters that are told of what was found."""

_AROUND = 18
"""Characters that are told of the words on each side of a place where two lines became one sentence."""


class Kind(NamedTuple):
    """What a kind of repair is called, of one and of several, and why it is made."""

    one: str
    more: str
    why: str


KINDS = {
    "join": Kind("sentence joined", "sentences joined", "a blank line had cut it"),
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
    block = next(
        (block for block in cable.blocks if block.spans and block.spans[0][0] <= start < block.spans[-1][1]), None
    )
    begun = bool(cable.blocks) and bool(cable.blocks[0].spans) and start >= cable.blocks[0].spans[0][0]
    place = block_label(block) if block else "between blocks" if begun else "header"
    name, _, why = KINDS.get(repair.kind, Kind(repair.kind, repair.kind, ""))
    words = _found(repair)
    if block and repair.kind in ("join", "hyphen", "pilcrow"):
        words = f": “{_short(_around(block, repair))}”"
        page = _short(repair.found) if repair.kind == "join" else ""
        why = f"“{page}” had cut it" if page else why
    return Mended(block.anchor if block else None, place, f"{name}{words}" + (f" ({why})" if why else ""))


def _around(block: Block, repair: Repair) -> str:
    """The words that tell a place where a block was mended: those that were joined, the broken one, the next ones."""
    place = block.from_source(repair.span[0])
    before, after = block.text[max(0, place - _AROUND) : place], block.text[place : place + _AROUND]
    if repair.kind == "hyphen":
        return before.rpartition(" ")[2] + after.partition(" ")[0]
    first = before.partition(" ")[2] if len(before) == _AROUND else before
    last = after.rpartition(" ")[0] if len(after) == _AROUND else after
    return f"¶{last.strip()}…" if repair.kind == "pilcrow" else f"…{first} {last}…"


def _found(repair: Repair) -> str:
    """What was found, and what is meant by it."""
    found, meant = _short(repair.found), _short(repair.meant)
    words = f": “{found}”" if found else ""
    return words + (f" read as “{meant}”" if found and meant else f": “{meant}” put in" if meant else "")


def _short(text: str) -> str:
    shown = " ".join(visible(text).split())
    return shown if len(shown) <= _MOST else shown[: _MOST - 1] + "…"
