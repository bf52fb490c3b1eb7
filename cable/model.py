"""The cable as data: immutable records that the reader of telegrams fills and every other room reads.

Offsets are character offsets into `Cable.source`, half-open `[start, end)`; nothing here knows a file or a screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "continuation", "item", "table", "closing"]
"""What a block is: `continuation` is an unnumbered paragraph, `item` a list item, `closing` signer and boilerplate."""


class Span(NamedTuple):
    """A stretch of the source and the part it plays; the spans of a cable cover its source once, in order.

    `role` is one of `chrome`, `routing`, `header:<field>` (such as `header:subject`), `caption`, `heading`,
    `paragraph`, `furniture`, `closing`, `blank`.
    """

    role: str
    start: int
    end: int


class Run(NamedTuple):
    """`length` characters that stand at `text` in a block's reflowed text and at `source` in the source."""

    text: int
    source: int
    length: int


class Reference(NamedTuple):
    """One item of the REF line: its letter, its text as printed, and the canonical id (null for what is no cable).

    `other` is a second id, for a number without a year that may be of either of two years.
    """

    label: str | None
    text: str
    id: str | None
    other: str | None = None

    def as_dict(self) -> dict[str, str | None]:
        """The item as JSON data; `other` only where there is one."""
        said = {"label": self.label, "text": self.text, "id": self.id}
        return {**said, "other": self.other} if self.other else said


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was mended in the view (never in the source): what was found at `span`, what is meant."""

    kind: str
    span: tuple[int, int]
    found: str
    meant: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the page, not of the message: page break, repeated caption, release stamp, pilcrow link."""

    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A visual paragraph, free of furniture and with its broken sentences joined: the unit that notes are placed on.

    `number` is the repaired printed number, `marking` the portion mark without parentheses, `anchor` the block's
    address in this cable (`"3"` the paragraph numbered 3; `"32.5"` the fifth block after number 32 was printed;
    `"0.2"` before the first number; `"1~2"` when number 1 is printed for the second time), `heading` the text of the
    heading it stands under. `text` is reflowed (line breaks only where they mean something) without number and mark;
    `spans` are the stretches of the source it was made from, number and mark included; `runs` map `text` to them.
    """

    kind: BlockKind
    number: str | None
    marking: str | None
    anchor: str
    heading: str | None
    text: str
    spans: tuple[tuple[int, int], ...]
    runs: tuple[Run, ...] = ()

    def to_source(self, offset: int) -> int:
        """The source offset of a character of `text`; an inserted space stands where the text before it ends."""
        if not self.runs:
            return self.spans[0][0] if self.spans else 0
        index = max(bisect_right(self.runs, offset, key=lambda run: run.text) - 1, 0)
        run = self.runs[index]
        return run.source + min(max(offset - run.text, 0), run.length)

    def from_source(self, offset: int) -> int:
        """The offset in `text` of a source character, or of the nearest one that the text shows before it."""
        if not self.runs:
            return 0
        index = max(bisect_right(self.runs, offset, key=lambda run: run.source) - 1, 0)
        run = self.runs[index]
        return run.text + min(max(offset - run.source, 0), run.length)


class Header(NamedTuple):
    """What stands above the first paragraph, field by field; lists are empty and scalars None where nothing is printed.

    Attribute names are the keys of `Cable.as_dict` (with `from_` for `from`); `date` is UTC. A tuple, for a frozen
    class of so many fields takes three times as long to make, and a catalogue makes one a cable.
    """

    date: datetime | None = None
    precedence: tuple[str, ...] = ()
    from_: str | None = None
    origin: str | None = None
    to: tuple[str, ...] = ()
    info: tuple[str, ...] = ()
    info_excluded: tuple[str, ...] = ()
    classification: str | None = None
    captions: tuple[str, ...] = ()
    executive_order: str | None = None
    declassify_on: str | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    references: tuple[Reference, ...] = ()
    classified_by: str | None = None
    reasons: tuple[str, ...] = ()
    sections: int | None = None


@dataclass(frozen=True, slots=True)
class Cable:
    """A telegram as it was read from one rendition; `source` is the text given, untouched."""

    source: str
    id: str | None
    rendition: str
    header: Header
    blocks: tuple[Block, ...]
    spans: tuple[Span, ...]
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()
    signer: str | None = None
    page: dict[str, str] = field(default_factory=dict)

    def block(self, anchor: str) -> Block | None:
        """The block at an anchor such as `"3"` or `"32.5"`, or None."""
        return next((block for block in self.blocks if block.anchor == anchor), None)

    def as_dict(self) -> dict[str, object]:
        """The cable as JSON data: exactly what `cablereader show --json` prints. Keys are in DESIGN order."""
        header = self.header
        return {
            "id": self.id,
            "rendition": self.rendition,
            "date": header.date.strftime("%Y-%m-%dT%H:%MZ") if header.date else None,
            "precedence": list(header.precedence),
            "from": header.from_,
            "origin": header.origin,
            "to": list(header.to),
            "info": list(header.info),
            "info_excluded": list(header.info_excluded),
            "classification": header.classification,
            "captions": list(header.captions),
            "executive_order": header.executive_order,
            "declassify_on": header.declassify_on,
            "tags": list(header.tags),
            "subject": header.subject,
            "references": [reference.as_dict() for reference in header.references],
            "classified_by": header.classified_by,
            "reasons": list(header.reasons),
            "sections": header.sections,
            "signer": self.signer,
            "page": dict(self.page),
            "blocks": [_block_dict(block) for block in self.blocks],
            "furniture": [{"text": f.text, "span": list(f.span)} for f in self.furniture],
            "repairs": [
                {"kind": r.kind, "span": list(r.span), "found": r.found, "meant": r.meant} for r in self.repairs
            ],
            "length": len(self.source),
        }


def _block_dict(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind,
        "number": block.number,
        "marking": block.marking,
        "anchor": block.anchor,
        "heading": block.heading,
        "text": block.text,
        "spans": [list(span) for span in block.spans],
    }


def cover(spans: Sequence[Span], length: int) -> bool:
    """Whether spans partition `0..length`: in order, without gap or overlap, none empty."""
    position = 0
    for span in spans:
        if span.start != position or span.end <= span.start:
            return False
        position = span.end
    return position == length
