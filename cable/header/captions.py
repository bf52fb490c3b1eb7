"""Captions: who may see a telegram. One a line under the message reference number, or on the line itself."""

from __future__ import annotations

from functools import lru_cache

from ..patterns import lazy

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


def captions(value: str) -> list[str]:
    """The captions that stand in a piece of text, in order."""
    return list(_found(value)) if len(value) < _LONGEST_KEPT else _CAPTION.findall(value)


@lru_cache(_KEPT)
def _found(value: str) -> tuple[str, ...]:
    return tuple(_CAPTION.findall(value))
