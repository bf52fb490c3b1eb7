"""All notes on one screen: grouped, filtered, changed, and left for their paragraphs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cablereader.cable import read_cable
from cablereader.store.notes import CableMeta, Note, NoteStore
from cablereader.store.places import places
from cablereader.store.sources import read_text
from cablereader.tui.note_index import Found, Heading, grouped, matching, row_pieces
from cablereader.tui.page.cells import cells
from cablereader.tui.screens.all_notes import AllNotesScreen

from ..hostile import NOTES, leaks
from .app_tools import NARROW, WIDE, Paths, Screened, opened


def store(author: str = "") -> NoteStore:
    return NoteStore(places().notes, places().state, author=author)


def fill(few: Paths) -> None:
    """Three notes on each cable, of two people."""
    for path in few:
        cable = read_cable(read_text(path))
        paragraphs = [block for block in cable.blocks if block.kind == "paragraph"]
        store("Ada Alder").add(cable, paragraphs[0], f"first on {cable.id}", ["ships"])
        store("Ben Birch").add(cable, paragraphs[1], "second, about fog", ["Fog", "ships"])
        store("Ben Birch").add(cable, paragraphs[0], "", color="green")


def index(screen: Screened) -> AllNotesScreen:
    shown = screen.app.screen
    assert isinstance(shown, AllNotesScreen)
    return shown


async def shown(screen: Screened) -> AllNotesScreen:
    await screen.press("4")
    await screen.until(lambda: len(index(screen)._found) == len(store().all()))
    await screen.pilot.pause()
    return index(screen)


@pytest.mark.parametrize("size", [NARROW, (80, 24), WIDE, (200, 50)])
async def test_all_notes_are_shown_with_their_cables(few: Paths, size: tuple[int, int]) -> None:
    fill(few)
    async with opened(*few, size=size) as screen:
        await shown(screen)
        said = screen.painted
        assert "9 notes on 3 cables" in said
        assert "06PORTALDER412" in said
        assert "second, about fog" in said
        await screen.press("q")
        assert screen.on_top(type(screen.main))


async def test_the_way_to_a_note(few: Paths) -> None:
    fill(few)
    async with opened(*few) as screen:
        await shown(screen)
        await screen.press("slash", *"first on 06PORTALDER412", "enter", "enter")
        await screen.until(lambda: screen.main.entry is not None and screen.main.entry.id == "06PORTALDER412")
        await screen.pilot.pause()
        assert screen.pane == "reader"
        current, note = screen.main.reader.current, screen.main.notes.current
        assert current is not None
        assert note is not None
        assert note.note.body == "first on 06PORTALDER412"
        assert note.block == current


async def test_a_note_of_a_cable_that_is_not_here(few: Paths) -> None:
    fill(few)
    async with opened(few[0]) as screen:
        await shown(screen)
        await screen.press("slash", *"cable:08WRENHAVEN31", "enter", "enter")
        assert "08WRENHAVEN31 is not in this library" in screen.painted


async def test_a_filter_can_be_left(few: Paths) -> None:
    fill(few)
    async with opened(*few) as screen:
        await shown(screen)
        await screen.press("slash", *"by:ben #fog")
        assert "3 of 9 notes" in screen.painted
        await screen.press("escape")
        assert "9 notes on" in screen.painted
        await screen.press("slash", *"zzz", "enter")
        assert "No note has these words" in screen.painted
        assert "second, about fog" not in screen.painted, "nor is one shown below"
        await screen.press("escape")
        assert screen.on_top(AllNotesScreen), "the first esc clears the filter"
        await screen.press("escape")
        assert not screen.on_top(AllNotesScreen)


async def test_groups_are_chosen_and_remembered(few: Paths) -> None:
    fill(few)
    async with opened(*few) as screen:
        await shown(screen)
        await screen.press("s", "j", "j", "enter")
        assert "#Fog  3" in screen.painted
        assert "#ships  6" in screen.painted
        await screen.press("q", "Q")
    async with opened(*few) as screen:
        await shown(screen)
        assert "by tag" in screen.painted


async def test_delete_tag_undo(few: Paths) -> None:
    fill(few)
    async with opened(*few) as screen:
        await shown(screen)
        note = index(screen)._index.current
        assert note is not None
        await screen.press("d")
        await screen.until(lambda: len(index(screen)._found) == 8)
        await screen.press("u")
        await screen.until(lambda: len(index(screen)._found) == 9)
        await screen.press("t", *" harbour", "enter")
        await screen.until(lambda: any("harbour" in found.tags for found in store().all()))
        await screen.press("u")
        await screen.until(lambda: not any("harbour" in found.tags for found in store().all()))


async def test_hostile_notes(few: Paths) -> None:
    cable = read_cable(read_text(few[0]))
    for body in NOTES.values():
        store(body).add(cable, cable.blocks[0], body, [body])
    async with opened(*few, size=(100, 40)) as screen:
        await shown(screen)
        for keys in (("j",), ("s", "j", "j", "enter"), ("v",), ("escape", "s", "G", "enter"), ("t",)):
            await screen.press(*keys)
            assert not leaks(screen.painted)


async def test_no_notes_yet(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("4")
        assert "no notes yet" in screen.painted
        await screen.press("enter", "d", "t", "v", "u", "j", "G")
        assert screen.on_top(AllNotesScreen)


async def test_a_damaged_file_is_told(few: Paths) -> None:
    fill(few)
    (places().notes / "07PORTALDER9.json").write_text("{", "utf-8")
    async with opened(*few) as screen:
        await screen.press("4")
        # The message may break inside the name: how long the folder's is, nobody knows.
        await screen.until(
            lambda: "07PORTALDER9.json" in "".join(line.rpartition("▌")[2].strip() for line in screen.lines)
        )
        assert "9 notes on 3 cables" in screen.painted


def found(body: str, key: str = "06PORTALDER412", tags: tuple[str, ...] = (), month: int = 1) -> Found:
    from cablereader.cable.anchors import Anchor

    when = datetime(2026, month, 5, tzinfo=UTC)
    return Found(CableMeta(key, key), Note(body, key, body, tags, Anchor(key), when, when, author="Ada"))


def test_groups() -> None:
    items = [found("a", tags=("x", "Y")), found("b", "07PORTALDER1", ("y",), 3), found("c", month=2)]

    def said(by: str) -> list[str]:
        return [row.title if isinstance(row, Heading) else row.note.body for row in grouped(items, by)]

    assert said("cable") == ["06PORTALDER412", "a", "c", "07PORTALDER1", "b"]
    assert said("tag") == ["#x", "a", "#Y", "a", "b", "no tag", "c"]
    assert said("date") == ["March 2026", "b", "February 2026", "c", "January 2026", "a"]
    assert said("author") == ["Ada", "a", "b", "c"]
    assert said("color") == ["no colour", "a", "b", "c"]
    assert [item.note.body for item in matching(items, "#y -b")] == ["a"]


@pytest.mark.parametrize("width", [58, 90, 160])
@pytest.mark.parametrize("body", ["", "short", "long " * 80, *NOTES.values()])
def test_rows_fit(width: int, body: str) -> None:
    now = datetime.now(UTC)
    for row in (found(body, tags=(body[:20] or "x",)), Heading(body, 12)):
        for by in ("cable", "date"):
            pieces = row_pieces(row, width, now, current=True, by=by)
            assert sum(cells(piece.text) for piece in pieces) <= width
            assert not leaks("".join(piece.text for piece in pieces))
