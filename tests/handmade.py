"""Cables put together by hand, so that the other rooms can be tested whatever the parser does.

As a fixture: `make_cable` (the function below) and `cable` (its result without arguments); as an import:
`from ..handmade import Part, make_cable`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from cablereader.cable import Block, Cable, Header, Reference, Run, Span, cover
from cablereader.cable.model import BlockKind

_WIDTH = 62


class Part(NamedTuple):
    """One block to be made; `heading` texts stand over the parts after them."""

    kind: BlockKind
    text: str
    number: str | None = None
    marking: str | None = None


BODY = (
    Part(
        "paragraph",
        "Summary: The harbour pilots of Port Alder walked off the job on September 4, and the ferries stayed in. The "
        "Port and Pilotage Authority (PPA) blames the tide. End summary.",
        "1",
        "SBU",
    ),
    Part("heading", "THE PILOTS"),
    Part(
        "paragraph",
        "Poloff called on the pilots' committee, which keeps its minutes in a bait tin; it asks for three things:",
        "2",
        "U",
    ),
    Part("item", "-- coal for the watch house;"),
    Part("item", "-- a second bell."),
    Part("continuation", "The committee would not name the third."),
    Part("heading", "COMMENT"),
    Part("paragraph", "The Government of Vespera (GOV) will find the coal. The bell is another matter.", "3", "C"),
    Part("closing", "ASHWORTH"),
)
"""A small body with a block of nearly each kind."""


def make_cable(
    cable_id: str = "06PORTALDER412",
    body: Sequence[Part] = BODY,
    *,
    subject: str | None = "HARBOUR PILOTS STAY ASHORE",
    date: datetime | None = datetime(2006, 9, 7, 14, 5, tzinfo=UTC),
    classification: str | None = "CONFIDENTIAL",
    captions: Sequence[str] = ("SIPDIS",),
    tags: Sequence[str] = ("ELAB", "EWWT", "PGOV"),
    references: Sequence[Reference] = (Reference("A", "PORT ALDER 398", "06PORTALDER398"),),
    from_: str | None = "AMEMBASSY PORT ALDER",
    origin: str | None = "Embassy Port Alder",
) -> Cable:
    """A consistent cable: its spans cover its source, the runs of each block lead to the same letters.

    In the source the header is one line a field, and paragraphs are wrapped at 62 columns with their number and mark;
    anchors are counted as `Block` says. `body=()` gives a cable without blocks.
    """
    source, spans, blocks = _header_text(subject, tags), [], []
    spans.append(Span("header:subject", 0, len(source)))
    heading, counts, last, index = None, dict[str, int](), "0", 0
    for part in body:
        source += "\n\n"
        spans.append(Span("blank", len(source) - 2, len(source)))
        if part.number:
            counts[part.number] = counts.get(part.number, 0) + 1
            last, index = part.number + (f"~{counts[part.number]}" if counts[part.number] > 1 else ""), 0
        else:
            index += 1
        heading = part.text if part.kind == "heading" else heading
        block, printed = _block(part, last if part.number else f"{last}.{index}", heading, len(source))
        source += printed
        blocks.append(block)
        role = part.kind if part.kind in ("heading", "closing") else "paragraph"
        spans.append(Span(role, *block.spans[0]))
    spans = [span for span in spans if span.end > span.start]
    assert cover(spans, len(source))
    header = Header(
        date=date,
        precedence=("R",),
        from_=from_,
        origin=origin,
        to=("SECSTATE WASHDC",),
        info=("VESPERA COLLECTIVE",),
        classification=classification,
        captions=tuple(captions),
        executive_order="DECL: 09/07/2016",
        declassify_on="2016-09-07",
        tags=tuple(tags),
        subject=subject,
        references=tuple(references),
        sections=1,
    )
    signer = next((part.text for part in body if part.kind == "closing"), None)
    return Cable(source, cable_id, "telegram", header, tuple(blocks), tuple(spans), signer=signer)


def _header_text(subject: str | None, tags: Sequence[str]) -> str:
    return f"TAGS: {' '.join(tags)}\nSUBJECT: {subject or ''}"


def _block(part: Part, anchor: str, heading: str | None, at: int) -> tuple[Block, str]:
    """The block that begins at `at` of the source, and its printed form."""
    marking = f"({part.marking}) " if part.marking else ""
    printed = f"{part.number}. {marking}" if part.number else marking
    runs: list[Run] = []
    position = 0
    for line in _wrapped(part.text, _WIDTH):
        if runs:
            printed += "\n"
        if line:
            runs.append(Run(position, at + len(printed), len(line)))
        printed += line
        position += len(line) + 1
    block = Block(
        part.kind,
        part.number,
        part.marking,
        anchor,
        None if part.kind == "heading" else heading,
        part.text,
        ((at, at + len(printed)),),
        tuple(runs),
    )
    return block, printed


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of about `width` characters, cut at single spaces only: joined by spaces they give the text again."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
