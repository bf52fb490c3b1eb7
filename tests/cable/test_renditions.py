"""One telegram in every form that it may come in: the same header each time, and what its page says."""

from __future__ import annotations

import csv
import io
from html import escape

import pytest
from cablereader.cable import Cable, cover, read_cable

ROUTING = """VZCZCXRO1445
RR RUEHCD
DE RUEHME #0199/01 0251526
ZNR UUUUU ZZH
R 251526Z JAN 08
FM AMEMBASSY MEXICO
TO RUEHC/SECSTATE WASHDC 0231
INFO RUEHBE/AMEMBASSY BELIZE 0001
RUEHGT/AMEMBASSY GUATEMALA 3600"""
TEXT = """UNCLAS SECTION 01 OF 02 MEXICO 000199

SIPDIS

DEPT FOR OES/IHA

E.O. 12958: N/A
TAGS: APER ELAB MX
TBIO
SUBJECT: A "QUOTED" SUBJECT & ITS TAIL: LAMPS <<ISRAEL>>
AND OIL

REF: A. 07 MEXICO 5704
     B. STATE 12

1. (U) The first paragraph's text, with AT&T in it.

2. (U) The second paragraph.

GARZA"""
RAW = f"{ROUTING}\n\n{TEXT}\n"
MENU = "Browse by tag\n\nA B C\nAORC AS AF AM AJ\n\nUnderstanding cables\nEvery cable consists of parts.\n\n"
HEADING = "Viewing cable 08MEXICO199, A QUOTED SUBJECT, ITS TAIL\n\n"
ROW = "08MEXICO199 2008-01-25 15:26 2011-08-26 00:00 UNCLASSIFIED Embassy Mexico\n"
PAGE = {
    "id": "08MEXICO199",
    "created": "2008-01-25 15:26",
    "classification": "UNCLASSIFIED",
    "origin": "Embassy Mexico",
}


def archive_html() -> str:
    """The archive's page: menus, a heading, a table of facts, and two preformatted blocks."""

    def block(text: str) -> str:
        return (
            "<code><pre>"
            + escape(text).replace("&lt;&lt;ISRAEL&gt;&gt;", "<<ISRAEL>>").replace("\n", "&#x000A;")
            + "</pre></code>"
        )

    text = block(TEXT).replace("APER", "<a href='/tag/APER_0.html'>APER</a>")
    text = text.replace("1. (U)", "<a id='par1' href='#par1'>¶</a>1. (U)").replace(
        "B. STATE", "<a id='parB' href='#parB'>¶</a>B. STATE"
    )
    cells = "".join(f"<td>\n<a href='/x.html'>{value}</a>\n</td>\n" for value in PAGE.values())
    labels = "".join(f"<th>{label}</th>\n" for label in ("Reference ID", "Created", "Classification", "Origin"))
    return (
        "<html><head><title>Cable Viewer</title></head><body><div>SECRET 1 PREL 000123</div>"
        "<h3>Viewing cable 08MEXICO199, A QUOTED SUBJECT</h3>\n<table class='cable'>\n<tr>\n"
        f"{labels}</tr>\n<tr>\n{cells}</tr>\n</table>\n{block(ROUTING)}\n{text}\n"
        "</div>\n<script src='/x.js' type='text/javascript'>var a = 1;</script>\n</body>\n</html>\n"
    )


def dump_row(*, doubled: bool = False) -> str:
    """A row of the dump in either dialect."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, escapechar="\\", doublequote=doubled, lineterminator="\n")
    writer.writerow(["7", "1/25/2008 15:26", "08MEXICO199", "Embassy Mexico", "UNCLASSIFIED", "", ROUTING, TEXT])
    return out.getvalue()


PLUSD = f"""PUBLIC LIBRARY OF US DIPLOMACY
-----BEGIN PGP PUBLIC KEY BLOCK-----
mQQBBGBjDtIBH6DJa80zDBgR
-----END PGP PUBLIC KEY BLOCK-----
A QUOTED SUBJECT
Date:
2008 January 25, 15:26 (Friday)
Canonical ID:
08MEXICO199_a
Original Classification:
UNCLASSIFIED
Content
{RAW}"""

FORMS = {
    "telegram": RAW,
    "markdown": RAW.replace("APER ELAB", "[APER](#) [ELAB](#)").replace("B. STATE", "[1](#)B. STATE"),
    "archive page text": MENU
    + HEADING
    + "Reference ID Created Released Classification Origin\n"
    + ROW
    + RAW.replace("\n", " \n"),
    "archive page": archive_html(),
    "viewer page": "Identifier\nCreated\nClassification\nOrigin\n"
    "08MEXICO199\n2008-01-25 15:26:00\nUNCLASSIFIED\nEmbassy Mexico\n"
    f"Cable title:\xa0 \xa0 \n\nA QUOTED SUBJECT\n\nTags:\xa0 APER\xa0 ELAB\npdf\xa0 how-to read a cable\n{RAW}",
    "dump row": dump_row(),
    "dump record": f"17734\n\n2008-01-25\n\n08MEXICO199\n\nEmbassy Mexico\n\nUNCLASSIFIED\n\n07MEXICO5704\n\n{RAW}",
    "plusd page": PLUSD,
    "nara print": RAW + "\n\nMessage Attributes\n\nAutomatic Decaptioning: X\nDocument Number: 2008MEXICO000199\n",
    "foia print": "UNCLASSIFIED U.S. Department of State Case No. F-2016-07743 Doc No. C17980027 Date: 07/31/2017\n\n"
    f"RELEASE IN PART B6\n\n{RAW}",
}


def header_of(cable: Cable) -> dict[str, object]:
    """The header fields of a cable as data."""
    said = cable.as_dict()
    keys = (
        "id",
        "date",
        "precedence",
        "from",
        "to",
        "info",
        "classification",
        "captions",
        "tags",
        "subject",
        "sections",
    )
    return {key: said[key] for key in (*keys, "references", "executive_order")}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_recognised(name: str) -> None:
    assert read_cable(FORMS[name]).rendition == name


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_header(name: str) -> None:
    assert header_of(read_cable(FORMS[name])) == header_of(read_cable(RAW))


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_paragraphs(name: str) -> None:
    blocks = [(block.number, block.text) for block in read_cable(FORMS[name]).blocks if block.number]
    assert blocks == [
        ("1", "The first paragraph's text, with AT&T in it."),
        ("2", "The second paragraph."),
    ]


@pytest.mark.parametrize("name", FORMS)
def test_spans_cover_every_form(name: str) -> None:
    cable = read_cable(FORMS[name])
    assert cover(cable.spans, len(FORMS[name]))


@pytest.mark.parametrize("name", FORMS)
def test_blocks_map_to_the_source(name: str) -> None:
    cable = read_cable(FORMS[name])
    block = next(block for block in cable.blocks if block.number == "2")
    start = block.to_source(block.text.index("second"))
    assert cable.source[start : start + 6] == "second"


def test_the_subject_of_the_telegram_is_whole() -> None:
    assert read_cable(RAW).header.subject == 'A "QUOTED" SUBJECT & ITS TAIL: LAMPS <<ISRAEL>> AND OIL'


@pytest.mark.parametrize("name", ["archive page text", "archive page", "viewer page", "dump record", "plusd page"])
def test_a_page_says_id_and_classification(name: str) -> None:
    page = read_cable(FORMS[name]).page
    assert page["id"].startswith("08MEXICO199")
    assert page["classification"] == "UNCLASSIFIED"
    assert page["created"].startswith("2008")


def test_a_page_title_and_tags_are_kept_apart() -> None:
    page = read_cable(FORMS["viewer page"]).page
    assert page["title"] == "A QUOTED SUBJECT"
    assert page["tags"].split() == ["APER", "ELAB"]


def test_both_dialects_of_the_dump_are_one_cable() -> None:
    one, other = read_cable(dump_row()), read_cable(dump_row(doubled=True))
    assert header_of(one) == header_of(other)
    assert [block.text for block in one.blocks] == [block.text for block in other.blocks]
    assert one.page == other.page == {**PAGE, "created": "1/25/2008 15:26"}


def test_a_row_with_bare_fields() -> None:
    row = (
        dump_row().replace('"7"', "7").replace('"08MEXICO199"', "08MEXICO199").replace('"UNCLASSIFIED"', "UNCLASSIFIED")
    )
    assert header_of(read_cable(row)) == header_of(read_cable(RAW))


def test_a_partial_extract_keeps_its_note() -> None:
    note = "This record is a partial extract of the original cable. The full text is not available."
    cable = read_cable(f"{note}\n\n{TEXT}", "08MEXICO199")
    assert cable.page["note"] == note
    assert cable.id == "08MEXICO199"
    assert cable.header.from_ is None
    assert cable.source[cable.spans[0].start : cable.spans[0].end] == note
    assert cable.spans[0].role == "chrome"


@pytest.mark.parametrize(
    "record",
    [
        "250833\n\n2008-01-25\n\n08MEXICO199\n\nEmbassy Mexico\n\nUNCLASSIFIED\n\n07MEXICO5704\n\n",
        "id: 250833\ndate: 1/25/2008 15:26\nrefid: 08MEXICO199\norigin: Embassy Mexico\nclassification: UNCLASSIFIED\n"
        f"destination: 07MEXICO5704\nheader:\n{ROUTING}\n\n\n----------------- header ends ----------------\n\n",
    ],
    ids=["values", "labels"],
)
def test_a_whole_record_behind_a_cut_copy(record: str) -> None:
    cut = TEXT[: TEXT.index("paragraph's")]
    cable = read_cable(f"{ROUTING}\n\n{cut}...\n\n\n\n{record}{TEXT}\n")
    assert cable.rendition == "dump record"
    assert header_of(cable) == header_of(read_cable(RAW))
    assert [block.number for block in cable.blocks if block.number] == ["1", "2"]


def test_metadata_never_overrides_the_text() -> None:
    cable = read_cable(
        FORMS["archive page text"].replace("15:26 2011", "15:15 2011").replace("UNCLASSIFIED Emb", "SECRET Emb")
    )
    assert cable.as_dict()["date"] == "2008-01-25T15:26Z"
    assert cable.header.classification == "UNCLAS"
    assert (cable.page["created"], cable.page["classification"]) == ("2008-01-25 15:15", "SECRET")


def test_a_page_gives_the_time_where_the_text_has_none() -> None:
    cable = read_cable(FORMS["archive page text"].replace("R 251526Z JAN 08 \n", ""))
    assert cable.as_dict()["date"] == "2008-01-25T15:26Z"
    assert cable.id == "08MEXICO199"


def test_a_malformed_page_id_is_mended_by_the_text() -> None:
    cable = read_cable(FORMS["archive page text"].replace("08MEXICO199 2008", "08SECTION01OF02MEXICO199 2008"))
    assert cable.id == "08MEXICO199"
    assert cable.page["id"] == "08SECTION01OF02MEXICO199"


@pytest.mark.parametrize(
    "text", ["", " \n\n", "Dear diary,\nnothing happened.\n", "<html><body>SECRET</body></html>", "\x00\x01"]
)
def test_what_is_no_cable_is_chrome(text: str) -> None:
    cable = read_cable(text)
    assert (cable.id, cable.rendition, cable.blocks) == (None, "unknown", ())
    assert {span.role for span in cable.spans} <= {"chrome", "blank"}
    assert cover(cable.spans, len(text))


@pytest.mark.parametrize(
    ("copied", "meant"),
    [
        ("approximately \\$20 billion", "approximately $20 billion"),
        ("see <http://www.example.org/a>", "see http://www.example.org/a"),
        ("see [Mexico 5704](/cable/07MEXICO5704)", "see Mexico 5704"),
        ("CHARGE D\\'AFFAIRES", "CHARGE D'AFFAIRES"),
        ("snake\\_case \\* star", "snake_case * star"),
    ],
)
def test_notation_of_copies_is_undone(copied: str, meant: str) -> None:
    cable = read_cable(RAW.replace("The second paragraph.", copied + "."))
    assert next(block.text for block in cable.blocks if block.number == "2") == meant + "."
    assert cover(cable.spans, len(cable.source))


@pytest.mark.parametrize(
    "above",
    [
        "08MEXICO199 2008-01-25 15:26:00 UNCLASSIFIED Embassy Mexico\nCable title:  \n\n\npdf how-to read a cable\n\n",
        "A QUOTED SUBJECT\n2008 January 25, 15:26 (Friday)\n08MEXICO199_a\nUNCLASSIFIED\nEmbassy Mexico\n\nContent\n"
        "Show Headers\n",
        "08MEXICO199 2008-01-25 15:26 UNCLASSIFIED Embassy Mexico\n\n",
        "08MEXICO199\n2008-01-25 15:26:00\nUNCLASSIFIED\nEmbassy Mexico\n\n",
        "Cable title: A quoted subject\nReference ID: 08MEXICO199\nDate: 2008-01-25 15:26\n"
        "Classification: UNCLASSIFIED\n",
    ],
    ids=["viewer", "library", "row", "lines", "labels"],
)
def test_a_page_that_hides_the_header(above: str) -> None:
    cable = read_cable(f"{above}1. (U) The lamps are lit.\n\n2. (U) The oil is low.\n\nGARZA\n")
    assert (cable.id, [block.number for block in cable.blocks], cable.signer) == (
        "08MEXICO199",
        ["1", "2", None],
        "GARZA",
    )
    assert cover(cable.spans, len(cable.source))


def test_block_quotes_are_undone() -> None:
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in RAW.splitlines())
    plain, cable = read_cable(RAW), read_cable(quoted)
    assert header_of(cable) == header_of(plain)
    assert [(each.kind, each.number, each.text) for each in cable.blocks] == [
        (each.kind, each.number, each.text) for each in plain.blocks
    ]
    assert cover(cable.spans, len(quoted))


def test_a_quotation_in_the_text_is_undone_and_a_list_is_not() -> None:
    inside = "The second paragraph.\n\n> The lamps are lit on alternate\n> nights.\n\n> Oil\n> Water"
    found = [block.text for block in read_cable(RAW.replace("The second paragraph.", inside)).blocks]
    assert {"The lamps are lit on alternate nights.", "> Oil", "> Water"} <= set(found)


@pytest.mark.parametrize(
    "preamble",
    [
        "08MEXICO199\n2008-01-25 15:26\nUNCLASSIFIED\nEmbassy Mexico\nA QUOTED SUBJECT\n\n",
        "Reference ID: 08MEXICO199\nCreated: 2008-01-25 15:26\nOrigin: Embassy Mexico\n\n",
        "# 08MEXICO199\n\n**Created:** 2008-01-25 15:26\n**Origin:** Embassy Mexico\n\n",
    ],
    ids=["five lines", "labels", "markdown heading"],
)
def test_a_preamble_is_read(preamble: str) -> None:
    cable = read_cable(preamble + TEXT)
    assert (cable.id, cable.header.origin) == ("08MEXICO199", "Embassy Mexico")
    assert cable.as_dict()["date"] == "2008-01-25T15:26Z"


SMART = """UNCLASSIFIED
SBU

MRN:           09 QUITO 612
Date/DTG:      Jul 22, 2009 / 221234Z JUL 09
From:          AMEMBASSY QUITO
Action:        WASHDC, SECSTATE ROUTINE
Info:          LIMA, AMEMBASSY ROUTINE; BOGOTA, AMEMBASSY ROUTINE
E.O.:          13526
TAGS:          PREL, PGOV, EC
Captions:      SENSITIVE
Reference:     A) 09 LIMA 33
               B) 08 LIMA 44
Subject:       The Price of Light

1. (SBU) The ferry sails at noon on most days.

2. (SBU) Nobody rows.

Signature:     Doe

Drafted By:    QUITO:Roe, Jane
Released By:   QUITO:Roe, Jane
"""


def test_a_message_of_the_later_system_says_what_a_telegram_says() -> None:
    cable = read_cable(SMART)
    assert cover(cable.spans, len(SMART))
    header = cable.header
    assert (cable.rendition, cable.id, header.from_) == ("telegram", "09QUITO612", "AMEMBASSY QUITO")
    assert (header.to, header.info) == (("WASHDC, SECSTATE",), ("LIMA, AMEMBASSY", "BOGOTA, AMEMBASSY"))
    assert (header.classification, header.captions) == ("UNCLASSIFIED", ("SENSITIVE",))
    assert (header.executive_order, header.tags) == ("E.O. 13526", ("PREL", "PGOV", "EC"))
    assert [reference.id for reference in header.references] == ["09LIMA33", "08LIMA44"]
    assert (header.subject, cable.signer) == ("The Price of Light", "Doe")
    assert cable.as_dict()["date"] == "2009-07-22T12:34Z"
    assert [block.number for block in cable.blocks] == ["1", "2", None]


def test_a_number_alone_makes_no_such_message() -> None:
    cable = read_cable("MRN: none\nUNCLAS QUITO 000612\n\nTAGS: EC\nSUBJECT: A\nAction: none.\n\n1. One.\n")
    assert (cable.header.to, cable.header.tags) == ((), ("EC",))
