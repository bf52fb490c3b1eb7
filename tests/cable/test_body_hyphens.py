"""Words that 1970s prints broke at the ends of lines; in later text a hyphen at a line's end is the word's own."""

from __future__ import annotations

import pytest

from .body_tools import body

PAGE = "CONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        HOLLIN  01190  171530Z\n\n"
PROSE = "THE KEEPER OF THE LIGHT WAS ASKED BY THE PILOTS WHOSE YEAR IT WAS,\nAND SAID THAT HE DID NOT KNOW."


def printed(broken: str) -> str:
    return f"1. {PROSE}\n\n{PAGE}2. {PROSE} THE LIGHTHOUSE IS WELL-KNOWN AND SO IS THE\nNON-PAYMENT; {broken} AT DUSK."


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("NEITHER GOV-\nERNMENT", "NEITHER GOVERNMENT AT"),
        ("NEITHER GOV- \n  ERNMENT", "NEITHER GOVERNMENT AT"),
        (f"NEITHER GOV-\n{PAGE}ERNMENT", "NEITHER GOVERNMENT AT"),
        ("THE LIGHT-\nHOUSE", "THE LIGHTHOUSE AT"),
        ("THE POSSES-\nSION.", "THE POSSESSION. AT"),
        ("A WELL-\nKNOWN", "A WELL-KNOWN AT"),
        ("OIL WAS PRO-\nVIDED", "OIL WAS PROVIDED AT"),
        ("AN INTER-\nNATIONAL LAMP", "AN INTERNATIONAL LAMP AT"),
        ("A PRO-\nVESPERAN KEEPER", "A PRO-VESPERAN KEEPER AT"),
        ("A NON-\nPAYMENT", "A NON-PAYMENT AT"),
        ("AN ANTI-\nFOG", "AN ANTI-FOG AT"),
        ("THE U.S.-\nVESPERA", "THE U.S.-VESPERA AT"),
        ("A KEEPER-\nPILOTS", "A KEEPER-PILOTS AT"),
        ("IN 1974-\n75", "IN 1974-75 AT"),
        ("A FIVE-\nYEAR", "A FIVE-YEAR AT"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(broken: str, joined: str) -> None:
    assert joined in body(printed(broken)).blocks[1].text


def test_each_is_said_and_the_way_back_stays() -> None:
    text = printed("NEITHER GOV-\nERNMENT")
    found = body(text)
    assert [(repair.found, repair.meant) for repair in found.repairs if repair.kind == "hyphen"] == [("-", "")]
    block = found.blocks[1]
    place = block.text.index("ERNMENT")
    assert text[block.to_source(place) :].startswith("ERNMENT")
    assert text[block.to_source(place - 1)] == "V"


@pytest.mark.parametrize("page", ["", PAGE])
def test_a_text_that_is_not_in_capitals_keeps_its_hyphens(page: str) -> None:
    prose = PROSE.lower()
    assert "gov-ernment at" in body(f"1. {prose}\n\n{page}2. {prose} neither gov-\nernment at dusk.").blocks[1].text
    assert "CAFTA-DR" in body(f"1. {prose}\n\n{page}2. {prose} the CAFTA-\nDR at dusk.").blocks[1].text


def test_capitals_without_pages_keep_theirs() -> None:
    assert "GOV-ERNMENT" in body(f"1. {PROSE}\n\n2. {PROSE} NEITHER GOV-\nERNMENT AT DUSK.").blocks[1].text
