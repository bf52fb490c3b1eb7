"""The unfolded header: every field that the cable has, as an aligned table of labels and values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...cable import Cable, Reference
from ...cable.correspondents import correspondent
from ...cable.mended import KINDS, Kind
from ...cable.safe import visible
from ..signs import sign
from .cells import cells
from .dates import page_date
from .header import INDENT
from .rows import HEADER, Label, Mark, Passage

_HANG = 2
_PRECEDENCE = {"Z": "flash", "O": "immediate", "P": "priority", "R": "routine", "W": "White House"}


class Field(NamedTuple):
    """One row of the table; `marks` are in the value."""

    label: str
    value: str
    marks: tuple[Mark, ...] = ()


def field_passages(cable: Cable) -> Iterator[Passage]:
    """The passages of the unfolded header, below the title and the chips."""
    fields = [field for group in (_message(cable), _secrecy(cable), _copy(cable)) for field in group if field.value]
    width = max((cells(field.label) for field in fields), default=0)
    for index, field in enumerate(fields):
        label = Label(" " * (INDENT - 1) + field.label + " " * (width - cells(field.label)), "label")
        yield Passage(
            visible(field.value),
            "text",
            HEADER,
            INDENT + width + 2,
            lead=((label,),),
            hang=_HANG,
            marks=field.marks,
            flow="lines",
            before=1 if index == 0 else 0,
        )


def telegram_fields(cable: Cable) -> Iterator[Field]:
    """The fields of the telegram itself that it has, without those that the folded header shows."""
    return (field for group in (_message(cable), _secrecy(cable)) for field in group if field.value)


def _message(cable: Cable) -> Iterator[Field]:
    header = cable.header
    yield Field("Telegram", cable.id or "")
    yield Field("Date", page_date(header.date) if header.date else "")
    yield _named("From", (header.from_,) if header.from_ else ())
    yield _named("To", header.to)
    yield Field("Info", "\n".join(header.info))
    yield Field("Not to", "\n".join(header.info_excluded))
    words = [f"{letter} {_PRECEDENCE.get(letter[:1], '')}".strip() for letter in header.precedence]
    yield Field("Precedence", sign(" · ").join(words))
    yield Field("Sections", str(header.sections) if header.sections else "")
    yield _references(header.references)
    yield Field("Signed", cable.signer or "")


def _secrecy(cable: Cable) -> Iterator[Field]:
    header = cable.header
    yield Field("Captions", sign(" · ").join(header.captions))
    yield Field("Order", header.executive_order or "")
    yield Field("Declassify on", header.declassify_on or "")
    yield Field("Classified by", header.classified_by or "")
    yield Field("Reasons", sign(" · ").join(header.reasons))


def _copy(cable: Cable) -> Iterator[Field]:
    yield Field("Rendition", cable.rendition)
    yield _keyed("Page says", differing(cable))
    counts = Counter(repair.kind for repair in cable.repairs)
    yield Field("Mended", sign(" · ").join(_counted(kind, count) for kind, count in counts.items()))
    lines = [cable.source[span.start : span.end].strip("\r\n") for span in cable.spans if span.role == "routing"]
    yield Field("Transmission", "\n".join(lines).replace("\r\n", "\n"))


def _counted(kind: str, count: int) -> str:
    one, more, _ = KINDS.get(kind, Kind(kind, kind, ""))
    return f"{count} {one if count == 1 else more}"


def differing(cable: Cable) -> list[tuple[str, str]]:
    """What the page around the cable says otherwise than the text, or says alone; each with its name.

    Its remark stands above, in the folded header too.
    """
    header = cable.header
    said = {
        "id": cable.id,
        "identifier": cable.id,
        "classification": header.classification,
        "origin": header.origin,
        "title": header.subject,
        "subject": header.subject,
        "tags": " ".join(header.tags),
        "created": f"{header.date:%Y-%m-%d %H:%M}" if header.date else None,
        "date": f"{header.date:%Y-%m-%d %H:%M}" if header.date else None,
    }
    told = ((key, value) for key, value in cable.page.items() if value and key != "note")
    return [(key, value) for key, value in told if not _same(value, said.get(key.casefold()))]


def _same(page: str, text: str | None) -> bool:
    if text is None:
        return False
    first, second = ("".join(value.split()).casefold() for value in (page, text))
    return first == second or (first.startswith(second) and first[len(second) :] in (":00", "z", ":00z"))


def _named(label: str, plads: Sequence[str]) -> Field:
    """Addresses, each on its line with the proper name after it."""
    value, marks = "", []
    for plad in plads:
        value += ("\n" if value else "") + plad
        name = correspondent(plad)
        if name and name != " ".join(plad.split()):
            marks.append(Mark(len(value), len(value) + len(name) + 2, "quiet"))
            value += f"  {name}"
    return Field(label, value, tuple(marks))


def _keyed(label: str, pairs: Sequence[tuple[str, str]]) -> Field:
    """Names and values, each pair on its line."""
    value, marks = "", []
    for name, text in pairs:
        value += "\n" if value else ""
        marks.append(Mark(len(value), len(value) + len(name), "quiet"))
        value += f"{name}  {text}"
    return Field(label, value, tuple(marks))


def _references(references: Sequence[Reference]) -> Field:
    value, marks = "", []
    for reference in references:
        value += "\n" if value else ""
        value += f"{reference.label}  " if reference.label else ""
        value += reference.text
        if reference.id and reference.id == reference.text:
            marks.append(Mark(len(value) - len(reference.id), len(value), "reference"))
        elif reference.id:
            marks.append(Mark(len(value) + 2, len(value) + 2 + len(reference.id), "reference"))
            value += f"  {reference.id}"
        if reference.other:
            value += " or "
            marks.append(Mark(len(value), len(value) + len(reference.other), "reference"))
            value += reference.other
    return Field("References", value, tuple(marks))
