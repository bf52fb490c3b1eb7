"""What is painted in parts is what Textual itself would paint there, with less asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from cablereader.tui.compositing import SparingCompositor
from cablereader.tui.widgets.lines_view import Bar, LinesView
from cablereader.tui.widgets.note_cards import NoteCards
from cablereader.tui.widgets.one_line import OneLine
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from .app_tools import NARROW, WIDE, Paths, Screened, opened


def painted(compositor: Compositor, screen: Screened, regions: set[Region]) -> str:
    """What is written to the terminal where these regions have changed."""
    compositor._dirty_regions = set(regions)
    update = compositor.render_partial_update()
    return update.render_segments(screen.app.console) if update is not None else ""


def cells_of(strips: list[Strip]) -> list[tuple[str, object, object, object]]:
    """The cells of a line as they look; of a blank one the colour of its ground."""

    def look(segment: Segment) -> tuple[object, object, object]:
        style = segment.style
        assert style is not None
        if not segment.text.strip():
            return None, style.color if style.reverse else style.bgcolor, style.reverse
        return style.color, style.bgcolor, (style.bold, style.reverse)

    return [(cell, *look(segment)) for strip in strips for segment in strip for cell in segment.text]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_part_of_the_screen_is_painted_as_textual_paints_it(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as screen:
        await screen.press("enter", "j")
        ours = screen.main._compositor
        assert isinstance(ours, SparingCompositor)
        theirs = Compositor()
        theirs.__dict__.update(ours.__dict__)
        dice, (width, height) = Random(6), size
        for _ in range(100):
            regions = {
                Region(dice.randrange(width), dice.randrange(height), dice.randint(1, width), dice.randint(1, 4))
                for _ in range(dice.randint(1, 4))
            }
            regions = {region.intersection(Region(0, 0, width, height)) for region in regions}
            assert painted(ours, screen, regions) == painted(theirs, screen, regions)


async def test_only_what_changed_is_asked_for_its_lines(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(*few, size=WIDE) as screen:
        asked: list[tuple[Widget, int]] = []
        render_lines = LinesView.render_lines

        def noted(view: LinesView, crop: Region) -> list[Strip]:
            asked.append((view, crop.height))
            return render_lines(view, crop)

        monkeypatch.setattr(LinesView, "render_lines", noted)
        cables = screen.main.cables
        line = Region(cables.region.x, cables.region.y + 1, cables.region.width, 1)
        painted(screen.main._compositor, screen, {line, screen.main.status.region})
        assert asked == [(cables, 1)]
        assert not any(isinstance(view, NoteCards) for view, _ in asked)


async def test_bars_and_lines_look_as_textual_would_paint_them(few: Paths) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.press("enter")
        for line in screen.main.query(OneLine):
            if line.size.width and line.is_on_screen:
                crop = Region(0, 0, line.outer_size.width, 1)
                assert cells_of(line.render_lines(crop)) == cells_of(Widget.render_lines(line, crop))
        bar = screen.main.reader._leaf.vertical_scrollbar
        assert isinstance(bar, Bar)
        crop = bar.size.region
        for rows in (10, 40, 300):
            bar.window_virtual_size = rows
            for position in (0, 3, rows // 2):
                bar.position = position
                await screen.pilot.pause()
                assert cells_of(bar.render_lines(crop)) == cells_of(ScrollBar.render_lines(bar, crop))


async def test_who_stands_behind_keeps_its_size_and_is_not_seen(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        main = screen.main
        page, cables = main.reader._leaf, main.cables
        assert page.size.height == cables.size.height
        assert page.size.width > 1
        assert main.is_behind(page)
        assert not main.is_behind(cables)
        assert page not in main._compositor.visible_widgets
        assert main.get_widget_at(5, 5)[0] is cables
        await screen.press("enter")
        assert main.is_behind(cables)
        assert main.get_widget_at(5, 5)[0] is page


@pytest.mark.parametrize("keys", [("enter", "1"), ("enter", "3", "2", "1", "3", "1")])
async def test_the_way_between_panes_that_stand_alone_lays_nothing_out(
    few: Paths, keys: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(*few, size=NARROW) as screen:
        laid_out: list[Size] = []
        reflow = SparingCompositor.reflow

        def noted(compositor: SparingCompositor, parent: Widget, size: Size) -> ReflowResult:
            laid_out.append(size)
            return reflow(compositor, parent, size)

        monkeypatch.setattr(SparingCompositor, "reflow", noted)
        before = screen.lines
        await screen.press(*keys)
        assert screen.lines == before
        assert not laid_out


async def test_what_is_written_for_a_pane_that_comes_forward_is_the_whole_pane(
    few: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(*few, size=NARROW) as screen:
        written: set[int] = set()
        render = SparingCompositor.render_partial_update

        def noted(compositor: SparingCompositor) -> ChopsUpdate | None:
            update = render(compositor)
            if update is not None:
                written.update(y for y, _, _ in update.spans)
            return update

        monkeypatch.setattr(SparingCompositor, "render_partial_update", noted)
        await screen.press("enter")
        page = screen.main.reader._leaf
        assert written >= set(page.region.line_range)


async def test_what_changes_behind_is_not_painted(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        compositor = screen.main._compositor
        compositor.update_widgets({screen.main.reader._leaf})
        assert not compositor._dirty_regions
        screen.main.reader._leaf.refresh()
        compositor.update_widgets({screen.main.reader._leaf, screen.main.cables})
        assert not compositor._dirty_regions


async def test_of_lines_that_are_too_short_yet_nothing_is_lost(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(*few, size=WIDE) as screen:
        cables, whole = screen.main.cables, list(screen.lines)
        width = cables.region.width
        render = cables.render_lines
        monkeypatch.setattr(cables, "render_lines", lambda crop: [line.crop(0, width - 1) for line in render(crop)])
        assert [line[: width - 1] for line in screen.lines] == [line[: width - 1] for line in whole]


async def test_a_line_that_others_complete_is_painted_as_it_is(few: Paths) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.press("enter")
        compositor, page = screen.main._compositor, screen.main.reader._leaf
        chops = compositor._render_chops(screen.main.region, lambda y: True)
        (row, *_), x = page.region.line_range, page.region.x
        assert chops[row][x] is page.render_lines(page.size.region)[0]


async def test_who_comes_to_be_seen_between_two_layouts_is_cut_out_of_the_lines(few: Paths) -> None:
    async with opened(*few, size=WIDE) as screen:
        compositor, whole = screen.main._compositor, list(screen.lines)
        width, height = WIDE
        compositor._cuts = [[0, width] for _ in range(height)]
        compositor._visible_widgets = None  # what Textual does then; the edges of before it leaves
        assert screen.lines == whole
