"""The top of a plain header, found by one pattern: the transmission lines, and what stands below them to the subject.

The pattern is made of those that find labels one by one, and finds what these find; most telegrams are so plain. Lines
in another order, among others, or below are left to `labels`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from ..patterns import lazy
from . import tags
from .label_patterns import AT_LINE_START, Field, Label

_BELOW = r"[ \t]*+\n[ \t\n]*+"
_INDICATOR = r"R[A-Z]{3,7}/"
# The stations that a prosign names may take more than one line.
_ROUTED = rf"(?:{_BELOW}R[UH][A-Z]{{3,6}}(?: R[UH][A-Z]{{3,6}})*+(?=[ \t]*\n))*+"
_LINES = ("transmission", "prosign", "station", "security", "security", "date", "from")
_NEEDED = ("date", "from")
_LISTS = ("to", "info")
_ROUTING = (*_LINES, *_LISTS)
_BETWEEN = ("references", "classified_by", "page")
_ENDS = ("paragraph", "rule")
_TOP = ("break", "classification", "caption", "caption", "executive_order", "tags")
_REST = r"(?:[^\n]*\S)?+"
_KINDS_OF_LABELS = tuple(AT_LINE_START)
# Transmission lines count for nothing below the subject, and no word is a garbled label or caption there.
_NOT_BELOW = (*_KINDS_OF_LABELS[: _KINDS_OF_LABELS.index("page")], "misspelt", "odd")
# Labels that are looked for before one, and begin alike.
_ALIKE = {"info": ("distribution",), "rule": ("serial",), "page": _NOT_BELOW}
# A word with a colon may be a garbled label; without these letters it lacks two of each: `USTR: X/Y`.
_GARBLED = rf"(?=[A-Z]{{0,4}}[AG]|[A-Z]*[BJ]|\.){AT_LINE_START['odd']}"


def _line(kind: str) -> str:
    """A transmission line: a group for it without the blanks at its end, and one for its value.

    No other label begins like one of these.
    """
    below = _ROUTED if kind == "prosign" else ""
    return rf"({AT_LINE_START[kind]}({_REST})){below}"


def _list(kind: str) -> str:
    """A list of addressees, one a line, down to the next label; most have a routing indicator."""
    return rf"({_label(kind)}([^\n]*\S(?:{_BELOW}(?:{_INDICATOR}|(?!{_any('info', 'classification')}))[^\n]*\S)*+))"


def _labelled(kind: str) -> str:
    """A line with its label: a group for it without the blanks at its end, and one for its value."""
    return rf"((?>{_label(kind)})({_REST}))"


def _tags() -> str:
    """The TAGS, of which a second line may be some as well: it is to be told by its words."""
    second = rf"(?:(?<=\S){_BELOW}(?!{_any('subject')})[A-Z0-9 ,;/-]*[A-Z])?+"
    return rf"((?>{_label('tags')})(?![ \t]*+{tags.PAGE_LINE})({_REST}{second}))"


def _label(kind: str) -> str:
    """A label at the start of a line where none stands that is looked for before it and begins alike."""
    before = "|".join(AT_LINE_START[other] for other in _ALIKE.get(kind, ("page",)))
    return rf"(?!{before}){AT_LINE_START[kind]}"


def _any(*likely: str, but: tuple[str, ...] = ()) -> str:
    """Any label, those first that are most likely to stand there, but none of some kinds."""
    return "|".join(AT_LINE_START[kind] for kind in dict.fromkeys((*likely, *AT_LINE_START)) if kind not in but)


_PASSED = _any("caption", "executive_order", "tags", but=("odd",))
_UNLABELLED = rf"(?:{_BELOW}(?!{_PASSED}|{_GARBLED})[^\n]*\S)*+"
_ANY_BELOW = _any("paragraph", "references", but=_NOT_BELOW)
_TO_NEXT_LABEL = rf"[^\n]*+(?:\n[ \t]*+(?:(?=\n)|(?!{_ANY_BELOW})[^\n]*+))*+"
_TRANSMISSION = (
    "".join(f"(?:{_line(kind)}{_BELOW})?+" for kind in _LINES if kind not in _NEEDED)
    + _BELOW.join(map(_line, _NEEDED))
    + "".join(f"(?:{_BELOW}{_list(kind)})?+" for kind in _LISTS)
)
_ABOVE_SUBJECT = (
    rf"[ \t\n]*+(?:{_labelled('break')}{_BELOW})?+{_labelled('classification')}{_UNLABELLED}"
    rf"(?:{_BELOW}{_labelled('caption')}{_UNLABELLED})?+(?:{_BELOW}{_labelled('caption')}{_UNLABELLED})?+"
    rf"(?:{_BELOW}{_labelled('executive_order')})?+{_BELOW}{_tags()}{_BELOW}(){_label('subject')}()"
)
_BELOW_SUBJECT = (
    _TO_NEXT_LABEL
    + "".join(rf"(?:\n[ \t]*+(){_label(kind)}(){_TO_NEXT_LABEL})?+" for kind in _BETWEEN)
    + rf"(?:\n[ \t]*+()(?:{'|'.join(map(_label, _ENDS))})|\Z())"
)
PLAIN = lazy(rf"[ \t\n]*+(?:{_TRANSMISSION})?+(?:{_ABOVE_SUBJECT}(?:{_BELOW_SUBJECT})?+)?+")
_KINDS = (*_ROUTING, *_TOP, "subject", *_BETWEEN)
_LAST = 1 + 2 * len(_KINDS)
_FIELDS = len(_ROUTING + _TOP)
GROUPS = {kind: 1 + 2 * index for index, kind in reversed(list(enumerate(_KINDS)))}
"""The group of the first of each kind; the next group is its value, the one behind the second of its kind, if any."""


class Top(NamedTuple):
    """What stands plainly at the top of a telegram, in order.

    `fields` are the transmission lines and, where these stand plainly as well, those down to the label of the subject;
    a list of addressees at their end may go on below. `below` are the label of the subject and the plain ones below it,
    none where the fields end above. `classified` is where the classification line begins, where it is among the fields;
    `stop` is where the body begins or the text ends, if no other label stands above, else -1.
    """

    fields: list[Field]
    below: list[Label]
    classified: int = -1
    stop: int = -1


def top(text: str) -> Top:
    """The plain top of a text."""
    found = PLAIN.match(text)
    if not found:
        return Top([], [])
    places = found.regs
    each = zip(_KINDS, places[1::2], places[2::2], strict=False)
    fields = [(kind, start, content, end) for kind, (start, end), (content, _) in islice(each, _FIELDS) if start >= 0]
    below = [(kind, start, content) for kind, (start, _), (content, _) in each if start >= 0]
    return Top(fields, below, places[GROUPS["classification"]][0], stop_of(found))


def in_tags(text: str, content: int, end: int) -> bool:
    """Whether what stands plainly as the value of TAGS is all of that: the words of its second line tell, if any."""
    return text.find("\n", content, end) < 0 or tags.end_of(text, content, end) == end


def stop_of(found: re.Match[str]) -> int:
    """Where the body begins or the text ends, if no other labels stand above; else -1."""
    return max(found.start(_LAST), found.start(_LAST + 1))
