"""Questions to the catalogue, asked one after the other in a thread of its own. Pure.

One thread and not a pool: the question asked first matters most, one that is no longer wanted gives way, and the memory
that a connection keeps is there once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Condition, Thread
from typing import TypeAlias, TypeVar

_Answer = TypeVar("_Answer")


_Waiting: TypeAlias = Callable[[], Callable[[], None]]
"""Asks, and gives what to do with the answer where answers are delivered."""


class Desk:
    """Takes questions by name; one that is asked again takes the place of the one before."""

    def __init__(
        self,
        deliver: Callable[[Callable[[], None]], object],
        failed: Callable[[str, Exception], None],
        interrupt: Callable[[], None],
    ) -> None:
        """Answers go to `deliver`, which calls them where they belong; so does `failed`, with the name and the error.

        `interrupt` ends the question that is being asked, which then raises whatever it likes.
        """
        self._deliver = deliver
        self._failed = failed
        self._interrupt = interrupt
        self._waiting: dict[str, _Waiting] = {}
        self._asked: str | None = None
        self._withdrawn = False
        self._closed = False
        self._change = Condition()
        self._thread: Thread | None = None

    def ask(self, name: str, question: Callable[[], _Answer], answer: Callable[[_Answer], None]) -> None:
        """Ask, behind what is waiting already; who asks by this name again does not want the answer before any more."""
        self.withdraw(name)
        with self._change:
            self._waiting[name] = lambda: partial(answer, question())
            self._change.notify_all()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="asking the catalogue", daemon=True)
            self._thread.start()

    def withdraw(self, *names: str) -> None:
        """Forget questions: those that wait, and that which is being asked."""
        with self._change:
            for name in names:
                self._waiting.pop(name, None)
            ending = self._asked in names and not self._withdrawn
            self._withdrawn = self._withdrawn or ending
        if ending:
            self._interrupt()

    def wait(self, name: str, seconds: float) -> None:
        """Wait until a question was answered and the answer delivered, but not longer than so many seconds."""
        with self._change:
            self._change.wait_for(lambda: self._asked != name and name not in self._waiting, seconds)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked and nothing waits."""
        with self._change:
            return self._asked is None and not self._waiting

    def close(self) -> None:
        """Ask nothing more."""
        with self._change:
            self._closed = True
            self._waiting.clear()
            self._withdrawn = True
            self._change.notify_all()
        self._interrupt()

    def _run(self) -> None:
        while (taken := self._take()) is not None:
            name, question = taken
            answer = self._answer(name, question)
            if answer is not None and not self._withdrawn:
                self._deliver(answer)
            with self._change:
                self._asked, self._withdrawn = None, self._closed
                self._change.notify_all()

    def _answer(self, name: str, question: _Waiting) -> Callable[[], None] | None:
        """Ask; once more where it failed, for what was meant to end the question before may have ended this one."""
        for last in (False, True):
            if self._withdrawn:
                break
            try:
                return question()
            except Exception as error:  # whatever went wrong is told where the answer was awaited
                if last:
                    return partial(self._failed, name, error)
        return None

    def _take(self) -> tuple[str, _Waiting] | None:
        with self._change:
            self._change.wait_for(lambda: self._waiting or self._closed)
            if self._closed:
                return None
            self._asked = next(iter(self._waiting))
            return self._asked, self._waiting.pop(self._asked)
