"""Ends of lines and of pages at hazardous words: labels, marks of lists, initials, abbreviations, broken compounds."""

from __future__ import annotations

import pytest

from .body_tools import body, seen, texts

WORDS = "The ferry sails at noon from the old port, and the two mayors who came to see it go are on the quay at"
LONG = "\n".join((WORDS[:52].rstrip(), WORDS[52:].lstrip(), WORDS[:52].rstrip(), WORDS[52:].lstrip()))
MARK = "PORT ALDER 00000722  002 OF 008"


def over_page(above: str, below: str, *, capitals: bool = False) -> list[str]:
    """The texts of the blocks where a page ends between two lines of paragraph 2."""
    text = f"1. {LONG} dawn.\n\n2. {LONG} dawn. {above}\n\n{MARK}\n\n\n{below}\n\n3. {LONG} dawn."
    return [block.text for block in body(text.upper() if capitals else text).blocks][1:-1]


@pytest.mark.parametrize(
    ("above", "below", "capitals"),
    [
        ("As the minister said on the fisheries", "QUESTION. It was asked again by the bishop.", True),
        ("Of the two governors, he added, one names three", "PARTIES: the mayor, the bishop, the keeper.", True),
        ("There they all met, the minister of Hollin (Tolland)", "REPLIED: they are old and loud.", True),
        ("According to figures of the Labor Office", "(ILO).", False),
        ("Last of all the bishop of the islands named three:", "(1) the mayor, (2) the bishop, (3) the keeper.", False),
        ("They were received by the ministers of", "NATO.", False),
    ],
)
def test_a_sentence_goes_on_below_the_page(above: str, below: str, capitals: bool) -> None:
    found = over_page(above, below, capitals=capitals)
    assert len(found) == 1
    assert found[0].endswith(f"{above} {below}".upper() if capitals else f"{above} {below}")


def test_a_comment_ends_below_the_page() -> None:
    text = f"1. {LONG} dawn.\n\n2. Comment: {LONG} dawn.\n\n{MARK}\n\n\nEnd comment.\n\n3. {LONG} dawn."
    assert [block.text[-21:] for block in body(text).blocks][1] == "at dawn. End comment."


def test_small_letters_in_brackets_open_items_on_following_lines() -> None:
    items = "(a) The lights must burn.\n(b) The bells must not.\n(c) The keeper shall have a book."
    assert texts(f"1. {LONG} these points:\n\n{items}\n\n2. {LONG} dawn.", "item") == items.split("\n")


@pytest.mark.parametrize(
    "words",
    [
        "I. Maron and A. Korda do not speak to each other.",
        "(1) THE MAYOR, (2) THE BISHOP, (3) THE KEEPER.",
    ],
)
def test_initials_and_counts_within_a_sentence_open_no_item(words: str) -> None:
    full = "It was noon when the last of them came to the port.\n"
    assert [kind for kind, _, _ in seen(f"1. {LONG}\n{full}{words}\n\n2. {LONG} dawn.")] == ["paragraph", "paragraph"]


def test_letters_that_count_on_open_items_all_the_same() -> None:
    text = f"1. {LONG}\nIt was noon when the last of them came to the port.\nA. Maron was there.\nB. Korda was not."
    assert texts(text, "item") == ["A. Maron was there.", "B. Korda was not."]


def test_a_paragraph_may_end_with_an_abbreviation() -> None:
    text = f"1. {LONG}\ndawn. The fish go to the U.S.\n\nNobody asked the keeper. {LONG} dawn.\n\n2. {LONG} dawn."
    assert [kind for kind, _, _ in seen(text)] == ["paragraph", "continuation", "paragraph"]


def test_a_rule_right_above_a_title_is_not_of_the_text_before_it() -> None:
    text = f'1. {LONG} once:\n"You do!"\n\n------------\nHarbor Money\n\n2. {LONG} dawn.'
    assert [(kind, found[-12:]) for kind, _, found in seen(text)][:2] == [
        ("paragraph", 'e: "You do!"'),
        ("heading", "Harbor Money"),
    ]


def test_the_first_of_two_compounds_keeps_its_hyphen_in_capitals() -> None:
    text = f"1. {LONG} dawn. Among them were many mid-\nand high-level officials.\n\n2. {LONG} dawn.".upper()
    assert "MANY MID- AND HIGH-LEVEL" in body(text).blocks[0].text
