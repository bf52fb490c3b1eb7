"""What stands before the first paint: as little as can be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from cablereader.tui.desk import Desk
from cablereader.tui.screens.frame import FrameScreen

from .app_tools import MIDDLE, NARROW, WIDE, Paths, opened

LATER = ("tinydb", "sqlite3", "cablereader.store.notes", "cablereader.store.library", "cablereader.cable.read",
         "cablereader.tui.screens.main", "cablereader.tui.widgets.reader", "textual.widgets._text_area")  # fmt: skip


def test_nothing_slow_is_loaded_before_the_first_paint() -> None:
    code = f"import sys, cablereader.tui.app; print([name for name in {LATER!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_the_frame_has_the_panes_of_the_main_screen(few: Paths) -> None:
    for size, dividers in ((NARROW, 0), (MIDDLE, 1), (WIDE, 2)):
        async with opened(*few, size=size) as screen:
            frame = screen.app.screen_stack[0]
            assert isinstance(frame, FrameScreen)
            places = [divider.region.x for divider in frame.query("Divider")]
            assert len(places) == dividers
            assert places == [divider.region.x for divider in screen.main.query("Divider") if divider.display]


async def test_the_library_is_opened_once(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = Desk.ask

    def noted(desk: Desk, name: str, question: Callable[[], object], answer: Callable[[object], None]) -> None:
        asked.append(name)
        ask(desk, name, question, answer)

    monkeypatch.setattr(Desk, "ask", noted)
    async with opened(*few):
        assert asked.count("opening") == asked.count("settled") == 1
