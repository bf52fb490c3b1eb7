"""The rows of the list: order, filter, columns, and the text in them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cablereader.store.classification import short
from cablereader.store.entry import Entry
from cablereader.tui.columns import columns, fit
from cablereader.tui.page.cells import cells
from cablereader.tui.row_text import FLAGGED, UNREAD, Marked, about, pieces
from cablereader.tui.rows import COLUMNS, Order
from hypothesis import given
from hypothesis import strategies as st

from ..hostile import leaks


def entry(
    name: str,
    day: int | None = 1,
    post: str | None = "Alder",
    classification: str | None = "UNCLASSIFIED",
    subject: str | None = "FOG",
    tags: tuple[str, ...] = ("PREL",),
    problem: str | None = None,
) -> Entry:
    date = datetime(2006, 9, day, tzinfo=UTC) if day else None
    return Entry(Path(name), name, name.upper(), date, post, classification, subject, tags, problem)


A = entry("a", 3, "Zebra Bay", "CONFIDENTIAL", "harbour")
B = entry("b", 1, "Alder", "SECRET", "Fog")
C = entry("c", 2, "alder", "UNCLASSIFIED", "anchor", ("PHUM",))
UNDATED = entry("u", None, None, None, None)
BROKEN = entry("x", None, None, None, None, (), "no telegram found in this file")


def test_an_order_is_remembered_as_text() -> None:
    for order in Order.all():
        assert Order.parse(str(order)) == order
    assert {order.column for order in Order.all()} == set(COLUMNS)
    assert Order.parse("notes") == Order("notes"), "what has one direction has it always"
    assert Order("relevance").reversed() == Order("relevance")
    assert Order.parse("nonsense") == Order("date", True)
    assert Order("date").reversed() == Order("date", False)
    assert (Order("date").describe(), Order("date", False).describe()) == ("newest first", "oldest first")


@pytest.mark.parametrize("width", range(140))
def test_columns_fill_the_width_and_no_more(width: int) -> None:
    shape = columns(width)
    gaps = sum(part > 0 for part in shape[1:-1])
    assert sum(shape) + gaps == width
    assert shape.classification == 0 or shape.post > 0, "the classification goes before the post"


def test_a_narrow_row_keeps_date_and_subject() -> None:
    assert columns(100).classification
    assert columns(30)[2:4] == (0, 0)
    assert columns(30).date
    assert columns(8).subject == 7


@given(st.text(max_size=60), st.integers(0, 50), st.booleans())
def test_fitted_text_takes_its_cells_exactly(text: str, width: int, right: bool) -> None:
    line = "".join(character for character in text if character.isprintable())
    assert cells(fit(line, width, right)) == width


@pytest.mark.parametrize("notes", [0, 1, 12])
@pytest.mark.parametrize("width", [12, 30, 44, 60, 100])
def test_a_row_is_as_wide_as_it_should_be(width: int, notes: int) -> None:
    for item in (A, BROKEN, UNDATED):
        assert sum(cells(piece.text) for piece in pieces(item, columns(width), Marked(notes, notes == 1))) == width


def test_hostile_text_in_a_row(hostile_text: str) -> None:
    item = entry(hostile_text, 1, hostile_text, hostile_text, hostile_text, (hostile_text,))
    broken = Entry(None, hostile_text, problem=hostile_text)
    for one in (item, broken):
        row = "".join(piece.text for piece in pieces(one, columns(60), Marked(1)))
        said = "".join(piece.text for piece in about(one))
        assert not leaks(row + said)
        assert "\n" not in row + said
        assert cells(row) == 60


@pytest.mark.parametrize(
    ("marked", "mark", "weight"),
    [
        (Marked(), " ", ""),
        (Marked(unread=True), UNREAD, "unread"),
        (Marked(flagged=True), FLAGGED, ""),
        (Marked(unread=True, flagged=True), FLAGGED, "unread"),
    ],
)
def test_what_is_unread_or_flagged_has_a_mark_and_what_is_unread_more_weight(
    marked: Marked, mark: str, weight: str
) -> None:
    row = list(pieces(A, columns(40), marked))
    assert row[0].text == mark
    assert row[-1].role == weight


def test_letters_and_not_colour_tell_the_classification() -> None:
    row = [piece for piece in pieces(A, columns(80)) if piece.role == "confidential"]
    assert [piece.text.strip() for piece in row] == ["C"]


@pytest.mark.parametrize(
    ("printed", "letters"),
    [
        ("UNCLASSIFIED", "U"),
        ("UNCLAS", "U"),
        ("UNCLAS SENSITIVE", "SBU"),
        ("SENSITIVE BUT UNCLASSIFIED", "SBU"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "FOUO"),
        ("LIMITED OFFICIAL USE", "LOU"),
        ("CONFIDENTIAL", "C"),
        ("C O N F I D E N T I A L", "C"),
        ("SECRET//NOFORN", "S"),
        ("S E C R E T", "S"),
        ("TOP SECRET", "TS"),
        ("C", "C"),
        ("s//nf", "S"),
        (None, ""),
        ("mist", ""),
    ],
)
def test_classifications_in_short(printed: str | None, letters: str) -> None:
    assert short(printed).letters == letters
