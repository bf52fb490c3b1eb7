"""Where the fields of a header stand in the source, what in it is furniture, and what was mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..mapped import Mapped
from ..model import Furniture, Header, Repair, Span
from ..spans import made_span
from ..vocabulary.posts import compact
from .captions import captions, misspelt
from .extents import first_visible, trimmed
from .head import Head, read_head
from .identity import is_garbled, number_of
from .label_patterns import Field

_ROLES = {
    "date": "header:date",
    "from": "header:from",
    "to": "header:to",
    "info": "header:info",
    "excluded": "header:info_excluded",
    "classification": "header:classification",
    "caption": "caption",
    "executive_order": "header:executive_order",
    "tags": "header:tags",
    "subject": "header:subject",
    "references": "header:references",
    "classified_by": "header:classified_by",
    "reasons": "header:classified_by",
    "derived": "header:classified_by",
    "page": "furniture",
}
# Fields in whose lines a copy can have left the mark of a page.
_MARKED = frozenset(("tags", "subject", "references", "classified_by", "reasons"))
# The spellings of a label that are no garble; the first is what a garbled one means.
_LABELS = {"tags": ("TAGS", "TAG"), "subject": ("SUBJECT", "SUBJ")}


class HeaderReading(NamedTuple):
    """What the header says; `body_start` is an offset in the telegram's text, all others are of the source."""

    header: Header
    id: str | None
    post: str | None
    body_start: int
    spans: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()


def read_header(telegram: Mapped, page: Mapping[str, str], name: str | None = None) -> HeaderReading:
    """The header of a telegram with its places; `page` and the file's `name` are witnesses. Never raises."""
    head = read_head(telegram.text, page, name)
    said = head.said
    roles = list(_roles(head))
    spans = tuple(_spans(telegram, roles, head.layout.body_start))
    return HeaderReading(
        header=said.header,
        id=said.id,
        post=said.post,
        body_start=said.body_start,
        spans=spans,
        furniture=tuple(_furniture(telegram, roles)),
        repairs=tuple(_repairs(telegram, head)),
    )


def _spans(telegram: Mapped, roles: Sequence[tuple[Field, str]], body_start: int) -> Iterator[Span]:
    """A span for every field, and one for every line between two of them: pass lines below the classification line."""
    end = 0
    between = "chrome"
    for (kind, start, _, stop), role in roles:
        if between != "chrome":
            yield from _lines(telegram, between, end, start)
        if stop > start:
            yield made_span((role, *telegram.stretch(start, stop)))
        if kind == "classification":
            between = "header:pass"
        elif between == "chrome":
            between = "routing"
        end = stop
    yield from _lines(telegram, between, end, body_start)


def _lines(telegram: Mapped, role: str, start: int, end: int) -> Iterator[Span]:
    """A span for every line with text in `text[start:end]`."""
    while start < end:
        stop = telegram.text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = telegram.text[start:stop].rstrip()
        if line:
            first = start + len(line) - len(line.lstrip())
            yield made_span((role, *telegram.stretch(first, start + len(line))))
        start = stop + 1


def _roles(head: Head) -> Iterator[tuple[Field, str]]:
    """The fields with their roles; a caption that was printed above already is furniture."""
    printed: set[str] = set()
    for found in head.layout.fields:
        role = _role(found, head.layout.seen)
        if role == "caption":
            again = captions(head.layout.text[found[1] : found[3]])
            role = "furniture" if again and printed.issuperset(again) else role
            printed.update(again)
        yield from _parted(found, role, head)


def _parted(found: Field, role: str, head: Head) -> Iterator[tuple[Field, str]]:
    """A field with its role; the mark of a page inside its lines is furniture, where a copy lost the line breaks."""
    kind, start, content, end = found
    text, place, number = head.layout.text, head.draft.line.place, head.draft.line.number
    if kind in _MARKED and place and number and text.find(" OF ", content, end) >= 0:
        mark = re.compile(rf"{re.escape(place)} 0{{0,8}}{number} {{1,3}}\d{{3}}(?:\.\d)? OF \d{{3}}\b")
        for inside in mark.finditer(text, content, end):
            yield (kind, start, content, trimmed(text, content, inside.start())), role
            yield ("page", inside.start(), inside.end(), inside.end()), "furniture"
            start = content = min(first_visible(text, inside.end()), end)
    if end > start or kind not in _MARKED:
        yield (kind, start, content, end), role


def _role(found: Field, seen: set[str]) -> str:
    """The role of a field; a stamp is furniture where a classification line stands as well."""
    if found[0] == "stamp":
        return "furniture" if "classification" in seen else "header:classification"
    return _ROLES.get(found[0], "routing")


def _furniture(telegram: Mapped, roles: Sequence[tuple[Field, str]]) -> Iterator[Furniture]:
    for (_, start, _, end), role in roles:
        if role == "furniture":
            yield Furniture(telegram.text[start:end], telegram.stretch(start, end))


def _repairs(telegram: Mapped, head: Head) -> Iterator[Repair]:
    """Labels and captions with a letter wrong, runs of TAGS that were split, a post or number that was mended."""
    text = telegram.text
    yield from _mended_id(telegram, head)
    for kind, start, content, end in head.layout.fields:
        for at, word, meant in misspelt(text[start:end]) if kind == "caption" else ():
            yield Repair("caption", telegram.stretch(start + at, start + at + len(word)), word, meant)
        spellings = _LABELS.get(kind)
        word = text[start:content].rstrip(": ;,") if spellings else ""
        if spellings and word and word.upper() not in spellings:
            yield Repair("label", telegram.stretch(start, start + len(word)), word, spellings[0])
        for run, codes in head.draft.split if kind == "tags" else ():
            at = text[:end].upper().find(run, content)
            if at >= 0:
                yield Repair("tags", telegram.stretch(at, at + len(run)), text[at : at + len(run)], codes)


def _mended_id(telegram: Mapped, head: Head) -> Iterator[Repair]:
    """The message reference number where its post or its number had to be mended for the id."""
    place, number, id_ = head.draft.line.place, head.draft.line.number, head.said.id
    if id_ is None or place is None or not number:
        return
    if number_of(id_) != number or (is_garbled(place) and id_[2:] != f"{compact(place)}{number}"):
        pattern = re.compile(rf"{re.escape(place)}\s{{1,9}}0{{0,8}}{number}(?!\d)", re.I)
        for _, start, _, end in head.layout.all("classification"):
            printed = pattern.search(telegram.text[start:end])
            if printed:
                span = telegram.stretch(start + printed.start(), start + printed.end())
                yield Repair("id", span, printed[0], id_)
                return
