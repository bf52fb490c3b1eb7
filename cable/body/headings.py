"""Headings without a rule below them: lines of capitals, and Title Case lines over a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .drafts import Draft
from .sentences import ENDED, NOT_ENDED, ending
from .shape import Shape

_LONGEST = 160
_TITLE_WORDS = 14
_UNTELLING = """
the to up upon via vs with de del la y e
"""
_SMALL_WORDS = frozenset(_UNTELLING.split())
_NO_HEADING = re.compile(r"[(\[]?(?:END|BEGIN|UNQUOTE|QUOTE)\b|.*(?:://|@)|[\d\W]+$|POST RESPONSE|X{4,}", re.I)
_WORD = re.compile(r"[A-Za-z][\w'’.-]*")


def mark_headings(drafts: Sequence[Draft], shape: Shape) -> None:
    """Give the kind `heading` to drafts that are one, looking at what stands around them."""
    for index, draft in enumerate(drafts):
        if draft.kind == "heading" or draft.numbered or draft.kind == "table":
            continue
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        text = " ".join(line.text for line in draft.lines)
        if len(text) > _LONGEST or len(draft.lines) > 3 or following is None or _NO_HEADING.match(text):
            continue
        if draft.kind == "item":
            if text.isupper() and text[-1] == ":" and _leads(following):
                draft.kind = "heading"
        elif _is_heading(text, draft, drafts[index - 1] if index else None, following, shape):
            draft.kind = "heading"


def _is_heading(text: str, draft: Draft, before: Draft | None, following: Draft, shape: Shape) -> bool:
    if not sum(map(str.isalpha, text)) > 2:
        return False
    end = ending(text)
    if text.isupper():
        if shape.capitals:
            apart = before is None or before.kind == "heading" or ending(before.last.text) != NOT_ENDED
            return len(draft.lines) == 1 and (end == NOT_ENDED or text[-1] == ":") and apart and _leads(following)
        return text[-1] not in ".,;" or (text[-1] == "." and len(text) < 40)
    if draft.over and not (text[-1] in ".," or len(draft.lines) > 2):
        return True
    return len(draft.lines) == 1 and _title_case(text) and _leads(following)


def _title_case(text: str) -> bool:
    """`Coordination and Cooperation`: most words that count begin with a capital, and no sentence ends."""
    if text[-1] in ".,;!?" or not text[0].isupper():
        return False
    words = _WORD.findall(text.rstrip(":"))
    if len(words) > _TITLE_WORDS or not words or sum(map(str.isdigit, text)) * 3 > len(text):
        return False
    if ":" in text[:-1] and len(words) < 6:
        return False
    telling = [word for word in words if word.lower() not in _SMALL_WORDS]
    capitals = sum(1 for word in telling if word[0].isupper())
    return capitals * 3 >= len(telling) * 2


def _leads(following: Draft) -> bool:
    """Whether a heading may stand over what comes next: a numbered paragraph, a list, whole sentences."""
    if following.numbered or following.kind in ("item", "table", "heading"):
        return following.kind != "heading" or following.under is not None
    length = sum(len(line.text) for line in following.lines)
    return length > 100 or ending(following.last.text) == ENDED
