"""Completing, saving and advising on queries; the user's notes and marks in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable import read_cable
from cablereader.store.notes import NoteStore
from cablereader.store.query import (
    Nothing,
    Records,
    Search,
    Searches,
    advice,
    complete,
    parse,
)
from cablereader.store.reading import Reading
from hypothesis import given
from hypothesis import strategies as st

from .query_tools import TAGS, Shelf

# Completion


def completed(text: str, search: Search) -> list[str]:
    cursor = text.index("|") if "|" in text else len(text)
    text = text.replace("|", "")
    found = complete(text, cursor, search.catalogue, Marks(), {"tip": "tag:PHUM", "oil": "oil"})
    return [text[: each.start] + each.text + text[each.end :] for each in found]


class Marks(Nothing):
    def note_tags(self) -> dict[str, int]:
        return {"chapter3": 2, "check": 1}

    def cable_tags(self) -> dict[str, int]:
        return {"later": 4}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ta", "tag:"),
        ("oil -ta", "oil -tag:"),
        ("tag:PR", "tag:PREL"),
        ("tag:governmental", "tag:PGOV"),
        ("tag:PREL,PG", "tag:PREL,PGOV"),
        ("tag:PR| oil", "tag:PREL oil"),
        ("post:san", 'post:"San Jose"'),
        ('oil post:"San', 'oil post:"San Jose"'),
        ("(from:mex", "(from:Mexico"),
        ("country:m", "country:Mexico"),
        ("class:c", "class:confidential"),
        ("is:unr", "is:unread"),
        ("after:", "after:2007"),
        ("after:2006-", "after:2006-01"),
        ("notetag:ch", "notetag:chapter3"),
        ("mark:l", "mark:later"),
        ("oil @t", "oil @tip"),
        ("saved:o", "saved:oil"),
        ("ref:06MEX", "ref:06MEXICO1"),
    ],
)
def test_completion(search: Search, text: str, first: str) -> None:
    assert completed(text, search)[0] == first


@pytest.mark.parametrize("text", ["", "oil ", '"ta', "zzz", "nofield:a", "note:o", "tag:QQQ"])
def test_nothing_to_complete(search: Search, text: str) -> None:
    assert completed(text, search) == []


@given(st.text(alphabet='tag:post"(), -@fromis*|', max_size=12), st.integers(-1, 14))
def test_completing_never_fails(shelf: Shelf, text: str, cursor: int) -> None:
    for each in complete(text, cursor, shelf.catalogue):
        assert 0 <= each.start <= each.end == cursor


# Saved searches


def test_saved_searches_are_kept(tmp_path: Path) -> None:
    one, other = Searches(tmp_path), Searches(tmp_path)
    one.save("tip", "tag:PHUM")
    other.save("oil", "oil gas")
    other.save("TIP", "trafficking")
    assert one.saved == {"oil": "oil gas", "TIP": "trafficking"}
    assert one.remove("tip") == "trafficking"
    assert one.remove("tip") is None
    assert other.saved == {"oil": "oil gas"}
    with pytest.raises(ValueError, match="no name"):
        one.save("two words", "oil")


def test_history_is_newest_first_and_once(tmp_path: Path) -> None:
    searches = Searches(tmp_path)
    for query in ("oil", "gas", " oil ", "", "oil"):
        searches.remember(query)
    assert searches.history == ["oil", "gas"]
    for number in range(300):
        searches.remember(str(number))
    assert len(Searches(tmp_path).history) == 200


@pytest.mark.parametrize("blob", [b"", b"[1]", b'{"saved": 1}', b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_set_aside(tmp_path: Path, blob: bytes) -> None:
    searches = Searches(tmp_path)
    searches.path.write_bytes(blob)
    assert searches.saved == {}
    assert searches.message
    assert [path.read_bytes() for path in tmp_path.glob("*.damaged*")] == [blob]
    searches.save("oil", "oil")
    assert Searches(tmp_path).saved == {"oil": "oil"}


# Notes and marks


def test_records(shelf: Shelf, tmp_path: Path) -> None:
    notes, reading = NoteStore(tmp_path / "notes", tmp_path), Reading(tmp_path)
    search = Search(shelf.catalogue, Records(notes, reading))
    first = sorted(Path(shelf.catalogue.paths[0]).glob("0*.txt"))[:2]
    cables = [read_cable(file.read_text("utf-8"), file.stem) for file in first]
    ids = [cable.id or "" for cable in cables]

    def found(text: str) -> set[str]:
        return {shelf.ids[rowid] for rowid in search.rowids(parse(text))}

    assert found("has:note") == set()
    notes.add(cables[0], None, "The harbour master\nlied about it.", tags=["Chapter3"])
    assert found("has:note") == found("note:master") == found('note:"master lied"') == {ids[0]}
    assert found("notetag:chapter3") == found("note:harb*") == {ids[0]}
    assert found('note:"lied master"') == found("notetag:chapter") == set()
    notes.add(cables[1], None, "Another")
    assert found("is:noted") == set(ids)
    reading.mark_read(ids)
    reading.flag(ids[:1])
    reading.tag(ids[1:], "Later on")
    assert found("is:read") == set(ids)
    assert len(found("is:unread")) == len(shelf.ids) - 2
    assert found("is:flagged") == {ids[0]}
    assert found('mark:"later on"') == found("is:tagged") == {ids[1]}
    reading.flag(ids[:1], on=False)
    assert found("is:flagged") == set()
    assert search.page(parse("has:note"))[0].notes == 1


# Advice


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tag:PREK", "PREL"),
        ("post:Mexco", "Mexico"),
        ("zzz", "no cable has zzz"),
        ("treety", "near it: treaty"),
        ("from:mexco", "near it: Mexico"),
        ("subject:zz*", "zz* in its subject"),
        ("ref:00NOWHERE1", "cites 00NOWHERE1"),
        ("id:00NOWHERE1", "00NOWHERE1"),
        ("note:abc is:flagged", "fits is:flagged"),
        ("year:1999", "fits year:1999"),
        ("has:note,copies", "fits has:note"),
    ],
)
def test_advice(shelf: Shelf, text: str, said: str) -> None:
    assert said in " ".join(advice(Search(shelf.catalogue), parse(text)))


def test_no_advice_where_only_the_meeting_is_empty(search: Search) -> None:
    assert advice(search, parse("tag:PREL -tag:PREL oil")) == []


def test_tags_of_the_shelf(search: Search) -> None:
    assert {tag for tag, _ in search.facets(parse(""), "tag")} == set(TAGS)
