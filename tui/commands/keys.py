"""How keys are written for people: `?` and not `question_mark`, `ctrl+d`, `esc`."""

from __future__ import annotations

import unicodedata
from functools import cache

_NAMES = {
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "slash": "/",
    "backslash": "\\",
    "minus": "-",
    "underscore": "_",
    "plus": "+",
    "hyphen_minus": "-",
    "full_stop": ".",
    "at": "@",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}


@cache
def key_label(key: str) -> str:
    """A Textual key name as it is printed: in the footer, in the help, by `cablereader keys`."""
    *modifiers, name = key.split("+")
    return "+".join([*modifiers, _NAMES.get(name) or _character(name)])


def _character(name: str) -> str:
    try:
        character = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return name
    return character if character.isprintable() and character != " " else name
