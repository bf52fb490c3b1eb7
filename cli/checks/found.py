"""What a check found: good, something to look at, or bad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["good", "look", "bad"]
"""`look` is what works less well than it could, `bad` what does not work."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something found of a part of the program and its surroundings, and what to do about it."""

    about: str
    state: State
    what: str
    what_to_do: str = ""

    def as_dict(self) -> dict[str, str]:
        """As JSON data."""
        return {"about": self.about, "state": self.state, "what": self.what, "what_to_do": self.what_to_do}


def good(about: str, what: str) -> Found:
    """All is well with something."""
    return Found(about, "good", what)


def look(about: str, what: str, what_to_do: str = "") -> Found:
    """Something works less well than it could."""
    return Found(about, "look", what, what_to_do)


def bad(about: str, what: str, what_to_do: str) -> Found:
    """Something does not work."""
    return Found(about, "bad", what, what_to_do)
