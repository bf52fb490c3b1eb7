"""The bodies of the five real cables, where they lie beside the checkout: numbers, headings, first and last words.

Of their prose only the few words that prove where a block begins and ends are here.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable import Block, Cable, read_cable

# id: (numbers, headings, signer, ends of some blocks by anchor: (first words, last words))
BODIES: dict[str, tuple[range, list[str], str, dict[str, tuple[str, str]]]] = {
    "06MEXICO4964": (
        range(1, 5),
        [],
        "BASSETT",
        {"1": ("On August 30,", "of collaboration."), "4": ("Comment: Cooperation", "two sides together.")},
    ),
    "06MEXICO6568": (
        range(1, 12),
        [
            "Summary",
            "Coordination and Cooperation",
            "Investigations, Arrests, and Prosecutions",
            "Anti-Trafficking Legislation",
            "Protection Services",
        ],
        "BASSETT",
        {"5": ("The GOM has pursued", "in Cancun."), "8": ("PFP is developing", "trafficking victims.")},
    ),
    "08MEXICO199": (
        range(1, 13),
        [
            "AMBASSADOR LAGON EXPLORES MEXICO-GUATEMALA BORDER",
            "CHALLENGES FOR CENTRAL AMERICAN MIGRANTS ENTERING MEXICO",
            "AMBASSADOR LAGON DISCUSSES TIP WITH NGOS in TAPACHULA",
            "AMBASSADOR LAGON TOURS SHELTERS AND INTERVIEWS TIP VICTIM",
            "COMMISSIONER OPTIMISTIC BUT RECOGNIZES CHALLENGES AHEAD",
            "SRE SEEKS TO INTERNATIONALIZE TIP",
            "CNDH EXPRESS CONCERN OVER 2008 TIER RANKING",
            "AMBASSADOR LAGON and ATTORNEY GENERAL ADDRESS PREVENTION, PROTECTION AND PROSECUTIONS",
            "--PREVENTION:",
            "--WITNESS PROTECTION:",
            "--PROSECUTIONS:",
            "NGO EXPRESS SUPPORT FOR TIP",
        ],
        "GARZA",
        {
            "1": ("Summary: On January 9-12,", "End Summary."),
            "3.1": ("--Ciudad Talisman located", "heading north."),
            "5": ("While in Tapachula,", "assistance to victims."),
            "12": ("COMMENT: Lagon's visit", "convict victims."),
            "12.1": ("Visit Mexico City's", "state/nap /"),
        },
    ),
    "08MEXICO722": (
        range(27, 41),
        [
            "PREVENTION:",
            "CNDH plans to address university, business and union sectors on trafficking in persons",
            "University forums",
            "Business sector",
            "Union/Labor sector",
            "National Forum for Agriculture workers",
            "Civil Society",
            "Government",
        ],
        "GARZA",
        {
            "28.2": ("Grupos Beta,", "along the U.S.-Mexican border alone."),
            "30": ("QUESTION H:", "during the reporting period?"),
            "31": ("QUESTION I:", "repatriation, etc."),
            "34.18": ("--Guadalajara, Jalisco", "March 28, 2008"),
            "34.26": ("--University National Forum", "September 25, 2008."),
            "40.1": ("POST RESPONSE:", "question 34 and 35."),
        },
    ),
    "09STATE60627": (
        range(1, 13),
        ["MEXICO (TIER 2)", "Prosecution", "Protection", "Prevention"],
        "CLINTON",
        {
            "6": ("Action Request continued:", "regional bureau."),
            "7": ("Action Request continued:", "in para 8."),
            "9": ("Post may wish", "country narrative:"),
            "9.1": ("(begin non-paper)", "(begin non-paper)"),
            "9.6": ("-- Countries classified", "with host governments."),
            "11.2": ("A: The Government of Mexico", "in the country."),
            "12": ("The Department appreciates", "action requests."),
        },
    ),
}


@pytest.fixture(scope="module", params=list(BODIES))
def real(request: pytest.FixtureRequest, seeds: Path) -> Cable:
    """Each of the five real cables in turn."""
    for path in sorted(seeds.iterdir()):
        cable = read_cable(path.read_text(encoding="utf-8"))
        if cable.id == request.param:
            return cable
    pytest.fail(f"no file of the folder is read as {request.param}")


def test_paragraph_numbers(real: Cable) -> None:
    assert [block.number for block in real.blocks if block.number] == [str(n) for n in BODIES[real.id or ""][0]]


def test_headings(real: Cable) -> None:
    assert [block.text for block in real.blocks if block.kind == "heading"] == BODIES[real.id or ""][1]


def test_signer(real: Cable) -> None:
    assert real.signer == BODIES[real.id or ""][2]
    assert real.blocks[-1].kind == "closing"


def test_first_and_last_words(real: Cable) -> None:
    for anchor, (first, last) in BODIES[real.id or ""][3].items():
        block = real.block(anchor)
        assert isinstance(block, Block), anchor
        assert (block.text[: len(first)], block.text[-len(last) :]) == (first, last)


def test_no_furniture_in_any_block(real: Cable) -> None:
    everything = "\n".join(block.text for block in real.blocks)
    assert "SIPDIS" not in everything
    assert " OF 00" not in everything
    assert "-----" not in everything
    assert "¶" not in everything


def test_every_run_leads_to_its_letters(real: Cable) -> None:
    for block in real.blocks:
        for run in block.runs:
            shown = block.text[run.text : run.text + run.length]
            printed = real.source[run.source : run.source + run.length]
            assert printed == shown or (run.length == 1 and printed == "\\"), block.anchor


def test_every_sentence_that_a_copy_broke_is_whole(real: Cable) -> None:
    numbered = [block for block in real.blocks if block.number]
    assert all(block.text[-1] in ".?:)" for block in numbered), [block.text[-30:] for block in numbered]
    assert not any(block.text[0].islower() for block in real.blocks)


def test_lost_pilcrows_are_mended_and_said(real: Cable) -> None:
    mended = [(repair.found, repair.meant) for repair in real.repairs if repair.kind == "number"]
    assert mended == ([("17", "7"), ("18", "8"), ("19", "9")] if real.id == "09STATE60627" else [])
