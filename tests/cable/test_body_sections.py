"""Headers in mid-text: every section of a print has one, and a telegram may begin again."""

from __future__ import annotations

from cablereader.cable import read_cable

from .body_tools import body, seen

FIRST = "1. (C) THE KEEPERS SAID ON MARCH 5 THAT THEY WOULD BEGIN A STRIKE IF\n"
REST = "NOTHING WERE DONE.\n\n2. (C) COMMENT: THEY MAY BE RIGHT.\nASHWORTH\n"
ROUTING = """
                       CONFIDENTIAL

PTQ0342

PAGE 01        PORT A  01196  02 OF 02  082031Z
ACTION EUR-00

INFO  LOG-00   NP-00    AMAD-00  CIAE-00  INL-00
                  ------------------5EF1BB  082031Z /38
O 082024Z MAR 02
FM AMEMBASSY PORT ALDER
TO SECSTATE WASHDC IMMEDIATE 3328
INFO HARBOR COLLECTIVE

"""
LINE = "C O N F I D E N T I A L SECTION 02 OF 02 PORT ALDER 001196\n\n"
FIELDS = """STATE FOR EUR/WE

E.O. 12958: DECL: 03/05/2007
TAGS: PHUM, PGOV, VP
SUBJECT: THE PRICE OF LAMPS IN THE
HARBOR

"""
BLOCKS = [
    ("paragraph", "1", "THE KEEPERS SAID ON MARCH 5 THAT THEY WOULD BEGIN A STRIKE IF NOTHING WERE DONE."),
    ("paragraph", "2", "COMMENT: THEY MAY BE RIGHT."),
    ("closing", None, "ASHWORTH"),
]


def test_a_section_has_its_own_header() -> None:
    assert seen(FIRST + ROUTING + LINE + FIELDS + REST) == BLOCKS


def test_the_header_of_a_section_may_be_its_routing_alone() -> None:
    assert seen(FIRST + ROUTING + LINE + "EXDIS\n\n" + REST) == BLOCKS


def test_the_header_of_a_section_may_have_no_routing() -> None:
    assert seen(FIRST + LINE + FIELDS + REST) == BLOCKS


def test_a_header_is_furniture() -> None:
    found = body(FIRST + ROUTING + LINE + FIELDS + REST)
    assert any("FM AMEMBASSY PORT ALDER" in item.text and "HARBOR" in item.text for item in found.furniture)


def test_a_telegram_runs_into_its_own_header() -> None:
    again = "P 171259Z JUN 09FM AMEMBASSY PORT ALDERTO SECSTATE WASHDC PRIORITY 4928INFO HARBOR COLLECTIVE\n"
    again += "UNCLAS PORT ALDER 000483 DEPT FOR NEA/MAG E.O. 12958: N/A TAGS: PHUM PGOV VP\n\n"
    assert seen(again + FIRST + REST) == BLOCKS


def test_a_mark_of_the_page_in_small_letters() -> None:
    text = "1. The fees were paid to the harbor office \nPortalder 00000005 002.2 of 003 \nand the lamps were lit.\n"
    assert seen(text) == [("paragraph", "1", "The fees were paid to the harbor office and the lamps were lit.")]


def test_words_that_name_a_level_are_no_header() -> None:
    text = "1. THE TAGS: PHUM AND PGOV WERE WRONG IN\nCONFIDENTIAL PORT ALDER PAPERS.\n"
    assert body(text).furniture == ()


def test_a_header_printed_twice_is_read_once() -> None:
    routing = "R 301746Z JUL 09\nFM AMEMBASSY PORT ALDER\nTO SECSTATE WASHDC 9256\n"
    header = (
        f"C O N F I D E N T I A L PORT ALDER 001196\n\nSIPDIS\n\nFOR DEPUTY VARR\n{FIELDS}Classified By: A. Quill\n\n"
    )
    blocks = read_cable(f"{routing}{header}{header}{FIRST}{REST}").blocks
    assert [(block.kind, block.number, block.text) for block in blocks] == BLOCKS


def test_pages_in_running_text() -> None:
    text = (
        "1. THEY WENT CONFIDENTIAL CONFIDENTIAL PAGE 02 PORT A 01196 082031Z HOME. 2. A CONFIDENTIAL PAGE 3 WAS LOST."
    )
    found = body(text)
    assert [each.text for each in found.furniture] == ["CONFIDENTIAL CONFIDENTIAL PAGE 02 PORT A 01196 082031Z"]
    assert found.blocks[0].text == "THEY WENT HOME. 2. A CONFIDENTIAL PAGE 3 WAS LOST."
