"""Where a header field ends: the label tells where it begins, its own shape tells how far it goes."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..patterns import lazy
from ..references import end_of as references_end
from ..references import resumes as references_resume
from ..vocabulary.near import within_one_edit
from ..vocabulary.posts import post
from . import authority, pass_lines, subject, tags

_SPACE = lazy(r"\s*")
_ORDER_LINES = 3
_LONGEST_LINE = 200
# The post of a print's page may stand on the line below the page.
_PAGE_MARK = lazy(
    r"[A-Z][A-Z .'-]{2,30} \d{5,8} {1,3}\d{3}(?:\.\d)? OF \d{3}"
    r"|\d\d[ \t][^\n]{0,80}?\d{6} ?Z"
    r"|\d\d[ \t]*+\n[ \t]*+[A-Z][A-Z .'-]{1,20}+(?<= )\d{4,6}(?: {1,3}\d\d OF \d\d)?"
    r"(?: {1,3}\d{6} ?Z)?(?: {1,3}POSS DUPE)?(?=[ \t]*+(?:\n|\Z))"
)
# A line under the subject, above what is left of the header.
_RULE_ABOVE_LABEL = lazy(
    r"[-=_*‐-―]{4,100}+[ \t]*+\n\s{0,20}+(?:REF(?:S|TELS?)?\.? {0,2}:|CLASSIFIED BY\b|TAGS:|E\. ?O\.)", re.I
)
_NUMBERED_ITEM = lazy(
    r"\d{1,2}[.)] {1,4}(?:(?:19|20)?\d\d )?([A-Z][A-Za-z .'-]{2,24}) \d{2,6}(?: \(?NOTAL\)?)?[ \t]*+[;,.]?[ \t]*+"
    r"(?:\n|\Z)"
)
_REMARK = lazy(r"[ \t]{0,9}(?:CORRECTED|C O R R E C T E D)\b")
_GARBLED = {"TAGS": "tags", "SUBJECT": "subject", "SUBJ": "subject"}


def end_of(kind: str) -> Callable[[str, int, int], int]:
    """What tells where a field of a kind ends, from the text, where its value begins and how far it can go at most.

    Blanks at its end are the caller's to drop.
    """
    return _ENDS.get(kind, line_end)


def resumes(kind: str, last: str, text: str, position: int) -> bool:
    """Whether a field whose last line was `last` goes on at `position`, below the end of a page."""
    resumed = _RESUMES.get(kind)
    if resumed is None:
        return False
    line = text[position : position + _LONGEST_LINE].lstrip().partition("\n")[0]
    return bool(line.strip()) and resumed(last, line)


def line_end(text: str, start: int, limit: int) -> int:
    """Where the line ends that `start` stands in."""
    end = text.find("\n", start, limit)
    return limit if end < 0 else end


def trimmed(text: str, content: int, end: int) -> int:
    """Where a value ends, less the blanks there."""
    if end > content and text[end - 1].isspace():
        return content + len(text[content:end].rstrip())
    return end


def first_visible(text: str, start: int) -> int:
    """Where the first character stands from `start` on that is no blank, or the end of the text."""
    found = _SPACE.match(text, start)
    return found.end() if found else start


def line_start(text: str, end: int) -> int:
    """Where the next line with text begins behind `end`, or the next text where it stands on the same line."""
    position = first_visible(text, end)
    last = text.rfind("\n", end, position)
    return position if last < 0 else last + 1


def in_header(text: str, start: int, *, listed: bool) -> bool:
    """Whether a ruled line has more of the header below it, or a numbered one is an item of the REF line above."""
    if not text[start : start + 1].isdecimal():
        return _RULE_ABOVE_LABEL.match(text, start) is not None
    item = _NUMBERED_ITEM.match(text, start) if listed else None
    return item is not None and post(item[1]) is not None


def mended(word: str) -> str | None:
    """The label that a garbled word stands for, one letter lost, added or changed: `TGS`, `TABS`, `UBJECT`."""
    word = word.upper()
    return next((kind for label, kind in _GARBLED.items() if within_one_edit(word, label)), None)


def _to_next_label(text: str, content: int, limit: int) -> int:
    return limit


def _page_end(text: str, content: int, limit: int) -> int:
    mark = _PAGE_MARK.match(text, content, limit)
    return mark.end() if mark else line_end(text, content, limit)


def _order_end(text: str, start: int, limit: int) -> int:
    """The end of the last line before a blank one, of the few that an executive order takes."""
    end = start
    for _ in range(_ORDER_LINES):
        stop = line_end(text, end, limit)
        line = text[end : min(stop, end + _LONGEST_LINE)]
        if end > start and (not line.strip() or _REMARK.match(text, end) or pass_lines.is_one(line)):
            break
        if stop == limit:
            return limit
        end = stop + 1
    return end


_ENDS: dict[str, Callable[[str, int, int], int]] = {
    "subject": subject.end_of,
    "tags": tags.end_of,
    "references": references_end,
    "classified_by": authority.end_of,
    "reasons": authority.end_of,
    "page": _page_end,
    "executive_order": _order_end,
    **dict.fromkeys(("to", "info", "excluded", "distribution", "drafted"), _to_next_label),
}
_RESUMES: dict[str, Callable[[str, str], bool]] = {
    "subject": subject.resumes,
    "tags": tags.resumes,
    "references": references_resume,
}
