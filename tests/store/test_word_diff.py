"""What changed between two texts: nothing is lost, nothing is invented, and it is told by signs."""

from __future__ import annotations

import pytest
from cablereader.store.notes.word_diff import word_diff
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.lists(st.sampled_from(["the", "harbour", "Pilots,", "XXXX", "fog", "list", "a"]), max_size=30).map(" ".join)


def marked(old: str, new: str, context: int | None = None) -> str:
    return "".join(stretch.marked for stretch in word_diff(old, new, context))


@pytest.mark.parametrize(("old", "new", "said"), [
    ("the old list", "the old list", "the old list"),
    ("the old list", "the new list", "the [-old-] {+new+} list"),
    ("the list", "the long list", "the {+long+} list"),
    ("the long list", "the list", "the [-long-] list"),
    ("THE LIST", "the list,", "the list,"),
    ("", "words", "{+words+}"),
    ("words", "", "[-words-]"),
    ("told by Mr. Alder here", "told by XXXXXXXX here", "told by [-Mr. Alder-] {+XXXXXXXX+} here"),
])  # fmt: skip
def test_examples(old: str, new: str, said: str) -> None:
    assert marked(old, new) == said


def test_what_is_far_from_a_change_is_left_out() -> None:
    old = " ".join(f"w{number}" for number in range(40))
    assert marked(old, old.replace("w20", "new"), 2) == "… w18 w19 [-w20-] {+new+} w21 w22 … "


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_it(old: str, new: str) -> None:
    found = word_diff(old, new)
    former = " ".join(stretch.text for stretch in found if stretch.kind != "new").split()
    present = " ".join(stretch.text for stretch in found if stretch.kind != "gone").split()
    assert present == new.split()
    assert [word.strip(",").lower() for word in former] == [word.strip(",").lower() for word in old.split()]


@given(WORDS)
def test_the_same_text_has_no_change(text: str) -> None:
    assert {stretch.kind for stretch in word_diff(text, text)} <= {"same"}


def test_long_texts_that_differ_throughout_are_compared_soon() -> None:
    old, new = (" ".join(f"{letter}{number}" for number in range(20_000)) for letter in "ab")
    assert [stretch.kind for stretch in word_diff(old, new)] == ["gone", "same", "new"]
