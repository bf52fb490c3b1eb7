"""A cable as a search index wants it: its header, and its text without the furniture of pages.

Nothing is parsed into blocks here. Words that follow each other in the message follow each other in the text, over line
ends and page breaks, so that a phrase is found wherever a copy broke it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .body.furniture import CAPTION_LINES, LEVEL_LINES, cuts
from .header import read_head
from .model import Header
from .patterns import lazy
from .read import Heading
from .renditions import render

__all__ = ["Searchable", "read_searchable", "search_text"]

_UNKNOWN = "unknown"
_ODD_LINE = lazy(r"^[ \t]*[A-Z][A-Z /]{0,40}$", re.M)


class Searchable(NamedTuple):
    """What is indexed of a text: its heading, and the words of its body."""

    heading: Heading
    text: str


def read_searchable(text: str, name: str | None = None) -> Searchable:
    """The heading of the cable in a text, as `read_heading` gives it, and the text of its body."""
    rendered = render(text)
    if rendered is None:
        return Searchable(Heading(None, _UNKNOWN, Header(), {}), "")
    telegram = rendered.telegram.text
    head = read_head(telegram, rendered.page, name)
    heading = Heading(head.id, rendered.rendition, head.header, rendered.page)
    return Searchable(heading, search_text(telegram, head.layout.body_start, head.post))


def search_text(text: str, start: int = 0, post: str | None = None) -> str:
    """`text[start:]` without page breaks, stamps and captions printed again; `post` is the telegram's, if known."""
    found = cuts(text, start, post)
    parts = []
    for first, last in found:
        parts.append(text[start:first])
        start = max(start, last)
    parts.append(text[start:])
    return _ODD_LINE.sub(lambda line: "" if line[0].strip() in CAPTION_LINES | LEVEL_LINES else line[0], "".join(parts))
