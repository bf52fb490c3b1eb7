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
_MARK = lazy(
    r"<!--(?:[^-]|-(?!->))*+-->|<(?P<hidden>script|style)\b[^<>]{0,500}>(?:[^<]|<(?!/(?P=hidden)))*+</(?P=hidden)>"
    rf"|</?(?P<tag>{'|'.join(_NAMES)})\b[^<>]{{0,2000}}>|<[!?][^<>]{{0,500}}>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)",
    re.I,
)


def is_markup(source: str) -> bool:
    """Whether a text is an HTML page or a piece of one."""
    return "<" in source and ("</pre>" in source or ("<" in source[:200] and "</html>" in source[-200:].lower()))


def text_of(source: str, start: int = 0) -> Mapped:
    """The text of a page from `start` on."""
    return Mapped.join(_pieces(one_for_one(source), start), start, len(source))


def _pieces(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    position = start
    for mark in _MARK.finditer(text, start):
        first, last = mark.span()
        if first > position:
            yield text[position:first], position, first
        kind = mark.lastgroup
        if kind == "entity":
            yield _decoded(mark[0]), first, last
        elif kind == "tag" and mark["tag"].lower() in _ENDS_LINE:
            yield "\n", first, first
        position = last
    yield text[position:], position, len(text)


@lru_cache(_KEPT)
def _decoded(entity: str) -> str:
    return one_for_one(unescape(entity))
