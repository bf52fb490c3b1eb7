"""Headings in every form, what stands under them, and how a telegram closes."""

from __future__ import annotations

import pytest

from .body_tools import body, seen, texts

STAMP = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2006"
TEXT = "2. (C) The keeper said so, and the pilot said so too,\nand the uncle said nothing for twenty-nine years."
BEFORE = "1. (C) It was told in the harbor office that the light\nwould burn, and it burned."


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        ("THE LIGHT BURNS\n---------------", "THE LIGHT BURNS"),
        ("THE LIGHT BURNS \n--------------------------------------------- ---- ", "THE LIGHT BURNS"),
        (
            "THE LIGHT and THE KEEPER ADDRESS OIL,\nWAGES AND A BOOK\n------------",
            "THE LIGHT and THE KEEPER ADDRESS OIL, WAGES AND A BOOK",
        ),
        ("Oil sector\n--------------", "Oil sector"),
        ("-------\nSUMMARY\n-------", "SUMMARY"),
        ("=======\nSummary\n=======", "Summary"),
        ("‐‐‐‐‐‐‐\nSummary\n‐‐‐‐‐‐‐", "Summary"),
        ("_ _ _ _ _ _\nSummary\n_ _ _ _ _ _", "Summary"),
        ("------- SUMMARY -------", "SUMMARY"),
        ("Summary -------", "Summary"),
        ("PREVENTION:\n--------------", "PREVENTION:"),
        ("PREVENTION:", "PREVENTION:"),
        ("--PREVENTION:", "--PREVENTION:"),
        ("Coordination and Cooperation", "Coordination and Cooperation"),
        ("VESPERA (TIER 2)", "VESPERA (TIER 2)"),
        ("WHO KEEPS THE LIGHT?", "WHO KEEPS THE LIGHT?"),
        ("THE LIGHT BURNS\n\n---------------", "THE LIGHT BURNS"),
        ("Lamps Still Burning in 1959...\n---------------", "Lamps Still Burning in 1959..."),
        ("More Lamps for the U.S.\n---------------", "More Lamps for the U.S."),
        ("OIL = = = = = = = = = = = =", "OIL"),
        ("IT", "IT"),
        ("IT --", "IT"),
        ("Oil ---", "Oil"),
    ],
)
def test_forms(printed: str, heading: str) -> None:
    found = body(f"{BEFORE}\n\n{printed}\n\n{TEXT}")
    assert [(block.kind, block.text) for block in found.blocks if block.kind == "heading"] == [("heading", heading)]
    assert [(block.number, block.heading) for block in found.blocks if block.number] == [("1", None), ("2", heading)]


def test_a_heading_glued_to_the_paragraph_before() -> None:
    assert texts(f"{BEFORE}\nTHE LIGHT BURNS\n---------------\n{TEXT}", "heading") == ["THE LIGHT BURNS"]
    assert texts(f"{BEFORE}\nTHE LIGHT BURNS\n{TEXT}", "heading") == ["THE LIGHT BURNS"]


def test_a_heading_glued_to_the_line_of_the_paragraph_before() -> None:
    text = f"{BEFORE.replace(chr(10), ' ')} {BEFORE[7:].replace(chr(10), ' ')} COMMENT -------\n\n{TEXT}"
    assert texts(text, "heading") == ["COMMENT"]


def test_a_heading_split_by_a_page_break() -> None:
    page = "\n\nPORT ALDER 00000722 006 OF 008\n\n\n"
    head = f"The keepers plan to address the pilots and harbor sectors{page}on the price of oil\n-------- ----"
    found = body(f"{BEFORE}\n\n{head}\n\n{TEXT}")
    assert [block.text for block in found.blocks if block.kind == "heading"] == [
        "The keepers plan to address the pilots and harbor sectors on the price of oil"
    ]


def test_a_heading_in_capitals_split_by_a_page_break() -> None:
    page = "\n\nPORT ALDER 00009999  006 OF 008\n\n\n"
    text = f"{BEFORE}\n\nTHE KEEPERS PLAN TO ADDRESS{page}THE PRICE OF OIL\n--------------\n\n{TEXT}"
    assert texts(text, "heading") == ["THE KEEPERS PLAN TO ADDRESS THE PRICE OF OIL"]


def test_a_rule_over_a_heading_does_not_take_the_line_before_it() -> None:
    text = f"{BEFORE[:-1]}\n\n-------\nCOMMENT\n-------\n\n{TEXT}"
    assert texts(text, "heading") == ["COMMENT"]


@pytest.mark.parametrize(
    "line",
    ["End Summary.", "(begin non-paper)", "License Value: USD $20,790", "http://www.example.invalid/a", "BEGIN TEXT:"],
)
def test_what_is_no_heading(line: str) -> None:
    assert not texts(f"{BEFORE}\n\n{line}\n\n{TEXT}", "heading")


def test_a_heading_inside_a_numbered_paragraph_ends_with_it() -> None:
    text = f"HARBOR\n------\n\n{BEFORE}\n\nForums\n------\n\n--one forum\n\n{TEXT}"
    assert [(block.anchor, block.heading) for block in body(text).blocks] == [
        ("0.1", None),
        ("1", "HARBOR"),
        ("1.1", None),
        ("1.2", "Forums"),
        ("2", "HARBOR"),
    ]


def test_rules_are_in_no_block() -> None:
    found = body(f"{BEFORE}\n\n-------\n\n{TEXT}\n\nOIL\n---\n\n3. (C) More.")
    assert not any("---" in block.text for block in found.blocks)
    assert [item.text for item in found.furniture] == ["-------"]


@pytest.mark.parametrize(
    ("end", "signer"),
    [
        ("\n\nASHWORTH", "ASHWORTH"),
        ("\nASHWORTH", "ASHWORTH"),
        ("\n\nvan Hollin", "van Hollin"),
        ("\n\nMcTolland\n", "McTolland"),
        ("\n\nVAN HOLLIN\n\n\n", "VAN HOLLIN"),
        (" ASHWORTH", "ASHWORTH"),
        ("\nASHWORTH\nASHWORTH", "ASHWORTH"),
        ("\nASHWORTH\nBT\n#0412\nNNNN\n", "ASHWORTH"),
        ("\nASHWORTH\n\n=======================CABLE ENDS=======================", "ASHWORTH"),
        (f"\nASHWORTH\n\nCONFIDENTIAL\n\nNNNN\n\n{STAMP}", "ASHWORTH"),
        ("\n\nEnd of translation\nASHWORTH", "ASHWORTH"),
        ("\n\nVisit Port Alder's Classified Web Site at\nhttp://www.example.invalid/rock / \nASHWORTH", "ASHWORTH"),
        (" END COMMENT.", None),
        ("", None),
    ],
)
def test_signers(end: str, signer: str | None) -> None:
    found = body(f"{BEFORE}\n\n{TEXT}{end}")
    assert found.signer == signer
    assert [block.number for block in found.blocks if block.number] == ["1", "2"]
    assert found.blocks[1].text.removesuffix(" END COMMENT.").endswith("for twenty-nine years.")


def test_the_web_site_is_part_of_the_closing() -> None:
    found = body(
        f"{BEFORE}\n\nVisit Port Alder's Classified Web Site at\n\n<http://www.example.invalid/rock>\nASHWORTH"
    )
    assert [(block.kind, block.text) for block in found.blocks[1:]] == [
        ("closing", "Visit Port Alder's Classified Web Site at <http://www.example.invalid/rock>"),
        ("closing", "ASHWORTH"),
    ]


def test_the_web_site_may_be_glued_to_the_last_paragraph() -> None:
    found = body(f"{BEFORE} Visit Port Alder's Classified Website: XXXXXXXXXXXX\nASHWORTH")
    assert found.blocks[0].text.endswith("it burned.")
    assert [block.kind for block in found.blocks] == ["paragraph", "closing", "closing"]


def test_titles_of_sections_within_sections() -> None:
    text = f"{BEFORE}\n\n2C. Laws and Measures for Lamps.\n\nSection I: Oil and Water\n\n{TEXT}"
    found = [block.text for block in body(text).blocks if block.kind == "heading"]
    assert found == ["2C. Laws and Measures for Lamps.", "Section I: Oil and Water"]


def test_a_source_in_brackets_is_no_heading() -> None:
    text = f"{BEFORE}\n[HARBOR, 12/30/2008]\n\n{TEXT}"
    assert [block.kind for block in body(text).blocks][:2] == ["paragraph", "paragraph"]


def test_rules_and_lines_in_turn_without_end() -> None:
    """Each rule could belong to the line above it or below it, as the next one does; nobody asks for ever."""
    found = body("Oil\n\n-----\n" * 3000)
    assert all(block.kind == "heading" for block in found.blocks[1:-1])


def test_a_rule_as_long_as_the_line_above_it_parts_it_from_words_without_a_stop() -> None:
    text = f"1. {TEXT[3:-1]}\nSource - Harbor News\nThe Oil\n-------\n2. {TEXT[3:]}"
    found = [(block.kind, block.text) for block in body(text).blocks]
    assert found[1] == ("heading", "The Oil")
    assert found[0][1].endswith("Source - Harbor News")


def test_two_lines_between_rules_are_one_heading_though_the_first_ends_with_a_colon() -> None:
    text = f"{BEFORE}\n\n------------------\nOIL AND WATER:\nNO LAMPS IN HOLLIN\n------------------\n\n{TEXT}"
    assert [block.text for block in body(text).blocks if block.kind == "heading"] == [
        "OIL AND WATER: NO LAMPS IN HOLLIN"
    ]


def test_a_rule_as_long_as_its_line_tells_it_from_words_of_the_paragraph_above() -> None:
    text = f"{BEFORE}\nThe keepers went on for a while, according to the Harbor News\nThe Oil\n-------\n{TEXT}"
    assert [block.text for block in body(text).blocks if block.kind == "heading"] == ["The Oil"]
    two = f"{BEFORE}\nTHE KEEPERS GO ON FOR\nA WHILE\n-------\n{TEXT}"
    assert [block.text for block in body(two).blocks if block.kind == "heading"] == ["THE KEEPERS GO ON FOR A WHILE"]


def test_a_title_in_quotation_marks_may_cry_out() -> None:
    found = seen(f'{BEFORE}\n\n"We Will Not Pay!"\n\n2. (SBU) The mayor said nothing about the lamp of the rock.')
    assert [kind for kind, _, _ in found] == ["paragraph", "heading", "paragraph"]


def test_a_page_break_between_a_heading_and_the_rule_over_it() -> None:
    text = "1. (C) They said so in the harbor office of Hollin. END\nSUMMARY.\n\n=========\n\n"
    found = seen(f"{text}PORT ALDER 00000412  002 OF 003\n\n\nTHE LIGHT\n=========\n\n{TEXT}")
    assert [(kind, number) for kind, number, _ in found] == [("paragraph", "1"), ("heading", None), ("paragraph", "2")]
    assert found[1][2] == "THE LIGHT"


REVIEW = """1. Harbor

2. Oil

-------------------------
Key stories in the papers:
-------------------------

The papers cited the mayor of Hollin, who is content with the lamps.

{first}

I.  "More Lamps for the Rock"
The keeper wrote that the lamps were dear.

{second}

I.  "Oil Again"
The pilot wrote that the oil was dear as well."""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.  Harbor:\n------------", "----------\n2.  Oil:\n----------"),
        ("1. Harbor: ------------ Quotations: -------------", "-------- 2. Oil: -------- Quotations: ------------"),
        ("1. Harbor:\n---------\n\nQuotations:\n-----------", "2. Oil:\n-------\n\nQuotations:\n-----------"),
    ],
)
def test_titles_with_numbers_of_their_own(first: str, second: str) -> None:
    found = seen(REVIEW.format(first=first, second=second))
    assert [number for _, number, _ in found if number] == ["1", "2"]
    titles = [text for kind, _, text in found if kind == "heading" and text[0].isdigit()]
    assert titles == ["1. Harbor:", "2. Oil:"]
    assert sum(kind == "item" for kind, _, _ in found) == 2


def test_a_number_on_the_title_of_its_paragraph_is_no_title() -> None:
    found = seen(f"1. SUMMARY\n----------\n{BEFORE[7:]}\n\n2. OIL\n------\n{BEFORE[7:]}")
    assert [number for _, number, _ in found if number] == ["1", "2"]


def test_a_title_below_a_full_line_without_a_stop() -> None:
    text = f"{BEFORE[:-1]} and it burned on the rock in the harbor of\n{BEFORE[7:-1]}\n\nThe Price of Oil\n\n\n{TEXT}"
    assert texts(text, "heading") == ["The Price of Oil"]
