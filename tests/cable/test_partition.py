"""The spans of a cable cover its source once and in order, whatever the source is; nothing raises."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable import Cable, Span, cover, read_cable, read_heading
from cablereader.cable.spans import partition
from hypothesis import given, settings
from hypothesis import strategies as st

from .test_header_layout import REWRITES, WHOLE
from .test_renditions import FORMS

ROLES = {"chrome", "routing", "caption", "heading", "paragraph", "furniture", "closing", "blank"}
PIECES = [
    *(line + "\n" for line in WHOLE.splitlines()),
    *(
        "REF: ",
        "TAGS: ",
        "SUBJECT: ",
        "E.O. 12958: ",
        "Classified By: ",
        "A. ",
        "(B) ",
        "¶",
        "1. ",
        "2. (C) ",
        "-----\n",
        "\n",
        " ",
    ),
    *(
        "[1](#)",
        "[X](#)",
        "\\",
        "&amp;",
        "<pre>",
        "</pre>",
        '"',
        '","',
        "STATE 5",
        "07 LIMA ",
        "PAGE 02",
        "SIPDIS\n",
        "...\n\n",
    ),
    *("\r\n", "\r", "\f", "\x00", "\ufeff", "\u2028", "\xa0", "Identifier\n", "Viewing cable ", "refid: ", "\ud800"),
]
telegramlike = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=60).map("".join)


def holds(source: str) -> Cable:
    """The cable in a source, after its spans and places have been checked."""
    cable = read_cable(source)
    assert cover(cable.spans, len(source))
    assert all(span.role in ROLES or span.role.startswith("header:") for span in cable.spans)
    for place in (*(repair.span for repair in cable.repairs), *(furniture.span for furniture in cable.furniture)):
        assert 0 <= place[0] <= place[1] <= len(source)
    return cable


@settings(max_examples=150)
@given(st.text(max_size=400))
def test_any_text(source: str) -> None:
    holds(source)


@settings(max_examples=250, deadline=None)
@given(telegramlike)
def test_any_text_that_looks_like_a_telegram(source: str) -> None:
    cable = holds(source)
    assert read_heading(source).header == cable.header


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*FORMS.values(), *REWRITES.values()]), st.data())
def test_a_telegram_with_pieces_lost_and_added(source: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(source)))
    last = data.draw(st.integers(first, min(len(source), first + 200)))
    holds(source[:first] + data.draw(telegramlike) + source[last:])


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_real_cable_with_pieces_lost_and_added(seeds: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(seeds.glob("*.txt"))))
    source = path.read_bytes().decode("utf-8")
    first = data.draw(st.integers(0, min(len(source), 4000)))
    last = data.draw(st.integers(first, min(len(source), first + 300)))
    holds(source[:first] + data.draw(telegramlike) + source[last:])


@pytest.mark.parametrize(
    "piece", ["-", "1", " ", "A", "(", "A. STATE 1 ", "PREL ", "\n", "\n \n", "[", "<", "\\", '"', "¶1. ", "&"]
)
def test_a_long_run_of_one_thing(piece: str) -> None:
    run = piece * (20_000 // len(piece))
    for source in (run, WHOLE + run, WHOLE.replace("MASS, MARR, LY", run), WHOLE.replace("TRIPOLI 3", run)):
        holds(source)


claims = st.lists(
    st.builds(Span, st.sampled_from(["paragraph", "furniture"]), st.integers(0, 80), st.integers(0, 80)), max_size=12
)


@given(st.text(max_size=60), claims)
def test_claims_in_any_order_are_laid_as_a_partition(source: str, spans: list[Span]) -> None:
    assert cover(partition(source, spans), len(source))


def test_a_gap_is_blank_or_chrome() -> None:
    spans = partition("  a b  [text] ", [Span("paragraph", 7, 13)])
    assert spans == (
        Span("blank", 0, 2),
        Span("chrome", 2, 5),
        Span("blank", 5, 7),
        Span("paragraph", 7, 13),
        Span("blank", 13, 14),
    )


def test_the_first_of_two_claims_keeps_what_both_want() -> None:
    spans = partition("abcdef", [Span("paragraph", 2, 6), Span("furniture", 0, 3)])
    assert spans == (Span("furniture", 0, 3), Span("paragraph", 3, 6))
