"""Notes on a range of blocks, highlights, authors: kept, placed again, and said truly where an end is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cablereader.cable import Cable, read_cable
from cablereader.store.notes import Note, NoteStore
from cablereader.store.notes.placing import Placed

PARAGRAPHS = (
    "The harbour master keeps a second list of ships, which nobody at the ministry has asked to see since spring.",
    "The pilots say that the fog signal was sold, and that the buyer took it away by night on a borrowed lorry.",
    "Fishermen of the outer islands no longer come to the market on Thursdays, for the ferry leaves before it opens.",
    "Post will ask the chairman of the committee about it at the reception next week, if he should come to it.",
)


def cable_of(*paragraphs: str) -> Cable:
    body = "".join(f"{number}. (U) {text}\n\n" for number, text in enumerate(paragraphs, 1))
    head = "R 071405Z SEP 06\nFM AMEMBASSY PORT ALDER\nTO RUEHC/SECSTATE WASHDC 0001\nUNCLAS PORT ALDER 000412\n"
    return read_cable(f"{head}SUBJECT: A HARBOUR IN FOG\n\n{body}")


@pytest.fixture
def cable() -> Cable:
    return cable_of(*PARAGRAPHS)


def on_range(store: NoteStore, cable: Cable, selection: tuple[int, int] | None = None) -> Note:
    return store.add(cable, cable.block("1"), "all of a piece", selection=selection, until=cable.block("3"))


def placed(store: NoteStore, cable: Cable) -> Placed:
    (found,) = store.place(cable)
    return found


def test_a_range_is_kept_whole(store: NoteStore, cable: Cable) -> None:
    note = on_range(store, cable)
    (read,) = NoteStore(store.folder).of(note.cable)
    assert read == note
    assert read.label == "¶1–¶3"
    assert read.quote == "\n\n".join(PARAGRAPHS[:3])


def test_a_range_may_begin_and_end_inside_paragraphs(store: NoteStore, cable: Cable) -> None:
    note = on_range(store, cable, (4, 9))
    assert note.quote == "\n\n".join((PARAGRAPHS[0][4:], PARAGRAPHS[1], PARAGRAPHS[2][:9]))
    found = placed(store, cable)
    assert (found.selection, found.until_selection) == ((4, len(PARAGRAPHS[0])), (0, 9))


def test_a_range_in_the_same_text(store: NoteStore, cable: Cable) -> None:
    on_range(store, cable)
    found = placed(store, cable)
    assert (found.state, found.block, found.until) == ("exact", cable.block("1"), cable.block("3"))


def test_a_range_in_another_copy(store: NoteStore, cable: Cable) -> None:
    on_range(store, cable)
    other = cable_of("A remark of the editor that nobody had asked for, and that is new.", *map(str.upper, PARAGRAPHS))
    found = placed(store, other)
    assert (found.state, found.block, found.until) == ("exact", other.block("2"), other.block("4"))


def test_a_change_inside_a_range_is_told(store: NoteStore, cable: Cable) -> None:
    on_range(store, cable)
    other = cable_of(PARAGRAPHS[0], PARAGRAPHS[1].replace("lorry", "XXXXXXXX"), *PARAGRAPHS[2:])
    assert placed(store, other).state == "changed"
    shorter = cable_of(PARAGRAPHS[0], *PARAGRAPHS[2:])
    assert placed(store, shorter).state == "changed"


@pytest.mark.parametrize(("kept", "begins", "ends", "why"), [
    ((0, 1, 3), "1", None, "the end"),
    ((1, 2, 3), "2", None, "the beginning"),
])  # fmt: skip
def test_a_lost_end_is_told(
    store: NoteStore, cable: Cable, kept: tuple[int, ...], begins: str, ends: str | None, why: str
) -> None:
    on_range(store, cable)
    other = cable_of(*(PARAGRAPHS[index] for index in kept))
    found = placed(store, other)
    assert (found.state, found.block, found.until) == ("changed", other.block(begins), ends)
    assert found.why.startswith(why)


def test_a_range_that_is_gone_has_no_place(store: NoteStore, cable: Cable) -> None:
    on_range(store, cable)
    other = cable_of("The second paragraph of quite another cable about wheat.", PARAGRAPHS[1], PARAGRAPHS[3])
    assert placed(store, other).block is None


def test_a_range_cannot_end_before_it_begins(store: NoteStore, cable: Cable) -> None:
    with pytest.raises(ValueError, match="before"):
        store.add(cable, cable.block("3"), "x", until=cable.block("1"))
    assert store.all() == []


def test_a_highlight_needs_no_words(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.block("2"), "", selection=(4, 10), color="green")
    assert (note.quote, note.color, note.body) == (PARAGRAPHS[1][4:10], "green", "")
    changed = store.update(replace(note, color="pink"))
    assert (changed.color, changed.rev) == ("pink", 2)
    assert NoteStore(store.folder).of(note.cable) == [changed]


def test_the_author_is_kept_whoever_edits(store: NoteStore, cable: Cable) -> None:
    note = NoteStore(store.folder, author="Ada Alder").add(cable, None, "mine")
    other = NoteStore(store.folder, author="Ben Birch")
    edited = other.update(replace(note, body="ours"))
    assert edited.author == "Ada Alder"
    assert other.add(cable, None, "theirs").author == "Ben Birch"


def test_the_author_is_set_once(store: NoteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    from cablereader.store.places import places

    monkeypatch.delenv("CABLEREADER_AUTHOR", raising=False)
    config = places().config
    config.mkdir(parents=True)
    (config / "config.toml").write_text('author = "Ada  Alder"\n', "utf-8")
    assert NoteStore(store.folder).author == "Ada Alder"
    monkeypatch.setenv("CABLEREADER_AUTHOR", "")
    assert NoteStore(store.folder).author == ""


def test_a_note_of_an_older_version(store: NoteStore, cable: Cable) -> None:
    record = store.add(cable, None, "old").as_dict()
    for key in ("author", "color"):
        del record[key]
    note = Note.from_dict("x", record)
    assert (note.author, note.color, note.until) == ("", "", None)


def test_a_range_put_by_hand_stands_where_it_was_put(store: NoteStore, cable: Cable) -> None:
    note = on_range(store, cable)
    other = cable_of("Wheat is dear in the north, and bakers close at noon.", PARAGRAPHS[3])
    assert placed(store, other).state == "orphan"
    store.confirm(note, other, other.block("1"))
    found = placed(store, other)
    assert (found.state, found.block, found.until) == ("confirmed", other.block("1"), None)
    assert placed(store, cable).until == cable.block("3"), "in its own copy it stands whole"


def test_words_are_found_again_where_a_note_is_put_by_hand(store: NoteStore, cable: Cable) -> None:
    start = PARAGRAPHS[1].index("fog signal")
    note = store.add(cable, cable.block("2"), "", selection=(start, start + 10), color="blue")
    other = cable_of("Of all that was said there only this is known: the fog signal was sold.", PARAGRAPHS[3])
    store.confirm(note, other, other.block("1"))
    found = placed(store, other)
    assert found.block is not None
    assert found.selection is not None
    assert found.block.text[slice(*found.selection)] == "fog signal"
