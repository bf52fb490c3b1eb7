"""What a query asks for, as a tree of small records. `place` is where in the query's text a record stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, IntEnum
from typing import Literal, TypeAlias

Place: TypeAlias = tuple[int, int]
Column = Literal["id", "sender", "recipients", "class", "tags", "subject", "body"]
"""A column of the full text."""


class Level(IntEnum):
    """Levels of classification, from open to closed; what is not classified by a known word has none."""

    UNCLASSIFIED = 1
    SBU = 2
    LOU = 3
    CONFIDENTIAL = 4
    SECRET = 5
    TOP_SECRET = 6


class Kept(Enum):
    """What only the user's own records tell of a cable."""

    NOTED = "noted"
    NOTE_WORDS = "note"
    NOTE_TAG = "notetag"
    READ = "read"
    FLAGGED = "flagged"
    BOOKMARKED = "bookmarked"
    MARKED = "marked"
    MARK = "mark"


class Trait(Enum):
    """What a cable can have or be by itself."""

    REFS = "refs"
    CITED = "cited"
    COPIES = "copies"
    TAGS = "tags"
    DATE = "date"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Words:
    """Words next to each other in the full text; in one column of it, or anywhere.

    With `prefix` the last word may go on. With `near` they stand in any order with at most so many words between them.
    """

    text: str
    column: Column | None = None
    prefix: bool = False
    near: int | None = None
    quoted: bool = False
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """A TAGS code in capitals; with `prefix` any code that begins with it."""

    code: str
    prefix: bool = False
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Posted:
    """The post as the list calls it, capitals aside; with `country` all posts of a country."""

    name: str
    country: bool = False
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Classified:
    """Levels of classification."""

    levels: frozenset[Level]
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Between:
    """Dates from `first` to before `end`, both UTC without a zone; None is open."""

    first: datetime | None = None
    end: datetime | None = None
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    """Cables by id: any of `ids`, or with `prefix` those whose ids begin with the only one."""

    ids: tuple[str, ...]
    prefix: bool = False
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Filed:
    """Cables with a copy in a file, or a member of an archive, whose name has a text in it, capitals aside."""

    text: str
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Linked:
    """Cables that cite one (`cites`), or that one cites (`cited`)."""

    id: str
    direction: Literal["cites", "cited"] = "cites"
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Own:
    """What the user's own records say: noted, read, flagged, tagged ..."""

    what: Kept
    value: str = ""
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Has:
    """A trait of the cable."""

    trait: Trait
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Everything:
    """Every cable."""

    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All but the part."""

    part: Node


Leaf: TypeAlias = Words | Tag | Posted | Classified | Between | Named | Filed | Linked | Own | Has | Everything
Node: TypeAlias = Leaf | And | Or | Not


def both(parts: list[Node]) -> Node:
    """All of some nodes as one, without needless layers."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    kept = [part for part in dict.fromkeys(flat) if not isinstance(part, Everything)]
    return And(tuple(kept)) if len(kept) > 1 else kept[0] if kept else Everything()


def either(parts: list[Node]) -> Node:
    """Any of some nodes as one, without needless layers."""
    flat = list(dict.fromkeys(inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))))
    return Or(tuple(flat)) if len(flat) > 1 else flat[0]


def without(part: Node) -> Node:
    """All but a node; twice is not at all."""
    return part.part if isinstance(part, Not) else Not(part)
