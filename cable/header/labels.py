"""Finds the labels of a telegram's header in one pass over its lines, which goes no further than its reader asks.

A label stands at the start of a line, behind blanks; a few are also found inside a line, where a copy lost the breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy
from .captions import PATTERN as CAPTION

Label = tuple[str, int, int]
"""A label: its kind, where it begins, and where what it labels begins. A plain tuple, for there are many."""


def _any(word: str) -> str:
    """A pattern for a word in capitals or not, that the engine can still tell by its first letter."""
    return "".join(f"[{letter}{letter.lower()}]" if letter.isalpha() else re.escape(letter) for letter in word)


def _spaced(word: str) -> str:
    """A pattern for a word with its letters set apart, in capitals or not: `S e c r e t`."""
    return " ".join(f"[{letter}{letter.lower()}]" for letter in word)


_LEVELS = (
    "UNCLASSIFIED|UNCLAS|CONFIDENTIAL|TOP SECRET|SECRET|LIMITED OFFICIAL USE|RESTRICTED|FOR OFFICIAL USE ONLY|"
    + "|".join(_spaced(word) for word in ("UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET", "LIMITED", "RESTRICTED"))
    + "|T O P  ?S E C R E T"
)
_CORRECTED = "(?:CORRECTED|C O R R E C T E D) {1,3}(?:COPY|C O P Y)"
_TAGS = rf"(?:{_any('TAGS')}|{_any('TAG')}|TAGE\?S)(?=[:;, ])[:;,]?"
_SUBJECT = rf"(?:{_any('SUBJECT')}|{_any('SUBJ')})(?=[:; ])[:;]?"
_REFERENCES = (
    rf"(?:(?:PROGRAM )?(?:{_any('REFERENCE')}S?|{_any('REFTEL')}|{_any('REF')})(?:\([Ss]\)|[Ss])?"
    rf"(?: ?:|\.:|;|(?= (?:[A-Z][.)\]:]|[(\[]|\d|[A-Z][A-Za-z. '-]{{1,25}} #?\d)))"
    r"|R[Ee]:(?= {1,3}[A-Z][A-Za-z. '-]{1,25} #?\d))"
)
_ORDER = r"[Ee]\.? ?[Oo0]\.? ?:? ?(?=\d{4,5}\b)"
_AUTHORITY = r"(?:C[Ll][Aa][Ss][Ss](?:[Ii])?[Ff][Ii][Ee][Dd]) [Bb][Yy]\b:?"

_AT_LINE_START = {
    "transmission": r"V?ZCZC[A-Z]{0,6}\d",
    "prosign": r"(?:ZZ|OO|PP|RR) (?=R[A-Z]{4,7}\b)",
    "station": r"DE (?=R[A-Z]{3,7} {1,3}#?\d)",
    "security": r"Z(?:NR|NY|OC|DK|FR|FF\d?)\b",
    "date": r"(?:[ZOPR]{1,2} ){0,2}(?=\d{6}Z? {1,2}[A-Z]{3} {1,2}\d\d)",
    "from": r"FM[ :]",
    "distribution": r"(?:ACTION|ORIGIN|INFO)[ \t]{1,8}(?=[A-Z]{1,5}-\d\d)",
    "to": r"TO[ :]",
    "info": r"INFO[ :]",
    "excluded": r"XMT[ /]",
    "break": r"BT(?=[ \t]*(?:\n|\Z))",
    "serial": r"-{6,}[ \t]*(?=[0-9A-F]{5,7}\b)",
    "drafted": r"(?:DRAFTED|APPROVED) BY\b|DESIRED DISTRIBUTION\b",
    "page": r"(?:PAGE[ \t]{1,8}(?=\d\d)|(?=[A-Z][A-Z .'-]{2,30} \d{5,8} {1,3}\d{3}(?:\.\d)? OF \d{3}))",
    "classification": rf"(?=(?:{_LEVELS})(?![a-z])|{_CORRECTED}[ \t/:-]{{1,9}}(?:{_LEVELS}))",
    "caption": rf"(?=(?:{CAPTION})(?:[ \t]*(?:/+|\n|\Z)| {{1,4}}[A-Z]))",
    "executive_order": _ORDER,
    "tags": _TAGS,
    "subject": _SUBJECT,
    "references": _REFERENCES,
    "classified_by": rf"(?:{_AUTHORITY}|\([UCS]\) {{1,2}}{_AUTHORITY})",
    "reasons": r"(?=R[Ee][Aa][Ss][Oo][Nn][Ss]?: {0,3}(?:1\.|[Ee]\.))",
    "paragraph": r"(?=(?:¶[ \t]*)?(?:\([A-Z/]{1,10}\)[ \t]*)?\d{1,3}[ \t]?[.)](?!\d))",
    "rule": r"(?=[-=_*‐-―]{4})",
    "odd": r"[A-Z]{2,8}:",
}
_INSIDE_LINE = {
    "executive_order": r"E\.[O0]\. ?(?=1[0-9]{4}\b)",
    "tags": r"(?:T[Aa][Gg][Ss]|AGS): ?",
    "subject": r"S(?:UBJECT|ubject): ?",
    "references": r"R(?:EF|EFS|EFTELS?|ef|efs|ef\(s\)|EF\(S\)): ?",
    "classified_by": r"C(?:LASSIFIED BY|lassified By|lassified by): ?",
    "paragraph": r"(?=¶?1\. ?\((?:U|SBU|C|S|LOU)(?:/[A-Z/]{2,9})?\)|1\. {1,3}[A-Z][a-z]{1,20} [a-z])",
}
# An empty group behind each alternative tells which one matched and lets the engine choose by the first letter.
_LABEL = lazy(r"\n[ \t]*+()(?:" + "|".join(f"{pattern}(?P<{kind}>)" for kind, pattern in _AT_LINE_START.items()) + ")")
_INSIDE = lazy(r"[ \t]()(?:" + "|".join(f"{pattern}(?P<{kind}>)" for kind, pattern in _INSIDE_LINE.items()) + ")")


# Where a copy lost the space as well: `UK PRIMEREF: A. LONDON 1939`, `VISIT TO CAIROClassified By:`.
_GLUED = lazy(
    r"(?<=[A-Z0-9.?!)'’])()"
    r"(?:(?:REF|REFS|REFTEL):(?= ?[(\[A-Z0-9])(?P<references>)|Classified [Bb]y:?(?P<classified_by>))"
)
_GLUES = frozenset(("subject", "odd"))
_SPLIT = _GLUES.union(("classification", "caption", "executive_order", "tags", "references", "classified_by"))
_WINDOW = 4000
_SHORTEST = 12


def labels(text: str) -> Iterator[Label]:
    """The labels of the text in order, found as they are asked for: at line starts, and inside lines of the header."""
    last, content = "", 0
    # The first line begins like every other: behind a line break, which the pattern can look for fast.
    for found in _LABEL.finditer("\n" + text):
        kind, start = found.lastgroup or "", found.start(1) - 1
        if last and start - content > _SHORTEST:
            yield from _inside(text, last, content, start)
        content = found.end() - 1
        yield kind, start, content
        last = kind if kind in _SPLIT else ""
    if last:
        yield from _inside(text, last, content, len(text))


def _inside(text: str, kind: str, start: int, end: int) -> Iterator[Label]:
    """The labels inside the lines of what a label of a kind is followed by."""
    end = min(end, start + _WINDOW)
    while True:
        # Most lines hold nothing that a label inside them needs: that is told faster than by the patterns.
        plain = text.find(":", start, end) < 0 > text.find("E.", start, end) and text.find("1.", start, end) < 0
        found = None if plain else _INSIDE.search(text, start, end)
        if kind in _GLUES and not (plain and text.find("lassified", start, end) < 0):
            found = _GLUED.search(text, start, found.start() if found else end) or found
        if not found:
            return
        kind, start = found.lastgroup or "", found.end()
        yield kind, found.start(1), start
