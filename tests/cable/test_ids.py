"""One canonical id for every spelling of it."""

from __future__ import annotations

import pytest
from cablereader.cable import canonical_id
from cablereader.cable.ids import full_year, make_id
from hypothesis import example, given
from hypothesis import strategies as st

SPELLINGS = {
    "06MEXICO4964": "06MEXICO4964",
    "06MEXICO004964": "06MEXICO4964",
    "2006MEXICO4964": "06MEXICO4964",
    " 06mexico4964 ": "06MEXICO4964",
    "06 MEXICO 4964": "06MEXICO4964",
    "10BAGHDAD191_a": "10BAGHDAD191",
    "1979RIYADH00905_e": "79RIYADH905",
    "1974STATE050728_b": "74STATE50728",
    "1976USUNN03579": "76USUNNEWYORK3579",
    "1973SANTIA04105_b": "73SANTIAGO4105",
    "1973HONGK03000_b": "73HONGKONG3000",
    "1974SANJO00012": "74SANJOSE12",
    "1975ECBRU04875": "75USECBRUSSELS4875",
    "05RIO123": "05RIODEJANEIRO123",
    "05RIODEJAN123": "05RIODEJANEIRO123",
    "07PORT-AU-PRINCE12": "07PORTAUPRINCE12",
    "07PAP12": "07PORTAUPRINCE12",
    "06SECSTATE123": "06STATE123",
    "07USUN2": "07USUNNEWYORK2",
    "07USEU2": "07USEUBRUSSELS2",
    "05UNVIE1": "05UNVIEVIENNA1",
    "03HAGUE12": "03THEHAGUE12",
    "09MEXICOCITY12": "09MEXICO12",
    "02TAIPEI12": "02AITTAIPEI12",
    "75TAIPEI12": "75TAIPEI12",
    "10BRASIIA12": "10BRASILIA12",
    "05PARISFR1": "05UNESCOPARISFR1",
    "05USUNESCOPARISFR1": "05UNESCOPARISFR1",
    "10USCUSTOMSA12": "10USCBP12",
    "09BAU339": "09BAKU339",
    "10AQNA272": "10ASTANA272",
    "09PHNOMPEN12": "09PHNOMPENH12",
    "08KUALALUMP1234": "08KUALALUMPUR1234",
    "06BRUSSELS7": "06BRUSSELS7",
    "09PORTALDER14": "09PORTALDER14",
}

MALFORMED = {
    "09SECTION01OF03SANJOSE525": "09SANJOSE525",
    "08ECTION01OF02MANAMA492": "08MANAMA492",
    "08SCTION02OF02SAOPAULO335": "08SAOPAULO335",
    "07SETION02OF02BAKU1501": "07BAKU1501",
    "09EFTORIYADH1110": "09RIYADH1110",
    "09AMEMBASSYHANOI1284": "09HANOI1284",
    "85NOFORNMOGADISHU1643": "85MOGADISHU1643",
    "05EMBASSYVIENNA1": "05VIENNA1",
    "05EMBASSYPORTNOWHERE1": "05PORTNOWHERE1",
    "7575LIBREVILLE1895": "75LIBREVILLE1895",
    "90STATE255577TOSEC140323": "90STATE255577",
    "06MADRID002583ZFR2585": "06MADRID2583",
    "07OSLO000160ZDK164": "07OSLO160",
    "08ACCRA001382SUSPECTEDDUPLICATE1392": "08ACCRA1392",
    "09SIFIEDABUJA1673": "09ABUJA1673",
    "07QXICO3307": "07MEXICO3307",
    "07BUENOSQRES633": "07BUENOSAIRES633",
    "03SECDEFWASH12": "03SECDEF12",
    "03MADRIDSP1234": "03MADRID1234",
}

NO_IDS = ["", "06ASTANA", "MEXICO4964", "2006", "06", "hello", "06MEXICO000", "¶1. text", "0" * 500, "A/06X1"]


@pytest.mark.parametrize(("text", "meant"), [*SPELLINGS.items(), *MALFORMED.items()])
def test_a_spelling_has_its_canonical_id(text: str, meant: str) -> None:
    assert canonical_id(text) == meant


@pytest.mark.parametrize("text", NO_IDS)
def test_what_is_no_id_has_none(text: str) -> None:
    assert canonical_id(text) is None


@pytest.mark.parametrize("meant", sorted({*SPELLINGS.values(), *MALFORMED.values()}))
def test_a_canonical_id_is_its_own(meant: str) -> None:
    assert canonical_id(meant) == meant


def test_two_digit_years_turn_at_66() -> None:
    assert (full_year(66), full_year(99), full_year(0), full_year(65)) == (1966, 1999, 2000, 2065)


@given(st.text(max_size=60))
def test_any_text_has_an_id_that_stays_or_none(text: str) -> None:
    found = canonical_id(text)
    assert found is None or canonical_id(found) == found


@example(1966, "CONSUL AAA", 1)
@example(1966, "AMEMBASSY LIMA", 1)
@given(
    st.integers(1966, 2065),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ ", min_size=3, max_size=20).filter(lambda name: len(name.split()) > 0),
    st.integers(1, 9_999_999),
)
def test_a_made_id_is_canonical(year: int, place: str, number: int) -> None:
    made = make_id(year, place, number)
    found = canonical_id(made)
    assert found is None or found == made
