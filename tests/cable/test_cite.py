"""Citations name what was read, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from cablereader.cable import Cable
from cablereader.cable.cite import Citation, Style, cite, locator, printed_id, range_locator
from hypothesis import given
from hypothesis import strategies as st

STYLES: tuple[Style, ...] = get_args(Style)
MEXICO = Citation(
    id="08MEXICO722",
    origin="Embassy Mexico",
    to=("SECSTATE WASHDC",),
    title="EIGHTH ANNUAL REPORT - MEXICO (PART 2 OF 2)",
    date=date(2008, 3, 11),
    paragraph="para. 32",
)


def test_chicago_note() -> None:
    assert MEXICO.text() == (
        "U.S. Embassy Mexico City to Secretary of State, telegram 08 MEXICO 722, "
        "“Eighth Annual Report - Mexico (Part 2 of 2),” March 11, 2008, para. 32."
    )


def test_chicago_short() -> None:
    assert MEXICO.text("chicago-short") == "Mexico City 722, March 11, 2008, para. 32."


def test_plain_keeps_the_title_as_it_is() -> None:
    assert MEXICO.text("plain") == (
        'Embassy Mexico, "EIGHTH ANNUAL REPORT - MEXICO (PART 2 OF 2)", 08MEXICO722, 11 March 2008, para. 32'
    )


def test_edition_and_access_are_named_only_when_known() -> None:
    archive = replace(MEXICO, edition="Central Foreign Policy Files")
    assert archive.text().endswith("para. 32, Central Foreign Policy Files.")
    assert archive.text(accessed=date(2026, 3, 1)).endswith("Files, accessed March 1, 2026.")
    assert "accessed" not in MEXICO.text(accessed=date(2026, 3, 1))


def test_several_recipients() -> None:
    circular = replace(MEXICO, to=("AMEMBASSY LIMA", "AMEMBASSY QUITO"))
    assert circular.text().startswith("U.S. Embassy Mexico City to U.S. Embassy Lima et al., telegram")


def test_quotation_marks_in_a_title_become_single() -> None:
    assert "“The ‘Third’ Bell,”" in replace(MEXICO, title='THE "THIRD" BELL').text()


def test_nothing_known_is_nothing_invented() -> None:
    known = {style: Citation().text(style) for style in STYLES}
    assert known == {
        "chicago-note": "telegram.",
        "chicago-short": "",
        "mla": "Telegram.",
        "apa": "(n.d.). [Telegram].",
        "nara-aad": "Telegram.",
        "plain": "",
    }


def test_a_portion_mark_is_no_part_of_the_title(make_cable: Callable[..., Cable]) -> None:
    assert "“The Third Bell,”" in cite(make_cable(subject="(C/NF) THE THIRD BELL"))
    assert "“(Third) of the Bell,”" in cite(make_cable(subject="(THIRD) OF THE BELL"))


def test_acronyms_of_the_cable_stay_in_capitals(make_cable: Callable[..., Cable]) -> None:
    subject = "GOV AND PPA ON NATO - THE BELL"
    assert "“GOV and PPA on NATO – The Bell,”" in cite(make_cable(subject=subject))


def test_a_block_of_a_cable(cable: Cable) -> None:
    by_anchor = {block.anchor: block for block in cable.blocks}
    assert cite(cable, by_anchor["2"]) == (
        "U.S. Embassy Port Alder to Secretary of State, telegram 06 PORT ALDER 412, "
        "“Harbour Pilots Stay Ashore,” September 7, 2006, para. 2."
    )
    assert cite(cable, by_anchor["2.1"]) == cite(cable, by_anchor["2"])
    assert cite(cable, by_anchor["1.1"]).endswith("2006, heading “THE PILOTS.”")
    assert cite(cable).endswith("September 7, 2006.")


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("3", "para. 3"),
        ("32.5", "para. 32"),
        ("0.2", None),
        ("1~2", "para. 1 (second so numbered)"),
        ("1~2.4", "para. 1 (second so numbered)"),
    ],
)
def test_locator(anchor: str, expected: str | None) -> None:
    assert locator(anchor) == expected


def test_printed_id() -> None:
    assert printed_id("05RIODEJANEIRO123") == "05 RIO DE JANEIRO 123"
    assert printed_id("06PORTALDER412", "Embassy Port Alder") == "06 PORT ALDER 412"
    assert printed_id("no id") == "no id"


@given(st.builds(Citation, id=st.text(), origin=st.text(), to=st.tuples(st.text()), title=st.text(), date=st.dates()))
def test_any_words_give_one_line(parts: Citation) -> None:
    for style in STYLES:
        assert "\n" not in parts.text(style)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("para. 2", "para. 4", "paras. 2–4"),
        ("para. 2", "para. 2", "para. 2"),
        ("heading “PILOTS”", "para. 4", "heading “PILOTS” to para. 4"),
        ("para. 4", None, "para. 4 to end"),
        (None, "para. 1", "beginning to para. 1"),
        (None, None, None),
    ],
)
def test_a_range_is_cited_from_its_first_to_its_last(first: str | None, last: str | None, said: str | None) -> None:
    assert range_locator(first, last) == said


@pytest.mark.parametrize("style", STYLES)
def test_every_style_cites_a_range(cable: Cable, style: Style) -> None:
    first, last = cable.block("1"), cable.block("3")
    words = "pars. 1–3" if style == "mla" else "paras. 1–3"
    assert words in cite(cable, first, style, until=last)
    assert cite(cable, first, style, until=first) == cite(cable, first, style)
    assert cite(cable, cable.block("2"), style, until=cable.block("2.2")) == cite(cable, cable.block("2"), style)
