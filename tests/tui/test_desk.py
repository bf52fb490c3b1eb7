"""Questions asked one after the other in another thread: in order, replaced, broken off, waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Event

import pytest
from cablereader.tui.desk import Desk


class Asker:
    """A desk whose answers are taken where the test wants them."""

    def __init__(self) -> None:
        self.answers: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.got: list[object] = []
        self.failed: list[tuple[str, str]] = []
        self.interrupted = Event()
        self.desk = Desk(
            self.answers.put, lambda name, error: self.failed.append((name, str(error))), self.interrupted.set
        )

    def ask(self, name: str, question: Callable[[], object]) -> None:
        self.desk.ask(name, question, self.got.append)

    def take(self, count: int = 1) -> list[object]:
        for _ in range(count):
            self.answers.get(timeout=5)()
        return self.got


@pytest.fixture
def asker() -> Iterator[Asker]:
    asker = Asker()
    yield asker
    asker.desk.close()


def test_answers_come_in_the_order_of_the_questions(asker: Asker) -> None:
    for number in range(5):
        asker.ask(str(number), lambda number=number: number * 2)  # type: ignore[misc]
    assert asker.take(5) == [0, 2, 4, 6, 8]


def test_a_question_asked_again_takes_the_place_of_the_one_that_waits(asker: Asker) -> None:
    go = Event()
    asker.ask("first", lambda: go.wait(5))
    asker.ask("listing", lambda: "old")
    asker.ask("other", lambda: "other")
    asker.ask("listing", lambda: "new")
    go.set()
    assert asker.take(3) == [True, "other", "new"]


def test_what_is_withdrawn_is_broken_off_and_never_answered(asker: Asker) -> None:
    begun = Event()

    def long() -> str:
        begun.set()
        assert asker.interrupted.wait(5)
        return "too late"

    asker.ask("listing", long)
    assert begun.wait(5)
    asker.desk.withdraw("facets")
    assert not asker.interrupted.is_set(), "another question is none of its business"
    asker.ask("listing", lambda: "new")
    assert asker.take() == ["new"]


def test_a_question_that_was_broken_off_by_mistake_is_asked_again(asker: Asker) -> None:
    tries: list[int] = []

    def once_broken() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("interrupted")
        return "answer"

    asker.ask("listing", once_broken)
    assert asker.take() == ["answer"]


def test_what_fails_is_told_and_the_next_is_answered(asker: Asker) -> None:
    def broken() -> str:
        raise RuntimeError("no such table")

    asker.ask("listing", broken)
    asker.ask("facets", lambda: "facets")
    assert asker.take(2) == ["facets"]
    assert asker.failed == [("listing", "no such table")]


def test_one_can_wait_for_an_answer_but_not_for_ever(asker: Asker) -> None:
    go = Event()
    asker.ask("listing", lambda: go.wait(5))
    asker.desk.wait("nothing", 5)
    asker.desk.wait("listing", 0.01)
    assert asker.answers.empty()
    go.set()
    asker.desk.wait("listing", 5)
    assert not asker.answers.empty(), "the answer is delivered by then"
    assert asker.take() == [True]


def test_a_closed_desk_asks_nothing_more(asker: Asker) -> None:
    go, asked = Event(), Event()
    asker.ask("first", lambda: go.wait(5))
    asker.ask("second", asked.set)
    asker.desk.close()
    go.set()
    assert not asked.wait(0.1)
    assert asker.interrupted.is_set()
