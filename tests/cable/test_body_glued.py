"""Copies that lost their line breaks: the heading of the next paragraph stands at the end of the one before."""

from __future__ import annotations

import pytest

from .body_tools import body, seen, texts

FOG = "The fog came in before the pilots did, and nobody in the harbor office could say where the harbor was."
LONG = f"{FOG} {FOG} {FOG}"


@pytest.mark.parametrize(
    "title",
    [
        "OIL AND WATER",
        "The Price of Oil and of Water",
        'Keepers Speak Out ) "Help Us"',
        "Harbor Office (HO) ) More Lamps",
    ],
)
def test_a_title_behind_the_last_sentence(title: str) -> None:
    text = f"1. {LONG} {title}\n\n2. {LONG}"
    assert [(kind, number) for kind, number, _ in seen(text)] == [
        ("paragraph", "1"),
        ("heading", None),
        ("paragraph", "2"),
    ]
    assert texts(text, "heading") == [title]


@pytest.mark.parametrize(
    "words",
    [
        "He is the master of it",
        "END TEXT",
        "Source - Harbor News",
        "Original source - Harbor News",
        "He was seen by Mr. Ashworth Quill",
        "Oil",
    ],
)
def test_other_words_behind_it_are_left(words: str) -> None:
    assert texts(f"1. {LONG} {words}\n\n2. {LONG}", "heading") == []


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("", "Oil"),
        ("", "...AND A LAMP"),
        ("", "...and a Lamp Besides"),
        (" Source - Harbor News", "Lamps and Boats"),
        (" Even the book of the keepers does not say", "Lamps and Boats of the Rock"),
    ],
)
def test_a_title_as_long_as_its_rule(before: str, title: str) -> None:
    text = f"1. {LONG}{before} {title} {'-' * len(title)}\n\n2. {LONG}"
    assert texts(text, "heading") == [title]
    assert texts(text, "paragraph") == [f"{LONG}{before}", LONG]


def test_a_title_like_those_that_stand_by_themselves() -> None:
    """Small letters tell a title from a sentence without a stop only where the telegram has such titles."""
    glued = f"1. {LONG} Lamps to be lit by the office\n\n2. {LONG}"
    assert texts(glued, "heading") == []
    text = f"{glued}\n\nOil, water, tar\n\n3. {LONG}\n\nA boat for the keepers\n\n4. {LONG}"
    assert texts(text, "heading") == ["Lamps to be lit by the office", "Oil, water, tar", "A boat for the keepers"]


def test_short_titles_in_capitals_like_those_that_stand_by_themselves() -> None:
    glued = f"1. (U) {LONG} BOATS\n\n2. (U) {LONG}"
    assert texts(glued, "heading") == []
    text = f"{glued}\n\nOIL\n\n3. (U) {LONG}\n\nWATER AND TAR\n\n4. (U) {LONG}"
    assert texts(text, "heading") == ["BOATS", "OIL", "WATER AND TAR"]


def test_a_title_that_was_cut_in_two_is_as_long_as_its_rule() -> None:
    text = f"1. {LONG} 116,000\n\nLAMPS ON THE ROCK -------------------------\n\n2. {LONG}"
    assert texts(text, "heading") == ["116,000 LAMPS ON THE ROCK"]
    assert body(text).blocks[0].text == LONG
    shorter = text.replace("-------------------------", "-----------------")
    assert texts(shorter, "heading") == ["LAMPS ON THE ROCK"]
    assert body(shorter).blocks[0].text.endswith("116,000")


@pytest.mark.parametrize(
    "title", ["Oil and Water (part two)", "WHO SEES THE LAMP?", "Oil, water", "Impact of Oil-Hollin"]
)
def test_a_glued_title_is_as_long_as_its_rule(title: str) -> None:
    """The rule tells where the title begins, also behind a short paragraph; one sign more or less does not matter."""
    for rule in (len(title), len(title) + 1):
        found = [(kind, text) for kind, _, text in seen(f"1. (C) {FOG} {title} {'-' * rule}\n\n2. (C) {FOG}")]
        assert found == [("paragraph", FOG), ("heading", title), ("paragraph", FOG)]


def test_capitals_as_long_as_their_rule_need_no_sentence_before_them() -> None:
    text = f"1. (C) {LONG} Source - Harbor News OIL AND WATER -------------\n\n2. (C) {FOG}"
    assert texts(text, "heading") == ["OIL AND WATER"]


def test_words_before_a_title_between_rules_are_none() -> None:
    text = f"1. (C) {LONG} Source - Harbor News ------- The Oil -------\n\n2. (C) {FOG}"
    assert texts(text, "heading") == ["The Oil"]
    assert body(text).blocks[0].text.endswith("Harbor News")


def test_a_title_between_three_dashes() -> None:
    text = f"1. {LONG} --- Oil ---\n\n2. {LONG}"
    assert texts(text, "heading") == ["Oil"]
    assert texts(f"--- Oil ---\n\n2. {LONG}", "heading") == ["Oil"]


def test_a_page_break_between_a_glued_title_and_its_rule() -> None:
    page = "PORT ALDER 00000412 003 OF 006"
    text = f"1. {LONG} Oil {page} --------\n\n2. {LONG} They went by {page} North Sound. Water -------\n\n3. {LONG}"
    assert texts(text, "heading") == ["Oil", "Water"]
    assert body(text).blocks[2].text.endswith("They went by North Sound.")


def test_a_title_below_a_page_that_took_words_with_it() -> None:
    text = f"1. {LONG} They do not say\n\nPORT ALDER 00000412 003 OF 006\n\nThe Next Lamps and Boats\n\n2. {LONG}"
    assert texts(text, "heading") == ["The Next Lamps and Boats"]
    ended = text.replace("The Next Lamps and Boats", "Harbor Office and the Boats.")
    assert texts(ended, "heading") == []


def test_short_titles_below_words_without_a_stop() -> None:
    text = f"1. {LONG} Source - Harbor News\n\nLamps\n\n2. {LONG} END SUMMARY\n\nA boat for the keepers\n\n3. {LONG}"
    assert texts(text, "heading") == ["Lamps", "A boat for the keepers"]


def test_a_usual_title_of_one_word() -> None:
    assert texts(f"1. {LONG} Comment\n\n2. {LONG}", "heading") == ["Comment"]
    assert texts(f"1. {LONG} Ashworth\n\n2. {LONG}", "heading") == []


@pytest.mark.parametrize("title", ["IT", "LAW", "PRESS"])
def test_a_short_heading_behind_a_source_in_brackets(title: str) -> None:
    found = body(f"1. (U) {LONG} [Port Alder Post, 2/21/2009] {title}\n\n2. (U) They rowed home.\n").blocks
    assert [(block.kind, block.text) for block in found[1:]] == [("heading", title), ("paragraph", "They rowed home.")]


@pytest.mark.parametrize("title", ["OIL AND WATER", "The Price of Oil", "Comment"])
@pytest.mark.parametrize("end", ["it was.", "it was. [Ferry News, 10/26/2008]"])
def test_a_title_right_above_a_number(title: str, end: str) -> None:
    text = f"The fog came in before the pilots, and nobody in\nthe office could say where it was, or what\n{end}\n"
    found = seen(f"1. (U) {text}{title}\n2. (U) {text}3. (U) {text}")
    assert [kind for kind, _, _ in found] == ["paragraph", "heading", "paragraph", "paragraph"]
    assert found[1][2] == title


def test_a_signer_right_below_a_paragraph_on_one_line() -> None:
    assert body(f"1. {LONG}\n2. {LONG} Source - Ferry News\nQUILL").signer == "QUILL"


@pytest.mark.parametrize("end", ["as he was told (by the master of the harbor.)", 'as he said: "The oil is dear."'])
def test_a_rule_right_below_a_sentence_is_over_the_heading(end: str) -> None:
    text = f"1. (U) The fog came in before the pilots did, and nobody in\nthe office could say where it was,\n{end}\n"
    found = seen(f"{text}{'-' * len(end)}\nTHE OIL\n{'-' * len(end)}\n2. (U) They rowed home.\n")
    assert [(kind, words) for kind, _, words in found][1:2] == [("heading", "THE OIL")]
    assert found[0][2].endswith(end)
