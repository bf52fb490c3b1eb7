"""What is wrong with a query, and where."""

from __future__ import annotations


class QueryError(Exception):
    """A query that cannot be read: `start` and `end` are the characters at fault, `hint` says what would be right.

    Message and hint are plain text made of what the user typed: show them as text, never as markup.
    """

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        """`end` is behind the last character; where something is missing both are where it should stand."""
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint

    def moved(self, by: int) -> QueryError:
        """The same error in a text in which the query begins `by` characters later."""
        return QueryError(self.message, self.start + by, self.end + by, self.hint)


class Interrupted(Exception):
    """A search was ended by `Search.interrupt` before it was done."""
