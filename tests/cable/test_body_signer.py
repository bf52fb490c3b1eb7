"""Signers as telegrams of all years print them: what may stand below the name, beside it, and in place of it."""

from __future__ import annotations

import pytest

from .body_tools import body

SMALL = "1. The lamps were trimmed again before the fleet came in, and the keeper\nsaid nothing of the price."
CAPITALS = SMALL.upper()
STAMP = "Declassified/Released US Department of State EO Systematic\nReview 30 JUN 2006"
UPRIGHT = "Declassified/Released\n\nUS Department of State\n\nEO Systematic Review\n\n04 MAY 2006"

BELOW = {
    f"\n\nASHWORTH\n\nCONFIDENTIAL\n\n{STAMP}\n": "",
    "\n\nASHWORTH\n\nNOTE BY OC/T: HEADING AS RECEIVED. CORRECTION TO FOLLOW.\n": "",
    "\nASHWORTH\n\nNOTE: NOT PASSED TO ABOVE ADDRESSEE(S)\n\n          CONFIDENTIAL": "",
    f"\n\nASHWORTH\n\nCONFIDENTIAL\n\nMargaret Wain\n\n{UPRIGHT}\n\n << END OF DOCUMENT >>\n": "",
    "\n\nASHWORTH##\n": "",
    "  #ASHWORTH": "",
    "\n\nASHWORTH.\n": "",
    "\n \nASHWORTH \n.": "",
    "\n\nASHWORTH\nLIMITED OFFICIAL USE\nNNNN": "",
    "\nASHWORTH\n\n\nNNNN\n\n      2004PORTAL01540 - UNCLASSIFIED": "",
    "\nASHWORTH \n \n                  SECRET \n \n> \n 2002PORTAL01748 - Classification: SECRET": "",
    "\nASHWORTH\nUNQUOTE\n": "",
    "\nASHWORTH UNQUOTE\n": "",
    "\n\nGP-3\nASHWORTH\n": "",
    "\nEND OF TEXT\nASHWORTH\n\nEND OF MESSAGE": "",
    "\nASHWORTH\nASHWORTH": "",
    "\nSIGNED: ASHWORTH": "",
    "  BEACON MINIMIZE CONSIDERED.  ASHWORTH": "",
    " END OF TEXT. ASHWORTH\n\n\nUNCLASSIFIED\n": "",
    "\nDE LOREY": "DE LOREY",
    "\nST. MAUR\n": "ST. MAUR",
    "\nO'DOLAN": "O'DOLAN",
    "\nPEÑALVA-HUPÉ": "PEÑALVA-HUPÉ",
    "\nJ. D. ASHWORTH, JR.": "J. D. ASHWORTH, JR.",
    "\n\nBest,\n\nWren\nashworth": "ashworth",
}

NONE = ["\n\nREGARDS", "\n\nEND TEXT", " THE KEEPER WENT TO THE", "\n\nUNCLASSIFIED", " SAID THE U.S. GOVERNMENT"]


@pytest.mark.parametrize("text", [SMALL, CAPITALS])
@pytest.mark.parametrize(("end", "signer"), BELOW.items())
def test_a_signer_is_found(text: str, end: str, signer: str) -> None:
    found = body(f"{text}{end}")
    assert found.signer == (signer or "ASHWORTH")
    assert "price" in found.blocks[0].text.lower()


@pytest.mark.parametrize("end", NONE)
def test_what_is_no_name_signs_nothing(end: str) -> None:
    assert body(f"{CAPITALS}{end}").signer is None


def test_a_heading_over_the_end_of_a_text_that_breaks_off_signs_nothing() -> None:
    found = body(f"{SMALL}\n\nLAMPS\n----------\n")
    assert (found.signer, found.blocks[-1].kind, found.blocks[-1].text) == (None, "heading", "LAMPS")


@pytest.mark.parametrize("end", [" However", " They", " THESE", " Further"])
def test_a_text_that_breaks_off_is_not_signed(end: str) -> None:
    assert body(f"{SMALL}{end}").signer is None


def test_a_note_below_the_name_is_part_of_the_closing() -> None:
    found = body(f"{CAPITALS}\n\nASHWORTH\n\nNOTE BY OC/T: POUCHED TO ALL OTHERS.")
    assert [(block.kind, block.text) for block in found.blocks[1:]] == [
        ("closing", "ASHWORTH"),
        ("closing", "NOTE BY OC/T: POUCHED TO ALL OTHERS."),
    ]


def test_the_rest_of_a_row_of_a_dump_and_the_row_below_it_are_of_the_page() -> None:
    rest = "0 02/03/2009 511 PARM,PREL,VP\nTHE PRICE OF LAMPS\n\n189949 The keepers of Hollin rowed home. QUILL"
    found = body(f"{SMALL}\n\nASHWORTH\n{rest}")
    assert found.signer == "ASHWORTH"
    assert found.blocks[-1].text == "ASHWORTH"
    assert [each.text for each in found.furniture] == [rest]


def test_the_web_site_may_be_told_with_a_printed_apostrophe() -> None:
    found = body(f"{SMALL}\nVisit Port Alder\u2019s Classified Website: XXXX\nASHWORTH")
    assert [block.kind for block in found.blocks[-2:]] == ["closing", "closing"]


@pytest.mark.parametrize(
    "end", ["\nHILL\nCONFIDENTIAL\nNNN\n", "\nHILL\nCONFIDENTIAL\n\n\nNNNN", " HILL\nCONFIDENTIAL\n\nNNN\n"]
)
def test_the_level_and_the_end_mark_follow_the_name_without_blank_lines(end: str) -> None:
    found = body(f"{CAPITALS}{end}")
    assert found.signer == "HILL"
    assert [each.text for each in found.furniture] == ["CONFIDENTIAL", end.split()[-1]]


def test_letters_that_stand_for_something_taken_out_sign_nothing() -> None:
    read = body("1. (U) They rowed home.\n\nVisit our Website: XXXXXXXXXXXX\n")
    assert read.signer is None
    assert [block.text for block in read.blocks][1:] == ["Visit our Website: XXXXXXXXXXXX"]


@pytest.mark.parametrize(
    ("leave", "expected"),
    [
        ("Best,\n\nWren", ["Best,", "Wren", "ASHWORTH"]),
        ("WITH BEST REGARDS,", ["WITH BEST REGARDS,", "ASHWORTH"]),
        ("Sincerely yours,", ["Sincerely yours,", "ASHWORTH"]),
    ],
)
def test_words_of_leave_above_the_signer_close_the_message(leave: str, expected: list[str]) -> None:
    found = body(f"{SMALL}\n\n{leave}\n\nASHWORTH")
    assert [block.text for block in found.blocks if block.kind == "closing"] == expected


def test_an_address_behind_wide_blanks_closes_the_message() -> None:
    found = body(f"{SMALL} END PART TWO     Visit Port Alder's Classified Website: XXXX\nASHWORTH")
    assert [block.text for block in found.blocks][1:] == ["Visit Port Alder's Classified Website: XXXX", "ASHWORTH"]
