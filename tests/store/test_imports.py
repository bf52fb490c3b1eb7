"""Notes that come back: whole from our own JSON, found again from annotations and documents, and never over another."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.cable.anchors import describe
from cablereader.store.errors import CorruptStore
from cablereader.store.export import export_notes
from cablereader.store.export.block import END, body_text, digest
from cablereader.store.export.escape import tag_name
from cablereader.store.export.form import FLAVOURS, Flavour, Form
from cablereader.store.export.formats import Format, export_as
from cablereader.store.export.markdown import markdown
from cablereader.store.imports import Plan, plan, read_arrivals
from cablereader.store.notes import CableMeta, Note, NoteStore
from hypothesis import given, settings
from hypothesis import strategies as st

from ..handmade import Part, make_cable
from ..hostile import NOTES, TEXTS

KEY = "06PORTALDER412"
CABLE = make_cable()
ADDRESS = "https://wikileaks.org/plusd/cables/06PORTALDER412_a.html"
TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from([*TEXTS.values(), *NOTES.values()])
PLACES = st.none() | st.integers(0, len(CABLE.blocks) - 1)
Find = Callable[[str], Cable | None]


def at_hand(key: str) -> Cable | None:
    return CABLE if key == KEY else None


def nowhere(key: str) -> Cable | None:
    return None


@pytest.fixture
def other(tmp_path: Path) -> NoteStore:
    """Another user's store, empty."""
    return NoteStore(tmp_path / "other", tmp_path / "other state")


def _plan(store: NoteStore, text: str, find: Find = at_hand) -> Plan:
    problems: list[str] = []
    planned = plan(store, read_arrivals(text, problems), find)
    assert problems == []
    return planned


def _outcomes(planned: Plan) -> list[str]:
    return [item.outcome for item in planned.items]


def _document(store: NoteStore, flavour: Flavour = "markdown") -> str:
    return markdown(store.of(KEY), store.meta(KEY), form=Form(flavour))


def _texts(store: NoteStore) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (store.folder / "snapshots").iterdir()}


def _said(note: Note) -> tuple[object, ...]:
    return note.body, note.tags, note.quote, note.anchor.address


def _hypothesis(**fields: object) -> str:
    return json.dumps({"annotations": [{"id": "AbC_1", "uri": ADDRESS, "text": "theirs", "tags": ["x"], **fields}]})


def _quote(exact: str, prefix: str = "", suffix: str = "") -> list[object]:
    selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    return [{"source": ADDRESS, "selector": [{"type": "RangeSelector"}, selector]}]


@settings(max_examples=25)
@given(st.lists(st.tuples(PLACES, TEXT, st.lists(TEXT, max_size=2)), min_size=1, max_size=4), TEXT)
def test_own_json_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[int | None, str, list[str]]], again: str
) -> None:
    folder = tmp_path_factory.mktemp("d")
    here, there = (NoteStore(folder / name, folder / "state" / name) for name in ("here", "there"))
    for place, body, tags in drawn:
        here.add(CABLE, None if place is None else CABLE.blocks[place], body, tags)
    here.update(replace(here.of(KEY)[0], body=again))
    planned = _plan(there, export_as(here, "json").text, nowhere)
    assert set(_outcomes(planned)) == {"new"}
    assert there.all() == [], "nothing is written before it is asked for"
    planned.write(there)
    assert there.of(KEY) == here.of(KEY)
    assert there.meta(KEY) == here.meta(KEY)
    assert _texts(there) == _texts(here) != {}
    assert set(_outcomes(_plan(there, export_as(here, "json").text))) == {"same"}


@settings(max_examples=25)
@given(st.sampled_from(["jsonld", "hypothesis"]), PLACES, TEXT, st.lists(TEXT, max_size=2))
def test_annotations_come_back(
    tmp_path_factory: pytest.TempPathFactory, format_: Format, place: int | None, body: str, tags: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("d")
    here, there = (NoteStore(folder / name, folder / "state" / name) for name in ("here", "there"))
    note = here.add(CABLE, None if place is None else CABLE.blocks[place], body, tags)
    text = export_as(here, format_).text
    planned = _plan(there, text)
    assert _outcomes(planned) == ["new"]
    planned.write(there)
    (came,) = there.of(KEY)
    assert _said(came) == _said(note)
    assert came.id == note.id
    if format_ == "jsonld":
        assert came == note
    assert _outcomes(_plan(there, text)) == ["same"]
    assert _outcomes(_plan(here, text)) == ["same"]


@pytest.mark.parametrize("format_", ["jsonld", "hypothesis"])
def test_words_of_a_paragraph_come_back(store: NoteStore, other: NoteStore, format_: Format) -> None:
    note = store.add(CABLE, CABLE.blocks[0], "x", selection=(9, 27))
    _plan(other, export_as(store, format_).text).write(other)
    (came,) = other.of(KEY)
    assert came.anchor == note.anchor
    assert other.place(CABLE)[0].selection == (9, 27)


def test_a_quote_of_the_page_is_found_by_its_letters_and_its_surroundings(store: NoteStore) -> None:
    twice = make_cable(body=[Part("paragraph", f"{word}: the bell rings at noon.", str(at)) for at, word in WORDS])
    text = _hypothesis(target=_quote("THE BELL\n   rings", "2. Second:\n", "at noon.\n\n3."))
    (item,) = _plan(store, text, lambda _: twice).items
    assert (item.outcome, item.note.anchor.address, item.note.quote) == ("new", "2", "the bell rings")
    (item,) = _plan(store, _hypothesis(target=_quote("the bell rings")), lambda _: twice).items
    assert (item.outcome, item.note.quote) == ("unplaced", "the bell rings")


WORDS = [(1, "First"), (2, "Second"), (3, "Third")]


def test_a_quote_over_two_paragraphs_begins_in_the_first(store: NoteStore) -> None:
    (item,) = _plan(store, _hypothesis(target=_quote("a second bell. The committee would not"))).items
    assert (item.outcome, item.note.anchor.address, item.note.quote) == ("new", "2.2", "-- a second bell.")


def test_a_note_whose_cable_is_not_at_hand_is_told_by_the_label_that_it_had(store: NoteStore, other: NoteStore) -> None:
    note = store.add(CABLE, CABLE.block("2"), "x")
    (item,) = _plan(other, _document(store), nowhere).items
    assert (item.outcome, item.place) == ("unplaced", "¶2")
    (item,) = _plan(other, _document(store)).items
    assert (item.outcome, item.place) == ("new", note.label)


def test_unplaced_notes_come_with_their_quote(store: NoteStore) -> None:
    for find, quote in ((nowhere, "The harbour pilots"), (at_hand, "words that nobody wrote")):
        planned = _plan(store, _hypothesis(id=quote, target=_quote(quote)), find)
        assert _outcomes(planned) == ["unplaced"]
        planned.write(store)
    placed = {each.note.quote: each.state for each in store.place(CABLE)}
    assert set(placed) == {"The harbour pilots", "words that nobody wrote"}
    assert placed["words that nobody wrote"] == "orphan"


def test_an_annotation_of_no_cable_is_left_out(store: NoteStore) -> None:
    planned = _plan(store, _hypothesis(uri="https://example.org/", target=[]))
    assert [(item.outcome, item.why) for item in planned.items] == [("unplaced", "it names no cable; left out")]
    assert planned.write(store) == []


def test_an_annotation_that_was_changed_later_is_newer_and_one_before_conflicts(store: NoteStore) -> None:
    note = store.add(CABLE, None, "mine")
    text = _hypothesis(id=note.id, target=[], updated="2100-01-01T00:00:00Z")
    planned = _plan(store, text)
    assert _outcomes(planned) == ["newer"]
    planned.write(store)
    assert [(each.body, each.rev, each.history[0].body) for each in store.of(KEY)] == [("theirs", 2, "mine")]
    planned = _plan(store, _hypothesis(id=note.id, text="old", target=[], updated="2001-01-01T00:00:00Z"))
    assert _outcomes(planned) == ["conflicting"]
    planned.write(store)
    assert {each.body for each in store.of(KEY)} == {"theirs", "old"}
    assert next(each.body for each in store.of(KEY) if each.id == note.id) == "theirs"


def test_a_document_as_it_was_exported_brings_the_same(store: NoteStore) -> None:
    for place, body in enumerate((*NOTES.values(), "> a quote\n\nand words", "", "- a\n- b", "```\nx\n```")):
        store.add(CABLE, CABLE.blocks[2] if place % 2 else None, body, ["bait tins", "ngo"])
    for flavour in FLAVOURS:
        assert set(_outcomes(_plan(store, _document(store, flavour)))) == {"same"}


@given(TEXT, st.lists(st.sampled_from(["ngo", "bait tins", "a/b"]), unique=True), PLACES, st.sampled_from(FLAVOURS))
def test_any_words_are_read_from_a_document_as_they_were_written(
    body: str, tags: list[str], place: int | None, flavour: Flavour
) -> None:
    anchor = describe(CABLE, None if place is None else CABLE.blocks[place])
    now = datetime(2026, 11, 21, tzinfo=UTC)
    note = Note("0123456789abcdef" * 2, KEY, body, tuple(tags), anchor, now, now)
    meta = CableMeta.of(CABLE)
    (arrival,) = read_arrivals(markdown([note], meta, form=Form(flavour, source="wikileaks")), [])
    assert arrival.note.body.strip() == body_text(body).strip()
    assert [tag_name(tag) for tag in arrival.note.tags] == [tag_name(tag) for tag in tags]


def test_citations_that_the_user_added_are_words(store: NoteStore) -> None:
    note = store.add(CABLE, CABLE.blocks[2], "first", ["ngo"])
    mine = _document(store, "pandoc").replace("para. 2] #ngo", "para. 2] #ngo\n\nSee [@06PORTALDER412, para. 3].")
    _plan(store, mine).write(store)
    came = store.get(note.id)
    assert came is not None
    assert (came.body, came.tags) == ("first\n\nSee [@06PORTALDER412, para. 3].", ("ngo",))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_words_edited_in_a_document_come_in(store: NoteStore, flavour: Flavour) -> None:
    note = store.add(CABLE, CABLE.blocks[2], "my first thought", ["bait tins", "ngo"])
    store.add(CABLE, None, "untouched")
    mine = _document(store, flavour).replace("my first thought", "my *second* thought\n\nand a third.")
    planned = _plan(store, mine)
    assert sorted(_outcomes(planned)) == ["newer", "same"]
    planned.write(store)
    came = store.get(note.id)
    assert came is not None
    assert (came.body, came.tags) == ("my *second* thought\n\nand a third.", ("bait tins", "ngo"))
    assert came.anchor == note.anchor
    assert came.history[-1].body == "my first thought"
    assert set(_outcomes(_plan(store, mine))) == {"same"}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_words_that_came_in_are_ours_again_when_exported(store: NoteStore, flavour: Flavour) -> None:
    store.add(CABLE, CABLE.blocks[2], "my first thought")
    form = Form(flavour)
    mine = _document(store, flavour).replace("my first thought", "my second thought")
    _plan(store, mine).write(store)
    text = markdown(store.of(KEY), store.meta(KEY), existing=mine, form=form)
    assert "newer version" not in text
    assert text.count("my second thought") == 1
    store.update(replace(store.of(KEY)[0], body="my third thought"))
    text = markdown(store.of(KEY), store.meta(KEY), existing=text, form=form)
    assert ("second" in text, "third" in text) == (False, True)


def test_tags_edited_in_a_document_come_in(store: NoteStore) -> None:
    note = store.add(CABLE, None, "words", ["ngo"])
    _plan(store, _document(store).replace("] #ngo", "] #ngo #new")).write(store)
    came = store.get(note.id)
    assert came is not None
    assert came.tags == ("ngo", "new")


def test_a_document_and_the_store_that_both_moved_on_are_both_kept(store: NoteStore) -> None:
    note = store.add(CABLE, None, "first")
    mine = _document(store).replace("first[^", "written in the vault[^")
    store.update(replace(note, body="written in the reader"))
    planned = _plan(store, mine)
    assert _outcomes(planned) == ["conflicting"]
    planned.write(store)
    assert {each.body for each in store.of(KEY)} == {"written in the vault", "written in the reader"}
    assert _outcomes(_plan(store, mine)) == ["same"], "importing again makes no second one"


def test_a_former_version_is_nothing_new(store: NoteStore) -> None:
    note = store.add(CABLE, None, "first")
    before = _document(store)
    store.update(replace(note, body="second"))
    assert _outcomes(_plan(store, before)) == ["same"]


def test_an_edit_back_to_former_words_is_an_edit(store: NoteStore) -> None:
    note = store.update(replace(store.add(CABLE, None, "first"), body="second"))
    _plan(store, _document(store).replace("second[^", "first[^")).write(store)
    came = store.get(note.id)
    assert came is not None
    assert (came.body, came.rev) == ("first", 3)


def test_a_deleted_note_stays_deleted_unless_its_words_are_new(store: NoteStore) -> None:
    note = store.add(CABLE, None, "first")
    text, document = export_as(store, "json").text, _document(store)
    store.delete(note.id)
    for same in (text, document):
        planned = _plan(store, same)
        assert _outcomes(planned) == ["same"]
        planned.write(store)
    assert store.of(KEY) == []
    _plan(store, document.replace("first[^", "edited[^")).write(store)
    assert [each.body for each in store.of(KEY)] == ["edited"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_document_alone_brings_its_notes_to_another_store(
    store: NoteStore, other: NoteStore, flavour: Flavour
) -> None:
    rows = make_cable(
        body=[Part("table", "YEAR   CASES\n2005       3 `x`"), Part("paragraph", "*Bells* & [all].", "1")]
    )
    made = [store.add(rows, block, "about it", ["x"]) for block in (None, *rows.blocks)]
    planned = _plan(other, _document(store, flavour), lambda _: rows)
    assert set(_outcomes(planned)) == {"new"}
    planned.write(other)
    assert [_said(note) for note in other.of(KEY)] == [_said(note) for note in made]


def test_documents_one_after_another_are_of_their_cables(store: NoteStore, other: NoteStore) -> None:
    ids = (KEY, "06PORTALDER1", "06PORTALDER2")
    for name in ids:
        store.add(make_cable(name), CABLE.blocks[0], f"on {name}\n\n---\n")
    planned = _plan(other, export_notes(store).text, make_cable)
    assert [(item.outcome, item.note.cable) for item in planned.items] == [("new", name) for name in sorted(ids)]


def test_of_twins_a_document_means_the_one_with_its_number(store: NoteStore, other: NoteStore) -> None:
    twins = make_cable(body=[Part("paragraph", "The bell rings at noon.", str(number)) for number in (1, 2, 3)])
    note = store.add(twins, twins.blocks[1], "x")
    (item,) = _plan(other, _document(store), lambda _: twins).items
    assert (item.outcome, item.note.anchor) == ("new", note.anchor)
    (item,) = _plan(other, _document(store).replace("## ¶2", "## ¶9"), lambda _: twins).items
    assert item.outcome == "unplaced"


@pytest.mark.parametrize("written", ["¶2", "¶2–¶2 [1]", "¶2–¶3"])
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_of_twins_a_range_means_the_one_it_begins_with(
    store: NoteStore, other: NoteStore, flavour: Flavour, written: str
) -> None:
    pairs = [
        part
        for number in (1, 2, 3)
        for part in (Part("paragraph", "The bell rings at noon.", str(number)), Part("continuation", "It is loud."))
    ]
    twins = make_cable(body=pairs)
    note = store.add(twins, twins.block("2"), "x [@other, para. 3]", until=twins.block("2.1"))
    assert note.label == "¶2"
    text = _document(store, flavour).replace("## ¶2 ·", f"## {written} ·")
    (item,) = _plan(other, text, lambda _: twins).items
    assert (item.outcome, item.note.anchor.address, item.note.body) == ("new", "2", "x [@other, para. 3]")


def test_a_document_with_labels_of_before_is_brought_up_to_date(store: NoteStore) -> None:
    body = [Part("paragraph", "The bell rings at noon.", "2"), Part("continuation", "It is loud.")]
    cable = make_cable(body=body)
    note = store.add(cable, cable.block("2"), "x", until=cable.block("2.1"))
    now = _document(store)
    before = now.replace("## ¶2 ·", "## ¶2–¶2 [1] ·")
    inner = before.partition(f"note {note.id} -->\n")[2].partition("\n" + END)[0].split("\n")
    before = re.sub(r"sha [0-9a-f]{16}", f"sha {digest(inner)}", before)
    assert markdown(store.of(KEY), store.meta(KEY), existing=before, form=Form()) == now
    assert _outcomes(_plan(store, before)) == ["same"]


def test_ids_of_others_become_ids_of_ours_always_the_same(store: NoteStore) -> None:
    for identity in ("AbC_1", "../../etc", "--> <!--", "x" * 500, "é"):
        text = _hypothesis(id=identity, text=identity, target=[])
        _plan(store, text).write(store)
        assert _outcomes(_plan(store, text)) == ["same"]
    assert all(note.id.isalnum() and len(note.id) == 32 for note in store.all())


def test_a_note_that_a_service_gave_another_id_is_the_same_note(store: NoteStore, other: NoteStore) -> None:
    for _ in range(2):
        store.add(CABLE, CABLE.blocks[2], "said twice")
    data = json.loads(export_as(store, "hypothesis").text)
    assert _outcomes(_plan(other, json.dumps(data))) == ["new", "new"]
    data["annotations"][0]["id"] = "theirs_1"
    assert _outcomes(_plan(store, json.dumps(data))) == ["same", "same"]


def test_a_damaged_file_of_another_cable_is_no_hindrance(store: NoteStore, other: NoteStore) -> None:
    store.add(CABLE, None, "here")
    other.add(make_cable("06PORTALDER1"), None, "there")
    (other.folder / "06PORTALDER1.json").write_bytes(b"{")
    _plan(other, export_as(store, "json").text).write(other)
    assert [note.body for note in other.of(KEY)] == ["here"]
    (other.folder / f"{KEY}.json").write_bytes(b"{")
    with pytest.raises(CorruptStore):
        _plan(other, export_as(store, "json").text)


def test_an_id_that_another_cable_has_is_not_shared(store: NoteStore) -> None:
    note = store.add(make_cable("06PORTALDER1"), None, "there")
    data = json.loads(export_as(store, "json").text)
    data["notes"][0]["cable"] = KEY
    planned = _plan(store, json.dumps(data))
    assert _outcomes(planned) == ["new"]
    planned.write(store)
    assert [each.body for each in store.of(KEY)] == ["there"]
    assert store.of(KEY)[0].id != note.id


def test_damaged_notes_are_told_and_the_others_come(store: NoteStore) -> None:
    store.add(CABLE, None, "good")
    data = json.loads(export_as(store, "json").text)
    data["notes"] += [
        3,
        {},
        {**data["notes"][0], "anchor": 1},
        {**data["notes"][0], "created": "9999-12-31T23:59-14:00"},
    ]
    problems: list[str] = []
    assert len(read_arrivals(json.dumps(data), problems)) == 1
    assert len(problems) == 4


@pytest.mark.parametrize("text", ["", "words", "[]", "{}", "[" * 100_000, '{"a": NaN}', "{", "# a document of mine"])
def test_what_brings_no_notes_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_arrivals(text, [])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "uri", "target", "selector", "type", "exact", "body", "value", "tags", "created"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["notes", "annotations", "items"]))
def test_no_json_breaks_the_reader(data: object, name: str) -> None:
    kinds = {"notes": {"format": "cablereader notes"}, "annotations": {}, "items": {"@context": "x"}}
    problems: list[str] = []
    for arrival in read_arrivals(json.dumps({**kinds[name], name: [data]}), problems):
        assert arrival.note.id.isalnum()
