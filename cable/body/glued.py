"""Copies that lost their line breaks: headings that stand at the end of the paragraph before them, split off it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..patterns import lazy
from .headings import may_head, title_case
from .lines import BLANK_GAP, Line
from .marks import number_at
from .parts import ATTRIBUTION, LONG, RULE, TEXT
from .sentences import ENDED, NOT_ENDED, ending

_LONGEST = 80
_SHORTEST = 4
_LONGEST_ABBREVIATION = 6
_FEW_WORDS = 8
_FEWEST_TELLING = 2
_HABIT = 2
_LOOK = 24
_BOUNDARY = lazy(r"(?<=[.?!)\]\"\u201d]) +(?=[A-Z0-9\"'(\u201c])")
_BETWEEN_DASHES = lazy(r"(?:^|(?<=\s))(?P<rule>-{3,4}) (?P<title>[A-Z][^-]{1,60}) (?P=rule)$")
_WORD = lazy(r"[A-Za-z][A-Za-z'\u2019-]*")
_USUAL = frozenset(("SUMMARY", "COMMENT", "BACKGROUND", "INTRODUCTION", "CONCLUSION", "ACTION REQUEST", "BIO NOTE"))
_VERBS = "is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|said|says"
_SAYS = lazy(rf"\b(?:{_VERBS})\b")
_SAYS_MORE = lazy(rf"\b(?:{_VERBS}) [a-z]")


@dataclass(slots=True)
class _Habits:
    """How a telegram is typed: all in capitals, and whether it has headings without rules, which is asked once."""

    lines: Sequence[Line]
    capitals: bool
    found: bool | None = None

    @property
    def bare(self) -> bool:
        """Whether headings that no rule marks stand on lines of their own."""
        if self.found is None:
            self.found = _by_habit(self.lines)
        return self.found


def unglue(lines: list[Line], *, capitals: bool) -> list[Line]:
    """The lines, with a heading that ends a long one on a line of its own."""
    long = [
        index
        for index, line in enumerate(lines)
        if (len(line.text) > LONG or not line.whole or line.text[:3] == "---") and "\n" not in line.text
    ]
    habits = _Habits(lines, capitals)
    places = {index: place for index in long for place in _places(lines, index, habits)}
    if not places:
        return lines
    return [part for index, line in enumerate(lines) for part in _split(lines, line, index, places)]


def heads_number(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is plainly a title, and the next one a numbered paragraph set apart from it."""
    line = lines[index]
    if len(line.text) > _LONGEST or not _numbered(lines, index + 1) or ending(line.text) != NOT_ENDED:
        return False
    few = 0 if line.gap == BLANK_GAP else _FEWEST_TELLING
    return len(_WORD.findall(line.text)) > few and title_case(line.text) and may_head(line.text)


def heads_close(before: Line, line: Line) -> bool:
    """Whether a line is the title of the numbered paragraph right below it, in a copy that lost its blank lines."""
    text = line.text
    if len(text) > _LONGEST or ending(before.text) == NOT_ENDED or ending(text) != NOT_ENDED or not may_head(text):
        return False
    if ATTRIBUTION.match(text) or (before.text.isupper() and text.isupper()):
        return False
    telling = text.upper() in _USUAL or len(_WORD.findall(text)) >= _FEWEST_TELLING
    return text.isupper() or (telling and title_case(text))


def _places(lines: Sequence[Line], index: int, habits: _Habits) -> Iterator[int]:
    """Where the heading begins that ends the line at `index`; nothing if none does."""
    text = lines[index].text
    if lines[index].kind != TEXT:
        return
    framed = _BETWEEN_DASHES.search(text, max(0, len(text) - LONG)) if text[-3:] == "---" else None
    if framed:
        yield framed.start()
        return
    place = _last_sentence(text) if len(text) > LONG or not lines[index].whole else None
    if place is None:
        return
    title = text[place:]
    sourced = text[:place].rstrip()[-1:] == "]"
    if _rest_of_title(lines, index, title) or (_numbered(lines, index + 1) and _is_title(title, habits, sourced)):
        yield place


def _last_sentence(text: str) -> int | None:
    """Where the words behind the last end of a sentence begin, if they are few and end none themselves."""
    if ending(text) != NOT_ENDED:
        return None
    low = max(0, len(text) - _LONGEST - 2)
    ends = [
        found
        for found in _BOUNDARY.finditer(text, low)
        if ending(text[max(0, found.start() - _LOOK) : found.start()]) == ENDED or text[found.start() - 1] == "]"
    ]
    return ends[-1].end() if ends else None


def _numbered(lines: Sequence[Line], index: int) -> bool:
    """Whether the line at `index` stands apart, or below a whole paragraph, and begins with a number."""
    line = lines[index] if index < len(lines) else None
    if line is None or line.kind != TEXT or not (line.gap or len(lines[index - 1].text) > LONG):
        return False
    printed = number_at(line.text) if line.text[0].isdigit() else None
    return printed is not None and (not printed.bare or line.outer < line.start)


def _rest_of_title(lines: Sequence[Line], index: int, title: str) -> bool:
    """Whether the next line and `title` before it are together as long as the rule below: it was typed for both."""
    if index + 2 >= len(lines) or lines[index + 2].kind != RULE or lines[index + 1].kind != TEXT:
        return False
    rest, rule = lines[index + 1].text, lines[index + 2].text
    return len(title) + 1 + len(rest) == sum(map(len, rule.split()))


def _is_title(text: str, habits: _Habits, sourced: bool) -> bool:
    """Whether the last words of a paragraph are the heading of the next; behind a source, a short one as well."""
    if (len(text) < _SHORTEST and not sourced) or not may_head(text) or ATTRIBUTION.match(text):
        return False
    if text.upper() in _USUAL:
        return not habits.capitals or text[0].isupper()
    if text.isupper():
        return not habits.capitals and (habits.bare or sourced or len(text) > _LONGEST_ABBREVIATION)
    words = _WORD.findall(text)
    if title_case(text):
        return len(words) >= _FEWEST_TELLING and _SAYS_MORE.search(text) is None
    return len(words) <= _FEW_WORDS and habits.bare and _SAYS.search(text) is None


def _by_habit(lines: Sequence[Line]) -> bool:
    """Whether the telegram has headings that no rule marks, on lines of their own."""
    count = 0
    for index, line in enumerate(lines):
        count += (
            line.kind == TEXT
            and line.gap > 0
            and len(line.text) <= _LONGEST
            and _numbered(lines, index + 1)
            and not line.text[0].isdigit()
            and ending(line.text) == NOT_ENDED
        )
        if count >= _HABIT:
            return True
    return False


def _split(lines: Sequence[Line], line: Line, index: int, places: dict[int, int]) -> Iterator[Line]:
    if index - 1 in places and _rest_of_title(lines, index - 1, lines[index - 1].text[places[index - 1] :]):
        yield replace(line, gap=0, whole=False)
        return
    place = places.get(index)
    if place is None:
        yield line
        return
    first = line.text[:place].rstrip()
    if first:
        yield replace(line, end=line.start + len(first), text=first, whole=False)
    framed = _BETWEEN_DASHES.match(line.text, place)
    if framed:
        yield _part(line, place, framed.end("rule"), RULE)
        yield _part(line, framed.start("title"), framed.end("title"), TEXT)
        yield _part(line, framed.end("title") + 1, len(line.text), RULE)
    else:
        yield replace(_part(line, place, len(line.text), TEXT), gap=BLANK_GAP)


def _part(line: Line, first: int, last: int, kind: str) -> Line:
    start = line.start + first
    return Line(start, line.start + last, start, line.text[first:last], kind, 0, 0, whole=False)
