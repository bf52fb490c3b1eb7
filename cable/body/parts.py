"""A line that holds more than one thing: a rule beside its heading, a number glued to the paragraph before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from ..patterns import lazy
from .sentences import ENDED, NOT_ENDED, PERHAPS, ending

TEXT, RULE, TITLE, FRAME = "text", "rule", "title", "frame"
"""Words, a rule, words that are a heading glued to the paragraph before, a rule over a heading."""

LONG = 160
"""Lines longer than this are whole paragraphs, and may be several."""

_RULE_CHARS = "-=_*~#+. \t\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501"
RULE_HEADS = frozenset(_RULE_CHARS) - frozenset(". \t")
INNER_RULES = (
    "-----",
    "=====",
    "_____",
    "*****",
    "\u2010" * 5,
    "\u2013" * 5,
    "\u2014" * 5,
    "- - - - -",
    "= = = = =",
    "* * * * *",
)
"""What every rule in mid-line has in it."""

_INNER_RULE = lazy(
    "(?:^|(?<=[ \t\n]))[-=_*\u2010\u2013\u2014]{5,}(?:[ \t]+[-=_*\u2010\u2013\u2014]+)*(?=[ \t]|$)"
    "|(?<![-=_*])[-=_*]{12,}(?:[ \t]+[-=_*]+)*(?=[ \t]|$)"
    "|(?<=[ \t])(?:[-=*] ){6,}[-=*](?=[ \t]|$)"
)


_GLUED_NUMBER = lazy(r"[0-9]\. *\((?:U|C|S|SBU|LOU)[)/]")
_BOUNDARY = lazy(r"[.?!)\"\u201d] +(?=[A-Z0-9\"'(\u201c])")
_SHORTEST_TITLE = 6

_WORD = 24
Part = tuple[str, int, int]
"""A part of a line: its kind, and where it begins and ends."""


class _Place(NamedTuple):
    """What is around a stretch of a line: more before it, a rule behind it, and of how many signs (0: unknown)."""

    inside: bool
    ruled: bool
    signs: int


def is_rule(body: str) -> bool:
    """Whether a line is a rule and nothing else."""
    return len(body) > 2 and not body.strip(_RULE_CHARS)


def split(text: str, start: int, stop: int, inner: tuple[str, ...], *, inside: bool, ruled: bool) -> Iterator[Part]:
    """The parts of a line: rules, headings that a rule follows, and paragraphs whose numbers are glued to the last.

    `inside`: the line has more before `start`; `ruled`: a rule follows behind what was cut out at `stop`.
    """
    position = start
    found: list[re.Match[str]] = []
    if inner and any(text.find(rule, start, stop) >= 0 for rule in inner):
        found = list(_INNER_RULE.finditer(text, start, stop))
    for rule, after in zip_longest(found, found[1:]):
        signs = _signs(rule[0])
        frames = after is not None and after.start() - rule.end() <= LONG and _signs(after[0]) == signs
        if rule.start() > position:
            over = 0 if frames else signs
            yield from _sentences(text, position, rule.start(), _Place(inside, ruled=not frames, signs=over))
        yield FRAME if frames and rule.start() > position else RULE, rule.start(), rule.end()
        position = rule.end()
    if position < stop:
        yield from _sentences(text, position, stop, _Place(inside, ruled, 0))


def _signs(rule: str) -> int:
    """How many signs a rule has; the blanks that a sender's machine put into it do not count."""
    return sum(map(len, rule.split()))


def _sentences(text: str, start: int, stop: int, place: _Place) -> Iterator[Part]:
    position = start
    for number in _GLUED_NUMBER.finditer(text, start, stop):
        first = number.start() - text[number.start() - 1].isdecimal()
        first -= text[first - 1] == "\u00b6"
        if first - position > 1 and _glued(text, first):
            title = _last_title(text, position, first, inside=False)
            if title and not _in_capitals(text[title:first]):
                title = None
            yield from _titled(text, position, first, title, TITLE)
            position = first
    exact = _as_long_as_rule(text, position, stop, place.signs) if place.signs else None
    if exact:
        yield from _titled(text, position, stop, exact, TITLE)
    elif place.ruled:
        yield from _titled(text, position, stop, _last_title(text, position, stop, inside=place.inside), TEXT)
    else:
        yield TEXT, position, stop


def _glued(text: str, start: int) -> bool:
    """Whether a marked number at `start` may begin a paragraph: behind the end of a sentence, or behind wide blanks."""
    return (text[start - 1] == " " and text[start - 2] in '.?!:)"\u201d') or text[start - 2 : start] == "  "


def _in_capitals(title: str) -> bool:
    title = title.strip()
    return title.isupper() and len(title) > _SHORTEST_TITLE


def _titled(text: str, start: int, stop: int, title: int | None, kind: str) -> Iterator[Part]:
    """A stretch of text, and by itself the heading that is glued to its end."""
    if title:
        yield TEXT, start, title
        yield kind, title, stop
    else:
        yield TEXT, start, stop


def _as_long_as_rule(text: str, start: int, stop: int, signs: int) -> int | None:
    """Where the words begin that are as long as the rule behind them: one sign more or less if a sentence ended.

    Words in capitals need no sentence before them, if they are as long and what stands before is in small letters.
    """
    window = text[max(start, stop - LONG * 2) : stop]
    end = stop - len(window) + len(window.rstrip())
    for length in (signs, signs - 1, signs + 1):
        first = end - length
        if start < first and text[first - 1] == " " and (text[first].isupper() or text[first].isdigit()):
            before = text[max(start, first - _WORD) : first].rstrip()
            if before and ending(before) >= (PERHAPS if length == signs else ENDED):
                return first
            if before and length == signs > 2 and text[first:end].isupper() and not before.isupper():
                return first
    return None


def _last_title(text: str, start: int, stop: int, *, inside: bool) -> int | None:
    """Where a heading begins that is glued to the end of a paragraph, right before its rule or number."""
    low = max(start, stop - LONG)
    if stop - start < LONG and not inside:
        return None
    ends = [found.end() for found in _BOUNDARY.finditer(text, low, stop)]
    if inside and stop - start < LONG:
        ends = [end for end in ends if ending(text[low:end].rstrip()) == ENDED]
    if not ends:
        return None
    title = text[ends[-1] : stop].strip()
    return ends[-1] if title and ending(title) == NOT_ENDED else None
