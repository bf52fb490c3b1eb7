"""What was mended, in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cablereader.cable import Repair, read_cable
from cablereader.tui.page.mended import KINDS, mended

from ..handmade import make_cable
from ..hostile import leaks


def test_each_repair_tells_where_what_and_why() -> None:
    cable = make_cable()
    first = cable.blocks[0].spans[0][0]
    repairs = (
        Repair("number", (first, first + 2), "17", "7"),
        Repair("tags", (6, 10), "ELABEWWT", "ELAB EWWT"),
        Repair("hyphen", (first + 4, first + 5), "", "-"),
    )
    found = mended(replace(cable, repairs=repairs))
    assert [item.place for item in found] == ["header", "¶1", "¶1"]
    assert [item.anchor for item in found] == [None, "1", "1"]
    assert "“17” read as “7”" in found[1].text
    assert "glued together" in found[0].text
    assert "“-” put in" in found[2].text


def test_hostile_text_in_a_repair(hostile_text: str) -> None:
    cable = replace(make_cable(), repairs=(Repair("number", (0, 1), hostile_text, hostile_text),))
    assert not leaks(mended(cable)[0].text)


def test_the_samples_say_all_that_was_mended(samples: Path) -> None:
    for path in samples.glob("*.*"):
        cable = read_cable(path.read_text("utf-8", errors="replace"))
        found = mended(cable)
        assert len(found) == len(cable.repairs)
        assert {repair.kind for repair in cable.repairs} <= set(KINDS)
        assert all(item.anchor is None or cable.block(item.anchor) for item in found)
