"""Telegrams of the 1970s, in capitals and without blank lines: where the header ends and the text begins."""

from __future__ import annotations

import pytest
from cablereader.cable import read_cable

HEAD = """UNCLASSIFIED
PAGE 01 ROME 00412 051020Z
ACTION VO-03
INFO OCT-01 ISO-00 /004 W
--------------------- 062281
R 051020Z JUN 75
FM AMEMBASSY ROME
TO SECSTATE WASHDC 1291
UNCLAS ROME 00412
E.O. 11652: N/A
TAGS: CVIS
"""
LIGHT = "SUBJ: THE LIGHT ON THE ROCK"
TWO_LINES = "SUBJ: THE LIGHT ON THE ROCK AND THE PRICE OF THE OIL THAT\nIS BURNED THERE"


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (LIGHT, "SUMMARY: THE KEEPER SAID SO.\n1. HE ROWED."),
        (LIGHT, "SUMMARY. THE KEEPER SAID SO AND THE PILOT SAID NOTHING\nOF IT. END SUMMARY.\n1. HE ROWED."),
        (LIGHT, "BEGIN SUMMARY: THE KEEPER SAID SO.\n1. HE ROWED."),
        (LIGHT, "EMBASSY CONCURS. PLEASE GRANT COUNTRY CLEARANCE."),
        (f"{LIGHT}\nFOR CONSUL FROM VARR", "PLEASE TELL KEEPER THAT HIS AUNT IS WELL."),
        (
            LIGHT,
            "IN TALK WITH CONSUL MAY 4 THE KEEPER OF THE ROCK SAID THAT\nHE KNEW NOTHING OF OIL. CONSUL SAID NOTHING.",
        ),
        (TWO_LINES, "KEEPER ARRIVED ROME MAY 4 AND CALLED ON MAYOR WHO TOLD HIM\nTHAT OIL WAS DEAR. HE LEFT."),
        (f"{LIGHT}\nREF: STATE 12345", "CONCUR."),
        (f"{LIGHT}\nREF: STATE 12345 (NOTAL)", "PILOTS ROWED OUT AT NOON. NOBODY CAME BACK."),
        (f"{LIGHT}\nREF: MY TELCON WITH VARR MAY 3", "PILOTS ROWED OUT AT NOON. NOBODY CAME BACK."),
        (
            f"{LIGHT}\nREF: STATE 12345, PARA 2",
            "HOLLIN, JUNE 25-- FOLLOWING IS THE TEXT OF A TALK BY\nDR. VARR, KEEPER TO THE ROCK.",
        ),
        (
            f"{LIGHT}\nREF: STATE 12345",
            "FOLLOWING REPEAT OF ROME 123 SENT ACTION PARIS MAY 5\nQUOTE THE LAMP IS LIT. UNQUOTE",
        ),
        (f"{LIGHT}\nREF: STATE 12345\nDEPT PASS LIMA", "1. HE ROWED."),
        (
            f"{LIGHT}\n\nREF: (A) STATE 118244\n\n  (B) STATE 120531\n",
            "(U) PILOTS ROWED OUT ON AUGUST 24, 2007 AND CAME HOME ON\nAUGUST 25.",
        ),
        ("SUBJ: OIL FOR ST. VARR AND MT. HOLLIN, DEPT. LAMP AND\nTHE OTHER LAMPS OF THE ROCK", "1. HE ROWED."),
        ("SUBJ: THE LIGHT ON THE ROCK, AND ALL OF THE PRICES OF\nALL OF THE OIL.", "1. HE ROWED."),
    ],
)
def test_the_text_begins_below_the_last_field(header: str, text: str) -> None:
    cable = read_cable(f"{HEAD}{header}\n{text}\nASHWORTH\nUNCLASSIFIED\nNNNN\n")
    first = cable.blocks[0]
    shown = f"{first.number}. {first.text}" if first.number else first.text
    assert shown.split()[:2] == text.removeprefix("(U) ").split()[:2]
    assert cable.signer == "ASHWORTH"
    assert (cable.header.subject or "").startswith(" ".join(header.partition("\nREF")[0].split("\nFOR")[0][6:].split()))
    assert all(each.text in " ".join(header.split()) for each in cable.header.references)


def test_a_marked_text_in_capitals_behind_a_reference() -> None:
    text = f"{HEAD}{LIGHT}\nREF: STATE 118903 (U) PILOTS ROWED OUT ON AUGUST 24, 2007 AND CAME HOME MAY 29 DRY.\n"
    cable = read_cable(text)
    assert [each.text for each in cable.header.references] == ["STATE 118903"]
    assert cable.blocks[0].text.startswith("PILOTS ROWED")


def test_a_subject_of_a_header_without_a_text_keeps_its_lines() -> None:
    assert (read_cable(f"{HEAD}{TWO_LINES}\n").header.subject or "").endswith("IS BURNED THERE")


@pytest.mark.parametrize(
    "text",
    ["This is LAMPS-36-09.", "The keepers of the light on the rock went out in the morning and came back\nat noon."],
)
def test_a_sentence_right_below_the_reasons_is_the_text(text: str) -> None:
    header = "C O N F I D E N T I A L ROME 000410\nSIPDIS\nE.O. 12958: DECL: 05/22/2019\nTAGS: PARM\nSUBJECT: LAMPS\n"
    cable = read_cable(
        f"{header}Classified By: Odile Varr for reasons 1.4 (B) and (D)\n{text}\n1. (C) He rowed.\nQUILL\n"
    )
    assert cable.header.classified_by == "Odile Varr for reasons 1.4 (B) and (D)"
    assert [block.text for block in cable.blocks][:2] == [" ".join(text.split()), "He rowed."]


MIXED = "UNCLAS PORT ALDER 000412\nSIPDIS\nE.O. 12958: N/A\nTAGS: PREL\n"
ROWED = "On May 3 and 8, 2007, Conoff rowed out with Deputy\nMaster of Lamps, Maria Varr, and saw nothing of it.\n"


@pytest.mark.parametrize(
    ("header", "text", "numbers"),
    [
        ("SUBJECT: THE LIGHT\nREF:  SECSTATE 118907\n", ROWED, []),
        ("SUBJECT: THE LIGHT\nREF: A. STATE 90117\n     ¶B. ROME 1399\n", f" {ROWED}", []),
        ("SUBJECT: THE LIGHT\nREF: STATE 118911\n", f"1, {ROWED}2. The oil was dear.\n", ["1", "2"]),
        ("SUBJECT: THE LIGHT ON THE ROCK\n", f" (1) SUMMARY: {ROWED}(2) {ROWED}(3) {ROWED}", ["1", "2", "3"]),
        ("SUBJECT: THE LIGHT\nREF: A. 04 ROME 2401\n     ¶B. ROME 656\n", f"Summary\n-------\n1. {ROWED}", ["1"]),
        ("SUBJECT: THE LIGHT ON THE ROCK AND THE\nOIL\n", f"Summary -------\n1. {ROWED}", ["1"]),
        ("SUBJECT: THE LIGHT ON THE ROCK AND THE\nOIL\n", f"SUMMARY\n-------\n1. {ROWED}", ["1"]),
    ],
)
def test_a_copy_without_blank_lines(header: str, text: str, numbers: list[str]) -> None:
    cable = read_cable(f"{MIXED}{header}{text}VARR\n")
    assert [block.number for block in cable.blocks if block.number] == numbers
    assert " ".join(header.split("\nREF")[0].split())[9:] == cable.header.subject
    assert " ".join(block.text for block in cable.blocks).split()[0] in text.split()[:2]
    assert all("Conoff" not in each.text and "Summary" not in each.text for each in cable.header.references)
    assert cable.signer == "VARR"
