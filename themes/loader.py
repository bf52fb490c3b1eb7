"""Reading theme files: TOML in, Textual themes out, every fault with the file and the key that has it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from pkgutil import get_data

from textual.color import Color, ColorParseError
from textual.theme import Theme

from .tokens import COLORS, TOKENS, chrome

DEFAULT = "dark"
"""The theme of a first start."""

COLOURLESS = "terminal"
"""The theme for a terminal that is to show no colours (NO_COLOR): it keeps the terminal's own background."""

FRAME = "frame"
"""The style sheet of what is painted first; what the others style is not there before."""

SHEETS = (FRAME, "list", "reader", "notes", "dialogs")
"""The style sheets, what is painted first before all else."""

_SHIPPED = ("dark", "light", "paper", "amber", "high-contrast", "terminal")
_KEYS: dict[str, type] = {"base": str, "dark": bool, "ansi": bool, "colors": dict, "tokens": dict}
_KIND: dict[type, str] = {str: "the name of a theme", bool: "true or false", dict: "a table of colours"}


class ThemeFault(Exception):
    """A theme file that cannot be used; the message names the file, the key, and the line where there is one."""

    def __init__(self, name: str, what: str, key: str = "") -> None:
        """The file's name, what is wrong, and the key whose line it stands in."""
        super().__init__(name, what, key)
        self.name, self.what, self.key = name, what, key
        self.line = 0

    def __str__(self) -> str:
        """A sentence."""
        return f"Theme {self.name}{f', line {self.line}' if self.line else ''}: {self.what}"


def shipped() -> tuple[Theme, ...]:
    """The themes that come with the program, the default one first."""
    return tuple(_shipped(name) for name in _SHIPPED)


def from_folder(folder: Path) -> Iterator[Theme | ThemeFault]:
    """The user's themes, by file name; a file that cannot be used gives its fault, and the others still come."""
    for path in sorted(folder.glob("*.toml")):
        try:
            yield read(path.name, path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            yield ThemeFault(path.name, f"it cannot be read: {error}")
        except ThemeFault as fault:
            yield fault


def one(name: str | None, folder: Path) -> Theme:
    """The user's theme or the shipped theme of a name; the default one where there is none that can be used."""
    with suppress(OSError, UnicodeDecodeError, ThemeFault):
        return read(f"{name}.toml", (folder / f"{name}.toml").read_text("utf-8"))
    return _shipped(name if name in _SHIPPED else DEFAULT)


@cache
def defaults() -> dict[str, str]:
    """Every token of the default theme, for a theme that has none of them (one of Textual's own)."""
    return _shipped(DEFAULT).variables


def read(name: str, text: str) -> Theme:
    """The theme of a file; raises `ThemeFault`.

    What a user's file leaves out is taken from the shipped theme that its `base` names; else from the one of the same
    name, if there is one; else from the dark or the light one, as it says `dark = true` or `false`.
    """
    try:
        return _read(name, text)
    except ThemeFault as fault:
        lines = (number for number, line in enumerate(text.split("\n"), 1) if _is_of(line, fault.key))
        fault.line = next(lines, 0) if fault.key else 0
        raise


def _is_of(line: str, key: str) -> bool:
    """Whether a line gives a key its value, or begins its section."""
    words = line.split("=")[0].strip().strip("[]\"' ")
    return words.rpartition(".")[2].strip("\"' ") == key


def _read(name: str, text: str) -> Theme:
    data = _table(name, text)
    stem = name.removesuffix(".toml")
    base = data.get("base", stem if stem in _SHIPPED else "dark" if data.get("dark", True) else "light")
    if base not in _SHIPPED:
        raise ThemeFault(name, f"base must be one of {', '.join(_SHIPPED)}", "base")
    return _theme(name, _shipped_table(str(base)), data)


@cache
def _shipped(name: str) -> Theme:
    return _theme(f"{name}.toml", {}, _shipped_table(name))


@cache
def _shipped_table(name: str) -> dict[str, object]:
    return _table(f"{name}.toml", _shipped_text(f"{name}.toml"))


def _shipped_text(name: str) -> str:
    return (get_data(__package__, name) or b"").decode()


def _theme(name: str, base: dict[str, object], data: dict[str, object]) -> Theme:
    colors = _section(name, base, "colors", COLORS) | _section(name, data, "colors", COLORS)
    tokens = _section(name, base, "tokens", TOKENS) | _section(name, data, "tokens", TOKENS)
    return Theme(
        name.removesuffix(".toml"),
        primary=colors["primary"],
        secondary=colors["secondary"],
        warning=colors["warning"],
        error=colors["error"],
        success=colors["success"],
        accent=colors["accent"],
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        dark=bool((base | data).get("dark", True)),
        ansi=bool((base | data).get("ansi", False)),
        variables=chrome(colors) | tokens,
    )


def _table(name: str, text: str) -> dict[str, object]:
    try:
        data: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeFault(name, f"this is not TOML: {error}") from error
    for key, value in data.items():
        if key not in _KEYS:
            raise ThemeFault(name, f"there is no key {key}; it has {', '.join(_KEYS)}", key)
        if not isinstance(value, _KEYS[key]):
            raise ThemeFault(name, f"{key} must be {_KIND[_KEYS[key]]}", key)
    return data


def _section(name: str, data: dict[str, object], section: str, keys: tuple[str, ...]) -> dict[str, str]:
    """A section of a theme file, every value a colour."""
    values = data.get(section)
    colors: dict[str, str] = {}
    for key, value in values.items() if isinstance(values, dict) else ():
        if key not in keys:
            raise ThemeFault(name, f"[{section}] has no key {key}", key)
        try:
            Color.parse(value)
        except (ColorParseError, TypeError, AttributeError) as error:
            raise ThemeFault(name, f"{section}.{key} is no colour: {value!r}", key) from error
        colors[key] = value
    return colors


def stylesheet(*names: str) -> str:
    """Style sheets of the program, one after the other: those of these names, by default all."""
    return "\n".join(_shipped_text(f"{name}.tcss") for name in names or SHEETS)
