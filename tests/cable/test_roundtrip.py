"""Cables made at random, written in each rendition, and read back the same; what no copying changes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cablereader.cable import Block, Cable, Header, Reference, read_cable
from hypothesis import given, settings
from hypothesis import strategies as st

from .telegram_writer import POSTS, archive_page, dump_row, markdown, telegram

SAMPLES = Path(__file__).resolve().parents[2] / "sample_cables"
ORIGINS = {"PORT ALDER": "Embassy Port Alder", "HOLLIN": "Embassy Hollin", "STATE": "Secretary of State"}
WIDTH = st.sampled_from([0, 55, 62, 69])

words = "the light on Tern Rock is kept by pilots of Hollin who read it aloud at dusk for a book of tides"
sentence = st.lists(st.sampled_from(words.split()), min_size=5, max_size=40).map(
    lambda found: f"Nobody {' '.join(found)} there."
)
prose = st.lists(sentence, min_size=1, max_size=3).map(" ".join)
title = st.lists(st.sampled_from(["LIGHT", "LAMP", "KEEPER", "OIL", "BOOK", "PILOTS"]), min_size=2, max_size=9).map(
    " ".join
)
mark = st.sampled_from([None, "U", "SBU", "C", "S//NF"])
date = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2010, 2, 28)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=dt.UTC)
)


@st.composite
def references(draw: st.DrawFn, year: int) -> tuple[Reference, ...]:
    """Up to three telegrams of the years before, each behind its letter."""
    found = []
    for label in "ABC"[: draw(st.integers(0, 3))]:
        post, serial = draw(st.sampled_from(sorted(POSTS))), draw(st.integers(1, 99_999))
        back = draw(st.integers(1, 3))
        cited = f"{(year - back) % 100:02}"
        found.append(Reference(label, f"{cited} {post} {serial}", f"{cited}{post.replace(' ', '')}{serial}"))
    return tuple(found)


@st.composite
def headers(draw: st.DrawFn, post: str) -> Header:
    """A header as every field may be, sent from a post."""
    moment = draw(date)
    level = draw(st.sampled_from(["UNCLAS", "CONFIDENTIAL", "SECRET"]))
    others = st.sampled_from(["SECSTATE WASHDC", "AMEMBASSY LONDON", "AMEMBASSY PARIS", "SECDEF WASHINGTON DC"])
    return Header(
        date=moment,
        precedence=draw(st.sampled_from([("R",), ("P",), ("O",), ("P", "R")])),
        from_=POSTS[post],
        origin=ORIGINS[post],
        to=tuple(draw(st.lists(others, min_size=1, max_size=3, unique=True))),
        info=tuple(draw(st.lists(others, max_size=3, unique=True))),
        classification=level,
        captions=tuple(draw(st.sampled_from([[], ["SIPDIS"], ["SENSITIVE", "SIPDIS"], ["NOFORN"]]))),
        executive_order="E.O. 12958: N/A",
        tags=tuple(draw(st.lists(st.sampled_from(["PREL", "PGOV", "ECON", "EWWT", "UK"]), min_size=1, unique=True))),
        subject=draw(title),
        references=draw(references(moment.year)),
        sections=draw(st.sampled_from([None, 2, 3])),
    )


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Block, ...]:
    """Numbered paragraphs, some under a heading, some with more below them, and a signer."""
    made: list[tuple[str, str | None, str | None, str]] = []
    for number in range(1, draw(st.integers(2, 7)) + 1):
        if draw(st.booleans()):
            made.append(("heading", None, None, draw(title)))
        made.append(("paragraph", str(number), draw(mark), draw(prose)))
        for kind in draw(st.lists(st.sampled_from(["item", "continuation"]), max_size=2)):
            made.append((kind, None, None, f"-- {draw(sentence)}" if kind == "item" else draw(prose)))
    made.append(("closing", None, None, "ASHWORTH"))
    return tuple(Block(kind, number, mark, "", None, text, ()) for kind, number, mark, text in made)  # type: ignore[arg-type]  # kinds as drawn


@st.composite
def cables(draw: st.DrawFn) -> tuple[Cable, str]:
    """A cable, and the post it is from."""
    post = draw(st.sampled_from(sorted(POSTS)))
    header = draw(headers(post))
    assert header.date
    number = f"{header.date:%y}{post.replace(' ', '')}{draw(st.integers(1, 250_000))}"
    return Cable("", number, "telegram", header, draw(bodies()), (), signer="ASHWORTH"), post


def blocks_of(cable: Cable) -> list[tuple[str, str | None, str | None, str]]:
    """What the blocks say."""
    return [(block.kind, block.number, block.marking, block.text) for block in cable.blocks]


def same(read: Cable, written: Cable) -> None:
    """Assert that a cable read says what was written."""
    assert read.id == written.id
    assert read.header == written.header
    assert blocks_of(read) == blocks_of(written)
    assert read.signer == written.signer


Writer = Callable[[Cable, str, int], str]
FORMS: dict[str, tuple[Writer, str]] = {
    "telegram": (telegram, "telegram"),
    "markdown": (markdown, "markdown"),
    "archive page": (archive_page, "archive page"),
    "dump row": (dump_row, "dump row"),
    "dump row, doubled quotes": (lambda cable, post, width: dump_row(cable, post, width, doubled=True), "dump row"),
}


@pytest.mark.parametrize("name", FORMS)
@given(cables(), WIDTH)
@settings(max_examples=25, deadline=None)
def test_a_cable_is_read_back_as_it_was_written(name: str, made: tuple[Cable, str], width: int) -> None:
    cable, post = made
    write, rendition = FORMS[name]
    read = read_cable(write(cable, post, width))
    assert read.rendition == rendition
    same(read, cable)


@given(cables(), st.sampled_from([55, 62, 69]), st.sampled_from(["\r\n", " \n", "   \n", "\t\n"]))
@settings(max_examples=25, deadline=None)
def test_line_ends_change_nothing(made: tuple[Cable, str], width: int, end: str) -> None:
    cable, post = made
    same(read_cable(telegram(cable, post, width).replace("\n", end)), cable)


@given(cables(), st.data())
@settings(max_examples=25, deadline=None)
def test_pages_between_and_inside_paragraphs_change_nothing(made: tuple[Cable, str], data: st.DataObject) -> None:
    cable, post = made
    lines = telegram(cable, post, 62).split("\n")
    first = next(index for index, line in enumerate(lines) if line.startswith("1. "))
    inside = [
        index
        for index in range(first + 1, len(lines) - 4)
        if lines[index] and lines[index - 1] and lines[index][0] != "-" and lines[index - 1][-1] != "."
    ]
    between = [index for index in range(first + 1, len(lines) - 4) if re.match(r"\d+\. ", lines[index + 1])]
    places = inside + [index for index in between if not lines[index]]
    for index in sorted(data.draw(st.lists(st.sampled_from(places), max_size=3, unique=True)), reverse=True):
        lines[index:index] = ["", f"{post} 00000412  002 OF 003", "", ""]
    assert blocks_of(read_cable("\n".join(lines))) == blocks_of(cable)


@given(cables(), st.sets(st.integers(1, 7)))
@settings(max_examples=25, deadline=None)
def test_pilcrows_kept_or_lost_change_nothing(made: tuple[Cable, str], lost: set[int]) -> None:
    cable, post = made
    text = re.sub(
        r"(?m)^(\d+)\. ", lambda found: ("" if int(found[1]) in lost else "¶") + found[0], telegram(cable, post)
    )
    same(read_cable(text), cable)


def written_again(cable: Cable, width: int) -> Cable:
    """A cable read from the telegram that its own reading makes."""
    found = re.fullmatch(r"(?:19|20)?\d\d(.+?)\d+", cable.id or "")
    post = next((post for post in POSTS if found and post.replace(" ", "") == found[1]), found[1] if found else "")
    return read_cable(telegram(cable, post, width))


@given(cables(), WIDTH, WIDTH)
@settings(max_examples=25, deadline=None)
def test_reading_what_was_read_gives_the_same(made: tuple[Cable, str], one: int, other: int) -> None:
    cable, post = made
    first = read_cable(telegram(cable, post, one))
    again = written_again(first, other)
    same(again, first)
    assert [block.anchor for block in again.blocks] == [block.anchor for block in first.blocks]


def read_again(path: Path) -> None:
    """Assert that a file's cable says the same when it is read from the telegram that its reading makes."""
    first = read_cable(path.read_bytes().decode("utf-8", "replace"))
    if not (first.id and first.header.date and first.header.from_):
        pytest.skip("no telegram with an id, a date and an origin")
    again = written_again(first, 62)
    assert again.id == first.id
    assert again.signer == first.signer
    assert [block[:3] for block in blocks_of(again)] == [block[:3] for block in blocks_of(first)]
    assert again.header._replace(references=()) == first.header._replace(references=())
    assert [item.id for item in again.header.references] == [item.id for item in first.header.references]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_samples_read_again_from_their_own_text(path: Path) -> None:
    read_again(path)


@pytest.mark.parametrize("index", range(5))
def test_real_cables_read_again_from_their_own_text(seeds: Path, index: int) -> None:
    read_again(sorted(seeds.glob("*.txt"))[index])
