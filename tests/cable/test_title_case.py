"""A SUBJECT in capitals becomes a title; what capitals mean is kept."""

from __future__ import annotations

import pytest
from cablereader.cable.title_case import casing, title_case
from hypothesis import given
from hypothesis import strategies as st

KNOWN = {"NGOS": "NGOs", "MCCAIN": "McCain", "GOM": "GOM"}


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("GOVERNMENT HELD GOM MEETING WITH CIVIL\nSOCIETY", "Government Held GOM Meeting with Civil Society"),
        ("2009 GOM REPORT: AN OVERVIEW -- A SECOND LOOK", "2009 GOM Report: An Overview -- A Second Look"),
        ("U.S.-MEXICO FACE-TO-FACE TALKS", "U.S.-Mexico Face-to-Face Talks"),
        ("THE GOM'S NGOS, 8TH ROUND IN THE 1990S", "The GOM's NGOs, 8th Round in the 1990s"),
        ("SENATOR MCCAIN AND O'BRIEN: DON'T PANIC", "Senator McCain and O'Brien: Don't Panic"),
        ("IN-DEPTH VIEW OF HENRY IV, H1N1 AND THE G-8", "In-Depth View of Henry IV, H1N1 and the G-8"),
        ("TRAFFICKING IN PERSONS (TIP) AND BELLS (END)", "Trafficking in Persons (TIP) and Bells (End)"),
        ("SECOND BELL AUTHORITY (SBA) (SUM)", "Second Bell Authority (SBA) (Sum)"),
        ("WHAT THE BELL IS FOR", "What the Bell Is For"),
        ("Already in Mixed Case OK", "Already in Mixed Case OK"),
        ("", ""),
    ],
)
def test_title_case(printed: str, title: str) -> None:
    assert title_case(printed, KNOWN) == title


def test_casing_is_learnt_from_running_text() -> None:
    text = ["The TIP report tips off NGOs; McCain spoke.", "IN CAPITALS THE BELL SAYS NOTHING"]
    learnt = casing("MCCAIN: TIP REPORT BY NGOS, A BELL", text)
    assert learnt == {"TIP": "TIP", "NGOS": "NGOs", "MCCAIN": "McCain", "REPORT": "Report"}


def test_the_commonest_form_wins() -> None:
    assert casing("TURN LEFT", ["Turn LEFT. Then left, and left again."]) == {"TURN": "Turn", "LEFT": "Left"}


@pytest.mark.parametrize("text", ["A'" * 5000, "(AB) " * 5000, "X.Y." * 5000, "A-" * 5000])
def test_long_and_odd_subjects(text: str) -> None:
    assert title_case(text).upper() == text.strip()


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    plain = "".join(text.upper().split())
    assert "".join(title_case(text.upper()).upper().split()) == "".join(plain.upper().split())
