"""The body's lines: blank ones counted, furniture taken out, rules and text set apart by their first character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .furniture import CAPTION_LINES, LEVEL_LINES, Cut, cuts
from .sentences import NOT_ENDED, ending

TEXT, RULE = "text", "rule"

BLANK_GAP, PAGE_GAP = 1, 2
"""What stands between a line and the one before it: blank lines, furniture, or both."""


@dataclass(slots=True)
class Line:
    """A line, or a part of one: `text` is `telegram[start:end]` without the blanks around it.

    `outer` is where the line begins with what is not shown (a pilcrow, a paragraph number, a portion mark).
    """

    start: int
    end: int
    outer: int
    text: str
    kind: str = TEXT
    gap: int = 0
    indent: int = 0
    whole: bool = True


@dataclass(slots=True)
class Lines:
    """The lines of text and rules, and the stretches that are no part of the message."""

    lines: list[Line]
    furniture: list[Cut]


_RULE_CHARS = "-=_*~#+. \t\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501"
_RULE_HEADS = frozenset(_RULE_CHARS) - frozenset(". \t")
_ODD_HEADS = _RULE_HEADS | {"\u00b6"}
_ODD_LINES = CAPTION_LINES | LEVEL_LINES
_INNER_RULES = ("-----", "=====", "_____", "*****", "\u2010" * 5, "\u2013" * 5, "\u2014" * 5)
_INNER_RULE = re.compile(
    "(?:^|(?<=[ \t\n]))[-=_*\u2010\u2013\u2014]{5,}(?:[ \t]+[-=_*\u2010\u2013\u2014]+)*(?=[ \t]|$)"
    "|(?<![-=_*])[-=_*]{12,}(?:[ \t]+[-=_*]+)*(?=[ \t]|$)"
)
_GLUED_NUMBER = re.compile(r"(?<=[.?!:)\"] )[ ]*(?=\u00b6?\d{1,2}\. *\((?:U|C|S|SBU|LOU)[)/])")
_LONG = 160


def scan(text: str, start: int, post: str | None = None) -> Lines:
    """The lines of `text[start:]`."""
    scanner = _Scanner(text, start, cuts(text, start, post), tuple(r for r in _INNER_RULES if text.find(r, start) >= 0))
    scanner.run()
    return Lines(scanner.lines, sorted(scanner.furniture))


@dataclass(slots=True)
class _Scanner:
    """One pass over the physical lines; most are told by their first character alone."""

    text: str
    start: int
    cuts: list[Cut]
    inner: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)
    furniture: list[Cut] = field(default_factory=list)
    gap: int = 0

    def run(self) -> None:
        """Read all lines; the common one, words and nothing else, is told apart with the fewest looks."""
        raws = self.text[self.start :].split("\n")
        cuts = [*self.cuts, (len(self.text) + 1, 0)]
        following = covered = 0
        position = self.start
        lines, others = self.lines, tuple(rule for rule in self.inner if rule != "-----")
        for index, raw in enumerate(raws):
            stop = position + len(raw)
            body = raw.strip()
            if not body:
                self.gap |= BLANK_GAP
            elif cuts[following][0] < stop or position < covered:
                first = following
                while cuts[following][0] < stop:
                    following += 1
                covered = self._around(max(position, covered), stop, cuts[first:following])
            elif body[0] in _ODD_HEADS or body in _ODD_LINES or len(body) > _LONG or "-----" in body:
                self._odd(raws, index, position, body)
            elif others and any(rule in body for rule in others):
                self._parts(position, stop, alone=True)
            else:
                lead = 0 if raw[0] == body[0] else raw.index(body)
                start = position + lead
                lines.append(Line(start, start + len(body), start, body, TEXT, self.gap, lead))
                self.gap = 0
            position = stop + 1

    def _odd(self, raws: list[str], index: int, position: int, body: str) -> None:
        """A line that is more than words: a caption, a rule, a mark at its head, or several things in one."""
        raw = raws[index]
        lead = raw.index(body)
        if body in CAPTION_LINES or body == "-" or (body in LEVEL_LINES and self._apart(raws, index)):
            self._furnish(position + lead, position + lead + len(body))
        elif body[0] in _RULE_HEADS and _is_rule(body):
            self._add(position + lead, body, RULE, lead)
        elif len(body) > _LONG or any(rule in body for rule in self.inner):
            self._parts(position, position + len(raw), alone=True)
        else:
            self._add(position + lead, body, TEXT, lead)

    def _apart(self, raws: list[str], index: int) -> bool:
        """Whether the line at `index` stands by itself: what is above or below it is blank or of the page."""
        following = raws[index + 1].strip() if index + 1 < len(raws) else ""
        return bool(self.gap) or not following or following in LEVEL_LINES or following.startswith("PAGE ")

    def _furnish(self, start: int, end: int) -> None:
        self.furniture.append((start, end))
        self.gap |= PAGE_GAP

    def _add(self, start: int, body: str, kind: str, indent: int = 0, whole: bool = True) -> None:
        line = Line(start, start + len(body), start, body, kind, self.gap, indent, whole)
        if (body[0] == "\u00b6" and len(body) > 1) or body.startswith("- --"):
            bare = body[1:].lstrip()
            line.start, line.text = line.end - len(bare), bare
        if line.text:
            self.lines.append(line)
            self.gap = 0

    def _around(self, start: int, stop: int, own: list[Cut]) -> int:
        """What stands between the cuts of a line, and where the last of them ends."""
        for first, last in own:
            self._parts(start, min(first, stop), alone=False)
            self._furnish(first, last)
            start = max(start, last)
        self._parts(start, stop, alone=False)
        return start

    def _parts(self, start: int, stop: int, *, alone: bool) -> None:
        """The parts of a line: split at rules inside it and at numbers glued to the paragraph before."""
        parts = list(_split(self.text, start, stop, self.inner))
        for kind, first, last in parts:
            raw = self.text[first:last]
            body = raw.strip()
            if body:
                self._add(first + raw.find(body), body, kind, 0, alone and len(parts) == 1)


def _is_rule(body: str) -> bool:
    return len(body) > 2 and not body.strip(_RULE_CHARS)


def _split(text: str, start: int, stop: int, inner: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """The parts of a line: rules, headings that a rule follows, and paragraphs whose numbers are glued to the last."""
    position = start
    if inner:
        for rule in _INNER_RULE.finditer(text, start, stop):
            if rule.start() > position:
                yield from _sentences(text, position, rule.start(), ruled=True)
            yield RULE, rule.start(), rule.end()
            position = rule.end()
    if position < stop:
        yield from _sentences(text, position, stop, ruled=False)


def _sentences(text: str, start: int, stop: int, *, ruled: bool) -> Iterator[tuple[str, int, int]]:
    position = start
    for number in _GLUED_NUMBER.finditer(text, start, stop):
        yield TEXT, position, number.end()
        position = number.end()
    title = _last_title(text, position, stop) if ruled else None
    if title:
        yield TEXT, position, title
        position = title
    yield TEXT, position, stop


_BOUNDARY = re.compile(r"[.?!)\"\u201d] +(?=[A-Z0-9\"'(\u201c])")


def _last_title(text: str, start: int, stop: int) -> int | None:
    """Where a heading begins that is glued to the end of a paragraph, right before its rule."""
    low = max(start, stop - _LONG)
    if stop - start < _LONG:
        return None
    ends = [found.end() for found in _BOUNDARY.finditer(text, low, stop)]
    if not ends:
        return None
    title = text[ends[-1] : stop].strip()
    return ends[-1] if title and ending(title) == NOT_ENDED else None
