"""How keys are written for people: `?` and not `question_mark`, `ctrl+d`, `esc`."""

from __future__ import annotations

import unicodedata
from functools import cache

from ..signs import is_plain

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
_ARROWS = ("up", "down", "left", "right")


def key_label(key: str) -> str:
    """A Textual key name as it is printed: in the footer, in the help, by `cablereader keys`."""
    return _label(key, is_plain())


@cache
def _label(key: str, plain: bool) -> str:
    *modifiers, name = key.split("+")
    known = name if plain and name in _ARROWS else _NAMES.get(name)
    return "+".join([*modifiers, known or _character(name)])


def _character(name: str) -> str:
    try:
        character = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return name
    return character if character.isprintable() and character != " " else name
