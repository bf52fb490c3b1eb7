"""Reads a header's fields out of its layout: the part of reading that a catalogue needs, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import NamedTuple

from . import authority, order, plain, plain_head, routing, subject, tags
from .captions import captions
from .draft import STRAY, Draft, Said, put_together
from .fields import Layout, lay_out

# What goes on over the ends of more pages than any telegram has is put together no more: time would grow too fast.
_LONGEST_JOINED = 10_000
_FEW = 3
_LINE = 80
_BELOW_CAPTIONS = frozenset(("executive_order", "tags", "subject"))


class Head(NamedTuple):
    """What a header says, with the layout that it was read from and what each field said."""

    said: Said
    layout: Layout
    draft: Draft


def read_said(text: str, page: Mapping[str, str], name: str | None = None) -> Said:
    """What the header of a telegram's text says, at one stroke where it is plain; of `read_head` no more than that."""
    found = plain.find(text)
    said = plain_head.read(text, found)
    return put_together(*said, text, page, name) if said else read_head(text, page, name, found).said


def read_head(text: str, page: Mapping[str, str], name: str | None = None, found: re.Match[str] | None = None) -> Head:
    """The header of a telegram's text; what its page and the name of its file say is second to it.

    `found` is what of it is plain, if it was looked for.
    """
    layout = lay_out(text, found)
    draft = Draft(lines=layout.classified)
    for kind, start, content, end in layout.fields:
        read = _READERS.get(kind)
        if read:
            read(draft, text, start, content, end)
    _take_stray_caption(draft, layout)
    return Head(put_together(draft, layout.body_start, text, page, name), layout, draft)


def _take_stray_caption(draft: Draft, layout: Layout) -> None:
    """Take a SIPDIS that stands among the pass lines, where a copy lost the line breaks."""
    if STRAY in draft.captions or STRAY not in layout.text[: layout.body_start]:
        return
    lines = layout.all("classification")
    below = [start for kind, start, _, _ in layout.fields if kind in _BELOW_CAPTIONS]
    if lines and below and STRAY in layout.text[lines[0][3] : max(below)]:
        draft.captions[STRAY] = None


def _read_prosign(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    draft.precedence = draft.precedence or routing.precedence(text[start : start + 2])


def _read_station(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    serial = routing.serial(text[content:end])
    draft.serial = draft.serial if serial is None else serial


def _read_date(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    precedence, date = routing.date_time_group(text[start:end])
    if draft.date is None:
        draft.date = date
        draft.precedence = precedence or draft.precedence


def _read_sender(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    draft.sender = draft.sender or routing.addressee(text[content:end])


def _read_list(of: Callable[[Draft], list[str]]) -> Callable[[Draft, str, int, int, int], None]:
    """What reads a list of addressees into the draft's; those that an XMT in it leaves out are excluded."""

    def read(draft: Draft, text: str, start: int, content: int, end: int) -> None:
        named, excluded = routing.addressees(text[content:end])
        of(draft).extend(named)
        draft.excluded.extend(excluded)

    return read


def _read_excluded(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    named, _ = routing.addressees(text[content:end])
    draft.excluded.extend(named)


def _read_classification(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    if draft.line.number is None:
        draft.line = draft.lines[start]
        draft.captions.update(dict.fromkeys(draft.line.captions))


def _read_stamp(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    if draft.line.level is None:
        draft.line = draft.lines[start]


def _read_caption(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    draft.captions.update(dict.fromkeys(captions(text[start:end])))


def _read_order(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    draft.order.append(order.join(text[start:end]))


def _read_tags(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    codes, split = tags.read(text[content:end])
    draft.tags.update(dict.fromkeys(codes))
    draft.split.extend(split)


def _read_subject(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    said = subject.join(text[content:end])
    if draft.subject and said and content == start and len(draft.subject) < _LONGEST_JOINED:
        draft.subject = f"{draft.subject} {said}"
    elif draft.subject and said and len(draft.subject) < _LONGEST_JOINED and said not in draft.subject:
        # A drafter who changed the subject left the first line standing.
        draft.subject = f"{draft.subject}; {said}"
    draft.subject = draft.subject or said


def _read_references(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    value = text[content:end]
    if any(_is_same(value, said) for said in draft.references[:_FEW]):
        # A copy that has the header twice.
        return
    if content == start and draft.references and len(draft.references[-1]) < _LONGEST_JOINED:
        draft.references[-1] += f"\n{value}"
    else:
        draft.references.append(value)


def _is_same(one: str, other: str) -> bool:
    """Whether two values are the same but for their blanks."""
    return abs(len(one) - len(other)) < _LINE and one.split() == other.split()


def _read_authority(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    said = authority.join(text, content, end)
    # Of two such lines the first may hold what was misplaced there: `Classified By: ADANA 222`.
    if draft.authority is None or (said and not authority.reasons(draft.authority) and authority.reasons(said)):
        draft.authority = said


def _read_reasons(draft: Draft, text: str, start: int, content: int, end: int) -> None:
    said = authority.join(text, content, end)
    draft.authority = f"{draft.authority} {said}" if draft.authority and said else draft.authority


_READERS: dict[str, Callable[[Draft, str, int, int, int], None]] = {
    "prosign": _read_prosign,
    "station": _read_station,
    "date": _read_date,
    "from": _read_sender,
    "to": _read_list(attrgetter("to")),
    "info": _read_list(attrgetter("info")),
    "excluded": _read_excluded,
    "classification": _read_classification,
    "stamp": _read_stamp,
    "caption": _read_caption,
    "executive_order": _read_order,
    "tags": _read_tags,
    "subject": _read_subject,
    "references": _read_references,
    "classified_by": _read_authority,
    "reasons": _read_reasons,
}
