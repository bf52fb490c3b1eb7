from __future__ import annotations

from dataclasses import replace

import pytest
from cablereader.cable import Cable
from cablereader.tui.page.state import COLUMN, NARROWEST, ReaderState
from cablereader.tui.widgets.reader import Reader
from textual.pilot import Pilot

from ..handmade import BODY, Part, make_cable
from .notes_tools import put
from .reader_app import ReaderApp

LONG = make_cable(
    body=[Part("paragraph", f"Paragraph {n} " + "of words " * (n * 7 % 40), str(n)) for n in range(1, 31)]
)


def bar(app: ReaderApp) -> list[str]:
    """The lines on the screen that have the cursor bar, from their first letter."""
    return [line.split("▌", 1)[1].strip() for line in app.lines if "▌" in line]


async def type_keys(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())


async def test_a_cable_opens_on_its_first_paragraph() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.pause()
        assert app.lines[1].strip() == "HARBOUR PILOTS STAY ASHORE"
        assert bar(app)[0].startswith("1 SBU   Summary: The harbour pilots")
        assert app.last(Reader.Moved).block == app.cable.blocks[0] if app.cable else False


async def test_a_cable_opens_where_it_was_left() -> None:
    app = ReaderApp(LONG, at="17")
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.pause()
        assert app.reader.current == LONG.block("17")
        assert bar(app)[0].startswith("17   Paragraph 17")


async def test_paragraph_keys_move_the_cursor_and_tell_the_screen() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await type_keys(pilot, "right_curly_bracket")
        moved = app.last(Reader.Moved).block
        assert moved is not None
        assert moved.anchor == "2"
        await type_keys(pilot, "left_curly_bracket left_curly_bracket")
        assert app.last(Reader.Moved).block is None
        assert bar(app)[0] == "HARBOUR PILOTS STAY ASHORE"


@pytest.mark.parametrize(
    ("keys", "first", "block"),
    [
        ("j", 1, "1"),
        ("down down", 2, "1"),
        ("space", 22, "6"),
        ("space b", 0, "1"),
        ("ctrl+d", 12, "4"),
        ("ctrl+d ctrl+u", 0, "1"),
        ("G", None, "30"),
        ("G g", 0, "1"),
        ("end home", 0, "1"),
        ("pagedown pageup", 0, "1"),
    ],
)
async def test_scrolling_takes_the_cursor_along(keys: str, first: int | None, block: str) -> None:
    app = ReaderApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await type_keys(pilot, keys)
        top = app.query_one("#page").scroll_offset.y
        assert app.reader.current == LONG.block(block)
        assert bar(app)
        assert first is None or top == first


async def test_the_wheel_takes_the_cursor_along() -> None:
    app = ReaderApp(LONG)
    async with app.run_test(size=(80, 12), message_hook=app.hook) as pilot:
        await pilot.pause()
        page = app.query_one("#page")
        page.scroll_to(y=60, animate=False)
        await pilot.pause()
        assert bar(app)
        moved = app.last(Reader.Moved).block
        assert moved is app.reader.current is not LONG.blocks[0]


async def test_the_place_survives_source_header_column_and_size() -> None:
    app = ReaderApp(LONG, at="20")
    async with app.run_test(size=(90, 24), message_hook=app.hook) as pilot:
        await pilot.pause()
        before = app.lines
        await type_keys(pilot, "R")
        assert "20. Paragraph 20" in bar(app)[0]
        await type_keys(pilot, "R")
        assert app.lines == before
        await type_keys(pilot, "H")
        assert app.lines[1].strip() == "HARBOUR PILOTS STAY ASHORE"
        await type_keys(pilot, "H")
        assert app.lines == before
        await type_keys(pilot, "minus minus minus")
        assert bar(app)[0].startswith("20   Paragraph 20")
        await pilot.resize_terminal(50, 16)
        await pilot.pause()
        assert "Paragraph 20" in bar(app)[0]
        assert app.reader.state().anchor == "20"


async def test_the_header_unfolds_at_the_top_and_folds_again() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.pause()
        before = app.lines
        await type_keys(pilot, "H")
        assert app.lines[3].endswith("H less")
        assert any("From           AMEMBASSY PORT ALDER" in line for line in app.lines)
        assert app.reader.state().header_open
        await type_keys(pilot, "H")
        assert app.lines == before


async def test_the_source_is_shown_untouched() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(80, 30)) as pilot:
        await type_keys(pilot, "R")
        assert app.reader.state().raw
        assert any(line.strip() == "SUBJECT: HARBOUR PILOTS STAY ASHORE" for line in app.lines)
        assert any(line.strip(" ▌").startswith("1. (SBU) Summary:") for line in app.lines)


async def test_the_column_is_told_and_kept_within_bounds() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(120, 24), message_hook=app.hook) as pilot:
        await type_keys(pilot, "plus")
        assert app.last(Reader.ColumnChanged).width == COLUMN + 4
        await type_keys(pilot, "equals_sign")
        assert app.last(Reader.ColumnChanged).width == COLUMN
        await type_keys(pilot, "minus " * 20)
        assert app.last(Reader.ColumnChanged).width == NARROWEST


async def test_a_remembered_state_is_taken_over() -> None:
    app = ReaderApp(make_cable(), state=ReaderState(column=60, header_open=True))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert any("Telegram       06PORTALDER412" in line for line in app.lines)
        assert app.reader.state() == ReaderState("1", header_open=True, column=60)


async def test_note_keys_ask_for_a_note_on_paragraph_or_cable() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await type_keys(pilot, "right_curly_bracket a")
        wanted = app.last(Reader.NoteWanted)
        assert wanted.block is not None
        assert (wanted.block.anchor, wanted.selection) == ("2", None)
        await type_keys(pilot, "g left_curly_bracket a")
        assert app.last(Reader.NoteWanted).block is None


async def test_notes_are_marked_visited_and_edited() -> None:
    cable = make_cable()
    app = ReaderApp(cable, notes=[cable.block("2"), cable.block("3"), None])
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        await pilot.pause()
        assert [line.strip()[:12] for line in app.lines if "●" in line] == [
            "● HARBOUR PI",
            "2 U   ● Polo",
            "3 C   ● The ",
        ]
        await type_keys(pilot, "e")
        assert not [message for message in app.sent if isinstance(message, Reader.NoteEditWanted)]
        await type_keys(pilot, "right_square_bracket enter")
        edited = app.last(Reader.NoteEditWanted).block
        assert edited == cable.block("2")
        await type_keys(pilot, "right_square_bracket right_square_bracket")
        assert app.reader.current == cable.block("3")
        assert "No note further down" in app.last(Reader.Meaning).text.plain
        await type_keys(pilot, "left_square_bracket left_square_bracket")
        assert app.reader.current is None


async def test_notes_that_have_lost_their_place_are_marked_nowhere() -> None:
    cable = make_cable()
    app = ReaderApp(cable)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        app.reader.set_notes([put(cable, "2", "lost", state="orphan")])
        await pilot.pause()
        assert not [line for line in app.lines if "●" in line]


async def test_going_to_an_anchor_brings_it_into_view() -> None:
    app = ReaderApp(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.reader.go_to("25")
        await pilot.pause()
        assert bar(app)[0].startswith("25   Paragraph 25")
        app.reader.go_to("no such anchor")
        assert app.reader.current == LONG.block("25")


async def test_an_anchor_asked_for_before_there_is_room_is_gone_to_later() -> None:
    app = ReaderApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.reader.show(LONG)
        app.reader.go_to("25")
        await pilot.pause()
        assert app.reader.current == LONG.block("25")


async def test_copying_a_paragraph_takes_its_citation_along() -> None:
    app = ReaderApp(make_cable(), at="3")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "y")
        text, citation = app.copied.split("\n\n")
        assert text == BODY[7].text
        assert "06 PORT ALDER 412" in citation
        assert "para. 3" in citation


async def test_with_no_cable_the_page_says_what_to_do() -> None:
    app = ReaderApp()
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.pause()
        assert app.lines[1].strip() == "No cable is open. Choose one in the list and press enter."
        await type_keys(pilot, "j } R H a y i I n slash x escape G g minus".replace("}", "right_curly_bracket"))
        assert app.lines[1].strip() == "No cable is open. Choose one in the list and press enter."


async def test_a_file_that_cannot_be_read_says_why() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.reader.show_problem("Permission denied: ask its owner")
        await pilot.pause()
        assert [line.strip() for line in app.lines if line] == ["Permission denied: ask its owner."]
        app.reader.show_problem("No telegram was found", "dear diary")
        await pilot.pause()
        assert [line.strip() for line in app.lines if line][-1] == "dear diary"


async def test_another_cable_begins_anew() -> None:
    app = ReaderApp(LONG, at="25")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "R")
        app.reader.show(make_cable())
        await pilot.pause()
        assert app.lines[1].strip() == "HARBOUR PILOTS STAY ASHORE"
        assert app.reader.state() == ReaderState("1")


async def test_another_theme_paints_other_colours() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        dark = app.query_one("#page").render_line(1)
        app.theme = "light"
        await pilot.pause()
        assert app.query_one("#page").render_line(1) != dark


async def test_wide_tables_move_sideways_and_text_does_not(cable: Cable) -> None:
    wide = make_cable(body=[Part("table", "A" * 60 + "B" * 60), Part("paragraph", "plain text")])
    app = ReaderApp(wide)
    async with app.run_test(size=(50, 24)) as pilot:
        await pilot.pause()
        assert any(line.endswith("A›") for line in app.lines)
        await type_keys(pilot, "greater_than_sign " * 10)
        assert any("‹" in line and line.endswith("B") for line in app.lines)
        assert any(line.strip() == "plain text" for line in app.lines)
        await type_keys(pilot, "less_than_sign " * 10)
        assert any(line.endswith("A›") for line in app.lines)


async def test_a_note_on_what_is_no_cable_is_refused() -> None:
    app = ReaderApp(replace(make_cable(body=()), id=None))
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await type_keys(pilot, "a")
        assert "needs a cable" in app.last(Reader.Meaning).text.plain
