"""The record by which a note remembers its block, and its form as JSON data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

Data = Mapping[str, object]

State = Literal["exact", "changed", "moved", "ambiguous", "orphan", "confirmed"]
"""How an anchor stands in a text: `exact` the same letters, `changed` some letters altered, `moved` found out of its
order, `ambiguous` more than one place and none certain, `orphan` no place, `confirmed` attached by hand."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Words inside a block: `exact` is `block.text[start:end]`."""

    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """The k-th of n blocks of a cable that say the same."""

    k: int = 1
    n: int = 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """A block described in several independent ways; for a note on a whole cable `ordinal` and `address` are None.

    `label` is the number printed last before the block, `index` how many blocks came since (0: the block prints the
    number itself: `own_number`), `occurrence` which time the number is printed. `ordinal` counts blocks from 0, `of` is
    how many there are. `kind` is para, cont, list, head, table, closing, summary, comment or, for a whole cable, cable.
    `ambiguous`: the cable says the same, or nearly the same, elsewhere. `prefix` and `suffix` are skeletons of the
    text around. `snapshot` is `sha256:` and the digest of the `body_text` that the note was made on. `placed` is
    written by whoever places the note in another text; the rest of the record never changes.
    """

    cable: str | None
    snapshot: str | None = None
    address: str | None = None
    label: str | None = None
    index: int = 0
    occurrence: int = 1
    own_number: bool = False
    ordinal: int | None = None
    of: int = 0
    kind: str = "cable"
    heading: str | None = None
    section: str | None = None
    quote: str = ""
    selection: Selection | None = None
    skel_len: int = 0
    digest: str = ""
    prefix: str = ""
    suffix: str = ""
    copy: Copy = Copy()
    ambiguous: bool = False
    placed: Data | None = None
    v: int = 1

    def as_dict(self) -> dict[str, object]:
        """The record as JSON data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Data) -> Anchor:
        """The record in JSON data; unknown keys are passed over. Raises ValueError where a value is of a wrong type."""
        selection, copy, placed = data.get("selection"), data.get("copy"), data.get("placed")
        copies = _mapping(copy, "copy") if copy is not None else {}
        return cls(
            cable=_maybe_text(data, "cable"),
            snapshot=_maybe_text(data, "snapshot"),
            address=_maybe_text(data, "address"),
            label=_maybe_text(data, "label"),
            index=_count(data, "index", 0),
            occurrence=_count(data, "occurrence", 1),
            own_number=_flag(data, "own_number"),
            ordinal=_count(data, "ordinal", 0) if data.get("ordinal") is not None else None,
            of=_count(data, "of", 0),
            kind=_maybe_text(data, "kind") or "cable",
            heading=_maybe_text(data, "heading"),
            section=_maybe_text(data, "section"),
            quote=_maybe_text(data, "quote") or "",
            selection=_selection(_mapping(selection, "selection")) if selection is not None else None,
            skel_len=_count(data, "skel_len", 0),
            digest=_maybe_text(data, "digest") or "",
            prefix=_maybe_text(data, "prefix") or "",
            suffix=_maybe_text(data, "suffix") or "",
            copy=Copy(_count(copies, "k", 1), _count(copies, "n", 1)),
            ambiguous=_flag(data, "ambiguous"),
            placed=dict(_mapping(placed, "placed")) if placed is not None else None,
            v=_count(data, "v", 1),
        )


def _selection(data: Data) -> Selection:
    return Selection(_maybe_text(data, "exact") or "", _count(data, "start", 0), _count(data, "end", 0))


def _mapping(value: object, name: str) -> Data:
    if not isinstance(value, Mapping):
        raise ValueError(f"{name} of an anchor is no record")
    return value


def _maybe_text(data: Data, name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} of an anchor is no text")
    return value


def _count(data: Data, name: str, default: int) -> int:
    value = data.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{name} of an anchor is no number")
    return value


def _flag(data: Data, name: str) -> bool:
    value = data.get(name, False)
    if not isinstance(value, bool):
        raise ValueError(f"{name} of an anchor is neither true nor false")
    return value
