"""Drafts made blocks: addresses given, headings carried down, text reflowed and tied to the source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from ..mapped import Mapped
from ..model import Block, Repair, Span
from ..spans import made_span
from .drafts import Draft
from .lines import BLANK_GAP, Line
from .reflow import joint, reflow, table
from .shape import Shape

_SCOPE = "ENTIRE TEXT"


@dataclass(slots=True)
class _Anchors:
    """Gives each block its address: the number printed last and how many blocks came since."""

    seen: Counter[str] = field(default_factory=Counter)
    label: str = "0"
    index: int = 0

    def next(self, number: str | None) -> str:
        if number is None:
            self.index += 1
            return f"{self.label}.{self.index}"
        self.seen[number] += 1
        self.index = 0
        self.label = number if self.seen[number] == 1 else f"{number}~{self.seen[number]}"
        return self.label


@dataclass(slots=True)
class _Headings:
    """The heading a block stands under. One that no number follows directly counts until the next number only."""

    section: str | None = None
    inner: str | None = None
    fresh: str | None = None

    def over(self, kind: str, number: str | None, text: str) -> str | None:
        if kind == "heading":
            self.fresh = text
            return None
        if number is not None:
            self.section, self.inner = self.fresh or self.section, None
        elif self.fresh:
            self.inner = self.fresh
        self.fresh = None
        return None if kind == "closing" else self.inner or self.section


@dataclass(slots=True)
class Builder:
    """Takes drafts in reading order; `blocks`, `repairs` and `spans` grow."""

    telegram: Mapped
    shape: Shape
    blocks: list[Block] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    empty: list[Line] = field(default_factory=list)
    anchors: _Anchors = field(default_factory=_Anchors)
    headings: _Headings = field(default_factory=_Headings)

    def add(self, draft: Draft) -> None:
        """Make one block. A number or a mark with no text to it is debris: `empty` takes its lines."""
        if draft.kind == "table":
            flowed = table(draft.lines, self.shape)
        else:
            if draft.marking and len(draft.lines) > 1:
                _without_scope(draft)
            flowed = reflow(self.telegram.text, draft.lines, self.shape, heading=draft.kind == "heading")
        text = "".join(flowed.parts)
        if not text:
            self.empty += draft.lines
            return
        number = draft.numbered.value if draft.numbered else None
        heading = self.headings.over(draft.kind, number, text)
        spans = self._stretches(draft)
        self.blocks.append(
            Block(
                draft.kind,
                number,
                draft.marking,
                self.anchors.next(number),
                heading,
                text,
                spans,
                self.telegram.runs_in(flowed.pieces),
            )
        )
        role = draft.kind if draft.kind in ("heading", "closing") else "paragraph"
        self.spans += [made_span((role, start, end)) for start, end in spans]
        self._mend(draft)
        for place in flowed.broken:
            self._repair("hyphen", place, place + 1, "")

    def _stretches(self, draft: Draft) -> tuple[tuple[int, int], ...]:
        lines = draft.lines
        if draft.kind == "heading":
            lines = [line for line in (draft.over, *lines, draft.under) if line]
        stretches: list[tuple[int, int]] = []
        first = lines[0]
        for before, line in pairwise(lines):
            if line.gap:
                stretches.append(self.telegram.stretch(first.outer, before.end))
                first = line
        end = lines[-1].end
        # The bracket of `(C - ENTIRE TEXT)`, which opened before the mark.
        end += bool(draft.marking) and self.telegram.text[end : end + 1] == ")"
        stretches.append(self.telegram.stretch(first.outer, end))
        return tuple(stretches)

    def _mend(self, draft: Draft) -> None:
        """Record where the block's text was mended: numbers and marks, sentences joined, pilcrows dropped."""
        for kind, start, end, meant in draft.mends:
            self._repair(kind, start, end, meant)
        for index, line in enumerate(draft.lines):
            before = draft.lines[index - 1] if index and line.gap else None
            if before and before.text and not (draft.kind == "table" and line.gap == BLANK_GAP):
                self._repair("join", before.end, line.outer, joint(before.text, line.text, self.shape))
            if line.outer < line.start and (index or not draft.numbered) and self._text(line)[0] == "\u00b6":
                self._repair("pilcrow", line.outer, line.start, "")

    def _text(self, line: Line) -> str:
        return self.telegram.text[line.outer : line.start]

    def _repair(self, kind: str, start: int, end: int, meant: str) -> None:
        found = self.telegram.text[start:end]
        self.repairs.append(Repair(kind, self.telegram.stretch(start, end), found, meant))


def _without_scope(draft: Draft) -> None:
    """Leave out the words `ENTIRE TEXT` of a portion mark that the paragraph's own words follow."""
    first, following = draft.lines[0], draft.lines[1]
    scope = first.text[: len(_SCOPE)].upper() == _SCOPE and not first.text[len(_SCOPE) :].strip(".")
    if scope and not following.gap and following.text[:1].isalnum():
        first.start, first.text = first.end, ""
