"""Classifications in one to four letters, for a column of a list; the letters carry the meaning, colour only helps."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Short(NamedTuple):
    """A classification for a narrow column: letters, the level for its colour ("" if unknown), the rank for sorting."""

    letters: str
    level: str
    rank: int


_UNKNOWN = Short("", "", 0)
_WORDS = (
    ("TOP SECRET", Short("TS", "secret", 6)),
    ("SECRET", Short("S", "secret", 5)),
    ("CONFIDENTIAL", Short("C", "confidential", 4)),
    ("LIMITED OFFICIAL USE", Short("LOU", "restricted", 3)),
    ("SENSITIVE", Short("SBU", "restricted", 2)),
    ("FOR OFFICIAL USE ONLY", Short("FOUO", "restricted", 2)),
    ("SBU", Short("SBU", "restricted", 2)),
    ("FOUO", Short("FOUO", "restricted", 2)),
    ("UNCLAS", Short("U", "unclassified", 1)),
)
_LETTERS = {value.letters: value for _, value in _WORDS} | {"U": _WORDS[-1][1]}


@lru_cache(256)
def short(classification: str | None) -> Short:
    """The short form of a classification as printed ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "S E C R E T", "S//NF")."""
    text = "".join((classification or "").upper().split())
    for words, value in _WORDS:
        if words.replace(" ", "") in text:
            return value
    return _LETTERS.get(text.partition("/")[0], _UNKNOWN)
