"""Each field of the header in the forms that telegrams give it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cablereader.cable.header import authority, classification, order, routing, subject, tags
from cablereader.cable.header.captions import captions
from cablereader.cable.header.extents import mended
from cablereader.cable.header.origin import origin_of
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("line", "letters", "date"),
    [
        ("R 012004Z SEP 06", ("R",), datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("012004Z Sep 06", (), datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("R 012004Z SEPT 2006", ("R",), datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("R 012004ZSEP 06", ("R",), datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("P R 280945 Z MAR 73", ("P", "R"), datetime(1973, 3, 28, 9, 45, tzinfo=UTC)),
        ("0 P 012004Z SEP 06", ("O", "P"), datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("R 012004ZSEP06", ("R",), datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("R012004Z SEP. 06", ("R",), datetime(2006, 9, 1, 20, 4, tzinfo=UTC)),
        ("P R 041820Z JAN 10", ("P", "R"), datetime(2010, 1, 4, 18, 20, tzinfo=UTC)),
        ("O P 190243Z DEC 89", ("O", "P"), datetime(1989, 12, 19, 2, 43, tzinfo=UTC)),
        ("O 290025Z JUL 75 ZFF4", ("O",), datetime(1975, 7, 29, 0, 25, tzinfo=UTC)),
        ("191634Z JUL 09", (), datetime(2009, 7, 19, 16, 34, tzinfo=UTC)),
        ("R 312004Z FEB 06", ("R",), None),
        ("R 019904Z FEB 06", ("R",), None),
        ("R 012004Z XXX 06", ("R",), None),
        ("no date", (), None),
    ],
)
def test_a_date_time_group(line: str, letters: tuple[str, ...], date: datetime | None) -> None:
    assert routing.date_time_group(line) == (letters, date)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("RUEHC/SECSTATE WASHDC 2999", "SECSTATE WASHDC"),
        ("RUEHC/SECSTATE WASHDC PRIORITY 7146", "SECSTATE WASHDC"),
        ("AMEMBASSY MEXICO IMMEDIATE 0000", "AMEMBASSY MEXICO"),
        ("AMCONSUL LENINGRAD NIACT IMMEDIATE", "AMCONSUL LENINGRAD"),
        ("SECSTATE WASHDC PIORITY 0872", "SECSTATE WASHDC"),
        ("RUEHLP/AMEMBASSY LA PAZ JAN 5661", "AMEMBASSY LA PAZ"),
        ("RUEUITH/DET 1 39LG ANKARA TU", "DET 1 39LG ANKARA TU"),
        ("RHMFIUU/39OS INCIRLIK AB TU", "39OS INCIRLIK AB TU"),
        ("ALL DIPLOMATIC AND CONSULAR POSTS", "ALL DIPLOMATIC AND CONSULAR POSTS"),
        ("  RHMFISS/HQ USEUCOM VAIHINGEN GE//J5 (MC)//", "HQ USEUCOM VAIHINGEN GE//J5 (MC)//"),
        ("PAGE 02        STATE   015113  182333Z", None),
        ("----------------- header ends ----------------", None),
        ("   ", None),
    ],
)
def test_an_addressee(line: str, name: str | None) -> None:
    assert routing.addressee(line) == name


def test_the_offices_of_an_address_go_on_over_the_end_of_a_line() -> None:
    value = (
        "RHMFISS/COMUSNAVEUR LONDON UK//N1/N2/\nN3//\nRHMFISS/JICEUR MOLESWORTH UK//JAC//\nRUEHBO/AMEMBASSY BOGOTA 12"
    )
    assert routing.addressees(value)[0] == [
        "COMUSNAVEUR LONDON UK//N1/N2/N3//",
        "JICEUR MOLESWORTH UK//JAC//",
        "AMEMBASSY BOGOTA",
    ]


def test_an_excluded_addressee_is_no_addressee() -> None:
    value = "RUEHC/SECSTATE WASHDC 12\nSPECIAL COLLECTIVE\nXMT AMEMBASSY SOFIA\nAMEMBASSY RIGA"
    assert routing.addressees(value) == (
        ["SECSTATE WASHDC", "SPECIAL COLLECTIVE"],
        ["AMEMBASSY SOFIA", "AMEMBASSY RIGA"],
    )


@pytest.mark.parametrize(
    ("line", "level", "sections", "place", "number"),
    [
        ("UNCLAS MEXICO 004964", "UNCLAS", None, "MEXICO", 4964),
        ("UNCLAS SECTION 01 OF 04 MEXICO 000199", "UNCLAS", 4, "MEXICO", 199),
        ("C O N F I D E N T I A L SECTION 1 OF 3 RIYADH 0905", "CONFIDENTIAL", 3, "RIYADH", 905),
        ("S E C R E T STATE 177755 TOSEC 080095", "SECRET", None, "STATE", 177755),
        ("S e c r e t nairobi 001938", "SECRET", None, "NAIROBI", 1938),
        ("LIMITED OFFICIAL USE STATE 017976", "LIMITED OFFICIAL USE", None, "STATE", 17976),
        ("L I M I T E D  O F F I C I A L  U S E PARIS 1", "LIMITED OFFICIAL USE", None, "PARIS", 1),
        ("UNCLAS E F T O SECTION 01 OF 02 RIYADH 001110", "UNCLAS EFTO", 2, "RIYADH", 1110),
        ("UNCLAS SENSITIVE BERLIN 000012", "UNCLAS SENSITIVE", None, "BERLIN", 12),
        ("T O P  S E C R E T SECTION 01 OF 02 ROME 0012", "TOP SECRET", 2, "ROME", 12),
        ("T O P S E C R E T ROME 0012", "TOP SECRET", None, "ROME", 12),
        ("C O N F I D E N T I A L FINAL SECTION OF 02 ROME 0012", "CONFIDENTIAL", 2, "ROME", 12),
        ("S E C R E T SECTO 04021", "SECRET", None, "SECTO", 4021),
        ("Confidential Rome 000012", "CONFIDENTIAL", None, "ROME", 12),
        ("S E C R E T NOFORN SANAA 000071", "SECRET NOFORN", None, "SANAA", 71),
        ("S E C R E T//NOFORN ROME 000002", "SECRET NOFORN", None, "ROME", 2),
        ("UNCLAS RIO DE JANEIRO 000165 SIPDIS E.O.", "UNCLAS", None, "RIO DE JANEIRO", 165),
        ("UNCLAS SECTION 01 OF 02 REYKJAVIK 00040QSITIVE", "UNCLAS", 2, "REYKJAVIK", 40),
        ("UNCLAS AMEMBASSY HANOI 001284", "UNCLAS", None, "HANOI", 1284),
        ("UNCLAS SECION 02 OF 02 NAIROBI 000417", "UNCLAS", 2, "NAIROBI", 417),
        ("CONFIDENTIAL", "CONFIDENTIAL", None, None, None),
        ("nothing of the kind", None, None, None, None),
    ],
)
def test_a_classification_line(
    line: str, level: str | None, sections: int | None, place: str | None, number: int | None
) -> None:
    found = classification.read(line, 0, len(line))
    assert (found.level, found.sections, found.place, found.number) == (level, sections, place, number)


def test_the_number_may_stand_on_the_next_line() -> None:
    text = "UNCLAS SECTION 01 OF 02 \n\nTHE HAGUE 001446 \n"
    found = classification.read(text, 0, text.index("\n"))
    assert (found.place, found.number) == ("THE HAGUE", 1446)


def test_controls_on_the_line_are_captions() -> None:
    line = "S E C R E T NOFORN SANAA 000071 SIPDIS"
    assert classification.read(line, 0, len(line)).captions == ("NOFORN", "SIPDIS")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("STADIS/////////////////////", ["STADIS"]),
        ("NODIS", ["NODIS"]),
        ("ROGER CHANNEL", ["ROGER CHANNEL"]),
        ("VISAS VIPER", ["VISAS VIPER"]),
        ("SENSITIVE SIPDIS", ["SENSITIVE", "SIPDIS"]),
        ("SENSITIVE BUT UNCLASSIFIED", []),
        ("STATE FOR NEA", []),
    ],
)
def test_captions_of_a_line(line: str, found: list[str]) -> None:
    assert captions(line) == found


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("E.O. 12958: DECL: 11/22/2012", "2012-11-22"),
        ("EO 12958 DECL: 2020/02/23", "2020-02-23"),
        ("E.o. 12958: decl: 6/3/08", "2008-06-03"),
        ("E.O. 12958: DECL: 4/24/05", "2005-04-24"),
        ("E.O. 12356: DECL: 12/31/99", "1999-12-31"),
        ("E.O. 12065: GDS 6/5/85 (ASHWORTH, T.) OR-M", "1985-06-05"),
        ("E.O. 12065: GDS-1 DEC 19, 1984 (ASHWORTH) OR-M", "1984-12-19"),
        ("E.O. 12065: GDS 8 NOV 85", "1985-11-08"),
        ("E.O. 12065:11/12/79 (ASHWORTH, T)", "1979-11-12"),
        ("E.O. 12065: RDS-1, 12/4/98 (ASHWORTH, T.)", None),
        ("E.O. 12065: XDS-1 11/5/98 (ASHWORTH, T.)", "1998-11-05"),
        ("E.O. 11652: XGDS (2) 12/31/99", "1999-12-31"),
        ("E.O. 11652: GDS DECEMBER 31 1982", "1982-12-31"),
        ("E.O. 11652: N/A DECONTROL 19 NOVEMBER 1977", "1977-11-19"),
        ("E.O. 12958: DECL: 12/ 10/2019", "2019-12-10"),
        ("E.O. 12958: DECL: 12//10/2019", "2019-12-10"),
        ("E.O. 12958: DECL: 10-DEC-2019", "2019-12-10"),
        ("E.O. 12958: DECL: 31/12/2019", "2019-12-31"),
        ("E.O. 12958: DECL UPON 12/10/2019", "2019-12-10"),
        ("E.O. 12958: DCL: 12/10/2019", "2019-12-10"),
        ("E.O. 12958: DECL: 10 YEARS", None),
        ("E.O. 12356: DECL:  OADR", None),
        ("E.O. 12958: DECL: X1, X5", None),
        ("E.O. 12958: DECL: 13/45/2012", None),
        ("E.O. 11652: N/A", None),
    ],
)
def test_a_declassification_date(line: str, date: str | None) -> None:
    assert order.declassify_on(line) == date


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (" PREL ECON EFIN FR", ("PREL", "ECON", "EFIN", "FR")),
        (" LH XQ ZP PG PQ", ("LH", "XQ", "ZP", "PG", "PQ")),
        (" (U) PREL/PGOV.MX", ("PREL", "PGOV", "MX")),
        (' UNGA/C-6, ZANU-PF "MX"', ("UNGA/C-6", "ZANU-PF", "MX")),
        (" N/A", ()),
        (" PREL, IT      SECRET", ("PREL", "IT")),
        (" EAID, ECON, EINV,PREL, BA", ("EAID", "ECON", "EINV", "PREL", "BA")),
        (" prel, pgov", ("PREL", "PGOV")),
        (" MARR MOPS IT MARR MOPS IT", ("MARR", "MOPS", "IT")),
        (" ECON ETRD CA SIPDIS", ("ECON", "ETRD", "CA")),
        (" OVIP (CLINTON, HILLARY), PGOV", ("OVIP", "CLINTON, HILLARY", "PGOV")),
        (" OVIP (KISSINGER, HENRY A.) PREL", ("OVIP", "KISSINGER, HENRY A.", "PREL")),
        (" OVIP STEINBERG JAMES PREL", ("OVIP", "STEINBERG, JAMES", "PREL")),
        (" OVIP STEINBERG JAMES B. PREL", ("OVIP", "STEINBERG, JAMES B.", "PREL")),
        (" PREL OVIP", ("PREL", "OVIP")),
        (" PHUM, OPRC, HUMAN RIGHTS", ("PHUM", "OPRC", "HUMAN RIGHTS")),
        (" IS ISRAELI PALESTINIAN AFFAIRS GOI EXTERNAL", ("IS", "ISRAELI PALESTINIAN AFFAIRS", "GOI EXTERNAL")),
        (" PREL COUNTRY CLEARANCE", ("PREL", "COUNTRY CLEARANCE")),
        (" EFIS VP SQ", ("EFIS", "VP", "SQ")),
        (" AORC UNGA/C-6", ("AORC", "UNGA/C-6")),
        (" PREL, IT      SECRET   PAGE 02   ROME  03067  211833Z\nMARR", ("PREL", "IT", "MARR")),
    ],
)
def test_tags(value: str, meant: tuple[str, ...]) -> None:
    assert tags.read(value) == (meant, ())


@pytest.mark.parametrize(
    ("run", "codes"),
    [
        ("KFRDKIRFCVISCMGTKOCIASECPHUMSMIGEG", "KFRD KIRF CVIS CMGT KOCI ASEC PHUM SMIG EG"),
        ("ETRDEINVECINPGOVCS", "ETRD EINV ECIN PGOV CS"),
        ("PHUMBA", "PHUM BA"),
        ("VEPREL", "VE PREL"),
        ("MASSMNUC", "MASS MNUC"),
        ("ETRDECONWTOCS", "ETRD ECON WTO CS"),
        ("WTOETRD", "WTO ETRD"),
    ],
)
def test_a_run_of_tags_is_split(run: str, codes: str) -> None:
    assert tags.read(run) == (tuple(codes.split()), ((run, codes),))


@pytest.mark.parametrize(
    ("value", "codes", "repairs"),
    [
        ("PREL MOPPS MX", ("PREL", "MOPS", "MX"), (("MOPPS", "MOPS"),)),
        ("PM HUMAN RIGHTSPOLMIL", ("PM", "HUMAN RIGHTS", "POL", "MIL"), (("RIGHTSPOLMIL", "RIGHTS POL MIL"),)),
        (
            "IS GAZA DISENGAGEMENTPREL",
            ("IS", "GAZA DISENGAGEMENT", "PREL"),
            (("DISENGAGEMENTPREL", "DISENGAGEMENT PREL"),),
        ),
        ("PREL COUNTER TERRORISM", ("PREL", "COUNTERTERRORISM"), (("COUNTER TERRORISM", "COUNTERTERRORISM"),)),
        ("UNHRC PREL", ("UNHRC", "PREL"), ()),
        (
            "PHUM WREN PEDRO HOLT GASPAR CONSULAR AFFAIRS",
            ("PHUM", "WREN, PEDRO", "HOLT, GASPAR", "CONSULAR AFFAIRS"),
            (),
        ),
        ("PREL PARLEYS WITH FERRYMEN", ("PREL", "PARLEYS WITH FERRYMEN"), ()),
        ("PREL HARBOUR TOLLS", ("PREL", "HARBOUR", "TOLLS"), ()),
    ],
)
def test_what_the_table_knows_of_spelling_and_names(
    value: str, codes: tuple[str, ...], repairs: tuple[tuple[str, str], ...]
) -> None:
    assert tags.read(value) == (codes, repairs)


@pytest.mark.parametrize("word", ["COUNTERTERRORISM", "SANTOS", "GUILLERMO", "VERACRUZ", "WTOCS"])
def test_a_word_is_not_split(word: str) -> None:
    assert tags.read(word) == ((word,), ())


@pytest.mark.parametrize(
    ("value", "rest"),
    [
        (" PREL SMIG\nTBIO", "\nSUBJECT"),
        (" OVIP CLINTON HILLARY PREL\nNATO, UK, CN", "\nSUBJECT"),
        (" something, \nhere", "\nthere"),
        (" something", "\nhere"),
        (" OGEN", "\nUSUN CLASSIFIED SUMMARY NO 51"),
        (" PREL SMIG", "\n\nDEPT FOR WHA"),
        (" PREL SMIG\n\nTBIO", "\n\nSUBJECT"),
    ],
)
def test_tags_go_on_where_a_line_reads_as_tags(value: str, rest: str) -> None:
    assert (value + rest)[: tags.end_of(value + rest, 0, len(value + rest))] == value


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (" TRAFFICKING REPORT\n- MEXICO (PART 2 OF 2)", "TRAFFICKING REPORT - MEXICO (PART 2 OF 2)"),
        (" DEMARCHE ON NON-\nPROLIFERATION", "DEMARCHE ON NON-PROLIFERATION"),
        (" THE U.S. - \nCOLOMBIA AGREEMENT", "THE U.S. - COLOMBIA AGREEMENT"),
        ("  TWO  SPACES ", "TWO SPACES"),
        (" THROUGH MARCH 18,\n¶2009.", "THROUGH MARCH 18, 2009."),
        ("  \n", None),
    ],
)
def test_a_subject_is_joined(value: str, meant: str | None) -> None:
    assert subject.join(value) == meant


@pytest.mark.parametrize(
    ("value", "rest"),
    [
        (" A CAUCASUS FEAST", "\n\nText"),
        (" WHICH HAS a\nSECOND LINE", "\n\nREF"),
        (" A FIRST AND\n\nA SECOND LINE", "\n\nText"),
        (" ICELAND, \n \nDEFENSE;BERLIN", "\n\nText"),
        (" MEDIA REACTION ", "-------------------- SUBJECTS COVERED"),
        (" ZIM NOTES 11-09", "\nSUMMARY\n"),
        (" WANTS TO LAUNCH AN ALTERNATIVE", "\nThis is an Action request. Please see para 2.\n"),
        (" Secretary's July 14 conversation\nwith the Foreign Minister", "\n\n1. Text"),
        ("\n\nINVITATION DELIVERED", "\n\nText"),
    ],
)
def test_a_subject_ends(value: str, rest: str) -> None:
    text = value + rest
    assert text[: subject.end_of(text, 0, len(text))].rstrip() == value.rstrip()


CUT = "Classified By: Political Section Minister Counselor Aubrey Quill.  Re"


@pytest.mark.parametrize(
    ("text", "meant", "reasons"),
    [
        (
            "Classified By: Political Counselor A. B. Sainz for Reasons 1.4 (b) and (d)",
            "Political Counselor A. B. Sainz for Reasons 1.4 (b) and (d)",
            ("1.4(b)", "1.4(d)"),
        ),
        (f"{CUT:.71}".ljust(71, ".") + "\nasons 1.4 (b/d).", None, ("1.4(b)", "1.4(d)")),
        ("CLASSIFIED BY: LARRY M., REASONS 1.4 (B,D)", "LARRY M., REASONS 1.4 (B,D)", ("1.4(b)", "1.4(d)")),
        ("Classified By: X; REASON: 1.4(B), (D)", "X; REASON: 1.4(B), (D)", ("1.4(b)", "1.4(d)")),
        ("CLASSIFIED BY CDA T. K., REASON 1.5.D.", "CDA T. K., REASON 1.5.D.", ("1.5(d)",)),
        ("Classified By: Jackie S. Reasons 1.4 (B&D).", "Jackie S. Reasons 1.4 (B&D).", ("1.4(b)", "1.4(d)")),
        ("Classified By: Glyn T. Davies", "Glyn T. Davies", ()),
    ],
)
def test_an_authority_line(text: str, meant: str | None, reasons: tuple[str, ...]) -> None:
    content = text.lower().index("by") + 2
    content += text[content] == ":"
    joined = authority.join(text, content, authority.end_of(text, content, len(text)))
    assert joined is not None
    assert meant is None or joined == meant
    assert authority.reasons(joined) == reasons


def test_a_word_cut_by_the_template_is_joined() -> None:
    first = "Classified By: Economic Minister Counselor Hoyt Quillfeather for rea"
    first += "." * (71 - len(first) - 2) + "re"
    text = first + "\nasons 1.4 (b)"
    assert str(authority.join(text, 14, len(text))).endswith("reasons 1.4 (b)")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("TGS", "tags"), ("TABS", "tags"), ("AGS", "tags"), ("TAS", "tags"), ("UBJECT", "subject"), ("NOTE", None)],
)
def test_a_garbled_label_is_known(word: str, kind: str | None) -> None:
    assert mended(word) == kind


@pytest.mark.parametrize(
    ("plad", "origin"),
    [
        ("AMEMBASSY MEXICO", "Embassy Mexico"),
        ("AMCONSUL RIO DE JANEIRO", "Consulate Rio De Janeiro"),
        ("SECSTATE WASHDC", "Secretary of State"),
        ("USMISSION USNATO", "Mission USNATO"),
        ("USMISSION USUN NEW YORK", "USUN New York"),
        ("USMISSION GENEVA", "US Mission Geneva"),
        ("USINT HAVANA", "US Interests Section Havana"),
        ("AIT TAIPEI", "American Institute Taiwan, Taipei"),
        ("IRAN RPO DUBAI", "Iran RPO Dubai"),
        ("REO BASRAH", "REO Basrah"),
        (None, None),
    ],
)
def test_an_origin(plad: str | None, origin: str | None) -> None:
    assert origin_of(plad, None) == origin


@given(st.text(max_size=300))
def test_no_field_raises(text: str) -> None:
    routing.addressees(text)
    routing.date_time_group(text)
    classification.read(text, 0, len(text))
    order.declassify_on(text)
    subject.join(text[: subject.end_of(text, 0, len(text))])
    tags.read(text[: tags.end_of(text, 0, len(text))])
    authority.reasons(authority.join(text, 0, authority.end_of(text, 0, len(text))) or "")
