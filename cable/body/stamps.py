"""What the keepers of an archive printed on a message: stamps of release, remarks, the lines of their records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..patterns import lazy
from .sections import Cut

Finder = Callable[[str, int, str | None], Iterator[Cut]]

_RELEASED = lazy(
    r"Declassified/Released\s{1,9}(?:US|U\.S\.) +Department +of +State"
    r"(?:\s{1,9}EO +Systematic\s{1,4}Review)?(?:\s{1,9}\d{1,2} +[A-Za-z]{3} +\d{4})?"
)
_REVIEWER = lazy(r"(?:^|(?<=\s))[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+\s+$|(?:^|(?<=\n))[A-Z][a-z]+ [A-Z][a-z]+\s+$")
_CASE = lazy(
    r"U\.S\. Department of State\s{1,9}Case No\.?\s{0,9}\S+(?:\s{1,9}Doc No\.?\s{0,9}\S+)?(?:\s{1,9}Date:\s{0,9}\S+)?"
)
_LEVEL_LAST = lazy(r"UNCLASSIFIED\s{1,9}\Z")
_PART = lazy(r"^[ \t]*(RELEASED? IN (?:FULL|PART)(?: +B\d[^\n]{0,20})?)[ \t]*$", re.M)
_CORRECTED = lazy(r"^[ \t]*((?:C O R R E C T E D|CORRECTED) +(?:C O P Y|COPY)(?: *\([^()\n]{1,40}\))?)[ \t]*$", re.M)
_RECORD = lazy(
    r"^(\d{4,6}[ \t]+\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d[ \t]+\d\d[A-Z]{3,20}\d{1,6}[ \t]+(?:Embassy|Consulate|Mission"
    r"|Secretary|US |UN )[^\n]*)$",
    re.M,
)
# Head and foot of a page of the Department's prints of the 1990s, line by line.
_REGISTER = lazy(
    r"^[ \t]{0,80}((?:UNCLASSIFIED {1,9})?(?:Page: {0,3}\d{1,3}"
    r"|Current Class(?:ification)?: {0,3}[A-Z][A-Z /-]{2,40}?(?: {1,80}Page: {0,3}\d{1,3})?"
    r"|Current Handling: {0,3}[^\n]{1,40}"
    r"|Document Number: {0,3}\d{4}[A-Z]{2,10}\d{3,8}(?: {1,80}Channel: {0,3}[^\n]{1,20})?"
    r"|Case Number: {0,3}[A-Z\d-]{6,20}|UNITED STATES DEPARTMENT OF STATE|REVIEW AUTHORITY: {0,3}[^\n]{3,60}"
    r"|DATE/CASE ID: {0,3}[^\n]{6,40}))[ \t]*$",
    re.M,
)
_AGAIN = lazy(r'(?<=[A-Z] )",\d{1,2}/\d{1,2}/\d{4},[^\n]{0,200} OF \d{3} [\s\S]*')
_ROW_END = lazy(r"^(\d[ \t]+\d\d/\d\d/\d{4}[ \t]+\d{1,4}[ \t]+[A-Z]{2,4},[A-Z,]+[ \t]*\n[\s\S]*)", re.M)


def whole(pattern: re.Pattern[str]) -> Finder:
    """A finder of every match of a pattern, or of its first group."""

    def find(text: str, start: int, post: str | None) -> Iterator[Cut]:
        return (found.span(pattern.groups) for found in pattern.finditer(text, start))

    return find


def _stamps(text: str, start: int, post: str | None) -> Iterator[Cut]:
    """The stamp of a release, with the reviewer's name before it."""
    for found in _RELEASED.finditer(text, start):
        low = max(start, found.start() - 40)
        name = _REVIEWER.search(text[low : found.start()])
        yield (low + name.start() if name else found.start()), found.end()


def _cases(text: str, start: int, post: str | None) -> Iterator[Cut]:
    for found in _CASE.finditer(text, start):
        level = _LEVEL_LAST.search(text, max(start, found.start() - 21), found.start())
        yield level.start() if level else found.start(), found.end()


STAMPS: tuple[tuple[str, Finder], ...] = (
    ("Case No", _cases),
    ("Current Class", whole(_REGISTER)),
    ("RELEASE", whole(_PART)),
    ("C O P Y", whole(_CORRECTED)),
    ("CORRECTED COPY", whole(_CORRECTED)),
)
"""A word that must occur, and what then looks for the cuts around it."""

STAMPS_WITH_STROKE: tuple[tuple[str, Finder], ...] = (
    ("Declassified/", _stamps),
    (' ",', whole(_AGAIN)),
    ("UNCLASSIFIED ", whole(_RECORD)),
    ("/20", whole(_ROW_END)),
)
"""The same for stamps that have a stroke in them, as those with a date have."""
