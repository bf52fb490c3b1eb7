"""What was mended, in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cablereader.cable import Repair, read_cable
from cablereader.cable.mended import KINDS, mended

from ..handmade import make_cable
from ..hostile import leaks


def test_each_repair_tells_where_what_and_why() -> None:
    cable = make_cable()
    first = cable.blocks[0].spans[0][0]
    repairs = (
        Repair("number", (first, first + 2), "17", "7"),
        Repair("tags", (6, 10), "ELABEWWT", "ELAB EWWT"),
        Repair("truncated", (first + 4, first + 5), "", "-"),
    )
    found = mended(replace(cable, repairs=repairs))
    assert [item.place for item in found] == ["header", "¶1", "¶1"]
    assert [item.anchor for item in found] == [None, "1", "1"]
    assert "“17” read as “7”" in found[1].text
    assert "glued together" in found[0].text
    assert "“-” put in" in found[2].text


def test_a_joined_sentence_is_told_by_its_words_and_by_what_had_cut_it() -> None:
    page = "CONFIDENTIAL\n\nPAGE 02        PORT A  00412  082030Z"
    text = (
        "UNCLAS PORT ALDER 000412\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: LAMPS\n\n"
        f"1. The keepers of the rock asked for\n\nmore oil, and were told that it had been burned\n{page}\n\n"
        "by the pilots in the winter of\n\u00b62009. It was dear."
    )
    found = [(item.place, item.text) for item in mended(read_cable(text))]
    assert found == [
        ("¶1", "sentence joined: “…rock asked for more oil, and…” (a blank line had cut it)"),
        ("¶1", f"sentence joined: “…had been burned by the pilots in…” (“{' '.join(page.split())}” had cut it)"),
        ("¶1", "stray pilcrow: “¶2009. It was…” (a web page put it there as a link)"),
    ]


def test_a_broken_word_is_told_whole(samples: Path) -> None:
    found = mended(read_cable((samples / "74PORTALDER288.txt").read_text("utf-8")))
    assert "broken word: “GOVERNMENT” (a line end had cut it)" in [item.text for item in found]


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
