"""What to say of a query that finds nothing: which of its parts no cable has, and what is like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...cable.vocabulary import tag
from ..catalogue import Catalogue
from .conditions import all_posts, is_meant
from .fields import near
from .query import Query
from .search import Search
from .tree import And, Leaf, Linked, Named, Node, Not, Or, Posted, Tag, Words, both
from .vocabulary import words_from

_EACH_TAG = "SELECT DISTINCT tag FROM tag"
_MOST = 5
_FIELD = re.compile(r"[A-Za-z-]+:[^:]*$")
_SURE = 3  # letters at the beginning that are taken to be right


def advice(search: Search, query: Query) -> list[str]:
    """Lines about the parts of a query that find nothing by themselves; about none where only their meeting does."""
    said: list[str] = []
    for leaf in dict.fromkeys(_leaves(query.tree)):
        if len(said) == _MOST:
            break
        if search.count(Query("", both([leaf]))) == 0:
            said.append(_about(leaf, query.text, search.catalogue))
    return said


def _leaves(node: Node) -> Iterator[Leaf]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _leaves(part)
        case Not():
            return
        case _:
            yield node


def _about(leaf: Leaf, text: str, catalogue: Catalogue) -> str:
    connection = catalogue.connection()
    match leaf:
        case Tag(code):
            known = [row[0] for row in connection.execute(_EACH_TAG)]
            meaning = tag(code)
            what = f" ({meaning.meaning})" if meaning else ""
            return f"no cable has the tag {code}{what}{_alike(code, known)}"
        case Posted(name):
            if leaf.country:
                return f"no cable is from {name}"
            posts = all_posts(connection)
            return (
                f"no cable is from the post {name}{_alike(name, [post for post in posts if not is_meant(leaf, post)])}"
            )
        case Named():
            return f"no cable has the id {text[slice(*leaf.place)]}"
        case Linked(identifier, "cites"):
            return f"no cable cites {identifier}"
        case Linked(identifier):
            return f"no cable here is cited by {identifier}"
        case Words():
            where = "" if leaf.column is None else f" in its {_COLUMNS[leaf.column]}"
            return f"no cable has {leaf.text}{'*' * leaf.prefix}{where}{_alike_words(leaf, catalogue)}"
        case _:
            return f"no cable fits {_typed(leaf, text)}"


_COLUMNS = {
    "id": "id",
    "sender": "sender",
    "recipients": "addressees",
    "class": "captions",
    "tags": "tags",
    "subject": "subject",
    "body": "text",
}


def _typed(leaf: Leaf, text: str) -> str:
    """A part of the query as it was typed, with its field."""
    start, end = leaf.place
    field = _FIELD.search(text, 0, start)
    return text[field.start() if field else start : end]


def _alike_words(leaf: Words, catalogue: Catalogue) -> str:
    """Posts for a sender or addressee; words of the cables that are spelt much like a single one, but for its end."""
    if leaf.column in ("sender", "recipients"):
        return _alike(leaf.text, all_posts(catalogue.connection()))
    if leaf.prefix or not leaf.text.isalpha():
        return ""
    return _alike(leaf.text.lower(), [word for word, _ in words_from(catalogue, leaf.text[:_SURE])])


def _alike(word: str, known: list[str]) -> str:
    found = near(word, known)
    return f"; near it: {', '.join(found)}" if found else ""
