"""What a note remembers of the block it was made on, so that the block is found again in another copy of the cable.

Public names: `skeleton` and its `fingerprint`, `Anchor` with `Selection` and `Copy`, `describe`, `body_text` and its
`snapshot_id`, `address_parts`, `block_label`, `anchor_label`, `range_label` and its `range_start`. `placing` finds the
block of an anchor in another text; the record and `body_text` are all that it needs.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from .anchor_record import Anchor, Copy, Selection
from .model import Block, Cable
from .passages import passages, sections
from .patterns import lazy

__all__ = [
    "Anchor",
    "Copy",
    "Selection",
    "address_parts",
    "anchor_label",
    "block_label",
    "body_text",
    "describe",
    "fingerprint",
    "range_label",
    "range_start",
    "skeleton",
    "snapshot_id",
]

_CONTEXT = 64
_GRAM = 6
_NEARLY = 0.45
_SAMPLE = 16
_NOT_LETTERS = lazy(r"[^a-z0-9]+")
_ROWS = lazy(r"\n\s*\n")
_ADDRESS = lazy(r"(?P<number>[^.~]+)(?:~(?P<time>\d+))?(?:\.(?P<index>\d+))?")
_PLACE_IN = lazy(r" \[\d+\]\Z")
_TO = "–"
_KINDS = {"paragraph": "para", "continuation": "cont", "item": "list", "heading": "head"}


def skeleton(text: str) -> str:
    """The letters and digits of a text, without case, accents, spaces and signs: what no rendition changes."""
    if text.isascii():
        return _NOT_LETTERS.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)).casefold()
    return "".join(filter(str.isalnum, plain))


def body_text(cable: Cable) -> str:
    """The text that a snapshot keeps: the texts of the blocks as they are read, free of furniture, numbers and marks.

    Blocks are parted by one blank line, which stands nowhere inside a block: `text.split("\\n\\n")` gives them back.
    """
    return "\n\n".join(_ROWS.sub("\n", block.text) for block in cable.blocks)


def snapshot_id(text: str) -> str:
    """What a `body_text` is filed under: `sha256:` and its digest in hex."""
    return f"sha256:{_digest(text)}"


def fingerprint(own: str) -> str:
    """The digest by which an anchor knows the skeleton of its block: 16 hex."""
    return _digest(own)[:16]


def describe(cable: Cable, block: Block | None, selection: tuple[int, int] | None = None) -> Anchor:
    """The anchor of a block of `cable`, of the words `selection` (offsets in `block.text`) in it, or of the cable.

    Raises ValueError if the cable has no such block.
    """
    body = _body(cable)
    if block is None:
        return Anchor(cable.id, body.snapshot, of=len(cable.blocks))
    ordinal = body.ordinal(block)
    skeletons = body.skeletons
    own = skeletons[ordinal]
    copies = [index for index, other in enumerate(skeletons) if other == own]
    label, occurrence, index = address_parts(block.anchor)
    start, end = selection or (0, 0)
    place = body.starts[ordinal]
    return Anchor(
        cable.id,
        body.snapshot,
        block.anchor,
        label,
        index,
        occurrence,
        block.number is not None,
        ordinal,
        len(skeletons),
        body.kind(ordinal),
        block.heading,
        body.sections[ordinal],
        block.text,
        Selection(block.text[start:end], start, end) if selection else None,
        len(own),
        fingerprint(own),
        body.stream[max(0, place - _CONTEXT) : place],
        body.stream[place + len(own) : place + len(own) + _CONTEXT],
        Copy(copies.index(ordinal) + 1, len(copies)),
        len(copies) > 1 or body.resembles(ordinal),
    )


def block_label(block: Block) -> str:
    """A block's address for people: `¶3`, `¶32 [5]`, `¶1 (2nd)`, `start [2]` before the first number, `heading`."""
    if block.kind in ("heading", "closing"):
        return block.kind
    return address_label(block.anchor)


def address_label(address: str) -> str:
    """The same of an address alone, as `Block.anchor` has it."""
    return _label(*address_parts(address))


def anchor_label(anchor: Anchor) -> str:
    """The same of a note's anchor, with the number for a heading too; `whole cable` for a note on no block."""
    if anchor.ordinal is None:
        return "whole cable"
    return _label(anchor.label, anchor.occurrence, anchor.index)


def range_label(first: str, last: str) -> str:
    """The label of what goes from one label to another: `¶3–¶5`; `¶2` where it ends in the paragraph it begins in."""
    own = _PLACE_IN.sub("", first)
    within = own == _PLACE_IN.sub("", last) and own != "heading"
    return own if within else f"{first}{_TO}{last}"


def range_start(label: str) -> str:
    """The label of the block where a label begins, that of a range or of a single block."""
    return label.partition(_TO)[0]


def _label(number: str | None, occurrence: int, index: int) -> str:
    words = f"¶{number}" if number else "start"
    if occurrence > 1:
        words += f" ({occurrence}{ {2: 'nd', 3: 'rd'}.get(occurrence, 'th') })"
    return f"{words} [{index}]" if index else words


def address_parts(address: str) -> tuple[str | None, int, int]:
    """The number of an address such as `32~2.5` (None before the first), its occurrence and the index after it."""
    found = _ADDRESS.fullmatch(address)
    if not found:
        return None, 1, 0
    number = None if found["number"] == "0" else found["number"]
    return number, int(found["time"] or 1), int(found["index"] or 0)


def _digest(text: str) -> str:
    import hashlib  # loaded when a note is described

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class _Body:
    """What all anchors of one cable share, each part made when it is first needed."""

    cable: Cable

    @cached_property
    def skeletons(self) -> list[str]:
        return [skeleton(block.text) for block in self.cable.blocks]

    @cached_property
    def stream(self) -> str:
        return "".join(self.skeletons)

    @cached_property
    def starts(self) -> list[int]:
        starts, place = [], 0
        for own in self.skeletons:
            starts.append(place)
            place += len(own)
        return starts

    @cached_property
    def sections(self) -> list[str | None]:
        return sections(self.cable)

    @cached_property
    def passages(self) -> list[str | None]:
        return passages(self.cable.blocks)

    @cached_property
    def snapshot(self) -> str:
        return snapshot_id(body_text(self.cable))

    @cached_property
    def grams(self) -> list[frozenset[str]]:
        """The runs of six letters in each block."""
        return [
            frozenset(own[index : index + _GRAM] for index in range(max(1, len(own) - _GRAM + 1)))
            for own in self.skeletons
        ]

    def ordinal(self, block: Block) -> int:
        for index, other in enumerate(self.cable.blocks):
            if other is block:
                return index
        return self.cable.blocks.index(block)

    def kind(self, ordinal: int) -> str:
        kind = self.cable.blocks[ordinal].kind
        within = self.passages[ordinal] if kind in ("paragraph", "continuation", "item") else None
        return within or _KINDS.get(kind, kind)

    def resembles(self, ordinal: int) -> bool:
        """Whether another block contains this one, or is nearly the same."""
        own, grams = self.skeletons[ordinal], self.grams[ordinal]
        step = max(1, len(own) // _SAMPLE)
        sample = {own[index : index + _GRAM] for index in range(0, max(1, len(own) - _GRAM + 1), step)}
        for index, other in enumerate(self.skeletons):
            if index == ordinal or not own or not other:
                continue
            if own in other:
                return True
            others = self.grams[index]
            least = _NEARLY * max(len(grams), len(others))
            if min(len(grams), len(others)) >= least and not others.isdisjoint(sample) and len(grams & others) >= least:
                return True
        return False


_latest: _Body | None = None


def _body(cable: Cable) -> _Body:
    """What is known of a cable's body; kept for the cable that was asked for last."""
    global _latest
    held = _latest
    if held is None or held.cable is not cable:
        held = _latest = _Body(cable)
    return held
