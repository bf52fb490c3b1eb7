"""Transmission lines that a copy ran together are read as if each had its line."""

from __future__ import annotations

import pytest
from cablereader.cable import Cable, cover, read_cable

LINES = """VZCZCXRO0379
PP RUEHTRO
DE RUEHC #0284/01 0041825
ZNY CCCCC ZZH
P R 041820Z JAN 10
FM SECSTATE WASHDC
TO RUEHTRO/AMEMBASSY TRIPOLI PRIORITY 1742
AMEMBASSY LA PAZ 0012
INFO RHMFISS/JOINT STAFF WASHINGTON DC
RUEKJCS/SECDEF WASHINGTON DC
RHMFIUU/39OS INCIRLIK AB TU
USMISSION USNATO
USMISSION UNVIE VIENNA 0044
HARBOR COLLECTIVE PRIORITY
DEPT OF COMMERCE WASHDC"""
TEXT = """C O N F I D E N T I A L SECTION 01 OF 02 STATE 000284

SIPDIS

E.O. 12958: DECL: 01/04/2020
TAGS: MASS MARR PARM LY
SUBJECT: LAMPS

1. (C) The lamps are lit.

ASHWORTH
"""


def lines_of(joint: str, below: str = "\n\n") -> Cable:
    text = joint.join(LINES.split("\n")) + below + TEXT
    cable = read_cable(text)
    assert cover(cable.spans, len(text))
    return cable


@pytest.mark.parametrize(("joint", "below"), [(" ", "\n\n"), (" ", " "), ("", "\n\n"), ("  ", "\n")])
def test_lines_run_together(joint: str, below: str) -> None:
    cable, apart = lines_of(joint, below), lines_of("\n")
    assert cable.id == apart.id == "10STATE284"
    assert cable.header == apart.header
    assert [block.text for block in cable.blocks] == [block.text for block in apart.blocks]


def test_a_sender_named_in_the_text_is_no_header() -> None:
    text = "1. The message P 041820Z JAN 10 FM SECSTATE WASHDC was lost.\n"
    assert read_cable(f"{LINES}\n\n{TEXT}{text}").header == lines_of("\n").header
