"""A line that holds more than one thing: a rule beside its heading, a number glued to the paragraph before it."""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import lazy
from .sentences import ENDED, NOT_ENDED, ending

TEXT, RULE, TITLE = "text", "rule", "title"
"""Words, a rule, and words that are a heading though nothing parts them from the paragraph before."""

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

Part = tuple[str, int, int]
"""A part of a line: its kind, and where it begins and ends."""


def is_rule(body: str) -> bool:
    """Whether a line is a rule and nothing else."""
    return len(body) > 2 and not body.strip(_RULE_CHARS)


def split(text: str, start: int, stop: int, inner: tuple[str, ...], *, inside: bool, ruled: bool) -> Iterator[Part]:
    """The parts of a line: rules, headings that a rule follows, and paragraphs whose numbers are glued to the last.

    `inside`: the line has more before `start`; `ruled`: a rule follows behind what was cut out at `stop`.
    """
    position = start
    if inner and any(text.find(rule, start, stop) >= 0 for rule in inner):
        for rule in _INNER_RULE.finditer(text, start, stop):
            if rule.start() > position:
                yield from _sentences(text, position, rule.start(), ruled=True, inside=inside)
            yield RULE, rule.start(), rule.end()
            position = rule.end()
    if position < stop:
        yield from _sentences(text, position, stop, ruled=ruled, inside=inside)


def _sentences(text: str, start: int, stop: int, *, ruled: bool, inside: bool) -> Iterator[Part]:
    position = start
    for number in _GLUED_NUMBER.finditer(text, start, stop):
        first = number.start() - text[number.start() - 1].isdecimal()
        first -= text[first - 1] == "\u00b6"
        if first - position > 1 and _glued(text, first):
            yield from _titled(text, position, first, capitals=True, inside=False)
            position = first
    if ruled:
        yield from _titled(text, position, stop, capitals=False, inside=inside)
    else:
        yield TEXT, position, stop


def _glued(text: str, start: int) -> bool:
    """Whether a marked number at `start` may begin a paragraph: behind the end of a sentence, or behind wide blanks."""
    return (text[start - 1] == " " and text[start - 2] in '.?!:)"\u201d') or text[start - 2 : start] == "  "


def _titled(text: str, start: int, stop: int, *, capitals: bool, inside: bool) -> Iterator[Part]:
    """A stretch of text, and by itself the heading that is glued to its end."""
    title = _last_title(text, start, stop, capitals=capitals, inside=inside)
    if title:
        yield TEXT, start, title
    yield (TITLE, title, stop) if title and capitals else (TEXT, title or start, stop)


def _last_title(text: str, start: int, stop: int, *, capitals: bool, inside: bool) -> int | None:
    """Where a heading (in capitals) begins that is glued to the end of a paragraph, right before its rule or number."""
    low = max(start, stop - LONG)
    if stop - start < LONG and not inside:
        return None
    ends = [found.end() for found in _BOUNDARY.finditer(text, low, stop)]
    if inside and stop - start < LONG:
        ends = [end for end in ends if ending(text[low:end].rstrip()) == ENDED]
    if not ends:
        return None
    title = text[ends[-1] : stop].strip()
    if capitals and not (title.isupper() and len(title) > _SHORTEST_TITLE):
        return None
    return ends[-1] if title and ending(title) == NOT_ENDED else None
