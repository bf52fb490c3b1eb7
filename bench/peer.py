"""A reader of telegrams as one writes it in an afternoon: a regular expression a field, each over the whole text.

It stands for the usual script and gives the bench of reading something to be measured against; nothing is tuned to be
slow, and nothing to be fast.
"""

from __future__ import annotations

import re

_LEVEL = r"(?:UNCLAS(?:SIFIED)?|C\s*O\s*N\s*F\s*I\s*D\s*E\s*N\s*T\s*I\s*A\s*L|S\s*E\s*C\s*R\s*E\s*T)"
_ANY = re.I | re.M | re.S
_FIELDS = {
    "precedence": r"^\s*((?:[ZOPR]{1,2}\s+)+)\d{6}Z\s+\w{3}\s+\d{2}",
    "date": r"(\d{6}Z\s+\w{3}\s+\d{2})",
    "from": r"^\s*FM\s+(.+?)\s*$",
    "to": rf"^\s*TO\s+(.+?)\s*^(?=\s*(?:INFO|BT|XMT|{_LEVEL}))",
    "info": rf"^\s*INFO\s+(.+?)\s*^(?=\s*(?:BT|XMT|{_LEVEL}))",
    "classification": rf"^\s*({_LEVEL}.*?)(?:\s+SECTION\s+\d+\s+OF\s+\d+)?\s+[\w ]+?\s+\d+\s*$",
    "id": rf"^\s*{_LEVEL}.*?\s([A-Z][A-Z ]+\s+0*\d+)\s*$",
    "captions": r"^\s*((?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS|LIMDIS|STADIS)(?:\s+(?:SIPDIS|SENSITIVE|NOFORN))*)\s*$",
    "executive_order": r"^\s*(E\.?\s*O\.?\s*\d{5}:?.*?)\s*^\s*TAGS",
    "tags": r"^\s*TAGS:?\s*(.*?)\s*^\s*SUBJ",
    "subject": r"^\s*SUBJ(?:ECT)?:?\s*(.*?)\s*(?:^\s*$|^\s*REF|^\s*CLASSIFIED\s+BY)",
    "references": r"^\s*REFS?(?:ERENCES?)?:\s*(.*?)\s*(?:^\s*$|^\s*CLASSIFIED\s+BY|^\s*\d+\.)",
    "classified_by": r"(CLASSIFIED\s+BY:?.*?REASONS?:?\s*(?:E\.?O\.?\s*\d+\s*)?1\.[45]\s*\(?.*?$)",
    "signer": r"^\s*([A-Z][A-Z' -]{2,})\s*(?:(?:BT|#\d+|NNNN)\s*)*\Z",
}
_FURNITURE = (
    r"\s*^\s*[A-Z][A-Z .'-]+\s+\d{5,8}\s+\d{1,3}(?:\.\d)?\s+OF\s+\d{1,3}\s*$\s*",
    rf"\s*^\s*(?:{_LEVEL}\s+)*PAGE\s+\d+\s+[A-Z .'-]+\s+\d{{4,6}}.*?$\s*",
    r"\s*^\s*SIPDIS\s*$\s*",
    rf"\s*^\s*{_LEVEL}\s+SECTION\s+\d+\s+OF\s+\d+\s+.*?$\s*",
    r"(?:\w+\s+\w\.\s+\w+\s+)?Declassified/Released\s+US\s+Department\s+of\s+State.*?\d{4}",
)
_HEADING = r"^\s*((?:[^\n]+\n){1,2}?)\s*[-=_]{3,}[ -]*$"
_PARAGRAPH = r"^\s*¶?(\d{1,3})\.\s*(?:\(([A-Z/ ]+)\))?\s*(.*?)(?=^\s*¶?\d{1,3}\.\s|\Z)"
_REFERENCE = r"(?:([A-Z])[.)]\s*)?((?:\d{2,4}\s+)?(?:[A-Z]+\s+)+\d+)"


def read(text: str) -> dict[str, object]:
    """All fields, references, headings and paragraphs of a telegram."""
    found: dict[str, object] = {}
    for name, pattern in _FIELDS.items():
        match = re.search(pattern, text, _ANY)
        found[name] = " ".join(match[1].split()) if match else None
    found["items"] = re.findall(_REFERENCE, str(found["references"]), _ANY)
    for pattern in _FURNITURE:
        text = re.sub(pattern, "\n", text, flags=_ANY)
    found["headings"] = [" ".join(heading.split()) for heading in re.findall(_HEADING, text, re.I | re.M)]
    found["paragraphs"] = [
        (number, mark, re.sub(r"\s*\n\s*", " ", words)) for number, mark, words in re.findall(_PARAGRAPH, text, _ANY)
    ]
    return found
