"""Captions: who may see a telegram. One a line under the message reference number, or on the line itself."""

from __future__ import annotations

from functools import lru_cache

from ..patterns import lazy
from ..vocabulary.near import within_one_edit

PATTERN = (
    "SIPDIS|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE(?! BUT)|NOFORN|NOCONTRACT|ORCON|TERREP|AIDAC|CHEROKEE|"
    "SPECAT(?: EXCLUSIVE)?|EYES ONLY|NO FOREIGN DISSEM|CONTROLLED DISSEM|"
    "MINIMIZE CONSIDERED|INFORM CONSULS|OFFICIAL[ -]INFORMAL|"
    "(?:ROGER|AGRE?MENT|DIRGEN|HR|MED|DS|DISSENT) CHANNEL|VISAS (?:VIPER|DONKEY|MANTIS|EAGLE|BEAR|HORSE|CONDOR)"
)
# Few captions stand on nearly all lines that have one.
_KEPT = 1024
_LONGEST_KEPT = 80
_CAPTION = lazy(rf"\b(?:{PATTERN})\b")
# Of these a letter may be wrong: shorter ones are too near to other words.
_LONG = ("SIPDIS", "SENSITIVE", "NOFORN", "LIMDIS", "STADIS", "NOCONTRACT", "CHEROKEE", "TERREP")
_SMALL = frozenset(("Sipdis", "Sensitive", "Noforn", "Limdis", "Exdis", "Nodis"))
_WORD = lazy(r"[A-Z]{5,12}|[A-Z][a-z]{4,8}|\b(?:[A-Z] ){4,9}[A-Z]\b|\bNO FORN\b")


def captions(value: str) -> list[str]:
    """The captions that stand in a piece of text, in order; of long ones one letter may be wrong, or all set apart."""
    return list(_found(value)) if len(value) < _LONGEST_KEPT else _CAPTION.findall(value)


def misspelt(value: str) -> list[tuple[int, str, str]]:
    """The words of a line of captions that are misspelt, where they begin and what they mean: `SENSITVE`, SENSITIVE."""
    found = [(word.start(), word[0], _meant(word[0])) for word in _WORD.finditer(value)]
    return [(at, word, meant) for at, word, meant in found if meant and meant != word.upper()]


@lru_cache(_KEPT)
def _found(value: str) -> tuple[str, ...]:
    return tuple(_CAPTION.findall(_WORD.sub(lambda word: _meant(word[0]) or word[0], value)))


def _meant(word: str) -> str | None:
    """The caption that a word is, or is one edit away from; None for another word."""
    if word in _SMALL:
        return word.upper()
    whole = word.replace(" ", "")
    return next((caption for caption in _LONG if within_one_edit(whole, caption)), None) if word.isupper() else None
