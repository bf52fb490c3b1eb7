"""Which rows the list shows: orders, notes, dates, over a catalogue of a few cables."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cablereader.store.catalogue import Catalogue, update
from cablereader.store.catalogue.rowids import first_of
from cablereader.tui.listing import View, all_rows, cables_in, place_of_date
from cablereader.tui.rows import Order

_CABLE = """\
R {day:02}1405Z SEP 06
FM AMEMBASSY {post}
TO RUEHC/SECSTATE WASHDC 0999
BT
{level} {post} {number}

TAGS: PREL
SUBJECT: {subject}

1. ({mark}) Plain words.
BT
"""


def telegram(day: int, post: str, level: str, number: int, subject: str) -> str:
    return _CABLE.format(day=day, post=post, level=level, number=number, subject=subject, mark=level[0])


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Three dated cables, a, b and c, and a text that is none."""
    (tmp_path / "a").write_text(telegram(3, "ZEBRA BAY", "CONFIDENTIAL", 1, "HARBOUR"))
    (tmp_path / "b").write_text(telegram(1, "ALDER", "SECRET", 2, "FOG"))
    (tmp_path / "c").write_text(telegram(2, "ALDER", "UNCLAS", 3, "ANCHOR"))
    (tmp_path / "x").write_text("Soup of the day\n")
    found = Catalogue.open([tmp_path], tmp_path.parent / "cache")
    update(found)
    return found


def names(catalogue: Catalogue, view: View) -> str:
    return "".join(entry.name for entry in catalogue.entries(all_rows(catalogue, None, view)))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("-date", "acbx"),
        ("date", "bcax"),
        ("post", "cbax"),
        ("-post", "acbx"),
        ("subject", "cbax"),
        ("-subject", "abcx"),
        ("classification", "cabx"),
        ("-classification", "bacx"),
        ("-relevance", "acbx"),
    ],
)
def test_each_order(catalogue: Catalogue, order: str, expected: str) -> None:
    view = View(Order.parse(order))
    assert names(catalogue, view) == expected
    assert cables_in(all_rows(catalogue, None, view)) == 3


def test_by_notes_and_the_newest_first_among_equals(catalogue: Catalogue) -> None:
    ids = {entry.name: entry.id or "" for entry in catalogue.newest(9)}
    assert names(catalogue, View(Order("notes"), counts={ids["b"]: 2, "06NOWHERE1": 9})) == "bacx"
    assert names(catalogue, View(Order("notes"), counts={ids["b"]: 1, ids["c"]: 3})) == "cbax"


def moment(day: int) -> datetime:
    return datetime(2006, 9, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "newest", "oldest"), [(1, 4, 0), (2, 3, 0), (3, 3, 1), (4, 1, 1), (5, 1, 3), (8, 0, 3), (9, 0, 4)]
)
def test_a_date_is_found_in_either_direction(day: int, newest: int, oldest: int) -> None:
    """Cables of the 2nd, twice the 4th, and the 8th; behind them one without a date and a text that is none."""
    dated = [first_of(moment(2)), first_of(moment(4)), first_of(moment(4)) + 1, first_of(moment(8))]
    down, up = array("q", [*reversed(dated), -5, -9]), array("q", [*dated, -5, -9])
    assert place_of_date(down, Order(), moment(day), moment(day + 1)) == newest
    assert place_of_date(up, Order("date", False), moment(day), moment(day + 1)) == oldest
