"""Keys answered one after the other: what is typed ahead waits until the key before it has done its work.

Textual forwards every key at once to the widget that has the focus, so of `enter }  a` typed in one breath the last two
would go to the list that Enter is only about to leave. Here a key waits until the messages of the key before it were
handled: a note begun in a hurry stands on the paragraph that was meant.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TypeVar

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key

_PATIENCE = 2.0
"""Seconds after which the next key is let through whatever the one before it is still at."""

_ROUNDS = 3
"""A key goes up to the application, its action's message goes up to the screen, and the answer may send one more."""

_Result = TypeVar("_Result")


class KeysInOrder(App[_Result]):
    """An application that looks at a key when the key before it was answered."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """An application with no key waiting."""
        super().__init__(ansi_color=ansi_color)
        self._typed_ahead: deque[Key] = deque()
        self._answering: asyncio.Task[None] | None = None

    async def on_event(self, event: Event) -> None:
        """Let a key wait while another is being answered; everything else goes on as ever."""
        if isinstance(event, Key) and not event.is_forwarded:
            self._typed_ahead.append(event)
            if self._answering is None:
                await self._next_key()
        else:
            await super().on_event(event)

    async def _next_key(self) -> None:
        if self._typed_ahead:
            await super().on_event(self._typed_ahead.popleft())
            self._answering = asyncio.create_task(self._answer())

    async def _answer(self) -> None:
        try:
            await asyncio.wait_for(self._settle(), _PATIENCE)
        except TimeoutError:
            pass
        finally:
            self._answering = None
            if self._typed_ahead:
                self.call_later(self._next_key)

    async def _settle(self) -> None:
        """Wait until the focused widget, all it stands in, and the application have handled what they were sent."""
        for _ in range(_ROUNDS):
            node = self.focused or self.screen
            for above in node.ancestors_with_self:
                await _drained(above)


async def _drained(node: DOMNode) -> None:
    """Wait until a node has handled the messages that it has by now."""
    done = asyncio.Event()
    if node.is_running and node.call_later(done.set):
        await done.wait()
