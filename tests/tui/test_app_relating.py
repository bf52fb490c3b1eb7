"""References both ways and copies of one cable, from the keys to the page."""

from __future__ import annotations

from pathlib import Path

from cablereader.tui.screens.dialogs import Choose
from cablereader.tui.screens.references import ReferencesScreen

from ..hostile import TEXTS, cable_with, leaks
from .app_tools import MIDDLE, NARROW, opened


async def test_references_lead_both_ways_and_back(samples: Path) -> None:
    async with opened(samples, size=MIDDLE) as screen:
        await screen.read("06PORTALDER412")
        await screen.press("x")
        await screen.until(lambda: screen.on_top(ReferencesScreen))
        await screen.pilot.pause()
        assert "References of 06PORTALDER412" in screen.painted
        assert "06STATE151893" in screen.painted
        await screen.press("enter")
        await screen.until(lambda: screen.main.entry is not None and screen.main.entry.id != "06PORTALDER412")
        there = screen.main.entry
        assert there is not None
        assert screen.pane == "reader"
        await screen.until(lambda: "cited by" in screen.lines[0])
        await screen.press("x")
        await screen.until(lambda: screen.on_top(ReferencesScreen))
        await screen.pilot.pause()
        assert "Cited by" in screen.painted
        assert "06PORTALDER412" in screen.painted
        await screen.press("escape", "backspace")
        await screen.until(lambda: screen.main.entry is not None and screen.main.entry.id == "06PORTALDER412")


async def test_the_cursor_passes_over_headings(samples: Path) -> None:
    async with opened(samples, size=MIDDLE) as screen:
        await screen.read("74PORTALDER288")
        await screen.press("x")
        await screen.until(lambda: screen.on_top(ReferencesScreen))
        await screen.pilot.pause()
        under = []
        for key in ("k", "j", "k", "g", "G", "j"):
            await screen.press(key)
            under.append(next(line for line in screen.lines if "▌" in line.partition("│")[2]))
        assert not any("Refers to" in line or "Cited by" in line for line in under)
        assert under[0] == under[2] == under[3] != under[1]
        assert under[4] == under[5]
        await screen.press("g", "j", "enter")
        await screen.until(lambda: screen.main.entry is not None and screen.main.entry.id != "74PORTALDER288")


async def test_what_is_not_here_is_said(samples: Path) -> None:
    async with opened(samples / "06PORTALDER412.txt", size=MIDDLE) as screen:
        await screen.until(lambda: screen.main.cable is not None)
        await screen.press("x")
        await screen.until(lambda: screen.on_top(ReferencesScreen))
        await screen.pilot.pause()
        assert "not in this library" in screen.painted
        await screen.press("enter")
        await screen.until(lambda: "is not in this library" in screen.painted)


async def test_a_copy_is_chosen_and_told(samples: Path, tmp_path: Path) -> None:
    text = (samples / "06PORTALDER412.txt").read_text("utf-8")
    (tmp_path / "06PORTALDER412.txt").write_text(text, "utf-8")
    (tmp_path / "other.txt").write_text(text.replace("\n\n", "\n\n\n"), "utf-8")
    async with opened(tmp_path, size=NARROW) as screen:
        assert len(screen.entries) == 1
        await screen.press("enter")
        await screen.until(lambda: "copy 1 of 2" in screen.lines[0])
        first = screen.main.entry
        await screen.press("c")
        await screen.until(lambda: screen.on_top(Choose))
        await screen.pilot.pause()
        assert "other.txt" in screen.painted
        await screen.press("j", "enter")
        await screen.until(lambda: "copy 2 of 2" in screen.lines[0])
        assert screen.main.entry != first
        await screen.press("c", "k", "enter")
        await screen.until(lambda: screen.main.entry == first)


async def test_what_is_known_of_a_neighbour_is_shown_with_it(samples: Path, tmp_path: Path) -> None:
    for name in ("09PORTALDER190", "09PORTALDER203"):
        text = (samples / f"{name}.txt").read_text("utf-8")
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "other.txt").write_text((samples / "09PORTALDER190.txt").read_text("utf-8") + "\n", "utf-8")
    async with opened(tmp_path, size=MIDDLE) as screen:
        await screen.read("09PORTALDER203")
        await screen.until(lambda: len(screen.main._related) == 2)
        screen.main.desk.close()
        await screen.press("J")
        assert screen.main.entry is not None
        assert screen.main.entry.id == "09PORTALDER190"
        assert "copy 1 of 2" in screen.lines[0]


async def test_one_copy_is_no_choice(samples: Path) -> None:
    async with opened(samples / "06PORTALDER412.txt", size=NARROW) as screen:
        await screen.until(lambda: screen.main.cable is not None)
        await screen.press("c")
        assert "only this copy" in screen.lines[-2]


async def test_hostile_references(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS.values()):
        cable = cable_with(text, "reference", "subject").replace("000999", f"000{number + 100}")
        (tmp_path / f"{number}.txt").write_bytes(cable.encode("utf-8", "surrogatepass"))
    async with opened(tmp_path, size=MIDDLE) as screen:
        seen = 0
        for entry in screen.entries:
            if entry.id is not None:
                assert screen.main.cables.select(entry)
                await screen.press("x")
                await screen.until(lambda: screen.on_top(ReferencesScreen))
                await screen.press("G", "g")
                assert not leaks(screen.painted)
                await screen.press("escape")
                seen += 1
        assert seen > len(TEXTS) // 2
