"""Judges the labels of a telegram's header: which count, and for what, below what was seen above them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..patterns import lazy
from . import classification, extents
from .captions import captions
from .label_patterns import Label

ADDRESSES = ("to", "info", "excluded")
ONE_LINE = frozenset(("transmission", "prosign", "station", "security", "date", "from", "serial", "break"))
TEXT = frozenset(("executive_order", "tags", "subject", "references", "classified_by"))
CLOSING = frozenset(("subject", "references", "classified_by"))
END = "end"
"""The kind of a label for where the header ends, as the pattern of a plain one found it."""
_ROUTING = ONE_LINE.union(ADDRESSES, ("distribution", "drafted"))
_ADDRESSED = frozenset((*ADDRESSES, "security", "break"))
_ABOVE = frozenset(("transmission", "prosign", "station", "date", "from", "distribution", "to", "info"))
_ABOVE_RULE = CLOSING | {"tags"}
_ABOVE_PARAGRAPH = TEXT | {"classification"}
_ORDER_VALUE = lazy(r"\d{4,5}(?: ?:| {1,3}(?:DECL|N/A|X?GDS|RDS|ADS|OADR)\b)", re.I)
_OF_BODY = frozenset(("paragraph", "rule", END))
JUDGED = _ROUTING.union(_OF_BODY, ("odd", "misspelt", "classification", "executive_order", "reasons"))
"""Labels of which the fields above them, or their own lines, say what they count for."""


@dataclass(slots=True)
class Judging:
    """What was seen of a header so far: kinds of fields, classification lines, the label whose field is still open."""

    text: str
    seen: set[str] = field(default_factory=set)
    classified: dict[int, classification.Classified] = field(default_factory=dict)
    _open: Label | None = None
    _below: bool = False
    _visible: int | None = None

    def judged(self, label: Label) -> Label | bool:
        """The label as what it counts for; True where it counts for nothing, False where the body begins with it."""
        kind, start, content = label
        if kind in _ROUTING:
            return label if self._routes(kind, start) else True
        if kind in _OF_BODY:
            listed = self._open is not None and self._open[0] == "references"
            return not self._ends(kind) or extents.in_header(self.text, start, listed=listed)
        if kind == "odd":
            meant = extents.mended(self.text[start : content - 1]) if "subject" not in self.seen else None
            return True if meant is None or meant in self.seen else (meant, start, content)
        if kind == "misspelt":
            word = self.text[start : extents.line_end(self.text, start, len(self.text))]
            above = "classification" in self.seen and self.seen.isdisjoint(TEXT)
            return ("caption", start, content) if above and captions(word) else True
        if kind == "classification":
            if self.classified_at(start).number is not None:
                return label
            return True if self.seen & TEXT and not self._alone(start) else ("stamp", start, content)
        if kind == "executive_order":
            again = kind in self.seen and not self.seen.isdisjoint(("subject", "classified_by"))
            named = again or ("subject" in self.seen and self._within_subject(start, content))
            return named or label
        return label if "classified_by" in self.seen else True

    def _routes(self, kind: str, start: int) -> bool:
        """Whether a transmission line can stand here: above the text, and addressees only below a sender."""
        if not self.seen.isdisjoint(TEXT) or (self._below and kind != "break"):
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

    def classified_at(self, start: int) -> classification.Classified:
        """What the classification line at `start` says; without a number it is a stamp of a page, or prose."""
        line = self.classified.get(start)
        if line is None:
            stop = extents.line_end(self.text, start, len(self.text))
            line = self.classified[start] = classification.read(self.text, start, stop)
        return line

    def _alone(self, start: int) -> bool:
        """Whether a line holds a classification and nothing else."""
        stop = extents.line_end(self.text, start, len(self.text))
        level = self.classified_at(start).level
        return level is not None and level.replace(" ", "") == self.text[start:stop].replace(" ", "")

    def _within_subject(self, start: int, content: int) -> bool:
        """Whether an executive order is named on a line of the subject, not printed as a line of its own."""
        if self._open is None or self._open[0] != "subject" or _ORDER_VALUE.match(self.text, content):
            return False
        above = self.text[self._open[2] : start]
        return "\n" in above and bool(above.strip()) and not above.rpartition("\n")[0].endswith("\n")
