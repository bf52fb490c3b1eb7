"""What the tests of the whole screen share: the application on a folder, and ways to wait for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from cablereader.store.entry import Entry
from cablereader.store.places import places
from cablereader.store.session import Session
from cablereader.tui.app import CableReaderApp
from cablereader.tui.screens.main import MainScreen
from textual.dom import DOMNode
from textual.message import Message
from textual.pilot import Pilot

Paths = tuple[Path, ...]
WIDE, MIDDLE, NARROW = (140, 40), (100, 30), (60, 20)


class Screened:
    """The application under test: its pilot, its main screen, and every message that was seen."""

    def __init__(self, app: CableReaderApp, pilot: Pilot[None], seen: list[Message]) -> None:
        self.app, self.pilot, self.seen = app, pilot, seen

    @property
    def main(self) -> MainScreen:
        assert self.app.main is not None
        return self.app.main

    @property
    def pane(self) -> str:
        """The pane that one is in."""
        return self.main.pane

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that a thread does; fails after a few seconds."""
        for _ in range(200):
            if condition():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it did not happen")

    def on_top(self, kind: type[DOMNode]) -> bool:
        """Whether a screen of a kind is the one that is seen."""
        return isinstance(self.app.screen, kind)

    async def read(self, reference: str) -> None:
        """Put the cursor on a cable, and read it with Enter."""
        entry = next(entry for entry in self.entries if reference in (entry.id, entry.name))
        assert self.main.cables.select(entry)
        await self.press("1", "enter")
        await self.shows(entry)

    async def shows(self, entry: Entry) -> None:
        """Wait until a cable is read and shown."""
        await self.until(lambda: self.main.entry == entry)
        await self.pilot.pause()

    @property
    def entries(self) -> Sequence[Entry]:
        cables = self.main.cables
        return [cables.row(number) for number in range(cables.shown)]

    def messages(self, kind: type[Message]) -> list[Message]:
        """The messages of a kind, each once."""
        return list({id(message): message for message in self.seen if isinstance(message, kind)}.values())

    @property
    def painted(self) -> str:
        """All the text on the screen."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        return ["".join(segment.text for segment in line) for line in self.app.screen._compositor.render_strips()]


@asynccontextmanager
async def opened(*paths: Path | str, size: tuple[int, int] = WIDE, first: bool = False) -> AsyncIterator[Screened]:
    """The application on some paths, when it has indexed them; not as at its first start, unless told so."""
    if not (first or places().session.exists()):
        Session.load(places().session).save()
    seen: list[Message] = []
    app = CableReaderApp([str(path) for path in paths])
    async with app.run_test(size=size, notifications=True, message_hook=seen.append) as pilot:
        screened = Screened(app, pilot, seen)
        await screened.until(lambda: any(isinstance(message, MainScreen.Updated) for message in seen))
        await pilot.pause()
        yield screened
