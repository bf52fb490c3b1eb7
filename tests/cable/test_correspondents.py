"""Addresses become the names that footnotes use."""

from __future__ import annotations

import pytest
from cablereader.cable.correspondents import correspondent, place_name


@pytest.mark.parametrize(
    ("plad", "name"),
    [
        ("AMEMBASSY MEXICO", "U.S. Embassy Mexico City"),
        ("Embassy Mexico", "U.S. Embassy Mexico City"),
        ("AMCONSUL RIO DE JANEIRO", "U.S. Consulate Rio de Janeiro"),
        ("AMEMBASSY VATICAN", "U.S. Embassy Vatican"),
        ("AMEMBASSY ROME", "U.S. Embassy Rome"),
        ("SECSTATE WASHDC", "Secretary of State"),
        ("Secretary of State", "Secretary of State"),
        ("USMISSION USNATO", "U.S. Mission to NATO"),
        ("USMISSION USUN NEW YORK", "U.S. Mission to the United Nations"),
        ("USINT HAVANA", "U.S. Interests Section Havana"),
        ("USLO PEKING", "U.S. Liaison Office Peking"),
        ("AIT TAIPEI", "American Institute in Taiwan, Taipei"),
        ("SECDEF WASHINGTON DC", "Office of the Secretary of Defense"),
        ("ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE", "All Diplomatic and Consular Posts"),
        ("AMEMBASSY PORT ALDER", "U.S. Embassy Port Alder"),
        ("CDR USSOUTHCOM MIAMI FL", "CDR USSOUTHCOM MIAMI FL"),
    ],
)
def test_correspondent(plad: str, name: str) -> None:
    assert correspondent(plad) == name


def test_place_name() -> None:
    assert [place_name(name) for name in ("MEXICO", "STATE", "USUNNEWYORK", "PORTALDER")] == [
        "Mexico City",
        "State",
        "New York",
        "Portalder",
    ]
