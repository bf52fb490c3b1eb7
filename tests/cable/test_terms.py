"""The terms of a cable: what it defines itself, its TAGS, the tables, and what is no term at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from cablereader.cable import Cable, Header, Reference, Span
from cablereader.cable.definitions import definitions
from cablereader.cable.model import Block
from cablereader.cable.terms import Terms


def cable(
    *texts: str, cable_id: str = "06MEXICO412", tags: Sequence[str] = ("PHUM", "PREL", "MX"), references: int = 0
) -> Cable:
    """A cable with one numbered paragraph a text."""
    blocks = tuple(Block("paragraph", str(n), None, str(n), None, text, ((0, 1),)) for n, text in enumerate(texts, 1))
    items = [
        Reference("AB"[n] if references > 1 else None, f"HOLLIN {n + 1}", f"06HOLLIN{n + 1}") for n in range(references)
    ]
    header = Header(tags=tuple(tags), subject="THE LIGHT", references=tuple(items))
    return Cable("x", cable_id, "telegram", header, blocks, (Span("chrome", 0, 1),))


def found(text: str, *more: str) -> list[tuple[str, str, str]]:
    """What stands in the text of a cable, its kind and its term."""
    terms = Terms.of(cable(text, *more))
    return [(text[mark.start : mark.end], mark.kind, mark.term) for mark in terms.find(text)]


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("the Secretariat of Foreign Relations (SRE) said", "SRE", "Secretariat of Foreign Relations"),
        ("with non-governmental organizations (NGOs) and", "NGO", "non-governmental organizations"),
        ("on trafficking in persons (TIP) that", "TIP", "trafficking in persons"),
        ("The Government of Mexico (GOM) has", "GOM", "Government of Mexico"),
        ("the Organization of American States (OAS) met", "OAS", "Organization of American States"),
        ("the Mexican Attorney General's Office (PGR) won", "PGR", "Mexican Attorney General's Office"),
        ("Mexico's National Migration Institute (INM) says", "INM", "Mexico's National Migration Institute"),
        ("and the National Human Rights Commission's (CNDH) head", "CNDH", "National Human Rights Commission"),
        ("the Port and Pilotage Authority (PPA), located", "PPA", "Port and Pilotage Authority"),
        ("Centro Integral de Atencion a la Mujer (CIAM),located", "CIAM", "Centro Integral de Atencion a la Mujer"),
        ("CIAM (Centro Integral de Atencion a la Mujer) is", "CIAM", "Centro Integral de Atencion a la Mujer"),
        (
            "Coalition Against the Trafficking of Women (CAT-W),and",
            "CAT-W",
            "Coalition Against the Trafficking of Women",
        ),
        ("the Inter-American Development Bank (IDB) paid", "IDB", "Inter-American Development Bank"),
        ("the Ministry of Tides and Harbors (MTH; see ref A) is", "MTH", "Ministry of Tides and Harbors"),
        ("THE GOVERNMENT OF VESPERA (GOV) PAYS", "GOV", "GOVERNMENT OF VESPERA"),
        ('the Harbor Union ("HU") won', "HU", "Harbor Union"),
    ],
)
def test_what_a_cable_defines(text: str, term: str, meaning: str) -> None:
    assert [(item.term, item.meaning) for item in definitions(text)] == [(term, meaning)]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Charles Grassley (IA) came",
        "Deputy Juan Perez Lopez (PRD) came",
        "on July 5 (UTC) it",
        "the list (SBU) of",
        "see paragraph (A) of it",
        "as if (NOT) so",
        "Prime Minister Hale (UK) left",
        "the U.S. came. It left (USG) them",
        "",
    ],
)
def test_what_is_no_definition(text: str) -> None:
    assert list(definitions(text)) == []


def test_a_definition_is_known_before_and_after_it() -> None:
    terms = Terms.of(cable("The SRE came.", "The Secretariat of Foreign Relations (SRE) sat.", "SRE's seat."))
    assert [mark.term for mark in terms.find("The SRE came.")] == ["SRE"]
    known = terms.meaning("SRE")
    assert known is not None
    assert known == ("SRE", "Secretariat of Foreign Relations", "this cable, ¶2", False)


def test_a_definition_wins_over_the_table() -> None:
    text = "The Islands Congress Emporium (ICE) sells ice."
    known = Terms.of(cable(text)).meaning("ICE")
    assert known is not None
    assert (known.text, known.source) == ("Islands Congress Emporium", "this cable, ¶1")
    table = Terms.of(cable("Nothing.")).meaning("ICE")
    assert table is not None
    assert table.source == "acronyms table"


def test_a_foreign_name_that_only_capitals_prove_is_uncertain_unless_the_table_knows_it() -> None:
    terms = Terms.of(cable("The Harbor Weather Office (ZQX) and the Attorney General's Office (PGR) met."))
    assert [known.uncertain for term in ("ZQX", "PGR") if (known := terms.meaning(term))] == [True, False]


@pytest.mark.parametrize(
    ("cable_id", "term", "meaning"),
    [
        ("06MEXICO412", "GOM", "Government of Mexico"),
        ("06RABAT412", "GOM", "Government of Morocco"),
        ("06TOKYO412", "GOJ", "Government of Japan"),
        ("06SANJOSE412", "GOCR", "Government of Costa Rica"),
        ("06CAIRO412", "GOE", "Government of Egypt"),
    ],
)
def test_government_codes_take_the_country_of_the_post(cable_id: str, term: str, meaning: str) -> None:
    known = Terms.of(cable("x", cable_id=cable_id)).meaning(term)
    assert known is not None
    assert known == (term, meaning, "acronyms table", False)


def test_without_an_id_the_page_tells_the_country() -> None:
    text = cable("x", cable_id="06MEXICO412")
    known = Terms.of(replace(text, id=None, header=Header(origin="Embassy Brasilia"))).meaning("GOB")
    assert known is not None
    assert (known.text, known.uncertain) == ("Government of Brazil", False)


def test_a_government_code_that_fits_no_country_is_uncertain() -> None:
    known = Terms.of(cable("x", cable_id="06PORTALDER412")).meaning("GOM")
    assert known is not None
    assert known.uncertain


def test_tags_are_found_in_a_list_of_them() -> None:
    assert found("PHUM PREL MX") == [("PHUM", "tag", "PHUM"), ("PREL", "tag", "PREL"), ("MX", "tag", "MX")]
    known = Terms.of(cable("x")).meaning("PHUM")
    assert known is not None
    assert (known.text, known.source) == ("Human rights", "TAGS table")


def test_a_short_tag_is_no_tag_in_a_sentence() -> None:
    assert ("MX", "tag", "MX") not in found("The MX missile is not in it.")


def test_compounds_are_known_whole_or_by_their_parts() -> None:
    assert found("It was written by DHS-ICE together with TIP/NGO people and sent to G/TIP.") == [
        ("DHS-ICE", "acronym", "DHS-ICE"),
        ("TIP", "acronym", "TIP"),
        ("NGO", "acronym", "NGO"),
        ("G/TIP", "acronym", "G/TIP"),
    ]


def test_plurals_and_short_words_for_officers() -> None:
    assert found("Poloff met NGOs; Emboffs left.") == [
        ("Poloff", "acronym", "POLOFF"),
        ("NGOs", "acronym", "NGO"),
        ("Emboffs", "acronym", "EMBOFF"),
    ]


@pytest.mark.parametrize("text", ["WHO CAME TO US? IT IS IN THE ICE", "LET US START: AID IS NO TIP", "ALL OF IT"])
def test_words_in_capitals_are_words(text: str) -> None:
    assert found(text) == []


def test_in_small_letters_the_same_words_are_terms() -> None:
    assert [term for _, _, term in found("The WHO and the US gave AID to it.")] == ["WHO", "US", "AID"]


def test_a_heading_in_capitals_may_have_a_term_that_the_cable_uses_elsewhere() -> None:
    heading = "NGOS EXPRESS SUPPORT FOR TIP"
    assert found(heading, "It spoke of TIP again and of the law, and nothing was said of it.")[-1][2] == "TIP"
    assert not any(term == "TIP" for _, _, term in found(heading, "It spoke of the law."))


def test_acronyms_in_a_text_all_in_capitals_are_still_found() -> None:
    assert [term for _, _, term in found("THE DCM TOLD THE MFA THAT NATO IS NOT IN IT")] == ["DCM", "MFA", "NATO"]


def test_references_lead_to_what_they_name() -> None:
    one, two = cable("x", references=1), cable("x", references=2)
    assert [mark.term for mark in Terms.of(one).find("Reftel reported so.")] == ["Reftel"]
    known = Terms.of(one).meaning("Reftel")
    assert known is not None
    assert known.text == "HOLLIN 1 (06HOLLIN1)"
    assert Terms.of(two).find("Reftel reported so.") == []
    assert [mark.term for mark in Terms.of(two).find("See ref B and reftels.")] == ["ref B", "reftels"]
    both = Terms.of(two).meaning("refs A and B")
    assert both is not None
    assert both.text == "HOLLIN 1 (06HOLLIN1); HOLLIN 2 (06HOLLIN2)"
    assert Terms.of(two).find("See ref D, which is not there, and refer to it.") == []


@pytest.mark.parametrize(
    ("marking", "meaning"),
    [
        ("SBU", "Sensitive but unclassified"),
        ("C", "Confidential"),
        ("S//NF", "Secret; not releasable to foreign nationals"),
        ("C/REL LIBYA", "Confidential; releasable to Libya"),
    ],
)
def test_portion_marks_have_a_meaning(marking: str, meaning: str) -> None:
    known = Terms.of(cable("x")).meaning(marking)
    assert known is not None
    assert known.text == meaning


def test_no_meaning_for_what_is_no_term() -> None:
    assert Terms.of(cable("x")).meaning("QQQQ") is None
    assert Terms.of(cable("x")).meaning("") is None


def test_the_glossary_has_tags_first_and_every_term_once() -> None:
    text = "The Secretariat of Foreign Relations (SRE) met NGOs and an NGO; Poloff left. SRE stayed."
    glossary = Terms.of(cable(text)).glossary()
    assert [item.term for item in glossary] == ["MX", "PHUM", "PREL", "NGO", "POLOFF", "SRE"]


def test_every_mark_has_a_meaning_and_marks_do_not_overlap() -> None:
    text = "GOM-USG, DHS-ICE/NGO, the WHO's HIV/AIDS (SRE) and G-8, P-5, A/S, UN, EU, OAS, U.S., I, A-1089, X-ray"
    terms = Terms.of(cable(text))
    marks = terms.find(text)
    assert all(terms.meaning(mark.term) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
