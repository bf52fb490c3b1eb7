"""The paragraphs: furniture taken out, sentences joined, numbering solved, headings found, text reflowed.

Public names: `read_body` and its `Body`. The steps, each a module: `lines` (with `furniture`, `stamps`, `sections`),
`closing` (with `signer`), `running`, `glued`, `numbering` (with `candidates`, `marks`), `gather` (with `joins`,
`items`, `leads`, `rows`, `titles`, `shape`), `headings`, `blocks` (with `reflow`, `kept`, `hyphens`), `faults`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from ..mapped import Mapped
from ..model import Block, Furniture, Repair, Span
from ..spans import made_span
from .blocks import Builder
from .closing import Closing, close
from .drafts import Draft
from .faults import faults
from .furniture import missing_section
from .gather import Gatherer
from .glued import unglue
from .headings import carry_numbers, mark_headings
from .lines import PAGE_GAP, Line, scan
from .numbering import solve
from .parts import RULE
from .running import uncover, unfold
from .sentences import NOT_ENDED, ending
from .shape import Shape
from .signer import signer_of

__all__ = ["Body", "read_body"]


@dataclass(frozen=True, slots=True)
class Body:
    """What the lines below the header say; every offset is one of the source.

    `spans` are in order and do not overlap, but need not cover: blank lines are left to the caller.
    """

    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()
    signer: str | None = None
    spans: tuple[Span, ...] = ()


def read_body(telegram: Mapped, start: int, post: str | None = None) -> Body:
    """The body of a telegram, which begins at `start` of its text.

    `post` is the post of the message's number in capitals (`SAN JOSE`), if known. Never raises; takes time linear in
    the length of the text.
    """
    shape = Shape.of(telegram.text, start)
    found = scan(telegram.text, start, post, doubled=shape.doubled)
    closing = close(found.lines, capitals=shape.capitals)
    lines = unglue(unfold(found.lines[: closing.start]), capitals=shape.capitals)
    numbers = solve(lines, shape)
    whole = uncover(lines, numbers)
    if whole is not lines:
        lines, numbers = whole, solve(whole, shape)
    gatherer = Gatherer(lines, numbers, shape)
    gatherer.run()
    mark_headings(gatherer.drafts, shape)
    _sign_copies(gatherer.drafts, closing.signer)
    builder = Builder(telegram, shape)
    for draft in carry_numbers(gatherer.drafts):
        builder.add(draft)
    strays = [*gatherer.strays, *closing.trailers]
    for draft in _closing_drafts(found.lines[closing.start :], closing, strays):
        builder.add(draft)
    strays += [
        line for draft in gatherer.drafts if draft.kind != "heading" for line in (draft.over, draft.under) if line
    ]
    strays += builder.empty
    cuts = [*found.furniture, *((line.outer, line.end) for line in strays)]
    furniture = _furniture(builder, sorted(cuts))
    spans = _apart([*builder.spans, *[made_span(("furniture", *each.span)) for each in furniture]])
    signer = signer_of(closing.signer) if closing.signer else None
    builder.repairs += faults(builder.blocks, len(telegram.text))
    return Body(tuple(builder.blocks), furniture, tuple(builder.repairs), signer, spans)


def _closing_drafts(lines: list[Line], closing: Closing, strays: list[Line]) -> list[Draft]:
    """The closing lines as drafts: what stands together, and the signer alone; rules among them go to `strays`."""
    drafts: list[Draft] = []
    ruled = False
    for line in lines:
        if line.kind == RULE:
            strays.append(line)
            ruled = True
            continue
        if drafts and not ruled and line is not closing.signer and (not line.gap or _web_address(drafts[-1], line)):
            drafts[-1].lines.append(line)
        else:
            drafts.append(Draft("closing", [line]))
        ruled = False
    return drafts


def _sign_copies(drafts: list[Draft], signer: Line | None) -> None:
    """Where a text begins anew below a header, the name above that closes the first copy, and heads nothing."""
    if signer is None:
        return
    for draft, following in pairwise(drafts):
        if following.lines[0].gap & PAGE_GAP and [line.text for line in draft.lines] == [signer.text]:
            alone = not (draft.numbered or draft.bullet or draft.under or draft.over)
            draft.kind = "closing" if alone else draft.kind


def _web_address(draft: Draft, line: Line) -> bool:
    return ending(draft.last.text) == NOT_ENDED and line.text.lstrip("<").startswith(("http", "www."))


def _furniture(builder: Builder, cuts: list[tuple[int, int]]) -> tuple[Furniture, ...]:
    telegram, text = builder.telegram, builder.telegram.text
    for first, last in cuts:
        if missing_section(text[first:last]):
            builder.repairs.append(Repair("missing", telegram.stretch(first, last), text[first:last], ""))
    return tuple(Furniture(text[first:last], telegram.stretch(first, last)) for first, last in cuts)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order without overlap, none empty."""
    kept: list[Span] = []
    position = 0
    for span in sorted(spans, key=itemgetter(1)):
        role, start, end = span
        if end > max(start, position):
            kept.append(span if start >= position else made_span((role, position, end)))
            position = end
    return tuple(kept)
