"""Undoes the notation of copies in plain text: Markdown links, brackets and escapes, foreign line ends and blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..mapped import Mapped, made_run
from ..patterns import lazy

# One character for another, so that every offset stays: a blank stands for the lost half of a line end.
# A single character is looked for much faster than two.
_LENGTH_KEPT = (
    ("\r", "\r\n", " \n"),
    *((mark, mark, "\n") for mark in "\r\f\v\u2028\u2029"),
    *((mark, mark, " ") for mark in "\xa0\ufeff"),
)
_MARK = lazy(
    r"(?P<pilcrow>\[1\]\(#[A-Za-z0-9]{0,12}\))"
    r"|\[(?P<link>[^\[\]\n]{1,200})\]\([^()\s]{0,300}\)"
    r"|<(?P<address>https?://[^<>\s]{1,400})>"
    r"|\\(?P<escaped>[$_*#\[\]()<>!+.&~|`'\"\\-])"
    r"|(?<![^\n])\*\*(?P<bold>[^*\n]{1,160})\*\*(?=[ \t]*(?:\n|\Z))"
    r"|(?P<line_end>\\(?=[ \t]*\n))"
)


_FENCE = lazy(r"^(?:```|~~~)[a-z]{0,12}[ \t]*(?:\n\s*|\Z)", re.M)
_LONGEST_FENCE = 60
_QUOTED_LINES = lazy(r"^>[^\n]*(?:\n>[^\n]*)++", re.M)
# Of a quotation that was wrapped: a line that goes on with the one before, or a blank one.
_WRAPPED = lazy(r"\n>++ ?(?:[a-z]|[ \t]*+(?:\n|\Z))")
_QUOTING = lazy(r"^>++ ?", re.M)


def one_for_one(text: str) -> str:
    """The text with foreign line ends, form feeds and hard blanks made plain ones; its length stays."""
    for first, found, meant in _LENGTH_KEPT:
        if first in text:
            text = text.replace(found, meant)
    return text


def plain(source: str) -> Mapped:
    """A plain text with its notation undone; a link that stands for a pilcrow becomes one."""
    text = one_for_one(source)
    if ("]" in text and "](" in text) or "\\" in text or ("<" in text and "<http" in text):
        return Mapped.join(_pieces(text), 0, len(source))
    return Mapped(text, (made_run((0, 0, len(source))),) if source else (), 0, len(source))


def unfenced(text: Mapped, begin: int) -> Mapped:
    """A text of which the part from `begin` on stands between the fences of a Markdown copy, without them.

    What stands below the last fence is left out; the text as it is where no fence stands right above `begin`.
    """
    if not _FENCE.search(text.text, max(0, begin - _LONGEST_FENCE), begin):
        return text
    fences = [found.span() for found in _FENCE.finditer(text.text, begin)]
    if not fences:
        return text
    starts = (0, *(end for _, end in fences[:-1]))
    return Mapped.chain([text.part(start, fence[0]) for start, fence in zip(starts, fences, strict=True)])


def unquoted(text: Mapped) -> Mapped:
    """A text without the marks `> ` of block quotes; lines that are a list with this mark keep it."""
    if "\n>" not in text.text:
        return text
    marks = [
        mark.span()
        for lines in _QUOTED_LINES.finditer(text.text)
        if _WRAPPED.search(text.text, *lines.span())
        for mark in _QUOTING.finditer(text.text, *lines.span())
    ]
    if not marks:
        return text
    starts = (0, *(end for _, end in marks))
    stops = (*(start for start, _ in marks), len(text.text))
    return Mapped.chain([text.part(start, stop) for start, stop in zip(starts, stops, strict=True)])


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    position = 0
    for mark in _MARK.finditer(text):
        yield text[position : mark.start()], position, mark.start()
        name = mark.lastgroup
        if name == "pilcrow":
            yield "¶", mark.start(), mark.end()
        elif name and name != "line_end":
            yield mark[name], mark.start(name), mark.end(name)
        position = mark.end()
    yield text[position:], position, len(text)
