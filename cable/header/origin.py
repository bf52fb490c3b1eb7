"""The Origin field of the archives, derived from the originator's address: `AMEMBASSY MEXICO` is `Embassy Mexico`."""

from __future__ import annotations

from functools import lru_cache

from ..vocabulary.posts import by_compact, compact, post

# The posts of a library.
_KEPT = 1024
_LONGEST_KEPT = 80
_KINDS = {
    "AMEMBASSY": "Embassy",
    "AMCONSUL": "Consulate",
    "AMCONGEN": "Consulate",
    "USINT": "US Interests Section",
    "USLO": "US Liaison Office",
    "USOFFICE": "US Office",
    "USDEL": "US Delegation",
    "REO": "REO",
}


def origin_of(plad: str | None, place: str | None) -> str | None:
    """The origin by the originator's address, else by the post of the message reference number; None without both."""
    short = len(plad or "") < _LONGEST_KEPT and len(place or "") < _LONGEST_KEPT
    return _origin(plad, place) if short else _origin.__wrapped__(plad, place)


@lru_cache(_KEPT)
def _origin(plad: str | None, place: str | None) -> str | None:
    kind, _, name = (plad or "").partition(" ")
    if name and kind in _KINDS and compact(plad or "") not in by_compact():
        return f"{_KINDS[kind]} {name.title()}"
    known = post(name if kind == "USMISSION" else plad or "") or post(place or "")
    if known:
        return known.title
    return plad or place


def place_of(plad: str | None) -> str | None:
    """The post in an originator's address: `MEXICO` of `AMEMBASSY MEXICO`."""
    kind, _, name = (plad or "").partition(" ")
    if name and (kind in _KINDS or kind == "USMISSION"):
        return name
    return plad
