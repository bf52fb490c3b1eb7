"""Where the words of a query stand in a text: as offsets, so that whoever shows it decides how they look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from .tree import Words
from .words import words

_IN_TEXT = (None, "subject", "body")
_APART = r"[\W_]+"
_BEGIN, _END, _REST = r"(?<![^\W_])", r"(?![^\W_])", r"[^\W_]*"


class Mark(NamedTuple):
    """Characters of a text that a query asked for; `phrase` counts which of its words and phrases."""

    start: int
    end: int
    phrase: int


class Marker:
    """Finds words and phrases in texts as the full text finds them: capitals, accents and punctuation aside."""

    def __init__(self, phrases: Iterable[Words]) -> None:
        """Of the phrases those count that may stand in running text."""
        self._patterns = [
            (index, re.compile(pattern))
            for index, phrase in enumerate(phrase for phrase in phrases if phrase.column in _IN_TEXT)
            for pattern in _patterns(phrase)
        ]

    def marks(self, text: str) -> list[Mark]:
        """All marks in a text, in order, none over another."""
        plain = _plain(text)
        found = [
            Mark(hit.start(), hit.end(), index) for index, pattern in self._patterns for hit in pattern.finditer(plain)
        ]
        found.sort(key=lambda mark: (mark.start, -mark.end))
        apart: list[Mark] = []
        for mark in found:
            if not apart or mark.start >= apart[-1].end:
                apart.append(mark)
        return apart


def _patterns(phrase: Words) -> list[str]:
    wanted = [re.escape(word.text) for word in words(phrase.text)]
    rest = _REST if phrase.prefix else ""
    if phrase.near is not None:
        wanted[-1] += rest
        return [f"{_BEGIN}{word}{_END}" for word in wanted]
    return [f"{_BEGIN}{_APART.join(wanted)}{rest}{_END}"] if wanted else []


class _Letters(dict[int, str]):
    """Each letter without capital and accent; one for one, so that offsets stay."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        bare = unicodedata.normalize("NFD", letter.lower())[:1] if code > 0x7F else letter.lower()
        self[code] = bare
        return bare


_LETTERS = _Letters()


def _plain(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_LETTERS)
