"""Rare forms of a body: marks before numbers, Roman numbers, embedded texts, verse, tables with bars, group marks."""

from __future__ import annotations

import pytest
from cablereader.cable import read_cable

from .body_tools import body, numbers, seen, texts

FIRST = "The ministry asked for three things, which the two mayors had asked for before it, and the bishop too."
LAST = "Nobody in the capital expects an answer before the end of the winter, and few expect one then."


def test_marks_before_numbers_where_lines_are_long() -> None:
    text = f"(SBU) 1. {FIRST} {LAST}\n\n(U) 2. {LAST} {FIRST}\n\n(C) 3. {FIRST} {LAST}\n\nHAVERFORD"
    read = body(text)
    assert [(block.number, block.marking) for block in read.blocks] == [
        ("1", "SBU"),
        ("2", "U"),
        ("3", "C"),
        (None, None),
    ]
    assert not read.furniture


def test_roman_numbers_open_items() -> None:
    items = "i. a fund for the lights;\nii. a commission that meets every year, on\nthe island; and\niii. a book."
    assert texts(f"1. {FIRST}\n\n{items}\n\n2. {LAST}", "item") == [
        "i. a fund for the lights;",
        "ii. a commission that meets every year, on the island; and",
        "iii. a book.",
    ]


def test_an_embedded_text_ends_where_the_marks_begin_again() -> None:
    text = (
        f"1. (C) {FIRST}\n\n2. (C) The text follows:\n\nBEGIN TEXT:\n\n1. The lights burn.\n\n2. The bells ring.\n\n"
        f"3. The keeper reads.\n\nEND TEXT.\n\n3. (U) {LAST}\n\n4. (C) {LAST}\n\n5. (C) {FIRST}"
    )
    assert numbers(text) == ["1", "2", "1", "2", "3", "3", "4", "5"]


def test_short_lines_set_in_with_stops_at_their_ends_are_verse() -> None:
    verse = [
        "The lamp is lit, the oil is low,",
        "the mayors come, the mayors go;",
        "who pays for light has yet to say",
        "which of the two it is today.",
    ]
    inner = "\n".join(f"     {line}" for line in verse)
    assert seen(f"1. {FIRST}\n\n{inner}\n\n2. {LAST}")[1] == ("continuation", None, "\n".join(verse))


def test_a_table_with_bars_keeps_its_columns() -> None:
    rows = "|Port   |Ships |Fees  |\n|alder  |  412 |1,204 |\n|Hollin |   97 |  388 |"
    assert texts(f"1. {FIRST}\n\n{rows}\n\n2. {LAST}", "table") == [rows]


@pytest.mark.parametrize("joint", ["\n", " ", "\n\n"])
def test_a_group_mark_above_the_name_is_no_text(joint: str) -> None:
    text = f"1. {FIRST.upper()}\n\n2. {LAST.upper()}{joint}GP-3\nHAVERFORD"
    read = body(text)
    assert read.signer == "HAVERFORD"
    assert [(block.kind, block.text) for block in read.blocks][1:] == [
        ("paragraph", LAST.upper()),
        ("closing", "GP-3"),
        ("closing", "HAVERFORD"),
    ]


def test_the_name_below_the_first_of_two_copies_heads_nothing() -> None:
    copy = f"1. (U) {FIRST}\n\n2. (U) {LAST}\nHAVERFORD\n"
    head = "UNCLAS QUITO 000284\n\nE.O. 12958: N/A\nTAGS: PREL, EC\nSUBJECT: LIGHT\n\n"
    read = body(f"{copy}\n{head}{copy}", "QUITO")
    assert [block.kind for block in read.blocks] == ["paragraph", "paragraph", "closing"] * 2
    assert read.signer == "HAVERFORD"


def test_a_mark_below_a_number_on_a_line_of_its_own() -> None:
    read = body(f"1.\n(U) {FIRST}\n\n2.\n(SBU) {LAST}\n\n3. (C) {LAST}")
    assert [(block.number, block.marking, block.text) for block in read.blocks] == [
        ("1", "U", FIRST),
        ("2", "SBU", LAST),
        ("3", "C", LAST),
    ]


@pytest.mark.parametrize("level", ["SECRET", "LIMITED OFFICIAL USE", "C O N F I D E N T I A L"])
def test_a_level_before_the_page_on_its_line(level: str) -> None:
    page = f"{level}   PAGE 02        ROME  03067  211833Z"
    above, below = f"1. {FIRST} {LAST} {FIRST}".upper(), LAST.upper()
    wrapped = above.replace(" THE BISHOP TOO", "\nTHE BISHOP TOO")
    read = body(wrapped.replace("\n", f"\n{page}\n", 1) + f"\n\n2. {below}")
    assert [each.text for each in read.furniture] == [page]
    assert [block.text for block in read.blocks] == [above.removeprefix("1. "), below]


def test_lines_that_all_have_labels_stay_apart() -> None:
    card = ["Office: (593) 2 256-2890 ext. 4501", "Home: (593) 2 244-0000", "Cell: (593) 9 999-0000"]
    inner = "\n".join(f"    {line.replace(': ', ':    ')}" for line in card)
    assert seen(f"1. {FIRST}\n\n{inner}\n\n2. {LAST}")[1] == ("continuation", None, "\n".join(card))


def test_a_list_that_begins_behind_the_number() -> None:
    found = texts(f"1. (U) A. Who pays for the light?\n\nNobody.\n\nB. Who rings the bells?\n\n2. (U) {LAST}", "item")
    assert found == ["B. Who rings the bells?"]


def test_filler_dashes_with_wide_blanks_and_short_words_for_quoting() -> None:
    text = (
        f"1. {FIRST}\n\nQTE: DEAR MR. SECRETARY:\n\nI thank you. UNQTE.\n\n-  -- Lights burn.\n\n-   -- The bell.\n\n"
        f"2. {LAST}"
    )
    assert [(kind, found) for kind, _, found in seen(text)][1:-1] == [
        ("continuation", "QTE: DEAR MR. SECRETARY:"),
        ("continuation", "I thank you. UNQTE."),
        ("item", "-- Lights burn."),
        ("item", "-- The bell."),
    ]


def test_broken_words_of_an_old_telegram_without_pages() -> None:
    text = (
        "P 121530Z MAR 68\nFM AMEMBASSY SANTIAGO\nTO SECSTATE WASHDC 4412\n\nCONFIDENTIAL SANTIAGO 2911\n\n"
        "SUBJ: PRICE OF LIGHT\n\n1. I REPLIED THAT WE HAVE NO INSTRUC-\nTIONS ON BELLS, AND NONE ON THE LIGHT.\nKORRY\n"
    )
    cable = read_cable(text)
    assert cable.blocks[0].text == "I REPLIED THAT WE HAVE NO INSTRUCTIONS ON BELLS, AND NONE ON THE LIGHT."
    assert [each.kind for each in cable.repairs] == ["hyphen"]


def test_a_name_behind_the_last_sentence_and_on_its_own_line() -> None:
    read = body(f"1. (U) {FIRST}\n\n2. (U) {LAST}  HAVERFORD\nHAVERFORD\n")
    assert (read.signer, read.blocks[1].text) == ("HAVERFORD", LAST)
