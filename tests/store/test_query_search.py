"""Searches over a catalogue, held against an oracle that goes through the cables one by one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import pytest
from cablereader.store.catalogue import Catalogue, update
from cablereader.store.query import ORDERS, Interrupted, Marker, QueryError, Search, parse
from cablereader.store.query import hits as ordering
from cablereader.store.query import plan as planning
from hypothesis import example, given, settings
from hypothesis import strategies as st

from .query_tools import BODY, TAGS, Shelf

LEAVES = [
    *BODY, *(f"tag:{tag}" for tag in TAGS), "tag:P*", "tag:XXXX", "oi*", "tra*", '"of the"', '"oil gas"',
    '"the treaty"*', "subject:oil", "text:cuba", "from:mexico", "from:amconsul", "to:caracas", 'post:"san jose"',
    "post:mexico", "country:mexico", "class:secret", "class:>=c", "class:U", "caption:sipdis", "after:2006-02",
    "before:2007", "year:2006", "date:2005..2006-06", "id:06MEXICO*", "id:06MEXICO991", "ref:06MEXICO1",
    "citedby:06MEXICO5", "file:01", "file:.TXT", "file:_",
    "has:refs", "is:cited", "is:undated", "has:note", "note:oil", "is:unread", "is:read", "has:copies", "cafe", "us",
]  # fmt: skip
QUERIES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map(lambda text: f"-({text})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} OR {pair[1]})"),
    ),
    max_leaves=5,
)


def ids(shelf: Shelf, rowids: Iterable[int]) -> list[str]:
    return [shelf.ids[rowid] for rowid in rowids]


@pytest.mark.parametrize("text", LEAVES)
def test_each_field(shelf: Shelf, search: Search, text: str) -> None:
    query = parse(text)
    assert set(ids(shelf, search.rowids(query))) == shelf.found(query.tree)


@settings(max_examples=300, deadline=None)
@given(st.lists(QUERIES, min_size=1, max_size=3).map(" ".join), st.sampled_from([0, 3, 400]))
def test_any_query(shelf: Shelf, text: str, few: int) -> None:
    query = parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "FEW", few)
        search = Search(shelf.catalogue, shelf.outside)
        found = search.rowids(query)
        assert list(found) == sorted(found, reverse=True)
        assert set(ids(shelf, found)) == shelf.found(query.tree)
        assert search.count(query) == len(found)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["", "oil", "oil class:>=c", "-cuba", "is:unread the", "note:x oil"])
def test_pages_are_the_whole(shelf: Shelf, search: Search, order: str, text: str) -> None:
    query = parse(text)
    whole, paged, after = search.rowids(query, order), list[int](), None
    while page := search.page(query, order, 7, after):
        paged += [hit.entry.rowid or 0 for hit in page]
        after = paged[-1]
    assert paged == list(whole)
    assert set(ids(shelf, whole)) == shelf.found(query.tree)


@pytest.mark.parametrize("order", [order for order in ORDERS if order not in ("-notes", "-relevance")])
def test_orders_are_those_of_the_list(
    shelf: Shelf, search: Search, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = [rowid for rowid in shelf.catalogue.rowids(order) if rowid in shelf.ids]
    for many in (20_000, -1):
        monkeypatch.setattr(ordering, "_MANY", many)
        assert list(search.rowids(parse(""), order)) == listed


def test_most_notes_first(shelf: Shelf, search: Search) -> None:
    page = search.page(parse(""), "-notes", 100)
    assert [hit.notes for hit in page] == sorted((hit.notes for hit in page), reverse=True)
    assert page[0].notes == 3


def test_relevance_puts_subjects_first(shelf: Shelf, search: Search) -> None:
    page = search.page(parse("treaty"), "-relevance", 5)
    assert all("TREATY" in (hit.entry.subject or "") for hit in page)


def test_an_id_finds_its_cable_in_any_spelling(shelf: Shelf, search: Search) -> None:
    name = next(name for name in shelf.texts if "SANJOSE" in name)
    spelt = name.replace("SANJOSE", "SANJOSE000")
    assert name in ids(shelf, search.rowids(parse(spelt)))


def test_what_is_gone_is_not_found(tmp_path: Path) -> None:
    folder = tmp_path / "cables"
    folder.mkdir()
    shelf = Shelf(folder, 6)
    search, query = Search(shelf.catalogue), parse("oil")
    before = search.count(query)
    lost = next(path for path in sorted(folder.glob("0*.txt")) if "oil" in path.read_text().lower())
    lost.unlink()
    update(shelf.catalogue)
    assert search.count(query) == len(search.rowids(query)) == before - 1
    assert len(search.page(query)) == before - 1


def test_a_search_is_interrupted(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    never = f"{numbers} SELECT count(*) FROM n WHERE i BETWEEN ? AND ?"
    monkeypatch.setattr(planning.Plan, "sql", lambda *_, **__: never)
    search, ended = Search(shelf.catalogue), list[bool]()

    def count() -> None:
        try:
            search.count(parse(""))
        except Interrupted:
            ended.append(True)

    thread = Thread(target=count)
    thread.start()
    while thread.is_alive():
        search.interrupt()
        thread.join(0.01)
    assert ended == [True]


def test_an_empty_catalogue(tmp_path: Path) -> None:
    search = Search(Catalogue.open([tmp_path], tmp_path / "cache"))
    for text in ("", "oil", "-oil", "post:mexico oil"):
        assert search.count(parse(text)) == 0
        assert search.page(parse(text), "-relevance") == []


@settings(max_examples=300)
@given(
    st.one_of(
        st.text(max_size=30),
        st.lists(
            st.sampled_from([*LEAVES, '"', "'", "*", ":", "~9", "\0", "\ud800", "{", "^", "+", "NEAR(", "%", "漢"]),
            max_size=6,
        ).map("".join),
    )
)
@example('subject:"\ud800\0" "\'; DROP TABLE cable" {subject}:x ^the')
@example("file:01\ud800 post:\ud800a note:\ud800 mark:\ud800 country:x\ud800 id:0*")
def test_whatever_is_a_query_is_answered(shelf: Shelf, text: str) -> None:
    search = Search(shelf.catalogue, shelf.outside)
    try:
        query = parse(text)
    except QueryError:
        return
    assert search.count(query) == len(search.rowids(query)) >= len(search.page(query, "-relevance", 3))
    search.facets(query, "post")
    Marker(query.phrases).marks(text)
