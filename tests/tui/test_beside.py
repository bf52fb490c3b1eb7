"""Two cables side by side."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.tui.page.beside import Pair, differing, in_order, lay_out_beside, paired, printed
from cablereader.tui.page.cells import cells
from cablereader.tui.screens.beside import BesideScreen
from cablereader.tui.widgets.beside_lines import BesideLines
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import BODY, Part, make_cable
from .app_tools import WIDE, opened

ONE = make_cable()


def test_equal_copies_stand_paragraph_beside_paragraph_without_a_difference() -> None:
    page = lay_out_beside(ONE, ONE, 30)
    assert page.pairs == tuple(Pair(n, n) for n in range(page.heads + len(ONE.blocks)))
    assert not any(page.differs(pair) for pair in range(len(page.pairs)))
    assert page.differences() == []


def test_a_missing_paragraph_leaves_its_side_empty() -> None:
    other = make_cable(body=[part for part in BODY if part.number != "2"])
    pairs = paired(ONE, other)
    page = lay_out_beside(ONE, other, 30)
    alone = next(pair for pair in range(page.heads, len(page.pairs)) if page.pairs[pair].right is None)
    assert page.differences() == [page.firsts[alone]]
    missing = next(index for index, block in enumerate(ONE.blocks) if block.number == "2")
    assert Pair(missing, None) in pairs
    assert len(pairs) == len(ONE.blocks)


def test_a_changed_paragraph_stands_beside_that_of_the_same_number_with_the_words_marked() -> None:
    changed = [part._replace(text=part.text.replace("coal", "tea")) if part.number == "3" else part for part in BODY]
    page = lay_out_beside(ONE, make_cable(body=changed), 40)
    pair = next(pair for pair in range(len(page.pairs)) if page.differs(pair))
    assert [page.text(pair, 0)[mark.start : mark.end] for mark in page.marks(pair, 0)] == ["coal."]
    assert [page.text(pair, 1)[mark.start : mark.end] for mark in page.marks(pair, 1)] == ["tea."]
    (row,) = page.differences()
    assert page.lines[row].pair == pair
    text = "".join(page.text(pair, 0)[cut.start : cut.end] for cut in (page.lines[row].left,) if cut)
    assert "coal." in text


def test_differences_far_apart_in_one_paragraph_are_gone_to_one_after_the_other() -> None:
    long = " ".join(["first", *("word" for _ in range(60)), "last."])
    one, other = (
        make_cable(body=[Part("paragraph", text, "1", "U")])
        for text in (long, long.replace("first", "1st").replace("last", "end"))
    )
    page = lay_out_beside(one, other, 30)
    first, last = page.differences()
    assert page.lines[first].pair == page.lines[last].pair
    assert last - first > 5
    assert not any(page.differs_in(line) for line in page.lines[first + 1 : last])


def test_fields_of_the_header_stand_beside_each_other() -> None:
    other = replace(ONE, header=ONE.header._replace(tags=("PREL",), captions=()))
    page = lay_out_beside(replace(ONE, header=ONE.header._replace(captions=("SIPDIS",))), other, 60)
    told = {(page.text(pair, 0), page.text(pair, 1)) for pair in range(page.heads) if page.differs(pair)}
    assert told == {(f"TAGS: {' '.join(ONE.header.tags)}", "TAGS: PREL"), ("Captions: SIPDIS", "")}


def test_two_different_cables_stand_each_in_its_own_order_unmarked() -> None:
    other = replace(make_cable(body=[Part("paragraph", "Only one.", "1", "U")]), id="08PORTALDER65")
    page = lay_out_beside(ONE, other, 40)
    assert [
        Pair(*(None if side is None else side - page.heads for side in pair)) for pair in page.pairs[page.heads :]
    ] == (in_order(ONE, other))
    assert not any(page.marks(pair, side) for pair in range(len(page.pairs)) for side in (0, 1))


WORDS = st.lists(st.sampled_from(["a", "b", "c", "dd", "ee"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_not_marked_is_the_same_in_both(one: str, other: str) -> None:
    def rest(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
        for start, end in reversed(marks):
            text = text[:start] + text[end:]
        return text.split()

    mine, theirs = differing(one, other)
    assert rest(one, mine) == rest(other, theirs)


BLOCKS = st.lists(st.sampled_from(["alpha beta", "gamma", "delta epsilon", "zeta"]), max_size=6)


@given(BLOCKS, BLOCKS, st.integers(10, 60))
def test_every_block_is_shown_once_and_in_order(one: list[str], other: list[str], width: int) -> None:
    left, right = (
        make_cable(body=[Part("paragraph", text, str(n), "U") for n, text in enumerate(texts, 1)])
        for texts in (one, other)
    )
    page = lay_out_beside(left, right, width)
    for side, cable in enumerate((left, right)):
        shown = [pair[side] for pair in page.pairs[page.heads :]]
        assert [page.texts[side][index] for index in shown if index is not None] == list(map(printed, cable.blocks))
    for line in page.lines:
        for side, cut in enumerate((line.left, line.right)):
            assert cut is None or cells(page.text(line.pair, side)[cut.start : cut.end]) <= width


async def test_two_cables_are_not_said_to_be_without_a_difference(samples: Path) -> None:
    async with opened(samples / "08WRENHAVEN31.txt", samples / "06PORTALDER412.txt", size=(80, 24)) as screen:
        await screen.read("08WRENHAVEN31")
        await screen.press("D", "enter")
        await screen.until(lambda: "Two different cables" in screen.painted)
        assert "Next difference" not in screen.painted
        await screen.press("n")
        assert "No difference" not in screen.painted


@pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE])
async def test_two_copies_on_the_screen(samples: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    text = (samples / "08WRENHAVEN31.txt").read_text("cp1252")
    (tmp_path / "first.txt").write_text(text, "utf-8")
    (tmp_path / "second.txt").write_text(text.replace("depositary", "custodian"), "utf-8")
    shutil.copy(samples / "06HOLLIN644.txt", tmp_path)
    async with opened(tmp_path, size=size) as screen:
        await screen.read("08WRENHAVEN31")
        await screen.press("D")
        assert "copy" in screen.painted
        await screen.press("enter")
        await screen.until(lambda: screen.on_top(BesideScreen))
        await screen.pilot.pause()
        assert "first.txt" in screen.lines[0]
        assert "second.txt" in screen.lines[0]
        assert "1 paragraph of" in screen.painted
        await screen.press("n")
        shown = screen.painted
        assert "depositary" in shown
        assert "custodian" in shown
        assert "≠" in shown
        assert "difference 1 of" in shown
        await screen.press(*"nnnnn")
        assert "none further down" in screen.painted
        top = screen.app.screen.query_one(BesideLines).scroll_offset.y
        await screen.press("j", "k", "G", "g", "space", "b", "q")
        assert not screen.on_top(BesideScreen)
        assert top >= 0
