"""The cables that notes are on, as a bibliography: CSL-JSON and BibLaTeX.

Neither has a telegram. `personal_communication`, which is a letter, keeps its full date, its number and its addressee
in every style; a report would lose the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...cable.cite import Citation, Source
from ...cable.footnotes import printed_id, recipient, sender
from ...cable.safe import visible
from ...cable.title_case import title_case
from ..notes.meta import CableMeta
from ..notes.model import Json
from .keys import citation_key

_TAG_LIKE = re.compile(r"<(?=/?(?:i|b|sc|sup|sub|span)\b)")
_ACTIVE_IN_TEX = re.compile(r"[\\{}$&#^_~%]")
_NOCASE = '<span class="nocase">{}</span>'
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


def csl_items(cables: Iterable[CableMeta], source: Source | None = None) -> list[Json]:
    """The items of a CSL-JSON bibliography, by key; what is not known is left out."""
    return sorted((_csl_item(meta, source) for meta in _once(cables)), key=lambda item: str(item["id"]))


def biblatex(cables: Iterable[CableMeta], source: Source | None = None) -> str:
    """A BibLaTeX bibliography: `@letter` with the type telegram, by key."""
    entries = sorted((citation_key(meta), _biblatex_entry(meta, source)) for meta in _once(cables))
    return "\n".join(entry for _, entry in entries)


def _once(cables: Iterable[CableMeta]) -> Sequence[CableMeta]:
    return list({citation_key(meta): meta for meta in cables}.values())


def _csl_item(meta: CableMeta, source: Source | None) -> Json:
    cited = meta.citation().at(source)
    archive, location = _holder(cited, source)
    item: Json = {
        "id": citation_key(meta),
        "type": "personal_communication",
        "genre": "telegram",
        "number": _line(printed_id(cited.id, cited.origin)) if cited.id else "",
        "title": _NOCASE.format(_no_tags(_title(cited))) if cited.title else "",
        "author": [{"literal": _line(sender(cited))}] if cited.origin else [],
        "recipient": [{"literal": _line(recipient(cited))}] if cited.to else [],
        "issued": {"date-parts": [[cited.date.year, cited.date.month, cited.date.day]]} if cited.date else {},
        "archive": archive,
        "archive_location": location,
        "URL": _line(cited.url or ""),
        "note": _line(meta.classification or ""),
        "keyword": _line(", ".join(meta.tags)),
    }
    return {name: value for name, value in item.items() if value}


def _biblatex_entry(meta: CableMeta, source: Source | None) -> str:
    cited = meta.citation().at(source)
    fields = {
        "author": f"{{{_tex(sender(cited))}}}" if cited.origin else "",
        "recipient": f"{{{_tex(recipient(cited))}}}" if cited.to else "",
        "title": f"{{{_tex(_title(cited))}}}" if cited.title else "",
        "type": "telegram",
        "number": _tex(printed_id(cited.id, cited.origin)) if cited.id else "",
        "date": f"{cited.date:%Y-%m-%d}" if cited.date else "",
        "library": _tex(", ".join(part for part in _holder(cited, source) if part)),
        "url": re.sub(r"[{}\\\s]", "", _line(cited.url or "")),
        "note": _tex(meta.classification or ""),
        "keywords": _tex(", ".join(meta.tags)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@letter{{{citation_key(meta)},", *lines, "}", ""])


def _holder(cited: Citation, source: Source | None) -> tuple[str, str]:
    """Who holds the telegram, and under what name."""
    home = cited.home(source) if source else None
    if home is None:
        archive, _, location = (cited.edition or "").rpartition(", ")
        known = bool(archive) and any(letter.isdigit() for letter in location)
        return (_line(archive), _line(location)) if known else (_line(cited.edition or ""), "")
    return _line(home.archive), _line(home.location or "")


def _title(cited: Citation) -> str:
    """The title as it is to be printed: the cable does not tell names from other words, so no style may lower it."""
    return _line(title_case(cited.title or ""))


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _no_tags(text: str) -> str:
    """What a CSL processor would take for its own formatting gets a space."""
    return _TAG_LIKE.sub("< ", text)


def _tex(text: str) -> str:
    line = visible(text).replace("\n", " ")
    return _ACTIVE_IN_TEX.sub(lambda found: _TEX.get(found[0], f"\\{found[0]}"), line)
