"""Labels of paragraphs as people write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cablereader.cable import Cable
from cablereader.cable.anchors import anchor_label, describe
from cablereader.cli.labels import block_at
from cablereader.cli.problem import Problem

from ..handmade import BODY, Part


@pytest.mark.parametrize(
    ("label", "anchor"),
    [
        ("3", "3"),
        ("¶3", "3"),
        (" ¶ 3 ", "3"),
        ("para. 3", "3"),
        ("2.1", "2.1"),
        ("¶2 [1]", "2.1"),
        ("1.1", "1.1"),
    ],
)
def test_a_label_means_a_block(cable: Cable, label: str, anchor: str) -> None:
    block = block_at(cable, label)
    assert block is not None
    assert block.anchor == anchor


def test_the_whole_cable(cable: Cable) -> None:
    assert block_at(cable, "cable") is None
    assert block_at(cable, "Cable") is None


def test_every_block_is_found_by_its_own_label(make_cable: Callable[..., Cable]) -> None:
    parts = [Part("heading", "BEFORE"), *BODY, *BODY]
    cable = make_cable(body=parts)
    labels = [anchor_label(describe(cable, block)) for block in cable.blocks]
    assert [block_at(cable, label) for label in labels] == list(cable.blocks)
    assert {"start [1]", "¶1", "¶1 (2nd)", "¶2 (2nd) [1]"} <= set(labels)


@pytest.mark.parametrize("label", ["99", "2.99", "", "three little words", "\x1b[2J"])
def test_an_unknown_label_tells_which_there_are(cable: Cable, label: str) -> None:
    with pytest.raises(Problem, match=r"there is no paragraph .* it has 1, 1\.1, 2, .*cable"):
        block_at(cable, label)
