"""What is painted before it is shown looks as if it had been painted then."""

from __future__ import annotations

import pytest
from cablereader.tui.page.paint import Look, Piece
from cablereader.tui.page.rows import Page
from cablereader.tui.widgets import reader_painter
from cablereader.tui.widgets.lines_view import filtered
from cablereader.tui.widgets.reader_page import ReaderPage
from textual.strip import Strip
from textual.widget import Widget

from .app_tools import NARROW, WIDE, Paths, Screened, opened


async def read_ahead(screen: Screened) -> None:
    """Wait until the cable after the one that is shown is painted."""
    main = screen.main
    following = main.cables.row(main.cables.cursor + 1)
    await screen.until(lambda: main._ahead.find(following))
    await screen.until(lambda: any(ahead.cable is main._ahead.find(following) for ahead in main.reader._ahead))


def seen(page: ReaderPage) -> list[Strip]:
    """The lines of the page as they are painted now."""
    return page.render_lines(page.size.region)


def assert_looks_as_painted_now(page: ReaderPage) -> None:
    """Hold the lines that are seen against the same lines painted anew."""
    before = seen(page)
    page.repaint()
    assert seen(page) == before


def rows_painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that are painted from now on."""
    painted: list[int] = []
    pieces = ReaderPage._pieces

    def noted(page: ReaderPage, shown: Page, row: int, look: Look) -> list[Piece]:
        painted.append(row)
        return pieces(page, shown, row, look)

    monkeypatch.setattr(ReaderPage, "_pieces", noted)
    return painted


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_rows_that_were_painted_ahead_are_not_painted_again(
    few: Paths, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(*few, size=size) as screen:
        await screen.press("enter")
        await read_ahead(screen)
        painted = rows_painted(monkeypatch)
        await screen.press("J")
        assert not painted
        assert_looks_as_painted_now(screen.main.reader._leaf)
        assert painted


async def test_colours_of_another_theme_are_not_used(few: Paths) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.press("enter")
        await read_ahead(screen)
        leaf = screen.main.reader._leaf
        screen.main.use_theme(next(name for name in screen.app.theme_names if name != screen.app.theme))
        await screen.press("J")
        assert_looks_as_painted_now(leaf)


async def test_a_style_that_was_found_while_the_theme_changed_is_not_kept(
    few: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(*few, size=WIDE) as screen:
        painter = screen.main.reader._leaf._painter
        painter.forget()

        def changing(widget: Widget, strips: list[Strip]) -> list[Strip]:
            painter.forget()
            return filtered(widget, strips)

        monkeypatch.setattr(reader_painter, "filtered", changing)
        painter.strip([], 0, 4)
        assert not painter._styles


async def test_notes_and_what_is_looked_for_lie_over_what_was_painted(few: Paths) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.press("enter", "right_curly_bracket", "a", *"Why", "f2")
        await screen.press("J")
        await read_ahead(screen)
        await screen.press("slash", *"the", "enter", "K")
        assert_looks_as_painted_now(screen.main.reader._leaf)


async def test_who_comes_back_finds_what_he_has_read_painted(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.press("enter")
        await read_ahead(screen)
        await screen.press("J", *["right_curly_bracket"] * 3, "K")
        painted = rows_painted(monkeypatch)
        await screen.press("J")
        assert not painted
        assert_looks_as_painted_now(screen.main.reader._leaf)


async def test_what_lay_over_the_text_is_gone_for_who_comes_back(few: Paths) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.press("enter")
        await read_ahead(screen)
        await screen.press("J")
        leaf = screen.main.reader._leaf
        plain = seen(leaf)
        await screen.press("slash", *"the", "enter")
        assert seen(leaf) != plain
        await screen.press("K", "J", "g")
        assert seen(leaf) == plain
