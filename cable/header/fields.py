"""Lays the labels of a header out as fields: which labels count, where each field ends, where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from ..patterns import lazy
from ..vocabulary.posts import post
from . import classification, extents, plain
from .label_patterns import Field, Label
from .labels import inside, labels

_ADDRESSES = ("to", "info", "excluded")
_ONE_LINE = frozenset(("transmission", "prosign", "station", "security", "date", "from", "serial", "break"))
_ROUTING = _ONE_LINE.union(_ADDRESSES, ("distribution", "drafted"))
_ADDRESSED = frozenset((*_ADDRESSES, "security", "break"))
_ABOVE = frozenset(("transmission", "prosign", "station", "date", "from", "distribution", "to", "info"))
_TEXT = frozenset(("executive_order", "tags", "subject", "references", "classified_by"))
_CLOSING = frozenset(("subject", "references", "classified_by"))
_PASS_LINE = lazy(r".*\b(?:FOR|PASS|ALSO|FROM|ATTN|INFO)\b|[A-Z0-9 ,;&()'-]+/[A-Z]")
_CODES_BEFORE = lazy(r"[ \t]*(?:[A-Z]{2,4}(?:,[ \t]*|[ \t]+)){1,12}")
_ORDER_VALUE = lazy(r"\d{4,5}(?: ?:| {1,3}(?:DECL|N/A|X?GDS|RDS|ADS|OADR)\b)", re.I)
# A line under the subject, above what is left of the header.
_RULE_ABOVE_LABEL = lazy(
    r"[-=_*‐-―]{4,100}+[ \t]*+\n\s{0,20}+(?:REF(?:S|TELS?)?\.? {0,2}:|CLASSIFIED BY\b|TAGS:|E\. ?O\.)", re.I
)
_NUMBERED_ITEM = lazy(
    r"\d{1,2}[.)] {1,4}(?:(?:19|20)?\d\d )?([A-Z][A-Za-z .'-]{2,24}) \d{2,6}(?: \(?NOTAL\)?)?[ \t]*+[;,.]?[ \t]*+"
    r"(?:\n|\Z)"
)
_MARKS = frozenset(("stamp", "page"))
_ALSO_IN_TEXT = _MARKS | {"caption"}
_OF_BODY = frozenset(("paragraph", "rule"))
# Labels of which the fields above them, or their own lines, say what they count for.
_JUDGED = _ROUTING.union(_OF_BODY, ("odd", "classification", "executive_order", "reasons"))
_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 240
_FIELD = partial(tuple.__new__, Field)
_NO_FIELD = Field("", 0, 0, 0)


@dataclass(slots=True)
class Layout:
    """The fields of a header in order, and where the body begins; offsets of the telegram's text."""

    text: str
    fields: list[Field] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    body_start: int = 0
    classified: dict[int, classification.Classified] = field(default_factory=dict)
    _open: Label | None = None
    _below: bool = False
    _visible: int | None = None
    _broken: Field = _NO_FIELD

    def all(self, kind: str) -> list[Field]:
        """The fields of a kind, in order."""
        return [found for found in self.fields if found.kind == kind]

    def begin(self) -> Label:
        """Take what stands plainly at the top; gives the last label of it, below which others are to be looked for."""
        block = plain.transmission(self.text)
        end = block[-1].end if block else 0
        if block:
            self.seen.update([found.kind for found in block])
            if block[-1].kind in _ADDRESSES:
                self._open = block.pop()[:3]
            self.fields = block
        top = plain.above_subject(self.text, end)
        if top and not inside(self.text, top) and self._classified(top[top[0][0] == "break"][1]).number is not None:
            self._take_top(top)
            return top[-1]
        return ("", end, end)

    def _take_top(self, top: list[Label]) -> None:
        """Take the labels that stand plainly below the transmission lines, down to that of the subject."""
        if self._open:
            self._close(top[0][1])
        for label, below in pairwise(top):
            self.fields.append(self._field(label, extents.end_of(label[0])(self.text, label[2], below[1])))
        self._open, self._broken, self._below = top[-1], self.fields[-1], "from" in self.seen
        self.seen.update([label[0] for label in top])

    def take(self, label: Label) -> bool:
        """Take the next label of the text; False when it, or what stands before it, is of the body."""
        if label[0] in _JUDGED:
            judged = self._judged(label)
            if isinstance(judged, bool):
                return judged
            label = judged
        if not self.seen.isdisjoint(_CLOSING) and not self._adjoins(label[1], mark=label[0] in _ALSO_IN_TEXT):
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

    def _judged(self, label: Label) -> Label | bool:
        """The label as what it counts for; True where it counts for nothing, False where the body begins with it."""
        kind, start, content = label
        if kind in _ROUTING:
            if self._routes(kind, start):
                self._start(label)
            return True
        if kind in _OF_BODY:
            return not self._ends(kind) or self._in_header(kind, start)
        if kind == "odd":
            meant = extents.mended(self.text[start : content - 1]) if "subject" not in self.seen else None
            return True if meant is None or meant in self.seen else (meant, start, content)
        if kind == "classification":
            if self._classified(start).number is not None:
                return label
            return True if self.seen & _TEXT and not self._alone(start) else ("stamp", start, content)
        if kind == "executive_order":
            named = "subject" in self.seen and (kind in self.seen or self._within_subject(start, content))
            return named or label
        return label if "classified_by" in self.seen else True

    def _routes(self, kind: str, start: int) -> bool:
        """Whether a transmission line can stand here: above the text, and addressees only below a sender."""
        if not self.seen.isdisjoint(_TEXT) or (self._below and kind != "break"):
            return False
        if kind in _ADDRESSED and self.seen.isdisjoint(_ABOVE):
            return start <= self._first_visible()
        return True

    def _first_visible(self) -> int:
        """Where the first character stands that is no blank."""
        if self._visible is None:
            self._visible = extents.first_visible(self.text, 0)
        return self._visible

    def _ends(self, kind: str) -> bool:
        """Whether a numbered paragraph or a ruled line ends the header."""
        if kind == "rule":
            return bool(self.seen & (_CLOSING | {"tags"}))
        return bool(self.seen & (_TEXT | {"classification"})) or {"stamp", "from"} <= self.seen

    def _in_header(self, kind: str, start: int) -> bool:
        """Whether a ruled line has more of the header below it, or a numbered line is an item of the REF line."""
        if kind == "rule":
            return _RULE_ABOVE_LABEL.match(self.text, start) is not None
        listed = self._open is not None and self._open[0] == "references"
        item = _NUMBERED_ITEM.match(self.text, start) if listed else None
        return item is not None and post(item[1]) is not None

    def _classified(self, start: int) -> classification.Classified:
        """What the classification line at `start` says; without a number it is a stamp of a page, or prose."""
        line = self.classified.get(start)
        if line is None:
            stop = extents.line_end(self.text, start, len(self.text))
            line = self.classified[start] = classification.read(self.text, start, stop)
        return line

    def _alone(self, start: int) -> bool:
        """Whether a line holds a classification and nothing else."""
        stop = extents.line_end(self.text, start, len(self.text))
        level = self._classified(start).level
        return level is not None and level.replace(" ", "") == self.text[start:stop].replace(" ", "")

    def _within_subject(self, start: int, content: int) -> bool:
        """Whether an executive order is named on a line of the subject, not printed as a line of its own."""
        if self._open is None or self._open[0] != "subject" or _ORDER_VALUE.match(self.text, content):
            return False
        above = self.text[self._open[2] : start]
        return "\n" in above and bool(above.strip()) and not above.rpartition("\n")[0].endswith("\n")

    def _adjoins(self, start: int, *, mark: bool) -> bool:
        """Whether a label below the subject still belongs to the header: little or nothing stands between.

        A mark of the page (`mark`) stands in the text as well: nothing at all may be above it.
        """
        self._close(start)
        between = self.text[self.fields[-1].end : start]
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
        if kind in _ONE_LINE:
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
        elif kind == "page" and self._resumes(closed.end, limit):
            # The field that a page's end broke in two goes on below it.
            self._open = (self._broken.kind, closed.end, closed.end)
            self._close(limit)

    def _field(self, label: Label, end: int) -> Field:
        """The field of a label whose value ends at `end`, less the blanks there."""
        content = label[2]
        if end > content and self.text[end - 1].isspace():
            end = content + len(self.text[content:end].rstrip())
        return _FIELD((*label, end))

    def _resumes(self, position: int, limit: int) -> bool:
        """Whether the field that a page's end broke in two goes on at `position`: addressees up to the next label."""
        broken = self._broken
        if broken.kind in _ADDRESSES:
            return bool(self.text[position:limit].strip())
        start = max(broken.content, broken.end - _LONGEST_BETWEEN)
        last = self.text[start : broken.end].rpartition("\n")[2]
        return extents.resumes(broken.kind, last, self.text, position)

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
    take = layout.take
    for label in labels(text, layout.begin()):
        if not take(label):
            stop = label[1]
            break
    layout.finish(stop)
    return layout
