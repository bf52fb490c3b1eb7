"""What was mended in a header: page ends inside its fields, captions twice, a number that the DE line disproves."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from cablereader.cable import Cable, cover, read_cable, read_heading

HEAD = """VZCZCXRO1234
RR RUEHMA
DE RUEHSJ #{serial}/01 1632004
ZNR UUUUU ZZH
R 122004Z JUN 09
FM AMEMBASSY SAN JOSE
TO RUEHC/SECSTATE WASHDC 0001
{line}

SIPDIS

"""
BODY = "\n1. (U) One.\n"
PAGE = "                       CONFIDENTIAL\n\nPAGE 02        SAN JO  00525  01 OF 02  122004Z\n"


def cable_with(text: str = "", line: str = "UNCLAS SAN JOSE 000525", serial: str = "0525", name: str = "") -> Cable:
    """A cable whose header has `text` below its captions."""
    cable = read_cable(HEAD.format(line=line, serial=serial) + text + BODY, name or None)
    assert cover(cable.spans, len(cable.source))
    return cable


def repairs_of(cable: Cable) -> list[tuple[str, str, str]]:
    """The repairs, each found where its span says."""
    assert all(cable.source[slice(*repair.span)] == repair.found for repair in cable.repairs)
    return [(repair.kind, repair.found, repair.meant) for repair in cable.repairs]


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        (f"TAGS: PREL, PGOV\n{PAGE}CS, US\nSUBJECT: A\n", "tags", ["PREL", "PGOV", "CS", "US"]),
        (f"TAGS: PREL,\n{PAGE}PGOV\nSUBJECT: A\n", "tags", ["PREL", "PGOV"]),
        (f"SUBJECT: THE MINISTER OF\n{PAGE}THE FERRIES\n", "subject", "THE MINISTER OF THE FERRIES"),
        (f"SUBJECT: THE FERRIES\n{PAGE}", "subject", "THE FERRIES"),
    ],
)
def test_a_field_goes_on_below_the_end_of_a_page(text: str, field: str, said: object) -> None:
    cable = cable_with(text)
    assert cable.as_dict()[field] == said
    assert [found.text for found in cable.furniture][:2] == ["CONFIDENTIAL", PAGE.splitlines()[2]]
    assert [block.text for block in cable.blocks] == ["One."]


@pytest.mark.parametrize(
    "text",
    [
        f"SUBJECT: A\n\nREF: A. STATE 407\n{PAGE}     B. SAN JOSE 18\n     C. SAN JOSE 94\n",
        "SUBJECT: A\n\nREF: A. STATE 407\n CONFIDENTIAL\n"
        "PAGE 02 SAN JO 00525 01 OF 02 122004Z  B. SAN JOSE 18  C. SAN JOSE 94\n",
        f"SUBJECT: A\n\nREF: A. STATE 407 B. SAN JOSE\n{PAGE}18 C. SAN JOSE 94\n",
    ],
)
def test_references_go_on_below_the_end_of_a_page(text: str) -> None:
    cable = cable_with(text)
    assert [(found.label, found.id) for found in cable.header.references] == [
        ("A", "09STATE407"),
        ("B", "09SANJOSE18"),
        ("C", "09SANJOSE94"),
    ]
    assert [block.text for block in cable.blocks] == ["One."]


def test_a_garbled_subject_label_still_lets_references_be_glued_to_its_line() -> None:
    cable = cable_with("UBJECT: THE COURT RULES REF: A. A) SAN JOSE 20\nB. B) 2/22/08 HOLT-PELL E-MAIL\n")
    assert cable.header.subject == "THE COURT RULES"
    assert [found.id for found in cable.header.references] == ["09SANJOSE20", None]
    assert repairs_of(cable) == [("label", "UBJECT", "SUBJECT")]


def test_a_caption_that_is_printed_again_is_furniture() -> None:
    cable = cable_with("SENSITIVE\nSIPDIS\n\nSUBJECT: A\n")
    assert cable.header.captions == ("SIPDIS", "SENSITIVE")
    assert [found.text for found in cable.furniture] == ["SIPDIS"]


@pytest.mark.parametrize(
    ("line", "serial", "name", "id_", "repairs"),
    [
        ("UNCLAS SAN JSE 000525", "0525", "", "09SANJOSE525", [("id", "SAN JSE 000525", "09SANJOSE525")]),
        ("UNCLAS QAN OSE 000525", "0525", "", "09SANJOSE525", [("id", "QAN OSE 000525", "09SANJOSE525")]),
        ("UNCLAS AQQE 000525", "0525", "", "09SANJOSE525", [("id", "AQQE 000525", "09SANJOSE525")]),
        ("UNCLAS SECTIOQ1 OF 03 SAN JOSE 000525", "0525", "", "09SANJOSE525", []),
        ("UNCLAS SQCTION 0QF 03 SAN JOSE 000525", "0525", "", "09SANJOSE525", []),
        ("UNCLAS SAN JOSE 000521 SUSPECTED DUPLICATE 525", "0525", "", "09SANJOSE525", []),
        ("UNCLAS SAN JOSE 21", "1021", "", "09SANJOSE1021", [("id", "SAN JOSE 21", "09SANJOSE1021")]),
        ("UNCLAS SAN JOSE 000255", "0525", "09SANJOSE525", "09SANJOSE525", [("id", "SAN JOSE 000255", "09SANJOSE525")]),
        ("UNCLAS SAN JOSE 000255", "0525", "", "09SANJOSE255", []),
        ("UNCLAS SAN JOSE 000525", "0525", "09SANJOSE255", "09SANJOSE525", []),
        ("UNCLAS SECTION 01 OF 03 SAN JOSE 000525", "0525", "09SECTION01OF03SANJOSE525", "09SANJOSE525", []),
        ("UNCLAS E F T O SAN JOSE 000525", "0525", "09EFTOSANJOSE525", "09SANJOSE525", []),
        ("UNCLAS SAN JOSE", "0525", "09AMEMBASSYSANJOSE525", "09SANJOSE525", []),
    ],
)
def test_an_id_is_what_number_and_serial_prove(
    line: str, serial: str, name: str, id_: str, repairs: list[tuple[str, str, str]]
) -> None:
    cable = cable_with("SUBJECT: A\n", line, serial, name)
    assert cable.id == id_
    assert repairs_of(cable) == repairs


@pytest.mark.parametrize("remark", ["C O R R E C T E D  C O P Y", "CORRECTED COPY:"])
def test_a_remark_before_the_level(remark: str) -> None:
    cable = cable_with("SUBJECT: A\n", f"{remark} UNCLAS SAN JOSE 000525")
    assert (cable.id, cable.header.classification) == ("09SANJOSE525", "UNCLAS")


def _work(text: str) -> int:
    """How many calls of functions reading a header takes."""
    calls = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        read_heading(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", [PAGE, "SAN JOSE 00000525 002 OF 004\n", "A: ", "CONFIDENTIAL\n", "UBJECT: A "])
@pytest.mark.parametrize("label", ["", "SUBJECT: A\n\nREF: A. ", "TAGS: PREL, "])
def test_twice_as_much_of_anything_takes_at_most_about_twice_the_work(label: str, unit: str) -> None:
    head = HEAD.format(line="UNCLAS SAN JOSE 000525", serial="0525") + label
    _work(head + unit * 100)
    once, twice = _work(head + unit * 100), _work(head + unit * 200)
    assert twice <= 2.3 * once
