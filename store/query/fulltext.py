"""What a query asks of the full text, in the language of FTS5. Nothing that the user typed stands there unquoted."""

from __future__ import annotations

import re

from ...cable.ids import canonical_id
from .tree import And, Named, Node, Not, Or, Tag, Words
from .words import words

_ID_ALIKE = re.compile(r"[0-9]{2,4}[A-Za-z]{3,30}[0-9]{1,7}")
_PLAIN_CODE = re.compile(r"[A-Za-z0-9]+")
_CONTROLS = re.compile(r"[\x00-\x1f\ud800-\udfff\"]")


def expression(node: Node) -> str | None:
    """A node as an FTS5 expression; None where the full text alone cannot answer it."""
    match node:
        case Words():
            return _words(node)
        case Tag():
            return None if node.prefix or not _PLAIN_CODE.fullmatch(node.code) else f"tags : {_quoted(node.code)}"
        case Named():
            some = " OR ".join(map(_quoted, node.ids))
            return f"id : ({some})" if not node.prefix and all(map(_one_word, node.ids)) else None
        case Or(parts):
            found = [expression(part) for part in parts]
            return f"({' OR '.join(filter(None, found))})" if all(found) else None
        case And(parts):
            return _all(parts)
        case _:
            return None


def _all(parts: tuple[Node, ...]) -> str | None:
    """All of the parts; those that take away need another one to take from."""
    wanted = [expression(part) for part in parts if not isinstance(part, Not)]
    unwanted = [expression(part.part) for part in parts if isinstance(part, Not)]
    if not wanted or not all(wanted) or not all(unwanted):
        return None
    return less(" AND ".join(filter(None, wanted)), [text for text in unwanted if text])


def less(wanted: str, unwanted: list[str]) -> str:
    """An expression that takes some away from another."""
    return f"(({wanted}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({wanted})"


def _words(node: Words) -> str:
    found = [word.text for word in words(node.text)]
    if node.near is not None and len(found) > 1:
        text = f"NEAR({' '.join(_quoted(word) for word in found)}, {node.near})"
    else:
        text = _quoted(node.text, node.prefix)
    if node.column:
        return f"{node.column} : {text}"
    if not node.quoted and not node.prefix and _ID_ALIKE.fullmatch(node.text):
        name = canonical_id(node.text)  # an id finds its cable in any spelling
        if name and name != node.text.upper():
            return f"({text} OR id : {_quoted(name)})"
    return text


def _one_word(text: str) -> bool:
    return len(list(words(text))) == 1


def _quoted(text: str, prefix: bool = False) -> str:
    return f'"{_CONTROLS.sub(" ", text)}"' + (" *" if prefix else "")
