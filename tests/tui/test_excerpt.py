"""An excerpt shows what was looked for, however little room there is."""

from __future__ import annotations

from cablereader.tui.page.cells import cells
from cablereader.tui.search.excerpt import around
from hypothesis import given
from hypothesis import strategies as st

TEXT = "The inter-island ferry Patience ran gently onto the Sow and Pigs bank and stopped; the ferry came off"


def test_the_first_mark_is_in_sight_and_the_words_before_it_whole() -> None:
    start = TEXT.index("bank")
    shown = around(TEXT, [(start, start + 4)], 30)
    assert shown.text.startswith("…and Pigs bank")
    assert shown.text[slice(*shown.marks[0])] == "bank"


def test_a_short_text_is_left_alone() -> None:
    assert around("a ferry", [(2, 7)], 30) == ("a ferry", ((2, 7),))
    assert around(TEXT, [], 30).text == TEXT


@given(st.text(st.characters(codec="utf-8", categories=["L", "Zs", "P"]), max_size=90), st.data(), st.integers(12, 80))
def test_marks_stay_on_their_words(text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = around(text, [(start, end)], room)
    first, last = shown.marks[0]
    assert shown.text[first:last] == text[start:end]
    assert cells(shown.text[:first]) <= max(room // 2, cells(text[:start]) if cells(text) <= room else 0)
