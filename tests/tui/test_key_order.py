"""Keys typed in one breath: each finds the screen as the key before it left it."""

from __future__ import annotations

from threading import Event

import pytest
from cablereader.cable import Cable
from cablereader.store.entry import Entry
from cablereader.store.library import Library
from cablereader.store.notes import NoteStore
from cablereader.store.places import places
from cablereader.tui.compositing import SparingCompositor
from textual._compositor import ChopsUpdate
from textual.events import Key

from .app_tools import NARROW, WIDE, Paths, Screened, opened


def type_at_once(screen: Screened, *keys: str) -> None:
    """Type without waiting for anything."""
    for key in keys:
        screen.app.post_message(Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_note_typed_ahead_stands_on_the_paragraph_that_was_meant(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as screen:
        entry = screen.entries[-1]
        type_at_once(screen, *["down"] * (len(screen.entries) - 1), "enter", "right_curly_bracket", "a", *"Why", "f2")
        await screen.until(lambda: NoteStore(places().notes).all())
        (note,) = NoteStore(places().notes).all()
        current = screen.main.reader.current
        assert current is not None
        assert (note.cable, note.body, note.quote) == (entry.id, "Why", current.text)


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("keys", [("enter", "J", "J", "w"), ("down", "down", "a", *"Why", "f2")])
async def test_keys_wait_for_the_cable_that_the_key_before_them_asks_for(
    few: Paths, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with opened(*few, size=size) as screen:
        type_at_once(screen, *keys)
        await screen.until(lambda: NoteStore(places().notes).all())
        (note,) = NoteStore(places().notes).all()
        assert note.cable == screen.entries[2].id


@pytest.mark.parametrize("key", ["tab", "2"])
async def test_who_leaves_the_list_at_once_goes_to_the_cable_under_the_cursor(few: Paths, key: str) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.until(lambda: screen.main.entry == screen.entries[0])
        type_at_once(screen, "down", key, "w")  # the cursor has not rested there
        await screen.until(lambda: NoteStore(places().notes).all())
        (note,) = NoteStore(places().notes).all()
        assert note.cable == screen.entries[1].id
        assert screen.main.entry == screen.entries[1]


async def test_a_cable_that_is_long_in_coming_is_shown_when_it_is_there(
    few: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(*few, size=NARROW) as screen:
        here, read = Event(), Library.read

        def late(self: Library, entry: Entry) -> Cable:
            here.wait(10)
            return read(self, entry)

        monkeypatch.setattr(Library, "read", late)
        type_at_once(screen, "down", "enter")  # the cursor has not rested there
        await screen.until(lambda: screen.pane == "reader")
        assert screen.main.cable is None
        here.set()
        await screen.until(lambda: screen.main.cable is not None)
        assert all(worker.error is None for worker in screen.main.workers)


async def test_where_the_list_stands_alone_enter_is_answered_with_one_frame(
    few: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(*few, size=NARROW) as screen:
        main, render = screen.main, SparingCompositor.render_partial_update
        await screen.until(lambda: main._ahead.find(screen.entries[0]))
        frames: list[list[str]] = []

        def noted(compositor: SparingCompositor) -> ChopsUpdate | None:
            update = render(compositor)
            if update is not None:
                frames.append(screen.lines)
            return update

        monkeypatch.setattr(SparingCompositor, "render_partial_update", noted)
        await screen.press("enter")
        assert frames == [screen.lines]
        assert main.entry == screen.entries[0]
        await screen.press("1")
        assert frames[1:] == [screen.lines]


async def test_keys_typed_ahead_of_a_dialog_go_to_the_dialog(few: Paths) -> None:
    async with opened(*few) as screen:
        type_at_once(screen, "slash", *"quiet", "escape", "question_mark", "escape", "2")
        await screen.until(lambda: screen.pane == "reader")
        assert len(screen.app.screen_stack) == 2
        assert not NoteStore(places().notes).all()
