"""What the tables say of a term, read for one cable: a code of its post's government, a reading of its region."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .model import Cable
from .patterns import lazy
from .vocabulary import Post, acronyms, post, tags
from .vocabulary.posts import by_compact
from .vocabulary.tables import Entry

_ID = lazy(r"\d{2}(\D+?)\d+")
_GOVERNMENT = lazy(r"GO([A-Z]{1,2})")
_LEVELS = {
    "U": "Unclassified",
    "C": "Confidential",
    "S": "Secret",
    "TS": "Top Secret",
    "R": "Restricted",
    "LOU": "Limited Official Use",
    "SBU": "Sensitive but unclassified",
    "FOUO": "For Official Use Only",
    "NF": "not releasable to foreign nationals",
    "NOFORN": "not releasable to foreign nationals",
    "N": "NODIS: no distribution beyond the addressee",
}


class Meaning(NamedTuple):
    """What a term means, who says so (`this cable, ¶1`, `TAGS table`, `acronyms table`), and whether it is a guess."""

    term: str
    text: str
    source: str
    uncertain: bool


def country_of(cable: Cable) -> str | None:
    """The country of the post that signs a cable, as its id, its heading or its page tells.

    Of a cable from Washington it is that of its one addressee.
    """
    found, header = _ID.fullmatch(cable.id or ""), cable.header
    names = [found[1]] if found else []
    names += [name.partition(" ")[2] for name in (header.from_, header.origin, *header.to[:1]) if name]
    for name in names:
        place = post(name) if name else None
        if place and place.kind != "department":
            return _country(place)
    return None


def _country(place: Post) -> str:
    """The country of a post, without the table's remark on dates and former names."""
    name, _, remark = place.country.partition(" (")
    return place.country if remark[:-1] in ("Kinshasa", "Brazzaville") else name


@cache
def _countries() -> frozenset[str]:
    return frozenset(_country(place) for place in by_compact().values())


def tag_meaning(code: str) -> Meaning | None:
    """What a TAGS code stands for."""
    entry = next(iter(tags(code)), None)
    return Meaning(entry.term, entry.meaning, "TAGS table", entry.uncertain) if entry else None


def marking_meaning(marking: str) -> Meaning | None:
    """What a portion mark such as `SBU` or `C//NF` says."""
    parts = [part for part in marking.upper().replace("-", "/").split("/") if part]
    words = [_LEVELS.get(part) or _release(part) for part in parts]
    if not words or not all(words) or parts[0] not in _LEVELS:
        return None
    return Meaning(marking, "; ".join(word for word in words if word), "portion mark", False)


def _release(part: str) -> str | None:
    return f"releasable to {part[4:].title()}" if part.startswith("REL ") else None


def table_meaning(term: str, country: str | None) -> Meaning | None:
    """The reading of an acronym that fits a country best."""
    readings = acronyms(term)
    government = _government(term.upper(), country)
    governs = not readings or readings[0].meaning.startswith("Government of")
    if government and governs and not any(_of(reading, country) for reading in readings):
        return Meaning(term.upper(), government, "acronyms table", not readings)
    if not readings:
        return None
    entry = min(readings, key=lambda reading: _fit(reading, country))
    elsewhere = not _of(entry, country) and entry.kind.removeprefix("region: ") in _countries()
    vague = entry.meaning.endswith(("(by post)", "(by context)"))
    return Meaning(entry.term, entry.meaning, "acronyms table", entry.uncertain or elsewhere or vague)


def _fit(entry: Entry, country: str | None) -> int:
    if _of(entry, country):
        return 0
    return 2 if entry.kind.startswith("region: ") else 1


def _of(entry: Entry, country: str | None) -> bool:
    return country is not None and entry.kind == f"region: {country}"


def _government(term: str, country: str | None) -> str | None:
    """`Government of Mexico` for GOM in a cable from there: the letters after GO are those of the country."""
    found = _GOVERNMENT.fullmatch(term)
    if not found or not country:
        return None
    words = [word for word in country.upper().replace("-", " ").split() if word not in ("THE", "OF", "AND")]
    initials = "".join(word[0] for word in words)
    name = country.upper().replace(" ", "")
    letters = found[1]
    fits = letters in (initials, name[:1], initials[:1]) or (
        len(letters) == 2 and name[:1] == letters[0] and letters[1] in name[1:] and len(words) < 2
    )
    return f"Government of {country}" if fits else None
