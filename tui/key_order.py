"""Keys answered one after the other: what is typed ahead waits until the key before it has done its work.

Textual forwards every key at once to the widget that has the focus, so of `enter }  a` typed in one breath the last two
would go to the list that Enter is only about to leave. Here a key waits until the messages of the key before it were
handled: a note begun in a hurry stands on the paragraph that was meant.
"""

from __future__ import annotations

import asyncio
import gc
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.events import Event, Key, MouseDown
from textual.widget import Widget

from .at_work import AtWork
from .compositing import SparingScreen

_PATIENCE = 2.0
"""Seconds after which the next key is let through whatever the one before it is still at."""

_UNPAINTED = 0.05
"""Seconds after which the screen is painted though the key is not answered to its end."""

_TIDY_AFTER = 1.0
"""Seconds after the start at which what was made for it is looked through for garbage, and then never again."""

_ROUNDS = 3
"""A key goes up to the application, its action's message goes up to the screen, and the answer may send one more."""

_TURNS = 500
"""Turns that all others get at most before a key counts as handled: they may never be done."""

_LAYOUTS = 3
"""A bar beside a text may come or go when the text knows how wide it is, and then that is laid out again."""

_Result = TypeVar("_Result")


class KeysInOrder(AtWork, App[_Result]):
    """An application that looks at a key when the key before it was answered.

    `acts` counts what the user did: keys that were answered or are about to be, and presses of the mouse.
    """

    acts: int

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """An application that keeps all keys until it is told that it can answer them."""
        super().__init__(ansi_color=ansi_color)
        self._typed_ahead: deque[Key] = deque()
        self._answering: asyncio.Task[None] | None = None
        self._held = True
        self.acts = 0
        self._unpainted = ExitStack()
        self._overdue: asyncio.TimerHandle | None = None
        self._tidied: asyncio.TimerHandle | None = None

    async def on_event(self, event: Event) -> None:
        """Let a key wait while another is being answered; everything else goes on as ever."""
        if isinstance(event, Key) and not event.is_forwarded:
            self._typed_ahead.append(event)
            if self._answering is None and not self._held:
                await self._next_key()
        else:
            self.acts += isinstance(event, MouseDown)
            await super().on_event(event)

    async def answer_keys(self) -> None:
        """Answer keys from now on, those first that were typed while the screen was being made."""
        self._held = False
        self.set_timer(_TIDY_AFTER, _tidy)
        await self._next_key()

    def on_unmount(self) -> None:
        """Leave the collection of garbage as it was found."""
        gc.unfreeze()
        gc.enable()

    async def _next_key(self) -> None:
        if self._typed_ahead:
            before = self.focused
            self.acts += 1
            if self._tidied is not None:
                self._tidied.cancel()
            gc.disable()
            self._paint_later()
            await super().on_event(self._typed_ahead.popleft())
            self._answering = asyncio.create_task(self._answer(before))

    def _paint_later(self) -> None:
        """Paint what a key changes all at once, when it is answered; but do not keep anyone waiting for the rest."""
        self._unpainted.enter_context(self.batch_update())
        self._overdue = asyncio.get_running_loop().call_later(_UNPAINTED, self._paint)

    def _paint(self) -> None:
        if self._overdue is not None:
            self._overdue.cancel()
            self._overdue = None
            self._unpainted.close()
            if not self.screen_stack:
                return  # the key was the one to leave with
            if isinstance(self.screen, SparingScreen):
                self.screen.paint_now()
            else:
                self.screen.check_idle()

    async def _answer(self, before: Widget | None) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._settle()
                await self._lay_out()
            self._paint()
            if self.focused is not before:
                # What comes to be seen only now knows its size, and is ready for keys, once it is laid out.
                async with asyncio.timeout(_PATIENCE):
                    await _done(self.screen.call_after_refresh)
                    await self._settle()
        except (TimeoutError, ScreenStackError):  # without a screen the program was left meanwhile
            pass
        finally:
            self._paint()
            # Garbage can wait until all is painted.
            self._tidied = asyncio.get_running_loop().call_later(_UNPAINTED, gc.enable)
            self._answering = None
            if self._typed_ahead:
                self.call_later(self._next_key)

    async def _lay_out(self) -> None:
        """Lay out what is to be laid out, and let widgets answer to their new sizes, before anything is painted."""
        for _ in range(_LAYOUTS):
            screen = self.screen
            if self._overdue is None or not isinstance(screen, SparingScreen) or not screen.lay_out_unpainted():
                return
            await self._settle()

    async def _settle(self) -> None:
        """Wait until all messages are handled that a key has led to, those too that the answers to them send.

        Whoever can go on is let go on; the screen and the application may still wait for something in the middle of
        an answer, and then they are waited for.
        """
        for _ in range(_ROUNDS):
            await _all_done()
            busy = [node for node in (self.screen, self) if not isinstance(node, AtWork) or node.at_work]
            if not busy:
                return
            for node in busy:
                await _drained(node)


async def _all_done() -> None:
    """Let everyone go on who can, until all wait for something that is yet to come."""
    ready = getattr(asyncio.get_running_loop(), "_ready", None)  # only some other loop than Python's own has none
    for _ in range(_TURNS):
        await asyncio.sleep(0)
        if ready is not None and not ready:
            return


def _tidy() -> None:
    """Let what stays until the end not be looked at whenever garbage is collected."""
    gc.collect()
    gc.freeze()


async def _drained(node: DOMNode) -> None:
    """Wait until a node has handled the messages that it has by now."""
    if node.is_running:
        await _done(node.call_later)


async def _done(soon: Callable[[Callable[[], None]], bool]) -> None:
    """Wait until something that was put off is done, if it was."""
    done = asyncio.Event()
    if soon(done.set):
        await done.wait()
