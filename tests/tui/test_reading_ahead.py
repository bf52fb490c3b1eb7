"""A cable that is opened while it is being read ahead is read once."""

from __future__ import annotations

from threading import Event

import pytest
from cablereader.cable import Cable
from cablereader.store.entry import Entry
from cablereader.store.errors import SourceError
from cablereader.store.library import Library
from cablereader.tui.reading_ahead import ReadAhead

from .app_tools import NARROW, WIDE, Paths, opened


class Reading:
    """Readings of cables that wait until they may go on, and then perhaps fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, fails: bool = False) -> None:
        self.go_on, self.read = Event(), list[Entry]()
        real = Library.read

        def late(library: Library, entry: Entry) -> Cable:
            self.read.append(entry)
            self.go_on.wait(10)
            if fails:
                raise SourceError(None, "It is gone", "Look elsewhere.")
            return real(library, entry)

        monkeypatch.setattr(Library, "read", late)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_is_waited_for(few: Paths, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(*few, size=size) as screen:
        await screen.press("enter")
        await screen.until(lambda: screen.main._ahead.find(screen.entries[1]))
        screen.main._ahead = ReadAhead()
        reading = Reading(monkeypatch)
        screen.main.look_ahead()
        await screen.until(lambda: reading.read == [screen.entries[1]])
        await screen.press("J")
        assert screen.main.entry == screen.entries[0]
        reading.go_on.set()
        await screen.shows(screen.entries[1])
        assert reading.read.count(screen.entries[1]) == 1


async def test_what_cannot_be_read_is_told_then(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(*few, size=NARROW) as screen:
        reading = Reading(monkeypatch, fails=True)
        screen.main._ahead = ReadAhead()
        await screen.press("down")
        await screen.until(lambda: reading.read == [screen.entries[1]])
        await screen.press("enter")
        assert screen.main.entry != screen.entries[1]
        reading.go_on.set()
        await screen.until(lambda: screen.main.entry == screen.entries[1])
        assert "It is gone" in screen.main.reason
        assert reading.read == [screen.entries[1]]


async def test_who_has_gone_on_to_another_cable_stays_there(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(*few, size=NARROW) as screen:
        reading = Reading(monkeypatch)
        screen.main._ahead = ReadAhead()
        await screen.press("down")
        await screen.until(lambda: reading.read == [screen.entries[1]])
        await screen.press("enter", "J")
        assert screen.main._wanted == screen.entries[2]
        reading.go_on.set()
        await screen.shows(screen.entries[2])
