"""Fields with a fixed number of values, and those of the user's own records."""

from __future__ import annotations

from dataclasses import replace

from . import levels
from .fields import Field, near
from .tree import Has, Kept, Node, Not, Own, Trait
from .value import Value

_IS: dict[str, Node] = {
    "unread": Not(Own(Kept.READ)),
    "read": Own(Kept.READ),
    "flagged": Own(Kept.FLAGGED),
    "tagged": Own(Kept.MARKED),
    "marked": Own(Kept.MARKED),
    "bookmarked": Own(Kept.BOOKMARKED),
    "noted": Own(Kept.NOTED),
    "cited": Has(Trait.CITED),
    "undated": Not(Has(Trait.DATE)),
}
_HAS: dict[str, Node] = {
    "note": Own(Kept.NOTED),
    "mark": Own(Kept.MARKED),
    "bookmark": Own(Kept.BOOKMARKED),
    "ref": Has(Trait.REFS),
    "tag": Has(Trait.TAGS),
    "subject": Has(Trait.SUBJECT),
    "date": Has(Trait.DATE),
    "copies": Has(Trait.COPIES),
}
_OWN = {"note": Kept.NOTE_WORDS, "notetag": Kept.NOTE_TAG, "mark": Kept.MARK}


def known(field: Field) -> list[str]:
    """The values of a field that has a fixed number of them."""
    if field.values == "level":
        return list(levels.NAMES.values())
    return sorted(_IS if field.values == "is" else _HAS if field.values == "has" else ())


def is_(field: Field, value: Value) -> Node:
    """What `is:` asks for."""
    return _choice(field, value, _IS, value.text.lower())


def has(field: Field, value: Value) -> Node:
    """What `has:` asks for."""
    word = value.text.lower()
    singular = {"notes": "note", "refs": "ref", "references": "ref", "reference": "ref", "tags": "tag", "marks": "mark"}
    return _choice(field, value, _HAS, singular.get(word, word))


def _choice(field: Field, value: Value, table: dict[str, Node], word: str) -> Node:
    if word not in table:
        hint = near_hint(field, word) or ", ".join(table)
        raise value.wrong(f"{field.name}: knows no {value.text or 'empty value'}", hint)
    node = table[word]
    if isinstance(node, Not):
        return Not(_placed(node.part, value))
    return _placed(node, value)


def _placed(node: Node, value: Value) -> Node:
    return replace(node, place=value.place) if isinstance(node, Own | Has) else node


def own(field: Field, value: Value) -> Node:
    """What a field of the user's own records asks for."""
    text = " ".join(value.text.split()).lstrip("#" if field.name != "note" else "")
    if not text:
        raise value.wrong(f"{field.name}: needs a word", f"such as {field.example}")
    return Own(_OWN[field.name], text + "*" * (value.prefix and not text.endswith("*")), value.place)


def near_hint(field: Field, word: str) -> str:
    """Which values may have been meant; empty where none is near."""
    alike = near(word, known(field))
    return f"did you mean {' or '.join(alike)}?" if alike else ""
