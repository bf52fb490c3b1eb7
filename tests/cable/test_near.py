"""Words one edit apart are found by what they share, as if each word of the table were compared."""

from __future__ import annotations

from cablereader.cable.vocabulary.near import Neighbours, within_one_edit
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text(alphabet="ABC", max_size=6)


@given(st.sets(WORDS), WORDS)
def test_the_neighbours_are_all_words_one_edit_apart(table: set[str], word: str) -> None:
    assert Neighbours(table).of(word) == sorted(known for known in table if within_one_edit(word, known))
