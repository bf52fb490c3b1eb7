"""The marks of a header, explained."""

from __future__ import annotations

import pytest
from cablereader.cable import read_cable
from cablereader.cable.header.captions import captions
from cablereader.cable.practice import practice
from cablereader.cable.vocabulary.tables import entries

TEXT = """VZCZCXYZ0000
OO RUEHC RUEHXX
DE RUEHME #1234/01 2501405
ZNY CCCCC ZZH
O P 071405Z SEP 06
FM AMEMBASSY MEXICO
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0001
BT
C O N F I D E N T I A L MEXICO 001234

SIPDIS
NOFORN

E.O. 12958: DECL: X1
TAGS: PREL, MX
SUBJECT: A HARBOUR

Classified By: A. Pilot. Reason: 1.5 (b) and (d)

1. (C) Text of the telegram, which is short.
"""


def test_every_mark_of_a_header_has_its_meaning() -> None:
    found = practice(read_cable(TEXT))
    assert [(item.field, item.meaning.term) for item in found] == [
        ("classification", "CONFIDENTIAL"),
        ("precedence", "O"),
        ("precedence", "P"),
        ("captions", "SIPDIS"),
        ("captions", "NOFORN"),
        ("order", "X1"),
        ("reasons", "1.5(b)"),
        ("reasons", "1.5(d)"),
    ]
    assert found[-1].meaning.text.startswith("foreign relations")
    assert found[-1].meaning.source.endswith("section 1.5")


CAPTIONS = [entry.term for found in entries("practice", 1, 2).values() for entry in found if entry.kind == "caption"]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_every_caption_of_the_table_is_one_that_is_read(caption: str) -> None:
    assert captions(caption) == [caption]
