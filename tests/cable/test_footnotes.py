"""Styles of footnotes, and where they say a telegram is: what an id leads to and nothing beyond it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cablereader.cable.cite import SOURCES, STYLES, Citation, Source, Style
from cablereader.cable.homes import document_number, home
from hypothesis import given
from hypothesis import strategies as st

MEXICO = Citation(
    id="08MEXICO722",
    origin="Embassy Mexico",
    to=("SECSTATE WASHDC",),
    title="EIGHTH ANNUAL REPORT - MEXICO (PART 2 OF 2)",
    date=date(2008, 3, 11),
    paragraph="para. 32",
)
SANTIAGO = Citation("73SANTIAGO4153", "Embassy Santiago", ("SECSTATE WASHDC",), "COUP", date(1973, 9, 12))
PAGE = "https://wikileaks.org/plusd/cables/08MEXICO722_a.html"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago-note",
            "U.S. Embassy Mexico City to Secretary of State, telegram 08 MEXICO 722, “Eighth Annual Report - Mexico "
            f"(Part 2 of 2),” March 11, 2008, para. 32, WikiLeaks, Public Library of US Diplomacy, {PAGE}.",
        ),
        ("chicago-short", "Mexico City 722, March 11, 2008, para. 32."),
        (
            "mla",
            "U.S. Embassy Mexico City. “Eighth Annual Report - Mexico (Part 2 of 2).” Telegram 08 MEXICO 722 to "
            "Secretary of State, 11 Mar. 2008, par. 32. WikiLeaks, Public Library of US Diplomacy, "
            f"{PAGE}.",
        ),
        (
            "apa",
            "U.S. Embassy Mexico City. (2008, March 11). Eighth Annual Report - Mexico (Part 2 of 2) [Telegram 08 "
            f"MEXICO 722 to Secretary of State], para. 32. WikiLeaks, Public Library of US Diplomacy. {PAGE}",
        ),
        (
            "nara-aad",
            "U.S. Embassy Mexico City to Secretary of State, Telegram 722, March 11, 2008, para. 32, WikiLeaks, Public "
            f"Library of US Diplomacy, {PAGE}.",
        ),
        (
            "plain",
            'Embassy Mexico, "EIGHTH ANNUAL REPORT - MEXICO (PART 2 OF 2)", 08MEXICO722, 11 March 2008, para. 32, '
            f"WikiLeaks, Public Library of US Diplomacy, {PAGE}",
        ),
    ],
)
def test_styles(style: Style, expected: str) -> None:
    assert MEXICO.at("wikileaks").text(style) == expected


def test_the_archives_note() -> None:
    cited = replace(SANTIAGO, paragraph="para. 2").at("aad")
    assert cited.text("nara-aad", date(2026, 3, 1)) == (
        "U.S. Embassy Santiago to Secretary of State, Telegram 4153, September 12, 1973, para. 2, 1973SANTIA04153, "
        "Central Foreign Policy Files, 1973–79/Electronic Telegrams, RG 59: General Records of the Department of "
        "State, U.S. National Archives (accessed March 1, 2026)."
    )


def test_a_source_that_begins_a_sentence_has_a_capital() -> None:
    assert MEXICO.at("own").text("mla").endswith("par. 32. Copy in the author’s possession.")
    assert MEXICO.at("own").text("apa").endswith("para. 32. Copy in the author’s possession.")
    assert replace(MEXICO, url="https://example.org/").text("mla").endswith("par. 32. https://example.org/.")


def test_access_is_told_by_each_full_style() -> None:
    cited, day = MEXICO.at("wikileaks"), date(2026, 3, 1)
    told = {style: "2026" in cited.text(style, day) for style in STYLES}
    assert told == {style: style != "chicago-short" for style in STYLES}


@pytest.mark.parametrize(
    ("source", "cited", "edition"),
    [
        ("own", MEXICO, "copy in the author’s possession"),
        ("frus", MEXICO, "Foreign Relations of the United States, [volume], doc. [number]"),
        ("foia", MEXICO, "U.S. Department of State, Freedom of Information Act Virtual Reading Room"),
        (
            "foia",
            replace(MEXICO, edition="U.S. Department of State, case F-2010-1, document C1"),
            "U.S. Department of State, case F-2010-1, document C1",
        ),
        (
            "frus",
            replace(SANTIAGO, url="https://history.state.gov/historicaldocuments/frus1969-76v21/d190"),
            "Foreign Relations of the United States, frus1969-76v21, doc. 190",
        ),
        ("wikileaks", SANTIAGO, "WikiLeaks, Public Library of US Diplomacy, 1973SANTIA04153_b"),
    ],
)
def test_a_source_of_the_users_choice(source: Source, cited: Citation, edition: str) -> None:
    assert cited.at(source).edition == edition


def test_a_source_that_cannot_have_it_leaves_what_was_read() -> None:
    read = replace(MEXICO, edition="WikiLeaks", url="https://example.org/")
    assert read.at("aad") == read
    assert read.at(None) == read
    assert home("wikileaks", None) is None


@pytest.mark.parametrize(
    ("identifier", "url"),
    [
        ("06MEXICO4964", "https://wikileaks.org/plusd/cables/06MEXICO4964_a.html"),
        ("89PANAMA8545", "https://wikileaks.org/plusd/cables/89PANAMA8545_a.html"),
        ("75TELAVIV812", "https://wikileaks.org/plusd/cables/1975TELAV00812_b.html"),
        ("77STATE204417", "https://wikileaks.org/plusd/cables/1977STATE204417_c.html"),
        ("79STATE204417", None),
    ],
)
def test_addresses_in_the_public_library(identifier: str, url: str | None) -> None:
    place = home("wikileaks", identifier)
    assert place is not None
    assert place.url == url


def test_document_numbers() -> None:
    assert document_number("74STATE204417") == "1974STATE204417"
    assert document_number("06STATE204417") is None
    assert document_number("74PORTALDER288", "Embassy Port Alder") == "1974PORTA00288"
    assert document_number(None, edition="U.S. National Archives, 1974PORTAL00288") == "1974PORTAL00288"


@given(
    st.builds(Citation, id=st.text(), origin=st.text(), to=st.tuples(st.text()), title=st.text(), date=st.dates()),
    st.sampled_from(SOURCES),
)
def test_any_words_give_one_line_from_any_source(parts: Citation, source: Source) -> None:
    for style in STYLES:
        line = parts.at(source).text(style, date(2026, 3, 1))
        assert "\n" not in line
        assert line == line.strip()
