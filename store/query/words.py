"""Words as the full text knows them, which is `unicode61 remove_diacritics 2`: capitals and accents aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Word(NamedTuple):
    """A word of a text, folded, with the characters it stands at."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of a text in order: `U.S.` is two, `e-mail` too, `08-199` too, `06MEXICO4964` one."""
    return (Word(fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(text))


def has_word(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    return _WORD.search(text) is not None


def fold(word: str) -> str:
    """A word without capitals and accents."""
    if word.isascii():
        return word.lower()
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter))
