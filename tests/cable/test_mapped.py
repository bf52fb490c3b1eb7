"""Mapped text finds its way back to the source."""

from __future__ import annotations

from cablereader.cable import Run
from cablereader.cable.mapped import Mapped
from hypothesis import given
from hypothesis import strategies as st

SOURCE = "<p>AT&amp;T says <b>hello</b></p>"
MAPPED = Mapped.join(
    [("AT", 3, 5), ("&", 5, 10), ("T says ", 10, 17), ("\n", 17, 17), ("hello", 20, 25)], 0, len(SOURCE)
)


def test_characters_map_to_where_they_stand() -> None:
    assert MAPPED.text == "AT&T says \nhello"
    assert [SOURCE[MAPPED.to_source(at)] for at in (0, 2, 3, 11, 15)] == ["A", "&", "T", "h", "o"]


def test_a_stretch_takes_in_the_rest_of_an_entity() -> None:
    assert SOURCE[slice(*MAPPED.stretch(0, 3))] == "AT&amp;"
    assert SOURCE[slice(*MAPPED.stretch(11, 16))] == "hello</b></p>"[:5] + SOURCE[25 : MAPPED.stretch(11, 16)[1]]


def test_a_part_maps_like_the_whole() -> None:
    part = MAPPED.part(2, 13)
    assert part.text == MAPPED.text[2:13]
    assert [part.to_source(at) for at in range(len(part.text))] == [MAPPED.to_source(at) for at in range(2, 13)]


def test_chained_parts_leave_out_what_is_between() -> None:
    chained = Mapped.chain([MAPPED.part(0, 4), MAPPED.part(11)])
    assert chained.text == "AT&Thello"
    assert SOURCE[chained.to_source(4)] == "h"


def test_runs_of_a_text_made_of_pieces() -> None:
    pieces = [(0, 11, 5), (6, 0, 4)]
    made = "hello AT&T"
    runs = MAPPED.runs_in(pieces)
    assert [(made[run.text : run.text + run.length], SOURCE[run.source : run.source + run.length]) for run in runs] == [
        ("hello", "hello"),
        ("AT&", "AT&"),
        ("T", "T"),
    ]
    whole = Mapped.of("abcdef", 2)
    assert whole.runs_in([(0, 0, 2), (2, 3, 0), (3, 3, 1)]) == (Run(0, 2, 2), Run(3, 5, 1))


@given(st.integers(0, 16), st.integers(0, 16), st.integers(0, 9))
def test_runs_of_a_stretch_are_those_of_a_part(one: int, other: int, at: int) -> None:
    start, end = sorted((one, other))
    moved = tuple(run._replace(text=run.text + at) for run in MAPPED.part(start, end).runs)
    assert MAPPED.runs_of(start, end, at) == moved


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_source_as_it_is_maps_to_itself(source: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(source)), min(other, len(source))))
    mapped = Mapped.of(source, start, end)
    assert mapped.text == source[start:end]
    assert [mapped.to_source(at) for at in range(end - start)] == list(range(start, end))
