"""A query that was read: what it asks for, and its words for whoever shows the hits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .grammar import Grammar
from .tree import And, Everything, Node, Or, Words


@dataclass(frozen=True, slots=True)
class Query:
    """A query: `text` as typed, `tree` what it asks for, `hints` what the user may have meant otherwise."""

    text: str
    tree: Node
    hints: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_everything(self) -> bool:
        """Whether it asks for all cables."""
        return isinstance(self.tree, Everything)

    @property
    def phrases(self) -> tuple[Words, ...]:
        """The words and phrases that a hit is to have, in order; those that it is not to have are left out."""
        return tuple(dict.fromkeys(_words(self.tree)))

    def find_words(self) -> tuple[str, ...]:
        """The words and phrases to be looked for in the text of a hit: all that may stand below the header."""
        return tuple(dict.fromkeys(words.text for words in self.phrases if words.column in (None, "subject", "body")))


def parse(text: str, saved: Mapping[str, str] | None = None, *, unfinished: bool = False) -> Query:
    """Reads a query. Raises QueryError that points at the characters at fault; any other text has a meaning.

    `saved` are the texts of saved searches, which `@name` and `saved:name` stand for. With `unfinished` the text is
    still being typed: what is not closed yet counts as closed, what has no value yet is left out.
    """
    grammar = Grammar(text, saved or {}, unfinished=unfinished)
    tree = grammar.read()
    return Query(text, Everything() if tree is None else tree, tuple(dict.fromkeys(grammar.hints)))


def _words(node: Node) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _words(part)
