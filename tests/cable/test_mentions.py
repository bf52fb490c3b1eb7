"""What a text points at: telegrams, references of the REF line, paragraphs of the cable, addresses."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from cablereader.cable import Reference, read_cable
from cablereader.cable.mentions import mentions
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import Part, make_cable

CABLE = make_cable(
    body=[Part("paragraph", f"Point {number}.", str(number)) for number in range(1, 11)],
    references=(
        Reference("A", "PORT ALDER 398", "06PORTALDER398"),
        Reference("B", "05 STATE 1201", "05STATE1201"),
        Reference("C", "ASHWORTH E-MAIL", None),
    ),
)
ALONE = make_cable(references=(Reference(None, "PORT ALDER 398", "06PORTALDER398"),))


def found(text: str, cable: object = CABLE) -> list[tuple[str, str, str | None]]:
    """Words, kind and target of each mention."""
    assert isinstance(cable, type(CABLE))
    return [(text[item.start : item.end], item.kind, item.target) for item in mentions(cable, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as we told in PORT ALDER 377, the pilots", ("PORT ALDER 377", "telegram", "06PORTALDER377")),
        ("see also MEXICO 5704.", ("MEXICO 5704", "telegram", "06MEXICO5704")),
        ("instructed by SECSTATE 150188, we", ("SECSTATE 150188", "telegram", "06STATE150188")),
        ("under 08 STATE 2731 we", ("08 STATE 2731", "telegram", "08STATE2731")),
        ("under 08 State 2731 we", ("08 State 2731", "telegram", "08STATE2731")),
        ("see 07MEXICO5704 for", ("07MEXICO5704", "telegram", "07MEXICO5704")),
        ("as was said in RIO DE JANEIRO 123, the pilots", ("RIO DE JANEIRO 123", "telegram", "06RIODEJANEIRO123")),
        ("As ref B says", ("ref B", "telegram", "05STATE1201")),
        ("As indicated in reftel A, the", ("reftel A", "telegram", "06PORTALDER398")),
        ("He wrote (ref C) that", ("ref C", "telegram", None)),
        ("see para 8.", ("para 8", "paragraph", "8")),
        ("Paragraph 10 below", ("Paragraph 10", "paragraph", "10")),
        ("SEE PARA 3", ("PARA 3", "paragraph", "3")),
        ("in para 3 of this cable", ("para 3", "paragraph", "3")),
        ("will be reported septel.", ("septel", "septel", None)),
        ("(see https://example.org/a?b=1).", ("https://example.org/a?b=1", "url", "https://example.org/a?b=1")),
    ],
)
def test_what_a_text_points_at(text: str, expected: tuple[str, str, str | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In Mexico 5704 people were asked.",
        "IN MEXICO 1974 WAS A YEAR OF FLOODS, AND IN PARIS 500 PEOPLE SAW THEM.",
        "On 15 APRIL 1974 he sailed with 200 TONS and FLIGHT 1201.",
        "see para 11",
        "ref B para 3 and ref A, paras 4-5",
        "para 3 of ref B",
        "As per Para 3c of reftel B",
        "UNSCR 1701 para 8",
        "paragraph 3 of the treaty",
        "para 1.5 percent",
        "a paradox 3, a preface 4, refs",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert [item for item in found(text) if item[1] != "telegram" or not item[0].lower().startswith("ref")] == []


def test_each_paragraph_of_a_list_is_one() -> None:
    text = "see paras 5 through 7 and 10."
    assert found(text) == [("paras 5", "paragraph", "5"), ("7", "paragraph", "7"), ("10", "paragraph", "10")]


def test_each_letter_is_one() -> None:
    assert found("refs A and B say") == [
        ("refs A", "telegram", "06PORTALDER398"),
        ("B", "telegram", "05STATE1201"),
    ]


def test_reftel_is_the_only_reference_and_reftels_are_all() -> None:
    assert found("Reftel says", ALONE) == [("Reftel", "telegram", "06PORTALDER398")]
    assert found("Reftel says") == []
    assert [target for _, _, target in found("Reftels say")] == ["06PORTALDER398", "05STATE1201", None]


def test_a_telegram_in_an_address_is_part_of_the_address() -> None:
    assert [kind for _, kind, _ in found("https://example.org/07MEXICO5704 and para 2")] == ["url", "paragraph"]


WORDS = ["para", "paras", "8", ",", "and", "ref", "B", "refs", "A", "MEXICO", "5704", "septel", "(", ")", "www.a.org/b"]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
def test_mentions_stand_in_the_text_in_order(text: str) -> None:
    items = mentions(CABLE, text)
    assert all(0 <= item.start < item.end <= len(text) for item in items)
    assert all(one.end <= two.start or one[:2] == two[:2] for one, two in pairwise(items))


def test_the_sample_cables(seeds: Path) -> None:
    cables = {cable.id: cable for cable in (read_cable(path.read_text()) for path in seeds.iterdir())}

    def words_of(name: str) -> set[tuple[str, str, str | None]]:
        cable = cables[name]
        return {item for block in cable.blocks for item in found(block.text, cable)}

    assert ("Reftel", "telegram", "07MEXICO5704") in words_of("08MEXICO199")
    assert {
        ("paras 5", "paragraph", "5"),
        ("7", "paragraph", "7"),
        ("10", "paragraph", "10"),
        ("para 8", "paragraph", "8"),
        ("reftel B", "telegram", "09STATE5577"),
    } <= words_of("09STATE60627")
