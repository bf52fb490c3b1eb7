"""The note store: what was written comes back, edits that cross are both kept, nothing is ever lost."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from cablereader.cable import Cable, read_cable
from cablereader.cable.anchors import describe
from cablereader.store.errors import NoteConflict, NoteMissing
from cablereader.store.notes import Note, NoteStore, cable_key
from cablereader.store.notes.records import HISTORY
from hypothesis import given, settings
from hypothesis import strategies as st

from ..handmade import make_cable

ANY_TEXT = st.text(alphabet=st.characters())


def _document(store: NoteStore, cable: Cable) -> dict[str, dict[str, dict[str, object]]]:
    data = json.loads((store.folder / f"{cable.id}.json").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def test_a_note_comes_back_whole(store: NoteStore, cable: Cable) -> None:
    block = cable.blocks[2]
    note = store.add(cable, block, "who *asked*?", tags=["#ngo", "ngo", " two  words ", ""])
    assert (note.paragraph, note.quote, note.tags, note.rev) == ("2", block.text, ("ngo", "two words"), 1)
    assert note.anchor == describe(cable, block)
    again = NoteStore(store.folder, store.folder.parent / "state")
    assert again.get(note.id) == note
    assert again.of("06PORTALDER412") == again.all() == [note]


@settings(max_examples=50)
@given(body=ANY_TEXT, tags=st.lists(ANY_TEXT, max_size=3), index=st.integers(-1, 8))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, body: str, tags: list[str], index: int) -> None:
    folder, cable = tmp_path_factory.mktemp("s"), make_cable()
    store = NoteStore(folder / "notes", folder)
    note = store.add(cable, None if index < 0 else cable.blocks[index], body, tags)
    assert NoteStore(folder / "notes", folder).all() == [note]
    assert note.body == "".join("�" if "\ud800" <= letter <= "\udfff" else letter for letter in body)


def test_hostile_bodies_come_back(store: NoteStore, cable: Cable, hostile_note: str) -> None:
    note = store.add(cable, cable.blocks[0], hostile_note, [hostile_note])
    assert store.of("06PORTALDER412") == [note]


def test_hostile_cables_can_be_annotated(store: NoteStore, hostile_cable: str) -> None:
    cable = read_cable(hostile_cable)
    notes = [store.add(cable, block, "x") for block in (None, *cable.blocks[:3])]
    assert sorted(store.of(cable_key(cable)), key=lambda note: note.created) == notes


def test_a_selection_is_the_quote(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[0], "x", selection=(9, 27))
    assert note.quote == cable.blocks[0].text[9:27] == "The harbour pilots"
    assert store.get(note.id) == note


def test_notes_are_read_in_the_order_of_the_cable(store: NoteStore, cable: Cable) -> None:
    for index in (7, 2, 0):
        store.add(cable, cable.blocks[index], f"{index}")
    store.add(cable, None, "whole")
    assert [note.body for note in store.of("06PORTALDER412")] == ["whole", "0", "2", "7"]


def test_files_are_private_and_lie_where_they_should(store: NoteStore, cable: Cable, tmp_path: Path) -> None:
    store.add(cable, None, "x")
    names = {path.name for path in store.folder.iterdir()}
    assert names - {"snapshots"} == {"06PORTALDER412.json", ".gitignore", ".stignore"}, "no lock, no temporary file"
    assert {stat.S_IMODE(path.stat().st_mode) for path in store.folder.iterdir() if path.is_file()} == {0o600}
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "state" / "locks").iterdir()} == {0o600}


def test_the_file_is_made_for_merging(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[2], "Übersee")
    text = (store.folder / "06PORTALDER412.json").read_text("utf-8")
    data = _document(store, cable)
    assert text == json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert set(data) == {"meta", "notes"}
    assert len(note.id) == 32
    assert data["notes"][note.id]["anchor"] == note.anchor.as_dict()
    assert data["meta"]["cable"]["title"] == "Harbour Pilots Stay Ashore"


def test_editing_keeps_the_former_states(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, None, "body 0")
    for number in range(1, HISTORY + 4):
        note = store.update(replace(note, body=f"body {number}", tags=(f"t{number}",)))
    assert (note.rev, note.body) == (HISTORY + 4, f"body {HISTORY + 3}")
    assert [past.body for past in note.history] == [f"body {number}" for number in range(3, HISTORY + 3)]
    assert note.history[-1].tags == (f"t{HISTORY + 2}",)
    assert store.get(note.id) == note


def test_an_edit_that_changes_nothing_writes_nothing(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, None, "body")
    before = (store.folder / "06PORTALDER412.json").stat().st_mtime_ns
    assert store.update(replace(note, tags=())) == note
    assert (store.folder / "06PORTALDER412.json").stat().st_mtime_ns == before


def test_the_anchor_is_never_rewritten(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[2], "body")
    other = describe(cable, cable.blocks[0])
    assert store.update(replace(note, body="new", anchor=other)).anchor == note.anchor
    assert store.all()[0].anchor == note.anchor


def test_deleting_leaves_a_tombstone_and_restore_undoes_it(store: NoteStore, cable: Cable) -> None:
    note, other = store.add(cable, None, "one"), store.add(cable, None, "two")
    gone = store.delete(note.id)
    assert gone.deleted_at is not None
    assert store.all() == store.of("06PORTALDER412") == [other]
    assert store.counts() == {"06PORTALDER412": 1}
    assert store.get(note.id) == gone == store.delete(note.id)
    assert note.id in _document(store, cable)["notes"]
    back = store.restore(note.id)
    assert replace(back, rev=note.rev, updated=note.updated) == note
    assert back == store.restore(note.id) == store.of("06PORTALDER412")[0]


def test_an_edit_of_a_deleted_note_brings_it_back(store: NoteStore, cable: Cable) -> None:
    gone = store.delete(store.add(cable, None, "one").id)
    edited = store.update(replace(gone, body="two"))
    assert edited.deleted_at is None
    assert store.all() == [edited]


def test_edits_that_cross_are_both_kept(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[2], "begun", ["t"])
    theirs = store.update(replace(note, body="theirs"))
    with pytest.raises(NoteConflict) as caught:
        store.update(replace(note, body="mine"))
    conflict = caught.value
    assert conflict.stored == theirs
    assert (conflict.kept.body, conflict.kept.tags, conflict.kept.anchor) == ("mine", ("t",), note.anchor)
    assert {kept.id: kept.body for kept in store.all()} == {theirs.id: "theirs", conflict.kept.id: "mine"}
    assert store.update(replace(note, body="theirs")) == theirs, "the same text twice is no conflict"


def test_an_edit_of_a_note_deleted_elsewhere_is_kept(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, None, "begun")
    store.delete(note.id)
    with pytest.raises(NoteConflict, match="deleted elsewhere") as caught:
        store.update(replace(note, body="mine"))
    assert [kept.body for kept in store.all()] == ["mine"]
    assert caught.value.stored.deleted_at is not None


def test_an_edit_outlives_the_loss_of_the_file(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[2], "begun")
    (store.folder / "06PORTALDER412.json").unlink()
    edited = store.update(replace(note, body="mine"))
    assert store.all() == [edited]
    assert (edited.body, edited.anchor, edited.id) == ("mine", note.anchor, note.id)


def test_a_note_that_is_not_there_is_told(store: NoteStore) -> None:
    assert store.get("nothing") is None
    for act in (store.delete, store.restore):
        with pytest.raises(NoteMissing, match="there is no note nothing"):
            act("nothing")
    assert (store.all(), store.counts(), store.of("06X1")) == ([], {}, [])
    assert not store.folder.exists(), "looking makes no folders"


def test_keys_of_a_newer_version_are_kept(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[2], "one")
    path = store.folder / "06PORTALDER412.json"
    data = _document(store, cable)
    record = data["notes"][note.id]
    record["colour"] = "amber"
    record["history"] = [{"rev": 0, "updated": record["created"], "body": "zero", "tags": [], "author": "A"}]
    anchor = record["anchor"]
    assert isinstance(anchor, dict)
    anchor["page"] = 7
    data["threads"] = {"1": {"x": 1}}
    data["meta"]["cable"]["shelf"] = "B"
    path.write_text(json.dumps(data))
    seen = store.get(note.id)
    assert seen is not None
    store.update(replace(seen, body="two"))
    store.delete(note.id)
    store.add(cable, None, "three")
    after = _document(store, cable)
    kept = after["notes"][note.id]
    history, place = kept["history"], kept["anchor"]
    assert isinstance(history, list)
    assert isinstance(place, dict)
    assert (kept["colour"], place["page"], after["threads"]) == ("amber", 7, {"1": {"x": 1}})
    assert [(past["body"], past.get("author")) for past in history] == [("zero", "A"), ("one", None)]
    assert after["meta"]["cable"]["shelf"] == "B"


def test_a_poorer_reading_does_not_erase_what_is_known_of_a_cable(
    store: NoteStore, make_cable: Callable[..., Cable]
) -> None:
    store.add(make_cable(), None, "x")
    store.add(make_cable(subject=None, date=None, origin="Embassy New Alder"), None, "y")
    meta = store.meta("06PORTALDER412")
    assert (meta.title, meta.origin) == ("Harbour Pilots Stay Ashore", "Embassy New Alder")
    assert meta.date is not None


def test_a_cable_without_id_is_filed_by_its_words(store: NoteStore, make_cable: Callable[..., Cable]) -> None:
    cable = make_cable(cable_id=None)
    key = cable_key(cable)
    assert key.startswith("text-")
    assert len(key) == len("text-") + 16
    note = store.add(cable, cable.blocks[0], "x")
    assert (note.cable, store.counts()) == (key, {key: 1})
    assert cable_key(replace(cable, source=cable.source.replace("\n", " \r\n"))) == key, "white space does not matter"
    assert [placed.note for placed in store.place(cable)] == [note]


def test_ids_that_are_no_file_names_are_filed_safely(store: NoteStore, make_cable: Callable[..., Cable]) -> None:
    for cable_id in ("../../x", "CON", "a/b\x00", "Ünïd"):
        note = store.add(make_cable(cable_id=cable_id), None, "x")
        assert store.of(cable_id) == [note]
    assert {path.parent for path in store.folder.parent.rglob("*.json")} == {store.folder}
    assert set(store.counts()) == {"../../x", "CON", "a/b\x00", "Ünïd"}


def test_another_windows_changes_are_seen(store: NoteStore, cable: Cable) -> None:
    other = NoteStore(store.folder, store.folder.parent / "state")
    assert other.counts() == {}
    note = store.add(cable, None, "one")
    assert other.counts() == {"06PORTALDER412": 1}
    changed = other.update(replace(note, body="two"))
    assert store.all() == [changed]
    assert store.counts() == {"06PORTALDER412": 1}
    other.add(cable, None, "three")
    assert store.counts() == other.counts() == {"06PORTALDER412": 2}
    store.delete(note.id)
    assert other.counts() == {"06PORTALDER412": 1}


def test_counting_again_reads_no_file(store: NoteStore, cable: Cable, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(cable, None, "one")
    assert store.counts() == {"06PORTALDER412": 1}
    monkeypatch.setattr("cablereader.store.notes.shelf.load", lambda _: pytest.fail("the file was read again"))
    assert store.counts() == {"06PORTALDER412": 1}


def test_threads_share_a_store(store: NoteStore, cable: Cable) -> None:
    def add(name: str) -> None:
        for number in range(10):
            store.add(cable, None, f"{name}{number}")

    threads = [Thread(target=add, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {note.body for note in store.all()} == {f"{name}{number}" for name in "abc" for number in range(10)}


def test_tinydb_waits_for_the_first_change(tmp_path: Path) -> None:
    """Reading notes and starting the program cost neither TinyDB nor filelock; nothing here costs Textual."""
    script = """
import sys
from pathlib import Path
import cablereader.store, cablereader.store.library, cablereader.store.session, cablereader.store.export.write
from cablereader.store.notes import NoteStore
store = NoteStore(Path(sys.argv[1]))
store.counts(), store.all(), store.of("x")
assert not {"tinydb", "filelock", "platformdirs", "uuid"} & set(sys.modules), sys.modules.keys()
from cablereader.cable import read_cable
store.add(read_cable("x"), None, "y")
assert "tinydb" in sys.modules
assert not [name for name in sys.modules if name.startswith("textual")]
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "n")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_notes_know_their_types(store: NoteStore, cable: Cable) -> None:
    """A note's record and the note say the same."""
    note = store.add(cable, cable.blocks[2], "x", selection=(0, 6))
    assert Note.from_dict(note.id, note.as_dict()) == note
