"""Whether the terminal draws more than plain characters, as far as its surroundings tell."""

from __future__ import annotations

from collections.abc import Mapping

AUTO, ON, OFF = "auto", "on", "off"
PLAIN = (AUTO, ON, OFF)
"""What the setting `display.ascii` may be."""
_FEW_SIGNS = ("linux", "vt", "ansi", "cons25", "sun")
"""Beginnings of the names of terminals whose font has few signs, or none: consoles."""


def is_plain(setting: str, environment: Mapping[str, str]) -> bool:
    """Whether plain characters are to be drawn: as the setting says, or else as the terminal and its locale do.

    A locale that is not set says nothing; most terminals draw everything.
    """
    if setting != AUTO:
        return setting == ON
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    if locale and "utf" not in locale.lower():
        return True
    return environment.get("TERM", "").startswith(_FEW_SIGNS)
