"""Completing a query while it is typed: names of fields, and the values that the catalogue has for them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from ...cable.vocabulary import tag as tag_of
from ...cable.vocabulary.posts import post
from ..catalogue import Catalogue
from ..catalogue.rowids import SLOTS
from ..words import counted
from .choices import known
from .conditions import all_posts, country_of
from .fields import FIELDS, Field, by_name
from .levels import NAMES
from .outside import Nothing, Outside
from .tree import Level
from .words import fold

MOST = 12
"""Completions at most."""

_QUOTES = '"“”„'
_TYPED = re.compile(
    rf"(?:^|[\s(])[-–]?(?:(?P<field>[A-Za-z-]{{1,24}}):(?:[^\s(),{_QUOTES}]*,)*"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)|(?P<plain>[^\s(){_QUOTES}]*))|(?P<at>@)?(?P<word>[^\s():{_QUOTES}]*))$"
)
_CAPTIONS = ("NOFORN", "SIPDIS", "SENSITIVE", "NODIS", "EXDIS", "LIMDIS", "STADIS", "ORCON", "EFTO")
_LEVELS = {
    Level.UNCLASSIFIED: "U",
    Level.SBU: "SBU, FOUO: sensitive but unclassified",
    Level.LOU: "limited official use",
    Level.CONFIDENTIAL: "C",
    Level.SECRET: "S",
    Level.TOP_SECRET: "TS",
}
_EPOCH = datetime(1966, 1, 1)
_EACH_TAG = """
    WITH RECURSIVE each (tag) AS (
        SELECT min(tag) FROM tag
        UNION ALL
        SELECT (SELECT min(tag.tag) FROM tag WHERE tag.tag > each.tag) FROM each WHERE each.tag IS NOT NULL
    )
    SELECT tag FROM each WHERE tag IS NOT NULL
"""

Values = Iterable[tuple[str, str]]
"""Values with what each is."""


class Completion(NamedTuple):
    """Put `text` in place of the characters `start` to `end` of the query; `what` says what it is."""

    start: int
    end: int
    text: str
    what: str


def complete(
    text: str,
    cursor: int,
    catalogue: Catalogue,
    outside: Outside | None = None,
    saved: Mapping[str, str] | None = None,
) -> list[Completion]:
    """What may stand where the cursor is, the likeliest first; nothing within a phrase or where nothing fits."""
    typed = _TYPED.search(text, 0, cursor) if 0 <= cursor <= len(text) else None
    if typed is None or sum(map(text[: typed.start()].count, _QUOTES)) % 2:
        return []
    name, word = typed["field"], typed["word"]
    if name is None:
        if typed["at"]:
            return _fitting(word, (saved or {}).items(), cursor - len(word), cursor)
        return _fields(word, cursor)
    field = by_name().get(name.lower())
    if field is None:
        return []
    value = typed["plain"] if typed["quoted"] is None else typed["quoted"]
    begin = cursor - len(value) - (typed["quoted"] is not None)
    found = _values(field, value.strip(), catalogue.connection(), outside or Nothing(), saved or {})
    return _fitting(value.strip(), found, begin, cursor)


def _fields(word: str, cursor: int) -> list[Completion]:
    if not word:
        return []
    found = [(f"{field.name}:", f"{field.about}: {field.example}") for field in FIELDS]
    return _fitting(word, found, cursor - len(word), cursor, by_what=False)


def _fitting(word: str, values: Values, start: int, end: int, *, by_what: bool = True) -> list[Completion]:
    """The values that begin with a word; then those with a word that does, in the value or in what it is."""
    begun, later = [], []
    low = fold(word)
    for value, what in values:
        plain = fold(value)
        if plain == low:
            continue
        found = Completion(start, end, _quoted(value), what)
        if plain.startswith(low):
            begun.append(found)
        elif by_what and any(part.startswith(low) for part in f"{plain} {fold(what)}".split()):
            later.append(found)
    return [*begun, *later][:MOST]


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s()]", value) else value


def _values(
    field: Field, value: str, connection: sqlite3.Connection, outside: Outside, saved: Mapping[str, str]
) -> Values:
    readers: dict[str, Callable[[], Values]] = {
        "tag": lambda: _tags(connection),
        "from": lambda: _posts(connection),
        "to": lambda: _posts(connection),
        "post": lambda: _posts(connection),
        "country": lambda: _countries(connection),
        "class": lambda: [(NAMES[level], what) for level, what in _LEVELS.items()],
        "caption": lambda: [(caption, "") for caption in _CAPTIONS],
        "notetag": lambda: [(tag, counted(count, "note")) for tag, count in outside.note_tags().items()],
        "mark": lambda: [(tag, counted(count, "cable")) for tag, count in outside.cable_tags().items()],
        "saved": lambda: saved.items(),
    }
    if field.name in readers:
        return readers[field.name]()
    if field.values in ("from-date", "to-date", "in-date"):
        return _dates(value, connection)
    if field.values in ("id", "link"):
        return _ids(value, connection)
    return [(name, "") for name in known(field)]


def _tags(connection: sqlite3.Connection) -> Values:
    for (code,) in connection.execute(_EACH_TAG):
        meaning = tag_of(code)
        yield code, meaning.meaning if meaning else ""


def _posts(connection: sqlite3.Connection) -> Values:
    for name in all_posts(connection):
        place = post(name)
        yield name, country_of(place) if place else ""


def _countries(connection: sqlite3.Connection) -> Values:
    places = [place for name in all_posts(connection) if (place := post(name))]
    counts: dict[str, list[str]] = {}
    for place in places:
        counts.setdefault(country_of(place), []).append(place.name.title())
    return sorted((country, ", ".join(names)) for country, names in counts.items())


def _dates(value: str, connection: sqlite3.Connection) -> Values:
    """The years of the catalogue, the last first; or the months of the year that was typed."""
    ends = [
        connection.execute(f"SELECT rowid FROM cable WHERE rowid >= 0 ORDER BY rowid {way} LIMIT 1").fetchone()
        for way in ("ASC", "DESC")
    ]
    if None in ends:
        return
    start, end = (_EPOCH + timedelta(minutes=rowid // SLOTS) for (rowid,) in ends)
    if not re.match(r"\d{4}-", value):
        for year in range(end.year, start.year - 1, -1):
            yield str(year), ""
        return
    year = int(value[:4])
    for month in range(1, 13):
        if (start.year, start.month) <= (year, month) <= (end.year, end.month):
            yield f"{year}-{month:02}", datetime(year, month, 1).strftime("%B")


def _ids(value: str, connection: sqlite3.Connection) -> Values:
    beginning = "".join(value.split()).upper()
    if len(beginning) < 2:
        return []
    query = "SELECT id, subject FROM cable WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    rows = connection.execute(query, (beginning, beginning + "\U0010ffff", MOST))
    return [(identifier, " ".join((subject or "").split())) for identifier, subject in rows]
