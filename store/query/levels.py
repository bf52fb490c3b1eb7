"""Levels of classification as a query names them."""

from __future__ import annotations

import re

from .tree import Level

NAMES = {
    Level.UNCLASSIFIED: "unclassified",
    Level.SBU: "sbu",
    Level.LOU: "lou",
    Level.CONFIDENTIAL: "confidential",
    Level.SECRET: "secret",
    Level.TOP_SECRET: "topsecret",
}
"""The name of each level as a value of `class:`."""

_WORDS = {name: level for level, name in NAMES.items()} | {
    "u": Level.UNCLASSIFIED,
    "unclas": Level.UNCLASSIFIED,
    "sensitive": Level.SBU,
    "sensitivebutunclassified": Level.SBU,
    "fouo": Level.SBU,
    "forofficialuseonly": Level.SBU,
    "limitedofficialuse": Level.LOU,
    "c": Level.CONFIDENTIAL,
    "conf": Level.CONFIDENTIAL,
    "s": Level.SECRET,
    "ts": Level.TOP_SECRET,
}
_VALUE = re.compile(r"(?P<sign>[<>]=?|=)?(?P<first>[a-z]*)(?:(?P<range>\.\.)(?P<last>[a-z]*))?")


def levels(text: str) -> frozenset[Level] | None:
    """The levels a value means: `secret`, `S`, `>=c`, `u..c`; None for what is no level."""
    found = _VALUE.fullmatch("".join(text.lower().split()).replace("-", ""))
    if not found:
        return None
    first, last = _WORDS.get(found["first"]), _WORDS.get(found["last"] or "")
    if found["range"]:
        if found["sign"] or (found["first"] and not first) or (found["last"] and not last) or not (first or last):
            return None
        return _from_to(first or Level.UNCLASSIFIED, last or Level.TOP_SECRET)
    if not first:
        return None
    match found["sign"]:
        case ">=":
            return _from_to(first, Level.TOP_SECRET)
        case ">":
            return _from_to(first, Level.TOP_SECRET) - {first}
        case "<=":
            return _from_to(Level.UNCLASSIFIED, first)
        case "<":
            return _from_to(Level.UNCLASSIFIED, first) - {first}
        case _:
            return frozenset({first})


def _from_to(first: Level, last: Level) -> frozenset[Level]:
    return frozenset(level for level in Level if first <= level <= last)
