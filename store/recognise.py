"""What a text is: an entry of the library from its header alone, or why it is no cable."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from ..cable import Heading, read_heading
from ..cable.title_case import title_case
from ..cable.vocabulary import post
from .entry import Entry

NO_TELEGRAM = "no telegram found in this file"
EMPTY = "empty file"

_POST_IN_ID = re.compile(r"\d{2}(\D+)\d+")
_OFFICE = re.compile(r"(?:Embassy|Consulate General|Consulate|Mission|Interests Section|Secretary of) (?=\S)")


def entry_of(text: str, place: Entry, name: str | None) -> Entry:
    """The entry of a text, from its header alone; with a problem where there is no telegram in it.

    `place` says where it is, `name` is a witness of its id.
    """
    if not text.strip():
        return replace(place, problem=EMPTY)
    heading = read_heading(text, name)
    if not is_telegram(heading):
        return replace(place, problem=NO_TELEGRAM)
    header = heading.header
    return replace(
        place,
        id=heading.id,
        date=header.date,
        post=post_label(heading.id, header.origin),
        classification=header.classification,
        subject=header.subject,
        tags=header.tags,
    )


def witness(path: Path | None) -> str | None:
    """What a file's name has to say about the id of the cable in it."""
    return path.stem if path else None


def is_telegram(heading: Heading) -> bool:
    """Whether a text is a telegram: it has an id (its own or from a classification line with MRN) or a date."""
    return heading.id is not None or heading.header.date is not None


def post_label(identifier: str | None, origin: str | None) -> str | None:
    """What the list calls a post: `Mexico` for `Embassy Mexico`, `State` for `Secretary of State`."""
    if not origin and identifier and (parts := _POST_IN_ID.fullmatch(identifier)):
        known = post(parts[1])
        origin = known.title if known else title_case(parts[1])
    return _OFFICE.sub("", origin, count=1) if origin else None
