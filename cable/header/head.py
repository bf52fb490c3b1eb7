"""Reads a header's fields out of its layout: the part of reading that a catalogue needs, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from .. import references
from ..citing import Citing
from ..ids import full_year
from ..model import Header, Reference
from ..times import page_time
from ..vocabulary.posts import compact
from . import authority, order, routing, subject, tags
from .captions import captions
from .classification import Classified
from .fields import Layout, lay_out
from .identity import Witnesses, identify
from .label_patterns import Field
from .origin import origin_of, place_of

# The one caption that is no other word.
_STRAY = "SIPDIS"
_SERIAL = 4
_UNSAID = Classified()
_BELOW_CAPTIONS = frozenset(("executive_order", "tags", "subject"))


class Head(NamedTuple):
    """A header as its fields say it; `split` are the runs of TAGS that were split into codes, found and meant."""

    header: Header
    id: str | None
    post: str | None
    layout: Layout
    split: tuple[tuple[str, str], ...] = ()
    line: Classified = Classified()


@dataclass(slots=True)
class _Draft:
    """What the fields said so far."""

    date: datetime | None = None
    precedence: tuple[str, ...] = ()
    sender: str | None = None
    serial: int | None = None
    to: list[str] = field(default_factory=list)
    info: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    lines: Mapping[int, Classified] = field(default_factory=dict)
    line: Classified = _UNSAID
    captions: dict[str, None] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    split: list[tuple[str, str]] = field(default_factory=list)
    subject: str | None = None
    references: list[str] = field(default_factory=list)
    authority: str | None = None


def read_head(text: str, page: Mapping[str, str], name: str | None = None) -> Head:
    """The header of a telegram's text; what its page and the name of its file say is second to it."""
    layout = lay_out(text)
    draft = _Draft(lines=layout.classified)
    for found in layout.fields:
        read = _READERS.get(found.kind)
        if read:
            read(draft, text, found)
    _take_stray_caption(draft, layout)
    draft.authority = draft.authority or authority.in_paragraph(text, layout.body_start)
    date = draft.date or page_time(page.get("created", ""))
    sender = place_of(draft.sender)
    place = draft.line.place or sender
    id_ = identify(draft.line.place, draft.line.number, sender, date, Witnesses(page.get("id"), name, draft.serial))
    header = Header(
        date=date,
        precedence=draft.precedence,
        from_=draft.sender,
        origin=page.get("origin") or origin_of(draft.sender, place),
        to=tuple(draft.to),
        info=tuple(draft.info),
        info_excluded=tuple(draft.excluded),
        classification=draft.line.level,
        captions=tuple(draft.captions),
        executive_order="; ".join(draft.order) or None,
        declassify_on=next(filter(None, map(order.declassify_on, draft.order)), None),
        tags=tuple(draft.tags),
        subject=draft.subject,
        references=_references(draft, id_, date, place),
        classified_by=draft.authority,
        reasons=authority.reasons(draft.authority) if draft.authority else (),
        sections=draft.line.sections,
    )
    return Head(header, id_, compact(place) if place else None, layout, tuple(draft.split), draft.line)


def _take_stray_caption(draft: _Draft, layout: Layout) -> None:
    """Take a SIPDIS that stands among the pass lines, where a copy lost the line breaks."""
    if _STRAY in draft.captions or _STRAY not in layout.text[: layout.body_start]:
        return
    lines = [found for found in layout.fields if found.kind == "classification"]
    below = [found.start for found in layout.fields if found.kind in _BELOW_CAPTIONS]
    if lines and below and _STRAY in layout.text[lines[0].end : max(below)]:
        draft.captions[_STRAY] = None


def _references(draft: _Draft, id_: str | None, date: datetime | None, place: str | None) -> tuple[Reference, ...]:
    if not draft.references:
        return ()
    year = full_year(int(id_[:2])) if id_ else date.year if date else None
    citing = Citing(year, compact(place) if place else None, draft.line.number, (*draft.to, *draft.info))
    return tuple(_offered(item, citing) for value in draft.references for item in references.read(value, citing))


def _offered(item: Reference, citing: Citing) -> Reference:
    """The item with the id that it may have besides its own."""
    other = citing.other_of(item.id, item.text) if item.id else None
    return replace(item, other=other) if other else item


def _read_prosign(draft: _Draft, text: str, found: Field) -> None:
    draft.precedence = draft.precedence or routing.precedence(text[found.start : found.start + 2])


def _read_station(draft: _Draft, text: str, found: Field) -> None:
    serial = text[found.content : found.end].partition("#")[2][:_SERIAL]
    draft.serial = int(serial) if len(serial) == _SERIAL and serial.isdecimal() else draft.serial


def _read_date(draft: _Draft, text: str, found: Field) -> None:
    precedence, date = routing.date_time_group(text[found.start : found.end])
    if draft.date is None:
        draft.date = date
        draft.precedence = precedence or draft.precedence


def _read_sender(draft: _Draft, text: str, found: Field) -> None:
    draft.sender = draft.sender or routing.addressee(text[found.content : found.end])


def _read_to(draft: _Draft, text: str, found: Field) -> None:
    named, excluded = routing.addressees(text[found.content : found.end])
    draft.to.extend(named)
    draft.excluded.extend(excluded)


def _read_info(draft: _Draft, text: str, found: Field) -> None:
    named, excluded = routing.addressees(text[found.content : found.end])
    draft.info.extend(named)
    draft.excluded.extend(excluded)


def _read_excluded(draft: _Draft, text: str, found: Field) -> None:
    named, _ = routing.addressees(text[found.content : found.end])
    draft.excluded.extend(named)


def _read_classification(draft: _Draft, text: str, found: Field) -> None:
    if draft.line.number is None:
        draft.line = draft.lines[found.start]
        draft.captions.update(dict.fromkeys(draft.line.captions))


def _read_stamp(draft: _Draft, text: str, found: Field) -> None:
    if draft.line.level is None:
        draft.line = draft.lines[found.start]


def _read_caption(draft: _Draft, text: str, found: Field) -> None:
    draft.captions.update(dict.fromkeys(captions(text[found.start : found.end])))


def _read_order(draft: _Draft, text: str, found: Field) -> None:
    draft.order.append(order.join(text[found.start : found.end]))


def _read_tags(draft: _Draft, text: str, found: Field) -> None:
    codes, split = tags.read(text[found.content : found.end])
    draft.tags.update(dict.fromkeys(codes))
    draft.split.extend(split)


def _read_subject(draft: _Draft, text: str, found: Field) -> None:
    said = subject.join(text[found.content : found.end])
    if draft.subject and said and found.goes_on:
        draft.subject = f"{draft.subject} {said}"
    draft.subject = draft.subject or said


def _read_references(draft: _Draft, text: str, found: Field) -> None:
    value = text[found.content : found.end]
    if found.goes_on and draft.references:
        draft.references[-1] += f"\n{value}"
    else:
        draft.references.append(value)


def _read_authority(draft: _Draft, text: str, found: Field) -> None:
    said = authority.join(text, found.content, found.end)
    # Of two such lines the first may hold what was misplaced there: `Classified By: ADANA 222`.
    if draft.authority is None or (said and not authority.reasons(draft.authority) and authority.reasons(said)):
        draft.authority = said


def _read_reasons(draft: _Draft, text: str, found: Field) -> None:
    said = authority.join(text, found.content, found.end)
    draft.authority = f"{draft.authority} {said}" if draft.authority and said else draft.authority


_READERS: dict[str, Callable[[_Draft, str, Field], None]] = {
    "prosign": _read_prosign,
    "station": _read_station,
    "date": _read_date,
    "from": _read_sender,
    "to": _read_to,
    "info": _read_info,
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
