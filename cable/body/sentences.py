"""Where a sentence ends, as far as a line can tell."""

from __future__ import annotations

from ..patterns import lazy

NOT_ENDED, PERHAPS, ENDED = 0, 1, 2

# What closes a set-off passage, with or without a stop.
_END_MARKS = frozenset(
    f"{end} {word}"
    for end in ("END", "End")
    for word in (
        "SUMMARY",
        "COMMENT",
        "TEXT",
        "NOTE",
        "Summary",
        "Comment",
        "Text",
        "Note",
        "summary",
        "comment",
        "text",
        "note",
    )
)
_CLOSERS = "\"')]}*\u2019\u201d "
_ABBREVIATION = lazy(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Adm|Amb|Sen|Rep|Gov|St|No|Nos|vs|Jr|Sr|Inc|Corp|Ltd|para|paras|e\.g|i\.e))\.$",
)
_LONGEST_ABBREVIATION = len("paras")


def ending(text: str) -> int:
    """How surely `text` ends a sentence: `ENDED`, `PERHAPS` (abbreviation, bracket, redaction) or `NOT_ENDED`."""
    bare = text[-12:].rstrip(_CLOSERS)
    if not bare:
        return PERHAPS
    last = bare[-1]
    if last in "?!:":
        return ENDED
    if last == ".":
        whole = bare[-_LONGEST_ABBREVIATION - 2 : -1]
        long = len(whole) > _LONGEST_ABBREVIATION and whole.isalpha()
        return ENDED if long or not _ABBREVIATION.search(bare) else PERHAPS
    if last == ";" or text[-1] in ")]" or bare.endswith("XXX"):
        return PERHAPS
    if text[-11:] in _END_MARKS or text[-8:] in _END_MARKS:
        return PERHAPS
    return NOT_ENDED


def opens_lower(text: str) -> bool:
    """Whether `text` goes on in the middle of a sentence: it begins with a small letter, and is no web address."""
    first = text[0]
    if first in "\"'(\u2018\u201c" and len(text) > 1:
        first = text[1]
    return first.islower() and not text.startswith(("http", "www."))
