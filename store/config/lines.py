"""Which line of a TOML file a key is written in: `tomllib` does not tell."""

from __future__ import annotations

import re

_WORD = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_NAME = rf"{_WORD}(?:[ \t]*\.[ \t]*{_WORD})*"
_SECTION = re.compile(rf"[ \t]*\[[ \t]*({_NAME})[ \t]*\][ \t]*(?:#.*)?")
_KEY = re.compile(rf"[ \t]*({_NAME})[ \t]*=")
_WORDS = re.compile(_WORD)
_AT_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


def lines_of(text: str) -> dict[tuple[str, ...], int]:
    """The first line of each key and section, counted from 1, by its whole name: `("keys", "list", "open")`."""
    found: dict[tuple[str, ...], int] = {}
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _SECTION.fullmatch(line.rstrip("\r")):
            section = _words(header[1])
            found.setdefault(section, number)
        elif key := _KEY.match(line):
            found.setdefault(section + _words(key[1]), number)
    return found


def line_in(message: str, text: str) -> tuple[str, int | None]:
    """What a message of `tomllib` about a text says, and the line that it means."""
    place = _AT_LINE.search(message)
    if place is None:
        return message, None
    return message.replace(place[0], "").strip(), int(place[1] or text.rstrip().count("\n") + 1)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.strip("\"'") for word in _WORDS.findall(name))
