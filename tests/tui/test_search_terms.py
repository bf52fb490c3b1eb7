"""The text of a query, changed term by term: what was typed stays, and what is made can be read."""

from __future__ import annotations

import pytest
from cablereader.store.query import QueryError, parse
from cablereader.tui.search.caret import Carets, carets
from cablereader.tui.search.panel import SHORT, Line, panel
from cablereader.tui.search.terms import chosen, toggled, with_months, without_dates
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "field", "value", "expected"),
    [
        ("", "tag", "PHUM", "tag:PHUM"),
        ("fog", "tag", "PHUM", "fog tag:PHUM"),
        ("fog tag:phum rain", "tag", "PHUM", "fog rain"),
        ("tag:PHUM", "tag", "PREL", "tag:PHUM tag:PREL"),
        ("post:Mexico", "post", "San Jose", 'post:(Mexico OR "San Jose")'),
        ('post:(Mexico OR "San Jose")', "post", "Mexico", 'post:"San Jose"'),
        ('post:("San Jose") fog', "post", "San Jose", "fog"),
        ("year:2005", "date", "2006", "date:2005,2006"),
        ("date:2005,2006", "date", "2005", "date:2006"),
        ("class:secret", "class", "sbu", "class:secret,sbu"),
        ("-tag:PHUM fog", "tag", "PHUM", "fog tag:PHUM"),
        ("a OR b", "tag", "PHUM", "(a OR b) tag:PHUM"),
        ("(a OR b)", "tag", "PHUM", "(a OR b) tag:PHUM"),
        ("post:(a -b)", "post", "Mexico", "post:(a -b) post:Mexico"),
        ("text:tag", "tag", "tag", "text:tag tag:tag"),
    ],
)
def test_a_value_is_added_or_taken_out(text: str, field: str, value: str, expected: str) -> None:
    assert toggled(text, field, value) == expected
    parse(expected)


def test_a_value_is_left_out_and_let_in_again() -> None:
    text = toggled("fog", "tag", "PHUM", exclude=True)
    assert text == "fog -tag:PHUM"
    assert chosen(text) == {("tag", "phum"): "-"}
    assert toggled(text, "tag", "PHUM", exclude=True) == "fog"
    assert toggled("post:Mexico", "post", "Mexico", exclude=True) == "-post:Mexico"


@given(
    st.sampled_from(["", "fog", '"a phrase" -b', "tag:PREL", "a OR b", "post:(x OR y) date:2006", "(a (b OR c))"]),
    st.lists(
        st.tuples(st.sampled_from(["tag", "post", "date", "class"]), st.integers(0, 3), st.booleans()), max_size=6
    ),
)
def test_whatever_is_chosen_can_be_read_and_taken_back(text: str, steps: list[tuple[str, int, bool]]) -> None:
    values = {
        "tag": ["PHUM", "PREL", "MX", "K&A"],
        "post": ["Mexico", "San Jose", "Port (Old)", "or"],
        "date": ["2004", "2005", "2006", "1999"],
        "class": ["secret", "sbu", "confidential", "unclassified"],
    }
    for field, number, exclude in steps:
        value = values[field][number]
        before = text
        text = toggled(text, field, value, exclude=exclude)
        parse(text)
        state = chosen(before).get((field, value.casefold()))
        assert chosen(text).get((field, value.casefold())) == (None if state == "+-"[exclude] else "+-"[exclude])


@given(st.text(max_size=40))
def test_whatever_is_typed_can_have_a_term_more(text: str) -> None:
    assert toggled(text, "tag", "PHUM")
    try:
        parse(text)
    except QueryError:
        return
    parse(toggled(text, "tag", "PHUM"))
    parse(with_months(text, 24000, 24050))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2006, 3), (2006, 3), "date:2006-03"),
        ((2006, 3), (2007, 2), "date:2006-03..2007-02"),
        ((2006, 1), (2006, 12), "date:2006"),
        ((2004, 1), (2006, 12), "date:2004..2006"),
    ],
)
def test_a_span_takes_the_place_of_other_dates(first: tuple[int, int], last: tuple[int, int], expected: str) -> None:
    months = [year * 12 + month - 1 for year, month in (first, last)]
    text = with_months("fog after:2001 date:2003 before:2009", *months)
    assert text == f"fog {expected}"
    assert without_dates(text) == "fog"


def test_carets_stand_below_what_is_wrong() -> None:
    assert carets("fog tga:PHUM", 4, 8, 0, 40) == Carets(4, 4, 32)
    assert carets("fog tga:PHUM", 4, 8, 4, 6) == Carets(0, 4, 2)
    assert carets("日本 tga:", 3, 7, 0, 40).lead == 5
    assert carets("abc", 3, 3, 0, 40).length == 1
    assert carets("a" * 100, 90, 95, 0, 20) == Carets(19, 1, 0), "out of sight at the right"
    assert carets("a" * 100, 1, 5, 50, 20) == Carets(0, 1, 19), "out of sight at the left"


def test_the_panel_shows_the_first_values_and_those_that_were_chosen() -> None:
    posts = [(f"Post {number}", 100 - number) for number in range(20)]
    lines = panel({"post": posts, "tag": []}, (), {("post", "Post 15"): "+"})
    assert lines[0] == Line("post")
    assert [line.value for line in lines[1:-1]] == [*(f"Post {number}" for number in range(SHORT)), "Post 15"]
    assert (lines[-1].more, lines[-1].number) == (True, SHORT + 1 - 20)
    assert len(panel({"post": posts}, ("post",), {})) == 21
