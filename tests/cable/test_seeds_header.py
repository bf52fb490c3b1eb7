"""The headers of the five real cables, where they lie beside the checkout. Their prose stays out of the repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable import cover, read_cable, read_heading

CONSULATES = ["ALL US CONSULATES IN MEXICO COLLECTIVE"]
CENTRAL_AMERICA = [
    "AMEMBASSY BELIZE",
    "AMEMBASSY GUATEMALA",
    "AMEMBASSY MANAGUA",
    "AMEMBASSY PANAMA",
    "AMEMBASSY SAN JOSE",
    "AMEMBASSY SAN SALVADOR",
    "AMEMBASSY TEGUCIGALPA",
]

# (id, rendition, date, from, to, info, precedence, captions, tags, words of the subject, references, sections)
HEADERS = {
    "06MEXICO4964": (
        "markdown",
        "2006-09-01T20:04Z",
        ("AMEMBASSY MEXICO", ["SECSTATE WASHDC"], CONSULATES, ["R"]),
        ["SIPDIS"],
        "PHUM PREL PGOV MX",
        ("MEXICAN", "ORGANIZATIONS", 9),
        [],
        None,
    ),
    "06MEXICO6568": (
        "markdown",
        "2006-11-22T00:35Z",
        ("AMEMBASSY MEXICO", ["SECSTATE WASHDC"], CONSULATES, ["R"]),
        ["SIPDIS", "SENSITIVE"],
        "PHUM PREL PGOV KCRM KWMN MX",
        ("INTERIM", "MEXICO", 5),
        [],
        2,
    ),
    "08MEXICO199": (
        "archive page text",
        "2008-01-25T15:26Z",
        ("AMEMBASSY MEXICO", ["SECSTATE WASHDC"], CONSULATES + CENTRAL_AMERICA, ["R"]),
        ["SIPDIS"],
        "APER ELAB KWMN MX PGOV PHUM PREF PREL SMIG TBIO",
        ("AMBASSADOR", "MEXICO", 11),
        [(None, "07MEXICO5704")],
        4,
    ),
    "08MEXICO722": (
        "viewer page",
        "2008-03-11T22:19Z",
        ("AMEMBASSY MEXICO", ["SECSTATE WASHDC"], CONSULATES, ["R"]),
        ["SIPDIS", "SENSITIVE"],
        "ASEC ELAB KCRM KFRD KWMN MX PHUM PREF SMIG",
        ("EIGHTH", "2)", 13),
        [("A", "06STATE202745"), ("B", "07STATE150188"), ("C", "08STATE2731")],
        8,
    ),
    "09STATE60627": (
        "markdown",
        "2009-06-12T00:57Z",
        ("SECSTATE WASHDC", ["AMEMBASSY MEXICO"], [], ["O"]),
        ["SIPDIS"],
        "KTIP ELAB KCRM KPAO KWMN PGOV PHUM PREL SMIG MX",
        ("MEXICO", "DEMARCHE", 9),
        [("A", "09STATE59732"), ("B", "09STATE5577")],
        None,
    ),
}
PAGES = {
    "08MEXICO199": ("2008-01-25 15:26", "UNCLASSIFIED", "Embassy Mexico"),
    "08MEXICO722": ("2008-03-11 22:19:00", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "Embassy Mexico"),
}


@pytest.fixture(scope="module")
def texts(seeds: Path) -> dict[str, str]:
    """The five texts by the id of the cable in them."""
    read = [path.read_bytes().decode("utf-8") for path in sorted(seeds.glob("*.txt"))]
    return {str(read_cable(text).id): text for text in read}


@pytest.mark.parametrize("id_", HEADERS)
def test_header(texts: dict[str, str], id_: str) -> None:
    rendition, date, (sender, to, info, precedence), captions, tags, (first, last, words), references, sections = (
        HEADERS[id_]
    )
    said = read_cable(texts[id_]).as_dict()
    subject = str(said["subject"]).split()
    assert said["rendition"] == rendition
    assert said["date"] == date
    assert (said["from"], said["to"], said["info"], said["precedence"]) == (sender, to, info, precedence)
    assert said["classification"] == "UNCLAS"
    assert said["captions"] == captions
    assert said["tags"] == tags.split()
    assert (subject[0], subject[-1], len(subject)) == (first, last, words)
    found = read_cable(texts[id_]).header.references
    assert [(reference.label, reference.id) for reference in found] == references
    assert said["sections"] == sections
    assert said["executive_order"] == "E.O. 12958: N/A"


@pytest.mark.parametrize("id_", PAGES)
def test_what_the_page_says(texts: dict[str, str], id_: str) -> None:
    page = read_cable(texts[id_]).page
    assert page["id"] == id_
    assert (page["created"], page["classification"], page["origin"]) == PAGES[id_]


@pytest.mark.parametrize("id_", HEADERS)
def test_spans_cover_every_character_once(texts: dict[str, str], id_: str) -> None:
    assert cover(read_cable(texts[id_]).spans, len(texts[id_]))


@pytest.mark.parametrize("id_", HEADERS)
def test_the_heading_alone_says_the_same(texts: dict[str, str], id_: str) -> None:
    assert read_heading(texts[id_]).header == read_cable(texts[id_]).header
