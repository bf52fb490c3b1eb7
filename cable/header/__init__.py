"""The lines above the first paragraph: routing, classification, captions, E.O., TAGS, subject, references.

Public names: `read_header` and its `HeaderReading`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from ..ids import make_id
from ..mapped import Mapped
from ..model import Furniture, Header, Repair, Span

__all__ = ["HeaderReading", "read_header"]


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """What the header says; `body_start` is an offset in the telegram's text, all others are of the source."""

    header: Header
    id: str | None
    post: str | None
    body_start: int
    spans: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()


_DTG = re.compile(r"^([A-Z](?: [A-Z])?) (\d{6})Z ([A-Z]{3}) (\d\d)", re.M)
_MRN = re.compile(r"^([A-Z ]{6,40}?)(?: SECTION (\d+) OF (\d+))? ([A-Z][A-Z ]{2,20}?) (\d{4,6})\s*$", re.M)
_SUBJECT = re.compile(r"^SUBJECT: (.{1,200}(?:\n(?!REF)\S.{1,100}){0,6})", re.M)
_TAGS = re.compile(r"^TAGS: (.{1,300})", re.M)


def read_header(telegram: Mapped, page: Mapping[str, str]) -> HeaderReading:
    """The header of a telegram, with what the page around it says. Never raises."""
    text = telegram.text
    dtg, mrn = _DTG.search(text), _MRN.search(text)
    subject, tags = _SUBJECT.search(text), _TAGS.search(text)
    date = None
    if dtg:
        try:
            date = datetime.strptime(f"{dtg[2]} {dtg[3]} {dtg[4]}", "%d%H%M %b %y").replace(tzinfo=UTC)
        except ValueError:
            date = None
    header = Header(
        date=date,
        precedence=tuple(dtg[1].split()) if dtg else (),
        classification=mrn[1] if mrn else None,
        sections=int(mrn[3]) if mrn and mrn[3] else None,
        subject=subject[1].replace("\n", " ") if subject else None,
        tags=tuple(re.findall(r"[A-Z]{2,}", tags[1])) if tags else (),
    )
    end = max((found.end() for found in (dtg, mrn, subject, tags) if found), default=0)
    found_id = make_id(date.year, mrn[4], int(mrn[5])) if date and mrn else None
    spans = (Span("routing", telegram.to_source(0), telegram.to_source(end)),) if end else ()
    return HeaderReading(header, found_id, mrn[4] if mrn else None, end, spans)
