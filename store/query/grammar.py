"""Reads the tokens of a query: words next to each other all count, `OR` parts alternatives, `-` takes away."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .errors import QueryError
from .fields import FIELDS, Field, by_name, near
from .scan import Kind, Token, scan
from .tree import Node, both, either, without
from .value import Value
from .values import node, words

_DEEPEST = 25
_MOST_PARTS = 500
_TAKEN_AWAY = re.compile(r"[-–][^\W_]")
_AS_TEXT = "To look for it as text, put it in quotation marks"
_TEXT_FIELDS = [name for field in FIELDS for name in (field.name, *field.aliases)]


class Grammar:
    """One reading of a query's tokens.

    `AND` (which may be left out) holds closer than `OR`, `-` closer than both. A field holds for the word, phrase or
    parenthesis that follows it. `saved` are the texts of saved searches by name.
    """

    def __init__(self, text: str, saved: Mapping[str, str], *, unfinished: bool, inside: tuple[str, ...] = ()) -> None:
        """`inside` are the saved searches that this text is part of."""
        self._tokens = scan(text, unfinished=unfinished)
        self._at = 0
        self._depth = 0
        self._parts = 0
        self._saved = saved
        self._inside = inside
        self._unfinished = unfinished
        self.hints: list[str] = []

    def read(self) -> Node | None:
        """The tree of the whole query; None where it asks for nothing. Raises QueryError."""
        found = self._alternatives(None)
        if self._next.kind is Kind.CLOSE:
            raise QueryError("nothing opens this parenthesis", self._next.start, self._next.end, "take it away")
        return found

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind is not Kind.END
        return token

    def _alternatives(self, field: Field | None) -> Node | None:
        parts = [self._together(field, first=True)]
        while self._next.kind is Kind.OR:
            self._take()
            parts.append(self._together(field, first=False))
        found = [part for part in parts if part is not None]
        return either(found) if found else None

    def _together(self, field: Field | None, *, first: bool) -> Node | None:
        """The parts that stand next to each other; there must be one on either side of an OR."""
        parts: list[Node] = []
        before = self._at
        while True:
            token = self._next
            if token.kind is Kind.AND:
                self._operator(token, started=self._at > before)
            elif token.kind in (Kind.OR, Kind.CLOSE, Kind.END):
                break
            else:
                part = self._part(field)
                if part is not None:
                    parts.append(part)
        if self._at == before and (not first or self._next.kind is Kind.OR) and not self._unfinished:
            at = self._tokens[before - 1] if not first else self._next
            raise QueryError("OR needs something on either side", at.start, at.end, "small letters for the word or")
        return both(parts) if parts else None

    def _operator(self, token: Token, *, started: bool) -> None:
        self._take()
        if (not started or self._next.kind in (Kind.OR, Kind.AND, Kind.CLOSE, Kind.END)) and not self._unfinished:
            hint = "it may be left out; small letters for the word and"
            raise QueryError("AND needs something on either side", token.start, token.end, hint)

    def _part(self, field: Field | None) -> Node | None:
        """One word, phrase, parenthesis or field, perhaps with `-` before it."""
        token = self._take()
        match token.kind:
            case Kind.NOT:
                return self._negation(token, field)
            case Kind.OPEN:
                return self._group(token, field)
            case Kind.FIELD:
                return self._field(token)
            case Kind.SAVED:
                return self._search(token.text, token.start, token.end)
            case _:
                return self._value(token, field)

    def _negation(self, token: Token, field: Field | None) -> Node | None:
        if self._next.kind in (Kind.END, Kind.CLOSE, Kind.OR, Kind.AND):
            if self._unfinished:
                return None
            raise QueryError(f"{token.text} needs something behind it", token.start, token.end, "such as -draft")
        self._deeper(token)
        part = self._part(field)
        self._depth -= 1
        return None if part is None else without(part)

    def _group(self, token: Token, field: Field | None) -> Node | None:
        self._deeper(token)
        found = self._alternatives(field)
        self._depth -= 1
        if self._next.kind is not Kind.CLOSE:
            if self._unfinished:
                return found
            raise QueryError("this parenthesis is never closed", token.start, token.end, "put ) behind the part")
        closing = self._take()
        if self._tokens[self._at - 2] is token and not self._unfinished:
            raise QueryError("there is nothing between the parentheses", token.start, closing.end)
        return found

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError("the query is nested too deep", token.start, token.end, f"at most {_DEEPEST} levels")

    def _field(self, token: Token) -> Node | None:
        """A field with its value."""
        field = by_name().get(token.text.lower())
        if field is None:
            raise self._no_field(token)
        value = self._next
        if value.kind is Kind.OPEN and field.values != "saved":
            return self._group(self._take(), field)
        if value.kind in (Kind.WORD, Kind.PHRASE):
            return self._value(self._take(), field)
        if self._unfinished and value.kind is Kind.END:
            return None
        raise QueryError(f"{token.text}: needs a value", token.start, token.end, f"such as {field.example}")

    def _no_field(self, token: Token) -> QueryError:
        alike = list(dict.fromkeys(by_name()[name].name for name in near(token.text, _TEXT_FIELDS)))
        meant = f"did you mean {' or '.join(f'{name}:' for name in alike)}? " if alike else ""
        hint = f"{meant}{_AS_TEXT}"
        return QueryError(f"there is no field {token.text}", token.start, token.end, hint)

    def _value(self, token: Token, field: Field | None) -> Node | None:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise QueryError("the query has too many parts", token.start, token.end, f"at most {_MOST_PARTS}")
        value = Value(token.text, token.start, token.end, token.prefix, token.near, token.kind is Kind.PHRASE)
        if field is None:
            if token.kind is Kind.WORD and token.text in ("or", "not") and self._at > 1:
                self.hints.append(f"{token.text} was looked for as a word; {token.text.upper()} in capitals joins")
            return words(value)
        if field.values == "saved":
            return self._search(token.text, token.start, token.end)
        if token.kind is Kind.WORD and _TAKEN_AWAY.match(token.text):  # subject:-draft
            return without(node(field, value._replace(text=token.text[1:], start=token.start + 1)))
        return node(field, value)

    def _search(self, name: str, start: int, end: int) -> Node | None:
        """The tree of a saved search."""
        found = next((known for known in self._saved if known.casefold() == name.casefold()), None)
        if found is None:
            alike = near(name, list(self._saved))
            hint = f"did you mean {' or '.join(f'@{known}' for known in alike)}?" if alike else ""
            raise QueryError(f"no search is saved as {name}", start, end, hint or _AS_TEXT)
        if found in self._inside:
            raise QueryError(f"the saved search {found} is part of itself", start, end, "save it anew without that")
        if len(self._inside) >= _DEEPEST:
            raise QueryError("saved searches are nested too deep", start, end)
        inner = Grammar(self._saved[found], self._saved, unfinished=False, inside=(*self._inside, found))
        try:
            return inner.read()
        except QueryError as error:
            raise QueryError(f"the saved search {found}: {error.message}", start, end, error.hint) from error
