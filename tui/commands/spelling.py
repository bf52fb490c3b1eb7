"""Keys as people write them in a settings file: `?`, `ctrl+d`, `esc`, `G`; and what of them no terminal sends."""

from __future__ import annotations

import unicodedata

_SHORT = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
    "←": "left",
    "→": "right",
    "↑": "up",
    "↓": "down",
    "⌫": "backspace",
}
_TEXTUALS = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual's name of a character is not its Unicode name."""

_MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_NAMED = {*_MOVING, "enter", "escape", "tab", "space", "backspace", "delete", "insert"}
_NAMED |= {f"f{number}" for number in range(1, 25)}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TWINS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "esc"}
_TAKEN = {"ctrl+c": "it copies what is selected", "ctrl+q": "it always quits"}
_WITH = {
    "ctrl": {*_LETTERS, *_MOVING, "at", "space", "backslash", "right_square_bracket", "underscore"},
    "alt": {*_LETTERS, *_LETTERS.upper(), *"0123456789", *_MOVING, "enter", "backspace"},
    "shift": {*_MOVING, "tab"},
}


class NoKey(ValueError):
    """What is written is no key that can be bound; the message says why."""


def key_name(written: str) -> str:
    """Textual's name of a key. Raises `NoKey`."""
    *modifiers, last = _parts(written)
    name = _one(last)
    if name is None:
        raise NoKey("it is no key")
    if modifiers == ["shift"] and name in _LETTERS:
        return name.upper()
    name = name.lower() if modifiers == ["ctrl"] else name
    key = "+".join([*modifiers, name])
    if key in _TWINS:
        raise NoKey(f"terminals send the same for it as for {_TWINS[key]}")
    if key in _TAKEN:
        raise NoKey(_TAKEN[key])
    if modifiers and (len(modifiers) > 1 or name not in _WITH.get(modifiers[0], ())):
        raise NoKey("terminals do not send it")
    return "ctrl+at" if key == "ctrl+space" else key


def is_typed(key: str) -> bool:
    """Whether a key writes a character where text is typed: then nothing else can be done with it there."""
    return "+" not in key and key not in _NAMED - {"space"}


def _parts(written: str) -> list[str]:
    """The modifiers, then the key: `+` may be the key itself."""
    text = written.strip() or written
    if len(text) == 1 or text.endswith("++"):
        return [*text[:-2].lower().split("+"), text[-1]] if len(text) > 1 else [text]
    *modifiers, last = text.split("+")
    return [*(modifier.lower() for modifier in modifiers), last]


def _one(word: str) -> str | None:
    """Textual's name of a key without modifiers; None for what is none."""
    if len(word) == 1 and word not in _SHORT:
        return _character(word) if word.isprintable() else None
    name = _SHORT.get(word.lower(), word.lower())
    if name in _NAMED:
        return name
    return name if name in {_character(chr(code)) for code in range(ord("!"), ord("~") + 1)} else None


def _character(character: str) -> str:
    if character == " ":
        return "space"
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _TEXTUALS.get(name, name)
