"""The query language: what a query means, and what is said of one that means nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from cablereader.store.query import QueryError, parse
from cablereader.store.query.fields import FIELDS
from cablereader.store.query.scan import LONGEST
from cablereader.store.query.tree import (
    And,
    Between,
    Classified,
    Everything,
    Filed,
    Has,
    Kept,
    Level,
    Linked,
    Named,
    Node,
    Not,
    Or,
    Own,
    Posted,
    Tag,
    Trait,
    Words,
)
from hypothesis import example, given
from hypothesis import strategies as st

CUBA, HAITI, OIL = Words("cuba"), Words("haiti"), Words("oil")

MEANINGS: dict[str, Node] = {
    "": Everything(),
    " \t ": Everything(),
    "cuba": CUBA,
    "cuba haiti": And((CUBA, HAITI)),
    "cuba AND haiti": And((CUBA, HAITI)),
    "cuba OR haiti": Or((CUBA, HAITI)),
    "cuba | haiti": Or((CUBA, HAITI)),
    "cuba haiti OR oil": Or((And((CUBA, HAITI)), OIL)),
    "cuba (haiti OR oil)": And((CUBA, Or((HAITI, OIL)))),
    "((cuba))": CUBA,
    "-cuba": Not(CUBA),
    "NOT cuba": Not(CUBA),
    "NOT -cuba": CUBA,
    "oil -(cuba haiti)": And((OIL, Not(And((CUBA, HAITI))))),
    "go*": Words("go", prefix=True),
    '"oil and gas"': Words("oil and gas", quoted=True),
    "“oil and gas”": Words("oil and gas", quoted=True),
    '"oil and ga*"': Words("oil and ga", prefix=True, quoted=True),
    '"oil and ga"*': Words("oil and ga", prefix=True, quoted=True),
    '"oil gas"~5': Words("oil gas", near=5, quoted=True),
    "U.S.": Words("U.S."),
    "e-mail": Words("e-mail"),
    "08-199": Words("08-199"),
    "not/not": Words("not/not"),
    "10:30": Words("10:30"),
    "http://example.org/a": Words("http://example.org/a"),
    "cuba -- haiti": And((CUBA, HAITI)),
    "oil & cuba": And((OIL, CUBA)),
    "--- OR cuba": CUBA,
    "-": Everything(),
    "tag:phum": Tag("PHUM"),
    "TAGS: PHUM": Tag("PHUM"),
    "tag:phum,prel": Or((Tag("PHUM"), Tag("PREL"))),
    "tag:-phum": Not(Tag("PHUM")),
    "subject:-oil": Not(Words("oil", "subject")),
    "tag:(phum -prel)": And((Tag("PHUM"), Not(Tag("PREL")))),
    "-tag:K*": Not(Tag("K", prefix=True)),
    "from:mexico": Words("mexico", "sender"),
    'to:"mexico city"': Words("mexico city", "recipients", quoted=True),
    "subject:oil*": Words("oil", "subject", prefix=True),
    "subject:(cuba OR haiti)": Or((Words("cuba", "subject"), Words("haiti", "subject"))),
    "text:oil": Words("oil", "body"),
    "caption:noforn": Words("noforn", "class"),
    'post:"San Jose"': Posted("San Jose"),
    "country:mexico": Posted("mexico", country=True),
    "class:secret": Classified(frozenset({Level.SECRET})),
    "class:C": Classified(frozenset({Level.CONFIDENTIAL})),
    "class:SBU": Classified(frozenset({Level.SBU})),
    'class:"top secret"': Classified(frozenset({Level.TOP_SECRET})),
    "class:>=s": Classified(frozenset({Level.SECRET, Level.TOP_SECRET})),
    "class:<sbu": Classified(frozenset({Level.UNCLASSIFIED})),
    "class:lou..c": Classified(frozenset({Level.LOU, Level.CONFIDENTIAL})),
    "class:S/NF": And((Classified(frozenset({Level.SECRET})), Words("NOFORN", "class"))),
    "after:2006-03": Between(datetime(2006, 3, 1), None),
    "before:2008": Between(None, datetime(2008, 1, 1)),
    "until:2007": Between(None, datetime(2008, 1, 1)),
    "year:2007": Between(datetime(2007, 1, 1), datetime(2008, 1, 1)),
    "year:07": Between(datetime(2007, 1, 1), datetime(2008, 1, 1)),
    "year:99": Between(datetime(1999, 1, 1), datetime(2000, 1, 1)),
    "on:2006-12": Between(datetime(2006, 12, 1), datetime(2007, 1, 1)),
    "on:2006-9-1": Between(datetime(2006, 9, 1), datetime(2006, 9, 2)),
    "on:15mar2006": Between(datetime(2006, 3, 15), datetime(2006, 3, 16)),
    'on:"1 September 2006"': Between(datetime(2006, 9, 1), datetime(2006, 9, 2)),
    "on:2006-09-01T20:04": Between(datetime(2006, 9, 1, 20, 4), datetime(2006, 9, 1, 20, 5)),
    "date:2006..2007-06": Between(datetime(2006, 1, 1), datetime(2007, 7, 1)),
    "date:..2007": Between(None, datetime(2008, 1, 1)),
    "date:>2007": Between(datetime(2008, 1, 1), None),
    "date:<=2007": Between(None, datetime(2008, 1, 1)),
    "id:06mexico04964": Named(("06MEXICO4964",)),
    "id:06MEXICO*": Named(("06MEXICO",), prefix=True),
    "file:embassy-2006*": Filed("embassy-2006"),
    "ref:06MEXICO4964": Linked("06MEXICO4964"),
    "citedby:05RIO123": Linked("05RIODEJANEIRO123", "cited"),
    "has:note": Own(Kept.NOTED),
    "has:refs": Has(Trait.REFS),
    "is:unread": Not(Own(Kept.READ)),
    "is:read,flagged": Or((Own(Kept.READ), Own(Kept.FLAGGED))),
    "is:undated": Not(Has(Trait.DATE)),
    "note:brokerage": Own(Kept.NOTE_WORDS, "brokerage"),
    "notetag:#chapter3": Own(Kept.NOTE_TAG, "chapter3"),
    "mark:tocheck": Own(Kept.MARK, "tocheck"),
}

MISTAKES = {
    "tga:PHUM": ("tga:", "tag:"),
    'cuba "oil': ('"', '"'),
    "class:-secrt": ("secrt", "secret"),
    "class:secrt": ("secrt", "secret"),
    "is:unraed": ("unraed", "unread"),
    "has:nots": ("nots", "note"),
    "oil after:soon": ("soon", "2006-03"),
    "date:2008..2006": ("2008..2006", "2006..2008"),
    "after:2006-13": ("2006-13", "2006-03"),
    "ref:cuba": ("cuba", "ref:06MEXICO4964"),
    "id:?": ("?", "id:06MEXICO4964"),
    "tag:": ("tag:", "tag:PHUM"),
    "tag:PHUM,!": ("!", "tag:PHUM"),
    "from:--": ("--", "from:mexico"),
    "*stan": ("*", "traffick*"),
    "g*n": ("*", "traffick*"),
    "cuba OR": ("OR", "small letters"),
    "OR cuba": ("OR", "small letters"),
    "cuba AND": ("AND", "left out"),
    "cuba NOT": ("NOT", "-draft"),
    "()": ("()", ""),
    "(cuba": ("(", ")"),
    "cuba)": (")", "away"),
    "@tip": ("@tip", "quot"),
    "g*": ("g*", "go*"),
    "foo:bar": ("foo:", "quotation marks"),
}


@pytest.mark.parametrize(("text", "tree"), MEANINGS.items(), ids=list(MEANINGS))
def test_meaning(text: str, tree: Node) -> None:
    assert parse(text).tree == tree


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_pointed_at(text: str) -> None:
    at_fault, hint = MISTAKES[text]
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert text[caught.value.start : caught.value.end] == at_fault
    assert hint in caught.value.hint
    assert caught.value.message


def test_an_id_without_a_year_is_that_of_any_year() -> None:
    tree = parse('id:"MEXICO 4964"').tree
    assert isinstance(tree, Named)
    assert {"06MEXICO4964", "78MEXICO4964"} <= set(tree.ids)


def test_what_is_being_typed_is_no_mistake() -> None:
    for text, tree in {
        'cuba "oil ga': And((CUBA, Words("oil ga", quoted=True))),
        "cuba tag:": CUBA,
        "cuba OR": CUBA,
        "cuba AND": CUBA,
        "cuba -": CUBA,
        "cuba NOT": CUBA,
        "(cuba": CUBA,
        "(": Everything(),
    }.items():
        assert parse(text, unfinished=True).tree == tree


def test_saved_searches() -> None:
    saved = {"tip": "tag:PHUM OR trafficking", "mine": "@tip is:unread", "loop": "@pool", "pool": "saved:loop"}
    tip = Or((Tag("PHUM"), Words("trafficking")))
    assert parse("cuba @tip", saved).tree == And((CUBA, tip))
    assert parse("-saved:TIP", saved).tree == Not(tip)
    assert parse("@mine", saved).tree == And((tip, Not(Own(Kept.READ))))
    with pytest.raises(QueryError, match="part of itself"):
        parse("@loop", saved)
    with pytest.raises(QueryError) as caught:
        parse("cuba @tpi", saved)
    assert (caught.value.start, caught.value.end) == (5, 9)
    assert "@tip" in caught.value.hint
    with pytest.raises(QueryError, match="the saved search bad: "):
        parse("@bad", {"bad": "is:nothing"})


def test_words_to_find_in_the_text() -> None:
    query = parse('"oil and gas" traffick* -draft tag:PHUM from:mexico (subject:cuba OR cuba)')
    assert query.find_words() == ("oil and gas", "traffick", "cuba")


def test_a_small_or_is_told_of() -> None:
    assert "OR" in parse("cuba or haiti").hints[0]
    assert parse("cuba OR haiti").hints == ()


def test_every_example_of_a_field_is_a_query() -> None:
    for field in FIELDS:
        assert parse(field.example, {"tip": "cuba"}).tree != Everything()


def test_too_long_and_too_deep() -> None:
    with pytest.raises(QueryError, match="too long"):
        parse("a" * (LONGEST + 1))
    with pytest.raises(QueryError, match="too deep"):
        parse("(" * 500 + "a" + ")" * 500)
    with pytest.raises(QueryError, match="too deep"):
        parse("NOT " * 2000 + "a")
    with pytest.raises(QueryError, match="too many"):
        parse(" ".join(f"-a{number}" for number in range(600)))
    with pytest.raises(QueryError, match="too long"):
        parse("year:" + ",".join(map(str, range(1000, 1300))))
    assert parse("cuba cuba OR cuba").tree == CUBA


_PIECES = st.sampled_from(
    [*(f"{field.name}:" for field in FIELDS), *MEANINGS, *MISTAKES, "OR", "AND", "NOT", "(", ")", '"', "-", "*", " "]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)))
@example("\ud800\x00")
@example('"a"-b')
def test_any_text_is_a_query_or_a_mistake_in_it(text: str) -> None:
    for unfinished in (False, True):
        error = mistake(text, unfinished)
        assert error is None or (error.message and 0 <= error.start <= error.end <= len(text))


def mistake(text: str, unfinished: bool) -> QueryError | None:
    try:
        parse(text, unfinished=unfinished).find_words()
    except QueryError as error:
        return error
    return None


def test_the_manual_of_queries_is_right() -> None:
    """Every example in `docs/queries.md` is a query, and every field is in it."""
    text = (Path(__file__).resolve().parent.parent.parent / "docs" / "queries.md").read_text("utf-8")
    tables = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    written = [text for cell in tables for text in cell.split("`")[1::2]]
    assert len(written) > 50
    assert all(parse(text, {"tip": "tag:PHUM"}).tree != Everything() for text in written)
    assert all(any(text.startswith(f"{field.name}:") for text in written) for field in FIELDS)
