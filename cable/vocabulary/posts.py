"""Posts: their names as printed in message reference numbers and in ids, with aliases and six-letter forms."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from .near import within_one_edit
from .tables import rows

_DROPPED = str.maketrans("", "", " -'’.`")
_SHORTEST_PREFIX = 6
_LONGEST = 40
_KEPT = 8192
_SHORTEST_GARBLED = 6
_ORIGINS = {
    "STATE": "Secretary of State",
    "GENEVA": "US Mission Geneva",
    "HAVANA": "US Interests Section Havana",
    "AIT TAIPEI": "American Institute Taiwan, Taipei",
    "AIT KAOHSIUNG": "American Institute Taiwan, Kaohsiung",
    "UNVIE VIENNA": "UNVIE",
    "IRAN RPO DUBAI": "Iran RPO Dubai",
    "USDEL SECRETARY": "US Delegation, Secretary",
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


@lru_cache(_KEPT)
def post(name: str, shortest_garbled: int = _SHORTEST_GARBLED) -> Post | None:
    """The post of a printed or compact name: exact first, then aliases, then a cut or garbled name.

    A cut name of six letters or more (`SANTIA`, `VATICA`) or one with a single letter wrong (`BRASIIA`, of at least so
    many letters) counts only where one post alone comes into question.
    """
    key = compact(name)
    if key.startswith("SECSTATE"):
        key = "STATE"
    known = by_compact()
    found = known.get(key) or known.get(aliases().get(key, ""))
    return found or _only(_longer(key)) or _only(_near(key, shortest_garbled))


@cache
def _sorted() -> list[str]:
    return sorted(by_compact())


def _longer(key: str) -> list[Post]:
    """The posts whose names begin with a key."""
    if len(key) < _SHORTEST_PREFIX:
        return []
    names = _sorted()
    first = last = bisect_left(names, key)
    while last < len(names) and names[last].startswith(key):
        last += 1
    return [by_compact()[name] for name in names[first:last]]


@cache
def _shortened() -> dict[str, tuple[str, ...]]:
    """The names of posts by what they are without one of their letters, and by themselves."""
    names: dict[str, tuple[str, ...]] = {}
    for name in by_compact():
        for short in _without_a_letter(name):
            names[short] = (*names.get(short, ()), name)
    return names


def _without_a_letter(name: str) -> set[str]:
    """A name, and all that it is without one of its letters: names one edit apart share one of these."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _near(key: str, shortest: int) -> list[Post]:
    """The posts whose names are one edit apart from a key."""
    if not shortest <= len(key) <= _LONGEST:
        return []
    table = _shortened()
    names = {name for short in _without_a_letter(key) for name in table.get(short, ())}
    return [by_compact()[name] for name in sorted(names) if within_one_edit(key, name)]


def _only(found: list[Post]) -> Post | None:
    return found[0] if len(found) == 1 else None
