"""Damaged files: every intact note comes back, nothing is written without consent, and nothing is thrown away."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cablereader.store.errors import CorruptStore, StoreBusy, StoreUnwritable
from cablereader.store.notes import Note, NoteStore
from cablereader.store.notes.care.backups import Backups
from cablereader.store.notes.care.recovery import DAMAGED, Recovery, plan, put_back, recover, write_new
from cablereader.store.notes.care.salvage import salvage
from cablereader.store.notes.files import parse, serialise
from hypothesis import given, settings
from hypothesis import strategies as st

from .note_files import KEY, NAME, blob_of, some_notes, tables_of

NOTES = some_notes(8)
LAST = max(NOTES, key=lambda note: note.id)
BLOB = blob_of(NOTES)
WRITTEN = datetime(2026, 5, 1, tzinfo=UTC)
Damage = Callable[[bytes, random.Random], bytes]


def _cut(blob: bytes, luck: random.Random) -> bytes:
    return blob[: luck.randrange(len(blob))]


def _beheaded(blob: bytes, luck: random.Random) -> bytes:
    return blob[luck.randrange(len(blob)) :]


def _overwritten(blob: bytes, luck: random.Random) -> bytes:
    start = luck.randrange(len(blob))
    length = min(luck.randrange(1, 400), len(blob) - start)
    return blob[:start] + luck.randbytes(length) + blob[start + length :]


def _overtyped(blob: bytes, luck: random.Random) -> bytes:
    start = luck.randrange(len(blob))
    letters = "".join(luck.choices('{}[]":,\\x \n', k=min(luck.randrange(1, 60), len(blob) - start)))
    return blob[:start] + letters.encode() + blob[start + len(letters) :]


def _zeroed(blob: bytes, luck: random.Random) -> bytes:
    start = luck.randrange(len(blob))
    length = min(luck.randrange(1, 4096), len(blob) - start)
    return blob[:start] + b"\0" * length + blob[start + length :]


def _doubled(blob: bytes, luck: random.Random) -> bytes:
    return blob + blob[luck.randrange(len(blob)) :]


def _doubled_inside(blob: bytes, luck: random.Random) -> bytes:
    start, end = sorted(luck.choices(range(len(blob)), k=2))
    return blob[:end] + blob[start:]


DAMAGES: list[Damage] = [_cut, _beheaded, _overwritten, _overtyped, _zeroed, _doubled, _doubled_inside]


def _intact(blob: bytes) -> list[Note]:
    """The notes whose records stand in the bytes as they were written."""
    return [note for note in NOTES if _record(note) in blob]


def _record(note: Note) -> bytes:
    lines = serialise({"n": {note.id: note.as_dict()}}, Path()).split(b"\n")
    return b"\n".join(lines[2:-3])


def test_intact_is_told_by_the_bytes_of_the_record() -> None:
    assert _intact(BLOB) == NOTES
    assert _intact(BLOB.replace(b"former", b"firmer")) != NOTES


@settings(max_examples=200)
@given(damages=st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=3), seed=st.integers(0, 2**32))
def test_every_intact_note_comes_back(damages: list[Damage], seed: int) -> None:
    luck, blob = random.Random(seed), BLOB
    for damage in damages:
        blob = damage(blob, luck)
    found = salvage(blob, WRITTEN).tables
    parse(serialise(found, Path(NAME)), Path(NAME))
    notes = {key: Note.from_dict(key, record) for key, record in found["notes"].items()}
    for note in _intact(blob):
        if blob.count(note.id.encode()) == BLOB.count(note.id.encode()):
            assert notes[note.id] == note
        else:  # damage can forge a second copy that is a note in every respect: no text gives way to it
            same = [other for other in notes.values() if (other.body, other.anchor) == (note.body, note.anchor)]
            assert any({*note.history} <= {*other.history} for other in same)


@settings(max_examples=60)
@given(damage=st.sampled_from(DAMAGES), seed=st.integers(0, 2**32), kept=st.integers(0, 8))
def test_planning_writes_nothing_and_recovering_keeps_the_damaged_bytes(
    tmp_path_factory: pytest.TempPathFactory, damage: Damage, seed: int, kept: int
) -> None:
    folder = tmp_path_factory.mktemp("notes")
    path = folder / NAME
    path.write_bytes(blob_of(NOTES[:kept]))
    assert Backups(folder).keep(path)
    blob = damage(BLOB, random.Random(seed))
    path.write_bytes(blob)
    before = {entry: entry.read_bytes() for entry in folder.rglob("*") if entry.is_file()}
    planned = plan(path)
    assert {entry: entry.read_bytes() for entry in folder.rglob("*") if entry.is_file()} == before
    if planned is None:
        assert NoteStore(folder, folder / "state").all() is not None
        return
    aside = recover(planned, folder / "state")
    assert aside.read_bytes() == blob
    bodies = {note.id: note for note in map(_living_or_not(path), parse(path.read_bytes(), path)["notes"])}
    for note in {*_ids(_intact(blob)), *_ids(NOTES[:kept])}:
        assert note in bodies
    assert plan(path) is None, "a recovered file has nothing to recover"


def _living_or_not(path: Path) -> Callable[[str], Note]:
    records = parse(path.read_bytes(), path)["notes"]
    return lambda identity: Note.from_dict(identity, records[identity])


def _ids(notes: list[Note]) -> set[str]:
    return {note.id for note in notes}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / NAME).write_bytes(BLOB)
    return folder / NAME


def _planned(path: Path) -> Recovery:
    planned = plan(path)
    assert planned is not None
    return planned


def test_a_sound_file_needs_no_recovery(path: Path) -> None:
    assert plan(path) is None
    assert plan(path.with_name("missing.json")) is None


def test_a_whole_file_with_a_tail_loses_nothing(path: Path) -> None:
    path.write_bytes(BLOB + b'"x": {"rev": 1}}}')
    planned = _planned(path)
    assert planned.tables == tables_of(NOTES)
    assert (planned.found, planned.returned, planned.lost, planned.marred) == (8, (), (), ())


def test_an_older_tail_takes_nothing_back(path: Path) -> None:
    """What a write in place leaves behind when it is killed: the new file, and the end of the old one."""
    note = next(note for note in NOTES if note.deleted_at)
    old = dict(note.as_dict(), deleted_at=None, rev=note.rev - 1)
    path.write_bytes(BLOB + serialise({"notes": {note.id: old}}, path)[20:] + b"rest")
    assert _planned(path).tables == tables_of(NOTES)


def test_what_the_file_lost_comes_from_the_newest_good_backup(path: Path) -> None:
    backups = Backups(path.parent)
    assert backups.keep(path)
    (backups.folder / f"{NAME}.20990101T000000.000000Z").write_text("{ damaged")
    path.write_bytes(BLOB[: len(BLOB) // 2])
    planned = _planned(path)
    assert planned.backup is not None
    assert planned.backup.made.year < 2099
    assert planned.found + len(planned.returned) == 8
    assert planned.returned
    assert planned.lost == ()
    assert planned.tables["notes"] == tables_of(NOTES)["notes"]


def test_what_is_lost_is_named(path: Path) -> None:
    cut = BLOB.index(LAST.id.encode()) + 40
    path.write_bytes(BLOB[:cut])
    planned = _planned(path)
    assert planned.lost == (LAST.id,)
    assert planned.found == 7


def test_a_note_cut_off_after_its_text_is_still_a_note(path: Path) -> None:
    path.write_bytes(BLOB[: BLOB.rindex(b'"deleted_at"')])
    planned = _planned(path)
    assert (planned.found, planned.marred, planned.lost) == (8, (LAST.id,), ())
    found = Note.from_dict(LAST.id, planned.tables["notes"][LAST.id])
    assert (found.body, found.anchor, found.created, found.rev) == (LAST.body, LAST.anchor, LAST.created, 1)


def test_a_newer_text_that_was_cut_off_stands_beside_its_backup(path: Path) -> None:
    assert Backups(path.parent).keep(path)
    at = BLOB.index(b'"body": "', BLOB.index(LAST.id.encode()))
    path.write_bytes(BLOB[:at] + b'"body": "newer",\n   "cable": "06POR')
    bodies = {record["body"] for record in _planned(path).tables["notes"].values()}
    assert bodies == {*(note.body for note in NOTES), "newer"}


@pytest.mark.parametrize("gap", [b"\0\0\0", b"\xff\xfe"])
def test_a_text_with_a_gap_is_kept_unless_a_backup_is_whole(path: Path, gap: bytes) -> None:
    sound = path.read_bytes()
    path.write_bytes(BLOB.replace(b"0: plain", b"0: " + gap + b"ain"))
    planned = _planned(path)
    (marred,) = planned.marred
    assert str(planned.tables["notes"][marred]["body"]).endswith("�ain")
    (path.parent / "backups").mkdir()
    (path.parent / "backups" / f"{NAME}.20260101T000000.000000Z").write_bytes(sound)
    planned = _planned(path)
    assert planned.marred == ()
    assert planned.tables["notes"] == tables_of(NOTES)["notes"]


def test_a_record_that_is_no_note_any_more_stays_in_the_file(path: Path) -> None:
    data = json.loads(BLOB)
    identity = NOTES[0].id
    del data["notes"][identity]["anchor"]
    path.write_text(json.dumps(data))
    planned = _planned(path)
    assert planned.set_aside == (identity,)
    recover(planned, path.parent.parent / "locks")
    tables = parse(path.read_bytes(), path)
    assert tables[DAMAGED][identity]["body"] == NOTES[0].body
    assert tables["notes"].keys() == {note.id for note in NOTES[1:]}
    assert NoteStore(path.parent).of(KEY)


def test_both_sides_of_an_unfinished_merge_come_back(path: Path) -> None:
    ours, theirs = BLOB.split(b"\n"), BLOB.split(b"\n")
    at = next(index for index, line in enumerate(ours) if b'"body": "0: ' in line)
    ours[at], theirs[at] = b'   "body": "ours",', b'   "body": "theirs",'
    marked = [*ours[:at], b"<<<<<<< HEAD", ours[at], b"=======", theirs[at], b">>>>>>> other", *ours[at + 1 :]]
    path.write_bytes(b"\n".join(marked))
    bodies = {record["body"] for record in _planned(path).tables["notes"].values()}
    assert {"ours", "theirs"} < bodies
    assert len(bodies) == 9


@pytest.mark.parametrize(
    "blob",
    [b"", b"\0" * 5000, b"[]", b'{"notes":' * 100_000, b"\xff" * 100],
    ids=["empty", "zeroed", "list", "deep", "bytes"],
)
def test_where_nothing_is_left_that_is_said(path: Path, blob: bytes) -> None:
    path.write_bytes(blob)
    planned = _planned(path)
    assert (planned.found, planned.returned, planned.backup) == (0, (), None)
    aside = recover(planned, path.parent.parent / "locks")
    assert aside.read_bytes() == blob
    assert NoteStore(path.parent).of(KEY) == []


def test_what_is_too_deep_to_write_hides_nothing(path: Path) -> None:
    for deep in (b'{"a":' * 400 + b"1" + b"}" * 400, b"[" * 900 + b"]" * 900, b'{"a":' * 5000):
        path.write_bytes(BLOB.replace(b'"meta": {', b'"odd": {"x": {"y": ' + deep + b'}}, "meta": {', 1) + b"}")
        planned = _planned(path)
        assert planned.tables["notes"] == tables_of(NOTES)["notes"]
        serialise(planned.tables, path)


def test_a_file_that_changed_after_the_report_is_left_alone(path: Path) -> None:
    path.write_bytes(BLOB[:-9])
    planned = _planned(path)
    path.write_bytes(BLOB)
    with pytest.raises(StoreBusy, match="changed after it was looked at"):
        recover(planned, path.parent.parent / "locks")
    assert path.read_bytes() == BLOB
    assert [entry.name for entry in path.parent.iterdir()] == [NAME]


def test_a_new_file_is_never_an_old_one(path: Path, tmp_path: Path) -> None:
    path.write_bytes(BLOB + b"}")
    write_new(_planned(path), tmp_path / "new.json")
    assert (tmp_path / "new.json").read_bytes() == BLOB
    with pytest.raises(StoreUnwritable, match="is there already"):
        write_new(_planned(path), tmp_path / "new.json")
    assert path.read_bytes() == BLOB + b"}"


def test_a_backup_put_back_leaves_the_present_file_as_a_backup(path: Path) -> None:
    backups = Backups(path.parent)
    former = backups.keep(path)
    assert former
    later = blob_of(NOTES[:3])
    path.write_bytes(later)
    kept = put_back(path, former, path.parent.parent / "locks")
    assert path.read_bytes() == BLOB
    assert kept is not None
    assert kept.path.read_bytes() == later
    path.unlink()
    assert put_back(path, kept, path.parent.parent / "locks") is None
    assert path.read_bytes() == later


def test_a_damaged_backup_is_not_put_back(path: Path) -> None:
    former = Backups(path.parent).keep(path)
    assert former
    former.path.write_bytes(b"{")
    with pytest.raises(CorruptStore):
        put_back(path, former, path.parent.parent / "locks")
    assert path.read_bytes() == BLOB
