"""Finding notes by words, tags, authors and colours, over all cables."""

from __future__ import annotations

import pytest
from cablereader.store.errors import CorruptStore, StoreError
from cablereader.store.notes import NoteStore

from .test_ranges import PARAGRAPHS, cable_of


@pytest.fixture
def filled(store: NoteStore) -> NoteStore:
    cable = cable_of(*PARAGRAPHS)
    ada, ben = (NoteStore(store.folder, author=name) for name in ("Ada Alder", "Ben Birch"))
    ada.add(cable, cable.block("1"), "Who keeps the list?", ["ships", "To check"])
    ben.add(cable, cable.block("2"), "sold to whom", ["Ships"], color="green")
    return store


@pytest.mark.parametrize(("words", "bodies"), [
    ("LIST", ["Who keeps the list?"]),
    ("lorry", ["sold to whom"]),
    ("who", ["Who keeps the list?", "sold to whom"]),
    ("who list", ["Who keeps the list?"]),
    ("#sh", ["Who keeps the list?", "sold to whom"]),
    ("tag:to", ["Who keeps the list?"]),
    ("by:birch", ["sold to whom"]),
    ("color:gr", ["sold to whom"]),
    ("who -list", ["sold to whom"]),
    ("harbour fog", ["Who keeps the list?", "sold to whom"]),
    ("cable:06portalder412 sold", ["sold to whom"]),
    ("wheat", []),
    ("", []),
])  # fmt: skip
def test_search(filled: NoteStore, words: str, bodies: list[str]) -> None:
    assert [note.body for note in filled.search(words)] == bodies


def test_tags_have_no_case(filled: NoteStore) -> None:
    assert len(filled.tagged("SHIPS")) == len(filled.tagged("#ships")) == 2
    assert filled.tagged("ship") == []
    assert filled.tags() == {"ships": 1, "Ships": 1, "To check": 1}


def test_deleted_notes_are_not_found(filled: NoteStore) -> None:
    filled.delete(filled.search("list")[0].id)
    assert filled.search("list") == []


def test_a_damaged_file_hides_no_other(filled: NoteStore) -> None:
    (filled.folder / "07PORTALDER9.json").write_text("{", "utf-8")
    problems: list[StoreError] = []
    assert len(filled.search("who", problems)) == 2
    assert [type(problem) for problem in problems] == [CorruptStore]
    with pytest.raises(CorruptStore):
        filled.search("who")


def test_files_written_last_come_first(store: NoteStore) -> None:
    import os

    for year, age in ((5, 30), (6, 10), (7, 20)):
        from cablereader.cable import read_cable

        cable = read_cable(
            f"R 071405Z SEP 0{year}\nFM AMEMBASSY PORT ALDER\nTO RUEHC/SECSTATE WASHDC 0001\n"
            f"UNCLAS PORT ALDER 000412\nSUBJECT: FOG\n\n1. {PARAGRAPHS[0]}\n"
        )
        path = store.folder / f"{store.add(cable, None, 'x').cable}.json"
        os.utime(path, (10**9 - age, 10**9 - age))
    assert [meta.key[:2] for meta, _ in store.sheets(latest_first=True)] == ["06", "07", "05"]
    assert [meta.key[:2] for meta, _ in store.sheets()] == ["05", "06", "07"]
