"""The way back and forward among the places that were left."""

from __future__ import annotations

from cablereader.tui.history import History, Spot, Stand
from hypothesis import given
from hypothesis import strategies as st


def spot(name: str) -> Spot:
    return Spot(name, Stand(name))


def test_back_and_forward_lead_over_the_places_that_were_left() -> None:
    history = History()
    history.leave(spot("a"))
    history.leave(spot("b"))
    assert history.turn(-1, spot("c")) == spot("b")
    assert history.turn(-1, spot("b")) == spot("a")
    assert history.turn(-1, spot("a")) is None
    assert history.turn(1, spot("a")) == spot("b")
    assert history.turn(1, spot("b")) == spot("c")
    assert history.turn(1, spot("c")) is None


def test_a_new_leap_forgets_what_was_ahead() -> None:
    history = History()
    history.leave(spot("a"))
    assert history.turn(-1, spot("b")) == spot("a")
    history.leave(spot("a"))
    assert history.turn(1, spot("c")) is None
    assert history.turn(-1, spot("c")) == spot("a")


def test_leaving_the_same_place_again_counts_once_and_old_places_are_forgotten() -> None:
    history = History()
    history.leave(spot("a"))
    history.leave(spot("a"))
    assert history.turn(-1, spot("b")) == spot("a")
    assert history.turn(-1, spot("a")) is None
    for number in range(1000):
        history.leave(spot(str(number)))
    turns = 0
    while history.turn(-1, spot("here")):
        turns += 1
    assert turns == 200


@given(st.lists(st.text(max_size=2), min_size=1, max_size=20, unique=True))
def test_all_the_way_back_and_forward_is_where_one_was(names: list[str]) -> None:
    history, here = History(), spot("last of all")
    for name in names:
        history.leave(spot(name))
    for _ in names:
        here = history.turn(-1, here) or here
    assert here == spot(names[0])
    for _ in names:
        here = history.turn(1, here) or here
    assert here == spot("last of all")
