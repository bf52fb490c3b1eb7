"""Undoes HTML: tags dropped, entities decoded once, the ends of block elements made line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from ..mapped import Mapped
from ..patterns import lazy
from .notation import one_for_one

# Only tags that HTML knows: `<<Israel>>` in a telegram is text.
_BLOCKS = (
    "br", "p", "div", "tr", "td", "th", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "title",
    "dd", "dt", "hr", "section",
)  # fmt: skip
_NAMES = (
    *_BLOCKS, "a", "abbr", "article", "b", "big", "blockquote", "body", "button", "center", "cite", "code", "dl", "em",
    "embed", "fieldset", "font", "footer", "form", "head", "header", "html", "i", "iframe", "img", "input", "label",
    "legend", "link", "main", "meta", "nav", "object", "option", "s", "select", "small", "span", "strike", "strong",
    "sub", "sup", "tbody", "textarea", "tfoot", "thead", "tt", "u",
)  # fmt: skip
_ENDS_LINE = frozenset(_BLOCKS)
# A page has few entities, most of them many times.
_KEPT = 512
_OTHER = (
    rf"</?(?P<tag>{'|'.join(_NAMES)})\b[^<>]{{0,2000}}>|<[!?][^<>]{{0,500}}>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
)
_MARK = lazy(rf"(?P<comment><!--)|<(?P<hidden>script|style)\b[^<>]{{0,500}}>|{_OTHER}", re.I)
_MARK_BUT_HIDDEN = lazy(_OTHER, re.I)
# What ends that which a page does not show.
_ENDS = {"comment": lazy("-->"), "script": lazy(r"</script>", re.I), "style": lazy(r"</style>", re.I)}


def is_markup(source: str) -> bool:
    """Whether a text is an HTML page or a piece of one."""
    return "<" in source and ("</pre>" in source or ("<" in source[:200] and "</html>" in source[-200:].lower()))


def text_of(source: str, start: int = 0) -> Mapped:
    """The text of a page from `start` on."""
    return Mapped.join(_pieces(one_for_one(source), start), start, len(source))


def _pieces(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    position = at = start
    endless: set[str] = set()
    while mark := _MARK.search(text, at):
        first, at = mark.span()
        kind = mark.lastgroup
        if kind in ("comment", "hidden"):
            end = _end_of_hidden(text, at, "comment" if kind == "comment" else mark[kind].lower(), endless)
            other = _MARK_BUT_HIDDEN.match(text, first) if end is None else None
            if end is None and other is None:
                at = first + 1
                continue
            at = end or (other.end() if other else at)
        if first > position:
            yield text[position:first], position, first
        if kind == "entity":
            yield _decoded(mark[0]), first, at
        elif (
            kind == "tag"
            and mark["tag"].lower() in _ENDS_LINE
            and not (
                mark["tag"].lower() == "br" and text.startswith("\n", at)  # the line ends but once
            )
        ):
            yield "\n", first, first
        position = at
    yield text[position:], position, len(text)


def _end_of_hidden(text: str, start: int, kind: str, endless: set[str]) -> int | None:
    """Where a comment, a script or a style ends whose text begins at `start`; None where it does not.

    `endless` are the kinds of which none ends any more: they are not looked for again.
    """
    found = None if kind in endless else _ENDS[kind].search(text, start)
    if not found:
        endless.add(kind)
        return None
    return found.end()


@lru_cache(_KEPT)
def _decoded(entity: str) -> str:
    return one_for_one(unescape(entity))
