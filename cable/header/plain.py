"""The top of a plain header, found by two patterns: the transmission lines, and the labels down to that of the subject.

The patterns are made of those that find labels one by one, and find what these find; most telegrams are so plain. Lines
in another order, among others, or below are left to `labels`.
"""

from __future__ import annotations

from functools import partial

from ..patterns import lazy
from .label_patterns import AT_LINE_START, Field, Label

_FIELD = partial(tuple.__new__, Field)
_BELOW = r"[ \t]*+\n[ \t\n]*+"
_INDICATOR = r"R[A-Z]{3,7}/"
# The stations that a prosign names may take more than one line.
_ROUTED = rf"(?:{_BELOW}R[UH][A-Z]{{3,6}}(?: R[UH][A-Z]{{3,6}})*+(?=[ \t]*\n))*+"
_LINES = ("transmission", "prosign", "station", "security", "security", "date", "from")
_NEEDED = ("date", "from")
_LISTS = ("to", "info")
_TOP = ("break", "classification", "caption", "caption", "executive_order", "tags", "subject")


def _line(kind: str) -> str:
    """A transmission line: a group for it without the blanks at its end, one for where its value begins.

    No other label begins like one of these.
    """
    below = _ROUTED if kind == "prosign" else ""
    return rf"({AT_LINE_START[kind]}()(?:[^\n]*\S)?+){below}"


def _list(kind: str) -> str:
    """A list of addressees, one a line, all but the first with a routing indicator."""
    return rf"({_label(kind)}()[^\n]*\S(?:{_BELOW}{_INDICATOR}[^\n]*\S)*+)"


def _labelled(kind: str) -> str:
    """A line with its label: a group for where that begins, one for where its value begins."""
    return rf"(){_label(kind)}()[^\n]*"


def _label(kind: str) -> str:
    """A label that no label before it in the table matches."""
    kinds = list(AT_LINE_START)
    before = "|".join(AT_LINE_START[other] for other in kinds[: kinds.index(kind)])
    return f"(?!{before}){AT_LINE_START[kind]}" if before else AT_LINE_START[kind]


_UNLABELLED = rf"(?:{_BELOW}(?!{'|'.join(AT_LINE_START.values())})[^\n]*\S)*+"
_TRANSMISSION = lazy(
    r"[ \t\n]*+"
    + "".join(f"(?:{_line(kind)}{_BELOW})?+" for kind in _LINES if kind not in _NEEDED)
    + _BELOW.join(map(_line, _NEEDED))
    + "".join(f"(?:{_BELOW}{_list(kind)})?+" for kind in _LISTS)
)
_ABOVE_SUBJECT = lazy(
    rf"[ \t\n]*+(?:{_labelled('break')}{_BELOW})?+{_labelled('classification')}{_UNLABELLED}"
    rf"(?:{_BELOW}{_labelled('caption')}{_UNLABELLED})?+(?:{_BELOW}{_labelled('caption')}{_UNLABELLED})?+"
    rf"(?:{_BELOW}{_labelled('executive_order')})?+{_BELOW}{_labelled('tags')}{_BELOW}{_labelled('subject')}"
)


def transmission(text: str) -> list[Field]:
    """The transmission lines from the beginning of a text on, in order; none where they do not stand there plainly.

    A list of addressees at their end may go on below.
    """
    found = _TRANSMISSION.match(text)
    if not found:
        return []
    places = iter(found.regs[1:])
    return [
        _FIELD((kind, start, content, end))
        for kind, (start, end), (content, _) in zip((*_LINES, *_LISTS), places, places, strict=True)
        if start >= 0
    ]


def above_subject(text: str, begin: int) -> list[Label]:
    """The labels from `begin` down to that of the subject; none where others stand among them.

    `begin` is the end of a line, or the beginning of the text.
    """
    found = _ABOVE_SUBJECT.match(text, begin)
    if not found:
        return []
    places = iter(found.regs[1:])
    return [(kind, start, end) for kind, (start, _), (end, _) in zip(_TOP, places, places, strict=True) if start >= 0]
