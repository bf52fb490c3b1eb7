"""Citations: a footnote from the parts of a cable that were read, and nothing that was not.

A place of publication is named only where the page around the text says it, or where the user chose it; cited is the
paragraph, never a page.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from .editions import edition
from .footnotes import STYLES, Style, footnote, inner_quotes, printed_id
from .homes import SOURCES, Home, Source, home
from .model import Block, Cable
from .patterns import lazy
from .title_case import casing, title_case

__all__ = [
    "SOURCES",
    "STYLES",
    "Citation",
    "Home",
    "Source",
    "Style",
    "citation",
    "cite",
    "locator",
    "printed_id",
    "range_locator",
]

_ANCHOR = lazy(r"(?P<number>[^.~]+)(?:~(?P<time>\d+))?(?:\.\d+)?")
_PORTION_MARK = lazy(r"\s*\((?:U|C|S|TS|SBU|LOU|FOUO)(?:/[A-Z]+)*\)\s*")
_DASH = lazy(r"\s+-{1,2}\s+")
_ONE, _SEVERAL = "para. ", "paras. "
_TIMES = {"2": "second", "3": "third", "4": "fourth"}


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation is assembled from; None (or empty) where it is not known.

    `origin` and `to` are addresses as the cable prints them, `title` is the subject, `paragraph` a locator such as
    `para. 32`, `edition` names the publication the text was taken from, `url` its address there.
    """

    id: str | None = None
    origin: str | None = None
    to: tuple[str, ...] = ()
    title: str | None = None
    date: dt.date | None = None
    paragraph: str | None = None
    edition: str | None = None
    url: str | None = None

    def text(self, style: Style = "chicago-note", accessed: dt.date | None = None) -> str:
        """The citation as one line; `accessed` is printed only where given, and only with an edition or address."""
        return footnote(self, style, accessed)

    def home(self, source: Source) -> Home | None:
        """Where a source has the telegram; None where it cannot have it, or an id does not lead there."""
        return home(source, self.id, self.origin, self.edition, self.url)

    def at(self, source: Source | None) -> Citation:
        """The same telegram cited from a source of the user's choice; as it was where that cannot have it."""
        place = self.home(source) if source else None
        return replace(self, edition=place.edition(self.id), url=place.url) if place else self


def cite(
    cable: Cable,
    block: Block | None = None,
    style: Style = "chicago-note",
    accessed: dt.date | None = None,
    source: Source | None = None,
    until: Block | None = None,
) -> str:
    """The citation of a cable, of one of its blocks, or of those up to `until`.

    `source` is where the user wants it cited from.
    """
    return citation(cable, block, until).at(source).text(style, accessed)


def citation(cable: Cable, block: Block | None = None, until: Block | None = None) -> Citation:
    """The parts of a citation; words of the title are written as the cable's own running text writes them."""
    header = cable.header
    subject = _title(cable)
    return Citation(
        id=cable.id,
        origin=header.origin or header.from_,
        to=header.to,
        title=subject or None,
        date=header.date.date() if header.date else None,
        paragraph=_locator_of(block, until) if block else None,
        edition=edition(cable),
        url=cable.page.get("url"),
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
        return f"heading “{inner_quotes(' '.join(text.split()).rstrip(':'))}”"
    parts = _ANCHOR.fullmatch(anchor)
    if parts is None or parts["number"] == "0" or kind == "closing":
        return None
    time = parts["time"]
    again = f" ({_TIMES.get(time, f'{time}th')} so numbered)" if time else ""
    return f"{_ONE}{parts['number']}{again}"


def range_locator(first: str | None, last: str | None) -> str | None:
    """How a footnote points at all from one locator to another: `paras. 3–5`, `heading “PREVENTION” to para. 5`.

    `last` may be None, where the range ends behind the last number; `first` where it begins before the first one.
    """
    if first == last:
        return first
    if first is None or last is None:
        return f"beginning to {last}" if last else f"{first} to end"
    if first.startswith(_ONE) and last.startswith(_ONE):
        return f"{_SEVERAL}{first.removeprefix(_ONE)}–{last.removeprefix(_ONE)}"
    return f"{first} to {last}"


def _locator_of(block: Block, until: Block | None) -> str | None:
    first = locator(block.anchor, block.kind, block.text)
    return range_locator(first, locator(until.anchor, until.kind, until.text)) if until else first


def _unmarked(subject: str) -> str:
    """A subject without the portion mark that stands before it."""
    mark = _PORTION_MARK.match(subject)
    return subject[mark.end() :] if mark else subject
