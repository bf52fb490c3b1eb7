"""Lines gathered into drafts of blocks: numbered paragraphs, continuations, items, tables, ruled headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..patterns import lazy
from .drafts import Draft, Mend
from .glued import heads_close, heads_number
from .items import MOST_BELOW, bullet_at, follows, in_sentence, like, opens_name
from .joins import breaks, goes_on
from .leads import trimmed
from .lines import BLANK_GAP, PAGE_GAP, Line
from .marks import mark_at
from .numbering import Numbered
from .parts import RULE
from .rows import columnar, tabular
from .sentences import ENDED, NOT_ENDED, ending
from .shape import Shape
from .titles import frames, heads_one, numbered_title, ruled, says, title

_SMALL_MARK = lazy(r"(?:[ivx]{2,4}[.)]|\([a-z]{1,4}\))\s")


@dataclass(slots=True)
class Gatherer:
    """One pass over the lines: `drafts` grows, `strays` are the rules that belong to no heading.

    `bullet` is the last mark of a list, `outer` the last one of the list that this list is in.
    """

    lines: Sequence[Line]
    numbers: Mapping[int, Numbered]
    shape: Shape
    drafts: list[Draft] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    over: Line | None = None
    fresh: bool = True
    bullet: str | None = None
    outer: str | None = None

    def run(self) -> None:
        """Gather all lines."""
        for index, line in enumerate(self.lines):
            if line.kind == RULE:
                self._rule(index, line)
            elif index in self.numbers:
                self._number(line, self.numbers[index])
            else:
                self._text(index, line)
        if self.over:
            self.strays.append(self.over)

    def _begin(self, draft: Draft) -> None:
        draft.over, self.over = self.over, None
        self.drafts.append(draft)
        self.fresh = False

    def _number(self, line: Line, numbered: Numbered) -> None:
        printed, mark = numbered.printed, numbered.mark
        words = trimmed(line, printed.end, mark)
        # The first item may stand right behind the number: `2. (U) A. Who pays for the light?`
        self.bullet, self.outer = f"{printed.first}.", bullet_at(words[0].text) if words[0].text else None
        mends: list[Mend] = []
        if line.text[printed.start : printed.stop] != numbered.value:
            mends.append(("number", line.start + printed.start, line.start + printed.stop, numbered.value))
        if mark and mark.found:
            start = line.start + line.text.index(mark.found, mark.start)
            mends.append(("marking", start, start + len(mark.found), f"({mark.text})"))
        self._begin(
            Draft(
                "paragraph",
                words,
                numbered,
                marking=mark.text if mark else printed.marking,
                mends=tuple(mends),
            )
        )

    def _text(self, index: int, line: Line) -> None:
        draft = None if self.fresh or self.over else self.drafts[-1]
        if draft and not draft.last.text and line.text[0] == "(" and not draft.marking and self._marks(draft, line):
            return
        if draft and _is_prose(draft, line) and (index + 1 not in self.numbers or not heads_close(draft.last, line)):
            if breaks(draft, line, self.shape):
                self._plain(index, line)
            else:
                draft.lines.append(line)
            return
        if draft and (index + 1 in self.numbers or line.text == ".") and self._alone(line, draft):
            return
        bullet = bullet_at(line.text)
        if bullet and self._lists(index, draft, bullet):
            if not like(bullet, self.bullet):
                self.outer = self.bullet
            self.bullet = bullet
            self._begin(Draft("item", [line], None, bullet))
        elif draft is None:
            self._plain(index, line)
        elif line.gap:
            if not self._opens(index) and goes_on(draft, line, self.shape, ruled=ruled(self.lines, index)):
                draft.lines.append(line)
            else:
                self._plain(index, line)
        elif self._tabular(index):
            self._row(line, draft)
        elif draft.kind == "table" or breaks(draft, line, self.shape):
            self._plain(index, line)
        else:
            draft.lines.append(line)

    def _alone(self, line: Line, draft: Draft) -> bool:
        """Take a line that is a stray stop behind a sentence, or a title right above a number."""
        if line.text == ".":
            stray = draft.last.text[-1:] == "."
            self.strays += [line] if stray else []
            return stray
        titled = not line.gap and heads_close(draft.last, line)
        if titled:
            self._begin(Draft("continuation", [line]))
        return titled

    def _opens(self, index: int) -> bool:
        """Whether a line after a gap is plainly no more of the block: a title, or words with a portion mark."""
        line = self.lines[index]
        if line.text[0] == "(" and line.gap == BLANK_GAP and mark_at(line.text, 0, numbered=False):
            return True
        alone = not self.shape.width or (index + 1 in self.numbers and line.gap == BLANK_GAP and not columnar(line))
        return alone and heads_number(self.lines, index)

    def _marks(self, draft: Draft, line: Line) -> bool:
        """Take the portion mark, and what follows it, of a paragraph whose number stands alone on the line above."""
        mark = mark_at(line.text, 0, numbered=False)
        if mark:
            draft.marking = mark.text
            draft.lines.extend(trimmed(line, 0, mark))
        return mark is not None

    def _row(self, line: Line, draft: Draft) -> None:
        if draft.kind == "table":
            draft.lines.append(line)
        else:
            self._begin(Draft("table", [line]))

    def _plain(self, index: int, line: Line) -> None:
        """A block without number and mark of a list."""
        if self._tabular(index):
            self._begin(Draft("table", [line]))
            return
        mark = mark_at(line.text, 0, numbered=False) if line.text[0] == "(" else None
        if mark:
            self._begin(Draft("continuation", trimmed(line, 0, mark), marking=mark.text))
        else:
            self._begin(Draft("continuation", [line]))

    def _lists(self, index: int, draft: Draft | None, bullet: str) -> bool:
        """Whether a mark at the head of a line opens an item, and is no dash or letter of a wrapped sentence."""
        line = self.lines[index]
        if line.outer < line.start and not bullet[0].isdigit():
            return True
        if not follows(bullet, self.bullet) and not (self.outer and like(bullet, self.outer)):
            return draft is not None and bullet[0] != "(" and self._below_title(draft.last, bullet)
        if draft is None:
            return True
        before = draft.last
        end = ending(before.text)
        if line.gap & PAGE_GAP and in_sentence(bullet, line.text) and self.shape.full(before, line):
            return False
        if line.gap:
            apart = line.gap & PAGE_GAP == 0 or end != NOT_ENDED or not self.shape.full(before, line)
            return apart or (bullet == draft.bullet and bullet[0] == "-")
        if (in_sentence(bullet, line.text) or self._names(index, bullet)) and self.shape.full(before, line):
            return False
        if end == ENDED or (end != NOT_ENDED and before.text[-1:] == ";"):
            return True
        if like(bullet, draft.bullet):
            return bullet != "-" or not self.shape.full(before, line)
        listed = end != NOT_ENDED or not bullet[0].isalnum() or (draft.numbered is not None and bullet[0].isdigit())
        return (listed and self.shape.early(before, line)) or self._below_title(before, bullet)

    def _names(self, index: int, bullet: str) -> bool:
        return not like(bullet, self.bullet) and opens_name(
            [line.text for line in self.lines[index : index + MOST_BELOW]]
        )

    def _below_title(self, before: Line, bullet: str) -> bool:
        """Whether a mark with a bracket stands below a line of few words: `II. The lamps`, `d) oil`."""
        return bullet[-1] == ")" and before.reach * 2 < self.shape.width

    def _tabular(self, index: int) -> bool:
        return tabular(self.lines, index, self.shape, inside=not self.fresh and self.drafts[-1].kind == "table")

    def _rule(self, index: int, line: Line) -> None:
        """A rule belongs to the heading above it, else to the one below, else to nothing."""
        draft = None if self.fresh else self.drafts[-1]
        if draft and draft.kind == "table" and (not line.gap or columnar(line)):
            draft.lines.append(line)
            return
        if draft and draft.numbered and numbered_title(draft, self.lines, index, self.numbers):
            self.drafts[-1] = Draft("heading", [self.lines[index - 1]], over=draft.over, under=line)
            self.fresh, self.bullet = True, None
            return
        over = draft is not None and (line.gap > 0 or says(draft.last.text)) and frames(self.lines, index)
        free = draft is not None and not draft.under and not self.over and not over
        count = title(draft, line.text) if draft and free else 0
        if draft and count < len(draft.lines) and line.gap and heads_one(self.lines, index, self.numbers):
            count = 0
        if draft and count:
            if count < len(draft.lines):
                lines = draft.lines[-count:]
                del draft.lines[-count:]
                draft = Draft("continuation", lines)
                self.drafts.append(draft)
            draft.under = line
            draft.kind = "heading"
            self.bullet = self.outer = None
        else:
            if self.over:
                self.strays.append(self.over)
            self.over = line
        self.fresh = True


def _is_prose(draft: Draft, line: Line) -> bool:
    """Whether a line is plainly one more line of sentences: no mark, no columns, nothing between it and the last."""
    text = line.text
    if line.gap or not text[1:2].islower() or line.indent > 2 or draft.kind == "table" or "   " in text:
        return False
    return text[0] not in "|(ivx" or not (text[0] == "|" or _SMALL_MARK.match(text))
