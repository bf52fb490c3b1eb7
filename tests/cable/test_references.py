"""REF lines in the forms that drafters and copies gave them."""

from __future__ import annotations

import pytest
from cablereader.cable import read_cable
from cablereader.cable.citing import Citing
from cablereader.cable.references import end_of, read

CITING = Citing(year=2008, post="MADRID", number=869)

# What is printed behind the label, and what it names: (letter, id) for each reference.
FORMS: dict[str, list[tuple[str | None, str | None]]] = {
    "07 MEXICO 5704": [(None, "07MEXICO5704")],
    "LA PAZ 2974": [(None, "08LAPAZ2974")],
    "BAGHDAD #3565": [(None, "08BAGHDAD3565")],
    "State 96625": [(None, "08STATE96625")],
    "STATE 00218123": [(None, "08STATE218123")],
    "ASHGABAT687": [(None, "08ASHGABAT687")],
    "08TRIPOLI993": [(None, "08TRIPOLI993")],
    "10CAIRO68": [(None, "10CAIRO68")],
    "870 Ulaanbaatar": [(None, "08ULAANBAATAR870")],
    "412": [(None, "08MADRID412")],
    "47531": [(None, "08STATE47531")],
    "MADRID 1484761": [(None, "08MADRID1484761")],
    "A. STATE 59732\n¶B. STATE 005577": [("A", "08STATE59732"), ("B", "08STATE5577")],
    "A. 2006 STATE 202745\n\nB. (B) 2007 STATE 150188\n\nC. (C) 2008 STATE 02731": [
        ("A", "06STATE202745"),
        ("B", "07STATE150188"),
        ("C", "08STATE2731"),
    ],
    "A) TALLINN 366, B) TALLINN 347": [("A", "08TALLINN366"), ("B", "08TALLINN347")],
    "(A)STATE 071143, (B)STATE 073601, (C)BEIJING \n5361": [
        ("A", "08STATE71143"),
        ("B", "08STATE73601"),
        ("C", "08BEIJING5361"),
    ],
    "( A) TEHRAN 2333, ( B) KUWAIT 1159": [("A", "08TEHRAN2333"), ("B", "08KUWAIT1159")],
    "[A] State 188314, 259032, [B] Ottawa 2285": [
        ("A", "08STATE188314"),
        ("A", "08STATE259032"),
        ("B", "08OTTAWA2285"),
    ],
    "A - Kabul 28": [("A", "08KABUL28")],
    "a. 05 state 201650\nb. 05 berlin 3726": [("A", "05STATE201650"), ("B", "05BERLIN3726")],
    "A. MOSCOW 816 B. MOSCOW 768 C. 07 MOSCOW 3054": [
        ("A", "08MOSCOW816"),
        ("B", "08MOSCOW768"),
        ("C", "07MOSCOW3054"),
    ],
    "A. A) SECSTATE 54183 B. B) 07 BRASILIA 1868": [("A", "08STATE54183"), ("B", "07BRASILIA1868")],
    "A. REF A STATE 122214 B. REF B LONDON 2649": [("A", "08STATE122214"), ("B", "08LONDON2649")],
    "A. REF: KATHMANDU 2282\n     ¶B. KATHMANDU 2298": [("A", "08KATHMANDU2282"), ("B", "08KATHMANDU2298")],
    "A. BRASILIA 2799 AND 2764 ¶B. PORT AU PRINCE 2325": [
        ("A", "08BRASILIA2799"),
        ("A", "08BRASILIA2764"),
        ("B", "08PORTAUPRINCE2325"),
    ],
    "A) Kabul 936/935; B) Kabul 692/317/274": [
        ("A", "08KABUL936"),
        ("A", "08KABUL935"),
        ("B", "08KABUL692"),
        ("B", "08KABUL317"),
        ("B", "08KABUL274"),
    ],
    "A. MANILA 2969\n     ¶B. 2962 AND PREVIOUS": [("A", "08MANILA2969"), ("B", "08MANILA2962")],
    "A. RIO DE JAN 138 B. THE HAGUE 097": [("A", "08RIODEJANEIRO138"), ("B", "08THEHAGUE97")],
    "A) HO CHI MINH 10 B) 06 HCMC 1497 AND PREVIOUS": [("A", "08HOCHIMINHCITY10"), ("B", "06HOCHIMINHCITY1497")],
    "A) USDOC 05667 B)HK05511": [("A", "08USDOC5667"), ("B", "08HONGKONG5511")],
    "ST. PETERSBURG 75": [(None, "08STPETERSBURG75")],
    "SECSTATE 232089 & USUN 2336": [(None, "08STATE232089"), (None, "08USUNNEWYORK2336")],
    "SAN JOSE 168; 2006 PANAMA 2015": [(None, "08SANJOSE168"), (None, "06PANAMA2015")],
    "TRIPOLI 438, STATE 39410": [(None, "08TRIPOLI438"), (None, "08STATE39410")],
    "PRAGUE 849, PRAGUE, 1228": [(None, "08PRAGUE849"), (None, "08PRAGUE1228")],
    "Colomobo 2304": [(None, "08COLOMBO2304")],
    "COTON0U 348": [(None, "08COTONOU348")],
    "(A) LAGOS O1512, (B) LAGOS 01545": [("A", "08LAGOS1512"), ("B", "08LAGOS1545")],
    "KUWAIT (C)02293": [(None, "08KUWAIT2293")],
    "UNCLASS USDA FAS 57863": [(None, "08USDAFAS57863")],
    "State 200498 (2006)": [(None, "06STATE200498")],
    "A) STATE (01) 201265, B) STATE 02034": [("A", "01STATE201265"), ("B", "08STATE2034")],
    "COLOMBO CABLES 0266 AND 02259 (2002)": [(None, "08COLOMBO266"), (None, "02COLOMBO2259")],
    "A. A: PANAMA 00789/08\n     B. B: PANAMA 00930/07": [("A", "08PANAMA789"), ("B", "07PANAMA930")],
    "AMMAN 07718 99, AMMAN 05986 00": [(None, "99AMMAN7718"), (None, "00AMMAN5986")],
    "A. SECSTATE 51937 B. AMMAN 5049-01": [("A", "08STATE51937"), ("B", "01AMMAN5049")],
    "B. STATE 36519   H. CAPE TOWN 195 NOTAL": [(None, "08STATE36519"), (None, "08CAPETOWN195")],
    "TRIPOLI 723 AND PREVIOUS": [(None, "08TRIPOLI723")],
    "06 HOLLIN 644": [(None, "06HOLLIN644")],
    "A. O4 SAN JOSE 2872": [("A", "04SANJOSE2872")],
    "SAN JOSE 07 1963": [(None, "07SANJOSE1963")],
    "(A)STATE 118258, (B)STATE 146306, (B)STATE 178055": [
        ("A", "08STATE118258"),
        ("B", "08STATE146306"),
        ("B", "08STATE178055"),
    ],
}

NOT_CABLES = [
    "LAKHDHIR E-MAIL 12/01/09",
    "MITCHELL/SIMS TELCON 02/16/2010",
    "E-mails J. Speaks-K. Allen",
    "SECDEF MSG DTG 301601Z SEP 08",
    "SECDEF R162245Z OCT 08",
    "OSC EUP20080707950031",
    "CAIRO IIR 6 899 0149 10",
    "9 FAM Appendix K, 406 (6)",
    "PARIS POINTS JULY 15",
    "STATE CA-3400",
    "LONDON DAILY 11/3/09",
    "2006 BLUE LANTERN GUIDEBOOK",
    "HOTR WASHINGTON DC//USDAO PARIS (SUBJ: IIR 6 832 0617 08)",
    "MADRID 869",
]


@pytest.mark.parametrize(("value", "meant"), FORMS.items(), ids=list(FORMS))
def test_a_form_names_its_telegrams(value: str, meant: list[tuple[str | None, str | None]]) -> None:
    found = [(reference.label, reference.id) for reference in read(value, CITING)]
    if meant[0][0] is None:
        assert [id_ for _, id_ in found] == [id_ for _, id_ in meant]
    else:
        assert found == meant


@pytest.mark.parametrize("value", NOT_CABLES)
def test_what_is_no_telegram_is_kept_without_an_id(value: str) -> None:
    references = read(value, CITING)
    assert [reference.id for reference in references] == [None]
    assert references[0].text == value


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("LIMA 33 AND 34", ["08LIMA33", "08LIMA34"]),
        ("LIMA 33 AND 34 (NOTAL)", ["08LIMA33", "08LIMA34"]),
        ("LIMA 33 AND 03 LIMA 2833", ["08LIMA33", "03LIMA2833"]),
        ("LIMA 33 AND 12 PREVIOUS", ["08LIMA33"]),
        ("LIMA 33, 03", ["08LIMA33"]),
    ],
)
def test_a_further_number_of_two_digits_stands_last(line: str, ids: list[str]) -> None:
    assert [found.id for found in read(line, CITING)] == ids


def test_the_text_of_an_item_is_kept_as_printed() -> None:
    found = read("A. CAPE TOWN 195 NOTAL\nB. STATE\n   4711 AND PREVIOUS", CITING)
    assert [reference.text for reference in found] == ["CAPE TOWN 195 NOTAL", "STATE 4711 AND PREVIOUS"]


def test_each_telegram_of_an_item_has_its_own_text() -> None:
    found = read("A. BRASILIA 2799 AND 2764 (NOTAL)", CITING)
    assert [reference.text for reference in found] == ["BRASILIA 2799", "2764 (NOTAL)"]
    found = read("06 Paramaribo 38, 06 Paramaribo 29, 05 Paramaribo 589", CITING)
    assert [reference.text for reference in found] == ["06 Paramaribo 38", "06 Paramaribo 29", "05 Paramaribo 589"]


@pytest.mark.parametrize(("month", "year"), [(1, "07"), (2, "08"), (None, "08")])
def test_a_number_that_the_post_had_not_reached_is_of_the_year_before_in_january(month: int | None, year: str) -> None:
    found = read("MADRID 868, MADRID 4011, LIMA 4011", CITING._replace(month=month))
    assert [item.id for item in found] == ["08MADRID868", f"{year}MADRID4011", "08LIMA4011"]


def test_without_a_year_there_is_no_id() -> None:
    assert [reference.id for reference in read("A. STATE 1 B. 05 STATE 2", Citing())] == [None, "05STATE2"]


def test_posts_that_the_telegram_names_are_known() -> None:
    citing = Citing(2008, "PORTALDER", 12, ("SECSTATE WASHDC", "AMEMBASSY HOLLIN"))
    assert [reference.id for reference in read("A. PORT ALDER 3\nB. HOLLIN 44\nC. FEN 1", citing)] == [
        "08PORTALDER3",
        "08HOLLIN44",
        None,
    ]


def test_a_year_alone_is_no_number() -> None:
    assert [reference.id for reference in read("A. MADRID DAILY REPORT FOR JUNE 13\nB. 2008", CITING)] == [None, None]


@pytest.mark.parametrize(
    ("value", "both"),
    [
        ("MADRID 4011", ("08MADRID4011", "07MADRID4011")),
        ("MADRID 0870 (NOTAL)", ("08MADRID870", "07MADRID870")),
        ("MADRID 868", ("08MADRID868", None)),
        ("07 MADRID 4011", ("07MADRID4011", None)),
        ("MADRID 4011 (2007)", ("07MADRID4011", None)),
        ("07MADRID4011", ("07MADRID4011", None)),
        ("08 MADRID 4011", ("08MADRID4011", None)),
        ("LIMA 4011", ("08LIMA4011", None)),
    ],
)
def test_a_number_without_a_year_that_the_post_had_not_reached_may_be_of_two_years(
    value: str, both: tuple[str, str | None]
) -> None:
    text = "R 012004Z SEP 08\nFM AMEMBASSY MADRID\nTO SECSTATE WASHDC\nUNCLAS MADRID 000869\n\nSUBJECT: LAMPS\n\n"
    cable = read_cable(f"{text}REF: {value}\n\n1. (U) Text.\n")
    assert [(item.id, item.other) for item in cable.header.references] == [both]
    assert cable.as_dict()["references"] == [
        {"label": None, "text": value, "id": both[0], **({"other": both[1]} if both[1] else {})}
    ]


def test_a_page_mark_is_no_reference() -> None:
    assert [r.id for r in read("A) TRIPOLI 199, B) TRIPOLI 227 TRIPOLI 00000402 001.2 OF 003", CITING)] == [
        "08TRIPOLI199",
        "08TRIPOLI227",
    ]


@pytest.mark.parametrize(
    ("block", "rest"),
    [
        ("A. STATE 1\n     B. STATE 2", "\n\n1. (U) Text"),
        ("A. STATE 1\n\nB. STATE 2", "\n\nSUMMARY\n-------"),
        ("STATE 6120", " As asked for in reftel, keepers of the light are as follows"),
        ("STATE 5535", " (U) We delivered the points and the invitation to the desk officer"),
        ("STATE 118907", " On May 3 and 8, 2007, Conoff rowed out with the master about it"),
        ("A) LIMA 1, B) RIO \n \nDE JANEIRO 1291", "\n \n1. (U) Text"),
        ("A. STATE 118244\n\n  B. STATE 120531", "\n\n(U) Poloff delivered the points on a quiet Monday"),
        ("STATE 68162", "\n\nWe read on May 4 most portions of reftel to the keeper"),
        ("STATE 109397", " (U) \n\nPost delivered the points"),
        ("STATE 68162", "\n\nI. THE OIL\n\n1. (U) Text"),
        ("MADRID 42", "\n\nContents:\n\nEFIN: something"),
        ("(A) STATE 1, (B) LIMA 2", "\n(C- ENTIRE TEXT)\nPER INSTRUCTIONS IN REF A, THERE FOLLOW THE PARTS"),
        ("A. STATE 1  B. LIMA 2", "\n1. (C - ENTIRE TEXT)"),
        ("STATE 1", "\nEMBASSY DELIVERED REFTEL TO THE MINISTRY ON JULY 7"),
        ("A. STATE 1 (NOTAL)", "\nSUMMARY: THE KEEPERS ASKED FOR OIL"),
        ("STATE 1 AND PREVIOUS", "\nBEGIN UNCLASSIFIED"),
        ("A. STATE 1\nB. LETTER OF THE MINISTER\nTO THE AMBASSADOR OF JULY 7\nC. LIMA 2", "\n\n1. (U) TEXT"),
        ("08 RIO DE JAN 0044 and previous", " Please handle this message as it should be handled by you"),
    ],
)
def test_the_line_ends_where_the_body_begins(block: str, rest: str) -> None:
    assert (block + rest)[: end_of(block + rest, 0, len(block + rest))].rstrip() == block


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("LIMA 4411 OF 2005", ["05LIMA4411"]),
        ("A. LIMA 4410, 2005\nB. LIMA 12", ["05LIMA4410", "06LIMA12"]),
        ("LIMA 410, 2005", ["06LIMA410", "06LIMA2005"]),
        ("STATE 1883, 2590", ["06STATE1883", "06STATE2590"]),
        ("STATE 177755 TOSEC 080095", ["06STATE177755"]),
        ("STATE 61822 (TOSEC 818), LIMA 12", ["06STATE61822", "06LIMA12"]),
        ("DEPTEL 106206", ["06STATE106206"]),
        ("(A) EMBTEL 8712, (B) LIMA 12", ["06QUITO8712", "06LIMA12"]),
    ],
)
def test_years_behind_numbers_second_series_and_the_style_of_the_seventies(value: str, ids: list[str]) -> None:
    citing = Citing(2006, "QUITO", 9900, ())
    assert [found.id for found in read(value, citing)] == ids


def test_two_columns_are_in_the_order_of_their_letters() -> None:
    value = "A. STATE 36514   C. LAGOS 1301\n     B. STATE 36519   D. CAPE TOWN 195 AND 196 NOTAL"
    found = read(value, Citing(1976, "ROME", 9900, ()))
    assert [(item.label, item.text, item.id) for item in found] == [
        ("A", "STATE 36514", "76STATE36514"),
        ("B", "STATE 36519", "76STATE36519"),
        ("C", "LAGOS 1301", "76LAGOS1301"),
        ("D", "CAPE TOWN 195", "76CAPETOWN195"),
        ("D", "196 NOTAL", "76CAPETOWN196"),
    ]
