"""The top of a plain header, found by one pattern: the transmission lines, and what stands below them to the subject.

The pattern is made of those that find labels one by one, and finds what these find; most telegrams are so plain. Lines
in another order, among others, or below are left to `labels`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from ..patterns import lazy
from .label_patterns import AT_LINE_START, Field, Label
from .tags import PAGE_LINE

_BELOW = r"[ \t]*+\n[ \t\n]*+"
_INDICATOR = r"R[A-Z]{3,7}/"
# The stations that a prosign names may take more than one line.
_ROUTED = rf"(?:{_BELOW}R[UH][A-Z]{{3,6}}(?: R[UH][A-Z]{{3,6}})*+(?=[ \t]*\n))*+"
_LINES = ("transmission", "prosign", "station", "security", "security", "date", "from")
_NEEDED = ("date", "from")
_LISTS = ("to", "info")
_ROUTING = (*_LINES, *_LISTS)
_BETWEEN = ("references", "classified_by")
_ENDS = ("paragraph", "rule")
_TOP = ("break", "classification", "caption", "caption", "executive_order", "tags")
_ALIKE = {"info": "distribution", "rule": "serial"}
_REST = r"(?:[^\n]*\S)?+"


def _line(kind: str) -> str:
    """A transmission line: a group for it without the blanks at its end, and one for its value.

    No other label begins like one of these.
    """
    below = _ROUTED if kind == "prosign" else ""
    return rf"({AT_LINE_START[kind]}({_REST})){below}"


def _list(kind: str) -> str:
    """A list of addressees, one a line, all but the first with a routing indicator."""
    return rf"({_label(kind)}([^\n]*\S(?:{_BELOW}{_INDICATOR}[^\n]*\S)*+))"


def _labelled(kind: str) -> str:
    """A line with its label: a group for it without the blanks at its end, and one for its value."""
    no_value = rf"(?![ \t]*+{PAGE_LINE})" if kind == "tags" else ""
    return rf"((?>{_label(kind)}){no_value}({_REST}))"


def _label(kind: str) -> str:
    """A label at the start of a line where none stands that is looked for before it and begins alike."""
    return rf"(?!{AT_LINE_START[_ALIKE.get(kind, 'page')]}){AT_LINE_START[kind]}"


def _any(*likely: str, but: str = "") -> str:
    """Any label, those first that are most likely to stand there, but none of a kind."""
    return "|".join(AT_LINE_START[kind] for kind in dict.fromkeys((*likely, *AT_LINE_START)) if kind != but)


_UNLABELLED = rf"(?:{_BELOW}(?!{_any('caption', 'executive_order', 'tags')})[^\n]*\S)*+"
# Below the subject no word is a garbled label.
_ANY_BELOW = _any("paragraph", "references", but="odd")
_TO_NEXT_LABEL = rf"[^\n]*+(?:\n[ \t]*+(?:(?=\n)|(?!{_ANY_BELOW})[^\n]*+))*+"
_TRANSMISSION = (
    "".join(f"(?:{_line(kind)}{_BELOW})?+" for kind in _LINES if kind not in _NEEDED)
    + _BELOW.join(map(_line, _NEEDED))
    + "".join(f"(?:{_BELOW}{_list(kind)})?+" for kind in _LISTS)
)
_ABOVE_SUBJECT = (
    rf"[ \t\n]*+(?:{_labelled('break')}{_BELOW})?+{_labelled('classification')}{_UNLABELLED}"
    rf"(?:{_BELOW}{_labelled('caption')}{_UNLABELLED})?+(?:{_BELOW}{_labelled('caption')}{_UNLABELLED})?+"
    rf"(?:{_BELOW}{_labelled('executive_order')})?+{_BELOW}{_labelled('tags')}{_BELOW}(){_label('subject')}()"
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


def stop_of(found: re.Match[str]) -> int:
    """Where the body begins or the text ends, if no other labels stand above; else -1."""
    return max(found.start(_LAST), found.start(_LAST + 1))
