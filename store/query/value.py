"""The value of a field, as it was typed."""

from __future__ import annotations

from typing import NamedTuple

from .errors import QueryError
from .tree import Place


class Value(NamedTuple):
    """The value of a field: its text without quotation marks, and the characters of the query it stands at."""

    text: str
    start: int
    end: int
    prefix: bool = False
    near: int | None = None
    quoted: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.start, self.end

    def wrong(self, message: str, hint: str = "") -> QueryError:
        """An error that points at the value."""
        return QueryError(message, self.start, self.end, hint)
