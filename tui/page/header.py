"""The collapsed header: title, date and correspondents, classification and TAGS, in two or three lines."""

from __future__ import annotations

from collections.abc import Iterator

from ...cable import Cable, Header
from ...cable.correspondents import correspondent
from ...cable.safe import visible
from ...store.classification import short
from ..commands import key_of
from ..signs import sign
from .cells import cells, wrap
from .dates import page_date
from .rows import HEADER, Label, Mark, Passage, Role

INDENT = 3
"""Where the lines of the header begin: the title hangs out over the numbers."""

_APART = "  ·  "
_GAP = 2
"""Cells between the text and what stands at the right edge."""

_LEVELS: dict[str, Role] = {
    "secret": "secret",
    "confidential": "confidential",
    "restricted": "restricted",
    "unclassified": "unclassified",
}


def header_passages(cable: Cable, width: int, *, header_open: bool) -> Iterator[Passage]:
    """Title, date line, chips and what the archive remarks, if anything; what else the header holds follows where it
    is open. The key that unfolds it stands at the right where there is room for it.
    """
    header = cable.header
    title = visible(_folded(header.subject or cable.page.get("title") or "")) or "(no subject)"
    yield Passage(title, "title" if header.subject else "quiet", HEADER, INDENT, before=1)
    tail = Label(f"{key_of('reader.header')} {'less' if header_open else 'more'}", "quiet")
    dates = Passage(date_line(header), "quiet", HEADER, INDENT)
    chips, marks = chip_line(header)
    below = Passage(chips, "text", HEADER, INDENT, marks=marks)
    if dates.text and not has_room(below, tail, width) and has_room(dates, tail, width):
        dates = dates._replace(tail=tail)
    else:
        below = below._replace(tail=tail)
    if dates.text:
        yield dates
    yield below
    remark = visible(_folded(cable.page.get("note", "")))
    if remark:
        yield Passage(remark, "label", HEADER, INDENT)


def has_room(passage: Passage, tail: Label, width: int) -> bool:
    """Whether the last row of a passage leaves room for a tail at the right edge."""
    last = wrap(passage.text, width - passage.indent, passage.hang)[-1]
    return passage.indent + cells(passage.text[last.start : last.end]) + _GAP + cells(tail.text) <= width


def date_line(header: Header) -> str:
    """`1 Sep 2006 20:04Z  Embassy Mexico › Secretary of State +2`; what is not known is left out."""
    sender = header.origin or (correspondent(header.from_) if header.from_ else "")
    to = correspondent(header.to[0]) if header.to else ""
    if len(header.to) > 1:
        to += f" +{len(header.to) - 1}"
    way = sign(" › ").join(part for part in (sender, to) if part)
    date = page_date(header.date) if header.date else ""
    return visible(_folded(sign(" · ").join(part for part in (date, way) if part)))


def chip_line(header: Header) -> tuple[str, tuple[Mark, ...]]:
    """Classification and TAGS on one line, each marked as what it is."""
    text, marks = "", []
    if header.classification:
        text = visible(_folded(header.classification))
        marks.append(Mark(0, len(text), level_role(header.classification)))
        if header.tags:
            marks.append(Mark(len(text), len(text) + len(_APART), "quiet"))
            text += sign(_APART)
    for index, tag in enumerate(header.tags):
        text += "  " if index else ""
        shown = visible(_folded(tag))
        marks.append(Mark(len(text), len(text) + len(shown), "tag"))
        text += shown
    return text, tuple(marks)


def level_role(classification: str | None) -> Role:
    """The role that paints a classification in the colour of its level."""
    return _LEVELS.get(short(classification).level, "quiet")


def _folded(text: str) -> str:
    return " ".join(text.split())
