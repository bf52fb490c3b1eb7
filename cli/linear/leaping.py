"""From cable to cable: what a paragraph points at, what a search finds, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...cable import Cable, canonical_id
from ...cable.cite import Citation
from ...cable.mentions import mentions
from ...store.entry import Entry
from ...store.words import sentence
from .desk import Cannot, Desk, Left, choice
from .pages import HEADER


class Link(NamedTuple):
    """Something that a page points at: its words, what it is, and where it leads."""

    words: str
    kind: str
    target: str | None


def links_of(cable: Cable, at: int) -> Iterator[Link]:
    """What a page points at; the header at the telegrams of its REF line."""
    if at < 0:
        for item in cable.header.references:
            words = f"{item.label}. {item.text}" if item.label else item.text
            yield Link(words, "telegram", item.id)
            if item.other:
                yield Link(f"or {words}", "telegram", item.other)
        return
    text = cable.blocks[at].text
    for mention in mentions(cable, text):
        yield Link(text[mention.start : mention.end], mention.kind, mention.target)


def links(desk: Desk) -> None:
    """Read what this page points at."""
    found = list(links_of(desk.cable, desk.at))
    if not found:
        raise Cannot("It points at nothing that is known.")
    for number, link in enumerate(found, 1):
        desk.say(f"{number}. {link.words}: {_told(desk, link)}")


def _told(desk: Desk, link: Link) -> str:
    if link.target is None:
        return "a telegram whose number is not told"
    if link.kind == "paragraph":
        return f"paragraph {link.target} of this cable"
    if link.kind == "url":
        return "an address, which the program does not open"
    here = desk.library.find(link.target)
    return link.target if here else f"{link.target}, not in this library"


def follow(desk: Desk, words: str) -> None:
    """Go where a link of this page points."""
    found = list(links_of(desk.cable, desk.at))
    if not (words.isdecimal() and 1 <= int(words) <= len(found)):
        raise Cannot(f"Which link? {sentence(choice(len(found)))}; links reads them." if found else "There is no link.")
    link = found[int(words) - 1]
    if link.kind == "paragraph" and link.target:
        desk.read(desk.pages.at(desk.cable.block(link.target)))
    elif link.kind == "telegram" and link.target:
        _open(desk, link.target)
    else:
        raise Cannot(f"{link.words}: {_told(desk, link)}.")


def open_cable(desk: Desk, words: str) -> None:
    """Open a cable of the last search by its number, or any by its id."""
    if words.isdecimal() and len(words) < _SHORTEST_ID:
        if not 1 <= int(words) <= len(desk.listed):
            there = f"{sentence(choice(len(desk.listed)))}." if desk.listed else "Nothing was searched for yet."
            raise Cannot(f"Which cable? {there}")
        _go(desk, desk.listed[int(words) - 1])
    elif not canonical_id(words):
        raise Cannot(f"“{words}” is neither a number of the search nor an id such as 06MEXICO4964.")
    else:
        _open(desk, canonical_id(words) or words)


_SHORTEST_ID = 6


def _open(desk: Desk, identifier: str) -> None:
    entry = desk.library.find(identifier)
    if entry is None:
        citation = Citation(id=identifier).at(desk.config.cite_source).text(desk.config.cite_style)
        raise Cannot(f"{identifier} is not in this library. Its citation: {citation}")
    _go(desk, entry)


def _go(desk: Desk, entry: Entry) -> None:
    cable = desk.library.read(entry)
    desk.left.append(Left(desk.cable, desk.at))
    desk.open(cable)


def back(desk: Desk) -> None:
    """Go back to the page of the cable that was left last."""
    if not desk.left:
        raise Cannot("No cable was left yet.")
    left = desk.left.pop()
    desk.open(left.cable)
    if left.at != HEADER:
        desk.read(left.at)
