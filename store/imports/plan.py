"""What an import would do: worked out on copies of the note files, shown, and written only when asked.

An import takes nothing away. Words that crossed with others stay beside them as a note of their own, as `care.merge`
keeps them; a note that was deleted here and is not newer there stays deleted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from ...cable import Cable
from ...cable.anchors import body_text, skeleton
from ...cable.placing import place
from ..errors import StoreError
from ..filenames import safe_name
from ..notes.care.copies import merge_file
from ..notes.care.merge import merge
from ..notes.files import CABLE, ENDING, META, NOTES, Tables, load
from ..notes.meta import CableMeta
from ..notes.model import Json, Note, clean_record
from ..notes.records import note_record
from ..notes.snapshots import FOLDER, Snapshots
from ..notes.store import NoteStore
from .arrival import Arrival, note_id
from .edits import edited, same_words
from .place import anchored

Outcome = Literal["new", "newer", "same", "conflicting", "unplaced"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""`newer` goes on from the words that are here; `conflicting` words stay beside them; `unplaced` is new, and its text
is not found with certainty."""

NO_CABLE = "it names no cable; left out"
NOT_AT_HAND = "its cable is not at hand"
NOT_FOUND = "its text is not found, or stands more than once"
CROSSED = "changed on both sides; both are kept"
ELSEWHERE = "a note on another cable has its id; it gets one of its own"


@dataclass(frozen=True, slots=True)
class Item:
    """A note that arrives and what becomes of it; `why` says so in words where it is not plain.

    `place` is the label of its place: as the file has it, where it is not known from the cable.
    """

    outcome: Outcome
    note: Note
    why: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, note by note.

    `tables` are the note files as they would be, by the key of their cable; `texts` the snapshots that notes are on.
    """

    items: tuple[Item, ...]
    tables: dict[str, Tables]
    texts: tuple[str, ...] = ()

    def counts(self) -> dict[Outcome, int]:
        """How many notes have each outcome."""
        found = Counter(item.outcome for item in self.items)
        return {outcome: found[outcome] for outcome in OUTCOMES}

    def write(self, store: NoteStore) -> list[Path]:
        """Merges the plan into the note files, each locked and kept as a backup before; gives those that changed.

        Raises StoreError; what was written before stays written, and importing again goes on from there.
        """
        snapshots, written = Snapshots(store.folder / FOLDER), list[Path]()
        for text in self.texts:
            snapshots.put(text)
        for key, tables in self.tables.items():
            path = note_file(store, key)
            merged = merge_file(path, tables, store.locks)
            if merged.added or merged.updated or merged.beside:
                written.append(path)
        return written


def plan(store: NoteStore, arrivals: Iterable[Arrival], find: Callable[[str], Cable | None]) -> Plan:
    """What importing would do; writes nothing. `find` gives the cable of a key, where it is at hand.

    Raises StoreError where a note file cannot be read.
    """
    planner = _Planner(store, find)
    items = tuple(_named(planner.take(arrival), arrival.label) for arrival in arrivals)
    changed = {key: planner.tables[key] for key in sorted(planner.changed)}
    return Plan(items, changed, tuple(planner.texts.values()))


def _named(item: Item, label: str) -> Item:
    known = item.note.anchor.address or item.note.anchor.ordinal is None or not label
    return replace(item, place=item.note.label if known else label)


def note_file(store: NoteStore, key: str) -> Path:
    """The file that has the notes of a cable."""
    return store.folder / f"{safe_name(key)}{ENDING}"


class _Planner:
    """The note files as they would be after the notes that were taken so far."""

    def __init__(self, store: NoteStore, find: Callable[[str], Cable | None]) -> None:
        self.tables: dict[str, Tables] = {}
        self.changed: set[str] = set()
        self._came: set[str] = set()
        self.texts: dict[str, str] = {}
        self._store, self._find = store, find
        self._cables: dict[str, Cable | None] = {}
        self._snapshots = Snapshots(store.folder / FOLDER)

    def take(self, arrival: Arrival) -> Item:
        note = arrival.note
        stored = self._stored(note)
        if stored and not arrival.whole:
            other = edited(stored, arrival)
            return self._merge(other, CableMeta(stored.cable)) if other else Item("same", stored)
        if arrival.meta is None:
            return Item("unplaced", note, NO_CABLE)
        if stored and stored.cable != note.cable:
            moved = replace(arrival, note=replace(note, id=note_id(f"{note.id} on {note.cable}")))
            taken = self.take(moved)
            return replace(taken, why=taken.why or ELSEWHERE)
        if stored:
            return self._merge(note, arrival.meta)
        if not arrival.whole and (twin := self._twin(note)):
            return Item("same", twin)
        placed, why = self._placed(arrival)
        item = self._merge(placed, arrival.meta)
        if arrival.text is not None:
            self.texts[note.anchor.snapshot or ""] = arrival.text
        return replace(item, outcome="unplaced", why=why) if why and item.outcome == "new" else item

    def _stored(self, note: Note) -> Note | None:
        """The note of the same id: in the file of its cable, else in that of another one."""
        record = self._table(note.cable).get(NOTES, {}).get(note.id) if note.cable else None
        record = record or self._elsewhere.get(note.id)
        return Note.from_dict(note.id, record) if record else None

    @cached_property
    def _elsewhere(self) -> dict[str, Json]:
        """The notes of all cables as they are; files that cannot be read are not written to, and passed over."""
        found: dict[str, Json] = {}
        for key in self._store.counts([]):
            with suppress(StoreError):
                found |= self._table(key).get(NOTES, {})
        return found

    def _twin(self, note: Note) -> Note | None:
        """A living note that was here before, on the same words of the cable, and says the same.

        Services give notes ids of their own; a note that went there and back is the same note.
        """
        own = skeleton(note.quote)
        for identity, record in self._table(note.cable).get(NOTES, {}).items():
            if identity in self._came:
                continue
            other = Note.from_dict(identity, record)
            if other.deleted_at is None and skeleton(other.quote) == own and same_words(other, note):
                return other
        return None

    def _placed(self, arrival: Arrival) -> tuple[Note, str]:
        """The note with an anchor in the cable at hand, and why it has no certain place (empty where it has)."""
        note, cable = arrival.note, self._cable(arrival.note.cable)
        if arrival.whole:
            if cable is None:
                return note, ""
            text = self._snapshots.load(note.anchor.snapshot) or arrival.text
            lost = place([note.anchor], text, cable)[0].state in ("orphan", "ambiguous")
            return note, NOT_FOUND if lost else ""
        if cable is None:
            return note, "" if note.anchor.ordinal is None else NOT_AT_HAND
        anchor = anchored(cable, arrival)
        if anchor is None:
            return note, NOT_FOUND
        self.texts[anchor.snapshot or ""] = body_text(cable)
        return replace(note, anchor=anchor), ""

    def _merge(self, note: Note, meta: CableMeta) -> Item:
        key, cable = note.cable, self._cable(note.cable)
        known = CableMeta.of(cable) if cable else meta
        theirs: Tables = {META: {CABLE: clean_record(known.as_dict())}, NOTES: {note.id: note_record(note)}}
        ours = self._table(key)
        merged = merge(ours, theirs)
        if merged.beside:
            item = Item("conflicting", note, CROSSED)
        elif merged.added:
            self._came |= {*merged.added}
            item = Item("new", note)
        elif merged.updated:
            item = Item("newer", note)
        else:
            return Item("same", note)
        self.tables[key] = merged.tables
        self.changed.add(key)
        return item

    def _table(self, key: str) -> Tables:
        if key not in self.tables:
            loaded = load(note_file(self._store, key))
            self.tables[key] = loaded[0] if loaded else {}
        return self.tables[key]

    def _cable(self, key: str) -> Cable | None:
        if key not in self._cables:
            self._cables[key] = self._find(key)
        return self._cables[key]
