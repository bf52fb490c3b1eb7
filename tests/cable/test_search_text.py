"""The text of a search index: what the page shows as one sentence, a phrase finds, whatever broke it in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cablereader.cable import read_cable, read_heading
from cablereader.cable.mentions import mentions
from cablereader.cable.search_text import named, read_searchable, search_text
from hypothesis import given
from hypothesis import strategies as st

from .. import hostile

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def has(text: str, phrase: str) -> bool:
    return f" {' '.join(words(phrase))} " in f" {' '.join(words(text))} "


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir()):
        if path.suffix in (".txt", ".html", ".md") and path.name != "README.md":
            yield path.stem, path.read_text("utf-8", "replace")


def test_a_phrase_crosses_lines_page_breaks_and_stamps() -> None:
    text = (
        "1. (C) The silver\nfin are\n\n\nPORT ALDER 00000412  002 OF 003\n\n\n"
        "very SIPDIS few, and the\nCONFIDENTIAL\n\npilots know it."
    )
    found = search_text(text, 0, "PORT ALDER")
    assert has(found, "the silver fin are very few and the pilots know it")
    assert "002 OF" not in found


def test_a_word_that_a_print_broke_is_whole() -> None:
    text = (
        "PAGE 01  PORTAL  00288  01 OF 02  060018Z\n\n1. THE GOVERN-\nMENT HAS SELF-\nRULE. THE GOVERNMENT SAYS SO.\n"
    )
    assert has(search_text(text), "the government has self rule the government says so")
    quiet = "1. The GOVERN-\nMENT is not a print in capitals, and this is a hyphen of its own.\n"
    assert has(search_text(quiet), "GOVERN MENT")


def test_what_ends_a_transmission_is_no_text() -> None:
    assert words(search_text("1. Bells.\n\nFENN\nBT\n#4964\n\n\nNNNN\n")) == ["1", "bells", "fenn"]
    assert words(search_text("1. Bell\n#4964\nrings.\n")) == ["1", "bell", "4964", "rings"]


@pytest.mark.parametrize("folder", ["samples", "seeds"])
def test_every_block_of_the_page_is_a_phrase_of_the_text(folder: str, request: pytest.FixtureRequest) -> None:
    blocks = 0
    for name, text in texts_of(request.getfixturevalue(folder)):
        found = f" {' '.join(words(read_searchable(text, name).text))} "
        for block in read_cable(text, name).blocks:
            blocks += 1
            if block.kind != "table":
                assert f" {' '.join(words(block.text))} " in found or not words(block.text), (name, block.anchor)
    assert blocks > 50


@pytest.mark.parametrize("folder", ["samples", "seeds"])
def test_the_telegrams_named_are_those_that_the_page_links(folder: str, request: pytest.FixtureRequest) -> None:
    linked = 0
    for name, text in texts_of(request.getfixturevalue(folder)):
        cable, found = read_cable(text, name), read_searchable(text, name)
        references = {item.id for item in cable.header.references}
        wanted = {
            mention.target
            for block in cable.blocks
            for mention in mentions(cable, block.text)
            if mention.kind == "telegram" and mention.target and mention.target not in references
        }
        linked += len(wanted)
        assert {each for each in named(found.text, found.heading) if each not in references} == wanted, name
    assert linked or folder == "seeds"


def test_the_heading_is_that_of_the_list() -> None:
    text = hostile.cable_with("mist", "subject", "paragraph")
    assert read_searchable(text).heading == read_heading(text)


def test_no_telegram_has_no_text() -> None:
    assert read_searchable("Soup of the day.") == (read_heading("Soup of the day."), "")


@given(
    st.lists(st.sampled_from(["A", "Z9", "\n", "-", ".", "#49", "PORT ", "00000001 ", "002 OF 003", "SIPDIS", " x "]))
)
def test_nothing_is_added(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = iter(text)
    assert all(letter in found for letter in search_text(text)), "what is left stands in its order"


@pytest.mark.parametrize("name", list(hostile.TEXTS))
def test_hostile_texts_are_read(name: str) -> None:
    found = read_searchable(hostile.cable_with(hostile.TEXTS[name]))
    assert isinstance(named(found.text, found.heading), list)
