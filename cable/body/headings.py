"""Headings without a rule below them: lines of capitals, and Title Case lines over a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..patterns import lazy
from .drafts import Draft
from .lines import BLANK_GAP
from .sentences import ENDED, NOT_ENDED, ending, opens_lower
from .shape import Shape

_LONGEST = 160
_SHORT_TITLE = 70
_TITLE_WORDS = 14
_TITLE_LINES = 2
_FEW_WORDS = 4
_UNTELLING = """
a an and as at but by for from in into nor of off on or over per than the to up upon via vs with de del e la y
"""
_SMALL_WORDS = frozenset(_UNTELLING.split())
_NO_HEADING = lazy(
    r"[(\[]?(?:END|BEGIN|UNQUOTE|UNQTE|QUOTE|QTE|Source|Dear|(?:Your )?Excellency|Honorable)\b"
    r"|\[|.*(?:://|@)|[\d\W]+$|POST RESPONSE|X{4,}",
    re.I,
)
_LABEL = lazy(r"(?:\d{1,2}[A-Z]?|[A-Z])[.)]\s+|(?:Section|Part|Chapter|Task|Article|Annex) [\dIVX]+[.:]?\s+")
_LETTERED = lazy(r"(?:[a-z]|[ivx]{1,4})[.)]\s+")
_QUOTES = frozenset("\"'\u2018\u2019\u201c\u201d")
_WORD = lazy(r"[A-Za-z][\w'’.-]*")


def mark_headings(drafts: Sequence[Draft], shape: Shape) -> None:
    """Give the kind `heading` to drafts that are one, looking at what stands around them."""
    for index, draft in enumerate(drafts):
        if draft.kind in ("heading", "table") or draft.numbered or len(draft.lines) > 3 or index + 1 == len(drafts):
            continue
        following = drafts[index + 1]
        if draft.last.end - draft.lines[0].start > _LONGEST * 2:
            continue
        text = " ".join(" ".join([line.text for line in draft.lines]).split())
        if len(text) > _LONGEST or not may_head(text):
            continue
        if draft.kind == "item":
            if _item_heads(text, drafts[index - 1] if index else None, following, shape):
                draft.kind = "heading"
        elif _is_heading(text, draft, drafts[index - 1] if index else None, following, shape):
            draft.kind = "heading"


def may_head(text: str) -> bool:
    """Whether a text is none of those that look like headings and are not: an end mark, a salutation, an address."""
    return _NO_HEADING.match(text) is None


def _item_heads(text: str, before: Draft | None, following: Draft, shape: Shape) -> bool:
    """Whether an item in capitals heads what follows: `--PREVENTION:`, `d. LABOR`."""
    bare = _LETTERED.sub("", text)
    if not bare.isupper() or not _leads(following, capitals=shape.capitals):
        return False
    if shape.capitals:
        alone = following.numbered and ending(text) == NOT_ENDED and (before is None or before.kind != "item")
        return text[-1] == ":" or (bool(alone) and text[0].isalnum())
    below = following.kind == "continuation" or (following.bullet or "1")[0] in "-*"
    return text[-1] == ":" or (text[0].isalnum() and below)


def carry_numbers(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a number that stands alone above a heading given to the text below it."""
    carried: list[Draft] = []
    lone: Draft | None = None
    for draft in drafts:
        if draft.numbered and not draft.lines[0].text and not any(line.text for line in draft.lines):
            if lone:
                carried.append(lone)
            lone = draft
            continue
        if lone and draft.kind == "continuation":
            first = replace(draft.lines[0], gap=draft.lines[0].gap | BLANK_GAP)
            draft.lines = [*lone.lines, first, *draft.lines[1:]]
            draft.kind, draft.numbered, draft.mends = "paragraph", lone.numbered, (*lone.mends, *draft.mends)
            draft.marking = lone.marking or draft.marking
        elif lone and draft.kind != "heading":
            carried.append(lone)
        if draft.kind != "heading":
            lone = None
        carried.append(draft)
    return [*carried, lone] if lone else carried


def _is_heading(text: str, draft: Draft, before: Draft | None, following: Draft, shape: Shape) -> bool:
    if not sum(map(str.isalpha, text)) > 1:
        return False
    end = ending(text)
    if _LETTERED.sub("", text).isupper():
        if shape.capitals:
            apart = before is None or before.kind == "heading" or ending(before.last.text) != NOT_ENDED
            return (
                len(draft.lines) == 1
                and (end == NOT_ENDED or text[-1] == ":")
                and apart
                and _leads(following, capitals=shape.capitals)
            )
        return text[-1] not in ".,;" or (text[-1] == "." and len(text) < 40 and text.count(" ") < _FEW_WORDS)
    if draft.over and not (text[-1] in ".," or len(draft.lines) > 2):
        return True
    if len(draft.lines) > 1 and not (len(draft.lines) == _TITLE_LINES and opens_lower(draft.last.text)):
        return False
    if title_case(text) and (_leads(following, capitals=shape.capitals) or _sections(text, following)):
        return True
    return _stands_over(text, before, following)


def _sections(text: str, following: Draft) -> bool:
    """Whether both are titles of sections, one within the other: `2D. Laws`, `Section I: Oil and Lamps`."""
    below = following.lines[0].text
    return len(following.lines) == 1 and _LABEL.match(text) is not None and _LABEL.match(below) is not None


def _stands_over(text: str, before: Draft | None, following: Draft) -> bool:
    """Whether a short line without a stop stands between a sentence that ended and a numbered paragraph."""
    if not following.numbered or len(text) > _SHORT_TITLE or text[-1] in ".,;:)" or not text[0].isupper():
        return False
    apart = before is None or (before.kind != "heading" and ending(before.last.text) != NOT_ENDED)
    return apart and ":" not in text and ". " not in text


def title_case(text: str) -> bool:
    """`Coordination and Cooperation`: most words that count begin with a capital, and no sentence ends."""
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :].rstrip(".")
    if text[:1] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1].rstrip("!?")
    if not text or text[-1] in ".,;!?" or not text[0].isupper():
        return False
    words = _WORD.findall(text.rstrip(":"))
    if len(words) > _TITLE_WORDS or not words or sum(map(str.isdigit, text)) * 3 > len(text):
        return False
    if (":" in text[:-1] and len(words) < 6) or (text[-4:].isdigit() and "," in text):
        return False
    telling = [word for word in words if word.lower() not in _SMALL_WORDS]
    capitals = sum(1 for word in telling if word[0].isupper())
    return capitals * 3 >= len(telling) * 2


def _leads(following: Draft, *, capitals: bool) -> bool:
    """Whether a heading may stand over what comes next: a numbered paragraph, a list, whole sentences."""
    if following.numbered or following.kind in ("item", "table", "heading"):
        return following.kind != "heading" or following.under is not None
    if following.upper and not (following.under or capitals):
        return False
    length = sum(len(line.text) for line in following.lines)
    return length > 100 or ending(following.last.text) == ENDED
