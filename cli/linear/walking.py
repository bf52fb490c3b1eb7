"""Going through a cable: page by page, to a paragraph, to words; and what its terms mean."""

from __future__ import annotations

from ...cable.terms import Meaning, Terms
from ..labels import block_at
from .desk import Cannot, Desk
from .pages import HEADER


def step(desk: Desk, by: int) -> None:
    """Go to a page before or behind this one."""
    at = desk.at + by
    if at < HEADER:
        raise Cannot("This is the header: nothing comes before it.")
    if at >= len(desk.cable.blocks):
        raise Cannot("This is the end of the cable.")
    desk.read(at)


def paragraph(desk: Desk, label: str) -> None:
    """Go to a paragraph by its number, or by a label such as 32.5."""
    if not label:
        raise Cannot(f"Which one? It has paragraphs 1 to {desk.pages.last}." if desk.pages.last else "It has none.")
    desk.read(desk.pages.at(block_at(desk.cable, label)))


def rest(desk: Desk) -> None:
    """Read everything from here to the end."""
    for at in range(desk.at, len(desk.cable.blocks)):
        desk.read(at)
    desk.say("The end of the cable.")


def outline(desk: Desk) -> None:
    """Read the headings, and how the paragraphs below them begin."""
    desk.say(*(list(desk.pages.outline()) or ["It has neither headings nor numbered paragraphs."]))


def find(desk: Desk, words: str) -> None:
    """Go to the next paragraph with some words."""
    desk.words = words or desk.words
    if not desk.words:
        raise Cannot("Find what? Write find and the words.")
    hit = desk.pages.find(desk.words, desk.at)
    if hit is None:
        raise Cannot(f"No paragraph has “{desk.words}”.")
    at, place, count = hit
    desk.say(f"Found “{desk.words}”, {place} of {count}.")
    desk.read(at)


def meanings(desk: Desk, term: str) -> None:
    """Say what the terms of this page mean, or one."""
    terms = Terms.of(desk.cable, desk.own_terms)
    if term:
        found = [meaning for meaning in (terms.meaning(term) or terms.meaning(term.upper()),) if meaning]
    elif desk.block is None:
        found = terms.glossary()
    else:
        names = dict.fromkeys(mark.term for mark in terms.find(desk.block.text))
        found = [meaning for name in names if (meaning := terms.meaning(name))]
    if not found:
        raise Cannot(f"“{term}” is not known." if term else "No term of this paragraph is known.")
    desk.say(*map(_read, found))


def mended(desk: Desk) -> None:
    """Read what was mended in the cable, and why."""
    from ...cable.mended import mended as repairs

    found = [f"{item.place}: {item.text}" for item in repairs(desk.cable)]
    if not found:
        raise Cannot("Nothing was mended in this cable.")
    desk.say(*found)


def _read(meaning: Meaning) -> str:
    doubt = ", not verified" if meaning.uncertain else ""
    return f"{meaning.term}: {meaning.text} ({meaning.source}{doubt})"
