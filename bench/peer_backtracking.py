"""A reader of telegrams in one pattern, as many are written: optional groups within each other, lazy dots over lines.

All fields are read, each by leave of those around it; what is missing lets the engine try everything else first. It is
what a careful reader is measured against, and stands for what is found in scripts; nothing in it is there to be slow.
"""

from __future__ import annotations

import re

_LEVEL = (
    r"(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|C\s*O\s*N\s*F\s*I\s*D\s*E\s*N\s*T\s*I\s*A\s*L|S\s*E\s*C\s*R\s*E\s*T)"
)
_TELEGRAM = re.compile(
    rf"""
    (?:.*?^\s*(?P<precedence>(?:[ZOPR]{{1,2}}\s+)+)?(?P<date>\d{{6}}Z\s+\w{{3}}\s+\d{{2}}))?
    (?:.*?^\s*FM\s+(?P<sender>.+?)\s*$)?
    (?:.*?^\s*TO\s+(?P<to>.+?)\s*(?=^\s*INFO|^\s*BT|^\s*{_LEVEL}))?
    (?:.*?^\s*INFO\s+(?P<info>.+?)\s*(?=^\s*BT|^\s*{_LEVEL}))?
    .*?^\s*(?P<classification>{_LEVEL}.*?)(?:\s+SECTION\s+(?P<section>\d+)\s+OF\s+(?P<sections>\d+))?
    \s+(?P<id>[A-Z][A-Z ]+?\s+0*\d+)\s*$
    (?:.*?^\s*(?P<captions>(?:(?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS|LIMDIS)\s+)+))?
    (?:.*?^\s*(?P<order>E\.?\s*O\.?\s*\d{{5}}.*?)\s*(?=^\s*TAGS))?
    (?:.*?^\s*TAGS:?\s*(?P<tags>.*?)\s*(?=^\s*SUBJ))?
    (?:.*?^\s*SUBJ(?:ECT)?:?\s*(?P<subject>.*?)\s*(?=^\s*$|^\s*REF|^\s*CLASSIFIED\s+BY))?
    (?:.*?^\s*REFS?(?:ERENCES?)?:\s*(?P<references>.*?)\s*(?=^\s*$|^\s*CLASSIFIED\s+BY|^\s*\d+\.))?
    (?:.*?(?P<authority>CLASSIFIED\s+BY:?.*?REASONS?:?\s*(?:E\.?O\.?\s*\d+\s*)?1\.[45]\s*\(?.*?)$)?
    \s*(?P<body>.*?)
    (?:^\s*(?P<signer>[A-Z][A-Z' -]+)\s*(?:(?:BT|\#\d+|NNNN)\s*)*)?\Z
    """,
    re.I | re.M | re.S | re.X,
)
_PARAGRAPH = re.compile(r"^\s*¶?(\d{1,3})\.\s*(?:\(([A-Z/ ]+)\))?\s*(.*?)(?=^\s*¶?\d{1,3}\.\s|\Z)", re.I | re.M | re.S)
_HEADING = re.compile(r"^\s*((?:[^\n]+\n){1,2}?)\s*[-=_]{3,}[ -]*$", re.M)
_ITEM = re.compile(r"(?:([A-Z])[.)]\s*)?((?:\d{2,4}\s+)?(?:[A-Z]+\s+)+\d+)", re.I)


def read(text: str) -> dict[str, object]:
    """All fields, references, headings and paragraphs of a telegram; none where the pattern does not match."""
    found = _TELEGRAM.match(text)
    if not found:
        return {}
    fields: dict[str, object] = {
        name: " ".join(value.split()) if value else None for name, value in found.groupdict().items()
    }
    body = str(found["body"])
    fields["items"] = _ITEM.findall(str(fields["references"] or ""))
    fields["headings"] = [" ".join(heading.split()) for heading in _HEADING.findall(body)]
    fields["paragraphs"] = [
        (number, mark, re.sub(r"\s*\n\s*", " ", words)) for number, mark, words in _PARAGRAPH.findall(body)
    ]
    return fields
