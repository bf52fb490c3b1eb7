"""Small helpers of the body's tests: read a text as a body, and see its blocks as short tuples."""

from __future__ import annotations

from cablereader.cable.body import Body, read_body
from cablereader.cable.mapped import Mapped


def body(text: str, post: str | None = "PORT ALDER") -> Body:
    """A body that begins at the first character."""
    return read_body(Mapped.of(text), 0, post)


def seen(text: str) -> list[tuple[str, str | None, str]]:
    """Kind, number and text of each block."""
    return [(block.kind, block.number, block.text) for block in body(text).blocks]


def numbers(text: str) -> list[str]:
    """The paragraph numbers in order."""
    return [block.number for block in body(text).blocks if block.number]


def texts(text: str, kind: str) -> list[str]:
    """The texts of the blocks of one kind."""
    return [block.text for block in body(text).blocks if block.kind == kind]
