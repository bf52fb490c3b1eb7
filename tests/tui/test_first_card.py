"""The card of the first start: seen whole at every size, gone with the first key, and for good."""

from __future__ import annotations

import pytest
from cablereader.store.places import places
from cablereader.store.session import Session
from cablereader.tui.widgets.first_card import FirstCard

from .app_tools import WIDE, Paths, Screened, opened


def card_of(app: Screened) -> FirstCard | None:
    return next(iter(app.main.query(FirstCard)), None)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
async def test_it_is_seen_whole(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size, first=True) as app:
        card = card_of(app)
        assert card is not None
        assert app.main.region.contains_region(card.region)
        assert card.region.height == card.virtual_region.height
        for line in card.lines():
            assert any(line.plain in painted for painted in app.lines)


@pytest.mark.parametrize("key", ["j", "enter", "question_mark", "slash", "escape", "tab", "x", "f5"])
async def test_any_key_takes_it_away_and_does_what_it_does(few: Paths, key: str) -> None:
    async with opened(*few, first=True) as app:
        await app.press(key)
        await app.until(lambda: card_of(app) is None)
        if key == "j":
            assert app.main.cables.current == app.entries[1]
    async with opened(*few) as app:
        assert card_of(app) is None


async def test_nothing_is_left_of_it_behind_the_screen(few: Paths) -> None:
    async with opened(*few, size=WIDE, first=True) as app:
        await app.press("j")
        await app.until(lambda: not app.main._compositor.behind)
        assert card_of(app) is None


async def test_a_click_takes_it_away(few: Paths) -> None:
    async with opened(*few, first=True) as app:
        await app.pilot.click("#first-card")
        await app.until(lambda: card_of(app) is None)
        await app.until(places().session.exists)


async def test_it_shows_the_keys_in_force(few: Paths) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('[keys.everywhere]\nhelp = "f12"\n', "utf-8")
    async with opened(*few, first=True) as app:
        assert "f12" in app.painted


async def test_who_was_here_before_does_not_see_it(few: Paths) -> None:
    Session.load(places().session).save()
    async with opened(*few, first=True) as app:
        assert card_of(app) is None


async def test_it_does_not_come_back_after_a_crash(few: Paths) -> None:
    async with opened(*few, first=True) as app:
        await app.press("j")
        await app.until(lambda: card_of(app) is None)
        await app.until(places().session.exists)
