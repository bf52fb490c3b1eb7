"""Following, copying and leaping in the reader."""

from __future__ import annotations

from cablereader.cable import Reference
from cablereader.tui.history import Stand
from cablereader.tui.screens.dialogs import Choose
from cablereader.tui.widgets.reader import Reader
from cablereader.tui.widgets.reader_page import ReaderPage

from ..handmade import Part, make_cable
from .reader_app import ReaderApp

CABLE = make_cable(
    body=[
        Part("paragraph", "As ref A said, and para 9 says again; more septel, or at www.example.org.", "1"),
        *(Part("paragraph", f"Point {number}. " + "The tide turns. " * 12, str(number)) for number in range(2, 13)),
    ],
    references=(Reference("A", "PORT ALDER 398", "06PORTALDER398"),),
)
SIZE = (70, 24)


def said(app: ReaderApp) -> str:
    return app.last(Reader.Meaning).text.plain


async def test_a_number_goes_to_the_paragraph_and_the_place_is_remembered() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        before = app.reader.stand()
        await pilot.press("o")
        assert any("and2para 9" in line for line in app.lines)
        await pilot.press("2")
        assert app.reader.current == CABLE.block("9")
        assert app.last(Reader.Left).stand == before
        assert said(app) == "Followed to ¶9; backspace goes back."
        await pilot.pause()
        await pilot.press("right_curly_bracket")
        await pilot.pause()
        assert said(app) == ""
        app.reader.return_to(before)
        assert app.reader.stand() == before


async def test_with_the_hints_that_another_size_takes_away_goes_what_was_said_of_them() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("o")
        assert said(app).startswith("Type a hint")
        await pilot.resize_terminal(SIZE[0] - 10, SIZE[1])
        await pilot.pause()
        assert not any("2para 9" in line for line in app.lines)
        assert said(app) == ""


async def test_a_reference_asks_the_screen_for_its_telegram() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("o", "1")
        assert app.last(Reader.FollowWanted).id == "06PORTALDER398"


async def test_enter_follows_the_first_link_of_the_paragraph() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("o", "enter")
        assert app.last(Reader.FollowWanted).id == "06PORTALDER398"


ONE_EACH = make_cable(
    body=[
        Part("paragraph", "As para 4 says, and para 4 again.", "1"),
        Part("paragraph", "See para 4, or septel.", "2"),
        Part("paragraph", "More septel.", "3"),
        Part("paragraph", "The tide turns.", "4"),
    ],
    references=(Reference("A", "PORT ALDER 398", "06PORTALDER398"),),
)


async def test_enter_follows_the_one_thing_that_a_paragraph_refers_to_though_it_has_a_note() -> None:
    app = ReaderApp(ONE_EACH, at="1", notes=[ONE_EACH.block("1")])
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("enter")
        assert app.reader.current == ONE_EACH.block("4")
        assert not any(isinstance(message, Reader.NoteEditWanted) for message in app.sent)


async def test_enter_puts_hints_on_several_things_of_the_paragraph_alone() -> None:
    app = ReaderApp(ONE_EACH, at="2")
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("enter")
        assert said(app) == "A number or letter follows, esc leaves."
        assert "As para 4 says, and para 4 again." in app.lines[app.query_one(ReaderPage).page.spot(0)[0]]  # type: ignore[union-attr]  # it has a page
        await pilot.press("2")
        assert said(app).startswith("septel: a separate telegram")
        await pilot.press("enter", "enter")
        assert app.reader.current == ONE_EACH.block("4")


async def test_enter_on_the_header_leads_to_its_references() -> None:
    app = ReaderApp(ONE_EACH)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("left_curly_bracket", "enter")
        assert any("06PORTALDER398" in line for line in app.lines)
        await pilot.press("enter")
        assert app.last(Reader.FollowWanted).id == "06PORTALDER398"


async def test_enter_edits_the_note_where_nothing_can_be_followed() -> None:
    app = ReaderApp(ONE_EACH, at="4", notes=[ONE_EACH.block("4"), ONE_EACH.block("3")])
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("enter")
        assert app.last(Reader.NoteEditWanted).block == ONE_EACH.block("4")
        app.reader.go_to("3")
        await pilot.press("enter")
        assert app.last(Reader.NoteEditWanted).block == ONE_EACH.block("3")
    app = ReaderApp(ONE_EACH, at="4")
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("enter")
        assert said(app) == "Nothing to follow here, and no note to edit; a writes one."


async def test_a_septel_says_so_and_an_address_is_copied() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("o", "3")
        assert said(app) == "septel: a separate telegram, whose number is not told here."
        await pilot.press("o", "4")
        assert app.copied == "www.example.org"
        assert said(app) == "Sent to the terminal (OSC 52): the address."


async def test_esc_and_other_keys_take_the_hints_away() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        page = app.query_one(ReaderPage)
        plain = app.lines
        for key in ("escape", "z", "a"):
            await pilot.press("o")
            assert app.lines != plain
            await pilot.press(key)
            assert app.lines == plain
        assert not any(isinstance(message, Reader.NoteWanted) for message in app.sent)
        await pilot.press("o", "down")
        assert page.links == ()
        assert page.scroll_offset.y == 1


async def test_where_there_is_nothing_to_follow_that_is_said() -> None:
    app = ReaderApp(make_cable(references=()))
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("o")
        assert said(app) == "Nothing to follow in view."
        await pilot.press("R", "o")
        assert "R goes back" in said(app)


async def test_the_reference_line_is_one_key_further_from_anywhere_and_the_place_is_kept() -> None:
    app = ReaderApp(CABLE, at="7")
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        plain, stand = app.lines, app.reader.stand()
        await pilot.press("o")
        assert any("REF" not in line and "1" in line and "06PORTALDER398" in line for line in app.lines)
        for key in ("escape", "z", "o"):
            await pilot.press(key)
            assert (app.lines, app.reader.stand()) == (plain, stand)
            await pilot.press("o")
        await pilot.press("1")
        assert app.last(Reader.FollowWanted).id == "06PORTALDER398"
        assert (app.lines, app.reader.stand()) == (plain, stand)
        assert not app.reader.state().header_open


async def test_a_second_time_the_hints_are_those_of_the_reference_line() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        plain = app.lines
        await pilot.press("o")
        assert said(app) == "Type a hint; o again: its reference, esc leaves."
        assert not any("06PORTALDER398" in line for line in app.lines)
        await pilot.press("o")
        assert any("1 06PORTALDER398" in line for line in app.lines)
        await pilot.press("escape")
        assert app.lines == plain


async def test_the_way_back_is_asked_of_the_screen() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        for key, step in (("backspace", -1), ("alt+right", 1), ("alt+left", -1)):
            await pilot.press(key)
            assert app.last(Reader.TurnWanted).step == step


async def test_a_place_is_stood_at_again_whatever_was_done_meanwhile() -> None:
    app = ReaderApp(CABLE, at="6")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "j", "right_curly_bracket")
        stand = app.reader.stand()
        assert stand.anchor == "7"
        await pilot.press("G", "H")
        app.reader.return_to(stand)
        assert app.reader.stand() == stand
        app.reader.return_to(Stand("77", 3))
        assert app.reader.stand() == stand


async def test_what_was_offered_is_copied_until_the_cursor_moves() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        app.reader.offer("telegram 07 MEXICO 5704")
        await pilot.press("y")
        assert app.copied == "telegram 07 MEXICO 5704"
        await pilot.press("right_curly_bracket", "y")
        assert app.copied.startswith("Point 2.")
        assert said(app) == "Sent to the terminal (OSC 52): the paragraph with its citation."


async def test_the_whole_cable_is_copied() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("Y")
        assert "12. Point 12." in app.copied
        assert said(app) == "Sent to the terminal (OSC 52): the whole cable with its citation."


async def test_the_outline_leaps_to_a_paragraph() -> None:
    app = ReaderApp(CABLE, at="3")
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("O")
        await pilot.pause()
        assert isinstance(app.screen, Choose)
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert app.reader.current == CABLE.block("5")
        assert app.last(Reader.Left).stand.anchor == "3"


async def test_a_text_without_paragraphs_has_no_outline() -> None:
    app = ReaderApp(make_cable(body=[Part("continuation", "Only words.")]))
    async with app.run_test(size=SIZE, message_hook=app.hook) as pilot:
        await pilot.press("O")
        assert not isinstance(app.screen, Choose)
        assert "no numbered paragraph" in said(app)
