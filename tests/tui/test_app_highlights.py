"""Highlights, ranges and notes placed by hand, on the whole screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable import Cable, read_cable
from cablereader.store.notes import Note, NoteStore
from cablereader.store.places import places
from cablereader.tui.screens.dialogs import Choose
from cablereader.tui.screens.note_history import HistoryScreen

from ..hostile import NOTES, leaks
from .app_tools import NARROW, WIDE, Paths, Screened, opened

CABLE = "06PORTALDER412"
DOWN = "right_curly_bracket"


def store() -> NoteStore:
    return NoteStore(places().notes, places().state)


def notes() -> list[Note]:
    """What is on disk."""
    return store().of(CABLE)


def states(screen: Screened) -> list[tuple[str, str]]:
    """What the notes say, and how each stands."""
    return [(item.note.body, item.state) for item in screen.main._placed]


def cable_in(path: Path) -> Cable:
    return read_cable(path.read_text("utf-8"))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_paragraph_is_highlighted_with_one_key(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as screen:
        await screen.read(CABLE)
        await screen.press(DOWN, "w")
        (note,) = notes()
        assert (note.color, note.body, note.anchor.selection) == ("yellow", "", None)
        assert screen.main.reader._leaf.highlights
        await screen.press("u")
        assert notes() == []
        assert not screen.main.reader._leaf.highlights
        await screen.press("ctrl+r")
        assert len(notes()) == 1


async def test_a_sentence_and_a_word_are_selected_by_keys(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press(DOWN)
        block = screen.main.reader.current
        assert block is not None
        await screen.press("v", "v", "v", "right", "shift+right", "w")
        (note,) = notes()
        words = block.text.split()
        assert note.quote == " ".join(words[1:3])
        assert note.anchor.selection is not None
        await screen.press("v", "v", "a", *"why?", "ctrl+s")
        await screen.until(lambda: len(notes()) == 2)
        sentence = next(note for note in notes() if note.body)
        assert block.text.startswith(sentence.quote)
        assert sentence.quote.rstrip('"”').endswith(".")


async def test_a_range_of_paragraphs(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("v", DOWN)
        assert "Paragraph: " in screen.lines[-2]
        await screen.press("a", *"both", "ctrl+s")
        assert "Paragraph: " not in screen.lines[-2], "nothing is selected any more"
        await screen.until(notes)
        (note,) = notes()
        assert note.until is not None
        assert note.label.startswith("¶1–¶2")
        await screen.press("3")
        assert "¶1–¶2" in screen.painted
        await screen.press("e", *"!", "ctrl+s")
        await screen.until(lambda: notes()[0].body == "both!")


async def test_a_range_is_copied_and_cited_to_its_end(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("v", DOWN, "y")
        assert "the selection with its citation" in screen.painted
        assert screen.app.clipboard.endswith("paras. 1–2.")
        await screen.press("a", *"both", "f2", "3", "y")
        assert screen.app.clipboard.endswith("\n\nboth\n\n" + screen.app.clipboard.rpartition("\n\n")[2])
        assert screen.app.clipboard.endswith("paras. 1–2.")


async def test_the_draft_of_a_range_comes_back(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press(DOWN, "v", DOWN, "a", *"half", "escape", "Q")
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("3", "g", "enter", "ctrl+s")
        await screen.until(notes)
        assert notes()[0].until is not None


async def test_a_note_on_the_heading(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press("A", *"on the heading", "ctrl+s")
        await screen.until(notes)
        assert notes()[0].anchor.kind == "head"
        assert screen.main._placed[0].block is not None


async def test_colours_are_chosen_and_taken_back(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press(DOWN, "W", "j", "enter")
        assert notes()[0].color == "green"
        await screen.press("3", "w", "j", "enter")
        assert notes()[0].color == "blue"
        await screen.press("u")
        assert notes()[0].color == "green"
        await screen.press("w", "G", "enter")
        assert notes()[0].color == "green", "a highlight without words keeps its colour"
        assert "green" in screen.painted, "the colour is said in words"


async def test_a_highlight_gets_words_and_may_lose_them(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press(DOWN, "w", "e", *"ah", "ctrl+s")
        await screen.until(lambda: notes()[0].body == "ah")
        await screen.press("e", "backspace", "backspace", "ctrl+s")
        await screen.until(lambda: notes()[0].body == "")


def altered(folder: Path, path: Path) -> tuple[Path, Cable]:
    """A copy in which the first paragraph says something else altogether; and the cable as it was."""
    cable = cable_in(path)
    (start, _), (_, end) = cable.blocks[0].spans[0], cable.blocks[0].spans[-1]
    other = "1. (SBU) Wheat is dear in the north, and bakers close at noon; nobody knows for how long they will.\n"
    target = folder / path.name
    target.write_text(cable.source[:start] + other + cable.source[end:], "utf-8")
    return target, cable


async def test_a_lost_note_is_placed_on_the_paragraph_one_stands_on(few: Paths, tmp_path: Path) -> None:
    path, before = altered(tmp_path, few[0])
    store().add(before, before.blocks[0], "whose?")
    async with opened(path) as screen:
        await screen.until(lambda: states(screen) == [("whose?", "orphan")])
        await screen.press("2", DOWN, "p")
        assert states(screen) == [("whose?", "confirmed")]
        assert notes()[0].anchor.placed is not None
        assert "placed by hand" in screen.painted
        await screen.press("u")
        assert states(screen) == [("whose?", "orphan")]
        await screen.press("ctrl+r")
        assert states(screen) == [("whose?", "confirmed")]


async def test_a_suggestion_is_taken_with_one_key(few: Paths, tmp_path: Path) -> None:
    path, before = altered(tmp_path, few[0])
    store().add(before, before.blocks[0], "whose?")
    async with opened(path) as screen:
        await screen.until(lambda: states(screen) == [("whose?", "orphan")])
        await screen.press("3", "g")
        assert "NOTES 1  1 unplaced" in screen.painted
        assert "p puts it on" in screen.painted
        assert "Unplaced" in screen.painted
        await screen.press("p")
        assert states(screen) == [("whose?", "confirmed")]
        await screen.press("c")
        assert screen.main._placed[0].block is None, "it is on the whole cable now"
        assert states(screen) == [("whose?", "confirmed")]


async def test_a_note_is_carried_to_another_paragraph(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        cable = screen.main.cable
        assert cable is not None
        store().add(cable, cable.blocks[0], "elsewhere")
        screen.main.refresh_notes()
        await screen.press("3", "g", "p")
        assert screen.pane == "reader"
        await screen.press("G", "p")
        (placed,) = screen.main._placed
        assert placed.state == "confirmed"
        assert placed.block != cable.blocks[0]


async def test_one_of_several_lost_notes_is_chosen(few: Paths, tmp_path: Path) -> None:
    path, before = altered(tmp_path, few[0])
    for body in NOTES.values():
        store().add(before, before.blocks[0], body)
    async with opened(path) as screen:
        await screen.until(lambda: len(states(screen)) == len(NOTES))
        await screen.press("2", DOWN, "p")
        assert screen.on_top(Choose)
        assert not leaks(screen.painted)
        await screen.press("enter")
        assert [state for _, state in states(screen)].count("confirmed") == 1


async def test_what_changed_is_shown_word_by_word(few: Paths, tmp_path: Path) -> None:
    path = tmp_path / few[0].name
    cable = cable_in(few[0])
    block = next(block for block in cable.blocks if block.kind == "paragraph")
    word = next(word for word in block.text.split() if word.isalpha() and len(word) > 5)
    start = block.spans[0][0]
    path.write_text(cable.source[:start] + cable.source[start:].replace(word, "XXXXXXXX", 1), "utf-8")
    store().add(cable, block, "see")
    async with opened(path) as screen:
        await screen.until(lambda: states(screen) == [("see", "changed")])
        await screen.press("3", "g")
        said = " ".join(screen.painted.split())
        assert "~ text changed" in said
        assert "{+XXXXXXXX" in said.replace(" ", "") or "XXXXXXXX" in said
        assert f"[-{word}" in said


async def test_a_version_is_restored(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.read(CABLE)
        await screen.press(DOWN, "a", *"one", "ctrl+s")
        await screen.until(notes)
        await screen.press("e", *" two", "ctrl+s")
        await screen.until(lambda: notes()[0].body == "one two")
        await screen.press("3", "v")
        assert screen.on_top(HistoryScreen)
        assert "{+two+}" in screen.painted
        await screen.press("enter")
        assert notes()[0].body == "one"
        await screen.press("u")
        assert notes()[0].body == "one two"
