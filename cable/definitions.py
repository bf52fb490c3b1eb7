"""Acronyms that a cable explains itself: `Secretariat of Foreign Relations (SRE)`, `CIAM (Centro Integral de ...)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .patterns import lazy

_MOST_WORDS = 12
_WINDOW = 160
_ARTICLES = "a an and as at by de del des di do du e el et for from in la las le los of on or the to und with y"
_SMALL = frozenset(_ARTICLES.split())
_LEADING = frozenset(("of", "for", "in", "on", "to"))
_SHORT_FORM = lazy(
    r"\(\s*[\"“]?(?:the |or )?[\"“]?([A-Z][A-Za-z0-9&]{1,12}(?:[/-][A-Z][A-Za-z0-9]{0,12}){0,2})"
    r"[\"”]?\s*(?:[,;:][^()]{0,60})?\)"
)
_LONG_FORM = lazy(r"(?<![\w/-])([A-Z][A-Z0-9&]{1,10}(?:[/-][A-Z]+)?) \(([A-Z][^()\n]{6,120})\)")
_WORD = lazy(r"[^\W_](?:[\w'’.&]*[^\W_])?\.?")
_STOP = lazy(r"[()\[\];:!?]|[.,](?=\s)(?<!U\.S\.)(?<![A-Z]\.)|--")
_BODIES = """
    administration agency alliance army assembly association authority bank board bureau center centre chamber coalition
    command commission committee company confederation conference congress cooperative corporation council court
    department directorate division federation force forces foundation front fund institute institution league ministry
    mission movement network office organization organisation party police secretariat service services society tribunal
    union unit
"""
_INSTITUTIONS = frozenset(_BODIES.split())


class Definition(NamedTuple):
    """An acronym as printed, what it stands for, where it is printed, and whether initials prove it."""

    term: str
    meaning: str
    start: int
    proven: bool


def definitions(text: str) -> Iterator[Definition]:
    """What a text defines, in its order."""
    if "(" not in text:
        return
    loud = text.isupper()
    for found in _SHORT_FORM.finditer(text):
        term = found[1]
        if not _is_short_form(term):
            continue
        before = _words_before(text, found.start())
        start = _by_initials(term, before)
        proven = start is not None
        if start is None and not loud:
            start = _by_capitals(term, before)
        if start is not None:
            yield Definition(_short(term), _phrase(text, before[start][0], found.start()), found.start(1), proven)
    for found in _LONG_FORM.finditer(text):
        words = [(word.start(), word[0]) for word in _WORD.finditer(found[2])]
        if _by_initials(found[1], words) == 0:
            yield Definition(_short(found[1]), _phrase(found[2], 0, len(found[2])), found.start(1), True)


def _is_short_form(term: str) -> bool:
    return sum(map(str.isupper, term)) > 1 and len(term) <= 12


def _short(term: str) -> str:
    return term.removesuffix("s")


def _words_before(text: str, end: int) -> list[tuple[int, str]]:
    """The words of the phrase that ends at `end`, each with its offset."""
    low = max(0, end - _WINDOW)
    stops = [stop.end() for stop in _STOP.finditer(text, low, end)]
    first = stops[-1] if stops else low
    if first == low and low and text[low - 1].isalnum():
        first = text.find(" ", low, end) + 1 or end
    return [(word.start(), word[0]) for word in _WORD.finditer(text, first, end)][-_MOST_WORDS:]


def _by_initials(term: str, words: list[tuple[int, str]]) -> int | None:
    """The word at which a phrase begins whose words have the letters of `term` for initials.

    Small words may give a letter or none; few others may give none. Failing that, a word may give more than its
    initial, if the phrase plainly begins with it.
    """
    letters = [letter.casefold() for letter in _short(term) if letter.isalnum()]
    strict = _spelled(letters, words, 1)
    if strict is not None:
        return strict
    loose = _spelled(letters, words, 3)
    if loose is None or loose == len(words) - 1 or (loose and words[loose - 1][1][0].isupper()):
        return None
    return loose


def _spelled(letters: list[str], words: list[tuple[int, str]], most: int) -> int | None:
    """The word at which the letters are used up, going back from the last word, each giving at most so many."""
    index, idle = len(letters) - 1, 1 + len(letters) // 4
    for place in range(len(words) - 1, -1, -1):
        word = words[place][1].casefold()
        small = word in _SMALL
        taken = 0 if small and index == 0 else _taken(letters, index, word, most)
        index -= taken
        if index < 0:
            return place
        idle -= not taken and not small
        if idle < 0:
            break
    return None


def _taken(letters: list[str], index: int, word: str, most: int) -> int:
    """How many of the letters that end at `index` a word accounts for: its initial and, after it, letters inside."""
    for count in range(min(index + 1, most), 0, -1):
        first, *rest = letters[index - count + 1 : index + 1]
        place = 0 if word[0] == first else -1
        for letter in rest:
            place = word.find(letter, place + 1) if place >= 0 else -1
        if place >= 0:
            return count
    return 0


def _by_capitals(term: str, words: list[tuple[int, str]]) -> int | None:
    """The word at which a name begins that ends before the short form: perhaps an acronym of another tongue."""
    start = len(words)
    for place in range(len(words) - 1, -1, -1):
        word = words[place][1]
        before = words[place - 1][1].casefold() if place else ""
        if word[0].isupper() and not (word.isupper() and len(word) > 1):
            start = place
        elif word.casefold() not in _SMALL or (word == "the" and before not in _LEADING):
            break
    if len(term) < 3 or len(words) - start < 2 or term[0].islower():
        return None
    named = {word.rstrip(".").casefold().removesuffix("'s") for _, word in words[start:]}
    return start if named & _INSTITUTIONS else None


def _phrase(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split()).rstrip(' ,-"“”')
    return words.removeprefix("The ").removeprefix("the ").removesuffix("'s").removesuffix("’s")
