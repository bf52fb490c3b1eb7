"""Finding notes by their words, tags, authors and colours. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .model import Note

_FIELDS = {"tag": "tag", "by": "by", "author": "by", "color": "color", "colour": "color", "cable": "cable"}


def matches(note: Note, words: Sequence[str], title: str = "") -> bool:
    """Whether a note has every one of some words, whatever their case: in its text, its quote, its tags, its place.

    A word that begins with `#` looks at the beginnings of tags alone, `by:`, `color:` and `cable:` at the author, the
    colour and the id; a word after `-` must not be there. `title` is that of the cable, which counts too.
    """
    return all(_has(note, word.casefold(), title) for word in words)


def _has(note: Note, word: str, title: str) -> bool:
    if word.startswith("-") and len(word) > 1:
        return not _has(note, word[1:], title)
    if word.startswith("#"):
        return _tagged(note, word[1:])
    field, colon, value = word.partition(":")
    match _FIELDS.get(field) if colon else None:
        case "tag":
            return _tagged(note, value)
        case "by":
            return value in note.author.casefold()
        case "color":
            return note.color.casefold().startswith(value) and bool(note.color)
        case "cable":
            return value in note.cable.casefold()
    return any(word in text.casefold() for text in (note.body, note.quote, note.cable, note.author, title, *note.tags))


def _tagged(note: Note, beginning: str) -> bool:
    return any(tag.casefold().startswith(beginning) for tag in note.tags)


def has_tag(note: Note, tag: str) -> bool:
    """Whether a note has a tag, whatever its case, with or without `#`."""
    return tag.lstrip("#").casefold() in {own.casefold() for own in note.tags}


def tally_tags(notes: Iterable[Note]) -> dict[str, int]:
    """How many notes have each tag, the most used first, then by name."""
    counts = Counter(tag for note in notes for tag in note.tags)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold())))
