"""A reader of telegrams as one writes it in an afternoon: a regular expression a field, each over the whole text.

It stands for the usual script and gives the bench of reading something to be measured against; nothing is tuned to be
slow, and nothing to be fast.
"""

from __future__ import annotations

import re

_FIELDS = {
    "precedence": r"(?s).*?\b((?:[ZOPR] )+)\d{6}Z [A-Z]{3} \d{2}",
    "date": r"(?s).*?(\d{6}Z [A-Z]{3} \d{2})",
    "from": r"(?s).*?\nFM (.+?)\s*\n",
    "to": r"(?s).*?\nTO (.+?)\n(?=INFO|BT|UNCLAS|C O N F|S E C R)",
    "info": r"(?s).*?\nINFO (.+?)\n\s*(?=BT|UNCLAS|C O N F|S E C R|XMT)",
    "classification": r"(?s).*?\n((?:UNCLAS|C O N F I D E N T I A L|S E C R E T)[A-Z /]*?(?:SECTION \d+ OF \d+ )?)[A-Z ]+\d",
    "id": r"(?s).*?\n(?:UNCLAS|C O N F|S E C R)[^\n]*?\s([A-Z ]+ 0*\d+)\s*\n",
    "executive_order": r"(?s).*?(E\.?O\.? ?\d{5}:?.*?)\n\s*TAGS",
    "tags": r"(?s).*?\n\s*TAGS:?\s*(.*?)\n\s*SUBJ",
    "subject": r"(?s).*?\n\s*SUBJ(?:ECT)?:?\s*(.*?)\n\s*(?:\n|REF|CLASSIFIED|Classified)",
    "references": r"(?s).*?\n\s*REFS?:?\s*(.*?)\n\s*(?:\n|CLASSIFIED|Classified)",
    "classified_by": r"(?is).*?(classified by:?\s*.*?reasons?:?\s*1\.[45]\s*\(?[^\n]*)",
    "signer": r"(?s).*\n\s*([A-Z][A-Z' -]{2,})\s*$",
}
_FURNITURE = (
    r"(?:\s*\n)*\s*[A-Z][A-Z .'-]+ +\d{5,8} +\d{1,3}(?:\.\d)? OF \d{1,3}\s*(?:\n\s*)*",
    r"(?:\s*\n)*\s*PAGE +\d+ +[A-Z .'-]+ +\d{4,6}[^\n]*(?:\n\s*)*",
    r"(?:\s*\n)+\s*SIPDIS\s*(?:\n\s*)+",
)
_HEADING = r"(?:^|\n)\s*((?:[^\n]+\n){1,2}?)\s*-{3,}[ -]*(?:\n|$)"
_PARAGRAPH = r"(?s)(?:^|\n)\s*¶?(\d{1,3})\.\s*(?:\(([A-Z/ ]+)\))?\s*(.*?)(?=\n\s*¶?\d{1,3}\.\s|$)"
_REFERENCE = r"(?:([A-Z])[.)]\s*)?((?:\d{2,4}\s+)?(?:[A-Z]+\s+)+\d+)"


def read(text: str) -> dict[str, object]:
    """All fields, references, headings and paragraphs of a telegram."""
    found: dict[str, object] = {}
    for name, pattern in _FIELDS.items():
        match = re.match(pattern, text)
        found[name] = " ".join(match[1].split()) if match else None
    found["items"] = re.findall(_REFERENCE, str(found["references"]))
    for pattern in _FURNITURE:
        text = re.sub(pattern, "\n", text)
    found["headings"] = [" ".join(heading.split()) for heading in re.findall(_HEADING, text)]
    found["paragraphs"] = [
        (number, mark, re.sub(r"\s*\n\s*", " ", words)) for number, mark, words in re.findall(_PARAGRAPH, text)
    ]
    return found
