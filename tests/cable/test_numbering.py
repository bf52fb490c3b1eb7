"""Which printed numbers are paragraph numbers, and what stands before the first word of a paragraph."""

from __future__ import annotations

import pytest
from cablereader.cable.body import numbering
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .body_tools import body, numbers, seen, texts

FOG = "The fog came in before the pilots did and nobody could say where the harbor was."


def paragraphs(*heads: str) -> str:
    return "\n\n".join(f"{head} {FOG}" for head in heads)


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["1.", "2.", "3."], ["1", "2", "3"]),
        (["27. (SBU)", "28. (SBU)", "29. (SBU)"], ["27", "28", "29"]),
        (["¶1.", "¶2.", "¶3."], ["1", "2", "3"]),
        (["1.", "2.", "3.", "4.", "5.", "6.", "17.", "18.", "19.", "¶10.", "¶11."], [str(n) for n in range(1, 12)]),
        (["1.(C)", "2.(C)", "3.(C)"], ["1", "2", "3"]),
        (["¶1.(C)", "¶2.(C)"], ["1", "2"]),
        (["1)", "2)", "3)"], ["1", "2", "3"]),
        (["1 (U)", "2 (U)", "3 (U)"], ["1", "2", "3"]),
        (["1, ", "2. ", "3. "], ["1", "2", "3"]),
        (["2.", "4.", "5."], ["2", "4", "5"]),
        (["1.", "2.", "3.", "3.", "4."], ["1", "2", "3", "3", "4"]),
        (["1.", "2.", "1.", "2.", "3."], ["1", "2", "1", "2", "3"]),
        (["1.", "2.", "3.", "1.", "2.", "4.", "5."], ["1", "2", "3", "1", "2", "4", "5"]),
        (["1. (U)", "2. (U)", "3. (U)", "4-12. (U)", "13. (U)"], ["1", "2", "3", "4-12", "13"]),
        (["9.", "10.", "11.", "12."], ["9", "10", "11", "12"]),
        (["(1)", "(2)", "(3)"], ["1", "2", "3"]),
        (["1.", "2.", "1)", "2)", "3)", "3."], ["1", "2", "3"]),
        (["1.", "2)", "3."], ["1", "2", "3"]),
        (["1.", "2", "3."], ["1", "2", "3"]),
        (["1", "2.", "3", "4", "5.", "6"], ["1", "2", "3", "4", "5"]),
        (["1.", "3", "4."], ["1", "4"]),
        ([*(f"¶{n}." for n in range(1, 14)), "¶4.", "¶15."], [str(n) for n in range(1, 16)]),
        ([*(f"{n}." for n in range(1, 14)), "4.", "15."], [str(n) for n in range(1, 16)]),
    ],
)
def test_numbers(heads: list[str], expected: list[str]) -> None:
    assert numbers(paragraphs(*heads)) == expected


@given(st.lists(st.sampled_from(("", " (C)", " A year", " and so on", "\n")), max_size=8), st.integers(1, 3))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_numbers_that_count_on_need_no_solving(monkeypatch: pytest.MonkeyPatch, tails: list[str], first: int) -> None:
    text = paragraphs(*(f"{number}.{tail}" for number, tail in enumerate(tails, first)))
    with monkeypatch.context() as solved:
        solved.setattr(numbering, "_counted", lambda candidates: False)
        expected = body(text)
    assert body(text) == expected


def test_a_number_that_ends_the_sentence_above_the_same_number() -> None:
    text = f"1. This asks for lamps; please see para\n\n\u00b62.\n2.{FOG}\n\n3. {FOG}"
    assert seen(text)[:2] == [
        ("paragraph", "1", "This asks for lamps; please see para 2."),
        ("paragraph", "2", FOG),
    ]
    assert numbers(text) == ["1", "2", "3"]


def test_no_space_before_the_first_word() -> None:
    assert seen("3.Bells rang.\n\n4.Carry a lamp on the quay at night, the harbor master says.") == [
        ("paragraph", "3", "Bells rang."),
        ("paragraph", "4", "Carry a lamp on the quay at night, the harbor master says."),
    ]


def test_a_lost_pilcrow_is_mended_and_said() -> None:
    found = body(paragraphs("5.", "6.", "17.", "18."))
    mended = [(repair.found, repair.meant) for repair in found.repairs if repair.kind == "number"]
    assert mended == [("17", "7"), ("18", "8")]
    start, end = next(repair.span for repair in found.repairs)
    assert paragraphs("5.", "6.", "17.", "18.")[start:end] == "17"


def test_numbers_that_run_to_seventeen_are_left() -> None:
    heads = [f"{number}." for number in range(1, 21)]
    assert numbers(paragraphs(*heads)) == [str(number) for number in range(1, 21)]
    assert not body(paragraphs(*heads)).repairs


@pytest.mark.parametrize(
    "wrapped",
    [
        "1. The boat came in on November\n8.  In the morning it left again with a crew of nine\nmen.\n\n2. No more.",
        "1. The boat came in on November\n¶8.  In the morning it left again with a crew of nine\nmen.\n\n¶2. No more.",
        "1. The convention has been in force since September\n2008. It has nine articles and one seal, and a thread\n"
        "where the annex was.\n\n2. It did not return.",
        "1. The line was moved by 2.7 miles, then by\n2.5 million, the clerks say, and then by\n4 percent.\n\n2. No.",
    ],
)
def test_a_number_in_a_wrapped_sentence_is_no_paragraph(wrapped: str) -> None:
    assert numbers(wrapped) == ["1", "2"]
    assert "¶" not in "".join(block.text for block in body(wrapped).blocks)


def test_a_year_after_a_stray_blank_line_is_joined() -> None:
    found = seen("--Forum of the pilots in Port Alder, September 25,\n\n2008.\n\n--Forum of the keepers, May 1, 2008.")
    assert [text for _, _, text in found] == [
        "--Forum of the pilots in Port Alder, September 25, 2008.",
        "--Forum of the keepers, May 1, 2008.",
    ]


def test_a_table_of_contents_whose_lines_are_numbered() -> None:
    contents = ["¶1. Lead Stories", "¶2. (Vespera) The Price of Lamp Oil and Who Keeps the Book", "¶3. (Sarrow) Fog"]
    text = "\n".join(contents) + f"\n\n¶1. {FOG}\n\n¶2. {FOG}\n\n¶3. {FOG}"
    assert numbers(text) == ["1", "2", "3", "1", "2", "3"]


def test_an_age_behind_a_pilcrow_and_a_blank_line_is_text() -> None:
    text = f"¶2. {FOG} {FOG} Nobody may row out who is under the age of\n\n¶16. Juveniles may. {FOG}\n\n¶3. {FOG}"
    assert [block.text[-30:] for block in body(text).blocks if block.number == "2"] == [FOG[-30:]]
    assert numbers(text) == ["2", "3"]


def test_a_short_list_inside_a_paragraph_is_no_numbering() -> None:
    text = f"4. {FOG}\n\n5. The following came:\n1. the keeper\n2. the pilot\n3. the uncle\n\n6. {FOG}"
    assert numbers(text) == ["4", "5", "6"]
    assert texts(text, "item") == ["1. the keeper", "2. the pilot", "3. the uncle"]


def test_paragraphs_without_blank_lines_between_them() -> None:
    text = f"1. (U) {FOG}\n2. (U) {FOG}\n3. (U) It was told by XXXXXXXXXXXX\n4. (U) {FOG}"
    assert numbers(text) == ["1", "2", "3", "4"]


def test_a_paragraph_glued_to_the_line_of_the_last_one() -> None:
    text = f"1. (SBU) {FOG} {FOG} {FOG}  2. (SBU) {FOG}\n\n3. (SBU) {FOG}"
    assert numbers(text) == ["1", "2", "3"]


def test_a_number_alone_over_a_heading_belongs_to_the_text_below() -> None:
    found = body(f"1. {FOG}\n\n2. ---------------- Visit Officer ----------------\n\n{FOG}\n\n3. {FOG}")
    assert [(block.kind, block.number) for block in found.blocks] == [
        ("paragraph", "1"),
        ("heading", None),
        ("paragraph", "2"),
        ("paragraph", "3"),
    ]
    assert found.blocks[2].text == FOG


@pytest.mark.parametrize(
    ("head", "marking", "start"),
    [
        ("1. (SBU) Bells", "SBU", "Bells"),
        ("1. (C//NF) Bells", "C//NF", "Bells"),
        ("1. (S/NF) Bells", "S/NF", "Bells"),
        ("1. (C/REL VESPERA) Bells", "C/REL VESPERA", "Bells"),
        ("1. (U/FOUO) Bells", "U/FOUO", "Bells"),
        ("1. (sbu) Bells", "sbu", "Bells"),
        ("1. ( C ) Bells", "C", "Bells"),
        ("1. (U). Bells", "U", "Bells"),
        ("1. C) Bells", "C", "Bells"),
        ("1. SBU) Bells", "SBU", "Bells"),
        ("(U) 1. Bells", "U", "Bells"),
        ("1. Summary: (SBU) Bells", "SBU", "Summary: Bells"),
        ("1. Comment (C): Bells", "C", "Comment: Bells"),
        ("1. (S - ENTIRE TEXT) BELLS", "S", "BELLS"),
        ("1. (S - ENTIRE TEXT.)\nBELLS", "S", "BELLS"),
        ("1. C - ENTIRE TEXT. BELLS", "C", "BELLS"),
        ("1. C - ENTIRE TEXT OF IT. BELLS", "C", "ENTIRE TEXT OF IT. BELLS"),
        ("(SBU) Bells", "SBU", "Bells"),
        ("1. (see ref A) Bells", None, "(see ref A) Bells"),
        ("1. Bells (S) rang", None, "Bells (S) rang"),
    ],
)
def test_portion_marks(head: str, marking: str | None, start: str) -> None:
    block = body(f"{head} were heard over the strait all night, and nobody slept.").blocks[0]
    assert block.marking == marking
    assert block.text.startswith(start)


def test_a_mark_whose_bracket_was_lost_is_mended_and_said() -> None:
    repairs = body(f"1. C) {FOG}\n\n2. (C) {FOG}").repairs
    assert [(repair.kind, repair.found, repair.meant) for repair in repairs] == [("marking", "C)", "(C)")]


def test_a_number_behind_a_line_that_was_never_wrapped() -> None:
    long = (
        f"{FOG} {FOG} See the chart of the harbor office, to which the pilots and the keeper have made no change since"
    )
    assert numbers(f"1. {long}\n2. {long}\n3. {long}\n4. {FOG}") == ["1", "2", "3", "4"]


def test_paragraphs_that_no_blank_line_parts_may_end_without_a_stop() -> None:
    line = "The keepers of the rock asked for more oil and for new lamps on"
    text = (
        f"1. {line}\n{line} Hollin\n2. {line}\n{line} Monday\n3. {line}\n{line} March\n4. {line}\nthe rock.\n4. {line}"
    )
    assert numbers(text) == ["1", "2", "3", "4"]
    assert body(text).blocks[2].text.endswith(f"March 4. {line} the rock.")


def test_a_date_below_the_first_line_of_a_paragraph_is_no_next_one() -> None:
    line = "The keepers of the rock asked for more oil and for new lamps"
    text = f"1. {line} in June\n2, the day of the storm, and again in July.\n2. {line}\nin vain.\n3. {line}"
    assert numbers(text) == ["1", "2", "3"]
    assert body(text).blocks[0].text.endswith("July.")


@pytest.mark.parametrize("letter", ["l", "I", "|"])
def test_a_letter_that_a_scan_read_for_the_first_number(letter: str) -> None:
    found = body(f"SUMMARY\n-------\n\n{letter}. (C) The keepers rowed home.\n\n2. (C) They did not come back.")
    assert [(block.number, block.marking) for block in found.blocks[1:]] == [("1", "C"), ("2", "C")]
    assert [(repair.kind, repair.found, repair.meant) for repair in found.repairs] == [("number", letter, "1")]
    assert numbers(f"{letter}. The keepers rowed home.\n\nII. They did not come back.") == []


@pytest.mark.parametrize("printed", ["[C]", "9C)", "(C0", "{C}", "(C]"])
def test_marks_typed_with_the_wrong_sign(printed: str) -> None:
    found = body(f"1. {printed} The keepers rowed home.\n\n2. (C) They did not come back.")
    assert [block.marking for block in found.blocks] == ["C", "C"]
    assert found.blocks[0].text == "The keepers rowed home."
    assert [(repair.kind, repair.found, repair.meant) for repair in found.repairs] == [("marking", printed, "(C)")]


def test_a_control_in_brackets_of_its_own_belongs_to_the_mark() -> None:
    found = body(
        "1. (C) (NF) The keepers rowed home.\n\n2. (U) (U) They did not come back.\n\n3. (C) (later) They did."
    )
    assert [(block.marking, block.text[:4]) for block in found.blocks] == [
        ("C/NF", "The "),
        ("U", "They"),
        ("C", "(lat"),
    ]


def test_brackets_count_where_points_do_not() -> None:
    lines = "\n\n".join(f"{number}) The keepers of the rock rowed home." for number in range(1, 5))
    text = f"{lines}\n\n5) They were ranked in Tier\n3. Nobody knew why; it was Tier\n2. before.\n\n6) They rowed."
    assert numbers(text) == ["1", "2", "3", "4", "5", "6"]


def test_a_number_below_a_line_without_a_stop_that_had_room_for_it() -> None:
    line = "THE KEEPERS OF THE LIGHT WENT OUT TO THE ROCK IN THE MORNING\n"
    text = (
        f"1. {line}{line}AND CAME BACK AT NOON WITH THE OIL AND THE LAMP\n2. IN TOWN {line}{line}AND SLEPT.\nASHWORTH"
    )
    assert numbers(text) == ["1", "2"]


def test_a_number_below_a_full_line_without_a_stop_that_another_counts_on() -> None:
    line = "THE KEEPERS OF THE LIGHT WENT OUT TO THE ROCK IN THE MORNING\n"
    assert numbers(f"1. {line}{line}2. THE MAYOR SLEPT AND {line}{line}ON.\n3. {line}") == ["1", "2", "3"]
