"""The note editor, by what it shows and by the messages it sends; it keeps nothing itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cablereader.cable import Cable
from cablereader.store.drafts.draft import Draft
from cablereader.tui.note_sheet import Sheet
from cablereader.tui.widgets.editor import NoteEditor
from cablereader.tui.widgets.note_text import NoteText
from textual.message import Message
from textual.widgets import Button

from ..hostile import NOTES, leaks
from .notes_tools import WidgetApp, make_note, sent, typed_body

SIZE = (60, 20)
THEN = datetime(2026, 11, 21, 10, 32, tzinfo=UTC)


@pytest.fixture
def blank(cable: Cable) -> Sheet:
    """A sheet for a new note on paragraph 1."""
    block = cable.block("1")
    assert block is not None
    return Sheet(Draft(cable.id or "", "1", "", (), THEN), "¶1", block.text, cable, block)


@pytest.fixture
def written(cable: Cable) -> Sheet:
    """A sheet for a note that is there already."""
    note = make_note(cable, "1", "as it was", ("pay",))
    draft = Draft(note.cable, None, note.body, note.tags, THEN, note.id, note.rev)
    return Sheet(draft, "¶1", note.quote, note=note)


def harness() -> tuple[WidgetApp, NoteEditor, list[Message]]:
    editor = NoteEditor()
    return WidgetApp(editor), editor, []


def is_unsaved(editor: NoteEditor) -> bool:
    return editor.unsaved


async def test_it_says_what_it_is_about(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        assert not editor.display
        editor.open(blank)
        await pilot.pause()
        assert "New note on ¶1" in app.painted()
        assert "“Summary: The harbour pilots" in app.painted()
        assert app.focused is editor.query_one(NoteText)


async def test_it_says_from_when_a_draft_is(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        now = datetime.now(UTC)
        editor.open(replace(blank, draft=replace(blank.draft, body="half a thought", saved=now), restored=True))
        await pilot.pause()
        assert f"draft from {now.astimezone():%H:%M}" in app.painted()
        assert "half a thought" in app.painted()
        assert editor.unsaved


@pytest.mark.parametrize("key", ["f2", "ctrl+s"])
async def test_saving_asks_with_all_that_was_typed(blank: Sheet, key: str) -> None:
    app, editor, messages = harness()
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        editor.open(blank)
        await pilot.press("h", "i", "enter", "j", "tab", *"ngo", "comma", *"pay", key)
        wanted = await sent(pilot, messages, NoteEditor.SaveWanted)
        assert [(message.draft.body, message.draft.tags) for message in wanted] == [("hi\nj", ("ngo", "pay"))]
        assert wanted[0].sheet is blank
        assert editor.display, "it stays open until it is told that the note is on disk"


async def test_enter_on_the_tags_saves(blank: Sheet) -> None:
    app, editor, messages = harness()
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        editor.open(blank)
        await pilot.press("h", "tab", "x", "enter")
        assert len(await sent(pilot, messages, NoteEditor.SaveWanted)) == 1


async def test_a_failure_is_shown_and_the_text_stays(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        editor.open(blank)
        await pilot.press(*"precious", "f2")
        editor.fail("notes/06PORTALDER412.json: the disk is full. Make room and save again")
        await pilot.pause()
        assert "! notes/06PORTALDER412.json: the disk is full." in app.painted()
        assert "precious" in app.painted()
        await pilot.press("x")
        assert typed_body(editor) == "preciousx"


async def test_escape_and_f8_ask_to_keep_and_to_discard(blank: Sheet) -> None:
    app, editor, messages = harness()
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        editor.open(blank)
        await pilot.press("a", "escape", "b", "f8")
        assert [m.draft.body for m in await sent(pilot, messages, NoteEditor.CloseWanted)] == ["a"]
        assert [m.draft.body for m in await sent(pilot, messages, NoteEditor.DiscardWanted)] == ["ab"]


async def test_closing_gives_the_focus_back(blank: Sheet) -> None:
    button = Button("before")
    editor = NoteEditor()
    app = WidgetApp(button, editor)
    async with app.run_test(size=SIZE) as pilot:
        button.focus()
        await pilot.pause()
        editor.open(blank)
        await pilot.press("a")
        editor.close()
        await pilot.pause()
        assert app.focused is button
        assert not editor.display
        assert typed_body(editor) is None
        assert not editor.unsaved


async def test_what_is_typed_is_kept_now_and_then_and_when_the_text_is_left(blank: Sheet) -> None:
    app, editor, messages = harness()
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        editor.open(blank)
        editor.keep()
        await pilot.press("a")
        editor.keep()
        wanted = await sent(pilot, messages, NoteEditor.KeepWanted)
        assert [message.draft.body for message in wanted] == ["a"]
        editor.kept(wanted[0].draft)
        editor.keep()
        assert len(await sent(pilot, messages, NoteEditor.KeepWanted)) == 1
        await pilot.press("b", "tab")
        assert [m.draft.body for m in await sent(pilot, messages, NoteEditor.KeepWanted)] == ["a", "ab"]


async def test_unsaved_is_only_what_no_note_has(blank: Sheet, written: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        editor.open(blank)
        assert not is_unsaved(editor)
        await pilot.press("space", "enter")
        assert not is_unsaved(editor), "white space alone is nothing"
        await pilot.press("a")
        assert is_unsaved(editor)
        editor.open(written)
        assert not is_unsaved(editor)
        await pilot.press("!")
        assert is_unsaved(editor)
        await pilot.press("backspace")
        assert not is_unsaved(editor)


async def test_a_draft_that_was_only_looked_at_keeps_its_time(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        editor.open(replace(blank, draft=replace(blank.draft, body="old"), restored=True))
        assert editor.draft is not None
        assert editor.draft.saved == THEN
        await pilot.press("e")
        assert editor.draft.saved > THEN


async def test_what_is_not_touched_stays_as_it_was_whatever_the_fields_make_of_it(written: Sheet) -> None:
    app, editor, messages = harness()
    body, tags = "one\r\ntwo\x0bthree\u2028four", ("a,b", "human rights")
    assert written.note is not None
    note = replace(written.note, body=body, tags=tags)
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        editor.open(replace(written, note=note, draft=replace(written.draft, body=body, tags=tags)))
        assert not editor.unsaved
        await pilot.press("!", "f2")
        assert (await sent(pilot, messages, NoteEditor.SaveWanted))[0].draft.tags == tags
        await pilot.press("backspace", "tab", "end", "space", "c", "f2")
        draft = (await sent(pilot, messages, NoteEditor.SaveWanted))[1].draft
        assert (draft.body, draft.tags[-2:]) == (body, ("human rights", "c"))


async def test_tab_stays_in_the_editor_and_letters_are_letters(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        editor.open(blank)
        await pilot.press("q", "u", "question_mark", "colon", "tab", "tab", "Q")
        assert typed_body(editor) == "qu?:Q"


async def test_hostile_text_is_written_and_never_obeyed(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        for body in NOTES.values():
            draft = replace(blank.draft, body=body, tags=(body,))
            editor.open(replace(blank, draft=draft, label=body[:20], quote=body))
            editor.fail(body)
            await pilot.pause()
            assert not leaks(app.painted())
            assert editor.draft is not None
            assert editor.draft.body.split() == "\n".join(body.splitlines()).split()


@pytest.mark.parametrize("field", ["#note-body", "#note-tags"])
async def test_pasted_sequences_are_taken_out(blank: Sheet, field: str) -> None:
    from textual.events import Paste

    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        editor.open(blank)
        editor.query_one(field).focus()
        await pilot.pause()
        app.screen.post_message(Paste("one\x1b[31m two\x1b]0;owned\x07\r\nthree\x00"))
        await pilot.pause()
        await pilot.pause()
        assert editor.draft is not None
        assert (editor.draft.body, editor.draft.tags) in (("one two\nthree", ()), ("", ("one", "two", "three")))
        assert (editor.draft.body == "") is (field == "#note-tags")
        assert not leaks(app.painted())


async def test_the_next_key_is_for_the_field_one_goes_to_however_soon_it_comes(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        editor.open(blank)
        assert app.focused is editor.query_one("#note-body")
        editor.action_next_field()
        assert app.focused is editor.query_one("#note-tags")
        await pilot.pause()


async def test_wide_characters_and_undo_in_the_text(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=SIZE) as pilot:
        editor.open(blank)
        await pilot.press(*"字幕é", "ctrl+z")
        assert typed_body(editor) != "字幕é"
        await pilot.press("ctrl+r")
        assert typed_body(editor) == "字幕é"


async def test_a_hundred_kilobytes_can_be_edited(blank: Sheet) -> None:
    body = "the long note goes on and on\n" * 3_500
    app, editor, messages = harness()
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        editor.open(replace(blank, draft=replace(blank.draft, body=body)))
        await pilot.press("e", "n", "d", "f2")
        assert (await sent(pilot, messages, NoteEditor.SaveWanted))[0].draft.body == body + "end"


async def test_the_editor_can_be_used_at_its_smallest(blank: Sheet) -> None:
    app, editor, _ = harness()
    async with app.run_test(size=(30, 9)) as pilot:
        editor.open(blank)
        await pilot.press(*"seen")
        assert "seen" in app.painted()
        assert "New note on ¶1" in app.painted()
