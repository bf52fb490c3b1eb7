"""Which panes are shown at which width: the rule alone, without a screen."""

from __future__ import annotations

import pytest
from cablereader.tui.layout import LEAST, PANES, READER_LEAST, Pane, neighbour, next_pane, panes_at, shown, widths


@pytest.mark.parametrize(("width", "count"), [(20, 1), (60, 1), (79, 1), (80, 2), (119, 2), (120, 3), (300, 3)])
def test_how_many_panes(width: int, count: int) -> None:
    assert panes_at(width) == count
    for focus in PANES:
        panes = shown(width, focus, "list")
        assert len(panes) == count
        assert focus in panes


def test_the_reader_keeps_beside_it_what_was_looked_at_last() -> None:
    assert shown(100, "reader", "list") == {"list", "reader"}
    assert shown(100, "reader", "notes") == {"reader", "notes"}
    assert shown(100, "notes", "notes") == {"reader", "notes"}
    assert shown(100, "list", "list") == {"list", "reader"}


@pytest.mark.parametrize("width", [60, 100, 200])
def test_zoom_shows_one_pane(width: int) -> None:
    assert shown(width, "notes", "notes", zoom=True) == {"notes"}


def test_the_way_through_the_panes() -> None:
    assert neighbour("list", 1) == "reader"
    assert neighbour("notes", 1) is None
    assert neighbour("list", -1) is None
    assert next_pane("notes", 1) == "list"
    assert next_pane("list", -1) == "notes"


@pytest.mark.parametrize("wanted", [{}, {"list": 10}, {"list": 500, "notes": 500}, {"notes": 1}])
@pytest.mark.parametrize("width", [80, 100, 120, 160, 250])
def test_the_reader_keeps_enough(width: int, wanted: dict[str, int]) -> None:
    focus: Pane = "list"
    found = widths(width, shown(width, focus, "list"), wanted)
    assert "reader" not in found
    assert all(value >= LEAST for value in found.values())
    assert width - sum(found.values()) >= READER_LEAST - LEAST


def test_a_pane_alone_has_no_width_of_its_own() -> None:
    assert widths(60, frozenset(["list"]), {"list": 20}) == {}


def test_the_users_width_is_kept_where_there_is_room() -> None:
    assert widths(200, frozenset(PANES), {"list": 50})["list"] == 50
