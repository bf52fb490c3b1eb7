"""The copies of a cable in the sources: where each is, and which of them is the best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_BEST_FIRST = (
    "archive page", "archive page text", "plusd page", "viewer page", "telegram", "nara print", "markdown",
    "foia print", "dump record", "dump row",
)  # fmt: skip
_PREFERENCE = {rendition: place for place, rendition in enumerate(_BEST_FIRST)}
_NEARLY_ALL = 0.95


class Copy(NamedTuple):
    """Where a text is: a row of `copy`."""

    source: int
    member: str | None
    start: int | None
    length: int | None
    name: str
    digest: bytes | None


class Rank(NamedTuple):
    """What the best copy is told by; `number` is the copy's, the path, member and start say where it is."""

    number: int
    weight: int
    rendition: str | None
    path: str
    member: str | None
    start: int | None


def ranked(ranks: Iterable[Rank]) -> list[int]:
    """The numbers of the copies of a cable, the best first.

    A copy with nearly all of the longest one's text is complete. Complete copies come first, those among them first
    that keep most of the telegram's form; the others follow by their length. Where that is a draw, the paths decide.
    """
    copies = list(ranks)
    longest = max(rank.weight for rank in copies)

    def key(rank: Rank) -> tuple[int, int, str, str, int]:
        missing = longest - rank.weight if rank.weight < longest * _NEARLY_ALL else 0
        form = _PREFERENCE.get(rank.rendition or "", len(_PREFERENCE))
        return missing, form, rank.path, rank.member or "", rank.start or 0

    return [rank.number for rank in sorted(copies, key=key)]
