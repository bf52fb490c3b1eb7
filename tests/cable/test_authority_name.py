"""The name in a Classified By line, whatever title or garble stands around it; all persons are invented."""

from __future__ import annotations

import pytest
from cablereader.cable import read_heading
from cablereader.cable.header.authority import authority_name
from hypothesis import example, given
from hypothesis import strategies as st

NAMES = [
    ("Political Counselor F. Quentin Marsh for Reasons 1.4 (b) and (d)", "F. Quentin Marsh"),
    ("Iris B. Wren, Assistant Secretary, Department of State, XYZ; REASON: 1.4(B), (D)", "Iris B. Wren"),
    ("Charge d'Affaires, a.i., Olaf T. Reed", "Olaf T. Reed"),
    ("CHARGE D'AFFAIRES OLAF REED FOR REASONS 1.4 (A)", "OLAF REED"),
    ("Charge d,Affaires a.i. Olaf Reed, reasons 1.4(b) and (d).", "Olaf Reed"),
    ("RSO - JOHN P. HOLT. REASON 1.5(D)", "JOHN P. HOLT"),
    ("Acting Pol/Econ Counselor:Steffi Vane, reasons 1.4 (b and d)", "Steffi Vane"),
    ("Acting DCM/Tad Osk for reasons 1.4 (b and d)", "Tad Osk"),
    ("Ambassador Rolf O. Lake, Jr. for reasons 1.4 (b) and (d).", "Rolf O. Lake, Jr."),
    ("ROLF O. LAKE, JR., AMBASSADOR. REASON: 1.5 (B)", "ROLF O. LAKE, JR."),
    ("Ambassador Rolf Lake, III. Reasons: 1.4 (b)", "Rolf Lake, III"),
    ("Ambasasdor Rolf Lake, Reasons 1.4 (b) and (d)", "Rolf Lake"),
    ("AMBASSAD0R LAKE. REAS0N: 1.5(B,D).", "LAKE"),
    ("Classified by Economic Minister-Counsellor Ada Pell for Reas (b)", "Ada Pell"),
    ("This message classified by Econ Officer Ada Pell under Section 1.4", "Ada Pell"),
    ("Special Representative for Peru and Chile Ada C. Pell", "Ada C. Pell"),
    ("SCA/DAS for Central Asia Ada Pell", "Ada Pell"),
    ("DCM J. Dean Vole (acting) for reasons 1.4 (b)", "J. Dean Vole"),
    ("PRM/AFR Dir. Ada Pell-reasons 1.4(b/d)", "Ada Pell"),
    ("DCM ADA PELL DUE TO 1,4 (C) AND (D).", "ADA PELL"),
    ("AF ADA PELL, ACTING AND S/CT DAS OLAF REED ; REASON: 1.4 (B)", "ADA PELL"),
    ("Defense Attache LTC Lars Beck. Re asons 1.4 (b)", "Lars Beck"),
    ("Consul Ada-Marie Pell", "Ada-Marie Pell"),
    ("SECTION 1.5 (B) AND (D). NIACT PRECEDENCE BECAUSE OF CRISIS", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "name"), NAMES)
def test_the_name_is_told_from_titles_and_reasons(line: str, name: str | None) -> None:
    assert authority_name(line) == name


@pytest.mark.parametrize("label", ["Classified By: ", "1.  (U) CLASSIFIED BY ", "CLASSIFIED BY: (U) Classified by "])
def test_the_label_is_no_part_of_the_name(label: str) -> None:
    assert authority_name(f"{label}DCM Ada Pell, reason 1.4 (b)") == "Ada Pell"


def test_of_two_lines_the_one_with_reasons_counts() -> None:
    text = "R 012004Z SEP 06\nFM AMEMBASSY MEXICO\nTO SECSTATE WASHDC\nSECRET MEXICO 001234\n\nSUBJECT: LAMPS\n\n"
    lines = "Classified By: ROME 222\nROME 216\n\nClassified by DCM Ada Pell; reasons 1.4 b and d.\n\n1. (C) One.\n"
    assert read_heading(text + lines).header.classified_by == "DCM Ada Pell; reasons 1.4 b and d."


def test_an_authority_line_behind_a_portion_mark() -> None:
    text = "R 012004Z SEP 96\nFM AMEMBASSY MEXICO\nCONFIDENTIAL MEXICO 004964\n\nTAGS: PREL\nSUBJECT: A SUBJECT\n\n"
    header = read_heading(f"{text}(U) CLASSIFIED BY TDY RSO ADA PELL FOR REASON 1.5 C.\n\n1. (C) One.\n").header
    assert header.classified_by == "TDY RSO ADA PELL FOR REASON 1.5 C."
    assert header.reasons == ("1.5(c)",)


@given(st.text())
@example("A\\'")
def test_any_line_has_a_name_of_its_own_words_or_none(line: str) -> None:
    name = authority_name(line)
    # The escape of a dump's row is undone.
    plain = line.replace("\\'", "'")
    assert name is None or all(word.strip(".,:;-") in plain for word in name.split())
