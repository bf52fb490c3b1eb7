"""Real cables: every block is found in another print of its cable, and none in another cable."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from cablereader.cable import Block, Cable, anchor, place, read_cable
from cablereader.cable.anchors import Anchor, body_text
from cablereader.cable.body import read_body
from cablereader.cable.mapped import Mapped
from cablereader.store.sources import iter_files, read_text

Described = tuple[Cable, list[Anchor]]


@pytest.fixture(scope="module")
def described(seeds: Path) -> list[Described]:
    """The cables with the anchors of all their blocks."""
    cables = [read_cable(read_text(path)) for path in iter_files([seeds])]
    return [(cable, [anchor(cable, block) for block in cable.blocks]) for cable in cables]


def _print(block: Block) -> str:
    lead = f"1{block.number}. " if block.number else ""
    text = lead + block.text.upper()
    return text if block.kind == "table" else textwrap.fill(text, 60)


def test_every_block_is_found_in_capitals_with_glued_numbers_and_none_twice(described: list[Described]) -> None:
    for cable, anchors in described:
        text = "\n\n".join(map(_print, cable.blocks))
        other = replace(cable, source=text, blocks=read_body(Mapped.of(text), 0).blocks)
        found = place(anchors, body_text(cable), other)
        assert {each.state for each in found} <= {"exact", "changed"}
        assert all(each.score > 0.95 for each in found)
        places = [each.block.spans[0] for each in found if each.block]
        assert places == sorted(places)


def test_no_block_is_found_in_another_cable(described: list[Described]) -> None:
    for (cable, anchors), (other, _) in permutations(described, 2):
        assert {each.block for each in place(anchors, body_text(cable), other)} == {None}
