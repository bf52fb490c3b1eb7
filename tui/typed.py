"""What a user types or pastes, made fit to keep: terminal sequences taken out, line ends made one. Pure."""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
NO_BREAK = "\u00a0"
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def typed(text: str) -> str:
    """The text without escape sequences and control characters, its lines ended by a newline.

    Tabs stay, and so do marks of writing direction: they are part of a text, and are shown as visible characters.
    """
    return _SURROGATE.sub("�", _CONTROL.sub("", _LINE_END.sub("\n", _SEQUENCE.sub("", text))))


def tags_of(line: str) -> tuple[str, ...]:
    """The tags on a line: apart by commas or spaces, `#` before them or not, each once however it is written."""
    found: dict[str, str] = {}
    for word in re.split(r"[ \t\n,;]+", typed(line)):
        tag = " ".join(word.strip("#").split())
        found.setdefault(tag.casefold(), tag)
    return tuple(tag for key, tag in found.items() if key)


def tag_line(tags: tuple[str, ...]) -> str:
    """Tags as a line to edit, and as they are shown: `#ngo #brokerage`. A space in a tag does not end it there."""
    return " ".join(f"#{tag.replace(' ', NO_BREAK)}" for tag in tags)
