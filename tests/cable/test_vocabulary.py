"""The tables of TAGS, posts, acronyms, offices and routing indicators."""

from __future__ import annotations

import pytest
from cablereader.cable.vocabulary import acronym, acronyms, addressee, office, post, tag, tags
from cablereader.cable.vocabulary.near import within_one_edit
from cablereader.cable.vocabulary.posts import aliases, by_compact
from cablereader.cable.vocabulary.tables import rows
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "name", ["tags", "tags-leftovers", "posts", "post-aliases", "acronyms", "offices", "routing-indicators"]
)
def test_every_row_of_a_table_is_whole(name: str) -> None:
    found = rows(name)
    assert len({len(row) for row in found}) == 1
    assert all(all(column.strip() == column != "" for column in row) for row in found)


def test_a_tag_and_its_kind() -> None:
    found = tag("phum")
    assert found is not None
    assert (found.term, found.kind, found.uncertain) == ("PHUM", "subject", False)


def test_a_tag_with_two_readings() -> None:
    assert [reading.kind for reading in tags("AL")] == ["geopolitical", "organization"]


def test_an_uncertain_meaning_says_so_and_loses_its_mark() -> None:
    found = tag("ABLDG")
    assert found is not None
    assert found.uncertain
    assert not found.meaning.endswith("?")


def test_an_unknown_term_has_no_meaning() -> None:
    assert (tag("ZZZZZ"), acronym("ZZZZZ"), office("ZZZZZ"), addressee("ZZZZZ"), post("ZZZZZ")) == (None,) * 5


def test_an_acronym_fits_the_country() -> None:
    assert [acronym("CFE", country) for country in ("Mexico", None)] == [
        next(reading for reading in acronyms("CFE") if reading.kind == "region: Mexico"),
        next(reading for reading in acronyms("CFE") if not reading.kind.startswith("region")),
    ]


def test_a_plural_finds_its_acronym() -> None:
    assert acronym("NGOs") == acronym("NGO") != None  # noqa: E711


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("MEXICO", "MEXICO"),
        ("Rio de Janeiro", "RIO DE JANEIRO"),
        ("PORT-AU-PRINCE", "PORT AU PRINCE"),
        ("SECSTATE WASHDC", "STATE"),
        ("VATICA", "VATICAN"),
        ("BRASIIA", "BRASILIA"),
        ("WELLINGOTN", "WELLINGTON"),
        ("PARIS", "PARIS"),
        ("STATES", "STATE"),
        ("PARTS", None),
        ("MAN", None),
    ],
)
def test_a_post_by_name_alias_cut_or_garble(name: str, found: str | None) -> None:
    known = post(name)
    assert (known.name if known else None) == found


def test_every_alias_is_of_a_known_post() -> None:
    assert set(aliases().values()) <= set(by_compact())


@given(st.text("ABC", max_size=6), st.text("ABC", max_size=6))
def test_one_edit_is_the_same_both_ways(one: str, other: str) -> None:
    assert within_one_edit(one, other) == within_one_edit(other, one)


@given(st.text("ABCD", min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("ABCD"))
def test_one_edit_is_seen(word: str, at: int, letter: str) -> None:
    at %= len(word)
    assert within_one_edit(word, word[:at] + word[at + 1 :])
    assert within_one_edit(word, word[:at] + letter + word[at:])
    assert within_one_edit(word, word[:at] + letter + word[at + 1 :])
    assert within_one_edit(word, word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
