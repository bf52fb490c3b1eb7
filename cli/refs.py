"""`cablereader refs`: what a cable cites, and which cables cite it."""

from __future__ import annotations

from collections.abc import Sequence

from ..cable import canonical_id
from ..store.catalogue import Catalogue
from ..store.query import Link, cited_by, forward
from .asking import answered
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, nothing

PURPOSE = "Show what a cable cites, and which cables of the library cite it."
_COLUMNS = (
    Column("", "dim"),
    Column("Ref"),
    Column("Cable"),
    Column("Date"),
    Column("Post", widest=12),
    Column("Subject"),
)


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the references in both directions."""
    parser = Parser("refs", PURPOSE)
    parser.add_argument("id", metavar="ID", help="the id of a cable, such as 06MEXICO4964; it need not be here itself")
    parser.add_argument("path", metavar="PATH", nargs="*", help="files, folders, archives, dumps")
    parser.add_argument("--json", action="store_true", help="as JSON")
    words = parser.parse_intermixed_args(argv)
    identifier = canonical_id(words.id)
    if identifier is None:
        raise Problem(words.id, "no id of a cable", "such as 06MEXICO4964", Exit.BAD_USE)
    return answered(words.path, out, lambda search: _answer(search.catalogue, identifier, out, as_json=words.json))


def _answer(catalogue: Catalogue, identifier: str, out: Output, *, as_json: bool) -> Exit:
    found = {"cites": forward(catalogue, identifier), "cited by": cited_by(catalogue, identifier)}
    entry = catalogue.find(identifier)
    if as_json:
        data = {name.replace(" ", "_"): [_item(link) for link in links] for name, links in found.items()}
        out.json({"id": identifier, "found": entry is not None} | data)
    else:
        out.table(_COLUMNS, (_row(name, link) for name, links in found.items() for link in links))
    if entry is None and not any(found.values()):
        raise Problem(identifier, "no such cable here, and none that cites it", code=Exit.NOTHING_FOUND)
    return Exit.GOOD if any(found.values()) else nothing(f"{identifier}: it cites none, and none here cites it")


def _row(name: str, link: Link) -> list[str]:
    entry = link.entry
    return [
        name,
        link.label or ("(text)" if link.kind == "mention" else ""),
        link.id or "",
        entry.date.strftime("%Y-%m-%d") if entry and entry.date else "",
        (entry.post or "") if entry else "",
        " ".join((entry.subject or "").split()) if entry else (link.text or ""),
    ]


def _item(link: Link) -> dict[str, object]:
    entry = link.entry
    return {
        "id": link.id,
        "kind": link.kind,
        "label": link.label,
        "text": link.text,
        "found": entry is not None,
        "date": entry.date.strftime("%Y-%m-%dT%H:%MZ") if entry and entry.date else None,
        "post": entry.post if entry else None,
        "subject": entry.subject if entry else None,
    }
