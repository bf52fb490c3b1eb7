"""Prints and pages of the 1970s, and newspaper copies: what stands around the telegram is told from it."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

import pytest
from cablereader.cable import Cable, cover, read_cable
from cablereader.cable.times import page_time

PRINT = """LIMITED OFFICIAL USE

PAGE 01        MEXICO  04964  012010Z
ACTION ARA-10

INFO  OCT-01 ISO-00 /026 W
                     106522
R 012004Z SEP 75
FM AMEMBASSY MEXICO
TO SECSTATE WASHDC 7146

LIMITED OFFICIAL USE MEXICO 4964

E.O. 11652: N/A
TAGS: PINT, MX
SUBJ: FERRY TOLLS

REF: STATE 18

1. THE TOLLS ROSE.

JOVA

LIMITED OFFICIAL USE

NNNN
"""
ATTRIBUTES = """

<< END OF DOCUMENT >>


Message Attributes

Capture Date: 26 AUG 1999
Concepts: n/a
Document Number: 1975MEXICO04964
Original Classification: LIMITED OFFICIAL USE
Subject: FERRY TOLLS
TAGS: PINT, MX
"""
FIELDS = """The WikiLeaks Public Library of US Diplomacy

FERRY TOLLS
Date: 1975 September 1, 20:04 (Monday)
Canonical ID: 1975MEXICO04964_b
Original Classification: LIMITED OFFICIAL USE
Executive Order: -- N/A or Blank --
TAGS: MX - Mexico | PINT - Political Affairs
From: Mexico Mexico City
To: Department of State | Secretary of State
Content
"""
NEWSPAPER = """US embassy cables: the price of ferries

The ambassador reports on tolls.

Friday, 01 September 2006, 20:04
UNCLAS MEXICO 004964
SIPDIS
TAGS: PREL, MX
SUBJECT: FERRY TOLLS
REF: MEXICO 18
1. (U) The tolls rose.
"""
FORMS = {
    "print": (PRINT, "telegram"),
    "print with attributes": (PRINT + ATTRIBUTES, "nara print"),
    "print with attributes below a line": (
        f"{PRINT}---\nCapture Date: 26 AUG 1999\nConcepts: n/a\nDocument Number: 1975MEXICO04964\n",
        "nara print",
    ),
    "print below its title": ("Message Text\n\n\n" + PRINT + ATTRIBUTES, "nara print"),
    "page": (FIELDS + PRINT, "plusd page"),
    "page with attributes": (FIELDS + PRINT + ATTRIBUTES, "plusd page"),
    "page that holds it twice": (f"{FIELDS}{PRINT}Raw content\n{PRINT}{ATTRIBUTES}", "plusd page"),
    "page that holds it twice without a word": (
        f"{FIELDS}Raw content\nPrint\n{PRINT}\n{PRINT}{ATTRIBUTES}",
        "plusd page",
    ),
}


def read(text: str) -> Cable:
    """The cable, whose spans cover its text."""
    cable = read_cable(text)
    assert cover(cable.spans, len(text))
    return cable


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "rendition"), FORMS.values(), ids=list(FORMS))
def test_each_form_holds_the_same_telegram(text: str, rendition: str, newline: str) -> None:
    cable = read(text.replace("\n", newline))
    header = cable.header
    assert (cable.rendition, cable.id, cable.signer) == (rendition, "75MEXICO4964", "JOVA")
    assert (header.classification, header.subject, header.tags) == (
        "LIMITED OFFICIAL USE",
        "FERRY TOLLS",
        ("PINT", "MX"),
    )
    assert (header.to, header.executive_order) == (("SECSTATE WASHDC",), "E.O. 11652: N/A")
    assert [found.id for found in header.references] == ["75STATE18"]
    assert [block.text for block in cable.blocks] == ["THE TOLLS ROSE.", "JOVA"]


def in_html(text: str) -> str:
    """A text as a page shows it, each line ended by a tag and by a line end of the source as well."""
    return escape(text).replace("\n", "<br />\n")


@pytest.mark.parametrize("first", ["", PRINT], ids=["headers hidden", "headers shown"])
def test_a_page_in_html_that_holds_it_twice_among_its_fields(first: str) -> None:
    fields = (
        "<tr><td>Canonical ID:</td><td>1975MEXICO04964_b</td></tr><tr><td>From:</td><td>Mexico Mexico City</td></tr>"
        "<tr><td>To:</td><td>Department of State | Secretary of State</td></tr>"
    )
    tabs = "<ul><li>Content</li><li>Raw content</li><li>Metadata</li></ul><a>Show Headers</a>"
    copies = f"<div>{in_html(first or PRINT[PRINT.index('1. THE') :])}</div><div>{in_html(PRINT)}</div>"
    below = "<h3>Metadata</h3><table><tr><td>Document Number:</td><td>1975MEXICO04964</td></tr></table>"
    page = f"<html><p>Public Library of US Diplomacy</p><table>{fields}</table>{tabs}{copies}{below}</html>"
    cable = read(page)
    assert (cable.rendition, cable.id, cable.signer) == ("plusd page", "75MEXICO4964", "JOVA")
    assert cable.header.origin == "Embassy Mexico"
    assert [block.text for block in cable.blocks] == ["THE TOLLS ROSE.", "JOVA"]


def test_a_newspaper_prints_the_day_above_and_a_title_that_is_no_origin() -> None:
    cable = read(NEWSPAPER)
    assert (cable.id, cable.header.date) == ("06MEXICO4964", datetime(2006, 9, 1, 20, 4, tzinfo=UTC))
    assert cable.header.origin == "Embassy Mexico"
    assert [found.id for found in cable.header.references] == ["06MEXICO18"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Friday, 01 September 2006, 20:04", datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("1 Sep 2006", datetime(2006, 9, 1, tzinfo=UTC)),
        ("31 February 2006", None),
        ("01 Sometime 2006", None),
    ],
)
def test_a_day_before_its_month(text: str, date: datetime | None) -> None:
    assert page_time(text) == date
