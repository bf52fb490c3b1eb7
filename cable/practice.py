"""What the marks of a header mean in practice: precedence, level, captions, declassification, reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .model import Cable
from .patterns import lazy
from .readings import Meaning
from .vocabulary.tables import Entry, entries

_LETTER = lazy(r"\(?([A-Ha-h])\)?\s*$")
_DECLASSIFY = lazy(r"(?<![\w/-])(?:OADR|N/A|X[1-8]|XGDS-[1-4]|GDS)(?![\w-])")
_SECTION = lazy(r"1\.[45]")


class Practice(NamedTuple):
    """A mark of the header as it is printed or listed, with its meaning; `field` names the field it stands in."""

    field: str
    meaning: Meaning


def practice(cable: Cable) -> list[Practice]:
    """The marks of a cable's header that a reader may ask about, in the order of its fields."""
    return list(_practice(cable))


def _practice(cable: Cable) -> Iterator[Practice]:
    header = cable.header
    if header.classification:
        yield from _said("classification", header.classification, _entry(header.classification, "level"))
    for letters in header.precedence:
        for letter in dict.fromkeys(letters):
            yield from _said("precedence", letter, _entry(letter, "precedence"))
    for caption in header.captions:
        yield from _said("captions", caption, _entry(caption, "caption"))
    for mark in dict.fromkeys(_DECLASSIFY.findall(header.executive_order or "")):
        yield from _said("order", mark, _entry(mark, "declassification"))
    for reason in header.reasons:
        found = _LETTER.search(reason)
        if found:
            section = _SECTION.search(reason)
            source = f"reason for classification, section {section[0]}" if section else "reason for classification"
            yield from _said("reasons", reason, _entry(found[1], "reason"), source)


def _entry(mark: str, kind: str) -> Entry | None:
    found = entries("practice", 1, 2).get(" ".join(mark.upper().split()), ())
    return next((entry for entry in found if entry.kind == kind), None)


def _said(field: str, mark: str, entry: Entry | None, source: str = "") -> Iterator[Practice]:
    if entry is not None:
        yield Practice(field, Meaning(mark, entry.meaning, source or field, entry.uncertain))
