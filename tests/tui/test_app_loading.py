"""The library is looked through in a thread: it may take long, fail, or be left half way."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from cablereader.cable import Cable
from cablereader.store.entry import Entry
from cablereader.store.library import Library
from cablereader.tui.app import CableReaderApp

from .app_tools import NARROW, Paths, opened
from .test_list import entries


async def test_rows_come_while_it_goes_on_and_one_can_leave(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, left = Event(), Event()

    def endless(_: Library) -> Iterator[Entry]:
        try:
            yield from entries(500)
            while not go_on.wait(0.01):
                yield from entries(1)
        finally:
            left.set()

    monkeypatch.setattr(Library, "scan", endless)
    app = CableReaderApp([str(few[0])])
    async with app.run_test(size=NARROW) as pilot:
        for _ in range(200):
            if app.main and app.main.cables.total > 500:
                break
            await pilot.pause(0.02)
        assert app.main is not None
        assert app.main.cables.total > 500
        assert app.main.cables.shown == app.main.cables.total
        await pilot.press("j", "j")
        assert app.main.cables.cursor == 2, "keys are answered meanwhile"
        await pilot.press("Q")
    assert left.wait(5), "the thread ends with the program"


async def test_what_fails_in_a_thread_is_said(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Library, entry: Entry) -> Cable:
        raise RuntimeError(f"[/] {entry.name}")

    monkeypatch.setattr(Library, "read", broken)
    async with opened(*few, size=NARROW) as screen:
        await screen.press("enter")
        await screen.until(lambda: "Reading the cable failed" in screen.painted)
        assert screen.app.is_running
