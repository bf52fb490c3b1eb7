"""Where notes stand in another reading of their cable: where it is certain, and nowhere else.

What holds of notes whose snapshot is there holds of those whose snapshot is lost or damaged as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from cablereader.cable import Cable
from cablereader.cable.placing.runs import Same, align
from cablereader.store.notes import Note, NoteStore, Placed

from ..handmade import BODY, Part, make_cable

Happening = Callable[[NoteStore], None]

PILOTS, ITEM = BODY[2], BODY[3]
SHORT = Part("heading", "PREVENTION")
SAME = Part("paragraph", "The mission keeps one boat for this purpose and no other.")


def _note(store: NoteStore, cable: Cable, text: str, which: int = 0) -> Note:
    block = [block for block in cable.blocks if block.text == text][which]
    return store.add(cable, block, "x")


def _place(store: NoteStore, body: list[Part]) -> Placed:
    (placed,) = store.place(make_cable(body=body))
    return placed


def _lose(store: NoteStore) -> None:
    shutil.rmtree(store.folder / "snapshots")


def _damage(store: NoteStore) -> None:
    for path in (store.folder / "snapshots").iterdir():
        path.write_bytes(path.read_bytes()[:-9])


@pytest.fixture(params=[lambda _: None, _lose, _damage], ids=["snapshot", "lost", "damaged"])
def before_placing(request: pytest.FixtureRequest) -> Happening:
    """What happens to the snapshots after the notes are written."""
    happening: Happening = request.param
    return happening


def test_the_same_text_places_every_note(store: NoteStore, cable: Cable) -> None:
    for block in (*cable.blocks[::-1], None):
        store.add(cable, block, "x")
    placed = store.place(make_cable())
    assert [item.block for item in placed] == [None, *cable.blocks]
    assert {item.state for item in placed} == {"exact"}


def test_another_wrapping_case_and_punctuation_is_the_same_text(
    store: NoteStore, cable: Cable, before_placing: Happening
) -> None:
    _note(store, cable, PILOTS.text)
    body = [part._replace(text=part.text.upper().replace("'", "’").replace(";", " --")) for part in BODY]
    before_placing(store)
    placed = _place(store, body)
    assert (placed.state, placed.block and placed.block.anchor) == ("exact", "2")


def test_a_renumbered_paragraph_is_found(store: NoteStore, cable: Cable, before_placing: Happening) -> None:
    _note(store, cable, PILOTS.text)
    renumbered = [part._replace(number=str(int(part.number) + 1)) if part.number else part for part in BODY]
    before_placing(store)
    placed = _place(store, [Part("paragraph", "A new first paragraph.", "1"), *renumbered])
    assert (placed.state, placed.block and placed.block.anchor) == ("exact", "3")


@pytest.mark.parametrize("gone", range(len(BODY)))
def test_a_deleted_block_is_never_replaced_by_another(
    store: NoteStore, cable: Cable, gone: int, before_placing: Happening
) -> None:
    store.add(cable, cable.blocks[gone], "x")
    before_placing(store)
    placed = _place(store, [part for index, part in enumerate(BODY) if index != gone])
    assert placed.block is None
    assert placed.state == "orphan"


def test_notes_never_stand_on_another_cable(store: NoteStore, cable: Cable) -> None:
    for block in cable.blocks:
        store.add(cable, block, "x")
    other = [Part("paragraph", f"Quite another matter, number {number}.", str(number)) for number in range(1, 9)]
    assert {placed.state for placed in store.place(make_cable(body=other))} == {"orphan"}


def test_an_altered_paragraph_is_changed(store: NoteStore, cable: Cable, before_placing: Happening) -> None:
    note = _note(store, cable, PILOTS.text)
    altered = PILOTS._replace(text=PILOTS.text.replace("a bait tin", "XXXXXXXXXXXX"))
    before_placing(store)
    placed = _place(store, [altered if part == PILOTS else part for part in BODY])
    assert (placed.state, placed.block and placed.block.anchor) == ("changed", "2")
    assert note.quote == PILOTS.text


def test_another_text_under_the_same_number_is_not_it(
    store: NoteStore, cable: Cable, before_placing: Happening
) -> None:
    _note(store, cable, PILOTS.text)
    other = PILOTS._replace(text="The Consul called on the bishop, who had not heard of any pilots at all.")
    before_placing(store)
    assert _place(store, [other if part == PILOTS else part for part in BODY]).state == "orphan"


def _copies(*numbers: str) -> list[Part]:
    return [part for number in numbers for part in (Part("paragraph", f"Region {number} reports.", number), SAME)]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_copies_are_told_apart(store: NoteStore, which: int, before_placing: Happening) -> None:
    cable = make_cable(body=_copies("1", "2", "3"))
    _note(store, cable, SAME.text, which)
    before_placing(store)
    placed = _place(store, _copies("1", "2", "3"))
    assert (placed.state, placed.block and placed.block.anchor) == ("exact", f"{which + 1}.1")


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_missing_copy_makes_the_others_no_better_candidates(
    store: NoteStore, which: int, gone: int, before_placing: Happening
) -> None:
    _note(store, make_cable(body=_copies("1", "2", "3")), SAME.text, which)
    without = _copies("1", "2", "3")
    del without[2 * gone + 1]
    before_placing(store)
    placed = _place(store, without)
    if which == gone:
        assert placed.block is None
        assert placed.state in ("orphan", "ambiguous")
    else:
        assert placed.block is None or placed.block.anchor == f"{which + 1}.1"


def test_a_copy_that_is_new_does_not_take_the_note(store: NoteStore, before_placing: Happening) -> None:
    _note(store, make_cable(body=_copies("1", "2")[1:]), SAME.text, 0)
    before_placing(store)
    placed = _place(store, [Part("paragraph", "Region 1 reports.", "1"), SAME, SAME, *_copies("2")])
    assert placed.block is None


def test_a_short_heading_elsewhere_is_not_it(store: NoteStore, before_placing: Happening) -> None:
    cable = make_cable(body=[*BODY[:2], SHORT, *BODY[2:]])
    _note(store, cable, SHORT.text)
    before_placing(store)
    moved = _place(store, [*BODY, SHORT])
    assert moved.block is None


def test_unplaced_notes_come_last(store: NoteStore, cable: Cable) -> None:
    first, third = _note(store, cable, BODY[0].text), _note(store, cable, PILOTS.text)
    placed = store.place(make_cable(body=BODY[1:]))
    assert [(item.note.id, item.state) for item in placed] == [(third.id, "exact"), (first.id, "orphan")]


def test_an_unreadable_text_leaves_notes_unplaced(store: NoteStore, cable: Cable, before_placing: Happening) -> None:
    _note(store, cable, PILOTS.text)
    before_placing(store)
    assert _place(store, []).state == "orphan"


def test_a_missing_copy_is_known_to_be_gone(store: NoteStore) -> None:
    _note(store, make_cable(body=_copies("1", "2", "3")), SAME.text, 1)
    without = _copies("1", "2", "3")
    del without[3]
    placed = _place(store, without)
    assert (placed.state, placed.why) == ("orphan", "the block is gone")


def test_a_lost_snapshot_makes_copies_candidates(store: NoteStore) -> None:
    _note(store, make_cable(body=_copies("1", "2", "3")), SAME.text, 1)
    _lose(store)
    without = _copies("1", "2", "3")
    del without[3]
    placed = _place(store, without)
    assert (placed.state, [block.text for block in placed.candidates]) == ("ambiguous", [SAME.text] * 2)


def test_the_selection_is_where_the_words_are_now(store: NoteStore, cable: Cable) -> None:
    block = next(block for block in cable.blocks if block.text == PILOTS.text)
    start = block.text.index("bait tin")
    store.add(cable, block, "x", selection=(start, start + len("bait tin")))
    altered = PILOTS._replace(text=f"As instructed, {PILOTS.text}")
    placed = _place(store, [altered if part == PILOTS else part for part in BODY])
    assert placed.block is not None
    assert placed.selection is not None
    assert placed.block.text[slice(*placed.selection)] == "bait tin"


def test_two_texts_are_compared_once(store: NoteStore, cable: Cable, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def counted(old: str, new: str) -> list[Same] | None:
        compared.append(new)
        return align(old, new)

    monkeypatch.setattr("cablereader.cable.placing.fates.align", counted)
    for block in cable.blocks:
        store.add(cable, block, "x")
    other = make_cable(body=BODY[1:])
    assert store.place(other) == store.place(other)
    assert len(compared) == 1


def test_notes_made_on_two_texts_stand_on_a_third(store: NoteStore, cable: Cable) -> None:
    store.add(cable, cable.blocks[2], "x")
    second = make_cable(body=[part._replace(text=part.text.replace("coal", "peat")) for part in BODY])
    store.add(second, second.blocks[3], "y")
    third = make_cable(body=[Part("paragraph", "A preamble that came later.", "9"), *BODY])
    assert [(placed.state, placed.block and placed.block.text) for placed in store.place(third)] == [
        ("exact", PILOTS.text),
        ("changed", ITEM.text),
    ]


def test_threads_with_different_cables_do_not_mix_them(store: NoteStore, cable: Cable) -> None:
    for block in cable.blocks:
        store.add(cable, block, "x")
    readings = [make_cable(body=BODY[number:]) for number in range(4)]
    expected = [[placed.state for placed in NoteStore(store.folder).place(reading)] for reading in readings]
    with ThreadPoolExecutor(4) as threads:
        for _ in range(5):
            found = list(threads.map(store.place, readings))
            assert [[placed.state for placed in each] for each in found] == expected
            for each, reading in zip(found, readings, strict=True):
                assert all(placed.block is None or placed.block in reading.blocks for placed in each)
