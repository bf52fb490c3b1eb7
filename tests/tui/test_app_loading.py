"""The library is indexed in a thread while the list fills: it may take long, be stopped, fail, or be left half way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from cablereader.cable import Cable
from cablereader.store import catalogue as store_catalogue
from cablereader.store.catalogue import Catalogue, Outcome, Progress, update
from cablereader.store.entry import Entry
from cablereader.store.library import Library
from cablereader.tui.app import CableReaderApp
from cablereader.tui.screens import indexing
from cablereader.tui.screens.problems import ProblemsScreen

from ..hostile import NAMES, cable_with, leaks, write_named
from .app_tools import NARROW, Paths, Screened, opened


def told(screen: Screened) -> str:
    """What is told of the library."""
    return str(screen.main.library_line.render())


class Slowly:
    """An update that waits half way until it may go on, or is stopped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on, self.ended = Event(), Event()
        monkeypatch.setattr(store_catalogue, "update", self.update)

    def update(
        self, catalogue: Catalogue, tell: Callable[[Progress], None], stop: Callable[[], bool], **_: bool
    ) -> Outcome:
        done = update(catalogue)
        tell(Progress(3, 6, 30, 60, 3, 12.0, 90.0, "b.txt"))
        while not self.go_on.wait(0.01):
            if stop():
                self.ended.set()
                return Outcome(stopped=True)
        self.ended.set()
        return done


async def test_rows_come_while_it_goes_on_and_one_can_leave(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = Slowly(monkeypatch)
    app = CableReaderApp([str(path) for path in few])
    async with app.run_test(size=NARROW) as pilot:
        for _ in range(200):
            if app.main and app.main.cables.shown == 3:
                break
            await pilot.pause(0.02)
        assert app.main is not None
        assert app.main.cables.shown == 3
        assert app.main.finding.indexing.running
        await pilot.press("j", "j")
        assert app.main.cables.cursor == 2, "keys are answered meanwhile"
        await pilot.press("Q")
    assert slowly.ended.wait(5), "the thread ends with the program"


async def test_the_progress_is_shown_and_can_be_stopped_and_taken_up(
    few: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly = Slowly(monkeypatch)
    app = CableReaderApp([str(path) for path in few])
    async with app.run_test(size=(100, 20)) as pilot:

        async def until(words: str) -> None:
            for _ in range(200):
                if app.main and words in str(app.main.library_line.render()):
                    return
                await pilot.pause(0.02)
            raise AssertionError(f"not said: {words}")

        await until("Indexing 3 of 6  50%  12/s  90 s left   i stops")
        await pilot.press("i")
        await until("Indexing stopped at 3 of 6   i goes on")
        assert slowly.ended.is_set()
        slowly.go_on.set()
        await pilot.press("i")
        await until("Nothing has changed in the sources")


async def test_an_update_that_fails_says_so_and_can_be_tried_again(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Outcome:
        raise OSError("[/] the disk is full")

    monkeypatch.setattr(store_catalogue, "update", broken)
    async with opened(*few, size=(100, 20)) as screen:
        assert "[/] the disk is full" in screen.painted
        assert "Indexing failed   i tries again" in told(screen)
        monkeypatch.setattr(store_catalogue, "update", update)
        await screen.press("i")
        await screen.until(lambda: screen.main.total == 3)


async def test_what_fails_in_a_thread_is_said(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Library, entry: Entry) -> Cable:
        raise RuntimeError(f"[/] {entry.name}")

    monkeypatch.setattr(Library, "read", broken)
    async with opened(*few, size=NARROW) as screen:
        await screen.press("enter")
        await screen.until(lambda: "Reading the cable failed" in screen.painted)
        assert screen.app.is_running


async def test_new_changed_and_vanished_files_come_with_the_next_update(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(cable_with("mist", "subject"), "utf-8")
    (tmp_path / "soup.txt").write_text("Soup of the day\n", "utf-8")
    async with opened(tmp_path, size=(100, 20)) as screen:
        assert [entry.name for entry in screen.entries] == ["a.txt", "soup.txt"]
        (tmp_path / "soup.txt").unlink()
        other = cable_with("rain", "subject").replace("000999", "000998").replace("0999", "0998")
        (tmp_path / "b.txt").write_text(other, "utf-8")
        await screen.press("i")
        await screen.until(lambda: {entry.name for entry in screen.entries} == {"a.txt", "b.txt"})
        await screen.until(lambda: "The library is up to date: 1 new, 1 gone" in told(screen))


async def test_a_second_start_shows_the_catalogue_and_then_what_changed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(cable_with("mist", "subject"), "utf-8")
    async with opened(tmp_path) as screen:
        assert screen.main.total == 1
    (tmp_path / "soup.txt").write_text("Soup of the day\n", "utf-8")
    async with opened(tmp_path) as screen:
        assert len(screen.app.finding.first) == 1
        assert len(screen.entries) == 2
        assert screen.main.total == 1


async def test_what_could_not_be_read_is_listed_with_its_reason(samples: Path) -> None:
    async with opened(samples, size=(80, 24)) as screen:
        await screen.press("p")
        await screen.until(lambda: screen.on_top(ProblemsScreen))
        await screen.pilot.pause()
        assert "harbor-canteen-menu.txt" in screen.painted
        assert "no telegram found in this file" in screen.painted
        await screen.press("enter")
        await screen.until(lambda: screen.main.entry is not None and screen.main.entry.problem)
        assert screen.pane == "reader"


async def test_nothing_to_list_is_said(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("p")
        await screen.until(lambda: screen.on_top(ProblemsScreen))
        await screen.pilot.pause()
        assert "Everything could be read" in screen.painted
        await screen.press("enter", "r")
        await screen.until(lambda: "Nothing has changed" in told(screen))


async def test_hostile_names_among_what_could_not_be_read(tmp_path: Path) -> None:
    for name in NAMES.values():
        write_named(tmp_path, name, b"no cable")
    async with opened(tmp_path, size=(80, 24)) as screen:
        await screen.press("p")
        await screen.until(lambda: screen.on_top(ProblemsScreen))
        await screen.press("G", "k")
        assert not leaks(screen.painted)


async def test_a_catalogue_that_is_damaged_meanwhile_is_made_anew_without_a_question(
    few: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_LONG", 0.0)
    async with opened(*few, size=(100, 20)) as screen:
        catalogue = screen.main.catalogue
        assert catalogue is not None
        for suffix in ("-wal", "-shm"):
            Path(f"{catalogue.path}{suffix}").unlink(missing_ok=True)
        catalogue.path.write_bytes(b"garbage!" * (catalogue.path.stat().st_size // 8))
        await screen.press("s", "j", "j", "enter")
        await screen.until(lambda: screen.main.found == 3 and "by post" in screen.lines[0])
        assert {entry.problem for entry in screen.entries} == {None}
        assert "malformed" not in screen.painted
