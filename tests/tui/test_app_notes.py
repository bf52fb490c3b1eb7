"""Notes on the whole screen: written, shown, changed, deleted and brought back, exported; drafts that come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.notes import Note, NoteStore
from cablereader.store.places import places
from cablereader.tui.screens.dialogs import Ask, Choose
from cablereader.tui.widgets.editor import NoteEditor
from cablereader.tui.widgets.reader import Reader
from textual.widgets import Input

from ..hostile import NOTES, leaks
from .app_tools import NARROW, WIDE, Paths, Screened, opened

CABLE = "06PORTALDER412"


def notes() -> list[Note]:
    """What is on disk."""
    return NoteStore(places().notes).of(CABLE)


async def write(screen: Screened, text: str, *moves: str) -> None:
    """Write a note on the paragraph that some keys lead to, and save it."""
    await screen.read(CABLE)
    await screen.press(*moves, "a", *text, "ctrl+s")
    await screen.until(lambda: screen.main.editor.sheet is None)
    await screen.pilot.pause()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_note_on_a_paragraph(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as screen:
        await screen.read(CABLE)
        await screen.press("right_curly_bracket", "right_curly_bracket")
        block = screen.main.reader.current
        assert block is not None
        await screen.press("a", *"who chose?", "ctrl+s")
        await screen.until(notes)
        (note,) = notes()
        assert (note.body, note.quote) == ("who chose?", block.text)
        assert screen.messages(Reader.NoteWanted)
        assert screen.messages(NoteEditor.SaveWanted)
        assert screen.pane == "reader"
        await screen.press("3")
        assert "who chose?" in screen.painted
        await screen.press("1")
        assert "●1" in screen.painted


async def test_a_note_on_the_whole_cable_from_the_list(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        entry = next(entry for entry in screen.entries if entry.id == CABLE)
        screen.main.cables.select(entry)
        await screen.press("a")
        await screen.until(lambda: screen.main.editor.sheet is not None)
        await screen.press(*"all of it", "f2")
        await screen.until(notes)
        assert notes()[0].paragraph is None
        assert screen.pane == "list", "one comes back where one was"


async def test_edit_delete_undo_redo(few: Paths) -> None:
    async with opened(*few) as screen:
        await write(screen, "one", "right_curly_bracket")
        await screen.press("e", *" two", "ctrl+s")
        await screen.until(lambda: [note.body for note in notes()] == ["one two"])
        await screen.press("3", "d")
        assert notes() == []
        assert "brings it back" in screen.painted
        for key, bodies in (
            ("u", ["one two"]), ("u", ["one"]), ("u", []), ("u", []),
            ("ctrl+r", ["one"]), ("ctrl+r", ["one two"]), ("ctrl+r", []), ("ctrl+r", []), ("u", ["one two"]),
        ):  # fmt: skip
            await screen.press(key)
            assert [note.body for note in notes()] == bodies
        assert screen.main.cables._counts == {CABLE: 1}


async def test_undo_leaves_what_was_changed_elsewhere(few: Paths) -> None:
    async with opened(*few) as screen:
        await write(screen, "mine", "right_curly_bracket")
        store = NoteStore(places().notes)
        (note,) = store.of(CABLE)
        from dataclasses import replace

        store.update(replace(note, body="theirs"))
        await screen.press("u")
        assert [found.body for found in notes()] == ["theirs"]
        assert "changed elsewhere" in screen.painted


async def test_tags(few: Paths) -> None:
    async with opened(*few) as screen:
        await write(screen, "one", "right_curly_bracket")
        await screen.press("3", "j", "t", *"brokerage", "enter")
        await screen.until(lambda: notes()[0].tags == ("brokerage",))
        assert "#brokerage" in screen.painted
        await screen.press("u")
        assert notes()[0].tags == ()


async def test_a_draft_comes_back(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("right_curly_bracket", "a", *"half a tho", "escape")
        assert notes() == []
        assert "half a tho" in screen.painted, "the draft is among the cards"
        await screen.press("Q")
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("a", *"ught", "ctrl+s")
        await screen.until(notes)
        assert notes()[0].body == "half a thought"
        assert not list(places().drafts.glob("*"))


async def test_a_discarded_draft_can_be_brought_back(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("right_curly_bracket", "a", *"hm", "f8")
        assert not list(places().drafts.glob("*"))
        await screen.press("u", "a")
        assert screen.main.editor.draft is not None
        assert screen.main.editor.draft.body == "hm"


async def test_an_empty_note_is_not_written(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("right_curly_bracket", "a", "ctrl+s")
        assert screen.main.editor.sheet is None
        assert notes() == []


async def test_export(few: Paths, tmp_path: Path) -> None:
    async with opened(*few) as screen:
        await write(screen, "one", "right_curly_bracket")
        await screen.press("E", "enter")
        assert screen.on_top(Ask)
        screen.app.screen.query_one(Input).value = str(tmp_path / "out")
        await screen.press("enter")
        await screen.until(lambda: "1 note in 1 file" in " ".join(screen.painted.split()))
        assert "one" in (tmp_path / "out" / f"{CABLE}.md").read_text("utf-8")


async def test_the_form_of_an_export_is_remembered(few: Paths, tmp_path: Path) -> None:
    async with opened(*few) as screen:
        await write(screen, "one", "right_curly_bracket")
        await screen.press("E", *"jjjjjjjjj", "enter")
        assert screen.on_top(Choose)
        await screen.press("j", "enter")
        assert "Citation style: chicago-short" in screen.painted
        await screen.press("escape", "E", "j", "j", "enter")
        screen.app.screen.query_one(Input).value = str(tmp_path / "out")
        await screen.press("enter")
        await screen.until(lambda: (tmp_path / "out" / f"{CABLE}.csl.json").exists())
        await screen.press("E")
        assert "● Markdown for Pandoc" in screen.painted


async def test_an_export_says_how_notes_stand(few: Paths, tmp_path: Path) -> None:
    from cablereader.cable import read_cable

    more = "\n2. Wheat is dear in the north, and bakers close.\n9."
    old = read_cable(few[0].read_text("utf-8").replace("\n2.", more, 1))
    block = next(block for block in old.blocks if "Wheat" in block.text)
    NoteStore(places().notes).add(old, block, "on bread")
    async with opened(*few) as screen:
        await screen.press("E", "enter")
        screen.app.screen.query_one(Input).value = str(tmp_path / "out")
        await screen.press("enter")
        await screen.until(lambda: (tmp_path / "out" / f"{CABLE}.md").exists())
        assert "text changed in the present copy" in (tmp_path / "out" / f"{CABLE}.md").read_text("utf-8")


async def test_a_hostile_note(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        cable = screen.main.cable
        assert cable is not None
        NoteStore(places().notes).add(cable, cable.blocks[0], "\n".join(NOTES.values()), list(NOTES.values()))
        screen.main.refresh_notes()
        await screen.press("3", "g")
        assert not leaks(screen.painted)
        await screen.press("enter")
        assert not leaks(screen.painted)
        await screen.press("escape", "d", "u")
        assert not leaks(screen.painted)


async def test_an_import_is_looked_at_first(few: Paths, tmp_path: Path) -> None:
    from cablereader.cable import read_cable
    from cablereader.store.export.formats import export_as
    from cablereader.tui.screens.importing import PlanScreen

    theirs = NoteStore(tmp_path / "theirs", tmp_path / "state", author="Ada Alder")
    cable = read_cable(few[0].read_text("utf-8"))
    theirs.add(cable, cable.blocks[2], "from Ada")
    for body in NOTES.values():
        theirs.add(cable, None, body)
    path = tmp_path / "notes.json"
    path.write_text(export_as(theirs, "json").text, "utf-8")
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("ctrl+n")
        screen.app.screen.query_one(Input).value = str(path)
        await screen.press("enter")
        await screen.until(lambda: screen.on_top(PlanScreen))
        await screen.pilot.pause()
        assert f"{len(NOTES) + 1} new" in screen.painted
        assert not leaks(screen.painted)
        assert notes() == [], "nothing is written before it is asked for"
        await screen.press("y")
        await screen.until(lambda: len(notes()) == len(NOTES) + 1)
        assert {note.author for note in notes()} == {"Ada Alder"}
        await screen.press("ctrl+n", "enter")
        await screen.until(lambda: screen.on_top(PlanScreen))
        await screen.pilot.pause()
        assert "nothing to write" in screen.painted
        await screen.press("y", "escape")
        assert len(notes()) == len(NOTES) + 1


async def test_a_file_without_notes_is_told(few: Paths, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[]", "utf-8")
    async with opened(*few) as screen:
        await screen.press("ctrl+n")
        screen.app.screen.query_one(Input).value = str(tmp_path / "x.json")
        await screen.press("enter")
        await screen.until(lambda: "no notes can be read" in " ".join(screen.painted.split()))
