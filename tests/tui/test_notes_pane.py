"""The notes pane, by what it shows and by the messages it sends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cablereader.cable import Cable
from cablereader.store.drafts.box import blank
from cablereader.store.drafts.draft import Draft
from cablereader.store.notes.placing import Placed
from cablereader.tui.widgets.notes_pane import NotesLine, NotesPane
from textual.message import Message

from ..handmade import Part, make_cable
from ..hostile import LARGE, NOTES, leaks
from .notes_tools import WidgetApp, current_body, put, sent

SIZE = (44, 40)


@pytest.fixture
def placed(cable: Cable) -> list[Placed]:
    """One note on the whole cable, three on paragraphs, one whose text is gone."""
    return [
        put(cable, None, "compare 2007", ("tip",)),
        put(cable, "1", "who paid the pilots?", ("ngo", "pay")),
        put(cable, "2", "a bait tin!", state="changed"),
        put(cable, "3", "the coal is found"),
        put(cable, "2.2", "it was in the other copy", ("tip",), state="orphan"),
    ]


async def test_an_empty_pane_says_how_to_begin(cable: Cable) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, [])
        await pilot.pause()
        assert "No notes on this cable." in app.painted()
        assert "Press a on a paragraph" in app.painted()
        pane.show(None, [])
        await pilot.pause()
        assert "No notes" not in app.painted()


async def test_cards_stand_in_reading_order_and_what_is_lost_comes_last_under_its_title(
    cable: Cable, placed: list[Placed]
) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, reversed(placed))
        await pilot.pause()
        shown = app.painted()
    order = [
        "compare 2007",
        "who paid",
        "bait tin",
        "coal is found",
        "Unplaced in this copy",
        "! text not found",
        "it was in",
    ]
    assert [shown.index(words) for words in order] == sorted(shown.index(words) for words in order)
    assert "~ text changed" in shown
    assert "#ngo #pay" in shown
    assert "2 weeks ago" in shown


async def test_the_current_card_follows_the_reader(cable: Cable, placed: list[Placed]) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, placed)
        for anchor, body in (("1", "who paid the pilots?"), ("3", "the coal is found")):
            pane.follow(anchor)
            await pilot.pause()
            assert current_body(pane) == body
        pane.follow("2.1")
        assert current_body(pane) is None
        pane.follow(None)
        assert current_body(pane) == "compare 2007", "on the header one stands on the whole cable"


async def test_of_two_notes_on_a_paragraph_the_one_that_was_chosen_stays_current(cable: Cable) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, [put(cable, "1", "first"), put(cable, "1", "second")])
        pane.focus()
        await pilot.press("j")
        pane.follow("1")
        assert current_body(pane) == "second"


async def test_keys_go_through_the_cards_and_take_the_reader_along(cable: Cable, placed: list[Placed]) -> None:
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, placed)
        pane.focus()
        await pilot.press("g", "j", "down", "k", "G", "up")
        chosen = await sent(pilot, messages, NotesPane.Chosen)
        assert [message.anchor for message in chosen] == [None, "1", "2", "1", None, "3"]
        assert not any(message.go for message in chosen)
        await pilot.press("o")
        assert (await sent(pilot, messages, NotesPane.Chosen))[-1].go


async def test_a_click_chooses_and_a_second_one_edits(cable: Cable, placed: list[Placed]) -> None:
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, placed)
        await pilot.pause()
        row = app.painted().split("\n").index(next(r for r in app.painted().split("\n") if "who paid" in r))
        await pilot.click(pane.cards, offset=(8, row))
        assert [message.anchor for message in await sent(pilot, messages, NotesPane.Chosen)] == ["1"]
        assert not await sent(pilot, messages, NotesPane.EditWanted)
        await pilot.double_click(pane.cards, offset=(8, row))
        assert (await sent(pilot, messages, NotesPane.EditWanted))[0].note.body == "who paid the pilots?"


async def test_keys_ask_for_what_is_to_be_done(cable: Cable, placed: list[Placed]) -> None:
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, placed)
        pane.focus()
        await pilot.press("g", "j", "enter", "e", "d", "a")
        edits = await sent(pilot, messages, NotesPane.EditWanted)
        assert [message.note.body for message in edits] == ["who paid the pilots?"] * 2
        assert [m.note.body for m in await sent(pilot, messages, NotesPane.DeleteWanted)] == ["who paid the pilots?"]
        assert len(await sent(pilot, messages, NotesPane.AddWanted)) == 1


async def test_keys_on_no_card_ask_for_nothing(cable: Cable) -> None:
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, [])
        pane.focus()
        await pilot.press("j", "k", "g", "G", "enter", "d", "t", "o", "space", "b", "ctrl+d", "ctrl+u")
        for kind in (NotesPane.Chosen, NotesPane.EditWanted, NotesPane.DeleteWanted, NotesPane.TagsWanted):
            assert not await sent(pilot, messages, kind)


async def test_tags_are_typed_on_one_line(cable: Cable, placed: list[Placed]) -> None:
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, placed)
        pane.focus()
        await pilot.press("g", "j", "t")
        assert pane.query_one(NotesLine).value == "#ngo #pay"
        await pilot.press("comma", "n", "e", "w", "enter")
        wanted = await sent(pilot, messages, NotesPane.TagsWanted)
        assert [(message.note.body, message.tags) for message in wanted] == [
            ("who paid the pilots?", ("ngo", "pay", "new"))
        ]
        assert pane.cards.has_focus
        await pilot.press("t", "x", "escape")
        assert len(await sent(pilot, messages, NotesPane.TagsWanted)) == 1
        assert pane.cards.has_focus


async def test_the_filter_works_while_it_is_typed(cable: Cable, placed: list[Placed]) -> None:
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, placed)
        pane.focus()
        await pilot.press("slash", "number_sign", "t", "i", "p")
        await pilot.pause()
        assert [card.body for card in pane.cards.cards] == ["compare 2007", "it was in the other copy"]
        counted = (await sent(pilot, messages, NotesPane.ViewChanged))[-1]
        assert (counted.shown, counted.total) == (2, 5)
        await pilot.press("enter")
        assert pane.cards.has_focus
        assert len(pane.cards.cards) == 2
        assert pane.clear_filter()
        assert len(pane.cards.cards) == 5
        assert not pane.clear_filter()


async def test_a_filter_that_nothing_matches_says_so_and_escape_ends_it(cable: Cable, placed: list[Placed]) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, placed)
        pane.focus()
        await pilot.press("slash", "z", "z")
        await pilot.pause()
        assert "No note has these words." in app.painted()
        await pilot.press("escape")
        assert len(pane.cards.cards) == 5


async def test_another_cable_begins_without_a_filter(cable: Cable, placed: list[Placed]) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, placed)
        pane.focus()
        await pilot.press("slash", "b", "enter")
        other = make_cable("06PORTALDER413")
        pane.show(other, [put(other, "1", "unrelated")])
        await pilot.pause()
        assert [card.body for card in pane.cards.cards] == ["unrelated"]


async def test_the_current_card_stays_current_when_notes_come_and_go(cable: Cable, placed: list[Placed]) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, placed)
        pane.follow("3")
        pane.show(cable, [*placed, put(cable, "1", "a new one")])
        await pilot.pause()
        assert current_body(pane) == "the coal is found"


async def test_a_new_note_on_the_readers_block_becomes_current(cable: Cable, placed: list[Placed]) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE):
        pane.show(cable, placed)
        pane.follow("2.1")
        assert current_body(pane) is None
        pane.show(cable, [*placed, put(cable, "2.1", "coal, at last")])
        assert current_body(pane) == "coal, at last"


async def test_going_to_the_pane_begins_near_the_readers_block(cable: Cable, placed: list[Placed]) -> None:
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, placed)
        pane.follow("2.1")
        pane.focus()
        assert not await sent(pilot, messages, NotesPane.Chosen), "the reader stays where it is"
        assert current_body(pane) == "a bait tin!"


async def test_drafts_are_cards_too(cable: Cable, placed: list[Placed]) -> None:
    now = datetime.now(UTC)
    fresh = replace(blank(cable, cable.block("2.1")), body="half a thought", tags=("bell",))
    changed = Draft(cable.id or "", None, "the coal is lost", (), now, note=placed[3].note.id, rev=1)
    messages: list[Message] = []
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE, message_hook=messages.append) as pilot:
        pane.show(cable, placed, [fresh, changed])
        pane.focus()
        await pilot.pause()
        assert "draft from" in app.painted()
        assert "the coal is lost" in app.painted()
        pane.follow("2.1")
        await pilot.press("enter", "d")
        assert [message.draft for message in await sent(pilot, messages, NotesPane.DraftWanted)] == [fresh]
        assert [message.draft for message in await sent(pilot, messages, NotesPane.DraftDiscardWanted)] == [fresh]
        pane.follow("3")
        await pilot.press("enter", "d")
        assert [message.note for message in await sent(pilot, messages, NotesPane.EditWanted)] == [placed[3].note]
        assert not await sent(pilot, messages, NotesPane.DeleteWanted)


async def test_what_cannot_be_read_is_not_called_empty(cable: Cable) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.fail(cable, "06PORTALDER412.json: the file is damaged. Put back a good copy of it")
        await pilot.pause()
        assert "the file is damaged" in " ".join(app.painted().split())
        assert "No notes" not in app.painted()


@pytest.mark.parametrize("width", [24, 60])
async def test_hostile_notes_are_shown_and_not_obeyed(cable: Cable, width: int) -> None:
    notes = [put(cable, "1", body, (body[:30],)) for body in NOTES.values()]
    lost = [put(make_cable(body=[Part("paragraph", body, "9")]), "9", body, state="orphan") for body in NOTES.values()]
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=(width, 30)) as pilot:
        pane.show(cable, [*notes, *lost])
        pane.focus()
        for _ in range(12):
            await pilot.press("space")
            assert not leaks(app.painted())
        pane.action_tags()
        await pilot.pause()
        assert not leaks(app.painted())


async def test_three_hundred_notes_and_a_note_of_a_hundred_kilobytes(cable: Cable) -> None:
    notes = [put(cable, "1", f"number {number} " + "字 word " * number, ("many",)) for number in range(300)]
    notes[200] = put(cable, "1", "begin " + "long " * 20_000 + "end")
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, notes)
        pane.focus()
        await pilot.press("G")
        assert current_body(pane) == notes[299].note.body
        await pilot.pause()
        assert "number 299" in app.painted()
        pane.select(notes[200].note.id)
        await pilot.pause()
        assert "begin long" in app.painted()
        await pilot.press("j")
        assert current_body(pane) == notes[201].note.body


@pytest.mark.parametrize("name", ["line", "blank-lines-million", "combining"])
async def test_the_largest_texts_do_not_stop_the_cards(cable: Cable, name: str) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, [put(cable, "1", LARGE[name][:400_000]), put(cable, "3", "after it")])
        pane.focus()
        await pilot.press("g", "j")
        await pilot.pause()
        assert "after it" in app.painted()
        assert not leaks(app.painted())


async def test_resizing_keeps_the_current_card_in_view(cable: Cable, placed: list[Placed]) -> None:
    app = WidgetApp(pane := NotesPane())
    async with app.run_test(size=SIZE) as pilot:
        pane.show(cable, placed)
        pane.follow("3")
        await pilot.resize_terminal(20, 9)
        await pilot.pause()
        assert "the coal" in app.painted()
