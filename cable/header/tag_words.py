"""What stands on a TAGS line without a comma: codes and phrases of the table, names of persons, runs of codes."""

from __future__ import annotations

from functools import cache, lru_cache

from ..patterns import lazy
from ..vocabulary.tables import entries, rows

_LONGEST_PHRASE = 4
_LONGEST_RUN = 400
_SHORTEST_NAME = 3
_LONGEST_GLUED = 40
_KEPT = 4096
_MISSPELT = lazy(r"Misspelling of ([A-Z]{2,12})")
_ALSO = lazy(r"\(also ([A-Z ]{4,40})\)")


def phrase_length(words: list[str], position: int) -> int:
    """How many words from `position` on are one entry of the table; 0 for none."""
    known, meant = known_tags(), _meant()
    for count in range(min(_LONGEST_PHRASE, len(words) - position), 0, -1):
        phrase = " ".join(words[position : position + count])
        if phrase in known or phrase in meant:
            return count
    return 0


def glued_phrase(words: list[str], position: int) -> tuple[int, tuple[str, ...]]:
    """How many words from `position` on are a phrase of the table with tags glued to it: `HUMAN RIGHTSPOLMIL`."""
    known = known_tags()
    for count in range(2, min(_LONGEST_PHRASE, len(words) - position) + 1):
        first, last = " ".join(words[position : position + count - 1]), words[position + count - 1]
        for cut in range(_SHORTEST_NAME, min(len(last), _LONGEST_GLUED) - 1):
            if f"{first} {last[:cut]}" in known:
                rest = last[cut:]
                pieces = codes_of(rest) or (rest[:3], rest[3:])
                pieces = pieces if known.issuperset(pieces) else (rest,)
                if known.issuperset(pieces):
                    return count, (f"{first} {last[:cut]}", *pieces)
    return 0, ()


def as_spelt(phrase: str, split: list[tuple[str, str]]) -> str:
    """A tag as the table spells it."""
    meant = _meant().get(phrase, phrase)
    if meant != phrase:
        split.append((phrase, meant))
    return meant


def person_length(words: list[str], position: int, sure: bool) -> int:
    """How many words from `position` on are surname, first name and initial of a person.

    Where no tag before them makes it `sure`, the second word must be a known first name.
    """
    known = known_tags()
    pair = words[position : position + 2]
    if len(pair) < 2 or any(word in known or not word.isalpha() for word in pair):
        return 0
    if not sure and (pair[1] not in _first_names() or len(pair[0]) < _SHORTEST_NAME or pair[0] in _first_names()):
        return 0
    initial = words[position + 2 : position + 3]
    return 3 if initial and len(initial[0].rstrip(".")) == 1 else 2


@lru_cache(_KEPT)
def codes_of(word: str) -> tuple[str, ...]:
    """The codes of a run such as `KFRDKIRFCVIS`: four letters each, two only at either end; () if it is none."""
    if not 6 <= len(word) <= _LONGEST_RUN or not word.isalpha():
        return ()
    for first in (0, 2):
        codes = _cut(word, first)
        if codes:
            return codes
    # An organization of three letters among the codes of four: `ETRDECONWTOCS`.
    for at in range(0, len(word) - 2, 4):
        above, below = _cut(word[:at], 0) if at else (), _cut(word[at + 3 :], 0)
        if word[at : at + 3] in known_tags() and (above or below) and (above or not at):
            rest = word[at + 3 :]
            if below or not rest or (len(rest) == 2 and rest in known_tags()):
                return (*above, word[at : at + 3], *(below or (rest,) if rest else ()))
    return ()


def _cut(word: str, first: int) -> tuple[str, ...]:
    """A word cut into known codes: `first` letters, then four each, and perhaps two at its end; () if that fails."""
    rest = word[first:]
    last = len(rest) % 4
    fours = [rest[at : at + 4] for at in range(0, len(rest) - last, 4)]
    codes = tuple(code for code in (word[:first], *fours, rest[len(rest) - last :]) if code)
    return codes if last in (0, 2) and fours and known_tags().issuperset(codes) else ()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row[0] for row in rows("first-names"))


@cache
def _meant() -> dict[str, str]:
    """What the table says that misspelt tags, and free words in another spelling, stand for."""
    meant: dict[str, str] = {}
    for code, readings in entries("tags", 2, 1).items():
        misspelt = _MISSPELT.fullmatch(readings[0].meaning)
        if misspelt and not readings[0].uncertain:
            meant[code] = misspelt[1]
        also = _ALSO.search(readings[0].meaning)
        if also and also[1].replace(" ", "") == code:
            meant[also[1]] = code
    return meant


@cache
def known_tags() -> frozenset[str]:
    """Every tag of the table that is one code or phrase and not itself a run of codes."""
    table = entries("tags", 2, 1)
    codes = (code for code, readings in table.items() if not readings[0].meaning.startswith("Run-together"))
    return frozenset(codes).difference(_meant())
