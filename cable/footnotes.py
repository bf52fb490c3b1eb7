"""The styles of a footnote: what is known about a telegram, put in the order and the words that each style asks for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, get_args

from .correspondents import correspondent, place_name
from .homes import ELECTRONIC_TELEGRAMS, document_number
from .patterns import lazy
from .title_case import title_case
from .vocabulary import post
from .vocabulary.posts import compact

if TYPE_CHECKING:
    from .cite import Citation

Style = Literal["chicago-note", "chicago-short", "mla", "apa", "nara-aad", "plain"]
STYLES: tuple[Style, ...] = get_args(Style)

_ID = lazy(r"(\d\d)(.+?)(\d+)")
_OPENING = lazy(r"[\"“”](?=\w)")
_PARAGRAPH = lazy(r"(?:\A|(?<= to ))para(s?)\. ")
_STOPPED = lazy(r"[.?!][’”]*$")
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def footnote(cited: Citation, style: Style = "chicago-note", accessed: dt.date | None = None) -> str:
    """The citation in a style, as one line; `accessed` is printed only with an edition or an address.

    `chicago-note` is the full note, `chicago-short` the one after it, `mla` and `apa` are entries of their lists with
    the locator in them, `nara-aad` is the note that the National Archives ask for, `plain` is without typography.
    """
    makers = {
        "chicago-note": _chicago_note,
        "chicago-short": _chicago_short,
        "mla": _mla,
        "apa": _apa,
        "nara-aad": _nara_aad,
        "plain": _plain,
    }
    where = bool(cited.edition or cited.url)
    return " ".join(makers[style](cited, accessed if where else None).split())


def american(day: dt.date | None) -> str:
    """`March 11, 2008`; empty where there is no date."""
    return f"{day:%B} {day.day}, {day.year}" if day else ""


def inner_quotes(text: str) -> str:
    """Quotation marks inside a quotation become single ones."""
    return _OPENING.sub("‘", text).replace('"', "’").replace("“", "‘").replace("”", "’")


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


def sender(cited: Citation) -> str:
    """Who wrote, as a footnote says it; empty where that is unknown."""
    return correspondent(cited.origin) if cited.origin else ""


def recipient(cited: Citation) -> str:
    """To whom, the first addressee and `et al.`; empty where nobody is named."""
    others = " et al." if len(cited.to) > 1 else ""
    return f"{correspondent(cited.to[0])}{others}" if cited.to else ""


def _chicago_note(cited: Citation, accessed: dt.date | None) -> str:
    kind = f"telegram {printed_id(cited.id, cited.origin)}" if cited.id else "telegram"
    title = f"“{_title(cited)}”" if cited.title else ""
    return _note([_from_to(cited), kind, title, american(cited.date), cited.paragraph or "", *_where(cited, accessed)])


def _chicago_short(cited: Citation, _: dt.date | None) -> str:
    parts = _ID.fullmatch(cited.id or "")
    name = f"{place_name(parts[2])} {parts[3]}" if parts else correspondent(cited.origin or "")
    return _note([name, american(cited.date), cited.paragraph or ""])


def _nara_aad(cited: Citation, accessed: dt.date | None) -> str:
    parts = _ID.fullmatch(cited.id or "")
    number = document_number(cited.id, cited.origin, cited.edition)
    telegram = f"Telegram {parts[3]}" if parts else "Telegram"
    files = [number, *ELECTRONIC_TELEGRAMS] if number else []
    where = [*files, cited.url or ""] if files else [cited.edition or "", cited.url or ""]
    seen = f" (accessed {american(accessed)})" if accessed else ""
    return _note([_from_to(cited), telegram, american(cited.date), cited.paragraph or "", *where], seen)


def _plain(cited: Citation, accessed: dt.date | None) -> str:
    day = f"{cited.date.day} {cited.date:%B %Y}" if cited.date else ""
    title = f'"{cited.title}"' if cited.title else ""
    parts = [cited.origin or "", title, cited.id or "", day, cited.paragraph or "", *_where(cited, accessed)]
    return ", ".join(part for part in parts if part.strip())


def _mla(cited: Citation, accessed: dt.date | None) -> str:
    day = f"{cited.date.day} {_MLA_MONTHS[cited.date.month - 1]} {cited.date.year}" if cited.date else ""
    paragraph = _PARAGRAPH.sub(r"par\1. ", cited.paragraph or "")
    title = f"“{_stopped(_title(cited))}”" if cited.title else ""
    entry = [
        _stopped(sender(cited)),
        title,
        _stopped(", ".join(part for part in (_telegram(cited), day, paragraph) if part)),
        _stopped(_capital(", ".join(part for part in (cited.edition or "", cited.url or "") if part))),
        f"Accessed {accessed.day} {_MLA_MONTHS[accessed.month - 1]} {accessed.year}." if accessed else "",
    ]
    return " ".join(part for part in entry if part)


def _apa(cited: Citation, accessed: dt.date | None) -> str:
    day = f"({cited.date.year}, {cited.date:%B} {cited.date.day})." if cited.date else "(n.d.)."
    kind = f"[{_telegram(cited)}]"
    locator = f", {cited.paragraph}" if cited.paragraph else ""
    title = f"{title_case(cited.title)} " if cited.title else ""
    retrieved = f"Retrieved {american(accessed)}, from {cited.url or ''}" if accessed and cited.url else cited.url or ""
    entry = [
        _stopped(sender(cited)),
        day,
        f"{title}{kind}{locator}.",
        _stopped(_capital(cited.edition or "")),
        retrieved,
    ]
    return " ".join(part for part in entry if part)


def _from_to(cited: Citation) -> str:
    both = (sender(cited), recipient(cited))
    return " to ".join(both) if all(both) else both[0]


def _telegram(cited: Citation) -> str:
    number = f" {printed_id(cited.id, cited.origin)}" if cited.id else ""
    to = recipient(cited)
    return f"Telegram{number}{f' to {to}' if to else ''}"


def _where(cited: Citation, accessed: dt.date | None) -> list[str]:
    return [cited.edition or "", f"accessed {american(accessed)}" if accessed else "", cited.url or ""]


def _title(cited: Citation) -> str:
    return inner_quotes(title_case(cited.title or ""))


def _note(parts: list[str], end: str = "") -> str:
    """Parts as a sentence; the comma and the full stop stand inside a closing quotation mark."""
    line = ", ".join(" ".join(part.split()) for part in parts if part.strip()).replace("”,", ",”")
    if not line:
        return ""
    if end:
        return f"{line}{end}."
    return f"{line[:-1]}.”" if line.endswith("”") else f"{line.rstrip('.')}."


def _capital(text: str) -> str:
    """A text as it begins a sentence; an address stays."""
    return text if "://" in text.partition(" ")[0] else f"{text[:1].upper()}{text[1:]}"


def _stopped(text: str) -> str:
    """A text that ends in a full stop, once; an empty one stays empty."""
    return text if not text or _STOPPED.search(text) else f"{text}."
