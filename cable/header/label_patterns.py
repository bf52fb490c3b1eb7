"""The patterns of a header's labels, at the start of a line and inside one, and the records of what they find."""

from __future__ import annotations

import re

from .captions import PATTERN as CAPTION

Label = tuple[str, int, int]
"""A label: its kind, where it begins, and where what it labels begins. A plain tuple, for there are many."""


Field = tuple[str, int, int, int]
"""A field: its kind, where its label stands, where its value begins, and where it ends. A plain tuple as well."""


def _any(word: str) -> str:
    """A pattern for a word in capitals or not, that the engine can still tell by its first letter."""
    return "".join(f"[{letter}{letter.lower()}]" if letter.isalpha() else re.escape(letter) for letter in word)


def _spaced(word: str) -> str:
    """A pattern for a word with its letters set apart, in capitals or not: `S e c r e t`."""
    return " ".join(f"[{letter}{letter.lower()}]" for letter in word)


_LEVELS = (
    "UNCLASSIFIED|UNCLAS|CONFIDENTIAL|TOP SECRET|SECRET|LIMITED OFFICIAL USE|RESTRICTED|FOR OFFICIAL USE ONLY|"
    + "|".join(_spaced(word) for word in ("UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET", "LIMITED", "RESTRICTED"))
    + "|T O P  ?S E C R E T|"
    # A blank lost between them, or one too many.
    + "|".join(" {0,2}".join(word) for word in ("UNCLAS", "CONFIDENTIAL", "SECRET"))
)
# In mixed case only with a section or a message's number behind it, for sentences begin so too.
_MIXED = (
    r"(?:Unclas|Unclassified|Confidential|Secret) "
    r"(?:S(?:ection|ECTION) \d\d |[A-Za-z][A-Za-z .'-]{2,30} \d{4,7}[ \t]*\n)"
)
_CORRECTED = "(?:CORRECTED|C O R R E C T E D) {1,3}(?:COPY|C O P Y)"
_CLASSIFICATION = rf"(?=[CFLRSTUcflrstu])(?=(?:{_LEVELS})(?![a-z])|{_MIXED}|{_CORRECTED}[ \t/:-]{{1,9}}(?:{_LEVELS}))"
# A label of which a blank was put between the letters is known by its colon.
_TAGS = (
    r"[Tt](?:(?: AGS|A GS|AG S| A G S)(?=:)|[Aa][Gg][Ss]|[Aa][Gg]|AGE\?S)"
    r"(?:(?=[:;, ]) {0,2}[:;,]{0,2}|(?<=S)[.-](?= ))"
)
_SUBJECT = (
    rf"[Ss](?:(?: UBJECT|U BJECT|UB JECT|UBJ ECT|UBJE CT|UBJEC T| U B J E C T)(?=:)|{_any('UBJECT')}|{_any('UBJ')})"
    r"(?:(?=[:; ]) {0,2}(?:[:;]{1,2}|-(?= ))?|(?:\.:?|-{1,2})(?= ))"
)
_ITEM = r"\s{0,6}(?:[(\[]?[A-Z][.)\]:] {0,3})?(?:(?:19|20)?\d\d )?[A-Za-z][A-Za-z .'-]{2,24} #?\d{2}"
_REFERENCES = (
    # With a slip in the label, only where a telegram is named.
    rf"(?=[PRr])(?:R(?:FE|EFF|EEF|REF|E FS?|EF S| EFS?):(?={_ITEM})|(?:PROGRAM )?"
    rf"(?:{_any('REFERENCE')}S?|{_any('REFTEL')}|{_any('REF')})(?:\([Ss]\)|[Ss])?"
    rf"(?: ?:|\.:|;|(?:\.| -)?(?= (?:[A-Z][.)\]:]|[(\[]|\d|[A-Z][A-Za-z. '-]{{1,25}} #?\d)))"
    r"|R[Ee]:(?= {1,3}[A-Z][A-Za-z. '-]{1,25} #?\d))"
)
_ORDER = rf"(?=[Ee])(?:[Ee][.,]? ?[Oo0][.,]?|{_any('EXECUTIVE ORDER')}) ?:? ?(?=\d{{4,5}}\b|N/A\b)"
_AUTHORITY = (
    r"C[Ll][Aa][Ss]{1,2}(?:[Ii]?[Ff][Ii]?[Ee][Dd] {0,2}[Bb][Yy]\b(?: ?:| -(?= ))?"
    r"|(?:[Ii][Ff][Ii][Cc][Aa][Tt][Ii][Oo][Nn])?\.? (?:[Bb][Yy]|[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Tt][Yy]) ?:)"
)
# A caption that a drafter misspelt, or wrote with small letters or blanks, on a line of captions: the words tell.
_MISSPELT = (
    r"(?=[CELNST])(?:[A-Z]{6,12}(?=[ \t]*[/,\n])"
    r"|(?:Sensitive|Noforn|Sipdis|Limdis|Exdis|Nodis|NO FORN|(?:[A-Z] ){5,9}[A-Z])(?=[ \t]*\n))"
)

AT_LINE_START = {
    "transmission": r"[VZ](?:(?<=V)Z|)CZC[A-Z]{0,6}\d",
    "prosign": r"[OPRZ][OPRZ] (?<=OO |PP |RR |ZZ )(?=R[A-Z]{4,7}\b)",
    "station": r"DE (?=R[A-Z]{3,7} {1,3}#?\d)",
    "security": r"Z(?:NR|NY|OC|DK|FR|FF\d?)\b",
    "date": r"(?=[ZOPR\d])(?:[ZOPR]{1,2} {0,3}|0 ){0,3}(?=\d{6}(?: ?Z {0,2}| {1,2})[A-Z][A-Za-z]{2,3}\.? {0,2}\d\d)",
    "from": r"FM[ :]",
    "distribution": r"(?:ACTION|ORIGIN|INFO)\s{1,12}(?=[A-Z]{1,5}-\d\d)",
    "to": r"TO[ :]",
    "info": r"INFO[ :]",
    "excluded": r"XMT[ /]",
    "break": r"BT(?=[ \t]*(?:\n|\Z))",
    "serial": r"-{6,}[ \t]*(?=[0-9A-F]{5,7}\b)",
    "drafted": r"(?:DRAFTED|APPROVED) BY\b|DESIRED DISTRIBUTION\b",
    "page": r"(?:PAGE[ \t]{1,8}(?=\d\d)|(?=[A-Z][A-Z .'-]{3,31}+(?<= )\d{5,8} {1,3}\d{3}(?:\.\d)? OF \d{3}))",
    "classification": _CLASSIFICATION,
    "caption": rf"(?=[ACDEHILMNORSTV])(?=(?:{CAPTION})(?:[ \t]*(?:[/,;-]|\n|\Z)| {{1,4}}[A-Z]))",
    "executive_order": _ORDER,
    "tags": _TAGS,
    "subject": _SUBJECT,
    "references": _REFERENCES,
    "classified_by": rf"(?:{_AUTHORITY}|\([UCS]\) {{1,2}}{_AUTHORITY})",
    "reasons": r"(?=R[Ee][Aa][Ss][Oo][Nn][Ss]?:[ \t]{0,3}(?:1\.|[Ee]\.))",
    "paragraph": r"(?=[¶(\d])(?=(?:¶[ \t]*)?(?:\([A-Z/]{1,10}\)[ \t]*)?\d{1,3}[ \t]?[.)](?!\d))",
    "rule": r"(?=[-=_*‐-―]{4})",
    "derived": r"D[Ee][Rr][Ii][Vv][Ee][Dd] [Ff][Rr][Oo][Mm] ?:",
    "misspelt": _MISSPELT,
    "odd": r"(?:[A-Z]{2,8}|\.[A-Z]{4,7}):",
}
INSIDE_LINE = {
    "executive_order": r"E(?:\.[O0]\.? ?|O )(?=1[0-9]{4}\b)",
    "tags": r"(?:T[Aa][Gg][Ss]|AGS): ?",
    "subject": r"S(?:UBJECT|ubject|UBJ): ?",
    "references": r"R(?:EF|EFS|EFTELS?|EFERENCES|ef|efs|ef\(s\)|EF\(S\)): ?",
    "classified_by": r"C(?:LASS?IFI?ED BY|lass?ifi?ed [Bb]y)(?:: ?| (?=[A-Z(][^\n]{2,160}?\b1\.[2-6]))",
    "paragraph": r"(?=¶?1\. ?\((?:U|SBU|C|S|LOU)(?:/[A-Z/]{2,9})?\)|1\. {1,3}[A-Z][a-z]{1,20} [a-z])",
}
