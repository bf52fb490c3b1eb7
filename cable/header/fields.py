"""Lays the labels of a header out as fields: which labels count, where each field ends, where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ..patterns import lazy
from . import classification, extents
from .labels import Label, labels

_ADDRESSES = ("to", "info", "excluded")
_ONE_LINE = frozenset(("transmission", "prosign", "station", "security", "date", "from", "serial", "break"))
_ROUTING = _ONE_LINE.union(_ADDRESSES, ("distribution", "drafted"))
_ADDRESSED = frozenset((*_ADDRESSES, "security", "break"))
_ABOVE = frozenset(("transmission", "prosign", "station", "date", "from", "distribution", "to", "info"))
_TEXT = frozenset(("executive_order", "tags", "subject", "references", "classified_by"))
_CLOSING = frozenset(("subject", "references", "classified_by"))
_PASS_LINE = lazy(r".*\b(?:FOR|PASS|ALSO|FROM|ATTN|INFO)\b|[A-Z0-9 ,;&()'-]+/[A-Z]")
_ORDER_VALUE = lazy(r"\d{4,5}(?: ?:| {1,3}(?:DECL|N/A|X?GDS|RDS|ADS|OADR)\b)", re.I)
_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 240


class Field(NamedTuple):
    """A field of the header: `text[content:end]` is its value, the label stands at `start`."""

    kind: str
    start: int
    content: int
    end: int


@dataclass(slots=True)
class Layout:
    """The fields of a header in order, and where the body begins; offsets of the telegram's text."""

    text: str
    fields: list[Field] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    body_start: int = 0
    _open: Label | None = None
    _below: bool = False

    def all(self, kind: str) -> list[Field]:
        """The fields of a kind, in order."""
        return [found for found in self.fields if found.kind == kind]

    def take(self, label: Label) -> bool:
        """Take the next label of the text; False when it, or what stands before it, is of the body."""
        kind = label.kind
        if kind in _ROUTING:
            if self._routes(label):
                self._start(label)
            return True
        if kind == "odd":
            meant = extents.mended(self.text[label.start : label.content - 1]) if "subject" not in self.seen else None
            if meant is None or meant in self.seen:
                return True
            kind, label = meant, Label(meant, label.start, label.content)
        if kind in ("paragraph", "rule"):
            return not self._ends(kind)
        if kind == "classification" and not self._numbered(label):
            if self.seen & _TEXT and not self._alone(label):
                return True
            label = label._replace(kind="stamp")
        if kind == "executive_order" and "subject" in self.seen and (kind in self.seen or self._within_subject(label)):
            return True
        if kind == "reasons" and "classified_by" not in self.seen:
            return True
        if self.seen & _CLOSING and not self._adjoins(label):
            return False
        self._start(label)
        return True

    def finish(self, stop: int) -> None:
        """Close the last field; `stop` is where the label stands that ended the header, or the end of the text."""
        self._close(stop)
        end = self.fields[-1].end if self.fields else 0
        if not self.seen & _TEXT and self.fields:
            end = self._behind_pass_lines(end, stop)
        self.body_start = extents.line_start(self.text, end)

    def _routes(self, label: Label) -> bool:
        """Whether a transmission line can stand here: above the text, and addressees only below a sender."""
        if self.seen & _TEXT or (self._below and label.kind != "break"):
            return False
        if label.kind in _ADDRESSED and not self.seen & _ABOVE:
            return not self.text[: label.start].strip()
        return True

    def _ends(self, kind: str) -> bool:
        """Whether a numbered paragraph or a ruled line ends the header."""
        if kind == "rule":
            return bool(self.seen & (_CLOSING | {"tags"}))
        return bool(self.seen & (_TEXT | {"classification"})) or {"stamp", "from"} <= self.seen

    def _numbered(self, label: Label) -> bool:
        """Whether a classification line has the message reference number, and is no stamp of a page and no prose."""
        stop = extents.line_end(self.text, label.start, len(self.text))
        return classification.read(self.text, label.start, stop).number is not None

    def _alone(self, label: Label) -> bool:
        """Whether a line holds a classification and nothing else."""
        stop = extents.line_end(self.text, label.start, len(self.text))
        line = self.text[label.start : stop].replace(" ", "")
        return classification.read(self.text, label.start, stop).level == line

    def _within_subject(self, label: Label) -> bool:
        """Whether an executive order is named on a line of the subject, not printed as a line of its own."""
        if self._open is None or self._open.kind != "subject" or _ORDER_VALUE.match(self.text, label.content):
            return False
        above = self.text[self._open.content : label.start]
        return "\n" in above and bool(above.strip()) and not above.rpartition("\n")[0].endswith("\n")

    def _adjoins(self, label: Label) -> bool:
        """Whether a label below the subject still belongs to the header: little or nothing stands between."""
        self._close(label.start)
        between = self.text[self.fields[-1].end : label.start].strip()
        return len(between) <= _LONGEST_BETWEEN and between.count("\n") < _MOST_BETWEEN

    def _start(self, label: Label) -> None:
        self._close(label.start)
        self._open = label
        self._below = self._below or (label.kind == "classification" and "from" in self.seen)
        self.seen.add(label.kind)

    def _close(self, limit: int) -> None:
        if self._open is None:
            return
        kind, start, content = self._open
        if kind in _ONE_LINE:
            end = self.text.find("\n", content, limit)
            end = limit if end < 0 else end
            end = content + len(self.text[content:end].rstrip())
        else:
            end = extents.end_of(kind, self.text, content, limit)
        self.fields.append(Field(kind, start, content, end))
        self._open = None

    def _behind_pass_lines(self, end: int, stop: int) -> int:
        """Where the pass lines end that stand between the captions and a body without any other field."""
        for line in self.text[end:stop].splitlines(keepends=True):
            if line.strip() and not _PASS_LINE.match(line):
                break
            end += len(line)
        return end


def lay_out(text: str) -> Layout:
    """The layout of a telegram's header."""
    layout = Layout(text)
    stop = len(text)
    for label in labels(text):
        if not layout.take(label):
            stop = label.start
            break
    layout.finish(stop)
    return layout
