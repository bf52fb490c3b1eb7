"""A small library to search in, and an oracle that answers queries by going through its cables one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from itertools import product
from pathlib import Path
from random import Random

from cablereader.store.catalogue import Catalogue, update
from cablereader.store.catalogue.texts import Text, read_text
from cablereader.store.classification import short
from cablereader.store.query import Nothing, tree
from cablereader.store.query.words import words

POSTS = {"MEXICO": "Mexico", "MONTERREY": "Mexico", "CARACAS": "Venezuela", "SAN JOSE": "Costa Rica"}
LEVELS = ("UNCLAS", "UNCLAS SENSITIVE", "C O N F I D E N T I A L", "S E C R E T")
BODY = [
    "oil", "gas", "Café", "U.S.", "e-mail", "harbour", "the", "of", "treaty", "fishing", "talks", "GOM", "Cuba",
    "trade",
]  # fmt: skip
TAGS = ("PREL", "PGOV", "PHUM", "ETRD", "KWMN")
MONTHS = ("JAN", "MAR", "SEP", "DEC")


def telegram(random: Random, number: int, place: str, earlier: Sequence[str]) -> str:
    """A telegram of a post with words at random, which may cite earlier ones (`06 MEXICO 12`)."""
    year, month, day = random.choice(("05", "06", "07")), random.choice(MONTHS), random.randint(1, 28)
    level = random.choice(LEVELS)
    station = "AMCONSUL" if place == "MONTERREY" else "AMEMBASSY"
    cited = random.sample(earlier, min(len(earlier), random.choice((0, 0, 1, 2))))
    lines = [
        f"R {day:02}{random.randint(0, 23):02}04Z {month} {year}",
        f"FM {station} {place}",
        f"TO SECSTATE WASHDC\nINFO AMEMBASSY {random.choice(tuple(POSTS))}",
        f"{level} {place} {number:06}\n",
        "SIPDIS\n",
        f"TAGS: {', '.join(random.sample(TAGS, random.randint(1, 3)))}",
        f"SUBJECT: {' '.join(random.choices(BODY, k=3)).upper()}",
        f"REF: {'; '.join(cited)}" if cited else "",
        "\n1. " + " ".join(random.choices(BODY, k=8)).capitalize() + ".",
        "\n2. " + "\n".join(" ".join(random.choices(BODY, k=4)) for _ in range(2)) + ".",
    ]
    return "\n".join(filter(None, lines)) + "\n"


class Known(Nothing):
    """Notes and marks on some cables."""

    notes: Mapping[str, int] = {}
    seen: Set[str] = frozenset()

    def noted(self) -> Mapping[str, int]:
        return self.notes

    def note_words(self, text: str) -> Set[str]:
        return frozenset(list(self.notes)[:2])

    def read(self) -> Set[str]:
        return self.seen


class Shelf:
    """The library: its catalogue, what was read of each text, and what is known outside."""

    def __init__(self, folder: Path, cables: int = 60) -> None:
        random, earlier = Random(7), list[str]()
        texts: list[str] = []
        for number, place in zip(range(1, cables + 1), product(range(cables), POSTS), strict=False):
            text = telegram(random, number, place[1], earlier)
            earlier.append(f"{text[12:14]} {place[1]} {number}")
            texts.append(text)
        undated = "UNCLAS MEXICO 000999\n\nSUBJECT: OIL WITHOUT A DATE\n\n1. The oil.\n"
        texts += [undated.replace("000999", f"00099{digit}") for digit in (1, 2)]
        for index, text in enumerate(texts):
            name = f"{index:03}.txt" if index < cables else f"06MEXICO99{index - cables + 1}.txt"
            (folder / name).write_text(text, "utf-8")
        (folder / "menu.txt").write_text("oil and soup of the day", "utf-8")
        self.catalogue = Catalogue.open([folder], folder.parent / "cache")
        update(self.catalogue)
        read = ((read_text(path.read_text("utf-8"), path.stem), path.name) for path in sorted(folder.iterdir()))
        known = [(text.id, text, name) for text, name in read if text.id]
        self.texts = {identifier: text for identifier, text, _ in known}
        self.names = {identifier: name for identifier, _, name in known}
        self.outside = Known()
        self.outside.notes = {name: 1 + index % 3 for index, name in enumerate(sorted(self.texts)[::7])}
        self.outside.seen = frozenset(sorted(self.texts)[::3])
        self.ids = {
            rowid: name for rowid, name in self.catalogue.connection().execute("SELECT rowid, id FROM cable") if name
        }

    def found(self, asked: tree.Node) -> set[str]:
        """The ids of the cables that a query finds."""
        return {name for name, text in self.texts.items() if self._holds(asked, name, text)}

    def _holds(self, node: tree.Node, name: str, text: Text) -> bool:
        match node:
            case tree.And(parts):
                return all(self._holds(part, name, text) for part in parts)
            case tree.Or(parts):
                return any(self._holds(part, name, text) for part in parts)
            case tree.Not(part):
                return not self._holds(part, name, text)
            case _:
                return self._has(node, name, text)

    def _has(self, node: tree.Leaf, name: str, text: Text) -> bool:
        match node:
            case tree.Everything():
                return True
            case tree.Words():
                columns = _columns(text)
                chosen = [columns[node.column]] if node.column else list(columns.values())
                return any(_stands(node, column) for column in chosen)
            case tree.Tag():
                return any(tag.startswith(node.code) if node.prefix else tag == node.code for tag in text.tags)
            case tree.Posted():
                country = POSTS.get((text.post or "").upper(), "")
                return (country if node.country else text.post or "").casefold() == node.name.casefold()
            case tree.Classified():
                return short(text.classification).rank in node.levels
            case tree.Between():
                date = datetime.fromisoformat(text.date[:-1]) if text.date else None
                return date is not None and (node.first or date) <= date and (node.end is None or date < node.end)
            case tree.Named():
                return name.startswith(node.ids[0]) if node.prefix else name in node.ids
            case tree.Filed():
                return node.text.casefold() in self.names[name]
            case tree.Linked():
                other = self.texts.get(node.id)
                citing, cited = (text, node.id) if node.direction == "cites" else (other, name)
                return citing is not None and cited in {target for target, *_ in citing.references}
            case tree.Own():
                return name in self._own(node)
            case tree.Has(trait):
                return bool(self._traits(trait, name, text))

    def _own(self, node: tree.Own) -> Set[str]:
        if node.what is tree.Kept.READ:
            return self.outside.seen
        return set(self.outside.notes) if node.what is tree.Kept.NOTED else self.outside.note_words(node.value)

    def _traits(self, trait: tree.Trait, name: str, text: Text) -> object:
        match trait:
            case tree.Trait.REFS:
                return [kind for *_, kind in text.references if kind == "ref"]
            case tree.Trait.CITED:
                return any(name == target for other in self.texts.values() for target, *_ in other.references)
            case tree.Trait.TAGS:
                return text.tags
            case tree.Trait.DATE:
                return text.date
            case tree.Trait.SUBJECT:
                return text.subject
            case tree.Trait.COPIES:
                return False


def _columns(text: Text) -> dict[str, str]:
    return {
        "id": text.id or "",
        "sender": " ".join(filter(None, (text.post, text.origin, text.sender))),
        "recipients": text.recipients,
        "class": " ".join(filter(None, (text.classification, text.captions))),
        "tags": " ".join(text.tags),
        "subject": text.subject or "",
        "body": text.body,
    }


def _stands(node: tree.Words, column: str) -> bool:
    """Whether words stand in a column, next to each other and in order."""
    have, wanted = [word.text for word in words(column)], [word.text for word in words(node.text)]
    for start in range(len(have) - len(wanted) + 1):
        part = have[start : start + len(wanted)]
        if part == wanted or (node.prefix and part[:-1] == wanted[:-1] and part[-1].startswith(wanted[-1])):
            return True
    return False
