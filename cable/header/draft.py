"""A header as its fields say it, put together: what they prove of id and references, and what its page adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import NamedTuple

from .. import references
from ..citing import Citing
from ..ids import full_year
from ..model import Header, Reference
from ..times import page_time
from ..vocabulary.posts import compact
from . import authority, order
from .classification import Classified
from .identity import identify
from .origin import origin_of, place_of

STRAY = "SIPDIS"
"""The one caption that is no other word: it counts anywhere between the classification line and the subject."""
_UNSAID = Classified()


class Said(NamedTuple):
    """A header, the id, the post that sent it as ids write it, and where the body begins in the telegram's text."""

    header: Header
    id: str | None
    post: str | None
    body_start: int


_SAID = partial(tuple.__new__, Said)


@dataclass(slots=True)
class Draft:
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


def put_together(draft: Draft, body_start: int, text: str, page: Mapping[str, str], name: str | None) -> Said:
    """What the fields of a telegram's text say; what its page and the name of its file say is second to it."""
    draft.authority = draft.authority or authority.in_paragraph(text, body_start)
    line = draft.line
    date = draft.date or page_time(page.get("created", ""))
    sender = place_of(draft.sender)
    place = line.place or sender
    id_ = identify(line.place, line.number, sender, date, (page.get("id"), name, draft.serial))
    header = Header(
        date=date,
        precedence=draft.precedence,
        from_=draft.sender,
        origin=page.get("origin") or origin_of(draft.sender, place),
        to=tuple(draft.to),
        info=tuple(draft.info),
        info_excluded=tuple(draft.excluded),
        classification=line.level,
        captions=tuple(draft.captions),
        executive_order="; ".join(draft.order) or None,
        declassify_on=next(filter(None, map(order.declassify_on, draft.order)), None),
        tags=tuple(draft.tags),
        subject=draft.subject,
        references=_references(draft, id_, date, place),
        classified_by=draft.authority,
        reasons=authority.reasons(draft.authority) if draft.authority else (),
        sections=line.sections,
    )
    return _SAID((header, id_, compact(place) if place else None, body_start))


def _references(draft: Draft, id_: str | None, date: datetime | None, place: str | None) -> tuple[Reference, ...]:
    if not draft.references:
        return ()
    year = full_year(int(id_[:2])) if id_ else date.year if date else None
    addressees = (*draft.to, *draft.info)
    citing = Citing(
        year, compact(place) if place else None, draft.line.number, addressees, date.month if date else None
    )
    return tuple([_offered(item, citing) for value in draft.references for item in references.read(value, citing)])


def _offered(item: Reference, citing: Citing) -> Reference:
    """The item with the id that it may have besides its own."""
    other = citing.other_of(item.id, item.text) if item.id else None
    return item._replace(other=other) if other else item
