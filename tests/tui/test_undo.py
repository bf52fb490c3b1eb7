"""The stacks behind undo and redo, against a plain model of them."""

from __future__ import annotations

from cablereader.tui.undo import Undo
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.sampled_from(("do", "undo", "redo"))))
def test_stacks_behave_like_a_list_with_a_place_in_it(steps: list[str]) -> None:
    undo: Undo[int] = Undo()
    changes: list[int] = []
    place = 0
    for number, step in enumerate(steps):
        if step == "do":
            undo.done(number)
            changes[place:] = [number]
            place += 1
        elif step == "undo" and undo.last is not None:
            undo.taken_back()
            place -= 1
        elif step == "redo" and undo.next is not None:
            undo.made_again()
            place += 1
        assert undo.last == (changes[place - 1] if place else None)
        assert undo.next == (changes[place] if place < len(changes) else None)


def test_a_change_that_can_no_longer_be_made_is_dropped_alone() -> None:
    undo: Undo[str] = Undo()
    undo.done("first")
    undo.done("second")
    undo.forget_last()
    assert undo.last == "first"
    undo.taken_back()
    undo.forget_next()
    assert [change for change in (undo.last, undo.next) if change is not None] == []


def test_only_the_latest_changes_are_remembered() -> None:
    undo: Undo[int] = Undo(limit=3)
    for change in range(10):
        undo.done(change)
    kept = []
    while (last := undo.last) is not None:
        kept.append(last)
        undo.taken_back()
    assert kept == [9, 8, 7]
