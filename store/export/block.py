"""One note in Markdown, between two comments by which a later export knows it again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...cable.safe import visible
from ..notes.meta import CableMeta
from ..notes.model import Note
from .escape import block_quote, code_quote, literal, tag_name
from .form import Form, paragraph_of
from .keys import citation_key

END = "<!-- cablereader:end -->"
_BEGIN = re.compile(r"<!-- cablereader:begin (\S+) rev (\d+) sha ([0-9a-f]{16}) note (\S+)( newer)? -->")
_SHORTEST_NAME = 6
_PROSE = re.compile(r"[\w\"'“‘(¶§]")
_FENCE = re.compile(r"^ {0,3}(```|~~~)", re.M)
_INDEX = re.compile(r"\\\[(\d+)\\\]")  # the 5 of ¶32 [5] is no link, and a heading that links name stays plain
_ADDRESS = re.compile(r"https?://[\w./%?=-]+")
_OWN_COMMENT = "<!-- cablereader:"
_STATES = {
    "orphan": "text not found in the present copy",
    "ambiguous": "its text stands in several places",
    "changed": "text changed in the present copy",
    "moved": "moved in the present copy",
}
UNPLACED = ("orphan", "ambiguous")
"""States of a note that has no certain place; such notes come last."""


class Begin(NamedTuple):
    """What the first comment of an exported note says; `sha` is the digest of the lines up to the last comment."""

    name: str
    rev: int
    sha: str
    note_id: str
    newer: bool

    @classmethod
    def read(cls, line: str) -> Begin | None:
        """The comment in a line, None where it is another line."""
        found = _BEGIN.fullmatch(line)
        return cls(found[1], int(found[2]), found[3], found[4], bool(found[5])) if found else None

    def line(self) -> str:
        """The comment."""
        return (
            f"<!-- cablereader:begin {self.name} rev {self.rev} sha {self.sha} note {self.note_id}"
            f"{' newer' if self.newer else ''} -->"
        )


@dataclass(frozen=True, slots=True)
class Exported:
    """A note that is to be exported: its short name in this file, its state in the reading at hand, and the form.

    `signed` puts the author into the heading, for a file with notes of several people.
    """

    note: Note
    name: str
    meta: CableMeta
    state: str = "exact"
    form: Form = field(default_factory=Form)
    signed: bool = False

    def lines(self, newer: bool = False) -> list[str]:
        """The note with its comments; `newer` for one that is put after a block which the user edited."""
        name = f"{self.name}-r{self.note.rev}" if newer else self.name
        inner = ["", self._heading(name, newer), "", *self._quote(name), *self._body(name), ""]
        begin = Begin(name, self.note.rev, digest(inner), self.note.id, newer)
        return [begin.line(), *inner, END]

    def _heading(self, name: str, newer: bool) -> str:
        by = f"by {literal(self.note.author)}" if self.signed and self.note.author else ""
        remarks = [name, by, "newer version" if newer else "", _STATES.get(self.state, "")]
        label = _INDEX.sub(r"[\1]", literal(self.note.label))
        return f"## {' · '.join([label, *(remark for remark in remarks if remark)])}"

    def _quote(self, name: str) -> list[str]:
        quote = quote_lines(self.note)
        return [*quote, f"^{name}", ""] if quote and self.form.flavour == "obsidian" else quote

    def _body(self, name: str) -> list[str]:
        body, paragraph = body_text(self.note.body), paragraph_of(self.note)
        pandoc = self.form.flavour == "pandoc"
        sign = _cited(self.meta, paragraph) if pandoc else f"[^{name}]"
        signs = " ".join([sign, *(f"#{tag}" for tag in map(tag_name, self.note.tags) if tag)])
        last = body.rpartition("\n")[2]
        inline = _PROSE.match(last) and len(_FENCE.findall(body)) % 2 == 0
        gap = " " if pandoc else ""
        lines = (f"{body}{gap}{signs}" if inline else f"{body}\n\n{signs}" if body else signs).split("\n")
        if pandoc:
            return lines
        cited = self.meta.citation(paragraph).at(self.form.source)
        return [*lines, "", f"[^{name}]: {_linked(cited.text(self.form.style), cited.url)}"]


def has_notes(text: str) -> bool:
    """Whether a text is an exported document, or has an exported note in it."""
    return any(Begin.read(line) for line in text.splitlines())


def digest(lines: Sequence[str]) -> str:
    """What tells whether the lines of an exported note were changed: 16 hex."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def names(notes: Sequence[Note]) -> dict[str, str]:
    """A short name for each note by its id: `n-` and the first six hex, more for a younger note that shares them."""
    found: dict[str, str] = {}
    for note in sorted(notes, key=lambda note: (note.created, note.id)):
        length = _SHORTEST_NAME
        while f"n-{note.id[:length]}" in found.values() and length < len(note.id):
            length += 1
        found[note.id] = f"n-{note.id[:length]}"
    return found


def quote_lines(note: Note) -> list[str]:
    """The quote of a note as Markdown, with an empty line after it; nothing for a note without one."""
    make = code_quote if note.anchor.kind == "table" and not note.anchor.selection else block_quote
    quote = make(note.quote) if note.quote.strip() else ""
    return [*quote.split("\n"), ""] if quote else []


def body_text(body: str) -> str:
    """The user's Markdown as it is, save for what would steer a terminal and what looks like our own comments."""
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(visible(line.expandtabs(4)) for line in text.split("\n"))
    return text.replace(_OWN_COMMENT, _OWN_COMMENT.replace(" ", "  ")).strip("\n")


def _linked(text: str, address: str | None) -> str:
    """A citation as Markdown, its address as a link; an address of a strange form stays text."""
    before, found, after = text.partition(address) if address and _ADDRESS.fullmatch(address) else (text, "", "")
    gap = " " if found and before.endswith(" ") else ""
    return f"{literal(before)}{gap}{f'<{found}>' if found else ''}{literal(after)}"


def _cited(meta: CableMeta, paragraph: str | None) -> str:
    """A citation as Pandoc reads it."""
    return f"[@{citation_key(meta)}{f', {literal(paragraph)}' if paragraph else ''}]"
