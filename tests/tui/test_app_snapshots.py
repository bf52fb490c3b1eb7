"""How the screen looks, as pictures: three sizes, two themes. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from cablereader.store.places import places
from cablereader.store.session import Session
from cablereader.tui.app import CableReaderApp
from textual.app import App
from textual.pilot import Pilot

from .app_tools import Paths


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: App[None], *, terminal_size: tuple[int, int], run_before: Callable[[Pilot[None]], Awaitable[None]]
    ) -> bool: ...


async def settled(app: CableReaderApp, pilot: Pilot[None]) -> None:
    """Wait until nothing is being found, read or shown any more."""
    await app.workers.wait_for_complete()
    await pilot.pause(0.15)  # longer than the cursor rests on a cable before it is read
    await app.workers.wait_for_complete()
    await pilot.pause()


def pictured(few: Paths, theme: str, *keys: str) -> tuple[CableReaderApp, Callable[[Pilot[None]], Awaitable[None]]]:
    """The application in a theme, and what is done before its picture is taken."""
    session = Session(places().session, theme=theme)
    session.save()
    app = CableReaderApp([str(path) for path in few])

    async def before(pilot: Pilot[None]) -> None:
        while app.main is None or app.main.total < len(few):
            await pilot.pause(0.02)
        await settled(app, pilot)
        for key in keys:
            await pilot.press(key)
            await settled(app, pilot)

    return app, before


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_list_at_60_columns(few: Paths, theme: str, snap_compare: Compare) -> None:
    app, before = pictured(few, theme)
    assert snap_compare(app, terminal_size=(60, 20), run_before=before)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_reader_at_80_columns(few: Paths, theme: str, snap_compare: Compare) -> None:
    app, before = pictured(few, theme, "enter", "right_curly_bracket", "right_curly_bracket")
    assert snap_compare(app, terminal_size=(80, 24), run_before=before)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_three_panes_at_120_columns(few: Paths, theme: str, snap_compare: Compare) -> None:
    app, before = pictured(few, theme, "enter", "right_curly_bracket")
    assert snap_compare(app, terminal_size=(120, 36), run_before=before)
