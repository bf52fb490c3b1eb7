"""Ranges, highlights and authors on their way out and back in."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.store.export.form import FLAVOURS, Flavour, Form
from cablereader.store.export.formats import Format, export_as
from cablereader.store.export.markdown import markdown
from cablereader.store.export.standing import standings
from cablereader.store.export.write import export_notes
from cablereader.store.imports import plan, read_arrivals
from cablereader.store.library import Library
from cablereader.store.notes import Note, NoteStore

from ..hostile import NOTES, leaks
from .test_ranges import PARAGRAPHS, cable_of

KEY = "06PORTALDER412"
CABLE = cable_of(*PARAGRAPHS)


@pytest.fixture
def noted(tmp_path: Path) -> tuple[NoteStore, list[Note]]:
    """A range by one person, a highlight of words by another."""
    ada, ben = (NoteStore(tmp_path / "notes", tmp_path / "state", author=name) for name in ("Ada Alder", "Ben *Birch*"))
    first = ada.add(CABLE, CABLE.block("1"), "all of a piece", ["ships"], (4, 9), until=CABLE.block("3"))
    return ada, [first, ben.add(CABLE, CABLE.block("2"), "", selection=(4, 10), color="green")]


def came(folder: Path, text: str) -> list[Note]:
    """The notes that a store has after an import of a text."""
    there = NoteStore(folder / "there", folder / "state-there")
    problems: list[str] = []
    planned = plan(there, read_arrivals(text, problems), lambda key: CABLE if key == KEY else None)
    planned.write(there)
    assert problems == []
    return there.of(KEY)


@pytest.mark.parametrize("format_", ["json", "jsonld"])
def test_nothing_is_lost_there_and_back(noted: tuple[NoteStore, list[Note]], tmp_path: Path, format_: Format) -> None:
    store, notes = noted
    assert came(tmp_path, export_as(store, format_).text) == notes


def test_hypothesis_keeps_words_quote_and_author(noted: tuple[NoteStore, list[Note]], tmp_path: Path) -> None:
    store, notes = noted
    found = came(tmp_path, export_as(store, "hypothesis").text)
    assert [(note.author, note.body) for note in found] == [(note.author, note.body) for note in notes]
    assert found[1].quote == notes[1].quote


def test_a_json_ld_reader_sees_who_wrote_and_what_is_highlighted(noted: tuple[NoteStore, list[Note]]) -> None:
    first, second = json.loads(export_as(noted[0], "jsonld").text)["first"]["items"]
    assert first["creator"] == {"type": "Person", "name": "Ada Alder"}
    assert first["motivation"] == "commenting"
    assert first["target"]["selector"]["exact"] == "\n\n".join((PARAGRAPHS[0][4:], PARAGRAPHS[1], PARAGRAPHS[2][:9]))
    assert (second["motivation"], second["body"], second["cablereader:color"]) == ("highlighting", [], "green")


def test_markdown_says_who_wrote_where_there_are_several(noted: tuple[NoteStore, list[Note]]) -> None:
    store, notes = noted
    text = markdown(store.of(KEY), store.meta(KEY))
    assert 'authors: ["Ada Alder", "Ben *Birch*"]' in text
    assert f"## ¶1–¶3 · n-{notes[0].id[:6]} · by Ada Alder" in text
    assert r"by Ben \*Birch\*" in text
    assert "paras. 1–3" in text
    assert f"> {PARAGRAPHS[1]}" in text, "the whole passage is quoted"
    alone = markdown(notes[:1], store.meta(KEY))
    assert " · by " not in alone


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_authors_come_back_from_markdown(noted: tuple[NoteStore, list[Note]], tmp_path: Path, flavour: Flavour) -> None:
    store, _ = noted
    found = came(tmp_path, markdown(store.of(KEY), store.meta(KEY), form=Form(flavour)))
    assert {note.author for note in found} == {"Ada Alder", "Ben *Birch*"}
    assert {note.body for note in found} == {"all of a piece", ""}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_edits_stay_when_a_second_person_writes(store: NoteStore, flavour: Flavour) -> None:
    note = replace(store.add(CABLE, CABLE.block("2"), "mine"), author="Ada")
    other = replace(store.add(CABLE, CABLE.block("3"), "theirs"), author="Ben")
    form = Form(flavour)
    first = markdown([note], store.meta(KEY), form=form)
    edited = f"{first}\nA line of my own.\n"
    again = markdown([note, other], store.meta(KEY), existing=edited, form=form)
    assert "A line of my own." in again
    assert "by Ben" in again
    assert markdown([note, other], store.meta(KEY), existing=again, form=form) == again


def test_csv_has_author_and_colour(noted: tuple[NoteStore, list[Note]]) -> None:
    rows = list(csv.DictReader(io.StringIO(export_as(noted[0], "csv").text)))
    assert [(row["place"], row["author"], row["color"]) for row in rows] == [
        ("¶1–¶3", "Ada Alder", ""),
        ("¶2", "Ben *Birch*", "green"),
    ]


@pytest.mark.parametrize("author", NOTES.values(), ids=NOTES.keys())
def test_a_hostile_name_is_harmless(tmp_path: Path, author: str) -> None:
    for name in (author, "another"):
        NoteStore(tmp_path / "notes", tmp_path / "state", author=name).add(CABLE, None, "x")
    store = NoteStore(tmp_path / "notes", tmp_path / "state")
    for text in (
        markdown(store.of(KEY), store.meta(KEY)),
        export_as(store, "csv").text,
        export_as(store, "jsonld").text,
    ):
        assert not leaks(text)


def test_pandoc_renders_a_range_of_paragraphs(noted: tuple[NoteStore, list[Note]], tmp_path: Path) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    export_notes(noted[0], target=tmp_path / "out", form=Form("pandoc", source="wikileaks"))
    style = Path(__file__).parent / "readers" / "note.csl"
    words = [f"--csl={style}", f"--resource-path={tmp_path / 'out'}", "--citeproc", "--wrap=none"]
    page = pypandoc.convert_file(str(tmp_path / "out" / f"{KEY}.md"), "plain", format="markdown", extra_args=words)
    assert "September 7, 2006, paras. 1–3, WikiLeaks" in page


def test_an_export_knows_how_notes_stand_in_the_cables_at_hand(
    noted: tuple[NoteStore, list[Note]], tmp_path: Path
) -> None:
    store, notes = noted
    other = cable_of(PARAGRAPHS[0], "Wheat is dear in the north, and bakers close at noon.", *PARAGRAPHS[2:])
    path = tmp_path / f"{KEY}.txt"
    path.write_text(other.source, "utf-8")
    states = standings(store, Library([path]), [KEY, "07PORTALDER1"])
    assert states == {notes[0].id: "changed", notes[1].id: "orphan"}
    text = export_notes(store, states=states).text
    assert "text changed in the present copy" in text
    assert text.index("## Unplaced notes") < text.index("text not found in the present copy")
