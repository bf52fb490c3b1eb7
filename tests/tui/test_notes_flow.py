"""Nothing typed is ever lost: crashes, full disks, other windows, other copies; on the whole screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.store.errors import StoreUnwritable
from cablereader.store.notes import Drafts, Note, NoteStore
from cablereader.store.places import places
from cablereader.tui.screens.dialogs import Confirm
from cablereader.tui.widgets.note_text import NoteText
from textual.events import AppBlur

from .app_tools import MIDDLE, NARROW, WIDE, Paths, Screened, opened
from .notes_tools import typed_body

CABLE = "06PORTALDER412"
ELSEWHERE = "changed in another window"


def store() -> NoteStore:
    """Another window on the same notes."""
    return NoteStore(places().notes)


def bodies() -> list[str]:
    return [note.body for note in store().of(CABLE)]


def full(*_: object, **__: object) -> None:
    raise StoreUnwritable(places().notes, "the disk is full", "Make room")


def said(screen: Screened) -> str:
    """All that was said in toasts."""
    return "\n".join(notification.message for notification in screen.app._notifications)


def drafts(screen: Screened) -> list[str]:
    """What the drafts of the cable say."""
    assert screen.main.cable is not None
    return [draft.body for draft in screen.main.notebook.drafts.of(screen.main.cable)]


async def type_in(screen: Screened, text: str) -> None:
    """Type in the editor, faster than key by key."""
    screen.main.query_one(NoteText).insert(text)
    await screen.pilot.pause()


async def begin(screen: Screened, text: str) -> None:
    """Begin a note on the second block, which is a heading."""
    await screen.read(CABLE)
    await screen.press("right_curly_bracket", "right_curly_bracket", "a")
    await type_in(screen, text)


async def written(screen: Screened, text: str) -> Note:
    """A note on the second block, where the reader stands."""
    await screen.read(CABLE)
    assert screen.main.cable is not None
    note = store().add(screen.main.cable, screen.main.cable.blocks[2], text)
    screen.main.refresh_notes()
    screen.main.reader.go_to(screen.main.cable.blocks[2].anchor)
    await screen.pilot.pause()
    return note


async def test_what_was_typed_is_there_after_a_crash(samples: Path) -> None:
    async with opened(samples) as screen:
        await begin(screen, "half a tho")
        screen.main.editor.keep()
        await screen.pilot.pause()
        await screen.press("x")  # and the program is gone, with nothing asked and nothing closed
    async with opened(samples) as screen:
        await screen.read(CABLE)
        assert "half a tho" in screen.painted
        assert "draft from" in screen.painted
        await screen.press("3", "j", "enter")
        assert typed_body(screen.main.editor) == "half a tho"
        assert "draft from" in screen.painted
        await type_in(screen, "ught")
        await screen.press("f2")
        await screen.until(lambda: bodies() == ["half a thought"])
        assert "draft from" not in screen.painted


async def test_the_draft_is_kept_when_the_terminal_loses_the_focus(samples: Path) -> None:
    async with opened(samples) as screen:
        await begin(screen, "away")
        screen.app.post_message(AppBlur())
        await screen.pilot.pause()
        await screen.pilot.pause()
        assert drafts(screen) == ["away"]


async def test_a_full_disk_is_said_in_the_editor_and_leaving_is_not_made_easy(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(samples) as screen:
        await begin(screen, "precious")
        with monkeypatch.context() as patch:
            patch.setattr(Drafts, "save", full)
            screen.main.editor.keep()
            await screen.pilot.pause()
            assert "! No draft was kept." in screen.painted
            await screen.press("escape")
            assert typed_body(screen.main.editor) == "precious"
            screen.main.action_quit()
            await screen.pilot.pause()
            assert isinstance(screen.app.screen, Confirm)
            await screen.press("y")
            assert screen.main.editor.draft is not None
            assert screen.app.is_running
        screen.main.editor.keep()
        await screen.pilot.pause()
        assert "No draft was kept" not in screen.painted


async def test_an_edit_of_what_was_changed_elsewhere_keeps_both(samples: Path) -> None:
    async with opened(samples) as screen:
        note = await written(screen, "mine")
        await screen.press("e")
        await type_in(screen, " too")
        store().update(replace(note, body=ELSEWHERE))
        await screen.press("f2")
        await screen.until(lambda: len(bodies()) == 2)
        assert sorted(bodies()) == sorted([ELSEWHERE, "mine too"])
        assert "elsewhere" in said(screen)
        assert screen.main.editor.sheet is None
        await screen.press("u")
        assert bodies() == [ELSEWHERE]


async def test_a_draft_begun_before_a_change_elsewhere_keeps_both(samples: Path) -> None:
    async with opened(samples) as screen:
        note = await written(screen, "mine")
        await screen.press("e")
        await type_in(screen, " too")
        await screen.press("escape")
        store().update(replace(note, body=ELSEWHERE))
        screen.main.refresh_notes()
        await screen.press("e")
        assert typed_body(screen.main.editor) == "mine too"
        await screen.press("f2")
        await screen.until(lambda: sorted(bodies()) == sorted([ELSEWHERE, "mine too"]))


async def test_the_draft_of_a_note_that_was_deleted_elsewhere_is_shown_and_brings_it_back(samples: Path) -> None:
    async with opened(samples) as screen:
        note = await written(screen, "mine")
        await screen.press("e")
        await type_in(screen, " too")
        await screen.press("escape")
        store().delete(note.id)
        screen.main.refresh_notes()
        await screen.pilot.pause()
        assert "deleted note" in screen.painted
        await screen.press("3", "G", "enter", "f2")
        await screen.until(lambda: bodies() == ["mine too"])
        assert store().of(CABLE)[0].paragraph == note.paragraph


async def test_opening_another_note_keeps_the_draft_of_the_first(samples: Path) -> None:
    async with opened(samples) as screen:
        await begin(screen, "first")
        screen.main.write_note(None, None)
        await screen.pilot.pause()
        assert typed_body(screen.main.editor) == ""
        assert drafts(screen) == ["first"]


async def test_opening_the_same_note_again_goes_on_with_it(samples: Path) -> None:
    async with opened(samples) as screen:
        await begin(screen, "first")
        screen.main.write_note(screen.main.reader.current, None)
        await screen.press("x")
        assert typed_body(screen.main.editor) == "firstx"


async def test_another_cable_can_be_read_while_one_writes(samples: Path) -> None:
    async with opened(samples) as screen:
        await begin(screen, "on the first")
        other = next(entry for entry in screen.entries if entry.id == "09PORTALDER14")
        screen.main.open(other)
        await screen.until(lambda: screen.main.entry is other)
        assert CABLE in screen.painted, "the title still says which cable is written on"
        screen.main.editor.resume()
        await screen.press("f2")
        await screen.until(lambda: bodies() == ["on the first"])
        assert not store().of("09PORTALDER14")


async def test_a_draft_that_stays_behind_does_not_save_the_note_twice(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(samples) as screen:
        await begin(screen, "once")
        with monkeypatch.context() as patch:
            patch.setattr(Drafts, "clear", full)
            await screen.press("f2")
            await screen.until(bodies)
        assert screen.main.editor.sheet is None
        assert bodies() == ["once"]


async def test_notes_that_cannot_be_read_are_not_called_none(samples: Path) -> None:
    async with opened(samples) as screen:
        await written(screen, "there")
        file = places().notes / f"{CABLE}.json"
        damaged = file.read_text("utf-8")[:-40]
        file.write_text(damaged, "utf-8")
        screen.main.refresh_notes()
        await screen.pilot.pause()
        assert "No notes on this cable" not in screen.painted
        left = screen.main.notes.region.x
        shown = "".join(line[left:] for line in screen.lines)
        assert f"!{places().notes}" in "".join(shown.split())  # wherever the lines are broken
        await screen.press("a")
        await type_in(screen, "more")
        await screen.press("f2")
        assert typed_body(screen.main.editor) == "more"
        assert file.read_text("utf-8") == damaged


@pytest.mark.parametrize(("method", "keys"), [("delete", ("d",)), ("update", ("t", "x", "enter"))])
async def test_a_change_that_fails_says_so_and_the_note_stays(
    samples: Path, monkeypatch: pytest.MonkeyPatch, method: str, keys: tuple[str, ...]
) -> None:
    async with opened(samples) as screen:
        await written(screen, "there")
        with monkeypatch.context() as patch:
            patch.setattr(NoteStore, method, full)
            await screen.press("3", *keys)
        assert "the disk is full" in said(screen)
        assert bodies() == ["there"]
        assert screen.main.notes.current is not None


async def test_undo_says_what_it_did(samples: Path) -> None:
    async with opened(samples) as screen:
        note = await written(screen, "there")
        await screen.press("3", "d", "u")
        assert "Note on the heading deleted; u brings it back" in said(screen)
        assert "Deleted note on the heading is back" in said(screen)
        assert screen.main.notes.current is not None
        assert screen.main.notes.current.note.id == note.id


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_a_note_begun_in_the_list_is_typed_and_saved(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as screen:
        for way in ("j", "k"):
            await screen.press(way, "a", *"Quay", "f2")
            entry = screen.main.cables.current
            assert entry is not None
            assert entry.id is not None
            assert [note.body for note in store().of(entry.id)] == ["Quay"]
            assert screen.pane == "list"
