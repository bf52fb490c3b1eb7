"""Lines that a rule makes a heading: how many of the lines above it, and whether one comes below a line."""

from __future__ import annotations

from collections.abc import Container, Sequence

from .drafts import Draft
from .headings import title_case
from .items import bullet_at
from .lines import BLANK_GAP, PAGE_GAP, Line
from .parts import RULE, TEXT
from .sentences import ENDED, NOT_ENDED, ending

_TITLE_LINES = 3
_TITLE_LENGTH = 240
_MOST_FRAMES = 20
_UNEVEN = 2


def ruled(lines: Sequence[Line], index: int) -> bool:
    """Whether the line at `index`, or one of the two after it, is directly followed by a rule.

    A rule that stands apart belongs to the line below it, if that one is ruled in its turn: so on, not endlessly.
    """
    answer = True
    for _ in range(_MOST_FRAMES):
        rule = _next_rule(lines, index)
        if rule is None:
            return not answer
        if not lines[rule].gap or not _heads_text(lines, rule):
            return answer
        answer, index = not answer, rule + 1
    return answer


def frames(lines: Sequence[Line], index: int) -> bool:
    """Whether the rule at `index` stands above lines that another rule stands below."""
    return _heads_text(lines, index) and ruled(lines, index + 1)


def says(text: str) -> bool:
    """Whether a line ends a sentence, in small letters: a rule right below it belongs to the heading that follows."""
    return not text.isupper() and ending(text) == ENDED and not title_case(text)


def _next_rule(lines: Sequence[Line], index: int) -> int | None:
    """The rule below the line at `index` or one of the two after it; None if they are no lines of a heading."""
    if lines[index].text.upper().startswith("END "):
        return None
    length = 0
    for other in range(index, min(index + 1 + _TITLE_LINES, len(lines))):
        line = lines[other]
        if line.kind == RULE and other > index:
            return other
        length += len(line.text)
        if length > _TITLE_LENGTH or (line.text[-1] == "." and not line.text.isupper()) or (line.gap and other > index):
            break
    return None


def _heads_text(lines: Sequence[Line], index: int) -> bool:
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is not None and after.kind == TEXT and (not after.gap or after.gap & PAGE_GAP > 0)


def title(draft: Draft, rule: str) -> int:
    """How many of the draft's last lines are a heading that `rule` may follow.

    Behind words that end no sentence a line is one if the rule is as long as it.
    """
    lines = draft.lines
    if not lines[-1].text:
        return 0
    count = _title(draft)
    fits = len(lines) > 1 and draft.kind != "table" and len(lines[-1].text) == sum(map(len, rule.split()))
    prose = 1 < count < len(lines) and not (lines[-2].text.isupper() or title_case(lines[-2].text))
    return 1 if fits and (not count or prose) and _heads(lines[-1].text, 1, shouted=True) else count


def _title(draft: Draft) -> int:
    lines = draft.lines
    if draft.over is not None and _is_framed(draft):
        return len(lines)
    count = 1
    while count < len(lines) and count <= _TITLE_LINES and ending(lines[-count - 1].text) == NOT_ENDED:
        if lines[-count].gap & BLANK_GAP and not _split_title(lines[-count - 1], lines[-count]):
            break
        count += 1
    if (
        lines[-count].text.upper().startswith("END ")
        or count > _TITLE_LINES
        or sum(len(line.text) for line in lines[-count:]) > _TITLE_LENGTH
    ):
        return 0
    if count == len(lines) and (draft.numbered or draft.kind == "table"):
        return 0
    framed = draft.over is not None and count == len(lines)
    return count if framed or _heads(lines[-1].text, count, shouted=lines[-count].text.isupper()) else 0


def _is_framed(draft: Draft) -> bool:
    """Whether all lines since the rule above are those of a heading: few, close together, no sentence among them."""
    lines = draft.lines
    if draft.numbered or draft.kind == "table" or not 1 < len(lines) <= _TITLE_LINES:
        return False
    close = not any(line.gap & BLANK_GAP for line in lines[1:])
    texts = [line.text for line in lines]
    return close and all(text and text[-1] not in ".;,!?" and len(text) < _TITLE_LENGTH // 3 for text in texts)


def _heads(last: str, count: int, *, shouted: bool) -> bool:
    """Whether the last of `count` lines over a rule ends as headings do, not as sentences; the first may be shouted."""
    if last[-1] in "!;,":
        return False
    if last[-1] != "." or last.endswith("...") or ending(last) != ENDED:
        return True
    return shouted and last.isupper() and count <= 2


def _split_title(before: Line, line: Line) -> bool:
    """Whether a line goes on with the heading before it: in small letters, or both in capitals around a page break."""
    if line.text[0].islower():
        return True
    return line.gap & PAGE_GAP > 0 and before.text.isupper() and line.text.isupper()


def heads_one(lines: Sequence[Line], index: int, numbers: Container[int]) -> bool:
    """Whether the rule at `index` stands right above one line that is apart from what follows, as a heading is."""
    after = lines[index + 1 : index + 3]
    if not after or after[0].kind == RULE or after[0].gap or index + 1 in numbers:
        return False
    return len(after) < 2 or after[1].gap > 0


def numbered_title(draft: Draft, lines: Sequence[Line], index: int, numbers: Container[int]) -> bool:
    """Whether the rule at `index` makes a heading of a numbered line: as long as it, and what follows has its own mark.

    Such are the sections of a review of newspapers: `1. Harbor:`, and below it `I. "More Lamps"`.
    """
    line, rule = draft.lines[0], lines[index]
    if draft.marking or len(draft.lines) > 1 or rule.gap or not line.text or line.text[-1] in ".,;!?":
        return False
    if abs(len(lines[index - 1].text) - sum(map(len, rule.text.split()))) > _UNEVEN or index + 1 == len(lines):
        return False
    after = lines[index + 1]
    return after.kind == RULE or index + 1 in numbers or bullet_at(after.text) is not None or ruled(lines, index + 1)
