"""From reference to telegram, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.tui.widgets.reader_page import ReaderPage

from .app_tools import NARROW, WIDE, Screened, opened


async def follow(screen: Screened, words: str) -> None:
    """Press the key of the hint at some words in view."""
    await screen.press("o")
    links = screen.main.query_one(ReaderPage).links
    hint = next(link.hint for link in links if link.words.casefold() == words.casefold())
    await screen.press(hint)


async def find(screen: Screened, words: str) -> None:
    """Bring some words into view."""
    await screen.press("slash", *("space" if letter == " " else letter for letter in words), "enter")


async def test_a_reference_opens_its_telegram_and_backspace_the_place_that_was_left(samples: Path) -> None:
    async with opened(samples, size=WIDE) as screen:
        await screen.read("06HOLLIN644")
        await find(screen, "ref A")
        stand = screen.main.reader.stand()
        await follow(screen, "ref A")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "06STATE151893")
        assert screen.pane == "reader"
        assert screen.main.cables.current == screen.main.entry
        await screen.press("backspace")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "06HOLLIN644")
        await screen.pilot.pause()
        assert screen.main.reader.stand() == stand
        await screen.press("alt+right")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "06STATE151893")
        await screen.press("alt+right")
        assert "Nothing to go forward to" in screen.painted


async def test_a_paragraph_is_left_and_come_back_to(samples: Path) -> None:
    async with opened(samples, size=NARROW) as screen:
        await screen.read("08WRENHAVEN31")
        await find(screen, "see para 4")
        stand = screen.main.reader.stand()
        await follow(screen, "para 4")
        assert screen.main.reader.stand().anchor == "4"
        await screen.press("backspace")
        assert screen.main.reader.stand() == stand


async def test_a_telegram_that_is_not_in_the_library_is_said_to_be_so_and_can_be_cited(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(samples / "06HOLLIN644.txt", size=WIDE) as screen:
        await screen.until(lambda: screen.main.entry)
        await screen.pilot.pause()
        await find(screen, "ref A")
        await follow(screen, "ref A")
        assert "06STATE151893 is not in this library; y copies “telegram 06 STATE 151893”" in screen.painted
        screen.app.notify("passing", timeout=60)
        await screen.until(lambda: "passing" in screen.painted)
        assert "06STATE151893 is not in this library; y copies “telegram 06 STATE 151893”" in screen.painted
        copied: list[str] = []
        monkeypatch.setattr(screen.app, "copy_to_clipboard", copied.append)
        await screen.press("y")
        assert copied == ["telegram 06 STATE 151893"]


async def test_the_references_of_the_sample_cables(seeds: Path) -> None:
    async with opened(seeds, size=WIDE) as screen:
        for cable, words, expected in (
            ("08MEXICO199", "Reftel", "07MEXICO5704"),
            ("09STATE60627", "reftel B", "09STATE5577"),
        ):
            await screen.read(cable)
            await find(screen, words)
            await follow(screen, words)
            assert f"{expected} is not in this library" in screen.painted
            await screen.press("escape")
        await find(screen, "para 8")
        await follow(screen, "para 8")
        assert screen.main.reader.stand().anchor == "8"


@pytest.mark.parametrize("size", [NARROW, (80, 24), WIDE])
async def test_what_is_too_long_for_the_status_line_is_shown_whole_until_one_moves_on(
    samples: Path, size: tuple[int, int]
) -> None:
    async with opened(samples / "06HOLLIN644.txt", size=size) as screen:
        await screen.until(lambda: screen.main.entry and screen.pane == "reader" and screen.main.reader.current)
        await screen.pilot.pause()
        await find(screen, "ref A")
        await follow(screen, "ref A")
        said = " ".join(" ".join(screen.lines).split())
        assert "06STATE151893 is not in this library; y copies “telegram 06 STATE 151893”" in said
        await screen.press("right_curly_bracket")
        assert not screen.main.query_one("#status-more").display


async def test_what_was_said_of_a_place_is_taken_back_once_one_has_moved_on(samples: Path) -> None:
    async with opened(samples, size=WIDE) as screen:
        await screen.read("06HOLLIN644")
        for key in ("i", "m", "exclamation_mark"):
            await screen.press("right_curly_bracket", key)
            said = screen.lines[-2].split("¶")[0].strip()
            assert said
            await screen.press("left_curly_bracket")
            assert said not in screen.painted
        await screen.press("exclamation_mark")
        assert "no longer flagged" in screen.painted
        await screen.press("J")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id != "06HOLLIN644")
        await screen.pilot.pause()
        assert "no longer flagged" not in screen.painted


async def test_what_an_undo_has_taken_back_is_not_said_any_more(samples: Path) -> None:
    async with opened(samples, size=WIDE) as screen:
        await screen.read("06HOLLIN644")
        await screen.press("exclamation_mark")
        assert "06HOLLIN644 flagged" in screen.lines[-2]
        await screen.press("u")
        assert "flagged" not in screen.lines[-2]


async def test_a_click_on_a_mention_follows_it(samples: Path) -> None:
    async with opened(samples, size=NARROW) as screen:
        await screen.read("08WRENHAVEN31")
        await find(screen, "see para 4")
        await screen.press("escape")
        row = next(row for row, line in enumerate(screen.lines) if "para 4" in line)
        await screen.pilot.click(offset=(screen.lines[row].index("para 4") + 2, row))
        await screen.pilot.pause()
        assert screen.main.reader.stand().anchor == "4"
        await screen.press("backspace")
        assert screen.main.reader.stand().anchor != "4"
