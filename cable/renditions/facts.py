"""What stands around a telegram, told by its shape: ids, times, levels, origins, and labels with their values."""

from __future__ import annotations

import re
from itertools import pairwise

from ..patterns import lazy

_ID = lazy(r"(?:19|20)?\d\d[A-Z][A-Z0-9'.-]{2,30}?\d{1,7}(?:_[a-z])?")
_TIME = lazy(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?|\d{1,2}/\d{1,2}/\d{4}(?: \d{1,2}:\d\d(?::\d\d)?)?"
    r"|\d{4} [A-Z][a-z]{2,8} \d{1,2},? \d\d:\d\d(?: \([A-Z][a-z]{5,8}\))?"
    r"|[A-Z][a-z]{5,8}, \d{1,2} [A-Z][a-z]{2,8} \d{4},? \d\d:\d\d"
)
_LEVEL = lazy(
    r"(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)(?:// ?(?:FOR OFFICIAL USE ONLY|NOFORN))?", re.I
)
_ORIGIN = lazy(
    r"(?:Embassy|Consulate|Consulate General|Mission|Secretary of State|American (?:Consulate|Institute|Embassy)|"
    r"US |U\.S\. |USUN|USEU|UNVIE|UN |REO |DIR |Iran RPO|Department of|Washington)[^\n:]{0,60}"
)
_IDS = lazy(rf"{_ID.pattern}(?:[|,; ]{{1,2}}{_ID.pattern}){{0,80}}")
_ROW = lazy(
    r"(\S{4,60})[ \t]+(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)(?:[ \t]+(\d{4}-\d\d-\d\d \d\d:\d\d))?[ \t]+"
    r"([A-Z]{6,12}(?: OFFICIAL USE)?(?:// ?(?:FOR OFFICIAL USE ONLY|NOFORN))?)[ \t]+(\S[^\n]{2,60})"
)
_HELP = 6000
_DECORATION = " \t\r#*_>|"
# Labels of pages and the names under which their values are kept.
LABELS = {
    "identifier": "id",
    "reference id": "id",
    "refid": "id",
    "document number": "id",
    "canonical id": "id",
    "created": "created",
    "date": "created",
    "draft date": "drafted",
    "released": "released",
    "classification": "classification",
    "original classification": "classification",
    "origin": "origin",
    "cable title": "title",
    "title": "title",
    "subject": "title",
    "tags": "tags",
    "references": "references",
    "destination": "references",
}


def by_shape(lines: list[str]) -> dict[str, str]:
    """The facts in lines that hold one value each, told by their shapes; the first of a kind counts."""
    facts: dict[str, str] = {}
    for line in lines:
        kind = kind_of(line)
        if kind == "id" and "id" in facts:
            kind = "references"
        if kind == "created" and "created" in facts:
            kind = "released"
        if kind:
            facts.setdefault(kind, line)
    return facts


def in_row(table: str) -> dict[str, str]:
    """The facts of a page's table where they stand in one row: id, times, level, origin."""
    row = _ROW.search(table[:_HELP])
    if not row:
        return {}
    names = ("id", "created", "released", "classification", "origin")
    return {name: value.strip() for name, value in zip(names, row.groups(), strict=True) if value}


def kind_of(value: str) -> str | None:
    """What a value is by its shape: id, created, classification, origin, references, or None."""
    if _ID.fullmatch(value):
        return "id"
    if _TIME.fullmatch(value):
        return "created"
    if _LEVEL.fullmatch(value):
        return "classification"
    if _ORIGIN.fullmatch(value):
        return "origin"
    return "references" if _IDS.fullmatch(value) else None


def lines_of(text: str) -> list[str]:
    """The lines with text, without the blanks and the marks of headings and emphasis around them."""
    return [line for line in (line.strip(_DECORATION) for line in text.split("\n")) if line]


def labelled(lines: list[str]) -> dict[str, str]:
    """The facts in lines `label: value`."""
    facts: dict[str, str] = {}
    for line in lines:
        label, colon, value = line.partition(":")
        name, value = LABELS.get(label.strip().lower()), value.strip(_DECORATION)
        if colon and name and value:
            facts.setdefault(name, value)
    return facts


def next_to_labels(lines: list[str]) -> dict[str, str]:
    """The facts in lines of which one is a label with its colon and the next its value."""
    facts: dict[str, str] = {}
    for label, value in pairwise(lines):
        name = LABELS.get(label.removesuffix(":").lower()) if label.endswith(":") else None
        if name and not value.endswith(":"):
            facts.setdefault(name, value)
    return facts


def under_labels(lines: list[str]) -> dict[str, str]:
    """The facts in a block of labels, one a line, that is followed by their values in the same order."""
    names: list[str] = []
    first = next((index for index, line in enumerate(lines) if line.lower() in LABELS), len(lines))
    for line in lines[first:]:
        if line.lower() not in LABELS:
            break
        names.append(LABELS[line.lower()])
    values = lines[first + len(names) : first + 2 * len(names)]
    return dict(zip(names, values, strict=False))
