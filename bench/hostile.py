"""Texts made to be slow to read: one hostile piece repeated where it may do harm, up to any size."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

_CABLE = """\
{top}R 071405Z SEP 06
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC 0999
{routing}
BT
UNCLAS PORT ALDER 000999

{captions}

TAGS: PREL {tags}
SUBJECT: A LAMP {subject}

REF: A. PORT ALDER 998 {reference}

1. (U) The first paragraph {paragraph} is plain.

{line}

2. (U) So is the second.

ASHWORTH
{end}
"""
ROOM = ("alone", "top", "routing", "captions", "tags", "subject", "reference", "paragraph", "line", "end")
"""Where a piece is repeated in a telegram; `alone` is a text of nothing else."""
LINES = {
    "dashes": "-",
    "dashes with gaps": "----- ",
    "digits": "1",
    "spaces": " ",
    "tabs and spaces": "\t ",
    "capitals": "A",
    "capital words": "HARBOR ",
    "small letters": "a",
    "REF items": "A. STATE 1 ",
    "REF letters": "ref a b c ",
    "REF labels": "REF: ",
    "parentheses": "(",
    "nested brackets": "([",
    "closed brackets": "()",
    "slashes": "/",
    "portion marks": "1. (C) ",
    "numbers": "1. X. ",
    "ones": "1. 1. 1. ",
    "years": "06 MEXICO ",
    "TAGS": "PREL, ",
    "glued TAGS": "PRELPGOV",
    "pilcrows": "¶",
    "dots": ".",
    "dots with gaps": "... ",
    "quotes": '"',
    "backslashes": "\\",
    "commas in quotes": '","',
    "angle brackets": "<",
    "tags unclosed": "<a ",
    "comments unclosed": "<!-- ",
    "ampersands": "&",
    "entities": "&amp;",
    "Markdown links": "[a](",
    "lines of words": "a b\n",
    "blank lines": "\n",
    "blank lines with gaps": " \n",
    "carriage returns": "\r\n",
    "numbered lines": "1. x\n\n",
    "lettered lines": "A. x\n",
    "rules": "----\n",
    "addressees": "RUEHC/SECSTATE WASHDC 0999\n",
    "INFO lines": "INFO RUEHC/X\n",
    "offices of addressees": "X//N1/\n",
    "numbered REF items": "\n2. LIMA 12",
    "REF letters apart": "( A ) LIMA 12 ",
    "REF items over pages": "\nPAGE 02 LIMA 00123 012345Z\nB. STATE 2",
    "XMT lines": "XMT RUEHC/X\n",
    "XMT words": "XMT ",
    "BT lines": "BT\n",
    "security lines": "ZNR UUUUU ZZH\n",
    "junk and security": "x\nZNR UUUUU ZZH\n",
    "precedences": "PP RUEHC\n",
    "precedence words": "PP RR ",
    "dates": "R 071405Z SEP 06\n",
    "MRN words": "UNCLAS PORT ALDER ",
    "MRN lines": "UNCLAS PORT ALDER 000412\n",
    "levels": "SECRET\n",
    "letter-spaced": "S E C R E T ",
    "captions": "SIPDIS\n",
    "caption words": "SIPDIS ",
    "E.O. lines": "E.O. 12958: N/A\n",
    "E.O. words": "E.O. 12958 ",
    "TAGS lines": "TAGS: PREL\n",
    "SUBJECT lines": "SUBJECT: A\n",
    "REF lines": "REF: STATE 1\n",
    "authority lines": "Classified By: A for reasons 1.4 (b).\n",
    "odd labels": "XYZ: a\n",
    "pass lines": "STATE FOR EUR/X\n",
    "page breaks": "ROME 00001196 002 OF 003 ",
    "page lines": "\n\nPORT ALDER 00000412  002 OF 003 \n\n",
    "PAGE lines": "\nPAGE 02        ROME  01196  01 OF 02  082030Z\n",
    "cut copies": "...\n\n",
    "quoted lines": "> a\n>\n",
    "short titles": "Oil. IT --\n",
    "titles in mid-line": "oil Lamps and Boats ---------------\n",
    "ends of sentences": "see para\n2.\n2. X",
    "words of leave": "\n\nBest,\nX",
    "records": "\nid: 1\nrefid: 06X1\n",
}
"""What hostile lines are made of."""


def _page(telegram: str) -> str:
    """An archive's page whose text is not escaped, as a careless copy has it."""
    heading = "<html><body><h3>Viewing cable 06PORTALDER999, A LAMP</h3><p>Reference ID</p>"
    return f"{heading}<pre>{telegram}</pre></body></html>"


def _row(telegram: str) -> str:
    """A row of the dump with its quotes as they are in the text."""
    return f'"1","9/7/2006 14:05","06PORTALDER999","Embassy Port Alder","UNCLASSIFIED","","","{telegram}"\n'


FORMS: dict[str, Callable[[str], str]] = {
    "page": _page,
    "clean page": lambda telegram: _page(escape(telegram)),
    "row": _row,
    "clean row": lambda telegram: _row(telegram.replace("\\", "\\\\").replace('"', '\\"')),
}
"""Copies of a telegram with a hostile first paragraph."""


def hostile(piece: str, place: str, size: int) -> str:
    """A text of about `size` characters that repeats a piece in a place of `ROOM` or in a form of `FORMS`."""
    repeated = piece * (size // len(piece))
    if place == "alone":
        return repeated
    if place in FORMS:
        return FORMS[place](hostile(piece, "paragraph", size))
    return _CABLE.format_map(dict.fromkeys(ROOM, "") | {place: repeated})
