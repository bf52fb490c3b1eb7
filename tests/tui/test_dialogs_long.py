"""Lists over the screen with more than there is room for: the cursor is in view, and nothing is cut off unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.tui.screens.dialogs import Choices, Choose
from cablereader.tui.screens.pick import Item, Pick

from .app_tools import opened

SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]
MANY = [(str(number), f"choice number {number}") for number in range(60)]
LONG = " ".join(f"word{number}" for number in range(24))


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_choice_of_many_is_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size=size) as screen:
        screen.app.push_screen(Choose("Many", MANY))
        await screen.until(lambda: screen.on_top(Choose))
        await screen.press("G")
        assert "choice number 59" in screen.painted


@pytest.mark.parametrize("size", SIZES)
async def test_an_item_without_room_is_shown_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    items = [*(Item(key, text) for key, text in MANY), Item("long", LONG)]
    async with opened(tmp_path, size=size) as screen:
        screen.app.push_screen(Pick("Many", lambda: items, "esc closes"))
        await screen.until(lambda: any(choices.option_count for choices in screen.app.screen.query(Choices)))
        await screen.press("G")
        assert "word0 word1" in screen.painted
        assert "word23" in screen.painted
        assert "esc closes" in screen.painted
        await screen.press("k")
        assert "choice number 59" in screen.painted
        assert "word23" not in screen.painted
