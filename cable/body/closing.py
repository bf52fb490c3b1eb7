"""How a message ends: the address of the post's web site, the signer, and what is printed below the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..patterns import lazy
from .furniture import LEVEL_LINES
from .lines import Line
from .marks import number_at
from .parts import RULE
from .sentences import NOT_ENDED, ending
from .signer import set_apart, signs, split

_BOILERPLATE = lazy(
    r"\(?(?:(?:Please )?[Vv]isit |(?:PLEASE )?VISIT )[A-Z][\w'’ .,-]{2,40}?"
    r"(?:[Cc]lassified|CLASSIFIED|[Ww]eb ?[Ss]ite|WEB ?SITE)"
    r"|MINIMIZE CONSIDERED|https?://\S+$|www\.\S+$|You can also access this"
)
_GLUED_BOILERPLATE = lazy(
    r"(?:(?:(?<=[.?!)\]\"”])|(?<=\*))\s+| {4,40})"
    r"(?=(?:Please v|V)isit [A-Z][\w'’ .-]{2,40}?(?:Classified|Web ?[Ss]ite))"
)
_TRAILER = lazy(r"#\d{3,5}|BT|N{3,4}|[<>*#=+\"]{1,40}|\.{3,}|\(?END (?:OF )?(?:MESSAGE|CABLE|TELEGRAM)\)?\.?", re.I)
_SHELF_MARK = lazy(r"(?:(?:19|20)?\d\d[A-Z]{3,20}\d{1,7} {0,3}- {0,3})?(?:Classification: {0,3})?", re.I)
_AFTERWORD = lazy(r"NOTE(?: BY [A-Z/-]{2,12})? ?:|UNQ(?:UO)?TE\.?$|GP-\d\.?$")
# How long a message of before 1973 is to be kept secret, above the name: `GP-3`.
_GROUP = lazy(r"GP ?- ?[1-4]\.?")
_GLUED_GROUP = lazy(r"(?<=[.?!)\"]) {1,4}GP ?- ?[1-4]\.?$")
# How a letter ends: above the signer, with a first name between them or none.
_VALEDICTION = lazy(
    r"(?:(?:with |many )?(?:very )?(?:best|warm(?:est)?|kind(?:est)?|thanks(?: and)?)(?: wishes| regards)?|regards"
    r"|(?:very )?(?:sincerely|respectfully|cordially|truly)(?: yours)?|yours [a-z]{4,10}),",
    re.I,
)
_LONGEST_NAME = 30
# A name that stands behind the last sentence, and again on a line of its own.
_LAST_WORD = lazy(r"\s\S{2,40}$")
_MOST_AFTER = 5
_FEWEST = 2
_SHORTEST_UNDERLINE = 5
_WINDOW = 14
_LONGEST_GROUP = 8


@dataclass(slots=True)
class Closing:
    """Where the closing lines begin (`len(lines)` if there are none), the signer's line, and what stood below it."""

    start: int
    signer: Line | None
    trailers: list[Line]


def close(lines: list[Line], *, capitals: bool) -> Closing:
    """Find the closing lines. Trailers are taken off `lines`; a name or an address glued to the text is split off."""
    trailers: list[Line] = []
    while lines and _trails(lines, capitals=capitals):
        trailers.append(lines.pop())
    if lines and len(lines[-1].text) > 1 and lines[-1].text[-1] == '"' and lines[-1].text.count('"') % 2:
        lines[-1] = _without_quote(lines[-1])
    end = _before_afterword(lines, capitals=capitals)
    signed = bool(end) and signs(lines, end - 1, capitals=capitals)
    if end and not signed and end == len(lines):
        signed = set_apart(lines, end - 1, capitals=capitals)
        end = len(lines)
    signer = lines[end - 1] if signed else None
    end -= signed
    if signed and end and lines[end - 1].text == lines[end].text:
        end -= 1
    elif signed and end and lines[end - 1].text.endswith(f" {lines[end].text}"):
        split(lines, end - 1, _LAST_WORD)
    if end and _GROUP.fullmatch(lines[end - 1].text):
        end -= 1
    elif end and "GP" in lines[end - 1].text[-_LONGEST_GROUP:]:
        split(lines, end - 1, _GLUED_GROUP)
    return Closing(_boilerplate(lines, _valediction(lines, end)), signer, trailers)


def _trails(lines: list[Line], *, capitals: bool) -> bool:
    """Whether the last line is no part of the message: a rule, an end mark, the level at the foot of the page."""
    line = lines[-1]
    if line.kind == RULE:
        return bool(line.gap) or len(lines) < _FEWEST or lines[-2].kind == RULE or len(line.text) < _SHORTEST_UNDERLINE
    if _TRAILER.fullmatch(line.text):
        return True
    level = _SHELF_MARK.sub("", line.text, 1)
    if (level not in LEVEL_LINES and level != ".") or len(lines) < 2:
        return False
    apart = (line.gap and level != ".") or level != line.text or ending(lines[-2].text) != NOT_ENDED
    return bool(apart) or signs(lines, len(lines) - 2, capitals=capitals)


def _before_afterword(lines: list[Line], *, capitals: bool) -> int:
    """Where the words end that a signer closes, if a note on the message stands below the name; else `len(lines)`."""
    for index in range(len(lines) - 1, max(len(lines) - _MOST_AFTER, 1) - 1, -1):
        if _AFTERWORD.match(lines[index].text) and signs(lines, index - 1, capitals=capitals):
            return index
    return len(lines)


def _without_quote(line: Line) -> Line:
    """A last line without the quotation mark that ended its field in a dump."""
    text = line.text[:-1].rstrip()
    return replace(line, end=line.start + len(text), text=text)


def _valediction(lines: list[Line], end: int) -> int:
    """The line before `end` that takes leave of the reader, as the end of a letter does, or `end`."""
    for index in range(end - 1, max(end - _FEWEST, 1) - 1, -1):
        if lines[index].gap and _VALEDICTION.fullmatch(lines[index].text):
            return index
        if len(lines[index].text) > _LONGEST_NAME or ending(lines[index].text) != NOT_ENDED:
            break
    return end


def _boilerplate(lines: list[Line], end: int) -> int:
    """The first of the lines before `end` that tell of the post's web site, or `end`."""
    first = max(0, end - _WINDOW)
    for index in range(first, end):
        if lines[index].gap and number_at(lines[index].text):
            first = index
    for index in range(first, end):
        line = lines[index]
        if line.kind != RULE and _BOILERPLATE.match(line.text) and _apart(lines, index):
            return index
        if line.kind != RULE and "isit " in line.text and split(lines, index, _GLUED_BOILERPLATE):
            return index + 1
    return end


def _apart(lines: list[Line], index: int) -> bool:
    line = lines[index]
    before = lines[index - 1] if index else None
    if before is None or line.gap > 0 or before.kind == RULE:
        return True
    return not line.text.startswith(("http", "www.")) and ending(before.text) != NOT_ENDED
