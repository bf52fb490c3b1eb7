"""A note whose words were changed outside, as it comes back to a note that is here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from ..export.block import body_text
from ..export.escape import tag_name
from ..notes.model import Note, Past
from ..notes.records import HISTORY
from .arrival import Arrival


def edited(stored: Note, arrival: Arrival) -> Note | None:
    """The stored note with the words that arrive; None where they are its own words, or former ones.

    Words that were edited outside go on from the stored ones where those are the ones that were exported; else both
    stay.
    """
    words, now = arrival.note, datetime.now(UTC)
    former = arrival.rev != stored.rev and any(_same_text(past.body, words.body) for past in stored.history)
    if former or same_words(stored, words):
        return None
    tags = stored.tags if _same_tags(stored, words) else words.tags
    follows = stored.rev == arrival.rev if arrival.rev is not None else words.updated > stored.updated
    if not follows or stored.deleted_at:
        then, rev = min(words.updated, stored.updated), arrival.rev or 1
        return replace(stored, body=words.body, tags=tags, rev=rev, updated=then, deleted_at=None, history=())
    past = Past(stored.rev, stored.updated, stored.body, stored.tags)
    history = (*stored.history, past)[-HISTORY:]
    return replace(stored, body=words.body, tags=tags, rev=stored.rev + 1, updated=now, history=history)


def same_words(one: Note, other: Note) -> bool:
    """Whether notes say the same and have the same tags, as far as Markdown keeps them."""
    return _same_text(one.body, other.body) and _same_tags(one, other)


def _same_text(one: str, other: str) -> bool:
    return body_text(one).strip() == body_text(other).strip()


def _same_tags(one: Note, other: Note) -> bool:
    return {tag_name(tag) for tag in one.tags} == {tag_name(tag) for tag in other.tags}
