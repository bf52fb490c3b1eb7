"""Small words for messages. Pure."""

from __future__ import annotations


def sentence(text: str) -> str:
    """A text as a sentence begins: with a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"


def counted(count: int, thing: str) -> str:
    """A number of things: "1 note", "2 notes", "1,200 notes"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
