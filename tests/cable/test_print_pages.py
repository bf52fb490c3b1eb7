"""Pages of a print of the 1970s that end in odd places: at a stamp, within the header, with levels of several words."""

from __future__ import annotations

import pytest
from cablereader.cable import Cable, cover, read_cable

STAMP = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"
PAGE = "PAGE 02        ROME    09123  051310Z"
ABOVE = """1. THE MINISTER SAID THAT THE FERRY OF THE ISLANDS, WHICH NOBODY
HAS SEEN SINCE THE WINTER, WAS TO BE SOLD. A BUYER HAD COME FORWARD.
HE ADDED THAT THE OTHER ONE, WHICH IS TO SAIL AT NOON TODAY FROM"""
BELOW = """THE OLD PORT, WILL BE LATE.

2. NOBODY IN THE CAPITAL EXPECTS IT BEFORE THE EVENING, AND THE TWO
MAYORS, WHO WERE TO MEET ON BOARD, HAVE GONE HOME AGAIN."""


def print_of(level: str, subject: str, body: str) -> Cable:
    """A print at a level, its subject and body as given."""
    text = f"""{level}

PAGE 01        ROME    09123  051310Z

46
ACTION EUR-12

INFO  OCT-01  ISO-00  /013 W
                     --------------------- 041107
R 051155Z SEP 75
FM AMEMBASSY ROME
TO SECSTATE WASHDC 1840
INFO AMEMBASSY PARIS

{level} ROME 9123

E.O. 11652: GDS
TAGS: PFOR, EFIS, IT
{subject}

{body}
VOLPE

{level}

NNNN
"""
    cable = read_cable(text)
    assert cover(cable.spans, len(text))
    assert (cable.id, cable.signer, cable.header.classification) == ("75ROME9123", "VOLPE", level)
    return cable


@pytest.mark.parametrize("level", ["SECRET", "LIMITED OFFICIAL USE"])
@pytest.mark.parametrize("reviewer", ["", "Sheryl P. Walter "])
def test_a_level_above_a_stamp_in_mid_sentence_is_of_the_page(level: str, reviewer: str) -> None:
    body = f"{ABOVE}\n{level}\n{reviewer}{STAMP}\n\n{level}\n\n{PAGE}\n\n{BELOW}"
    cable = print_of(level, "SUBJECT: FERRIES\n\nREF: STATE 18", body)
    assert cable.blocks[0].text.endswith("AT NOON TODAY FROM THE OLD PORT, WILL BE LATE.")
    assert [each.text for each in cable.furniture].count(level) == 4


def test_a_stamp_longer_than_the_lines_does_not_measure_them() -> None:
    below = "THE OLD PORT, WILL BE LATE AGAIN.\n\n2. NOBODY IN THE CAPITAL EXPECTS IT BEFORE THE EVENING."
    body = f"1. THE MINISTER SAID THAT THE FERRY WHICH IS TO SAIL AT NOON FROM\n{STAMP}\n\n{PAGE}\n\n{below}"
    cable = print_of("SECRET", "SUBJECT: FERRIES\n\nREF: STATE 18", body)
    assert cable.blocks[0].text.endswith("AT NOON FROM THE OLD PORT, WILL BE LATE AGAIN.")


@pytest.mark.parametrize("level", ["SECRET", "LIMITED OFFICIAL USE"])
def test_a_page_that_ends_below_the_subject(level: str) -> None:
    subject = f"SUBJECT: FERRIES OF THE BAY\n{level}\n\n{level}\n\n{PAGE}\n\nREF: (A) STATE 18; (B) PARIS 7"
    cable = print_of(level, subject, "1. THE FERRY SAILS AT NOON.")
    assert cable.header.subject == "FERRIES OF THE BAY"
    assert [each.id for each in cable.header.references] == ["75STATE18", "75PARIS7"]
    assert [block.text for block in cable.blocks] == ["THE FERRY SAILS AT NOON.", "VOLPE"]


@pytest.mark.parametrize("gap", [" ", "   ", "\n"])
def test_a_stamp_of_release_with_the_level_before_it(gap: str) -> None:
    stamp = gap.join(
        ("UNCLASSIFIED", "U.S. Department of State", "Case No. F-2010-03044", "Doc No. C05125678", "Date: 01/09/2013")
    )
    cable = print_of("SECRET", "SUBJECT: FERRIES\n\nREF: STATE 18", f"{ABOVE}\n{stamp}\n\n{stamp}\n\n{PAGE}\n{BELOW}")
    assert cable.rendition == "foia print"
    assert cable.blocks[0].text.endswith("AT NOON TODAY FROM THE OLD PORT, WILL BE LATE.")
    assert [each.text for each in cable.furniture].count(stamp) == 2


def test_a_name_on_the_last_line_above_the_level_and_the_end_mark() -> None:
    body = f"{ABOVE}\nTHE OLD PORT.\n2. COMMENT: WE SHALL SEE. GARDNER"
    text = (
        "CONFIDENTIAL\nPAGE 01 ROME 01196 01 OF 02 082030Z\nO 081955Z MAR 79\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\n"
        f"C O N F I D E N T I A L ROME 01196\nTAGS: PINT, IT\nSUBJECT: LIGHT\n{body}\nCONFIDENTIAL\nNNNN\n"
    )
    cable = read_cable(text)
    assert (cable.signer, cable.blocks[-2].text) == ("GARDNER", "COMMENT: WE SHALL SEE.")
