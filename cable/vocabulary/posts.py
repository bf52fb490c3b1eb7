"""Posts: their names as printed in message reference numbers and in ids, with aliases and six-letter forms."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from ..patterns import lazy
from .near import Neighbours
from .tables import rows

_DROPPED = str.maketrans("", "", " -'’.`")
_SHORTEST_PREFIX = 6
_LONGEST = 40
_SHORTEST_BLOTTED = 4
_CUT_TO = 6
# Departments are named with and without their city: SECSTATE WASHDC, SECDEF WASHINGTON DC.
_WASHINGTON = (("SECSTATE", "STATE"), ("SECDEFWASH", "SECDEF"))
_KEPT = 8192
_SHORTEST_GARBLED = 6
_ORIGINS = {
    "STATE": "Secretary of State",
    "GENEVA": "US Mission Geneva",
    "HAVANA": "US Interests Section Havana",
    "AIT TAIPEI": "American Institute Taiwan, Taipei",
    "AIT KAOHSIUNG": "American Institute Taiwan, Kaohsiung",
    "UNVIE VIENNA": "UNVIE",
    "IAEA VIENNA": "Mission IAEA",
    "IRAN RPO DUBAI": "Iran RPO Dubai",
    "MBFR VIENNA": "US Delegation MBFR",
    "MTN GENEVA": "US Delegation MTN",
    "SALT TWO GENEVA": "US Delegation SALT",
    "USDEL SECRETARY": "US Delegation, Secretary",
    "UNESCO PARIS FR": "Mission UNESCO",
    "BASRAH": "REO Basrah",
    "HILLAH": "REO Hillah",
    "KIRKUK": "REO Kirkuk",
    "MOSUL": "REO Mosul",
}


class Post(NamedTuple):
    """A post or a Washington originator; `name` is as in message reference numbers, `kind` embassy, consulate, mission
    or department.
    """

    name: str
    kind: str
    city: str
    country: str

    @property
    def compact(self) -> str:
        """The name as it stands in ids: `RIODEJANEIRO`."""
        return compact(self.name)

    @property
    def title(self) -> str:
        """The name as the archive's Origin field writes it: `Embassy Mexico`, `Secretary of State`, `USUN New York`."""
        if self.name in _ORIGINS:
            return _ORIGINS[self.name]
        if self.kind in ("embassy", "consulate"):
            return f"{self.kind.title()} {self.name.title()}"
        head, _, rest = self.name.partition(" ")
        if rest:
            head = head if head.startswith(("US", "UN", "AIT", "REO", "RPO", "CDC")) else head.title()
            return f"{head} {rest.title()}"
        if self.kind == "department":
            return head
        return f"Mission {head if head.startswith(('US', 'UN')) else head.title()}"


@lru_cache(_KEPT)
def compact(name: str) -> str:
    """A post's name as ids write it: capitals without spaces, hyphens, apostrophes and full stops."""
    return name.translate(_DROPPED).upper()


@cache
def by_compact() -> dict[str, Post]:
    """Every post by its compact name."""
    return {post.compact: post for post in (Post(*row[:4]) for row in rows("posts"))}


@cache
def aliases() -> dict[str, str]:
    """Compact alias to the compact name it stands for."""
    return {compact(alias): compact(name) for alias, name in (row[:2] for row in rows("post-aliases"))}


@cache
def cut_names() -> dict[str, str]:
    """What is left of a name of several words that the archives cut to six characters, and the compact name it is of.

    The space counts: `HONG KONG` is `HONGK`, `SAN JOSE` is `SANJO`. What is left of two names tells none of them.
    """
    cut: dict[str, list[str]] = {}
    for known in by_compact().values():
        if " " in known.name[:_CUT_TO]:
            cut.setdefault(compact(known.name[:_CUT_TO]), []).append(known.compact)
    return {left: names[0] for left, names in cut.items() if len(names) == 1}


@lru_cache(_KEPT)
def post(name: str, shortest_garbled: int = _SHORTEST_GARBLED) -> Post | None:
    """The post of a printed or compact name: exact first, then aliases, then a cut or garbled name.

    A cut name of six letters or more (`SANTIA`, `VATICA`) or one with a single letter wrong (`BRASIIA`, of at least so
    many letters) counts only where one post alone comes into question.
    """
    key = compact(name)
    key = next((name for start, name in _WASHINGTON if key.startswith(start)), key)
    known = by_compact()
    found = known.get(key) or known.get(aliases().get(key, ""))
    return found or _only(_longer(key)) or _only(_near(key, shortest_garbled)) or _only(_blotted(key))


@cache
def _sorted() -> list[str]:
    return sorted({**by_compact(), **aliases()})


def _longer(key: str) -> list[Post]:
    """The posts that have a name or another spelling of it that begins with a key."""
    if len(key) < _SHORTEST_PREFIX:
        return []
    names = _sorted()
    first = last = bisect_left(names, key)
    while last < len(names) and names[last].startswith(key):
        last += 1
    known = by_compact()
    return list({known[name if name in known else aliases()[name]] for name in names[first:last]})


@cache
def _neighbours() -> Neighbours:
    return Neighbours(by_compact())


def _near(key: str, shortest: int) -> list[Post]:
    """The posts whose names are one edit apart from a key."""
    if not shortest <= len(key) <= _LONGEST:
        return []
    return [by_compact()[name] for name in _neighbours().of(key)]


def _blotted(key: str) -> list[Post]:
    """The posts whose names a key is with a Q for one letter to three, as transmission garbled them: `QXICO`.

    An embassy comes before posts of other kinds: it sends many times what they do.
    """
    if "Q" not in key or not _SHORTEST_BLOTTED <= len(key) <= _LONGEST or not key.isalpha():
        return []
    name = lazy(key.replace("Q", "[A-Z]{1,3}"))
    found = [place for compact, place in by_compact().items() if name.fullmatch(compact)]
    return [place for place in found if place.kind == "embassy"] or found


def _only(found: list[Post]) -> Post | None:
    return found[0] if len(found) == 1 else None
