"""Whether someone who answers messages is in the middle of an answer."""

from __future__ import annotations

from textual.message import Message
from textual.message_pump import MessagePump


class AtWork(MessagePump):
    """One who can be asked whether a message is being handled: the answer may wait for something in its middle."""

    _handling = 0

    @property
    def at_work(self) -> bool:
        """Whether a message was taken, and is not handled to its end."""
        return self._handling > 0

    async def _dispatch_message(self, message: Message) -> None:
        self._handling += 1
        try:
            await super()._dispatch_message(message)
        finally:
            self._handling -= 1
