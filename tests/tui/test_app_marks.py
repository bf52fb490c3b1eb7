"""Marks on cables on the whole screen: read and unread, flags, tags, bookmarks, the way on, and places kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable.cite import cite
from cablereader.store.places import places
from cablereader.store.reading import Change, Reading
from cablereader.tui import marks
from cablereader.tui.row_text import FLAGGED, UNREAD
from cablereader.tui.screens import marking
from cablereader.tui.screens.pick import Pick
from cablereader.tui.screens.tagging import AskTags
from hypothesis import given
from hypothesis import strategies as st

from .app_tools import MIDDLE, NARROW, WIDE, Paths, Screened, opened


@pytest.fixture
def reading() -> Reading:
    """The marks as another window sees them."""
    return Reading(places().state)


@pytest.fixture(autouse=True)
def at_leisure(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cable counts as read by the clock: tests say when."""
    monkeypatch.setattr(marking, "_A_MOMENT", 600.0)


def mark_of(screen: Screened, cable: str) -> str:
    """The cell before the date of a cable in the list."""
    number = next(number for number, entry in enumerate(screen.entries) if entry.id == cable)
    row = screen.main.cables.row(number)
    assert row.date is not None
    line = next(line for line in screen.lines if f"{row.date:%Y-%m-%d}" in line)
    return line[line.index(f"{row.date:%Y-%m-%d}") - 1]


async def test_a_cable_is_read_once_it_was_moved_in(few: Paths, reading: Reading) -> None:
    async with opened(*few, size=WIDE) as screen:
        assert mark_of(screen, "08WRENHAVEN31") == UNREAD
        await screen.read("08WRENHAVEN31")
        assert reading.read_ids() == frozenset()
        await screen.press("right_curly_bracket")
        await screen.until(lambda: reading.read_ids() == {"08WRENHAVEN31"})
        await screen.pilot.pause()
        assert mark_of(screen, "08WRENHAVEN31") == " "
        await screen.press("J", "1")
        assert reading.read_ids() == {"08WRENHAVEN31"}, "what is passed on the way stays unread"


async def test_a_cable_is_read_after_a_moment_before_the_reader(
    few: Paths, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "_A_MOMENT", 0.05)
    async with opened(*few, size=WIDE) as screen:
        await screen.pilot.pause(0.3)
        assert reading.read_ids() == frozenset(), "what is seen beside the list stays unread"
        await screen.press("2")
        await screen.until(lambda: reading.read_ids() == {"08WRENHAVEN31"})


async def test_read_flag_and_tags_are_taken_back_one_after_the_other(few: Paths, reading: Reading) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.press("r", "exclamation_mark", "t")
        assert screen.on_top(AskTags)
        await screen.press(*"ngo", "enter")
        cable = "08WRENHAVEN31"
        assert reading.read_ids() == reading.flagged_ids() == reading.tagged("ngo") == {cable}
        assert mark_of(screen, cable) == FLAGGED
        assert "flagged  #ngo" in screen.painted
        await screen.press("u")
        assert reading.tags(cable) == ()
        assert "flagged  #ngo" not in screen.painted
        await screen.press("u", "u")
        assert (reading.read_ids(), reading.flagged_ids()) == (frozenset(), frozenset())
        assert mark_of(screen, cable) == UNREAD
        await screen.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert reading.read_ids() == reading.flagged_ids() == reading.tagged("ngo") == {cable}


async def test_a_cable_marked_unread_stays_so_while_it_is_looked_at(few: Paths, reading: Reading) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.read("08WRENHAVEN31")
        await screen.press("right_curly_bracket", "r", "right_curly_bracket")
        assert reading.read_ids() == frozenset()


async def test_a_tag_that_was_used_before_is_proposed(few: Paths, reading: Reading) -> None:
    reading.tag(["X"], "to cite")
    async with opened(*few, size=WIDE) as screen:
        await screen.press("t", *"#ngo", "space", *"to")
        await screen.pilot.pause(0.1)
        await screen.press("tab", "enter")
        assert reading.tags("08WRENHAVEN31") == ("ngo", "to cite")


async def test_marks_of_another_window_appear(few: Paths, reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "_ELSEWHERE", 0.05)
    async with opened(*few, size=WIDE) as screen:
        reading.flag(["06PORTALDER412"])
        await screen.until(lambda: mark_of(screen, "06PORTALDER412") == FLAGGED)


async def test_the_next_unread_is_found_round_the_end_of_the_list(few: Paths, reading: Reading) -> None:
    reading.mark_read(["08PORTALDER65"])
    async with opened(*few, size=WIDE) as screen:
        await screen.read("08WRENHAVEN31")
        await screen.press("full_stop")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "06PORTALDER412")
        assert screen.pane == "reader"
        await screen.press("full_stop")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "08WRENHAVEN31")
        reading.mark_read(["06PORTALDER412"])
        await screen.press("comma")
        assert "No other cable of the list is unread" in screen.painted


@given(st.lists(st.none() | st.integers(0, 3), max_size=12), st.integers(0, 11), st.sampled_from([1, -1]), st.data())
def test_the_next_unread_is_the_nearest_whatever_is_asked_at_once(
    cables: list[int | None], cursor: int, step: int, data: st.DataObject
) -> None:
    read = {str(cable) for cable in data.draw(st.sets(st.integers(0, 3)))}
    rows = [100 + place for place in range(len(cables))]
    names = {row: str(cable) for row, cable in zip(rows, cables, strict=True) if cable is not None}
    places = [(cursor + step * away) % len(rows) for away in range(1, len(rows))] if rows else []
    expected = next((place for place in places if rows[place] in names and names[rows[place]] not in read), None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "_FEW", 2)
        patch.setattr(marks, "_MANY", 3)
        found = marks.next_unread(
            rows, cursor, step, lambda some: {row: names[row] for row in some if row in names}, read
        )
    assert found == expected


async def test_space_reads_on_into_the_next_unread_cable_with_a_word_about_it(few: Paths, reading: Reading) -> None:
    async with opened(*few, size=MIDDLE) as screen:
        await screen.read("08WRENHAVEN31")
        for _ in range(40):
            await screen.press("space")
            if "The end; space goes on to" in screen.painted:
                break
        assert "The end; space goes on to 08PORTALDER65" in screen.painted
        assert screen.main.entry is not None
        assert screen.main.entry.id == "08WRENHAVEN31"
        await screen.press("space")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "08PORTALDER65")
        assert reading.read_ids() == {"08WRENHAVEN31"}
        assert "Unread: 08PORTALDER65" in screen.painted


async def test_a_bookmark_is_set_listed_gone_to_and_taken_away(few: Paths, reading: Reading) -> None:
    async with opened(*few, size=WIDE) as screen:
        await screen.read("08WRENHAVEN31")
        await screen.press("right_curly_bracket", "right_curly_bracket")
        block = screen.main.reader.current
        assert block is not None
        await screen.press("m")
        assert [(mark.cable, mark.anchor) for mark in reading.bookmarks()] == [("08WRENHAVEN31", block.anchor)]
        assert "◆" in screen.painted
        await screen.read("06PORTALDER412")
        assert "◆" not in screen.painted
        await screen.press("apostrophe")
        assert screen.on_top(Pick)
        await screen.press("enter")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "08WRENHAVEN31")
        await screen.pilot.pause()
        assert screen.main.reader.current is not None
        assert screen.main.reader.current.anchor == block.anchor
        await screen.press("backspace")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "06PORTALDER412")
        await screen.press("apostrophe", "d", "escape")
        assert reading.bookmarks() == []
        await screen.press("u")
        assert [mark.anchor for mark in reading.bookmarks()] == [block.anchor]


async def test_a_cable_is_found_again_where_it_was_left_at_any_width(samples: Path) -> None:
    async with opened(samples / "06HOLLIN644.txt", size=NARROW) as screen:
        await screen.until(lambda: screen.main.entry)
        await screen.press("right_curly_bracket", *["j"] * 25)
        anchor, offset = screen.main.reader.stopped_at()
        await screen.press("Q")
    async with opened(samples / "06HOLLIN644.txt", size=(74, 20)) as screen:
        await screen.until(lambda: screen.main.entry)
        await screen.pilot.pause()
        block = screen.main.reader.current
        assert block is not None
        assert block.anchor == anchor
        assert offset > 0
        top = next(line for line in screen.lines[1:] if line.strip())
        first = block.text.index(top[1:].strip()[-20:])
        assert first - 80 < offset <= first + 80, "the same words, within a line, are at the top"


async def test_what_was_read_before_is_listed_and_gone_back_to(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        for cable in ("08WRENHAVEN31", "06PORTALDER412"):
            await screen.read(cable)
            await screen.press("right_curly_bracket")
        await screen.press("V")
        listed = [line for line in screen.lines if "just now" in line]
        assert ["06PORTALDER412 ¶" in listed[0], "08WRENHAVEN31 ¶" in listed[1]] == [True, True]
        assert len(listed) == 2
        await screen.press("slash", *"wren", "enter", "enter")
        await screen.until(lambda: screen.main.entry and screen.main.entry.id == "08WRENHAVEN31")
        assert screen.pane == "reader"


async def test_what_is_copied_is_cited_as_the_settings_say(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = places().settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[cite]\nstyle = "plain"\n', "utf-8")
    async with opened(*few, size=NARROW) as screen:
        await screen.read("08WRENHAVEN31")
        copied: list[str] = []
        monkeypatch.setattr(screen.app, "copy_to_clipboard", copied.append)
        await screen.press("Y")
        cable = screen.main.cable
        assert cable is not None
        assert copied[0].startswith(cite(cable, None, "plain"))
        assert cite(cable, None, "plain") != cite(cable, None)


@pytest.mark.parametrize(
    ("anchor", "place"), [("3", "¶3"), ("3.1", "¶3 [1]"), ("0.1", "the start [1]"), ("", "the header")]
)
def test_a_bookmark_is_told_by_the_label_of_its_place(anchor: str, place: str) -> None:
    change = Change("bookmark", come=(("06MEXICO1", anchor, "", ""),))
    assert marks.describe_marks(change) == f"Bookmark set at {place} of 06MEXICO1"


async def test_nothing_is_listed_again_where_nothing_has_changed(few: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(*few, size=NARROW) as screen:
        listed: list[str] = []
        monkeypatch.setattr(screen.main, "list_again", lambda: listed.append("again"))
        for _ in range(2):
            screen.main._look_elsewhere()
            screen.main._look_at_sources()
        assert not listed
