"""The user's themes while the program runs: a change shows at once, a fault is said, the last good state stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.places import places
from cablereader.store.session import Session
from cablereader.tui import theming

from .app_tools import Paths, Screened, opened


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theming, "LOOK_EVERY", 0.02)


def write(text: str, name: str = "mine") -> Path:
    path = places().config / "themes" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def wear(name: str) -> None:
    Session(places().session, theme=name).save()


def background(app: Screened) -> str:
    return app.main.styles.background.hex.lower()


async def test_a_change_of_the_file_shows_at_once(few: Paths) -> None:
    write('[colors]\nbackground = "#101010"\n')
    wear("mine")
    async with opened(*few) as app:
        assert background(app) == "#101010"
        write('[colors]\nbackground = "#202122"\n')
        await app.until(lambda: background(app) == "#202122")
        assert app.app.theme == "mine"


async def test_a_fault_is_said_with_its_line_and_the_last_good_state_stays(few: Paths) -> None:
    write('[colors]\nbackground = "#101010"\n')
    wear("mine")
    async with opened(*few) as app:
        write('[colors]\n\nbackground = "darkish"\n')
        await app.until(lambda: "line 3: colors.background is no colour" in app.painted)
        assert background(app) == "#101010"
        write('[colors]\nbackground = "#303030"\n')
        await app.until(lambda: background(app) == "#303030")


async def test_a_new_theme_can_be_chosen(few: Paths) -> None:
    async with opened(*few) as app:
        assert "mine" not in app.app.theme_names
        write("dark = false\n")
        await app.until(lambda: "mine" in app.app.theme_names)
        await app.press("T")
        await app.until(lambda: "Mine" in app.painted)


async def test_a_theme_that_was_faulty_at_the_start_is_worn_when_it_is_mended(few: Paths) -> None:
    write("dark = 3\n")
    wear("mine")
    async with opened(*few) as app:
        assert app.app.theme == "dark"
        assert "line 1: dark must be true or false" in app.painted
        write('[colors]\nbackground = "#404040"\n')
        await app.until(lambda: background(app) == "#404040")


async def test_a_theme_taken_away_goes_on_being_worn(few: Paths) -> None:
    path = write('[colors]\nbackground = "#101010"\n')
    wear("mine")
    async with opened(*few) as app:
        path.unlink()
        await app.pilot.pause(0.1)
        assert background(app) == "#101010"
