"""What is told of hits: the passages they were found in, facets, references."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from cablereader.cable.safe import visible
from cablereader.store.catalogue import Catalogue, update
from cablereader.store.errors import SourceError
from cablereader.store.query import (
    Marker,
    Search,
    cited_by,
    counts,
    forward,
    graph,
    parse,
)
from cablereader.store.query import facets as counting
from cablereader.store.query.facets import FIELDS
from cablereader.store.query.snippets import snippet
from hypothesis import given
from hypothesis import strategies as st

from .query_tools import Shelf


@pytest.fixture(scope="module")
def samples_search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    catalogue = Catalogue.open(
        [Path(__file__).resolve().parent.parent.parent / "sample_cables"], tmp_path_factory.mktemp("cache")
    )
    update(catalogue)
    return Search(catalogue)


# Passages


def marked(query: str, text: str) -> list[str]:
    found = snippet(text, Marker(parse(query).phrases))
    return [found.text[start:end] for start, end in found.marks]


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("oil", "The OIL and the Oil's end; oilfield", ["OIL", "Oil"]),
        ("oi*", "oil oilfield", ["oil", "oilfield"]),
        ('"oil and gas"', "oil and\n   gas, oil gas", ["oil and gas"]),
        ("cafe", "at the Café", ["Café"]),
        ("café", "at the CAFE", ["CAFE"]),
        ("U.S.", "the U.S. view, the us view", ["U.S"]),
        ("e-mail", "an e-mail, an E mail", ["e-mail", "E mail"]),
        ("08-199", "see 08-199 and 08/199", ["08-199", "08/199"]),
        ('"oil gas"~3', "gas from oil", ["gas", "oil"]),
        ("-oil gas", "oil gas", ["gas"]),
        ("from:oil gas", "oil gas", ["gas"]),
        ("oil OR oilfield", "oilfield oil", ["oilfield", "oil"]),
        ("oil", "nothing here", []),
    ],
)
def test_marks(query: str, text: str, marks: list[str]) -> None:
    assert marked(query, text) == marks


def test_the_passage_with_most_of_the_words() -> None:
    text = "oil. " + "x " * 400 + "the oil and gas of Vespera. " + "y " * 400
    found = snippet(text, Marker(parse("oil gas vespera").phrases))
    assert "oil and gas of Vespera" in found.text
    assert found.text[0] == found.text[-1] == "…"


def test_a_passage_steers_no_terminal() -> None:
    found = snippet("\x1b[31m oil \u202e gas \ud800", Marker(parse("gas").phrases))
    assert found.text == visible(found.text)
    assert [found.text[start:end] for start, end in found.marks] == ["gas"]


_WORDS = st.text(st.characters(exclude_characters="*"), min_size=1, max_size=3)  # "x*" is refused: too few letters


@given(st.text(), st.lists(_WORDS, max_size=4), st.integers(20, 80))
def test_marks_lie_in_the_passage_and_apart(text: str, words: list[str], width: int) -> None:
    query = parse(" ".join(f'"{word}"' for word in words).replace('""', ""), unfinished=True)
    found = snippet(" ".join([text, *words] * 3), Marker(query.phrases), width)
    edge = 0
    for start, end in found.marks:
        assert edge <= start < end <= len(found.text)
        edge = end


def test_the_passage_of_a_hit(search: Search) -> None:
    for text in ("oil", '"the treaty"', "trea*"):
        query = parse(f"text:{text}")
        for hit in search.page(query, limit=5):
            assert search.snippet(hit.entry, query).marks


def test_a_source_that_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "cables"
    folder.mkdir()
    search = Search(Shelf(folder, 3).catalogue)
    hit = search.page(parse(""))[0]
    assert hit.entry.path
    hit.entry.path.unlink()
    with pytest.raises(SourceError):
        search.snippet(hit.entry, parse("oil"))


# Facets


@pytest.mark.parametrize("text", ["", "oil", "tag:PREL", "class:>=c the", "-oil", "nothing"])
def test_facets(shelf: Shelf, search: Search, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    query = parse(text)
    found = [shelf.texts[name] for name in shelf.found(query.tree)]
    years = Counter(text.date[:4] for text in found if text.date)
    assert search.facets(query, "year") == sorted(years.items())
    months = Counter((int(text.date[:4]), int(text.date[5:7])) for text in found if text.date)
    assert search.timeline(query) == [(*month, count) for month, count in sorted(months.items())]
    tags = Counter(tag for text in found for tag in text.tags)
    for many in (20_000, -1):
        monkeypatch.setattr(counting, "_MANY", many)
        assert dict(search.facets(query, "post")) == Counter(text.post for text in found if text.post)
        assert search.facets(query, "tag") == sorted(tags.items(), key=lambda item: (-item[1], item[0]))
    assert sum(count for _, count in search.facets(query, "class")) == sum(bool(text.classification) for text in found)
    noted = sum(text.id in shelf.outside.notes for text in found)
    assert search.facets(query, "noted") == [("noted", noted)] * bool(noted)


@pytest.mark.parametrize("field", FIELDS)
def test_a_facet_of_the_newest(search: Search, field: counting.Field) -> None:
    query = parse("oil")
    assert search.facets(query, field, newest=10_000) == search.facets(query, field)
    assert sum(count for _, count in search.facets(query, "post", newest=5)) == 5


def test_a_limit(search: Search) -> None:
    assert len(search.facets(parse(""), "tag", 2)) == 2


# References


def test_references_both_ways(samples_search: Search) -> None:
    catalogue = samples_search.catalogue
    cites = forward(catalogue, "06PORTALDER412")
    assert [(link.label, link.id) for link in cites if link.kind == "ref"] == [
        ("A", "05PORTALDER231"), ("B", "06HOLLIN598"), ("C", "89PORTALDER1307"), ("D", None),
    ]  # fmt: skip
    assert cites[0].entry
    assert cites[1].entry is None
    assert "TELCON" in (cites[3].text or "")
    citing = cited_by(catalogue, "06STATE151893")
    assert "06HOLLIN644" in [link.id for link in citing]
    assert counts(catalogue, ["06STATE151893", "00NOWHERE1"])["06STATE151893"][1] == len(citing)
    assert forward(catalogue, "00NOWHERE1") == cited_by(catalogue, "00NOWHERE1") == []


def test_the_graph_is_that_of_the_header_lines(shelf: Shelf, search: Search) -> None:
    for text in ("", "oil"):
        found = graph(search, parse(text))
        names = shelf.found(parse(text).tree)
        edges = {(str(edge["from"]), str(edge["to"])) for edge in found["edges"]}
        wanted = {(name, target) for name in names for target, *_ in shelf.texts[name].references if target}
        assert edges == wanted
        assert {node["id"] for node in found["nodes"]} >= {name for edge in edges for name in edge}
        assert {node["id"] for node in found["nodes"] if node.get("found")} <= names


def test_an_item_without_an_id_is_kept(samples_search: Search) -> None:
    unresolved = graph(samples_search, parse("id:06PORTALDER412"))["unresolved"]
    assert [item["label"] for item in unresolved] == ["D"]
