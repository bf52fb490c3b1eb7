"""What holds of every body, whatever the text: places, order, addresses, and what no rewrapping changes."""

from __future__ import annotations

import re
import textwrap

from cablereader.cable.body import Body
from hypothesis import example, given, settings
from hypothesis import strategies as st

from .body_tools import body

PIECES = [
    *("\n", "\n\n", " \n \n", " ", "  ", "\t", "\r\n", "\x00", "\u00a0", "-----", "======= ", "- ", "--", "* ", "¶"),
    *("1. ", "2. (C) ", "¶3. ", "17. ", "4-12. (U)", "1.(C)", "C) ", "(SBU) ", "(b) ", "a. ", "2008.", "2.5 million"),
    *("SUMMARY", "COMMENT\n", "Title Case Line", "end of it.", "and the rest", "U.S.", ".", '"', "(begin non-paper)"),
    *("PORT ALDER 00000412  002 OF 003", "PAGE 02        ROME  01196  01 OF 02  082030Z", "SIPDIS", "SECRET\n", "NNNN"),
    *("ASHWORTH", "van Hollin", "Visit Port Alder's Classified Web Site at", "http://a.invalid/b", "XXXXXXXXXXXX"),
    *("STOCK      12     13", "* Missing Section 002 *", "Q1: Why?", "(S - ENTIRE TEXT)", "#0412", "\u2010" * 6),
]
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))

WORDS = "the light on Tern Rock is kept by a pilot of Hollin who reads it aloud at dusk"
WORD = st.sampled_from(WORDS.split())
SENTENCE = st.lists(WORD, min_size=4, max_size=40).map(lambda words: " ".join(["Nobody", *words]) + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
MARK = st.sampled_from(["", "(U) ", "(SBU) ", "(C) ", "(S/NF) "])
TELEGRAM = st.lists(st.tuples(MARK, PARAGRAPH), min_size=2, max_size=12)


def written(paragraphs: list[tuple[str, str]], width: int = 0) -> str:
    whole = [f"{number}. {mark}{text}" for number, (mark, text) in enumerate(paragraphs, 1)]
    blocks = [textwrap.fill(text, width) if width else text for text in whole]
    return "\n\n".join([*blocks, "ASHWORTH"])


def short(found: Body) -> list[tuple[str, str | None, str | None, str, str]]:
    return [(block.kind, block.number, block.marking, block.anchor, block.text) for block in found.blocks]


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_every_place_is_true(text: str) -> None:
    found = body(text)
    position = 0
    for span in found.spans:
        assert position <= span.start < span.end <= len(text)
        position = span.end
    for block in found.blocks:
        assert block.text.strip()
        assert block.runs
        assert all(
            block.text[run.text : run.text + run.length] == text[run.source : run.source + run.length]
            and any(start <= run.source and run.source + run.length <= end for start, end in block.spans)
            for run in block.runs
        )


@given(st.lists(st.tuples(st.sampled_from(("fog", "lamps", "the", "quay.")), st.integers(1, 7)), min_size=1))
@settings(max_examples=100, deadline=None)
def test_of_several_spaces_the_first_stands_for_all(words: list[tuple[str, int]]) -> None:
    text = "".join(f"{word}{' ' * blanks}" for word, blanks in words) + "bells"
    (block,) = body(text).blocks
    assert block.text == " ".join(text.split())
    assert sum(run.length for run in block.runs) == len(block.text)
    assert body(f"{text}\tand more").blocks[0].text == f"{block.text} and more"


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_blocks_have_addresses_of_their_own_and_stand_in_order(text: str) -> None:
    blocks = body(text).blocks
    assert len({block.anchor for block in blocks}) == len(blocks)
    starts = [block.runs[0].source for block in blocks]
    assert starts == sorted(starts)


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_no_furniture_inside_a_block(text: str) -> None:
    found = body(text)
    for block in found.blocks:
        for start, end in block.spans:
            assert all(item.span[1] <= start or end <= item.span[0] for item in found.furniture)


@given(ANY_TEXT)
@example('a)AAA "')
@example("1.A.(C)")
@example("------\n1. A. (C)\nb\n------\n")
@example("------\nA. (C)\n------\n")
@example("1.A.(C)0 =====")
@settings(max_examples=200, deadline=None)
def test_no_letter_is_lost(text: str) -> None:
    """Every letter is in a block's stretches or in furniture."""
    found = body(text)
    claimed = [(span.start, span.end) for span in found.spans]
    kept = "".join(text[start:end] for start, end in claimed)
    assert re.sub(r"[\W_]", "", kept) == re.sub(r"[\W_]", "", text)


@given(TELEGRAM)
@settings(max_examples=60, deadline=None)
def test_paragraphs_are_read_as_they_were_written(paragraphs: list[tuple[str, str]]) -> None:
    found = body(written(paragraphs))
    expected = [(str(number), mark.strip(" ()") or None, text) for number, (mark, text) in enumerate(paragraphs, 1)]
    assert [(block.number, block.marking, block.text) for block in found.blocks[:-1]] == expected
    assert found.signer == "ASHWORTH"


@given(TELEGRAM, st.sampled_from([55, 61, 65, 69, 72]))
@settings(max_examples=60, deadline=None)
def test_wrapping_changes_nothing(paragraphs: list[tuple[str, str]], width: int) -> None:
    assert short(body(written(paragraphs, width))) == short(body(written(paragraphs)))


@given(TELEGRAM, st.sampled_from([0, 61, 69]))
@settings(max_examples=40, deadline=None)
def test_line_ends_and_trailing_blanks_change_nothing(paragraphs: list[tuple[str, str]], width: int) -> None:
    text = written(paragraphs, width)
    plain = short(body(text))
    assert short(body(text.replace("\n", "\r\n"))) == plain
    assert short(body(text.replace("\n", "  \n"))) == plain
    assert short(body(text.replace("\n", " \t\n"))) == plain


@given(TELEGRAM, st.data())
@settings(max_examples=60, deadline=None)
def test_a_page_break_inside_a_sentence_changes_nothing(paragraphs: list[tuple[str, str]], data: st.DataObject) -> None:
    text = written(paragraphs, 61)
    places = [found.start() for found in re.finditer(r"(?<=[a-z])\n(?=[a-zA-Z])", text)]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    broken = f"{text[:place]}\n\nPORT ALDER 00000412  002 OF 002\n\n\n{text[place + 1 :]}"
    found = body(broken)
    assert short(found) == short(body(text))
    assert [item.text for item in found.furniture] == ["PORT ALDER 00000412  002 OF 002"]


@given(TELEGRAM)
@settings(max_examples=40, deadline=None)
def test_a_pilcrow_before_each_number_changes_nothing(paragraphs: list[tuple[str, str]]) -> None:
    text = written(paragraphs, 65)
    marked = re.sub(r"(?m)^(?=\d+\. )", "¶", text)
    assert short(body(marked)) == short(body(text))
