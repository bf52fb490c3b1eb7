"""Which panes are on the screen: a pure rule of its width, of the focused pane, and of the side last looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Pane = Literal["list", "reader", "notes"]

PANES: tuple[Pane, ...] = ("list", "reader", "notes")
"""The panes from left to right."""

TITLES: dict[Pane, str] = {"list": "CABLES", "reader": "", "notes": "NOTES"}
"""What stands above the panes before there is anything in them."""

BREAKPOINTS = [(0, "-one"), (80, "-two"), (120, "-three")]
"""From how many columns on the screen shows how many panes (as the class that style sheets see)."""

READER_LEAST = 46
"""Columns that the reader keeps beside other panes."""
LEAST = 16
"""No pane is narrower than this."""
_WIDTHS: dict[Pane, tuple[int, int, int]] = {"list": (31, 33, 64), "notes": (26, 22, 46)}
"""Columns of the outer panes: at least, in hundredths of the screen, at most."""


def panes_at(width: int) -> int:
    """How many panes stand side by side at a screen width."""
    return sum(width >= columns for columns, _ in BREAKPOINTS)


def shown(width: int, focus: Pane, side: Pane, zoom: bool = False) -> frozenset[Pane]:
    """The panes to show.

    `side` is the outer pane (list or notes) focused last: with room for two, the reader keeps it beside itself, so
    that going from a note to its paragraph moves nothing on the screen.
    """
    count = 1 if zoom else panes_at(width)
    if count >= len(PANES):
        return frozenset(PANES)
    if count == 1:
        return frozenset((focus,))
    return frozenset(("reader", side if focus == "reader" else focus))


def neighbour(pane: Pane, step: int) -> Pane | None:
    """The pane so many steps to the right (to the left if negative), or None beyond the edge."""
    place = PANES.index(pane) + step
    return PANES[place] if 0 <= place < len(PANES) else None


def next_pane(pane: Pane, step: int) -> Pane:
    """The pane so many steps to the right, and round again."""
    return PANES[(PANES.index(pane) + step) % len(PANES)]


def widths(total: int, panes: frozenset[Pane], wanted: Mapping[str, int]) -> dict[Pane, int]:
    """The columns of the outer panes that stand beside others; the reader takes the rest.

    `wanted` are widths that the user chose; they give way where the reader would have too little.
    """
    if len(panes) < 2:
        return {}
    found: dict[Pane, int] = {}
    room = total - READER_LEAST
    for pane in PANES:
        if pane in panes and pane != "reader":
            least, share, most = _WIDTHS[pane]
            width = wanted.get(pane) or min(max(total * share // 100, least), most)
            found[pane] = max(min(width, room), LEAST)
            room -= found[pane]
    return found
