"""The fields of a query: their names, what they are for, and what their values look like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

ValueKind = Literal[
    "words",
    "tag",
    "post",
    "country",
    "level",
    "id",
    "file",
    "link",
    "from-date",
    "to-date",
    "in-date",
    "is",
    "has",
    "own",
    "saved",
]


_ALIKE = 60.0
_FURTHER = 12.0


class Field(NamedTuple):
    """A field: its name, what its values are, other names it answers to, and what it finds."""

    name: str
    values: ValueKind
    aliases: tuple[str, ...]
    about: str
    example: str


FIELDS = (
    Field("tag", "tag", ("tags",), "TAGS code", "tag:PHUM"),
    Field("from", "words", ("sender", "fm"), "words of the sender", "from:mexico"),
    Field("to", "words", ("recipient", "recipients", "info", "addressee"), "words of the addressees", "to:caracas"),
    Field("post", "post", ("origin", "embassy"), "post as the list shows it", 'post:"San Jose"'),
    Field("country", "country", (), "posts in a country", "country:mexico"),
    Field("class", "level", ("classification", "level"), "classification: U SBU C S, >= and up", "class:secret"),
    Field("caption", "words", ("captions",), "handling caption", "caption:noforn"),
    Field("subject", "words", ("subj", "title"), "words of the subject", "subject:trafficking"),
    Field("text", "words", ("body",), "words below the header", "text:brokerage"),
    Field("id", "id", ("mrn", "cable"), "id, or its beginning with *", "id:06MEXICO4964"),
    Field("file", "file", ("name", "path", "source"), "part of the name of its file", "file:embassy-2006"),
    Field("after", "from-date", ("since", "begin"), "that day, month or year and later", "after:2006-03"),
    Field("before", "to-date", (), "earlier than that day, month or year", "before:2008"),
    Field("until", "to-date", ("through",), "to the end of that day, month or year", "until:2007"),
    Field("date", "in-date", ("on", "in", "year", "month", "day"), "that day, month or year", "date:2006..2007-06"),
    Field("ref", "link", ("refs", "cites", "reftel"), "cables that cite a cable", "ref:06MEXICO4964"),
    Field("citedby", "link", ("cited-by",), "cables that a cable cites", "citedby:06MEXICO4964"),
    Field("has", "has", (), "note, refs, tags, copies, date, subject", "has:note"),
    Field("is", "is", (), "unread, read, flagged, tagged, bookmarked, noted, cited, undated", "is:unread"),
    Field("note", "own", ("notes",), "words of your notes", "note:brokerage"),
    Field("notetag", "own", ("notetags",), "tag of your notes", "notetag:chapter3"),
    Field("mark", "own", ("marks",), "your own tag on the cable", "mark:tocheck"),
    Field("saved", "saved", (), "a saved search, also @NAME", "saved:tip"),
)  # fmt: skip


@cache
def by_name() -> dict[str, Field]:
    """Every field by its names in small letters."""
    return {name: field for field in FIELDS for name in (field.name, *field.aliases)}


def near(word: str, known: Sequence[str], most: int = 3) -> list[str]:
    """The known words that a mistyped one may stand for, nearest first; those that it begins come before."""
    from rapidfuzz import fuzz, process  # only where something is wrong

    low = word.lower()
    begun = sorted(name for name in known if low and name.lower().startswith(low))
    alike = process.extract(low, known, scorer=fuzz.ratio, processor=str.lower, score_cutoff=_ALIKE, limit=most)
    best = alike[0][1] if alike else 0
    return list(dict.fromkeys([*begun, *(name for name, score, _ in alike if score > best - _FURTHER)]))[:most]
