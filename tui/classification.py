"""Classifications for a narrow column; the table is the store's, which ranks its catalogue by it."""

from ..store.classification import Short, short

__all__ = ["Short", "short"]
