"""Headers as a whole: which lines are whose, however a copy has treated them, and where the body begins."""

from __future__ import annotations

import pytest
from cablereader.cable import Cable, cover, read_cable, read_heading

HEAD = """VZCZCXRO0379
PP RUEHTRO
DE RUEHC #0284/01 0041825
ZNY CCCCC ZZH
P R 041820Z JAN 10
FM SECSTATE WASHDC
TO RUEHTRO/AMEMBASSY TRIPOLI PRIORITY 1742
INFO RHMFISS/JOINT STAFF WASHINGTON DC
RUEKJCS/SECDEF WASHINGTON DC
XMT AMEMBASSY SOFIA
BT
C O N F I D E N T I A L SECTION 01 OF 02 STATE 000284

NOFORN
SIPDIS

DEPT FOR OES/IHA

E.O. 12958: DECL: 01/04/2020
TAGS: MASS, MARR, LY
SUBJECT: A COMPOSITE OF EVERY PART,
SHOWN ONCE

REF: A. 09 TRIPOLI 991
     B. TRIPOLI 3

Classified By: Director Ann Other for reasons 1.4 (b) and (d).

"""
BODY = "1. (C) Text begins here.\n\nOTHER\n"
WHOLE = HEAD + BODY


def spoken(cable: Cable, role: str) -> list[str]:
    """What the source says in the spans of a role."""
    return [cable.source[span.start : span.end] for span in cable.spans if span.role == role]


def test_every_part_of_a_whole_header() -> None:
    said = read_cable(WHOLE).as_dict()
    assert said["id"] == "10STATE284"
    assert said["date"] == "2010-01-04T18:20Z"
    assert said["precedence"] == ["P", "R"]
    assert said["from"] == "SECSTATE WASHDC"
    assert said["origin"] == "Secretary of State"
    assert said["to"] == ["AMEMBASSY TRIPOLI"]
    assert said["info"] == ["JOINT STAFF WASHINGTON DC", "SECDEF WASHINGTON DC"]
    assert said["info_excluded"] == ["AMEMBASSY SOFIA"]
    assert said["classification"] == "CONFIDENTIAL"
    assert said["sections"] == 2
    assert said["captions"] == ["NOFORN", "SIPDIS"]
    assert said["executive_order"] == "E.O. 12958: DECL: 01/04/2020"
    assert said["declassify_on"] == "2020-01-04"
    assert said["tags"] == ["MASS", "MARR", "LY"]
    assert said["subject"] == "A COMPOSITE OF EVERY PART, SHOWN ONCE"
    assert said["references"] == [
        {"label": "A", "text": "09 TRIPOLI 991", "id": "09TRIPOLI991"},
        {"label": "B", "text": "TRIPOLI 3", "id": "10TRIPOLI3"},
    ]
    assert said["classified_by"] == "Director Ann Other for reasons 1.4 (b) and (d)."
    assert said["reasons"] == ["1.4(b)", "1.4(d)"]


def test_every_line_has_its_role() -> None:
    cable = read_cable(WHOLE)
    assert spoken(cable, "header:pass") == ["DEPT FOR OES/IHA"]
    assert spoken(cable, "header:date") == ["P R 041820Z JAN 10"]
    assert spoken(cable, "header:info") == [
        "INFO RHMFISS/JOINT STAFF WASHINGTON DC\nRUEKJCS/SECDEF WASHINGTON DC",
    ]
    assert spoken(cable, "caption") == ["NOFORN", "SIPDIS"]
    assert spoken(cable, "header:subject") == ["SUBJECT: A COMPOSITE OF EVERY PART,\nSHOWN ONCE"]
    assert spoken(cable, "chrome") == []


REWRITES = {
    "windows line ends": WHOLE.replace("\n", "\r\n"),
    "trailing blanks": WHOLE.replace("\n", " \n"),
    "blank lines between": WHOLE.replace("\n", "\n\n"),
    "indented": "".join(f"   {line}" for line in WHOLE.splitlines(keepends=True)),
    "leading blank lines": "\n\n\n" + WHOLE,
    "hard blanks": WHOLE.replace(" ", "\xa0"),
    "a byte order mark": "\ufeff" + WHOLE,
    "pilcrows": WHOLE.replace("     B.", "     ¶B.").replace("1. (C)", "¶1. (C)"),
    "link artefacts": WHOLE.replace("     B.", "[1](#)B.")
    .replace("1. (C)", "[1](#)1. (C)")
    .replace("MASS,", "[MASS](#),"),
    "no line breaks in the text": WHOLE.replace("\n\n", " ")
    .replace("01/04/2020\n", "01/04/2020 ")
    .replace("LY\n", "LY "),
    "a page mark inside": WHOLE.replace("REF:", "STATE 00000284  001.2 OF 002\n\nREF:"),
    "text before the header": "Cable Text:\n\n" + WHOLE,
    "classification line first": WHOLE.replace(
        "BT\nC O N F I D E N T I A L SECTION 01 OF 02 STATE 000284\n", ""
    ).replace("VZCZC", "C O N F I D E N T I A L SECTION 01 OF 02 STATE 000284\nVZCZC", 1),
    "TAGS above the E.O. line": WHOLE.replace("E.O. 12958: DECL: 01/04/2020\n", "").replace(
        "LY\n", "LY\nE.O. 12958: DECL: 01/04/2020\n"
    ),
    "the E.O. line below the subject": WHOLE.replace("E.O. 12958: DECL: 01/04/2020\n", "").replace(
        "SHOWN ONCE\n", "SHOWN ONCE\nE.O. 12958: DECL: 01/04/2020\n"
    ),
    "garbled labels": WHOLE.replace("TAGS:", "TGS:").replace("SUBJECT:", "UBJECT:"),
    "other labels": WHOLE.replace("TAGS:", "Tags").replace("SUBJECT:", "SUBJ:").replace("REF:", "Reftels:"),
    "mixed case": WHOLE.replace("Classified By:", "CLASSIFIED BY:").replace("E.O.", "E.o.").replace("DECL", "decl"),
    "a distribution list": "INFO  LOG-00   AF-00    AID-00\n      CG-00      /001W\n   ------5A9C83  271329Z /38\n\n"
    + WHOLE.removeprefix("VZCZCXRO0379\nPP RUEHTRO\n"),
}


@pytest.mark.parametrize("text", REWRITES.values(), ids=list(REWRITES))
def test_copies_of_a_header_say_the_same(text: str) -> None:
    plain, copied = read_cable(WHOLE), read_cable(text)
    for field in (
        "date",
        "from_",
        "to",
        "info",
        "info_excluded",
        "classification",
        "captions",
        "declassify_on",
        "tags",
    ):
        assert getattr(copied.header, field) == getattr(plain.header, field), field
    for field in ("subject", "references", "classified_by", "reasons", "sections", "precedence"):
        assert getattr(copied.header, field) == getattr(plain.header, field), field
    assert copied.id == plain.id
    assert [block.number for block in copied.blocks if block.number] == ["1"]
    assert cover(copied.spans, len(text))


@pytest.mark.parametrize("text", [WHOLE, HEAD, "", "SUBJECT: ALONE\n", "no telegram"])
def test_the_heading_alone_is_the_same(text: str) -> None:
    whole, head = read_cable(text), read_heading(text)
    assert (head.id, head.rendition, head.header, head.page) == (whole.id, whole.rendition, whole.header, whole.page)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TAGS: PREL, PGOV, FR\n", {"tags": ["PREL", "PGOV", "FR"]}),
        ("SUBJECT: NEGOTIATIONS \n \n", {"subject": "NEGOTIATIONS"}),
        ("E.o. 12958: decl: 01/07/2014 Tags: prel, tu Subject: on the road?\n\n(U) Classifi", {"tags": ["PREL", "TU"]}),
        (
            "E.O. 12958: N/A TAGS: AMGT\n\nSUBJECT: A VISIT IS GRANTED REF: STATE 1\n\n1. Text",
            {"subject": "A VISIT IS GRANTED"},
        ),
        (
            "SUBJECT: WHO WOULD REPLACE THE PRIMEREF: A. LONDON 1939\n\n1. Text",
            {"subject": "WHO WOULD REPLACE THE PRIME"},
        ),
        (
            "SUBJECT: VISIT TO CAIROClassified By: DCM X\n\n1. Text",
            {"subject": "VISIT TO CAIRO", "classified_by": "DCM X"},
        ),
        ("SUBJECT: A FEAST \nClassified By: DCM X\n", {"subject": "A FEAST", "classified_by": "DCM X"}),
        ("SUBJECT: A LIFE\nPRETORIA 00000954 001.2 OF 004\n\n1. Text", {"subject": "A LIFE"}),
        (
            "C O R R E C T E D COPY//SUBJECT LINE/////\n\nNOFORN\n\nTAGS: PREL\nSUBJECT: A MEETING\n",
            {"subject": "A MEETING"},
        ),
        ("SUBJECT: ENDS\n1. (SBU) Summary. Text", {"subject": "ENDS"}),
        ("INFO AMEMBASSY PANAMA", {"info": ["AMEMBASSY PANAMA"]}),
        (
            "TO AMEMBASSY LIMA\nINFO RUEHTH/AMEMBASSY ATHENS 0121\nRUEUITH/DET 1 39LG ANKARA TU\nUNCLAS STATE 1\n",
            {"to": ["AMEMBASSY LIMA"], "info": ["AMEMBASSY ATHENS", "DET 1 39LG ANKARA TU"]},
        ),
        (
            "TO AMEMBASSY LIMA PRIORITY\nINFO XMT FOOBAR",
            {"to": ["AMEMBASSY LIMA"], "info": [], "info_excluded": ["FOOBAR"]},
        ),
        (
            "FM SECSTATE WASHDC\nTO PAGE 02        STATE   015113  182333Z \nALL POSTS COLLECTIVE PRIORITY\n",
            {"to": ["ALL POSTS COLLECTIVE"]},
        ),
        (
            "SUBJECT:\n\nINVITATION DELIVERED REF: STATE 5535 (U) We delivered it.\n",
            {"subject": "INVITATION DELIVERED"},
        ),
        (
            "SUBJECT: IRAN UNDER\nE.O. 13382 \n\nREF: STATE 1\n",
            {"subject": "IRAN UNDER E.O. 13382", "executive_order": None},
        ),
        ("TAGS : PREL\nSUBJECT : LAMPS\n", {"tags": ["PREL"], "subject": "LAMPS"}),
        (
            "SUBJECT: LAMPS\n----------\n\nREF: 06 STATE 1\n\n1. (U) Text\n",
            {"subject": "LAMPS", "references": [{"label": None, "text": "06 STATE 1", "id": "06STATE1"}]},
        ),
        (
            "SUBJECT: LAMPS\nREF: 1. 06 STATE 11\n     2. 06 LIMA 12\n\n1. (U) Text\n",
            {
                "references": [
                    {"label": None, "text": "1. 06 STATE 11", "id": "06STATE11"},
                    {"label": None, "text": "2. 06 LIMA 12", "id": "06LIMA12"},
                ]
            },
        ),
        (
            "EO 12958: N/A\n\nTAGS: PREL\n\nSUBJECT: THE KEEPERS OF THE HARBOUR LIGHT ASK FOR OIL\n\nAND LAMPS\n\n1. X",
            {"subject": "THE KEEPERS OF THE HARBOUR LIGHT ASK FOR OIL AND LAMPS"},
        ),
        (
            "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: THE KEEPERS OF THE HARBOUR LIGHT ASK FOR OIL\n\nTHE LAMPS\n\n1. X\n",
            {"subject": "THE KEEPERS OF THE HARBOUR LIGHT ASK FOR OIL"},
        ),
        (
            "SUBJECT: Keepers of the light\n\nask for oil\n\n1. (U) Text\n",
            {"subject": "Keepers of the light ask for oil"},
        ),
        ("SUBJECT: LAMPS\nSummary\n1. (U) Text\n", {"subject": "LAMPS"}),
        ("E.O. 12958: N/A SIPDIS\nTAGS: PREL\n", {"executive_order": "E.O. 12958: N/A"}),
        ("TAGS: PREL\n.SUBJECT: LAMPS\n\n1. (U) Text\n", {"tags": ["PREL"], "subject": "LAMPS"}),
        ("FM USDEL SECRETARY\nTO SECSTATE WASHDC\n", {"origin": "US Delegation, Secretary"}),
        ("UNCLAS STATE 1\nINFORM CONSULS, ROME PASS WREN\nTAGS: PREL\n", {"captions": ["INFORM CONSULS"]}),
    ],
)
def test_a_piece_of_a_header(text: str, said: dict[str, object]) -> None:
    found = read_cable(text).as_dict()
    assert {key: found[key] for key in said} == said


def test_a_header_on_one_line() -> None:
    text = (
        "C O N F I D E N T I A L SECTION 01 OF 02 STATE 000284 SIPDIS E.O. 12958: DECL: 01/04/2020 TAGS: MASS LY "
        "Classified By: Director X. Reason 1.4 (b) 1. (C) This is an action request.\n"
    )
    cable = read_cable(text, "10STATE284")
    assert cable.id == "10STATE284"
    assert cable.header.captions == ("SIPDIS",)
    assert cable.header.tags == ("MASS", "LY")
    assert cable.header.subject is None
    assert cable.header.classified_by == "Director X. Reason 1.4 (b)"
    assert [block.number for block in cable.blocks if block.kind == "paragraph"] == ["1"]


def test_no_label_of_the_body_is_a_header_line() -> None:
    text = WHOLE.replace("begins here.", "begins here.\n\nTO WHOM IT MAY CONCERN:\nTAGS: NONE\n\nREF B is out.\n")
    assert read_cable(text).header == read_cable(WHOLE).header


def test_a_body_without_numbers_begins_below_the_references() -> None:
    text = HEAD + "Post delivered the points on Monday. The desk officer\nsaid thanks.\nOTHER\n"
    cable = read_cable(text)
    assert cable.blocks[0].text.startswith("Post delivered the points")
    assert cable.header == read_cable(WHOLE).header


def test_a_name_is_a_witness_where_the_text_has_no_year() -> None:
    text = "UNCLAS SAN JOSE 002199\n\nTAGS: PREL\nSUBJECT: POINTS DELIVERED\n\nREF: STATE 12\n\n1. Text.\n"
    assert read_cable(text).id is None
    assert read_cable(text, "05SANJOSE2199").id == "05SANJOSE2199"
    assert read_cable(text, "05SANJOSE2199").header.references[0].id == "05STATE12"
    assert read_cable(text, "05LIMA7").id is None


def test_the_text_is_believed_before_the_name() -> None:
    assert read_cable(WHOLE, "10STATE285").id == "10STATE284"


def test_a_stamp_is_no_classification_line() -> None:
    cable = read_cable("SECRET\n\nPAGE 01        STATE  000284\n\n" + WHOLE)
    assert cable.header.classification == "CONFIDENTIAL"
    assert [furniture.text for furniture in cable.furniture[:2]] == ["SECRET", "PAGE 01        STATE  000284"]
    assert spoken(cable, "chrome") == []


def test_a_print_of_the_seventies() -> None:
    text = """CONFIDENTIAL

PAGE 01        RIYADH  00905  060018Z
ACTION SS-25
INFO  OCT-01 ADS-00 SSO-00 /026 W
------------------062281  060035Z /62
O R 051020Z JUN 79
FM USLO RIYADH
TO SECSTATE WASHDC IMMEDIATE 1291
INFO AMEMBASSY JIDDA
C O N F I D E N T I A L SECTION 1 OF 3 RIYADH 0905
EXDIS
E.O. 12065: RDS-4 6/5/99 (OTHER, ANN H.) OR-M
TAGS: PEPR, EG, SA
SUBJ: A TALK AT NIGHT
REF: A. STATE 36519   B. JIDDA 195 NOTAL
1. (C - ENTIRE TEXT).
2. TEXT OF THE SECOND PARAGRAPH.
"""
    said = read_cable(text).as_dict()
    assert said["id"] == "79RIYADH905"
    assert said["date"] == "1979-06-05T10:20Z"
    assert said["precedence"] == ["O", "R"]
    assert said["from"] == "USLO RIYADH"
    assert said["to"] == ["SECSTATE WASHDC"]
    assert said["info"] == ["AMEMBASSY JIDDA"]
    assert said["captions"] == ["EXDIS"]
    assert said["sections"] == 3
    assert said["declassify_on"] is None
    assert said["tags"] == ["PEPR", "EG", "SA"]
    assert said["subject"] == "A TALK AT NIGHT"
    assert [reference.id for reference in read_cable(text).header.references] == ["79STATE36519", "79JIDDA195"]


@pytest.mark.parametrize(
    "page",
    [
        "CONFIDENTIAL\nCONFIDENTIAL\nPAGE 02 HOLLIN 00905\n",
        "CONFIDENTIAL\n\nPAGE 02        HOLLIN  00905  060018Z\n\n",
        "PAGE 02\nHOLLIN 00905 01 OF 02 060018Z\n",
        "PAGE 02 HOLLIN 00905 060018 Z\n",
    ],
)
def test_a_page_ends_among_the_addressees_or_above_the_text(page: str) -> None:
    routing = "R 051020 Z JUN 73\nFM AMCONSUL HOLLIN\nTO AMEMBASSY ROME\nINFO AMEMBASSY PARIS\n"
    header = "C O N F I D E N T I A L HOLLIN 905\nTAGS: PREL\nSUBJ: A TALK\nREF: ROME 12\n"
    text = f"{routing}{page}AMEMBASSY BONN\nUSMISSION NATO\n{header}{page}1. THE TALK WENT WELL.\n"
    cable = read_cable(text)
    assert cable.id == "73HOLLIN905"
    assert cable.header.to == ("AMEMBASSY ROME",)
    assert cable.header.info == ("AMEMBASSY PARIS", "AMEMBASSY BONN", "USMISSION NATO")
    assert [reference.id for reference in cable.header.references] == ["73ROME12"]
    assert [block.text for block in cable.blocks] == ["THE TALK WENT WELL."]


def test_the_post_of_the_first_page_may_stand_below_it_and_is_no_number_of_a_stamp() -> None:
    text = "SECRET\nPAGE 01\nHOLLIN 00905 01 OF 02 060018Z\nACTION SS-25\n" + WHOLE
    cable = read_cable(text)
    assert (cable.id, cable.header) == ("10STATE284", read_cable(WHOLE).header)


def test_drafters_and_clearances_are_routing() -> None:
    lines = "DRAFTED BY S/S-S:AOTHER\nAPPROVED BY S/S:BOTHER\nOC/T:COTHER\n            ------------- 106522\n"
    cable = read_cable(WHOLE.replace("P R 04", lines + "P R 04"))
    assert cable.header == read_cable(WHOLE).header
    assert "DRAFTED BY S/S-S:AOTHER" in spoken(cable, "routing")


def test_a_run_of_tags_is_a_repair() -> None:
    cable = read_cable(WHOLE.replace("MASS, MARR, LY", "MASSMARRLY"))
    assert cable.header.tags == ("MASS", "MARR", "LY")
    assert [(repair.kind, repair.found, repair.meant) for repair in cable.repairs] == [
        ("tags", "MASSMARRLY", "MASS MARR LY")
    ]
    assert cable.source[slice(*cable.repairs[0].span)] == "MASSMARRLY"


def test_a_garbled_label_is_a_repair() -> None:
    cable = read_cable(WHOLE.replace("TAGS:", "TGS:").replace("SUBJECT:", "Subject:"))
    assert [(repair.kind, repair.found, repair.meant) for repair in cable.repairs] == [("label", "TGS", "TAGS")]
    assert cable.source[slice(*cable.repairs[0].span)] == "TGS"


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (
            "1.  (U) CLASSIFIED BY ANN OTHER, JR., AMBASSADOR.\nREASON:  1.5 (B) AND (D).\n\n2. (C) TEXT",
            ("1.5(b)", "1.5(d)"),
        ),
        ("1. CONFIDENTIAL - ENTIRE TEXT.  CLASSIFIED BY:\nANN OTHER, JR. - 1.5 (D).\n2. SUMMARY.", ("1.5(d)",)),
        ("ROME FOR WREN\n\n1. (U) CLASSIFIED BY ANN OTHER, JR.\nREASON: 1.5 (D).\n\n2. (C) TEXT", ("1.5(d)",)),
    ],
)
def test_the_authority_may_be_paragraph_1(paragraph: str, said: tuple[str, ...]) -> None:
    cable = read_cable(HEAD[: HEAD.index("Classified By")] + paragraph)
    assert str(cable.header.classified_by).startswith("ANN OTHER, JR.")
    assert cable.header.reasons == said
    assert [block.number for block in cable.blocks if block.number] == ["1", "2"]


@pytest.mark.parametrize("mark", ["PORT ALDER 00000284  002 OF 003", "CONFIDENTIAL", "SIPDIS"])
def test_a_mark_of_the_page_in_the_first_sentence_is_no_header_line(mark: str) -> None:
    cable = read_cable(
        f"{HEAD}We delivered the points to the desk\n\n{mark}\n\nofficer for lamps on Monday.\n\nOTHER\n"
    )
    assert cable.blocks[0].text == "We delivered the points to the desk officer for lamps on Monday."


def test_the_rest_of_a_subject_right_above_the_mark_of_a_page() -> None:
    title = "MEMBERS DISCUSS LAMPS, OIL, EU\n\nREFORM WITH OFFICIALS (CORRECTED COPY)\n\nSTATE 00000284  001.2 OF 004\n"
    cable = read_cable(HEAD.replace("A COMPOSITE OF EVERY PART,\nSHOWN ONCE\n", title) + BODY)
    assert cable.header.subject == "MEMBERS DISCUSS LAMPS, OIL, EU REFORM WITH OFFICIALS (CORRECTED COPY)"


def test_references_glued_to_the_subject_with_a_gap() -> None:
    cable = read_cable(HEAD.replace("SHOWN ONCE\n\nREF: A", "SHOWN ONCEREF:  A") + BODY)
    assert (cable.header.subject, len(cable.header.references)) == ("A COMPOSITE OF EVERY PART, SHOWN ONCE", 2)


def test_a_date_above_a_partial_extract() -> None:
    cable = read_cable(
        f"This record is a partial extract.\n\n081521Z Sep 05\n\nUNCLAS SAN JOSE 002090\n\nSUBJECT: A\n\n{BODY}"
    )
    assert (cable.id, cable.as_dict()["date"]) == ("05SANJOSE2090", "2005-09-08T15:21Z")


def test_a_classification_line_in_mixed_case() -> None:
    cable = read_cable(WHOLE.replace("C O N F I D E N T I A L SECTION", "Confidential Section"))
    assert (cable.id, cable.header.classification, cable.header.sections) == ("10STATE284", "CONFIDENTIAL", 2)
