"""One text as the catalogue keeps it: the columns of its row, the words to be found, what it refers to.

Runs in a worker process too, so everything here is made of plain values that `marshal` carries.
"""

from __future__ import annotations

from typing import NamedTuple

from ...cable.model import Header
from ...cable.search_text import Searchable, read_searchable
from ..recognise import EMPTY, NO_TELEGRAM, is_telegram, post_label

Reference = tuple[str | None, str | None, str | None, str]
"""The target's id, the letter and the text of the item, and `ref` or `mention`."""


class Text(NamedTuple):
    """What was read of a text; where `problem` says why it is no cable, the rest is empty."""

    problem: str | None = None
    id: str | None = None
    date: str | None = None
    post: str | None = None
    origin: str | None = None
    sender: str | None = None
    classification: str | None = None
    subject: str | None = None
    tags: tuple[str, ...] = ()
    recipients: str = ""
    captions: str = ""
    rendition: str | None = None
    references: tuple[Reference, ...] = ()
    body: str = ""

    @property
    def weight(self) -> int:
        """How much of the message it has."""
        return len(self.body)


def read_text_of(text: str, name: str | None) -> Text:
    """A text read for the catalogue; `name` is a witness of its id."""
    if not text.strip():
        return Text(EMPTY)
    found = read_searchable(text, name)
    if not is_telegram(found.heading):
        return Text(NO_TELEGRAM)
    return _of_cable(found)


def _of_cable(found: Searchable) -> Text:
    heading, header = found.heading, found.heading.header
    return Text(
        None,
        heading.id,
        header.date.strftime("%Y-%m-%dT%H:%MZ") if header.date else None,
        post_label(heading.id, header.origin),
        header.origin,
        header.from_,
        header.classification,
        header.subject,
        tuple(dict.fromkeys(header.tags)),
        " ".join((*header.to, *header.info)),
        " ".join(header.captions),
        heading.rendition,
        _references(header),
        found.text,
    )


def _references(header: Header) -> tuple[Reference, ...]:
    return tuple((item.id, item.label, item.text, "ref") for item in header.references)
