"""What a text of a cable points at: other telegrams, its own REF line, paragraphs of this cable, pages of the web.

`mentions` only reads the text; whether a telegram is at hand, who follows it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from .citations import cited
from .citing import Citing
from .ids import full_year
from .model import Cable, Header
from .patterns import lazy
from .terms import Terms, is_loud
from .vocabulary.posts import by_compact

__all__ = ["Mention", "MentionKind", "mentions"]

MentionKind = Literal["telegram", "paragraph", "septel", "url"]

_NUMBERED = lazy(
    r"(?<![A-Za-z0-9.,/-])(?P<year>(?:(?:19|20)?\d\d)(?: ?))?"
    r"(?![A-Z]\. )(?P<name>[A-Z][A-Za-z.'’]{1,24}(?:[ -][A-Z][A-Za-z.'’]{0,24}){0,4}?)[ -]?(?P<number>\d{2,7})"
    r"(?: ?\((?:19|20)?\d\d\))?(?![A-Za-z0-9]|[.,]\d|%)"
)
_PARAGRAPHS = lazy(
    r"(?<![A-Za-z0-9-])(?:[Pp]ara(?:graph)?s?|PARA(?:GRAPH)?S?)\.? {1,2}\d{1,3}(?![\d%]|[.,]\d)"
    r"(?:(?: ?(?:,|/|-|–|&|AND|TO|THROUGH|and|to|through)){1,2} ?\d{1,3}(?![\d%]|[.,]\d)){0,12}"
)
_NUMBER = lazy(r"\d+")
_SEPTEL = lazy(r"(?<![A-Za-z0-9])(?:[Ss]eptels?|SEPTELS?)(?![A-Za-z0-9])")
_URL = lazy(r"(?<![A-Za-z0-9])(?:[Hh]ttps?://|HTTPS?://|www\.)[^\s<>\"“”]{3,500}")
_URL_END = ".,;:!?'’)]"
_LETTER = lazy(r"(?<![A-Za-z])[A-Z](?![A-Za-z])")
_ID = lazy(r"(\d\d)(.+?)(\d+)")
# Around the number of a paragraph: what makes it one of another text.
_OF_OTHER_BEFORE = lazy(r"(?:(?<![A-Za-z])REF(?:TEL)?S?(?: [A-Z])?|\d(?: ?\))?|(?<![A-Za-z])SEPTEL)[ ,;:(]{1,3}", re.I)
_OF_OTHER_BEHIND = lazy(
    r"[a-z]?,?\)? ?(?:(?:of|in|from) (?!this |the present |which )|\(?(?:ref|reftels?|septel)\b)", re.I
)
_BEFORE = 24
_QUIET_LEAST, _LOUD_LEAST = 3, 4


class Mention(NamedTuple):
    """Something that `[start, end)` of a text points at.

    `target` is the id of a telegram, the anchor of a paragraph of this cable, or an address; None for a telegram whose
    id is not told. Where one word names several telegrams (`reftels`) there is a mention for each at the same place.
    """

    start: int
    end: int
    kind: MentionKind
    target: str | None


def mentions(cable: Cable, text: str, terms: Terms | None = None) -> list[Mention]:
    """What a text of this cable points at, in order; `terms` are those of the cable, if they are at hand."""
    found = [*_urls(text)]
    found += _apart(found, _references(text, terms or Terms.of(cable)))
    found += _apart(found, _telegrams(cable, text))
    found += _apart(found, _paragraphs(cable, text))
    found += _apart(found, (Mention(*match.span(), "septel", None) for match in _SEPTEL.finditer(text)))
    return sorted(found, key=lambda mention: mention.start)


def _apart(known: list[Mention], more: Iterator[Mention]) -> list[Mention]:
    """Those of some mentions, in order, that do not stand in one that is known."""
    starts = sorted((mention.start, mention.end) for mention in known)
    found: list[Mention] = []
    at = 0
    for mention in more:
        while at < len(starts) and starts[at][1] <= mention.start:
            at += 1
        if at == len(starts) or starts[at][0] >= mention.end:
            found.append(mention)
    return found


def _urls(text: str) -> Iterator[Mention]:
    for match in _URL.finditer(text):
        address = match[0].rstrip(_URL_END)
        yield Mention(match.start(), match.start() + len(address), "url", address)


def _references(text: str, terms: Terms) -> Iterator[Mention]:
    """`reftel`, `ref B`, `refs A and C`: each letter its own mention, the word belonging to the first."""
    for mark in terms.find(text):
        if mark.kind != "reference":
            continue
        word, _, labels = mark.term.partition(" ")
        items = [] if labels else [(mark.start, mark.end, mark.term)]
        start, first = mark.start, mark.start + len(word) + 1
        for letter in _LETTER.finditer(labels):
            items.append((min(start, first + letter.start()), first + letter.end(), f"{word} {letter[0]}"))
            start = mark.end
        for start, end, term in items:
            for item in terms.references_of(term):
                yield Mention(start, end, "telegram", item.id)


def _telegrams(cable: Cable, text: str) -> Iterator[Mention]:
    """Telegrams named by post and number in a text of a cable."""
    citing = citing_of(cable.id, cable.header)
    return telegrams(text, citing, cited_posts(cable.header))


def telegrams(text: str, citing: Citing, posts: Set[str]) -> Iterator[Mention]:
    """Telegrams named by post and number. The post must be a known one, or one of `posts`, or that of the telegram that
    cites; and the number no year or small count.
    """
    loud = None
    for match in _NUMBERED.finditer(text):
        found = cited(match[0], citing)
        if len(found) != 1 or not (found[0].post in by_compact() or found[0].post in posts | {citing.post}):
            continue
        if not match["year"]:
            loud = is_loud(text) if loud is None else loud
            least = _LOUD_LEAST if loud else _QUIET_LEAST
            number = match["number"]
            if len(number) < least or not match["name"].isupper() or (loud and _is_year(number)):
                continue
        elif not match["name"].replace(" ", "").isupper() and _is_year(match["number"]):
            continue
        yield Mention(match.start() + found[0].start, match.end(), "telegram", found[0].id)


def cited_posts(header: Header) -> frozenset[str]:
    """The posts of the telegrams that a REF line names."""
    return frozenset(parts[2] for item in header.references if (parts := _ID.fullmatch(item.id or "")))


def citing_of(identifier: str | None, header: Header) -> Citing:
    """What must be known of a cable to complete the ids of those that it names."""
    parts = _ID.fullmatch(identifier or "")
    addressees = (*header.to, *header.info)
    if not parts:
        return Citing(addressees=addressees)
    month = header.date.month if header.date else None
    return Citing(full_year(int(parts[1])), parts[2], int(parts[3]), addressees, month)


def _paragraphs(cable: Cable, text: str) -> Iterator[Mention]:
    """`para 8`, `paras 5 through 7 and 10`: each number that is one of this cable, the word belonging to the first."""
    anchors: set[str] = set()
    for match in _PARAGRAPHS.finditer(text):
        if _is_of_other(text, match.start(), match.end()):
            continue
        anchors = anchors or {block.anchor for block in cable.blocks if block.number}
        start = match.start()
        for number in _NUMBER.finditer(text, match.start(), match.end()):
            anchor = number[0].lstrip("0")
            if anchor in anchors:
                yield Mention(start, number.end(), "paragraph", anchor)
            following = _NUMBER.search(text, number.end(), match.end())
            start = following.start() if following else start


def _is_of_other(text: str, start: int, end: int) -> bool:
    """Whether the paragraphs named at a place are those of another text: `ref B para 3`, `para 3 of ref B`."""
    before = max(start - _BEFORE, 0)
    named = any(match.end() == start for match in _OF_OTHER_BEFORE.finditer(text, before, start))
    return named or _OF_OTHER_BEHIND.match(text, end) is not None


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")
