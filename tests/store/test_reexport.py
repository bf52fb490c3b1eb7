"""Exporting again over a document the user worked in: no edit is lost, new notes come, changed ones stand beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.export.form import FLAVOURS, Form
from cablereader.store.export.front import digest_of, values_of
from cablereader.store.export.markdown import markdown
from cablereader.store.notes import CableMeta, Note, NoteStore
from hypothesis import given, settings
from hypothesis import strategies as st

from ..handmade import make_cable

KEY = "06PORTALDER412"
NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)


class Desk:
    """A store with three notes and the document they were exported to."""

    def __init__(self, folder: Path) -> None:
        self.store = NoteStore(folder / "notes", folder / "state")
        self.cable = make_cable()
        self.notes = [
            self.store.add(self.cable, self.cable.blocks[index], f"body on {index}", ["t"]) for index in (0, 2, 7)
        ]
        self.text = self.export("")

    def export(self, existing: str, days: int = 0, form: Form | None = None) -> str:
        notes, meta = self.store.of(KEY), self.store.meta(KEY)
        return markdown(notes, meta, existing=existing, exported=NOW + timedelta(days=days), form=form)

    def edit(self, number: int, body: str) -> Note:
        self.notes[number] = self.store.update(replace(self.notes[number], body=body))
        return self.notes[number]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_nothing_new_changes_nothing(desk: Desk) -> None:
    assert desk.export(desk.text, days=1) == desk.text


def test_a_changed_note_is_brought_up_to_date_in_its_place(desk: Desk) -> None:
    desk.edit(1, "another body")
    text = desk.export(desk.text, days=1)
    assert "body on 2" not in text
    assert text.index("body on 0") < text.index("another body[^") < text.index("body on 7")
    assert "exported: 2026-11-22" in text
    assert desk.export(text, days=2) == text


def test_an_edited_note_is_left_and_the_newer_version_put_after_it(desk: Desk) -> None:
    mine = desk.text.replace("body on 2", "my words in the vault")
    assert desk.export(mine, days=1) == mine, "as long as the note itself is the same"
    note = desk.edit(1, "changed in the reader")
    text = desk.export(mine, days=1)
    assert text.index("my words in the vault") < text.index("newer version") < text.index("changed in the reader")
    assert text.index("changed in the reader") < text.index("body on 7")
    assert f"[^n-{note.id[:6]}-r2]: " in text
    assert desk.export(text, days=2) == text


def test_a_newer_version_is_itself_brought_up_to_date(desk: Desk) -> None:
    mine = desk.text.replace("body on 2", "my words")
    desk.edit(1, "second")
    text = desk.export(mine)
    desk.edit(1, "third")
    text = desk.export(text)
    assert ("second" in text, "third" in text, "my words" in text) == (False, True, True)
    also_mine = text.replace("third", "my third")
    desk.edit(1, "fourth")
    text = desk.export(also_mine)
    assert text.index("my words") < text.index("my third") < text.index("fourth")


def test_a_new_note_comes_where_it_is_read(desk: Desk) -> None:
    desk.store.add(desk.cable, desk.cable.blocks[3], "between")
    desk.store.add(desk.cable, None, "before all")
    text = desk.export(desk.text + "\nMy closing words.\n")
    order = [
        text.index(word) for word in ("before all", "body on 0", "body on 2", "between", "body on 7", "My closing")
    ]
    assert order == sorted(order)


def test_a_deleted_note_stays_in_the_document(desk: Desk) -> None:
    desk.store.delete(desk.notes[1].id)
    text = desk.export(desk.text)
    assert "body on 2" in text
    assert "notes: 2" in text


def test_a_changed_order_is_kept(desk: Desk) -> None:
    head, first, second, third = desk.text.replace("<!-- cablereader:begin", "\0<!-- cablereader:begin").split("\0")
    turned = head + third + second + first
    desk.edit(2, "seventh anew")
    text = desk.export(turned)
    assert text.index("seventh anew") < text.index("body on 2") < text.index("body on 0")


def test_front_matter_of_the_user_is_kept(desk: Desk) -> None:
    mine = desk.text.replace("---\ntitle", "---\nstatus: read  # twice\nproject:\n  - brokerage\n  - alder\ntitle", 1)
    mine = mine.replace('aliases: ["06PORTALDER412"]', "aliases:\n  - 06PORTALDER412\n  - pilots")
    mine = mine.replace('tags: ["t"]\n', "")
    desk.store.add(desk.cable, None, "new", ["u"])
    text = desk.export(mine, days=1)
    front = text.split("\n---\n")[0]
    assert "status: read  # twice\nproject:\n  - brokerage\n  - alder\n" in front
    assert "aliases:\n  - 06PORTALDER412\n  - pilots\n" in front
    assert "\ntags:" not in front, "a key that was taken out stays out"
    assert "\nnotes: 4\n" in front
    assert "\nexported: 2026-11-22T16:00:00Z" in front


def test_front_matter_that_another_editor_rewrote_is_still_ours(desk: Desk) -> None:
    """Obsidian writes lists as lines and takes quotes off; the values are the same, so they are brought up to date."""
    mine = desk.text.replace('tags: ["t"]', "tags:\n  - t").replace('cable: "06PORTALDER412"', "cable: 06PORTALDER412")
    desk.store.add(desk.cable, None, "new", ["u"])
    assert '\ntags: ["t", "u"]\n' in desk.export(mine)


def test_front_matter_taken_out_stays_out(desk: Desk) -> None:
    mine = desk.text.partition("\n---\n")[2]
    desk.edit(0, "anew")
    text = desk.export(mine)
    assert not text.startswith("---")
    assert "anew" in text


def test_a_document_of_the_users_own_is_added_to(desk: Desk) -> None:
    own = "---\ntitle: My title\n---\n\n# Mine\n\nWords.\n"
    text = desk.export(own)
    assert text.startswith("---\ntitle: My title\ncable: ")
    assert text.index("# Mine\n\nWords.") < text.index("# 06 PORT ALDER 412: notes") < text.index("body on 0")
    assert desk.export(text, days=1) == text
    plain = desk.export("Only words, and a last line")
    assert "Only words, and a last line" in plain
    assert plain.startswith("---\n")


@pytest.mark.parametrize("mark", ["<!-- cablereader:end -->", "<!-- cablereader:begin"])
def test_broken_marks_lose_nothing(desk: Desk, mark: str) -> None:
    broken = desk.text.replace(mark, "<!-- gone", 2)
    desk.edit(0, "changed in the reader")
    text = desk.export(broken)
    for words in ("body on 0", "body on 2", "body on 7", "changed in the reader"):
        assert words in text
    assert all(
        line in text.split("\n")
        for line in broken.split("\n")
        if "generator" not in line and "exported" not in line and "cablereader:front" not in line
    )


def test_new_unplaced_notes_come_under_their_heading(desk: Desk) -> None:
    notes, meta = desk.store.of(KEY), desk.store.meta(KEY)
    lost = desk.store.add(desk.cable, desk.cable.blocks[4], "lost one")
    text = markdown([*notes, lost], meta, existing=desk.text, states={lost.id: "orphan"})
    other = desk.store.add(desk.cable, desk.cable.blocks[5], "found one")
    late = desk.store.add(desk.cable, desk.cable.blocks[8], "last one")
    text = markdown([*notes, lost, other, late], meta, existing=text, states={lost.id: "orphan"})
    order = [text.index(word) for word in ("body on 7", "last one[^", "## Unplaced notes", "lost one[^")]
    assert order == sorted(order)
    assert text.count("## Unplaced notes") == 1


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 200), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)), max_size=6
    ),
    st.lists(st.integers(0, 2), max_size=3),
    st.builds(Form, st.sampled_from(FLAVOURS)),
)
def test_no_line_of_the_user_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, added: list[tuple[int, str]], changed: list[int], form: Form
) -> None:
    desk = Desk(tmp_path_factory.mktemp("d"))
    lines = desk.export("", form=form).split("\n")
    for number, (at, words) in enumerate(added):
        lines.insert(at % (len(lines) + 1), f"mine {number} {words}")
    for number in changed:
        desk.edit(number, f"reader's {number} {desk.notes[number].rev}")
    text = desk.export("\n".join(lines), days=1, form=form)
    kept = text.split("\n")
    assert [line for line in kept if line.startswith("mine ")] == [line for line in lines if line.startswith("mine ")]
    for note in desk.notes:
        assert note.body in text
    assert desk.export(text, days=2, form=form) == text


@given(st.recursive(st.text(st.characters(exclude_categories=["Cs"])), lambda inner: st.lists(inner, max_size=3)))
def test_a_value_is_the_same_value_however_it_is_looked_at(value: object) -> None:
    assert digest_of(value) == digest_of(value)


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (['x: "a: b"'], "a: b"),
        (["x: 'it''s'"], "it's"),
        (["x: plain # text"], "plain # text"),
        (["x: [a, 'b', \"c\"]"], ["a", "b", "c"]),
        (['x: ["a, b", "c"]'], ["a, b", "c"]),
        (["x:", "  - a", "- 'b'"], ["a", "b"]),
        (["x: 3"], "3"),
        (["x:"], ""),
        (["x: >", "  folded", "  text"], "> folded text"),
    ],
)
def test_values_of_front_matter(lines: list[str], value: object) -> None:
    assert values_of(lines) == {"x": value}


def test_meta_alone_makes_a_document(cable: Cable) -> None:
    assert markdown([], CableMeta.of(cable)).endswith("# 06 PORT ALDER 412: notes\n")
