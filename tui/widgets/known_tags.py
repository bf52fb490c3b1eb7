"""Proposing tags that were used before, while one is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.suggester import Suggester

from ..suggest import completed


class KnownTags(Suggester):
    """Completes the last word of the line with a tag that was used before."""

    def __init__(self, known: Sequence[str]) -> None:
        """The tags to propose, the most used first."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word completed; None where no known tag begins so."""
        return completed(value, self._known)
