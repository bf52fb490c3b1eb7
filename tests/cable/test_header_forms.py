"""Rare forms of header lines, each in a whole header, as drafters and machines printed them."""

from __future__ import annotations

import pytest
from cablereader.cable import Cable, cover, read_cable

TELEGRAM = """VZCZCXRO0379
PP RUEHTRO
DE RUEHC #0284/01 0041825
ZNY CCCCC ZZH
P 041820Z JAN 08
FM AMEMBASSY QUITO
TO RUEHC/SECSTATE WASHDC 1742
INFO RUEHTC/AMEMBASSY THE HAGUE 0001

{level}

{captions}

E.O. 12958: DECL: 01/04/2018
{tags}
SUBJECT: THE PRICE OF LIGHT

REF: {references}

{authority}

1. (C) The ferry sails at noon.

2. (C) Nobody rows.
HAVERFORD
"""
PLAIN = {
    "level": "C O N F I D E N T I A L SECTION 01 OF 02 QUITO 000284",
    "captions": "SIPDIS",
    "tags": "TAGS: PREL, EC",
    "references": "LIMA 33",
    "authority": "Classified By: DCM Jane Doe for reasons 1.4 (b) and (d).",
}


def read(**parts: str) -> Cable:
    """The cable with some parts of its header replaced; the plain ones read as ever."""
    text = TELEGRAM.format(**{**PLAIN, **parts})
    cable = read_cable(text)
    assert cover(cable.spans, len(text))
    assert (cable.id, cable.header.subject, cable.header.sections) == ("08QUITO284", "THE PRICE OF LIGHT", 2)
    assert (cable.header.classification, cable.header.to) == ("CONFIDENTIAL", ("SECSTATE WASHDC",))
    assert [block.number for block in cable.blocks] == ["1", "2", None]
    return cable


@pytest.mark.parametrize(
    "level",
    [
        "C O N F I D E N T I A L   SECTION  01  OF  02   QUITO   000284",
        "C O R R E C T E D  C O P Y\nC O N F I D E N T I A L SECTION 01 OF 02 QUITO 000284",
        "CORRECTED COPY (TAGS)\nCONFIDENTIAL SECTION 01 OF 02 QUITO 000284",
    ],
)
def test_a_classification_line_with_wide_gaps_or_below_a_remark(level: str) -> None:
    assert read(level=level).header.info == ("AMEMBASSY THE HAGUE",)


def test_a_caption_of_two_words_is_whole() -> None:
    assert read(captions="SPECAT EXCLUSIVE\nSIPDIS").header.captions == ("SPECAT EXCLUSIVE", "SIPDIS")


def test_a_label_among_the_tags() -> None:
    header = read(tags="PREL, BA, TAGS: EFIN").header
    assert (header.tags, header.executive_order) == (("PREL", "BA", "EFIN"), "E.O. 12958: DECL: 01/04/2018")


@pytest.mark.parametrize(
    ("authority", "joined"),
    [
        ("Classified By: DCM Jane Doe. Re\nasons 1.4 (b/d)", "DCM Jane Doe. Reasons 1.4 (b/d)"),
        ("Classified By: DCM Jane Doe. Re\n\nasons 1.4 (b/d)", "DCM Jane Doe. Reasons 1.4 (b/d)"),
        ("CLASSIFIED BY: DCM JANE DOE. REA\nSONS: 1.4 (B) AND (D).", "DCM JANE DOE. REASONS: 1.4 (B) AND (D)."),
        ("Classified By: DCM Jane Doe. Reasons: 1.4 (b) a nd (d)", "DCM Jane Doe. Reasons: 1.4 (b) a nd (d)"),
        ("Classified By: DCM Jane Doe, a\nnew man. Reasons: 1.4 (b,d)", "DCM Jane Doe, a new man. Reasons: 1.4 (b,d)"),
    ],
)
def test_reasons_cut_in_mid_word_by_the_template(authority: str, joined: str) -> None:
    header = read(authority=authority).header
    assert (header.classified_by, header.reasons) == (joined, ("1.4(b)", "1.4(d)"))


def test_a_name_in_brackets_that_goes_on_below() -> None:
    assert read(tags="TAGS: OVIP (KISSINGER,\nHENRY A.), PREL").header.tags == ("OVIP", "KISSINGER, HENRY A.", "PREL")


def test_a_label_for_each_reference() -> None:
    found = read(references="IGNORED\nREF A: STATE 3\nREF B: PARIS 7").header.references
    assert [(item.label, item.id) for item in found if item.id] == [("A", "08STATE3"), ("B", "08PARIS7")]


def test_a_heading_right_below_the_reasons_is_not_of_them() -> None:
    text = TELEGRAM.format(**PLAIN).replace("and (d).\n\n1.", "and (d).\nThe Light\n1.")
    cable = read_cable(text)
    assert cable.header.classified_by == "DCM Jane Doe for reasons 1.4 (b) and (d)."
    assert (cable.blocks[0].kind, cable.blocks[0].text) == ("heading", "The Light")


@pytest.mark.parametrize("fences", [("```", "```"), ("```text", "```"), ("~~~", "~~~")])
def test_a_telegram_between_the_fences_of_a_markdown_copy(fences: tuple[str, str]) -> None:
    first, last = fences
    head, text = TELEGRAM.format(**PLAIN).split("\n\n", 1)
    for inner in (f"{head}\n\n{text}", f"{head}\n{last}\n\n{first}\n{text}"):
        source = f"# The price of light\n\nA note.\n\n{first}\n{inner}{last}\n\nComments (2)\n"
        cable = read_cable(source)
        assert cover(cable.spans, len(source))
        assert (cable.id, cable.signer, cable.header.subject) == ("08QUITO284", "HAVERFORD", "THE PRICE OF LIGHT")
        assert [block.text for block in cable.blocks] == ["The ferry sails at noon.", "Nobody rows.", "HAVERFORD"]


@pytest.mark.parametrize(
    ("part", "label"),
    [
        ("E.O. 12958:", "E,O. 12958:"),
        ("E.O. 12958:", "EXECUTIVE ORDER 12958:"),
        ("TAGS:", "TAGS."),
        ("TAGS:", "TAGS::"),
        ("SUBJECT:", "SUBJ.:"),
        ("SUBJECT:", "SUBJECT."),
        ("SUBJECT:", "SUBJECT -"),
        ("REF:", "REF."),
        ("REF:", "REF -"),
        ("Classified By:", "CLASSIFED BY:"),
        ("Classified By:", "CLASSIFIEDBY:"),
        ("Classified By:", "Classified  By :"),
        ("Classified By:", "Classified by -"),
    ],
)
def test_labels_with_other_signs_or_a_letter_lost(part: str, label: str) -> None:
    header = read_cable(TELEGRAM.format(**PLAIN).replace(part, label)).header
    assert (header.tags, header.subject, header.declassify_on) == (("PREL", "EC"), "THE PRICE OF LIGHT", "2018-01-04")
    assert [item.id for item in header.references] == ["08LIMA33"]
    assert header.classified_by == "DCM Jane Doe for reasons 1.4 (b) and (d)."


def test_a_bold_line_of_a_markdown_copy_is_a_heading() -> None:
    text = TELEGRAM.format(**{**PLAIN, "tags": "TAGS: [PREL](#) [EC](#)"})
    cable = read_cable(text.replace("\n\n2. (C)", "\n\n**The Price of Light**\n\n2. (C)"))
    assert [(block.kind, block.text) for block in cable.blocks][1] == ("heading", "The Price of Light")


def test_a_line_as_wide_as_the_template_that_says_all_is_not_cut() -> None:
    line = "Classified By: Political Counselor Jane Doe for Reasons 1.4 (b) and (d)"
    text = TELEGRAM.format(**{**PLAIN, "authority": f"{line}\n\nThe Light"})
    assert len(line) == 71
    cable = read_cable(text)
    assert cable.header.classified_by == line.partition(": ")[2]
    assert (cable.blocks[0].kind, cable.blocks[0].text) == ("heading", "The Light")


def test_an_order_named_by_the_authority_where_no_subject_is() -> None:
    authority = "Classified By: DCM Jane Doe. E.O. 12958. Reasons: 1.5 (b) and (d)."
    text = TELEGRAM.format(**{**PLAIN, "authority": authority}).replace("SUBJECT: THE PRICE OF LIGHT\n", "")
    header = read_cable(text).header
    assert (header.executive_order, header.reasons) == ("E.O. 12958: DECL: 01/04/2018", ("1.5(b)", "1.5(d)"))


def test_a_remark_right_below_the_order_is_not_of_it() -> None:
    header = read(tags="C O R R E C T E D COPY//SUBJECT LINE////").header
    assert (header.executive_order, header.tags) == ("E.O. 12958: DECL: 01/04/2018", ())


def test_the_mark_of_a_page_on_the_line_of_the_references_is_furniture() -> None:
    mark = "PORT ALDER 00002357  001.3 OF 002"
    text = (
        f"R 261808Z DEC 09\nFM AMEMBASSY PORT ALDER\nTO SECSTATE WASHDC\n\nUNCLAS PORT ALDER 002357\n\n"
        f"SUBJECT: LAMPS\nREF: HOLLIN 2226  {mark}\n\n1. (U) The oil came.\n"
    )
    cable = read_cable(text)
    assert [item.text for item in cable.furniture] == [mark]
    spans = [(span.role, text[span.start : span.end]) for span in cable.spans]
    assert ("header:references", "REF: HOLLIN 2226") in spans
    assert ("furniture", mark) in spans
