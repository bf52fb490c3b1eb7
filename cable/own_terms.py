"""The user's own terms: found in any text as whole words, whoever wrote it. Pure; their file is read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .patterns import lazy
from .readings import Meaning

SOURCE = "your glossary"
_WORD = lazy(r"\w++")


class OwnTerms:
    """Terms with their meanings. One in capitals is found as it is written, any other whatever its case is."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        """Terms as they are to be shown, each with what it means."""
        self._meanings = dict(meanings)
        self._by_word: dict[str, list[str]] = {}
        for term in sorted(self._meanings, key=len, reverse=True):
            first = _WORD.search(term)
            if first:
                self._by_word.setdefault(first[0].casefold(), []).append(term)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._meanings)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where terms stand in a text, in order and without overlap, the longest that fits: start, end, term."""
        end = 0
        for word in _WORD.finditer(text) if self._by_word else ():
            for term in self._by_word.get(word[0].casefold(), ()):
                first = _WORD.search(term)
                start = word.start() - (first.start() if first else 0)
                if start >= end and _stands(text, start, term):
                    end = start + len(term)
                    yield start, end, term
                    break

    def meaning(self, term: str) -> Meaning | None:
        """What a term means, by the name that `find` gives; None for what is none."""
        text = self._meanings.get(term)
        return None if text is None else Meaning(term, text, SOURCE, False)


NONE = OwnTerms({})
"""Those of a user who has none."""


def _stands(text: str, start: int, term: str) -> bool:
    """Whether a term stands at a place, as whole words."""
    end = start + len(term)
    found = text[max(start, 0) : end]
    same = found == term if term.isupper() else found.casefold() == term.casefold()
    return same and start >= 0 and not text[end : end + 1].isalnum() and not text[max(start - 1, 0) : start].isalnum()
