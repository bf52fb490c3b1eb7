"""Suggestions for notes without a place: named for people, with a reason."""

from __future__ import annotations

from collections.abc import Callable

from cablereader.cable import Cable
from cablereader.cable.anchors import Anchor, describe
from cablereader.cable.placing.suggest import suggest

from ..handmade import Part

OLD = "The pilots keep their minutes in a bait tin, and nobody has asked to see them since the spring."
NEW = "The pilots keep their minutes in a XXXX XXX, and nobody had asked to read any of it since last year."
OTHER = "Wheat is dear in the northern provinces, the price of flour has doubled, and bakers close at noon."


def test_the_most_alike_is_named_with_how_much(make_cable: Callable[..., Cable]) -> None:
    anchor = describe(make_cable(body=[Part("paragraph", OLD, "1")]), None)
    assert suggest(anchor, make_cable()) is None, "a note on the whole cable needs no place"
    cable = make_cable(body=[Part("paragraph", OLD, "1")])
    there = make_cable(body=[Part("paragraph", OTHER, "1"), Part("paragraph", NEW, "2")])
    found = suggest(describe(cable, cable.blocks[0]), there)
    assert found is not None
    assert found.block == there.blocks[1]
    assert 0.4 < found.score < 1
    assert found.why.endswith("% the same")


def test_one_of_the_candidates_is_named(make_cable: Callable[..., Cable]) -> None:
    cable = make_cable(body=[Part("paragraph", OLD, "1"), Part("paragraph", OTHER, "2"), Part("paragraph", OLD, "3")])
    found = suggest(describe(cable, cable.blocks[2]), cable, (cable.blocks[0], cable.blocks[2]))
    assert found is not None
    assert found.block == cable.blocks[2], "of two that are alike the one with its number"


def test_where_nothing_is_alike_the_number_is_named(make_cable: Callable[..., Cable]) -> None:
    cable = make_cable(body=[Part("paragraph", OLD, "1")])
    there = make_cable(body=[Part("paragraph", "0000 0000 00", "1"), Part("paragraph", "7777", "2")])
    found = suggest(describe(cable, cable.blocks[0]), there)
    assert found is not None
    assert (found.block, found.why) == (there.blocks[0], "it has the same number")


def test_nothing_is_named_without_a_reason(make_cable: Callable[..., Cable]) -> None:
    cable = make_cable(body=[Part("paragraph", "0000 0000", "1")])
    assert suggest(Anchor("X", ordinal=3, label="9", quote=OLD), cable) is None
