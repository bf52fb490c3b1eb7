"""Captions: who may see a telegram. One a line under the message reference number, or on the line itself."""

from __future__ import annotations

from ..patterns import lazy

PATTERN = (
    "SIPDIS|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE(?! BUT)|NOFORN|NOCONTRACT|ORCON|TERREP|AIDAC|CHEROKEE|SPECAT|EYES ONLY|"
    "NO FOREIGN DISSEM|CONTROLLED DISSEM|MINIMIZE CONSIDERED|INFORM CONSULS|OFFICIAL[ -]INFORMAL|"
    "(?:ROGER|AGRE?MENT|DIRGEN|HR|MED|DS|DISSENT) CHANNEL|VISAS (?:VIPER|DONKEY|MANTIS|EAGLE|BEAR|HORSE|CONDOR)"
)
_CAPTION = lazy(rf"\b(?:{PATTERN})\b")


def captions(value: str) -> list[str]:
    """The captions that stand in a piece of text, in order."""
    return _CAPTION.findall(value)
