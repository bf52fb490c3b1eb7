"""Changing the text of a query by one term: a value chosen in a panel, a span picked on the timeline. Pure.

Only what stands at the top of a query is touched, and only the terms it is about: what was typed stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...store.query import QueryError
from ...store.query.fields import by_name
from ...store.query.scan import Kind, Token, scan

_DATES = frozenset(("date", "after", "before", "until"))
_LISTED = frozenset(("date", "class"))
"""Fields whose values can be joined with commas."""
_ALONE = frozenset(("date", "class", "post"))
"""Fields of which a cable has one value: two of them are alternatives."""
_SPECIAL = frozenset('()",')


class Term(NamedTuple):
    """A field with its values, where it stands in a query; values that are more than names leave it empty."""

    start: int
    end: int
    negated: bool
    field: str
    values: tuple[str, ...]


def toggled(text: str, field: str, value: str, *, exclude: bool = False) -> str:
    """The query with a value of a field added, or taken out where it asks for it already.

    With `exclude` cables are not to have it. Asked for and left out, a value takes the place of itself.
    """
    known = _same(value)
    for term in _terms(text):
        if term.field == field and known in map(_same, term.values):
            text = _replaced(text, term, [kept for kept in term.values if _same(kept) != known])
            if term.negated == exclude:
                return text
            break
    if field in _ALONE and not exclude:
        for term in _terms(text):
            if term.field == field and term.values and not term.negated:
                return _replaced(text, term, [*term.values, value])
    return _joined(text, _written(field, [value], negated=exclude))


def chosen(text: str) -> dict[tuple[str, str], str]:
    """The values that a query asks for (`+`) and those it leaves out (`-`), by field and value in small letters."""
    return {(term.field, _same(value)): "-" if term.negated else "+" for term in _terms(text) for value in term.values}


def without(text: str, fields: Iterable[str]) -> str:
    """The query without its terms of some fields, those that leave something out aside."""
    gone = frozenset(fields)
    for term in reversed(list(_terms(text))):
        if term.field in gone and not term.negated:
            text = _replaced(text, term, ())
    return text


def without_dates(text: str) -> str:
    """The query for any date."""
    return without(text, _DATES)


def with_months(text: str, first: int, last: int) -> str:
    """The query for a span of months (counted from the year 0, both in it) and no other dates."""
    one, other = _month(first), _month(last)
    if first % 12 == 0 and last % 12 == 11:
        one, other = one[:4], other[:4]
    return _joined(without_dates(text), f"date:{one}" if one == other else f"date:{one}..{other}")


def _month(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _same(value: str) -> str:
    return value.casefold()


def _replaced(text: str, term: Term, values: Sequence[str]) -> str:
    before, after = text[: term.start].rstrip(), text[term.end :].lstrip()
    middle = _written(term.field, values, negated=term.negated) if values else ""
    return " ".join(part for part in (before, middle, after) if part)


def _joined(text: str, term: str) -> str:
    """Both the query and the term; alternatives in the query are held together."""
    text = text.strip()
    if text and any(depth == 0 and token.kind is Kind.OR for token, depth in _tokens(text)):
        text = f"({text})"
    return f"{text} {term}".strip()


def _written(field: str, values: Sequence[str], *, negated: bool) -> str:
    sign = "-" if negated else ""
    names = [f'"{value}"' if not value or _SPECIAL & set(value) or any(map(str.isspace, value)) else value
             for value in (value.replace('"', " ").strip() for value in values)]  # fmt: skip
    if len(names) == 1:
        return f"{sign}{field}:{names[0]}"
    return f"{sign}{field}:" + (",".join(names) if field in _LISTED else f"({' OR '.join(names)})")


def _tokens(text: str) -> list[tuple[Token, int]]:
    """The tokens of a query, each with how many parentheses it stands in; none where it cannot be read."""
    try:
        tokens = scan(text, unfinished=True)
    except QueryError:
        return []
    depth, found = 0, []
    for token in tokens:
        depth -= token.kind is Kind.CLOSE
        found.append((token, depth))
        depth += token.kind is Kind.OPEN
    return found


def _terms(text: str) -> Iterator[Term]:
    """The fields at the top of a query; none where alternatives stand there."""
    tokens = _tokens(text)
    if any(token.kind is Kind.OR and depth == 0 for token, depth in tokens):
        return
    for place, (token, depth) in enumerate(tokens):
        known = by_name().get(token.text.lower()) if token.kind is Kind.FIELD and depth == 0 else None
        if known is None:
            continue
        before = tokens[place - 1][0] if place else None
        negated = before is not None and before.kind is Kind.NOT and before.end == token.start
        start = before.start if negated and before is not None else token.start
        end, values = _values(tokens, place + 1, known.name)
        if end > token.end:
            yield Term(start, end, negated, known.name, values)


def _values(tokens: Sequence[tuple[Token, int]], place: int, field: str) -> tuple[int, tuple[str, ...]]:
    """Where the value of a field ends, and the names in it: one, several with commas, or alternatives."""
    token, depth = tokens[place]
    if token.kind is Kind.PHRASE:
        return token.end, (token.text,)
    if token.kind is Kind.WORD:
        return token.end, tuple(token.text.split(",")) if field in _LISTED else (token.text,)
    if token.kind is not Kind.OPEN:
        return token.start, ()
    inside: list[Token] = []
    for other, level in tokens[place + 1 :]:
        if other.kind is Kind.CLOSE and level == depth:
            names, joints = inside[::2], inside[1::2]
            plain = all(name.kind in (Kind.WORD, Kind.PHRASE) for name in names)
            simple = plain and all(joint.kind is Kind.OR for joint in joints)
            return other.end, tuple(name.text for name in names) if simple else ()
        inside.append(other)
    return token.start, ()
