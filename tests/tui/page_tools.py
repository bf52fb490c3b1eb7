"""Reading a page as a person would see it."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablereader.tui.page.paint import PLAIN, Look, paint
from cablereader.tui.page.rows import Mark, Page


def row_text(page: Page, row: int, look: Look = PLAIN) -> str:
    """What a row shows, without the blanks at its end."""
    entry = page.rows[row]
    marks: list[Mark] = list(page.passages[entry.passage].marks) if entry.line >= 0 else []
    return "".join(piece.text for piece in paint(page, row, marks, look)).rstrip()


def page_text(page: Page) -> list[str]:
    """All rows of a page."""
    return [row_text(page, row) for row in range(len(page.rows))]


def roles(page: Page, row: int) -> dict[str, str]:
    """The strongest role of each piece of a row that is not blank."""
    entry = page.rows[row]
    pieces = paint(page, row, page.passages[entry.passage].marks)
    return {piece.text.strip(): piece.roles[-1] for piece in pieces if piece.text.strip()}


class FakeMark(NamedTuple):
    """As `cablereader.cable.terms.Mark`."""

    start: int
    end: int
    kind: str
    term: str


class FakeMeaning(NamedTuple):
    """As `cablereader.cable.terms.Meaning`."""

    term: str
    text: str
    source: str
    uncertain: bool


class FakeTerms:
    """Knows some words and their meanings, and counts how much text it was asked to read."""

    def __init__(self, **meanings: str) -> None:
        """Meanings by term; one that begins with `?` is uncertain."""
        self.meanings = meanings
        self.read = 0

    def find(self, text: str) -> list[FakeMark]:
        """The known words of a text."""
        self.read += len(text)
        words = re.finditer(r"\b[A-Z]{2,}\b", text)
        return [FakeMark(word.start(), word.end(), "acronym", word[0]) for word in words if word[0] in self.meanings]

    def meaning(self, term: str) -> FakeMeaning | None:
        """The meaning of a term."""
        text = self.meanings.get(term)
        return FakeMeaning(term, text.lstrip("?"), "a table", text.startswith("?")) if text else None

    def glossary(self) -> list[FakeMeaning]:
        """All meanings."""
        return [meaning for term in sorted(self.meanings) if (meaning := self.meaning(term))]
