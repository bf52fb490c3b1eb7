"""Lays the labels of a header out as fields: which labels count, where each field ends, where the body begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..patterns import lazy
from . import extents, pass_lines, plain
from .judging import ADDRESSES, CLOSING, END, JUDGED, ONE_LINE, TEXT, Judging
from .label_patterns import Field, Label
from .labels import glued, inside, labels, stand_alone

_PASS_LINE = lazy(r".*\b(?:FOR|PASS|ALSO|FROM|ATTN|INFO)\b|[A-Z0-9 ,;&()'-]+/[A-Z]")
_CODES_BEFORE = lazy(r"[ \t]*(?:[A-Z]{2,4}(?:,[ \t]*|[ \t]+)){1,12}")
_ROUTED = ONE_LINE.union(ADDRESSES) - {"break"}
_MARKS = frozenset(("stamp", "page"))
_ALSO_IN_TEXT = _MARKS | {"caption"}
_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 240
_NO_FIELD: Field = ("", 0, 0, 0)


@dataclass(slots=True)
class Layout(Judging):
    """The fields of a header in order, and where the body begins; offsets of the telegram's text."""

    fields: list[Field] = field(default_factory=list)
    body_start: int = 0
    _broken: Field = _NO_FIELD

    def all(self, kind: str) -> list[Field]:
        """The fields of a kind, in order."""
        return [found for found in self.fields if found[0] == kind]

    def begin(self, found: re.Match[str]) -> Iterable[Label]:
        """Take what stands plainly at the top, as it was found; gives the labels below it."""
        fields, below, classified, stop = plain.top(found)
        self.fields = fields
        self.seen = {found[0] for found in fields}
        if classified >= 0 and self._is_whole(classified, fields[-1][1]):
            kind, start, content, _ = fields.pop()
            self._open, self._below = (kind, start, content), "from" in self.seen
            listed = bool(below) and below[-1][0] == "references"
            complete = stop >= 0 and stand_alone(self.text, [self._open, *below], stop)
            complete = complete and not extents.in_header(self.text, stop, listed=listed)
            return [*below, (END, stop, stop)] if complete else labels(self.text, self._open)
        if classified >= 0:
            self.fields = fields = [found for found in fields if found[0] in _ROUTED]
            self.seen.intersection_update(_ROUTED)
        if not fields:
            return labels(self.text, ("", 0, 0))
        kind, start, content, end = fields[-1]
        if kind in ADDRESSES:
            fields.pop()
            self._open = kind, start, content
        return labels(self.text, ("", end, end))

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether the lines from that of the classification to `end` hold a message's number and no other labels."""
        number = self.classified_at(start).number
        return number is not None and not inside(self.text, start, end) and not glued(self.text, start, end)

    def take(self, label: Label) -> bool:
        """Take the next label of the text; False when it, or what stands before it, is of the body."""
        if label[0] in JUDGED:
            judged = self.judged(label)
            if isinstance(judged, bool):
                return judged
            label = judged
        if not self.seen.isdisjoint(CLOSING) and not self._adjoins(label[1], mark=label[0] in _ALSO_IN_TEXT):
            return False
        self._start(label)
        return True

    def finish(self, stop: int) -> None:
        """Close the last field; `stop` is where the label stands that ended the header, or the end of the text."""
        self._close(stop)
        end = self.fields[-1][3] if self.fields else 0
        if self.fields and self.seen.isdisjoint(TEXT):
            end = self._behind_pass_lines(end, stop)
        self.body_start = pass_lines.behind(self.text, extents.line_start(self.text, end), stop)

    def _adjoins(self, start: int, *, mark: bool) -> bool:
        """Whether a label below the subject still belongs to the header: little or nothing stands between.

        A mark of the page (`mark`) stands in the text as well: nothing at all may be above it.
        """
        self._close(start)
        between = self.text[self.fields[-1][3] : start]
        if len(between) < _LONGEST_BETWEEN and between.isspace():
            return True
        between = between.strip()
        if mark and between:
            return False
        return len(between) <= _LONGEST_BETWEEN and between.count("\n") < _MOST_BETWEEN

    def _start(self, label: Label) -> None:
        if label[0] == "tags" and self.text[label[1] - 1 : label[1]] == " ":
            label = self._from_first_code(label)
        kind, start, content = label
        if self._open:
            self._close(start)
        if kind in ONE_LINE:
            self.fields.append(self._field(label, extents.line_end(self.text, content, len(self.text))))
        else:
            self._open = label
        if kind == "classification" and "from" in self.seen:
            self._below = True
        self.seen.add(kind)

    def _from_first_code(self, label: Label) -> Label:
        """The label of TAGS at the head of its line, where it stands among them: `PREL, BA, TAGS: EFIN`."""
        head = self.text.rfind("\n", 0, label[1]) + 1
        return (label[0], head, head) if _CODES_BEFORE.fullmatch(self.text, head, label[1]) else label

    def _close(self, limit: int) -> None:
        if self._open is None:
            return
        kind, _, content = self._open
        closed = self._field(self._open, extents.end_of(kind)(self.text, content, limit))
        self.fields.append(closed)
        self._open = None
        if kind not in _MARKS:
            self._broken = closed
        elif kind == "page" and self._resumes(closed[3], limit):
            # The field that a page's end broke in two goes on below it.
            self._open = (self._broken[0], closed[3], closed[3])
            self._close(limit)

    def _field(self, label: Label, end: int) -> Field:
        """The field of a label whose value ends at `end`, less the blanks there."""
        return (*label, extents.trimmed(self.text, label[2], end))

    def _resumes(self, position: int, limit: int) -> bool:
        """Whether the field that a page's end broke in two goes on at `position`: addressees up to the next label."""
        kind, _, content, end = self._broken
        if kind in ADDRESSES:
            return bool(self.text[position:limit].strip())
        last = self.text[max(content, end - _LONGEST_BETWEEN) : end].rpartition("\n")[2]
        return extents.resumes(kind, last, self.text, position)

    def _behind_pass_lines(self, end: int, stop: int) -> int:
        """Where the pass lines end that stand between the captions and a body without any other field."""
        for line in self.text[end:stop].splitlines(keepends=True):
            if line.strip() and not _PASS_LINE.match(line):
                break
            end += len(line)
        return end


def lay_out(text: str, found: re.Match[str] | None = None) -> Layout:
    """The layout of a telegram's header; `found` is what of it is plain, if it was looked for."""
    layout = Layout(text)
    stop = len(text)
    take = layout.take
    for label in layout.begin(found or plain.find(text)):
        if not take(label):
            stop = label[1]
            break
    layout.finish(stop)
    return layout
