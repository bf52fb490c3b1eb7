"""What an update tells while it runs, and at its end."""

from __future__ import annotations

from typing import NamedTuple


class Progress(NamedTuple):
    """How far an update is: texts and bytes done of all that are new or changed, and what it is doing `now`.

    `cables` are in the catalogue so far, `rate` is texts a second, `seconds_left` is None where nobody can tell.
    """

    done: int
    total: int
    bytes_done: int
    bytes_total: int
    cables: int
    rate: float
    seconds_left: float | None
    now: str


class Outcome(NamedTuple):
    """What an update did: texts added, changed and removed, how many are no cables, whether it was stopped."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    problems: int = 0
    stopped: bool = False
