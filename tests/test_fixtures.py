"""The shared fixtures keep what they promise to the other rooms."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cablereader.cable import Block, Cable, cover

from .handmade import Part, make_cable
from .hostile import PLACES, TEXTS, cable_with, leaks


def test_home_is_empty_and_not_in_tmp_path(home: Path, tmp_path: Path) -> None:
    assert os.environ["CABLEREADER_HOME"] == str(home)
    assert list(home.iterdir()) == []
    assert tmp_path not in home.parents


def test_handmade_cable_is_consistent(cable: Cable) -> None:
    assert cover(cable.spans, len(cable.source))
    assert [block.anchor for block in cable.blocks] == ["1", "1.1", "2", "2.1", "2.2", "2.3", "2.4", "3", "3.1"]
    for block in cable.blocks:
        _assert_runs_lead_home(cable, block)


def test_handmade_cable_counts_repeated_numbers() -> None:
    cable = make_cable(body=[Part("paragraph", "one", "1"), Part("item", "- x"), Part("paragraph", "again", "1")])
    assert [block.anchor for block in cable.blocks] == ["1", "1.1", "1~2"]


@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_stands_where_it_was_put(place: str) -> None:
    plain = cable_with("", place)
    assert len(cable_with("MARK", place)) == len(plain) + 4
    assert cable_with("MARK", place).replace("MARK", "") == plain


def test_hostile_place_must_exist() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        cable_with("x", "nowhere")


def test_handmade_cable_takes_any_text(hostile_text: str) -> None:
    cable = make_cable(body=[Part("paragraph", hostile_text, "1", "U")], subject=hostile_text)
    assert cable.blocks[0].text == hostile_text
    _assert_runs_lead_home(cable, cable.blocks[0])


def test_leaks_names_what_a_terminal_would_obey() -> None:
    assert leaks("one\ntwo [bold] 外 e\u0301") == []
    assert leaks(TEXTS["csi-colour"] + TEXTS["c1-osc"] + TEXTS["bidi-override"] + TEXTS["lone-surrogate"]) == [
        "U+001B",
        "U+009C",
        "U+009D",
        "U+202C",
        "U+202D",
        "U+202E",
        "U+D800",
        "U+DFFF",
    ]


def test_hostile_file_and_name_are_alone(hostile_named_file: Path, tmp_path: Path) -> None:
    assert list(tmp_path.iterdir()) == [hostile_named_file]


def _assert_runs_lead_home(cable: Cable, block: Block) -> None:
    for run in block.runs:
        assert block.text[run.text : run.text + run.length] == cable.source[run.source : run.source + run.length]
    for offset in range(len(block.text)):
        assert block.spans[0][0] <= block.to_source(offset) <= block.spans[0][1]
