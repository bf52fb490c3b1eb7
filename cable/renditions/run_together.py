"""Transmission lines that a copy ran together on one line, with blanks between them or without: set apart again."""

from __future__ import annotations

from ..mapped import Mapped
from ..patterns import lazy

_HEAD = 4000
_LONGEST = 20_000
_GROUP = lazy(r"\d{6}Z {0,2}[A-Z]{3,4} {1,2}\d\d(?:\d\d)? {0,3}(?:Z[A-Z]{2}\d? {0,3})?$")
_LINE = lazy(
    r"(?:ZZ|OO|PP|RR) (?=R[A-Z]{4,7}\b)|DE (?=R[A-Z]{3,7} #?\d)|Z(?:NR|NY) (?=[A-Z]{5} )"
    r"|(?:[ZOPR] {1,3}){1,3}(?=\d{6}Z)"
    r"|(?:FM|INFO|XMT) (?=[A-Z])|(?<!USNA)TO (?=R[A-Z]{3,7}/|(?:AM|US|SEC)(?:STATE|DEF|EMBASSY|CONSUL|MISSION) |ALL )"
    r"|R[A-Z]{4,6}/(?=[A-Z0-9])|(?<!/)(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE|SECDEF) (?=[A-Z])"
    r"|(?:(?<=COLLECTIVE)|(?<=WASHDC)|(?<=WASHINGTON DC)|(?<=PRIORITY)|(?<=IMMEDIATE)|(?<= \d{4}))"
    r"(?= {0,3}(?!PRIORITY|IMMEDIATE|ROUTINE|FLASH|NIACT)[A-Z])"
    r"|(?<![A-Z])(?:UNCLAS|C O N F I D E N T I A L|S E C R E T|CONFIDENTIAL|SECRET)"
    r"(?= (?:SECTION|[A-Z][A-Z ]{2,30} \d{6}\b))"
)
_ADDRESS = ("AM", "US", "SE")
_LABELS = ("FM ", "TO ", "INFO ", "XMT ")


def set_apart(telegram: Mapped) -> Mapped:
    """The telegram with a line break before every line that its first lines were made of, if they are one line."""
    text = telegram.text
    sender = text.find("FM ", 0, _HEAD)
    if sender <= 0 or text[sender - 1] == "\n":
        return telegram
    start = text.rfind("\n", 0, sender) + 1
    if not _GROUP.search(text, start, sender):
        return telegram
    end = text.find("\n", sender)
    places = [0]
    stop = min(end if end >= 0 else len(text), sender + _LONGEST)
    for found in _LINE.finditer(text, start, stop):
        labelled = text[places[-1] : found.start()] in _LABELS or text[found.start() - 1] == "/"
        if found.start() > places[-1] and not (labelled and found[0].startswith((*_ADDRESS, "R"))):
            places.append(found.start())
    parts: list[Mapped] = []
    for first, last in zip(places, [*places[1:], len(text)], strict=True):
        if first:
            place = telegram.to_source(first)
            parts.append(Mapped("\n", (), place, place))
        parts.append(telegram.part(first, last))
    return Mapped.chain(parts)
