"""Copies that lost their line breaks: what stands in running text there begins a block all the same."""

from __future__ import annotations

import pytest

from .body_tools import numbers, seen, texts

FOG = "The fog came in before the pilots did, and nobody in the harbor office could say where the harbor was."
LONG = f"{FOG} {FOG} {FOG}"


@pytest.mark.parametrize(
    "text",
    [
        f"1. {LONG} 2. {FOG}\n\n3. {LONG}",
        f"1. {LONG} (See the chart.) 2. {FOG}\n\n3. {LONG}",
        f"1. {LONG} 2. {FOG} 3. {LONG}\n\n4. {LONG}",
        f"1. {LONG} 2. {FOG} 3. {LONG} 4. {FOG}",
        f"1. {LONG}\n\n2. {LONG} 3. {LONG} 4. {LONG}",
        f"1. (C) {LONG}  2. (C) {FOG}\n\n3. (C) {LONG}",
        f"1. {LONG} Source - Ferry News 2. Hollin: {FOG}\n\n3. {LONG}",
        f"1. {LONG}\n\n2. {LONG}  3. {LONG}",
        f"1. {LONG}\n\n2. {LONG} End Comment. 3. {LONG}",
        f"1. {LONG}\n\n2. {LONG} Mayor Korda (Vespera) 3. This was not shown to the mayor.",
        f"1. {LONG}\n\n2. {LONG} 3. {LONG}",
        f"1.  {LONG}  Oil is dear.  2.  {LONG}\n\nA.1. Oil\n\n{LONG} 3.  {LONG}",
        f"1. {LONG}\n\n2. {LONG}\n\n1) lamps;\n2) oil.\n\nSource - Ferry News 3. {LONG}\n\n4. {FOG}",
    ],
)
def test_numbers_that_fill_a_gap(text: str) -> None:
    found = numbers(text)
    assert found == [str(number) for number in range(1, len(found) + 1)]
    assert len(found) > 2


@pytest.mark.parametrize(
    "inside",
    [
        "It was built in 1998. 2. Oil is carried up by hand. 3. The lamp is lit.",
        "It has three steps: 1. Oil. 2. A lamp. 3. A book.",
        "They rowed for 2. 5 miles.",
        "The sum was 17. 4. It was not paid.",
        "It is forbidden by Article 3. The pilots know.",
        "They rowed. ❾1. The lamp. ፫3. It was lit.",
    ],
)
def test_a_short_list_in_a_sentence_is_left(inside: str) -> None:
    assert numbers(f"1. {LONG}\n\n2. {LONG} {inside}\n\n3. {LONG}") == ["1", "2", "3"]


@pytest.mark.parametrize(
    "inside", ["They rowed on Aug. 3. The pilots know.", "See Harbor Rules, No. 3. The pilots know."]
)
def test_a_number_behind_an_abbreviation_is_no_last_paragraph(inside: str) -> None:
    assert numbers(f"1. {LONG}\n\n2. {LONG} {inside}") == ["1", "2"]


def test_a_heading_in_capitals_before_a_marked_number() -> None:
    text = f"1. (C) {LONG}  THE UNCLE IS RELEASED; ELEVEN OTHERS ROW HOME  2. (C) {LONG}\n\n3. (C) {FOG}"
    assert [(kind, number) for kind, number, _ in seen(text)] == [
        ("paragraph", "1"),
        ("heading", None),
        ("paragraph", "2"),
        ("paragraph", "3"),
    ]
    assert texts(text, "heading") == ["THE UNCLE IS RELEASED; ELEVEN OTHERS ROW HOME"]


def test_items_behind_dashes() -> None:
    text = f"8. {LONG} It found: -- Around the rock there is water. -- Oil helps. -- A lamp, too.\n\n9. {FOG}"
    assert texts(text, "item") == ["-- Around the rock there is water.", "-- Oil helps.", "-- A lamp, too."]
    assert texts(text, "paragraph")[0].endswith("It found:")


def test_items_behind_dashes_around_a_page_break() -> None:
    page = "\n\nPORT ALDER 00000412  002 OF 003\n\n"
    text = (
        f"8. {LONG} It found: -- Around the rock there is water. -- Oil helps.{page}-- A lamp, too. -- No.\n\n9. {FOG}"
    )
    assert texts(text, "item")[:2] == ["-- Around the rock there is water.", "-- Oil helps."]


def test_items_behind_single_dashes() -> None:
    text = f"8. {LONG} It found: - Around the U.S. -Vespera rock is water. -Oil helps.\n\n9. {FOG}"
    assert texts(text, "item") == ["- Around the U.S. -Vespera rock is water.", "-Oil helps."]


def test_one_item_behind_a_dash_where_the_list_goes_on_below() -> None:
    text = f"8. {LONG} They need: -- Oil and lamps;\n\n-- A boat;\n-- Ropes.\n\n9. {FOG}"
    assert texts(text, "item") == ["-- Oil and lamps;", "-- A boat;", "-- Ropes."]


def test_one_dash_in_a_sentence_is_none() -> None:
    assert not texts(f"8. {LONG} It said -- Heaven knows why: -- The fog is in.\n\n9. {FOG}", "item")


def test_a_remark_between_dashes_is_no_list() -> None:
    text = f"8. {LONG} The lamp -- it was lit -- went out, -- they said -- and was lit again.\n\n9. {FOG}"
    assert texts(text, "item") == []


WRAPPED = "The fog came in before the pilots did, and nobody in the\nharbor office could say where the harbor was"


@pytest.mark.parametrize("between", [". ", ".  ", "", "? "])
def test_a_missing_number_in_the_middle_of_a_wrapped_line(between: str) -> None:
    found = seen(f"1. {WRAPPED}{between}2. {WRAPPED}.\n3. {WRAPPED}.\n")
    assert [number for _, number, _ in found] == ["1", "2", "3"]
    assert found[1][2] == " ".join(f"{WRAPPED}.".split())


@pytest.mark.parametrize("inside", ["Article 2. The", "and 2. The", "2 and 3. The"])
def test_other_numbers_in_the_middle_of_a_line_are_left(inside: str) -> None:
    assert numbers(f"1. {WRAPPED}, in {inside} lamps.\n3. {WRAPPED}.\n") == ["1", "3"]
