"""Words of the page, not of the message: page breaks of three periods, captions printed again, stamps, end marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy
from .sections import Cut, headers
from .stamps import STAMPS, STAMPS_WITH_STROKE, Finder, whole

LEVEL_LINES = frozenset(
    form
    for level in (
        "UNCLASSIFIED",
        "UNCLAS",
        "CONFIDENTIAL",
        "SECRET",
        "TOP SECRET",
        "LIMITED OFFICIAL USE",
        "RESTRICTED",
    )
    for form in (
        level,
        f"{level} NOFORN",
        f"{level}//NOFORN",
        " ".join(level.replace(" ", "")),
        "  ".join(map(" ".join, level.split())),
    )
)
"""Classification lines that head and foot the pages of a print, as long as no sentence runs through them."""

_CAPTIONS = """
SIPDIS,SENSITIVE,NOFORN,NODIS,EXDIS,LIMDIS,STADIS,NOCONTRACT,ORCON,TERREP,CHEROKEE,SIPDIS SENSITIVE,
SENSITIVE SIPDIS,SENSITIVE BUT UNCLASSIFIED,FOR OFFICIAL USE ONLY,NO FOREIGN DISSEM,NNNN,NNN,BT,"
"""
CAPTION_LINES = frozenset(_CAPTIONS.replace("\n", "").split(","))
"""Captions and end marks: they belong to the head and foot of the message and are noise wherever the text has them."""

_TAIL = 400
_PART_BEFORE = lazy(r"(?<![\d.])\d{1,3}(?:[. ]\d)?$")
_TOTAL = lazy(r"\d{1,3}(?!\d)")
_SERIAL_BEFORE = lazy(r"\d{5,8} {1,4}$")
# The name is cut to ten letters, which may leave one of its last word: `USUN NEW Y`.
_POST_BEFORE = lazy(r"(?:[A-Z][A-Z.'/-]* ){0,4}[A-Z][A-Z.'/-]+ +$|(?:[A-Z][A-Z.'/-]+ ){1,3}[A-Z] +$")
_LEVEL_BEFORE = lazy(
    r"(?:UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET|(?:[A-Z] ){3,}[A-Z]|OFFICIAL USE)[ A-Z/]{0,30} SECTION +$"
)
_POST_AFTER = lazy(r" +[A-Z][A-Z .'-]{2,30} \d{3,8}(?!\d)")
_PAGE = lazy(
    r"PAGE +\d{1,3}(?: {2,}(?=[A-Z])| (?=[A-Z .'-]{3,22}\d{5,6} (?:TOSEC|SECTO)))[A-Z][A-Z .'-]{2,20} +\d{4,6}"
    r"(?: +(?:TOSEC|SECTO) +\d{4,6})?(?: +\d\d OF \d\d)?(?: +\d{6} ?Z)?(?: +\d{4,6}(?= *$))?"
    # The gaps closed up by a copy, or the post on the line below: a line of its own.
    r"|^ {0,8}PAGE {1,8}\d\d(?: {1,8}| {0,8}\n {0,8})[A-Z][A-Z .'-]{1,20} {1,8}\d{4,6}(?: {1,8}\d\d OF \d\d)?"
    r"(?: {1,8}\d{6} ?Z)?(?: {1,8}POSS DUPE)? {0,8}$",
    re.M,
)
# The same in the running text of a copy that lost its lines, behind the level that foots one page and heads the next.
_PAGE_IN_LINE = lazy(r"PAGE \d\d [A-Z][A-Z .'-]{1,20} \d{5,6}(?: \d\d OF \d\d)?(?: \d{6} ?Z)?(?= [A-Z(\"\d])")
_LEVELS_LAST = lazy(r"(?:(?:UNCLASSIFIED|CONFIDENTIAL|TOP SECRET|SECRET|LIMITED OFFICIAL USE) ){1,2}\Z")
_LEVEL_LAST = lazy(
    r"(?:UNCLASSIFIED|UNCLAS|CONFIDENTIAL|TOP SECRET|SECRET|LIMITED OFFICIAL USE|RESTRICTED|(?:[A-Z] ){5,20}[A-Z])"
    r"(?: NOFORN)?[ \t]{2,40}\Z"
)
_LONGEST_LEVEL = 70
_SMALL_BREAK = lazy(r"(?:[A-Z][A-Za-z.'-]{1,20} ){0,3}[A-Z][A-Za-z.'-]{2,20} {1,4}\d{8} {1,4}\d{3}(?:\.\d)? of \d{3}$")
_LONGEST_BREAK = 100
_ENDS = lazy(
    r"^[ \t]*([=<*-]*+ ?(?:CABLE ENDS|END OF CABLE|END CABLE TEXT|END OF DOCUMENT) ?[=>*-]*+)[ \t]*$", re.M | re.I
)
_MISSING = lazy(r"\* *Missing Section \d+ *\*")
_SIPDIS = lazy(r"\bSIPDIS\b")
_LINE_ENDS = lazy(r"[ \t]*(?:\n|\Z)")
_MENTIONED_BEFORE = lazy(
    r"(?:\b(?:the|a|use|using|with|marked|captioned|slugged|labell?ed|includ\w+|and|or|via|on|word)|[\"'(/]) ?$"
)
_MENTIONED_AFTER = lazy(r"[\"').,;:/]|\s+(?:caption|distribution|channel|net|cable|message|(?:and|or) [A-Z]{4})")


def cuts(text: str, start: int, post: str | None = None) -> list[Cut]:
    """Every page break, stamp and stray SIPDIS of `text[start:]`, in order, without overlap.

    `post` is the post of the message's number; it tells a break in mid-line from capitals before it.
    """
    found: list[Cut] = []
    for sign, finders in _FINDERS:
        if not sign or text.find(sign, start) >= 0:
            for guard, finder in finders:
                if text.find(guard, start) >= 0:
                    found += finder(text, start, post)
    tail = max(start, len(text) - _TAIL)
    last = text[tail:].upper()
    if "CABLE" in last or "DOCUMENT" in last:
        found += [found.span(1) for found in _ENDS.finditer(text, tail)]
    found.sort(key=lambda cut: (cut[0], -cut[1]))
    apart: list[Cut] = []
    for cut in found:
        if not apart or cut[0] >= apart[-1][1]:
            apart.append(cut)
    return apart


def missing_section(text: str) -> bool:
    """Whether a cut is a box that stands for a section the collection lacks."""
    return _MISSING.match(text) is not None


def _breaks(text: str, start: int, post: str | None) -> Iterator[Cut]:
    """`MEXICO 00000199  002 OF 004`, and the classification line that heads a later section."""
    at = text.find(" OF ", start)
    while at >= 0:
        right = _TOTAL.match(text, at + 4)
        if right and text[at - 1].isdigit():
            line = max(text.rfind("\n", max(start, at - 100), at) + 1, at - 100, start)
            before = text[line:at]
            left = _PART_BEFORE.search(before)
            first = _break_start(before[: left.start()], post) if left else None
            if first is not None:
                yield line + first, right.end()
            elif left:
                level, after = _LEVEL_BEFORE.search(before, 0, left.start()), _POST_AFTER.match(text, right.end())
                if level and after:
                    yield line + level.start(), after.end()
        at = text.find(" OF ", at + 1)


def _pages(text: str, start: int, post: str | None) -> Iterator[Cut]:
    """The line that heads a page of a print, with the level that may stand before it on the line."""
    for found in _PAGE.finditer(text, start):
        first = found.start()
        low = max(start, first - _LONGEST_LEVEL)
        level = _LEVEL_LAST.search(text, max(low, text.rfind("\n", low, first) + 1), first)
        yield level.start() if level else first, found.end()
    for found in _PAGE_IN_LINE.finditer(text, start):
        level = _LEVELS_LAST.search(text, max(start, found.start() - _LONGEST_LEVEL), found.start())
        if level:
            yield level.start(), found.end()


def _small_breaks(text: str, start: int, post: str | None) -> Iterator[Cut]:
    """The same in mixed case: `Vladivosto 00000005 002.2 of 003`."""
    at = text.find(" of 0", start)
    while at >= 0:
        low = max(start, at - _LONGEST_BREAK)
        found = _SMALL_BREAK.search(text[low : at + 7])
        if found:
            yield low + found.start(), at + 7
        at = text.find(" of 0", at + 1)


def _break_start(before: str, post: str | None) -> int | None:
    """Where the post and the serial begin that end `before`, or None."""
    serial = _SERIAL_BEFORE.search(before)
    name = _POST_BEFORE.search(before, 0, serial.start()) if serial else None
    return _name_start(before[: name.end()], name.start(), post) if name else None


def _name_start(before: str, start: int, post: str | None) -> int:
    """Where the post's name begins in capitals that end `before`: the whole line, the known name, or the last word."""
    if not before[:start].strip():
        return start
    name = before[start:].rstrip()
    words = name.split(" ")
    if post:
        for count in range(1, len(words) + 1):
            tail = " ".join(words[-count:])
            if post.replace(" ", "").startswith(tail.replace(" ", "")):
                return start + len(name) - len(tail)
    return start + len(name) - len(words[-1])


def _strays(text: str, start: int, post: str | None) -> Iterator[Cut]:
    """SIPDIS in mid-text, unless the sentence speaks of it."""
    for found in _SIPDIS.finditer(text, start):
        before = text[max(start, found.start() - 16) : found.start()]
        alone = before.rstrip(" ")[-1:] in ("", "\n") and _LINE_ENDS.match(text, found.end())
        if alone or not (_MENTIONED_BEFORE.search(before) or _MENTIONED_AFTER.match(text, found.end())):
            yield found.span()


_FINDERS: tuple[tuple[str, tuple[tuple[str, Finder], ...]], ...] = (
    ("", ((" OF ", _breaks), (" of 0", _small_breaks), ("TAGS:", headers), ("SIPDIS", _strays), *STAMPS)),
    ("PAGE", (("PAGE 01", headers), ("PAGE ", _pages))),
    ("/", STAMPS_WITH_STROKE),
    ("*", (("issing Section", whole(_MISSING)),)),
)
"""Words that must occur, and what then looks for the cuts around each; first of all a sign that all of these have."""
