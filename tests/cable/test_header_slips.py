"""Slips of drafters and copies in a header: words misspelt, lines set twice or in between, blanks in labels."""

from __future__ import annotations

import pytest
from cablereader.cable import Cable, cover, read_cable, read_heading

TELEGRAM = """R 041820Z JAN 08
FM AMEMBASSY QUITO
TO RUEHC/SECSTATE WASHDC 1742
{above}
C O N F I D E N T I A L SECTION 01 OF 02 QUITO 000284

{captions}

E.O. 12958: DECL: 01/04/2018
{tags}
{subject}

{references}

{authority}

{below}1. (C) The ferry sails at noon.

2. (C) Nobody rows.
HAVERFORD
"""
PLAIN = {
    "above": "INFO RUEHTC/AMEMBASSY THE HAGUE 0001",
    "captions": "SIPDIS",
    "tags": "TAGS: PREL, EC",
    "subject": "SUBJECT: THE PRICE OF LIGHT",
    "references": "REF: LIMA 33",
    "authority": "Classified By: DCM Jane Doe for reasons 1.4 (b) and (d).",
    "below": "",
}


def read(**parts: str) -> Cable:
    """The cable with some parts of its header replaced; what a catalogue reads is the same, and so is the body."""
    text = TELEGRAM.format(**{**PLAIN, **parts})
    cable = read_cable(text)
    assert cover(cable.spans, len(text))
    assert read_heading(text).header == cable.header
    assert [block.number for block in cable.blocks] == ["1", "2", None]
    return cable


def references_of(cable: Cable) -> list[tuple[str | None, str | None]]:
    """The references with letters and ids."""
    return [(reference.label, reference.id) for reference in cable.header.references]


@pytest.mark.parametrize(
    ("line", "captions", "mended"),
    [
        ("SENSITVE, SIPDIS", ("SENSITIVE", "SIPDIS"), [("SENSITVE", "SENSITIVE")]),
        ("SIPDIS\nSENSTIVE", ("SIPDIS", "SENSITIVE"), [("SENSTIVE", "SENSITIVE")]),
        ("SIPDIIS\nNOFRON", ("SIPDIS", "NOFORN"), [("SIPDIIS", "SIPDIS"), ("NOFRON", "NOFORN")]),
        ("Sipdis\n\nDepartment for WHA", ("SIPDIS",), []),
        ("S I P D I S\n\nNO FORN", ("SIPDIS", "NOFORN"), [("S I P D I S", "SIPDIS"), ("NO FORN", "NOFORN")]),
        ("SIPDIS\n\nS E N S I T I V E", ("SIPDIS", "SENSITIVE"), [("S E N S I T I V E", "SENSITIVE")]),
        ("SENSITIVE BUT UNCLASSIFIED", (), []),
        ("SIPDIS\n\nTREASURY\nSTATE FOR WHA", ("SIPDIS",), []),
    ],
)
def test_captions_are_known_with_a_letter_wrong(
    line: str, captions: tuple[str, ...], mended: list[tuple[str, str]]
) -> None:
    cable = read(captions=line)
    assert cable.header.captions == captions
    assert [(repair.found, repair.meant) for repair in cable.repairs if repair.kind == "caption"] == mended


@pytest.mark.parametrize("label", ["REF", "RE F", "R EF", "RFE", "Ref"])
def test_a_label_of_references_with_a_slip(label: str) -> None:
    assert references_of(read(references=f"{label}: A. LIMA 33\n     B. 07 LIMA 44")) == [
        ("A", "08LIMA33"),
        ("B", "07LIMA44"),
    ]


def test_labels_with_a_blank_in_them() -> None:
    header = read(tags="TAG S: PREL, EC", subject="S UBJECT: THE PRICE OF LIGHT").header
    assert (header.tags, header.subject) == (("PREL", "EC"), "THE PRICE OF LIGHT")


@pytest.mark.parametrize(
    "line",
    [
        "C O N F I D E N T I AL SECTION 01 OF 02 QUITO 000284",
        "C O N FI D E N T I A L SECTION 01 OF 02 QUITO 000284",
        "C O N F I  D E N T I A L SECTION 01 OF 02 QUITO 000284",
        "C O N F I D E N T I A L QUITO 000284 SECTION 01 OF 02",
    ],
)
def test_a_level_with_a_blank_lost_and_a_section_behind_the_number(line: str) -> None:
    text = TELEGRAM.format(**PLAIN).replace("C O N F I D E N T I A L SECTION 01 OF 02 QUITO 000284", line)
    said = read_cable(text).as_dict()
    assert (said["id"], said["classification"], said["sections"]) == ("08QUITO284", "CONFIDENTIAL", 2)
    assert said["info"] == ["AMEMBASSY THE HAGUE"]


def test_three_precedences_in_front_of_one_date() -> None:
    text = TELEGRAM.format(**PLAIN).replace("R 041820Z", "O P R 041820Z")
    said = read_cable(text).as_dict()
    assert (said["precedence"], said["date"], said["id"]) == (["O", "P", "R"], "2008-01-04T18:20Z", "08QUITO284")


@pytest.mark.parametrize("label", ["SUBJECT::", "SUBJECT-", "SUBJECT--", "S U B J E C T:"])
def test_a_label_of_the_subject_with_other_signs(label: str) -> None:
    assert read(subject=f"{label} THE PRICE OF LIGHT").header.subject == "THE PRICE OF LIGHT"


@pytest.mark.parametrize("line", ["T A G S: PREL, EC", "TAGS - PREL, EC", "TAGS: PREL - EC", "TAGS: PREL -- EC ."])
def test_signs_that_stand_alone_are_no_tags(line: str) -> None:
    assert read(tags=line).header.tags == ("PREL", "EC")


def test_the_letter_of_an_item_before_a_second_label() -> None:
    cable = read(references="REF: A. REF: LIMA 33\n     B. LIMA 44")
    assert references_of(cable) == [("A", "08LIMA33"), ("B", "08LIMA44")]


def test_references_that_a_copy_has_twice_count_once() -> None:
    assert references_of(read(references="REF: LIMA 33\n\nREF: LIMA 33")) == [(None, "08LIMA33")]


@pytest.mark.parametrize(
    ("second", "subject"),
    [("THE PRICE OF OIL", "THE PRICE OF LIGHT; THE PRICE OF OIL"), ("THE PRICE OF LIGHT", "THE PRICE OF LIGHT")],
)
def test_a_second_subject_below_the_references(second: str, subject: str) -> None:
    cable = read(references=f"REF: LIMA 33\n\nSUBJECT: {second}")
    assert (cable.header.subject, references_of(cable)) == (subject, [(None, "08LIMA33")])


@pytest.mark.parametrize(
    "label", ["CLASSIFED BY:", "Clasified By:", "Class By:", "Classification Authority:", "CLASSIFICATION BY:"]
)
def test_a_label_of_the_authority_with_a_slip(label: str) -> None:
    cable = read(authority=f"{label} DCM Jane Doe, reasons 1.4 (b,d)")
    assert (cable.header.classified_by, cable.header.reasons) == (
        "DCM Jane Doe, reasons 1.4 (b,d)",
        ("1.4(b)", "1.4(d)"),
    )


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ("1.4 (b+d)", ("1.4(b)", "1.4(d)")),
        ("1.4 (b through d)", ("1.4(b)", "1.4(c)", "1.4(d)")),
        ("1.4 subparagraphs (b) and (d)", ("1.4(b)", "1.4(d)")),
        ("1.4 {b} and {d}", ("1.4(b)", "1.4(d)")),
        ("Section 1.4, Reasons (b) and (d)", ("1.4(b)", "1.4(d)")),
        ("1.4, b and d", ("1.4(b)", "1.4(d)")),
        ("1/4 (b) and (d)", ("1.4(b)", "1.4(d)")),
    ],
)
def test_reasons_in_other_words(reasons: str, said: tuple[str, ...]) -> None:
    assert read(authority=f"Classified By: DCM Jane Doe for reasons {reasons}.").header.reasons == said


def test_what_a_classification_derives_from_is_no_part_of_who_classified() -> None:
    authority = "CLASSIFIED BY: Jane Doe, DCM; REASON: 1.4(B), (D)\nDERIVED FROM: GUIDE 05-1 B, D"
    assert read(authority=authority).header.classified_by == "Jane Doe, DCM; REASON: 1.4(B), (D)"


def test_a_cut_line_without_its_rest_ends_above_a_heading() -> None:
    cut = "Classified By: Ambassador Jane Q. Quillfeather-Doe, reasons 1.4 (b) and"[:70].ljust(69, ".") + " ("
    cable = read_cable(TELEGRAM.format(**{**PLAIN, "authority": f"{cut}\n\nWho we are"}))
    assert str(cable.header.classified_by).endswith(" (")
    assert [block.text for block in cable.blocks if block.kind == "heading"] == ["Who we are"]


def test_and_cut_by_the_template_is_joined() -> None:
    cable = read(authority="Classified By: DCM Jane Doe for reasons 1.4 (b) a\nnd (d).")
    assert cable.header.classified_by == "DCM Jane Doe for reasons 1.4 (b) and (d)."


def test_a_precedence_right_behind_an_office_is_no_part_of_the_addressee() -> None:
    cable = read(above="INFO RUEHLO/AMEMBASSY LONDON//POL//PRIORITY 0012\nRUEHTC/AMEMBASSY THE HAGUE//ECON//")
    assert cable.header.info == ("AMEMBASSY LONDON//POL//", "AMEMBASSY THE HAGUE//ECON//")


def test_the_date_in_a_newspaper_s_copy_is_no_addressee() -> None:
    cable = read(above=f"{PLAIN['above']}\n\nFriday, 04 January 2008, 18:20")
    assert cable.header.info == ("AMEMBASSY THE HAGUE",)


@pytest.mark.parametrize(
    "lines",
    [
        "FOR THE AMBASSADOR FROM SMITH\n\n",
        "FROM WHA ACTING ASSISTANT SECRETARY JANE\nQUILLFEATHER FOR CHARGE DOE\n\n",
        "DEPARTMENT PASS TO USTR\nFOR AMBASSADOR\n\n",
    ],
)
def test_pass_lines_below_all_fields_are_of_the_header(lines: str) -> None:
    cable = read(below=lines)
    passed = [cable.source[span.start : span.end] for span in cable.spans if span.role == "header:pass"]
    assert passed == lines.split("\n")[:-2]


@pytest.mark.parametrize("line", ["FOR YEARS THE FERRY WAS LATE.", "PLEASE PASS THE SALT TO THE CREW."])
def test_a_sentence_below_all_fields_is_of_the_body(line: str) -> None:
    cable = read_cable(TELEGRAM.format(**{**PLAIN, "below": f"{line}\n\n"}))
    assert line in [block.text for block in cable.blocks]


def test_a_pass_line_right_below_the_subject_ends_it() -> None:
    cable = read(subject="SUBJECT: THE PRICE OF LIGHT\nFOR AMBASSADOR FROM SMITH", references="", authority="")
    assert cable.header.subject == "THE PRICE OF LIGHT"


@pytest.mark.parametrize(
    "line",
    [
        "LONDON FOR AMB/EX, SOFIA FOR AMBASSADOR",
        "DEPARTMENT PASS TREASURY",
        "DEPT PLEASE PASS COMMERCE AND LABOR",
        "STATE PASS AID",
        "CINCPAC FOR POLAD",
        "PARIS FOR OECD",
        "DAKAR POUCH BANJUL; LAGOS PASS CONSULS.",
        "STATE PASS TREASURY, COMMERCE AND USTR",
        "LONDON FOR DOE, BONN FOR PENNYWHISTLE",
    ],
)
def test_who_is_to_have_a_telegram_stands_in_no_subject_above_it(line: str) -> None:
    cable = read(subject=f"SUBJECT: THE PRICE OF LIGHT AND WHO IS TO PAY FOR THE\nNEW LAMPS\n{line}", references="")
    assert cable.header.subject == "THE PRICE OF LIGHT AND WHO IS TO PAY FOR THE NEW LAMPS"
    assert line not in [block.text for block in cable.blocks]


@pytest.mark.parametrize(
    "line", ["DEPARTMENT PASS TREASURY", "QUITO FOR AMBASSADOR", "PASS USIA", "FOR ARA/LA FROM DOE"]
)
@pytest.mark.parametrize("field", ["executive_order", "tags", "subject", "references"])
def test_a_pass_line_right_below_any_field_is_of_none(line: str, field: str) -> None:
    fields = {
        "executive_order": "E.O. 11652: GDS",
        "tags": "TAGS: PFOR, PE",
        "subject": "SUBJECT: FISHERIES",
        "references": "REF: LIMA 33",
    }
    above = "R 041820Z JAN 75\nFM AMEMBASSY QUITO\nTO SECSTATE WASHDC 1742\nCONFIDENTIAL QUITO 0284\n"
    printed = "\n".join(f"{value}\n{line}" if name == field else value for name, value in fields.items())
    cable = read_cable(f"{above}{printed}\n1. THE FERRY SAILS AT NOON.\n2. NOBODY ROWS.\n")
    header = cable.header
    assert (header.executive_order, header.tags, header.subject) == ("E.O. 11652: GDS", ("PFOR", "PE"), "FISHERIES")
    assert [found.id for found in header.references] == ["75LIMA33"]
    assert cable.blocks[0].text == "THE FERRY SAILS AT NOON."


@pytest.mark.parametrize("line", ["NEW POST FOR AMBASSADOR", "BOATS FOR NATO/EUROPE", "LAW WILL PASS THE SENATE"])
def test_a_line_of_the_subject_that_names_no_post_stays_in_it(line: str) -> None:
    cable = read(subject=f"SUBJECT: THE PRICE OF LIGHT AND WHO IS TO PAY FOR THE\n{line}", references="")
    assert cable.header.subject == f"THE PRICE OF LIGHT AND WHO IS TO PAY FOR THE {line}"


def test_a_table_of_offices_that_a_scan_tore_apart_has_no_addressees() -> None:
    table = "ACTION NEA-04\n\n\nINFO\n\n\nLOG-00\n\nEB-00\n\nINRE-00\n\n"
    cable = read(above=f"{table}{PLAIN['above']}")
    assert cable.header.info == ("AMEMBASSY THE HAGUE",)


def test_a_line_of_the_template_s_width_that_ends_with_a_bracket_cuts_no_word() -> None:
    line = "Classified By: Charge d'Affaires Jane M. Quillfeather, reasons 1.4 (b)"
    said = line.replace("Quill", "Quill" + "e" * (71 - len(line)))
    cable = read(authority=f"{said}\nand (d)")
    assert cable.header.classified_by == f"{said.partition(': ')[2]} and (d)"


def test_an_order_that_does_not_apply_has_no_number() -> None:
    text = "UNCLAS QUITO 000284\n\nE.O. N/A\nTAGS: PREL\nSUBJECT: A\n\n1. (U) One.\n"
    assert read_cable(text).header.executive_order == "E.O. N/A"


def test_a_subject_above_a_body_without_numbers_and_blank_lines_ends_at_a_short_line() -> None:
    body = "\n".join(f"THE FERRY TO THE ISLAND NUMBER {number} SAILS AT NOON ON MOST DAYS AND" for number in range(9))
    cable = read_cable(f"SECRET QUITO 0284\nE.O. 11652: GDS\nTAGS: EC\nSUBJ: FERRIES IN SPRING\n{body}\nRETURNS.\n")
    assert cable.header.subject == "FERRIES IN SPRING"


def test_a_subject_whose_line_was_full_goes_on_below_the_end_of_a_page() -> None:
    page = "                       CONFIDENTIAL\n\nPAGE 02        QUITO  00284  01 OF 02  041820Z\n"
    first, second = "AGREEMENT ON LIGHTS, BUOYS AND PILOTS (ALBP): TEXT", "COUNTERSIGNED IN SPRING"
    cable = read(subject=f"SUBJECT: {first}\n{page}{second}")
    assert cable.header.subject == f"{first} {second}"


def test_the_row_of_an_archive_page_alone_tells_its_facts() -> None:
    row = "08QUITO284 2008-01-04 18:18 2011-08-30 01:44 CONFIDENTIAL Embassy Quito"
    cable = read_cable(
        f"{row}\nA note on the copy.\nC O N F I D E N T I A L QUITO 000284\n\nE.O. 12958: N/A\n\n1. One.\n"
    )
    assert (cable.id, cable.page["origin"]) == ("08QUITO284", "Embassy Quito")


def test_labels_inside_the_one_line_of_a_copy() -> None:
    line = "SECRET QUITO 284 NOFORN EO 11652: GDS TAGS: EC, PINT SUBJ: FERRIES REFERENCES: A) LIMA 33; B) LIMA 44"
    header = read_cable(
        f"R 041820Z JAN 08\nFM AMEMBASSY QUITO\n{line}\n\n1. THE FERRY SAILS.\n\n2. NOBODY ROWS.\n"
    ).header
    assert (header.executive_order, header.tags, header.subject) == ("EO 11652: GDS", ("EC", "PINT"), "FERRIES")
    assert [reference.id for reference in header.references] == ["08LIMA33", "08LIMA44"]


@pytest.mark.parametrize(
    "authority",
    [
        "Classified By: DCM Jane Doe for\n\nreasons 1.4 (b) and\n\n(d).",
        "Classified By: DCM Jane Doe\n\nfor reasons 1.4 (b)\n\nand (d).",
        "     Classified By: DCM Jane Doe\n     for reasons 1.4 (b) and (d).",
    ],
)
def test_an_authority_goes_on_over_added_blanks(authority: str) -> None:
    header = read(authority=authority).header
    assert header.classified_by == "DCM Jane Doe for reasons 1.4 (b) and (d)."
    assert header.reasons == ("1.4(b)", "1.4(d)")


def test_an_authority_ends_above_a_heading_on_its_line() -> None:
    cable = read_cable(TELEGRAM.format(**{**PLAIN, "authority": f"{PLAIN['authority']} SUMMARY -------"}))
    assert cable.header.classified_by == "DCM Jane Doe for reasons 1.4 (b) and (d)."
    assert [block.text for block in cable.blocks if block.kind == "heading"] == ["SUMMARY"]


def test_a_word_cut_in_an_indented_line_is_joined() -> None:
    first = f"Classified By: {'Deputy Coordinator Jane Quillfeather'.ljust(53, 'x')} Do"
    assert len(first) == 71
    cable = read(authority=f"    {first} \n    e for reasons 1.4 (b).")
    assert str(cable.header.classified_by).endswith("x Doe for reasons 1.4 (b).")


@pytest.mark.parametrize(
    "order",
    [
        "E.O. 12958: DECLASSIFY ON: 01/04/2018",
        "E.O. 12958: DECL: 01.04.2018",
        "E.O. 11652: DECLASSIFIED ON JAN 4, 2018",
    ],
)
def test_a_date_of_declassification_in_other_forms(order: str) -> None:
    text = TELEGRAM.format(**PLAIN).replace("E.O. 12958: DECL: 01/04/2018", order)
    assert read_cable(text).header.declassify_on == "2018-01-04"


@pytest.mark.parametrize(
    ("line", "id_", "sections"),
    [
        ("S E C R E T SECTION ONE OF TWO QUITO 0284", "74QUITO284", 2),
        ("CONFIDENTIAL FINAL SECTION OF THREE QUITO 0284", "74QUITO284", 3),
        ("C O N F I D E N T I A L JOINT STATE/TREASURY MESSAGE QUITO 0284", "74QUITO284", None),
        ("C O N F I D E N T I A L MBFR VIENNA 0284", "74MBFRVIENNA284", None),
        ("UNCLAS IAEA VIENNA 00284", "74IAEAVIENNA284", None),
        ("S E C R E T SALT TWO GENEVA 284", "74SALTTWOGENEVA284", None),
    ],
)
@pytest.mark.parametrize("precedence", ["O ", "O  ", "O  R ", "O R  "])
def test_classification_lines_and_groups_of_the_seventies(
    line: str, id_: str, sections: int | None, precedence: str
) -> None:
    text = f"{precedence}041820Z JAN 74\nFM AMEMBASSY QUITO\n{line}\nEXDIS - MILITARY HANDLE AS SPECAT\n"
    cable = read_cable(f"{text}E.O. 11652: GDS\nTAGS: EC\nSUBJ: FERRIES\n1. THE FERRY SAILS.\n2. NOBODY ROWS.\n")
    assert (cable.id, cable.header.sections, cable.header.captions) == (id_, sections, ("EXDIS", "SPECAT"))
    assert cable.header.precedence == tuple(precedence.split())
