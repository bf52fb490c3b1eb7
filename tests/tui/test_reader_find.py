from __future__ import annotations

from cablereader.tui.widgets.reader import Reader

from ..handmade import Part, make_cable
from .reader_app import ReaderApp

CABLE = make_cable(
    body=[Part("paragraph", f"Paragraph {n} has a bell and a Bell in it. " * 4, str(n)) for n in range(1, 16)]
)


async def test_what_is_typed_is_found_at_once_and_counted() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.press("slash", *"bell")
        found = app.last(Reader.FindChanged)
        assert (found.k, found.n, found.query) == (1, 120, "bell")
        await pilot.press("enter", "n", "n", "N")
        found = app.last(Reader.FindChanged)
        assert (found.k, found.n, found.wrapped) == (2, 120, False)
        await pilot.press("N", "N")
        found = app.last(Reader.FindChanged)
        assert (found.k, found.wrapped) == (120, True)
        assert app.reader.current == CABLE.block("15")


async def test_a_capital_counts() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.press("slash", *"Bell")
        assert app.last(Reader.FindChanged).n == 60


async def test_escape_forgets_and_goes_back_to_where_one_was() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.pause()
        before = app.lines
        await pilot.press("slash", *["paragraph", "space", "9"], *"paragraph")
        await pilot.press("escape")
        await pilot.pause()
        assert app.lines == before
        assert (app.last(Reader.FindChanged).n, app.last(Reader.FindChanged).query) == (0, "")
        assert app.focused is app.query_one("#page")


async def test_what_is_not_found_is_said_and_moves_nothing() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.pause()
        before = app.lines[:20]
        await pilot.press("slash", *"whistle")
        found = app.last(Reader.FindChanged)
        assert (found.k, found.n) == (0, 0)
        assert app.lines[:20] == before
        await pilot.press("enter", "n")
        assert app.last(Reader.Meaning).text.plain == "Not found: whistle"


async def test_with_nothing_looked_for_n_says_how() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.press("n")
        assert "press /" in app.last(Reader.Meaning).text.plain


async def test_arrows_go_from_hit_to_hit_while_typing() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.press("slash", *"bell", "down", "down", "up")
        assert app.last(Reader.FindChanged).k == 2


async def test_hits_stay_when_the_page_is_laid_out_anew_and_in_the_source() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        await pilot.press("slash", *"bell", "enter", "n", "minus")
        await pilot.press("n")
        assert app.last(Reader.FindChanged).k == 3
        await pilot.press("R", "n")
        assert app.last(Reader.FindChanged).n == 120


async def test_clearing_what_was_found_says_whether_there_was_anything() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        assert not app.reader.clear_find()
        await pilot.press("slash", *"bell", "enter")
        assert app.reader.clear_find()
        await pilot.pause()
        assert app.last(Reader.FindChanged).n == 0


async def test_hits_are_painted() -> None:
    app = ReaderApp(make_cable(body=[Part("paragraph", "a bell and a bell")]))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("slash", *"bell", "enter")
        page = app.query_one("#page")
        row = next(y for y in range(12) if "a bell" in page.render_line(y).text)
        segments = [segment for segment in page.render_line(row) if segment.text == "bell"]
        backgrounds = {segment.style.bgcolor for segment in segments if segment.style}
        assert len(segments) == len(backgrounds) == 2
