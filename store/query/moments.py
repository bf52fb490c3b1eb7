"""Fields whose values are dates."""

from __future__ import annotations

import re

from .dates import FORMS, Stretch, stretch
from .fields import Field
from .tree import Between, Node
from .value import Value

_SIGN = re.compile(r"[<>]=?|=|")


def bound(field: Field, value: Value) -> Node:
    """`after:`, `before:` and `until:`: a day, month or year is meant from its beginning, for `until:` to its end."""
    found = _stretch(value.text, value)
    if field.values == "from-date":
        return Between(found.first, None, value.place)
    return Between(None, found.end if field.name == "until" else found.first, value.place)


def within(_: Field, value: Value) -> Node:
    """`date:` and its like: within a day, month or year, a stretch `2006..2008`, or with a sign `>=2006`."""
    if ".." in value.text:
        return _range(value.text, value)
    sign = _SIGN.match(value.text)
    written = sign[0] if sign else ""
    found = _stretch(value.text[len(written) :], value)
    match written:
        case ">":
            return Between(found.end, None, value.place)
        case ">=":
            return Between(found.first, None, value.place)
        case "<":
            return Between(None, found.first, value.place)
        case "<=":
            return Between(None, found.end, value.place)
        case _:
            return Between(found.first, found.end, value.place)


def _range(text: str, value: Value) -> Node:
    first, _, last = text.partition("..")
    if not first.strip() and not last.strip():
        raise value.wrong("this stretch has no dates", "such as date:2006..2007-06")
    start = _stretch(first, value).first if first.strip() else None
    end = _stretch(last, value).end if last.strip() else None
    if start and end and start >= end:
        raise value.wrong("this stretch ends before it begins", f"{last}..{first}")
    return Between(start, end, value.place)


def _stretch(text: str, value: Value) -> Stretch:
    found = stretch(text)
    if not found:
        raise value.wrong(f"{text.strip() or 'this'} is no date", FORMS)
    return found
