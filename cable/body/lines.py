"""The body's lines: blank ones counted, furniture taken out, rules and text set apart by their first character."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..patterns import lazy
from .furniture import CAPTION_LINES, LEVEL_LINES, cuts
from .parts import FRAME, LONG, RULE, RULE_HEADS, TEXT, TITLE, has_rule, inner_rules, is_rule, split
from .sections import Cut

BLANK_GAP, PAGE_GAP, _FIRST_BLANK = 1, 2, 4
"""What stands between a line and the one before it: blank lines, furniture, or both."""

_GAPS = BLANK_GAP | PAGE_GAP


@dataclass(slots=True)
class Line:
    """A line, with the lines after it that plainly go on with its sentence; or a part of a line.

    `text` is `telegram[start:end]` as it stands, without the blanks around it. `outer` is where the line begins with
    what is not shown (a pilcrow, a paragraph number, a portion mark).
    """

    start: int
    end: int
    outer: int
    text: str
    kind: str = TEXT
    gap: int = 0
    indent: int = 0
    whole: bool = True

    @property
    def reach(self) -> int:
        """The column at which the last of its lines ends."""
        newline = self.text.rfind("\n")
        return self.indent + self.end - self.outer if newline < 0 else len(self.text) - newline - 1


@dataclass(slots=True)
class Lines:
    """The lines of text and rules, and the stretches that are no part of the message."""

    lines: list[Line]
    furniture: list[Cut]


_UNIT = lazy(r"[^\S\n]*+(?:\S[^\n]{0,119}+(?:\n(?=[a-z][^.)\s])(?![ivx]{2,4}[.)])[^\n]{1,120}+(?=\n|\Z))*+[^\n]*+)?\n?")
"""A line, with the lines after it that begin with a small letter; they are no marks, numbers, headings or captions."""

_ODD_HEADS = RULE_HEADS | {"\u00b6"}
_NEAR = 10
_FILLED = lazy(r"- {1,4}--")
# Among them what is left of a line whose words stand elsewhere.
_ODD_LINES = CAPTION_LINES | LEVEL_LINES | {"-", "\u00b6"}
_LONGEST_ODD = max(map(len, _ODD_LINES))


def scan(text: str, start: int, post: str | None = None, *, doubled: bool = False) -> Lines:
    """The lines of `text[start:]`; where line spacing is `doubled`, one blank line parts nothing."""
    found = [*cuts(text, start, post), (len(text) + 1, len(text) + 1)]
    scanner = _Scanner(text, found, inner_rules(text, start), doubled)
    scanner.run(start)
    return Lines(scanner.lines, sorted(scanner.furniture))


@dataclass(slots=True)
class _Scanner:
    """One pass over the text; `cut` is the next of `cuts`, `covered` where the last one ended."""

    text: str
    cuts: list[Cut]
    inner: tuple[str, ...]
    doubled: bool
    lines: list[Line] = field(default_factory=list)
    furniture: list[Cut] = field(default_factory=list)
    cut: int = 0
    covered: int = 0
    gap: int = 0

    def run(self, start: int) -> None:
        """Read all lines; the common ones, words and nothing else, are told apart with the fewest looks."""
        lines, cuts = self.lines, self.cuts
        for found in _UNIT.finditer(self.text, start):
            raw = found[0]
            body = raw.strip()
            if not body:
                self._blank()
                continue
            position, stop = found.span()
            lead = 0 if raw[0] == body[0] else raw.index(body)
            if cuts[self.cut][0] < stop or position < self.covered:
                self._each(position, raw)
            elif self._plain(body):
                position += lead
                lines.append(Line(position, position + len(body), position, body, TEXT, self.gap & _GAPS, lead))
                self.gap = 0
            elif "\n" in body:
                self._each(position, raw)
            else:
                self._odd(position + lead, body, lead)

    def _plain(self, body: str) -> bool:
        """Whether a line, or several of one sentence, are words and nothing else."""
        if body[0] in _ODD_HEADS or (self.inner and has_rule(body, self.inner)):
            return False
        if "\n" in body:
            return "   " not in body
        return len(body) <= LONG and body[-2:] != "--" and (len(body) > _LONGEST_ODD or body not in _ODD_LINES)

    def _blank(self) -> None:
        self.gap |= BLANK_GAP if not self.doubled or self.gap & _FIRST_BLANK else _FIRST_BLANK

    def _each(self, position: int, raws: str) -> None:
        """Lines that hold more than words, one by one."""
        for raw in raws.removesuffix("\n").split("\n"):
            stop = position + len(raw)
            body = raw.strip()
            if not body:
                self._blank()
            elif self.cuts[self.cut][0] < stop or position < self.covered:
                self._around(max(position, self.covered), stop)
            else:
                lead = raw.index(body)
                self._odd(position + lead, body, lead)
            position = stop + 1

    def _odd(self, first: int, body: str, lead: int) -> None:
        """A line that may be a caption or a rule, or have a mark at its head, or be several things in one."""
        if body[0] in RULE_HEADS and is_rule(body):
            self._add(first, body, RULE, lead)
        elif len(body) > LONG or body[-2:] == "--" or (self.inner and has_rule(body, self.inner)):
            self._parts(first, first + len(body), alone=True)
        elif body in _ODD_LINES and (body not in LEVEL_LINES or self._apart(first + len(body))):
            self._furnish(first, first + len(body))
        else:
            self._add(first, body, TEXT, lead)

    def _apart(self, stop: int) -> bool:
        """Whether a line whose words stop here is by itself: what is above or below is blank or of the page."""
        if self.gap & _GAPS:
            return True
        start = self.text.find("\n", stop) + 1 or len(self.text)
        end = self.text.find("\n", start)
        line = self.text[start : end if end >= 0 else len(self.text)]
        following = line.strip()
        if not following or following in LEVEL_LINES or following == "NNNN" or following.startswith("PAGE "):
            return True
        return self.cuts[self.cut][0] == start + line.index(following)

    def _furnish(self, start: int, end: int) -> None:
        self.furniture.append((start, end))
        self.gap |= PAGE_GAP

    def _add(self, start: int, body: str, kind: str, indent: int = 0, whole: bool = True) -> None:
        line = Line(start, start + len(body), start, body, kind, self.gap & _GAPS, indent, whole)
        if (body[0] == "\u00b6" and len(body) > 1) or (body[0] == "-" and _FILLED.match(body)):
            bare = body[1:].lstrip()
            line.start, line.text = line.end - len(bare), bare
        if line.text:
            self.lines.append(line)
            self.gap = 0

    def _around(self, start: int, stop: int) -> None:
        """What stands between the cuts of a line."""
        inside = self.text[start - 1 : start] not in ("", "\n")
        while self.cuts[self.cut][0] < stop:
            first, last = self.cuts[self.cut]
            self.cut += 1
            ruled = self.text[last : last + _NEAR].lstrip(" ").startswith("-----")
            self._parts(start, first, inside=inside, ruled=ruled)
            self._furnish(first, last)
            start = self.covered = max(start, last)
            inside = True
        self._parts(start, stop, inside=inside)

    def _parts(self, start: int, stop: int, *, alone: bool = False, inside: bool = False, ruled: bool = False) -> None:
        """The parts of a line: split at rules inside it and at numbers glued to the paragraph before."""
        if start >= stop:
            return
        parts = split(self.text, start, stop, self.inner, inside=inside, ruled=ruled)
        for kind, first, last in parts:
            raw = self.text[first:last]
            body = raw.strip()
            if body:
                self.gap |= BLANK_GAP if kind in (TITLE, FRAME) else 0
                shown = RULE if kind in (RULE, FRAME) else TEXT
                self._add(first + raw.find(body), body, shown, 0, alone and len(parts) == 1)
