"""Citations: a footnote from the parts of a cable that were read, and nothing that was not.

A place of publication is named only where the page around the text says it; cited is the paragraph, never a page.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from .correspondents import correspondent, place_name
from .editions import edition
from .model import Block, Cable
from .patterns import lazy
from .title_case import casing, title_case
from .vocabulary import post
from .vocabulary.posts import compact

Style = Literal["chicago-note", "chicago-short", "plain"]

_ID = lazy(r"(\d\d)(.+?)(\d+)")
_ANCHOR = lazy(r"(?P<number>[^.~]+)(?:~(?P<time>\d+))?(?:\.\d+)?")
_PORTION_MARK = lazy(r"\s*\((?:U|C|S|TS|SBU|LOU|FOUO)(?:/[A-Z]+)*\)\s*")
_DASH = lazy(r"\s+-{1,2}\s+")
_OPENING = lazy(r"[\"“”](?=\w)")
_TIMES = {"2": "second", "3": "third", "4": "fourth"}


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation is assembled from; None (or empty) where it is not known.

    `origin` and `to` are addresses as the cable prints them, `title` is the subject, `paragraph` a locator such as
    `para. 32`, `edition` names the publication the text was taken from.
    """

    id: str | None = None
    origin: str | None = None
    to: tuple[str, ...] = ()
    title: str | None = None
    date: dt.date | None = None
    paragraph: str | None = None
    edition: str | None = None

    def text(self, style: Style = "chicago-note", accessed: dt.date | None = None) -> str:
        """The citation as one line; `accessed` is printed only where given, and only with an edition."""
        parts = {"chicago-note": self._note, "chicago-short": self._short, "plain": self._plain}[style]()
        if self.edition and style != "chicago-short":
            parts.append(self.edition)
            if accessed:
                parts.append(f"accessed {_american(accessed)}")
        line = ", ".join(" ".join(part.split()) for part in parts if part.strip()).replace("”,", ",”")
        if not line or style == "plain":
            return line
        return f"{line[:-1]}.”" if line.endswith("”") else f"{line.rstrip('.')}."

    def _note(self) -> list[str]:
        sender = correspondent(self.origin) if self.origin else ""
        if sender and self.to:
            others = " et al." if len(self.to) > 1 else ""
            sender = f"{sender} to {correspondent(self.to[0])}{others}"
        kind = f"telegram {printed_id(self.id, self.origin)}" if self.id else "telegram"
        title = f"“{_inner_quotes(title_case(self.title))}”" if self.title else ""
        return [sender, kind, title, _american(self.date), self.paragraph or ""]

    def _short(self) -> list[str]:
        parts = _ID.fullmatch(self.id or "")
        name = f"{place_name(parts[2])} {parts[3]}" if parts else correspondent(self.origin or "")
        return [name, _american(self.date), self.paragraph or ""]

    def _plain(self) -> list[str]:
        day = f"{self.date.day} {self.date:%B %Y}" if self.date else ""
        title = f'"{self.title}"' if self.title else ""
        return [self.origin or "", title, self.id or "", day, self.paragraph or ""]


def cite(
    cable: Cable, block: Block | None = None, style: Style = "chicago-note", accessed: dt.date | None = None
) -> str:
    """The citation of a cable, or of one of its blocks."""
    return citation(cable, block).text(style, accessed)


def citation(cable: Cable, block: Block | None = None) -> Citation:
    """The parts of a citation; words of the title are written as the cable's own running text writes them."""
    header = cable.header
    subject = _title(cable)
    return Citation(
        id=cable.id,
        origin=header.origin or header.from_,
        to=header.to,
        title=subject or None,
        date=header.date.date() if header.date else None,
        paragraph=locator(block.anchor, block.kind, block.text) if block else None,
        edition=edition(cable),
    )


def _title(cable: Cable) -> str:
    """The subject in title case: as the body writes its words, and what is an acronym in this cable in capitals."""
    from .terms import Terms  # needed for a title alone

    subject = _unmarked(cable.header.subject or "")
    terms = (subject[mark.start : mark.end] for mark in Terms.of(cable).find(subject))
    known = {term: term for term in terms} | casing(subject, (block.text for block in cable.blocks))
    return _DASH.sub(" – ", title_case(subject, known))


def locator(anchor: str, kind: str = "paragraph", text: str = "") -> str | None:
    """How a footnote points at a block: `para. 32`, `heading “PREVENTION”`, or None where nothing is numbered yet.

    `kind` is that of the block, or of its anchor.
    """
    if kind in ("heading", "head"):
        return f"heading “{_inner_quotes(' '.join(text.split()).rstrip(':'))}”"
    parts = _ANCHOR.fullmatch(anchor)
    if parts is None or parts["number"] == "0" or kind == "closing":
        return None
    time = parts["time"]
    again = f" ({_TIMES.get(time, f'{time}th')} so numbered)" if time else ""
    return f"para. {parts['number']}{again}"


def printed_id(identifier: str, origin: str | None = None) -> str:
    """An id the way cables cite each other: `08 MEXICO 722`, `05 RIO DE JANEIRO 123`.

    The origin (`Embassy Port Alder`) tells where the spaces are in a name that the table of posts does not have.
    """
    parts = _ID.fullmatch(identifier)
    if not parts:
        return identifier
    known = post(parts[2])
    place = (origin or "").upper().partition(" ")[2]
    name = known.name if known else place if compact(place) == parts[2] else parts[2]
    return f"{parts[1]} {name} {parts[3]}"


def _unmarked(subject: str) -> str:
    """A subject without the portion mark that stands before it."""
    mark = _PORTION_MARK.match(subject)
    return subject[mark.end() :] if mark else subject


def _american(day: dt.date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else ""


def _inner_quotes(text: str) -> str:
    """Quotation marks inside a quotation become single ones."""
    return _OPENING.sub("‘", text).replace('"', "’").replace("“", "‘").replace("”", "’")
