"""Lays the labels of a header out as fields: which labels count, where each field ends, where the body begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..patterns import lazy
from . import classification, extents, pass_lines, plain
from .captions import captions
from .label_patterns import Field, Label
from .labels import glued, inside, labels, stand_alone

_ADDRESSES = ("to", "info", "excluded")
_ONE_LINE = frozenset(("transmission", "prosign", "station", "security", "date", "from", "serial", "break"))
_ROUTING = _ONE_LINE.union(_ADDRESSES, ("distribution", "drafted"))
_ADDRESSED = frozenset((*_ADDRESSES, "security", "break"))
_ABOVE = frozenset(("transmission", "prosign", "station", "date", "from", "distribution", "to", "info"))
_TEXT = frozenset(("executive_order", "tags", "subject", "references", "classified_by"))
_CLOSING = frozenset(("subject", "references", "classified_by"))
_ABOVE_RULE = _CLOSING | {"tags"}
_ABOVE_PARAGRAPH = _TEXT | {"classification"}
_PASS_LINE = lazy(r".*\b(?:FOR|PASS|ALSO|FROM|ATTN|INFO)\b|[A-Z0-9 ,;&()'-]+/[A-Z]")
_CODES_BEFORE = lazy(r"[ \t]*(?:[A-Z]{2,4}(?:,[ \t]*|[ \t]+)){1,12}")
_ORDER_VALUE = lazy(r"\d{4,5}(?: ?:| {1,3}(?:DECL|N/A|X?GDS|RDS|ADS|OADR)\b)", re.I)
_ROUTED = _ONE_LINE.union(_ADDRESSES) - {"break"}
_MARKS = frozenset(("stamp", "page"))
_ALSO_IN_TEXT = _MARKS | {"caption"}
_END = "end"
_OF_BODY = frozenset(("paragraph", "rule", _END))
# Labels of which the fields above them, or their own lines, say what they count for.
_JUDGED = _ROUTING.union(_OF_BODY, ("odd", "misspelt", "classification", "executive_order", "reasons"))
_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 240
_NO_FIELD: Field = ("", 0, 0, 0)


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
            return [*below, (_END, stop, stop)] if complete else labels(self.text, self._open)
        if classified >= 0:
            self.fields = fields = [found for found in fields if found[0] in _ROUTED]
            self.seen.intersection_update(_ROUTED)
        if not fields:
            return labels(self.text, ("", 0, 0))
        kind, start, content, end = fields[-1]
        if kind in _ADDRESSES:
            fields.pop()
            self._open = kind, start, content
        return labels(self.text, ("", end, end))

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether the lines from that of the classification to `end` hold a message's number and no other labels."""
        number = self._classified(start).number
        return number is not None and not inside(self.text, start, end) and not glued(self.text, start, end)

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
        end = self.fields[-1][3] if self.fields else 0
        if self.fields and self.seen.isdisjoint(_TEXT):
            end = self._behind_pass_lines(end, stop)
        self.body_start = pass_lines.behind(self.text, extents.line_start(self.text, end), stop)

    def _judged(self, label: Label) -> Label | bool:
        """The label as what it counts for; True where it counts for nothing, False where the body begins with it."""
        kind, start, content = label
        if kind in _ROUTING:
            if self._routes(kind, start):
                self._start(label)
            return True
        if kind in _OF_BODY:
            listed = self._open is not None and self._open[0] == "references"
            return not self._ends(kind) or extents.in_header(self.text, start, listed=listed)
        if kind == "odd":
            meant = extents.mended(self.text[start : content - 1]) if "subject" not in self.seen else None
            return True if meant is None or meant in self.seen else (meant, start, content)
        if kind == "misspelt":
            word = self.text[start : extents.line_end(self.text, start, len(self.text))]
            above = "classification" in self.seen and self.seen.isdisjoint(_TEXT)
            return ("caption", start, content) if above and captions(word) else True
        if kind == "classification":
            if self._classified(start).number is not None:
                return label
            return True if self.seen & _TEXT and not self._alone(start) else ("stamp", start, content)
        if kind == "executive_order":
            again = kind in self.seen and not self.seen.isdisjoint(("subject", "classified_by"))
            named = again or ("subject" in self.seen and self._within_subject(start, content))
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
            return not self.seen.isdisjoint(_ABOVE_RULE)
        return not self.seen.isdisjoint(_ABOVE_PARAGRAPH) or {"stamp", "from"} <= self.seen

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
        if kind in _ADDRESSES:
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
