"""A plain REF line is read at one stroke as it is read line by line and letter by letter."""

from __future__ import annotations

import pytest
from cablereader.cable import plain_references, references
from cablereader.cable.citing import Citing
from hypothesis import given
from hypothesis import strategies as st

CITING = Citing(2006, "LIMA", 4000, ("SECSTATE WASHDC",))
PIECES = (
    *("A. ", "¶B. ", "(A) ", "B) ", "[C] ", "A. (A) ", "B. (B) ", "A. B) ", "a. ", "D", "A - ", "A.", ""),
    *("STATE 6703", "LIMA 0012", "06 LIMA 4001", "2005 MEXICO 77", "Rio de Janeiro 91", "SAN  JOSE 5", "R. ROE EMAIL"),
    *(
        " (NOTAL)",
        " NOTAL",
        " AND PREVIOUS",
        "\n",
        "\n     ",
        "\n\n\n\n\n\n",
        ";",
        ", ",
        " ",
        "  ",
        ".",
        "(C) ",
        "PAGE 02",
    ),
    *(
        "STATE 12 B. LIMA 5",
        "U S MISSION 12",
        "LIMA 00001234 002 OF 003",
        "LIMA 12-06",
        "and so it is said to be in all",
    ),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (" STATE 6703", [(None, "STATE 6703", "06STATE6703")]),
        (
            " A. 05 STATE 6703 (NOTAL), \n     ¶B. Rio de Janeiro 0091\n\n",
            [("A", "05 STATE 6703 (NOTAL)", "05STATE6703"), ("B", "Rio de Janeiro 0091", "06RIODEJANEIRO91")],
        ),
        (" A. (A) STATE 1; B. (B) LIMA 2", [("A", "STATE 1", "06STATE1"), ("B", "LIMA 2", "06LIMA2")]),
    ],
)
def test_plain_lines(value: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = plain_references.read(value, CITING)
    assert found is not None
    assert [(item.label, item.text, item.id) for item in found] == expected
    assert plain_references.end_of(value, 0, len(value)) == len(value)


@pytest.mark.parametrize(
    "value",
    [" B. STATE 1", " STATE 1\nB. LIMA 2", " A. STATE 1 C. LIMA 2", " STATE 1, LIMA 2", " NOWHERE AT ALL 12", ""],
)
def test_what_is_not_plain_is_left(value: str) -> None:
    assert plain_references.read(value, CITING) is None


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_both_ways_read_alike(value: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_references, "read", lambda value, citing: None)
        patch.setattr(plain_references, "end_of", lambda text, content, limit: None)
        read, end = references.read(value, CITING), references.end_of(value, 0, len(value))
    assert references.read(value, CITING) == read
    assert value[: references.end_of(value, 0, len(value))].rstrip() == value[:end].rstrip()
