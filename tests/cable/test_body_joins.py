"""Sentences joined over page breaks and stray blank lines; furniture taken out; breaks kept that mean something."""

from __future__ import annotations

import pytest
from cablereader.cable.vocabulary.tables import rows

from .body_tools import body, seen, texts

FIRST = (
    "1. The pilots of Port Alder took the cutter out at four\nin the morning and did not come back before the evening"
)
COLUMNS = (("FOR THE KEEPERS", "FOR THE MASTER"), ("OF ALL THE", "AND THE PILOTS"), ("LAMPS:", "OF THE HARBOR:"))
BREAK = "PORT ALDER 00000412  002 OF 003"


@pytest.mark.parametrize(
    "between",
    [
        f"\n \n{BREAK} \n \n \n",
        f"\n\n{BREAK}\n\n",
        f"\n{BREAK}\n",
        f" {BREAK} ",
        "\n\nPORT ALDER 00000412  001.2 OF 003\n\n",
        "\n\nSIPDIS\n",
        "\n \nSIPDIS \n",
        "\n\nC O R R E C T E D  C O P Y (ADDED TAGS)\n\n",
        "\n189949 2/2/2009 14:15 09HOLLIN184 Embassy Hollin UNCLASSIFIED 09STATE7606 VZCZCXRO0860PP RUEHRO\n",
        "\n\n",
        "\n\nUNCLAS SECTION 02 OF 03 PORT ALDER 000412\n\nSIPDIS\n\n",
        "\nCONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        PORT A  00288  121640Z\n\n",
        "\nLIMITED OFFICIAL USE\nLIMITED OFFICIAL USE\nPAGE 02        ROME  01196  01 OF 02  082030Z\n",
        "\nCONFIDENTIAL\nCONFIDENTIAL\nPAGE 02 ROME 01196 082030Z\n",
        "\nCONFIDENTIAL\nCONFIDENTIAL\nPAGE 02\nROME 01196 01 OF 02 082030Z\n",
        "\nCONFIDENTIAL\nCONFIDENTIAL\nPAGE 02\nROME 01196 082030Z POSS DUPE\n",
        "\n\nSheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014\n\n",
        "\n\n   CONFIDENTIAL\n\nPage: 2\n\nCurrent Class: CONFIDENTIAL\nUNITED STATES DEPARTMENT OF STATE\n"
        "REVIEW AUTHORITY: ANN OTHER\nDATE/CASE ID: 27 JUN 2003 200104094\n\nUNCLASSIFIED\n\n"
        "Current Class: CONFIDENTIAL          Page: 3\nCurrent Handling: n/a\n"
        "Document Number: 1997STATE231842     Channel: n/a\nCase Number: 200104094\n\n   CONFIDENTIAL\n\n"
        "PAGE 03        STATE   231842  111715Z\n\n",
        "\n\nUNCLASSIFIED U.S. Department of State Case No. F-2016-07743 Doc No. C17980027 Date: 07/31/2017\n\n",
    ],
)
def test_a_sentence_goes_on_over_what_is_no_part_of_it(between: str) -> None:
    found = body(f"{FIRST}{between}of the next day, when the tide let them.")
    assert [block.number for block in found.blocks] == ["1"]
    assert found.blocks[0].text.endswith("before the evening of the next day, when the tide let them.")
    assert [repair.kind for repair in found.repairs] == ["join"]
    assert len(found.blocks[0].spans) == 2


@pytest.mark.parametrize("post", ["PORT ALDER", "PORTALDER", None])
def test_a_page_break_in_running_text_is_cut_out_whole(post: str | None) -> None:
    text = "1. The AQIM, LIFG, HOLLIN 00000644 002 OF 002 foreign keepers, and two uncles were named in the log."
    found = body(text.replace("HOLLIN", "PORT ALDER") if post else text, post)
    assert found.blocks[0].text == "The AQIM, LIFG, foreign keepers, and two uncles were named in the log."


def test_the_word_sipdis_is_kept_where_the_sentence_speaks_of_it() -> None:
    text = "1. Please use the SIPDIS caption on all telegrams about the light, so that they are seen by others."
    assert "SIPDIS" in body(text).blocks[0].text


def test_a_paragraph_that_ended_before_the_break_is_not_joined() -> None:
    found = seen(f"1. The pilots rested.\n\n{BREAK}\n\n2. The keepers did not.")
    assert [number for _, number, _ in found] == ["1", "2"]


@pytest.mark.parametrize(
    ("found", "joined"),
    [
        ("boats towed 3,200 keepers that winter over the\n\nU.S.-Vesperan shoals alone.", "over the U.S.-Vesperan"),
        ("travel home for the keeper, a lamp, oil, etc\n.", "oil, etc."),
        ("It may be seen by everyone who has conducted\n\nseveral rescues.", "conducted several"),
        ("a delay of one-\nmonth, as the U.S.-\nVespera treaty says.", "one-month, as the U.S.-Vespera"),
        ("the GOV- \nowned and the GOS -\nboth said so.", "the GOV-owned and the GOS - both"),
        ("it is a small-\nor middle-sized lamp.", "a small- or middle-sized lamp"),
        ("lamps burn oil, tar, fat\n. . . and water.", "oil, tar, fat . . . and"),
        ("see http://www.example.invalid/charts/\nrock.pdf for it.", "charts/rock.pdf for"),
        ("with  two   blanks and\tone tab.", "with two blanks and one tab."),
    ],
)
def test_lines_of_one_sentence(found: str, joined: str) -> None:
    block = body(f"1. The clerks of the harbor office say that {found}").blocks[0]
    assert joined in block.text


def test_a_hyphen_that_serves_as_a_dash_keeps_its_blank() -> None:
    text = "\n\n".join(f"--Forum in {place}- May 12, 2008." for place in ("Hollin", "Wren Haven", "Sarrow"))
    last = "--Forum in Port Alder, state of Vespera-\nFebruary 25, 2008."
    assert texts(f"{text}\n\n{last}", "item")[-1] == "--Forum in Port Alder, state of Vespera- February 25, 2008."


def test_an_address_keeps_its_lines() -> None:
    prose = "4. The license names a seller, whom the harbor office\nknows, and a buyer, whom it does not know.\n\n"
    text = prose * 3 + "Camber Lamps and Oil\n65 West Quay Road\nPort Alder\n\n5. The Embassy will ask."
    assert "Camber Lamps and Oil\n65 West Quay Road\nPort Alder" in texts(text, "continuation")


def test_a_table_keeps_its_columns_and_its_blank_rows() -> None:
    rows = [
        "   STOCK            VESPERA    SARROW",
        "   -----            -------    ------",
        "   HERRING           18,400    17,900",
        "",
        "   COD                6,250     6,250",
    ]
    table = texts("2. Annex B gives, in tons:\n\n" + "\n".join(rows) + "\n\n3. It was eaten.", "table")
    assert len(table) == 1
    assert table[0].split("\n") == [row.removeprefix("   ") for row in rows]


def test_list_items_on_lines_that_follow_each_other() -> None:
    items = ["--Hollin- February 29, 2008", "--Wren Haven, Alder March 28, 2008", "--Sarrow"]
    assert texts("3. It asks for the following, by the next boat:\n\n" + "\n".join(items), "item") == items


def test_items_are_joined_where_they_were_wrapped() -> None:
    text = (
        "3. It asks:\n\n--The quay north of the rock is the gathering\npoint for those who look for work.\n\n--a lamp"
    )
    wrapped = "--The quay north of the rock is the gathering point for those who look for work."
    assert texts(text, "item") == [wrapped, "--a lamp"]


def test_a_number_in_brackets_in_a_wrapped_sentence_is_no_item() -> None:
    text = (
        "3. The treaty is kept by those keepers who are found to be:\n(1) awake at dusk; (2) near the lamp, with oil."
    )
    assert [kind for kind, _, _ in seen(text)] == ["paragraph"]


def test_a_mark_on_a_line_of_its_own_belongs_to_the_text_below() -> None:
    found = body("(SBU)\n\nThe keeper was told by the pilots, and went home.\n\nASHWORTH").blocks[0]
    assert (found.marking, found.text) == ("SBU", "The keeper was told by the pilots, and went home.")


def test_a_dash_in_a_wrapped_sentence_is_no_item() -> None:
    text = (
        "3. The treaty needs the support of all three of them --\n- political, technical, and financial - and of more."
    )
    assert [kind for kind, _, _ in seen(text)] == ["paragraph"]


def test_questions_and_answers_are_blocks_under_their_number() -> None:
    text = (
        "28. QUESTION F: Are they fined?\n\nPOST RESPONSE: No longer.\n\nThey rest.\n\nQ1: Why?\nA: Because of the fog."
    )
    assert [(block.anchor, block.text) for block in body(text).blocks] == [
        ("28", "QUESTION F: Are they fined?"),
        ("28.1", "POST RESPONSE: No longer."),
        ("28.2", "They rest."),
        ("28.3", "Q1: Why?"),
        ("28.4", "A: Because of the fog."),
    ]


def test_a_section_that_is_missing_is_said() -> None:
    found = body("1. The rest is lost.\n\n***********************\n* Missing Section 002 *\n***********************\n")
    assert [repair.kind for repair in found.repairs] == ["missing"]
    assert "* Missing Section 002 *" in {item.text for item in found.furniture}


def test_the_entries_of_a_log_keep_their_lines() -> None:
    log = ["1974 OCT 30.  Last of the good oil. Lit.", "1978 AUG 14.  Visitor, with lamp. One too many lamps. Lit."]
    log.append("1981 MAR 2.   Girl, 7 lb. Lit late, 4 min. Entered for honesty.")
    text = (
        "2. (U) The entries are short, and the weather is left out:\n\n   " + "\n   ".join(log) + "\n\n3. (U) The rest."
    )
    assert texts(text, "continuation") == ["\n".join(" ".join(line.split()) for line in log)]


def test_a_list_within_a_list() -> None:
    text = (
        "4. The answers to the questions of the harbor office are the following:\n\n"
        "I.  The lamps\na) not likely to be lit again before the spring\n\n"
        "II.  The books\na) no books were read aloud on the rock or\nanywhere else since October\n\nIII.  The fees\n"
    )
    assert texts(text, "item") == [
        "I. The lamps",
        "a) not likely to be lit again before the spring",
        "II. The books",
        "a) no books were read aloud on the rock or anywhere else since October",
        "III. The fees",
    ]


def test_letters_in_capitals_over_questions_are_headings() -> None:
    text = (
        "1.  The answers below follow the questions.\n\n"
        "A) LAMPS\n\n-- ARE THE LAMPS LIT?\n\nThey are lit on alternate nights, as far as anybody knows.\n\n"
        "B) OIL\n\n-- IS THERE OIL?\n\nThere is none left in the harbor, as far as anybody knows.\n"
    )
    assert texts(text, "heading") == ["A) LAMPS", "B) OIL"]


def test_the_head_of_a_table_may_stand_apart() -> None:
    text = "1. Oil:\n\n                         2004*    Jan-Jun 2005*\n\nLamp oil            4,765           2,504\n"
    assert len(texts(text, "table")) == 1


def test_the_clauses_of_a_resolution_stay_apart() -> None:
    first = "Recalling that it endorsed the agreement on the lamps of the harbor,"
    second = "Having taken note of the report on the price of oil,"
    text = f"2. The text follows.\n\n{first}\n\n{second}\n\nDetermining that the nights are long,\n"
    assert texts(text, "continuation") == [first, second, "Determining that the nights are long,"]


def test_a_paragraph_on_one_line_is_no_row_of_a_table() -> None:
    prose = "The lamps   are lit on alternate nights, and the book is read aloud on the others. " * 3
    text = f"1. Oil:\n\nLamp        Oil      Price\n-----       ----     -----\n{prose}\n\n2. {prose}\n"
    assert texts(text, "table") == ["Lamp        Oil      Price\n-----       ----     -----"]


def test_a_verse_keeps_its_lines() -> None:
    text = "1. He read it aloud:\n\n    The lamp is lit,\n    the oil is low,\n    the tide is slow.\n\n2."
    found = texts(f"{text} {'They slept until the fog was gone from the harbor. ' * 3}\n", "continuation")
    assert found == ["The lamp is lit,\nthe oil is low,\nthe tide is slow."]


def test_a_pilcrow_by_itself_is_no_text() -> None:
    assert seen("¶\n1. The lamps are lit.\n¶\n2. The oil is low.\n") == seen(
        "1. The lamps are lit.\n\n2. The oil is low.\n"
    )


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Recalling that it endorsed the agreement on the lamps of the harbor and\ncities,", "Having taken note,"),
        ("Name: Odile Varr, keeper of the lamp of the rock in the harbor", "Name: Wren Marrack, pilot"),
        ("-- the director of lamps and of the oil of the harbor of Hollin; and", "-- the director of books."),
    ],
)
def test_what_begins_anew_below_a_page_is_not_joined(above: str, below: str) -> None:
    page = "PORT ALDER 00000412  002 OF 003"
    first = "The fog came in before the pilots did and nobody could say\nwhere the harbor was, or whether it was."
    text = f"1. {first}\n\n{above}\n\n{page}\n\n\n{below}\n"
    assert [block.text for block in body(text).blocks][-1] == below


def test_lettered_lines_below_titles_though_letters_are_left_out() -> None:
    text = "1. The answers:\n\nI. Lamps\nd) none is lit\n\nII. Oil\n\nf) none is left\n\n(U) Nobody knows why."
    assert [(block.kind, block.text) for block in body(text).blocks][1:] == [
        ("item", "I. Lamps"),
        ("item", "d) none is lit"),
        ("item", "II. Oil"),
        ("item", "f) none is left"),
        ("continuation", "Nobody knows why."),
    ]


def test_rows_that_begin_with_a_count_stay_apart() -> None:
    rows = "1 Keeper of the lamps and of the oil of the rock, 25 hours\n2 Pilots, 15 hours\n1 Boatman, 10 hours"
    assert body(f"1. The staff:\n\n{rows}").blocks[1].text == rows


def test_a_card_keeps_its_labels_apart_and_the_words_below_the_last() -> None:
    card = "NAME: Ashworth Quill\nTITLE: Master of the Harbor\nTELEPHONE: 12"
    words = "Quill has been master of the harbor and of all of its lamps,\nboats and rocks for twenty-nine years."
    block = body(f"1. He is:\n\n{card}\n{words}").blocks[1]
    assert block.text == f"{card}\n{words}".replace("lamps,\nboats", "lamps, boats")


@pytest.mark.parametrize("glued", [False, True])
def test_page_breaks_name_the_post_in_ten_letters(glued: bool) -> None:
    """Whatever letters are left of a name, such as the one of `USUN NEW Y`."""
    for name in (row[0].upper() for row in rows("posts") if row[0].replace(" ", "").isalpha()):
        page = f"{name[:10].strip()} 00000412  002 OF 004"
        between = f" {page} " if glued else f"\n\n{page}\n\n"
        text = f"1. The keepers were told of{between}the harbor master's wish."
        found = body(text, name)
        assert [each.text for each in found.furniture] == [page], name
        assert found.blocks[0].text == "The keepers were told of the harbor master's wish."


def test_a_hanging_paragraph_is_one_though_its_first_line_ends_a_sentence() -> None:
    text = (
        "1. The pilots of Port Alder took the cutter out. They rowed.\n"
        "    Nobody knew why they did so before the evening and the\n    fog came in.\n\n2. They went home."
    )
    assert (
        body(text)
        .blocks[0]
        .text.endswith("They rowed. Nobody knew why they did so before the evening and the fog came in.")
    )


def test_few_lines_with_a_blank_one_behind_each_are_one_paragraph() -> None:
    lines = [
        "1. The pilots of Port Alder took the cutter out at four in the",
        "morning and did not come back before the evening of the next",
        "day, and Ashworth Quill, the master of the harbor, told the",
        "keepers of the rock. Nobody knew why the pilots had done so.",
    ]
    assert len(body("\n\n".join(lines) + "\n\n\n\n2. They went home.\n").blocks) == 2
    names = "\n\n".join(
        [
            "1. The keepers of the rock, whom nobody in the harbor has seen, are:",
            "Ashworth Quill",
            "Margaret Wain",
            "Peter Dell",
            "John Hollin",
        ]
    )
    assert len(body(f"{names}\n\n2. They went home.\n").blocks) == 6


def test_sipdis_before_and_is_a_stray_unless_another_caption_follows() -> None:
    assert body("1. The keepers SIPDIS and pilots rowed.").blocks[0].text == "The keepers and pilots rowed."
    assert "SIPDIS" in body("1. Send it SIPDIS and NODIS to the rock.").blocks[0].text


@pytest.mark.parametrize("dash", ["-", "--"])
def test_a_lead_in_with_a_dash_is_of_the_paragraph_below_it(dash: str) -> None:
    text = f"1. THE PRICE OF OIL {dash}\n\nAnother concern is the price of oil.\n\n2. They rowed home."
    assert body(text).blocks[0].text == f"THE PRICE OF OIL {dash} Another concern is the price of oil."


@pytest.mark.parametrize(
    ("below", "joined"),
    [("Oil is dear", True), ("HUB NOTE: Oil is dear", False), ("Source - Ferry News, as told; oil is dear", False)],
)
def test_a_numbered_paragraph_on_one_line_goes_on_over_a_page_behind_a_stop(below: str, joined: bool) -> None:
    prose = "The lamps are lit on alternate nights, and the book is read aloud on the others, the keeper says. " * 2
    text = f"1. {prose}\n\n2. {prose}\n\n{BREAK}\n\n{below} for all. {prose}\n\n3. {prose}\n"
    assert len(seen(text)) == (3 if joined else 4)


def test_a_form_of_lines_as_long_as_each_other_keeps_them() -> None:
    form = "U.S. Oil: $3,118,000,000\nU.S. Lamps: $3,122,000,000\nU.S. Tolls: -$17,700,000\nKeeper's Book of Lamps"
    prose = "The fog came in before the pilots did, and nobody could say\nwhere the harbor was, or whether it was.\n"
    assert body(f"1. {prose * 3}\n\n{form}\n\n2. {prose * 2}").blocks[1].text == form


def test_the_last_row_of_two_columns_may_be_labels() -> None:
    table = "\n".join((f"{one:30} {two}" for one, two in COLUMNS))
    assert texts(f"1. They signed.\n\n{table}\n\nEnd text.", "table") == [table]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("the keeper has told all of the pilots what the oil", "costs   12 marks the cask, and that no more is sold."),
        ("they say that there is no more oil of the kind sold.", "END COMMENT."),
        (
            "they say that there is no more oil of the kind sold.",
            "Nobody in the harbor office of Hollin said anything.",
        ),
    ],
)
def test_a_page_break_in_a_numbered_paragraph_over_a_ruled_heading(above: str, below: str) -> None:
    before = "1. The fog came in before the pilots did. Comment: In town,\n"
    text = f"{before}{above}\n\n{BREAK}\n\n\n{below}\n--------\nTHE OIL\n--------\n2. They rowed.\n"
    assert [(kind, number) for kind, number, _ in seen(text)] == [
        ("paragraph", "1"),
        ("heading", None),
        ("paragraph", "2"),
    ]
    assert seen(text)[0][2].endswith(" ".join(below.split()))


def test_a_stop_by_itself_behind_the_end_of_a_sentence_is_no_text() -> None:
    found = body("1. The lamps are lit.\n\n.\n2. The oil is low.\n.\n\nASHWORTH")
    assert [block.text for block in found.blocks] == ["The lamps are lit.", "The oil is low.", "ASHWORTH"]
    assert [each.text for each in found.furniture] == [".", "."]
