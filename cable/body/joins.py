"""Where one block ends and the next begins: over blank lines, over page breaks, and from line to line."""

from __future__ import annotations

import re

from ..patterns import lazy
from .drafts import Draft
from .lines import PAGE_GAP, Line
from .marks import has_number
from .rows import columnar
from .sentences import ENDED, NOT_ENDED, ending, opens_lower
from .shape import Shape

_LONG = 120
_LONG_PART = 90
_SHORT_PART = 45
_FEW_ROWS = 3
_LABEL = lazy(
    r"[QA](?: ?#?\d{1,2})?(?::(?=\s|$)|\. +(?=[A-Z\"(]))"
    r"|(?i:QUESTION|ANSWER|POST RESPONSE|RESPONSE|POST COMMENT) ?#?[A-Z0-9]{0,2} ?[:.](?=\s|$)"
)
_SET_OFF = lazy(r"[(\[]?(?:BEGIN|END|UNQUOTE|UNQTE|QUOTE|QTE)\b[ A-Z/'’.-]{0,50}[.:)\]]*", re.I)
_FIELD = lazy(r"[A-Z][\w/-]*(?: [A-Z][\w/-]*){0,3}: +\S")
# What a paragraph of its own begins with where numbers are missing: `HUB NOTE: `, `Source - `.
_LEAD = lazy(r"[^\n:]{1,40}(?:: | - )")
_BEGINS = lazy(r"[(\[]?(?:BEGIN|QUOTE|QTE)\b[ A-Z/'’.-]{0,50}[.:)\]]*", re.I)
_HANGING = lazy(
    r"(?:(?:^|\W)(?:an?|and|as|at|by|for|from|in|its?|of|on|or|than|that|the|their|to|which|with|END|End|the U\.S\.)"
    r"|\w['’]s)$"
)
_WORD = lazy(r"[A-Za-z][\w'’.-]*")
# The clauses of a resolution: each begins with its verb and ends with a comma.
_CLAUSE = lazy(r"[A-Z][a-z]+(?:ing|ed) ")
_NO_WORDS = lazy(r"[\d/.:-]{6,20}")
_INNER_PASSAGES = ("comment", "note", "summary", "summary and comment")
_NO_TITLES = ("END ", "(", "[")
_SHORT_WORD = 4
_TITLE_WORDS = 6
_PUNCTUATION = lazy(r"[.,;:!?)\]\"”]+")


def goes_on(draft: Draft, line: Line, shape: Shape, *, ruled: bool) -> bool:
    """Whether `line` continues the block over the blank lines or the page break before it.

    `line` is known to be no number and no item; `ruled` says that it heads what follows.
    """
    before = draft.last
    if not before.text or _PUNCTUATION.fullmatch(line.text):
        return True
    if draft.under or _labelled(before, line) or _SET_OFF.fullmatch(before.text) or _apart(line.text):
        return False
    if draft.kind == "table" or (columnar(line) and not _cut(draft, line, shape)):
        return draft.kind == "table" and columnar(line) and (line.gap & PAGE_GAP > 0 or _rows(draft) <= _FEW_ROWS)
    lower = opens_lower(line.text)
    if ruled and not lower:
        return bool(line.gap & PAGE_GAP) and draft.upper and line.text.isupper() and not draft.numbered
    end = ending(before.text)
    if line.gap & PAGE_GAP:
        return _over_page(draft, line, shape, end, lower=lower)
    if end == ENDED or _title_like(draft, line, lower=lower, shape=shape):
        return False
    if draft.numbered and before.text.endswith((" -", " --")):
        return True
    if lower or (_hangs(before.text) and (before.text[-1] != "." or not shape.width or shape.full(before, line))):
        return True
    if end != NOT_ENDED or (draft.numbered and _all_titled(draft)) or _FIELD.match(line.text):
        return False
    if line.text[0].isdigit() and (before.text[-1] == "," or has_number(before.text)):
        return True
    if _NO_WORDS.fullmatch(line.text) or (_CLAUSE.match(line.text) and _CLAUSE.match(draft.lines[0].text)):
        return False
    return shape.full(before, line) if shape.width and before.reach < _LONG else before.reach > _LONG_PART


def _labelled(before: Line, line: Line) -> bool:
    """Whether a line opens with a label, and not with the last word of a sentence that the end of a page cut."""
    label = _LABEL.match(line.text)
    if not label:
        return False
    return label[0].rstrip()[-1] != "." or not line.gap & PAGE_GAP or ending(before.text) != NOT_ENDED


def _apart(text: str) -> bool:
    """Whether a line opens or closes a text that is set off, in brackets: `(End text)`."""
    return text[0] in "([" and text[-1] in ")]" and _SET_OFF.fullmatch(text) is not None


def _rows(draft: Draft) -> int:
    """How many rows of a table stand together at its end."""
    count = 0
    for line in reversed(draft.lines[-_FEW_ROWS - 1 :]):
        count += 1
        if line.gap:
            break
    return count


def _hangs(text: str) -> bool:
    """Whether a text ends with a word after which a sentence goes on."""
    return _HANGING.search(text, max(0, len(text) - 12)) is not None


def _cut(draft: Draft, line: Line, shape: Shape) -> bool:
    """Whether the end of a page cut a sentence, which may have wide blanks in it, at the end of a full line."""
    if not line.gap & PAGE_GAP or ending(draft.last.text) != NOT_ENDED:
        return False
    return shape.full(draft.last, line) or _hangs(draft.last.text) or opens_lower(line.text)


def _over_page(draft: Draft, line: Line, shape: Shape, end: int, *, lower: bool) -> bool:
    if not lower and _begins_anew(draft, line, end, shape):
        return False
    if lower or draft.last.text[-1] == "," or (line.gap == PAGE_GAP and not line.whole and not draft.last.whole):
        return True
    if _title_like(draft, line, lower=lower, shape=shape):
        return False
    if line.text.isupper() and not shape.capitals and not _last_capitals(draft.last.text, line.text, end):
        return _ends_passage(draft, line.text)
    if end != ENDED:
        return True
    if not shape.width and draft.numbered:
        return len(draft.last.text) > _LONG < len(line.text) and not _LEAD.match(line.text)
    return shape.full(draft.last, line)


def _last_capitals(before: str, text: str, end: int) -> bool:
    """Whether capitals are the last words of a sentence that the end of a page cut: `(ILO).`, `NATO.`."""
    return text[-1] == "." and (_hangs(before) or (end == NOT_ENDED and text.count(" ") < 2))


def _begins_anew(draft: Draft, line: Line, end: int, shape: Shape) -> bool:
    """Whether a line is plainly the first of something: a clause, a labelled line, the mark of a passage."""
    if _CLAUSE.match(line.text) and _CLAUSE.match(draft.lines[0].text):
        return draft.last.text[-1] in ",;"
    if _FIELD.match(line.text):
        wrapped = shape.capitals and shape.full(draft.last, line)
        return not (wrapped or _hangs(draft.last.text) or draft.last.text[-1] == ",")
    return end == ENDED and _SET_OFF.fullmatch(line.text) is not None and not _ends_passage(draft, line.text)


def _ends_passage(draft: Draft, text: str) -> bool:
    """Whether a text ends a passage that the block opened: `End comment.` of a block that begins with `Comment:`.

    A comment may as well begin in the middle of a numbered paragraph.
    """
    ends, _, passage = text.strip("()[]").lower().partition(" ")
    passage = passage.strip(".:)] ")
    inner = draft.numbered is not None and passage in _INNER_PASSAGES
    return ends == "end" and (inner or draft.lines[0].text.lower().lstrip("([").startswith(passage))


def _title_like(draft: Draft, line: Line, *, lower: bool, shape: Shape) -> bool:
    """Whether the block so far is one short line without a stop, such as a heading, and no sentence cut in two."""
    if (
        lower
        or draft.numbered
        or draft.bullet
        or len(draft.lines) > 2
        or draft.last.end - draft.last.start > _LONG_PART
    ):
        return False
    if draft.upper and not shape.capitals:
        return True
    words = draft.last.text.split()
    small = sum([word[0].islower() for word in words])
    return small * 3 <= max(len(words), _TITLE_WORDS) and not shape.full(draft.last, line)


def _all_titled(draft: Draft) -> bool:
    """Whether the block so far is one line whose longer words all begin with a capital: `(Vespera) Price of Oil`."""
    text = draft.last.text
    if len(draft.lines) > 1 or text[-1] in ",;":
        return False
    telling = [word for word in _WORD.findall(text) if len(word) > _SHORT_WORD]
    return len(telling) > 1 and all(word[0].isupper() for word in telling)


def breaks(draft: Draft, line: Line, shape: Shape) -> bool:
    """Whether a new block begins at `line`, which follows the block's last line directly."""
    before = draft.last
    if not before.text or (not line.whole and not before.whole):
        return False
    if before.reach > _LONG or not shape.width:
        return _breaks_long(before, line)
    text = line.text
    upper = text.isupper()
    if upper and not shape.capitals and not draft.upper and len(text) > 3 and not text.startswith(_NO_TITLES):
        return ending(before.text) == ENDED
    if not upper and not shape.capitals and not draft.numbered and not draft.bullet and draft.upper:
        return text[0].isupper() and not shape.full(before, line) and len(before.text) > 3
    if line.indent > before.indent + 2:
        hangs = draft.numbered is not None and len(draft.lines) == 1 and shape.full(before, line)
        return ending(before.text) == ENDED and not draft.bullet and not hangs
    marked = ":" in text[:20] or text[-1] in ".:)]"
    if marked and (_LABEL.match(text) or _BEGINS.fullmatch(text)) and ending(before.text) != NOT_ENDED:
        return True
    return before.text[-1] in ".:)]" and len(before.text) < 60 and _SET_OFF.fullmatch(before.text) is not None


def _breaks_long(before: Line, line: Line) -> bool:
    """The same where a line is a whole paragraph: a new one begins, unless a sentence was cut in two."""
    end = ending(before.text)
    if end == ENDED:
        return True
    return not (opens_lower(line.text) or _hangs(before.text) or (end == NOT_ENDED and before.reach > _SHORT_PART))
