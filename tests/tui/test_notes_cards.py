"""What a card says and how its rows are cut: pure, no screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cablereader.tui.cards import GUTTER, Card, head, rows
from cablereader.tui.page.cells import cells
from hypothesis import given
from hypothesis import strategies as st

from ..hostile import LARGE, NOTES, TEXTS, leaks

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TEXT = st.text(max_size=400) | st.sampled_from([*TEXTS.values(), *NOTES.values()])


def card(body: str = "who set the list?", **facts: object) -> Card:
    """A card on paragraph 3, a day old, with some facts changed."""
    known: dict[str, object] = {
        "key": "k",
        "label": "¶3",
        "body": body,
        "tags": (),
        "quote": "",
        "when": NOW - timedelta(days=1),
        "anchor": "3",
    }
    return Card(**{**known, **facts})  # type: ignore[arg-type]  # the facts are those of a card


def said(found: Card, width: int = 40, *, whole: bool = False) -> list[str]:
    return ["".join(piece.text for piece in row[1:]) for row in rows(found, width, whole=whole)]


def test_the_head_says_place_and_age() -> None:
    pieces = head(card(), NOW, current=False, exact=False)
    assert "".join(piece.text for piece in pieces) == " ¶3  yesterday"
    assert head(card(), NOW, current=True, exact=False)[0].text == "▌"


def test_the_head_of_a_draft_says_from_when_it_is() -> None:
    pieces = head(card(draft=True, when=NOW), NOW, current=False, exact=False)
    assert pieces[-1].text.startswith("draft from ")


def test_a_long_note_is_previewed_by_its_first_lines_and_shown_whole_when_current() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    preview, whole = said(card(words)), said(card(words), whole=True)
    assert len(preview) == 4
    assert preview[-1].endswith("…")
    assert " ".join(whole) == words


def test_a_short_note_has_no_ellipsis() -> None:
    assert said(card("one\n\ntwo\n\n")) == ["one", "two"]
    assert said(card("one\n\ntwo"), whole=True) == ["one", "", "two"]


def test_exactly_as_many_lines_as_the_preview_has_are_shown_without_ellipsis() -> None:
    assert said(card("a\nb\nc\nd")) == ["a", "b", "c", "d"]
    assert said(card("a\nb\nc\nd\ne")) == ["a", "b", "c", "d…"]


def test_what_changed_is_said_in_words_with_a_mark() -> None:
    assert said(card(state="text changed"))[0] == "~ text changed"


def test_a_lost_note_is_marked_and_keeps_its_quote() -> None:
    lost = card(lost=True, state="text not found in this copy", quote="The pilots walked off.", anchor=None)
    assert said(lost)[:2] == ["! text not found in this copy", "“The pilots walked off.”"]


def test_tags_stand_last() -> None:
    assert said(card(tags=("ngo", "brokerage")))[-1] == "#ngo #brokerage"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], True),
        (["LIST"], True),
        (["who", "list"], True),
        (["who", "nobody"], False),
        (["#ngo"], True),
        (["#NG"], True),
        (["#list"], False),
        (["ngo"], True),
        (["pilots"], True),
        (["¶3"], True),
    ],
)
def test_cards_are_found_by_words_and_tags(words: list[str], found: bool) -> None:
    assert card(tags=("ngo",), quote="The pilots").matches(words) is found


@given(
    body=TEXT, quote=TEXT, label=st.text(max_size=12), width=st.integers(4, 90), whole=st.booleans(), lost=st.booleans()
)
def test_no_row_is_wider_than_the_pane_or_leads_the_terminal_astray(
    body: str, quote: str, label: str, width: int, whole: bool, lost: bool
) -> None:
    found = card(body, quote=quote, label=label, tags=(body[:20],), state="text changed", lost=lost)
    for row in rows(found, width, whole=whole):
        text = "".join(piece.text for piece in row)
        assert cells(text[1:]) <= max(width - GUTTER, 8)
        assert "\n" not in text
        assert not leaks(text)
    assert not leaks("".join(piece.text for piece in head(found, NOW, current=True, exact=True)))


@given(body=st.text(alphabet="ab é字\n", max_size=300), width=st.integers(12, 60))
def test_the_whole_note_loses_no_word(body: str, width: int) -> None:
    shown = "".join(said(card(body), width, whole=True))
    assert "".join(shown.split()) == "".join(body.split())


@pytest.mark.parametrize("name", LARGE)
def test_a_megabyte_is_previewed_without_being_cut_into_rows(name: str) -> None:
    assert len(rows(card(LARGE[name]), 40, whole=False)) <= 4
