"""The top of a plain header, found by one pattern: the transmission lines, and what stands below them to the body.

The pattern is made of those that find labels one by one, and finds what these find; most telegrams are so plain. Lines
in another order, among others, or twice are left to `labels`.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import NamedTuple

from ..patterns import lazy
from . import extents, tags
from .captions import captions
from .label_patterns import AT_LINE_START, Field, Label

_BELOW = r"[ \t]*+\n[ \t\n]*+"
_INDICATOR = r"R[A-Z]{3,7}/"
# The stations that a prosign names may take more than one line.
_ROUTED = rf"(?:{_BELOW}R[UH][A-Z]{{3,6}}(?: R[UH][A-Z]{{3,6}})*+(?=[ \t]*\n))*+"
_LINES = ("transmission", "prosign", "station", "security", "security", "date", "from")
_LISTS = ("to", "info")
_BETWEEN = ("references", "classified_by", "reasons", "page")
_ENDS = ("paragraph", "rule")
# The fields of which the whole is found, in two groups: the field, and its value. `passed` are lines without a label.
_WHOLE = (*_LINES, *_LISTS, "break", "classification", "passed", "executive_order", "tags")
_LABELLED = ("subject", *_BETWEEN)
GROUPS = {kind: 1 + 2 * index for index, kind in reversed(list(enumerate(_WHOLE)))}
"""The group of the first field of each kind, its value being the next; of those below the TAGS the group of the label.
`passed` are the lines below that of the classification, captions among them, and `stop` is set where the body begins or
the text ends, if no label but the plain ones stands above."""
GROUPS |= {kind: 1 + 2 * len(_WHOLE) + index for index, kind in enumerate((*_LABELLED, "stop"))}
_REST = r"(?:[^\n]*\S)?+"
_KINDS_OF_LABELS = tuple(AT_LINE_START)
_OF_CAPTIONS = ("caption", "misspelt")
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
    """A list of addressees, one a line, down to the next label; most have a routing indicator. A rule ends none."""
    other = rf"(?!{_any('info', 'classification', but=('rule',))})"
    return rf"({_label(kind)}([^\n]*\S(?:{_BELOW}(?:{_INDICATOR}|{other})[^\n]*\S)*+))"


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


def _between(kind: str) -> str:
    """A label below the TAGS, if it is the first of its kind, and reasons only below who gives them."""
    label = rf"(?({GROUPS[kind]})(?!)|({_label(kind)}))"
    return rf"(?({GROUPS['classified_by']}){label}|(?!))" if kind == "reasons" else label


def _any(*likely: str, but: tuple[str, ...] = ()) -> str:
    """Any label, those first that are most likely to stand there, but none of some kinds."""
    return "|".join(AT_LINE_START[kind] for kind in dict.fromkeys((*likely, *AT_LINE_START)) if kind not in but)


_PASSED = _any("executive_order", "tags", but=(*_OF_CAPTIONS, "odd"))
_UNLABELLED = rf"((?:{_BELOW}(?!{_PASSED}|{_GARBLED})[^\n]*\S)*+{_BELOW})()"
_BLANK = r"[ \t]*+(?:\n[ \t]*+(?=\n))*+"
_ANY_BELOW = _any("paragraph", "references", but=_NOT_BELOW)
_TO_NEXT_LABEL = rf"[^\n]*+(?:\n[ \t]*+(?:(?=\n)|(?!{_ANY_BELOW})[^\n]*+))*+"
_TRANSMISSION = (
    "".join(f"(?:{_line(kind)}{_BELOW})?+" for kind in _LINES[:-2])
    + rf"{_line('date')}(?:{_BELOW}{_line('from')})?+"
    + "".join(f"(?:{_BELOW}{_list(kind)})?+" for kind in _LISTS)
)
_TOP = (
    rf"[ \t\n]*+(?:{_labelled('break')}{_BELOW})?+{_labelled('classification')}{_UNLABELLED}"
    rf"(?:{_labelled('executive_order')}{_BELOW})?+{_tags()}"
)
_BELOW_TAGS = (
    rf"(?:{_BELOW}({_label('subject')}){_TO_NEXT_LABEL}|{_BLANK})"
    rf"(?:\n[ \t]*+(?:{'|'.join(map(_between, _BETWEEN))}){_TO_NEXT_LABEL})*+"
    rf"(?:\n[ \t]*+(?={'|'.join(map(_label, _ENDS))})|\Z)()"
)
_PLAIN = lazy(rf"[ \t\n]*+(?:{_TRANSMISSION})?+(?:{_TOP}(?:{_BELOW_TAGS})?+)?+")
_CAPTION = lazy(rf"\n[ \t]*+()(?:{AT_LINE_START['caption']}|{AT_LINE_START['misspelt']}())()")
_ABOVE = tuple((kind, 1 + 2 * index) for index, kind in enumerate(_WHOLE))
_LABELS = tuple((kind, GROUPS[kind]) for kind in _LABELLED)
_START = itemgetter(1)
_NONE = (-1, -1)


class Top(NamedTuple):
    """What stands plainly at the top of a telegram, in order.

    `fields` are the transmission lines and, where these stand plainly as well, those down to the TAGS; a list of
    addressees at their end may go on below. `labels` are the plain ones below the TAGS, down to `stop`: there the body
    begins or the text ends, or it is -1, where the labels are not plain. `classified` is where the classification line
    begins, where it is among the fields.
    """

    fields: list[Field]
    labels: list[Label]
    classified: int = -1
    stop: int = -1


def find(text: str) -> re.Match[str]:
    """What of a text is a plain header: as much as is plain."""
    found = _PLAIN.match(text)
    # Nothing is needed of it, so that it is always found.
    assert found
    return found


def top(found: re.Match[str]) -> Top:
    """The plain top of a text."""
    fields: list[Field] = []
    for kind, group in _ABOVE:
        start, end = found.span(group)
        if kind == "passed":
            fields += caption_lines(found.string, start, end)
        elif start >= 0:
            fields.append((kind, start, found.start(group + 1), end))
    return Top(fields, labels(found), found.start(GROUPS["classification"]), found.start(GROUPS["stop"]))


def labels(found: re.Match[str]) -> list[Label]:
    """The labels below the TAGS, in order."""
    span = found.span
    below = [(kind, *place) for kind, group in _LABELS if (place := span(group)) != _NONE]
    if len(below) > 1:
        below.sort(key=_START)
    return below


def caption_lines(text: str, start: int, end: int) -> list[Field]:
    """The lines of captions among those that stand between classification line and next label."""
    found: list[Field] = []
    for label in _CAPTION.finditer(text, start, end):
        begin, word, content = label.start(1), label.start(2), label.start(3)
        stop = extents.trimmed(text, content, extents.line_end(text, content, end))
        if word < 0 or captions(text[begin:stop]):
            found.append(("caption", begin, content, stop))
    return found
