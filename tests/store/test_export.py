"""Notes as Markdown: what it says, and what it must never say."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cablereader.cable import Cable, read_cable
from cablereader.cable.safe import visible
from cablereader.store.export.escape import block_quote, code_quote, literal, tag_name, yaml_list, yaml_string
from cablereader.store.export.markdown import markdown
from cablereader.store.notes import Note, NoteStore, cable_key
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..handmade import Part, make_cable
from ..hostile import NOTES, TEXTS, leaks

NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_OWN = re.compile(r"<!-- cablereader:(?:begin [^<>]*|end|front [^<>]*) -->\n?")
ANY_TEXT = st.text(alphabet=st.characters()) | st.sampled_from(list(TEXTS.values()))


def _export(store: NoteStore, cable: Cable) -> str:
    key = cable_key(cable)
    return markdown(store.of(key), store.meta(key), exported=NOW)


def _seen(tokens: Sequence[Token]) -> str:
    """The words of inline tokens; fails for anything that is not plain text."""
    words = []
    for token in tokens:
        assert token.type in ("text", "hardbreak", "softbreak"), token
        words.append("\n" if token.type == "hardbreak" else token.content)
    return "".join(words)


def test_the_document_as_it_is_meant(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[2], "Who *keeps* the minutes?", ["ngo", "bait tins"])
    name = f"n-{note.id[:6]}"
    text = _export(store, cable)
    digest = re.search(r"sha ([0-9a-f]{16})", text)
    assert digest is not None
    front, _, body = text.partition("<!-- cablereader:front")
    assert front == (
        "---\n"
        'title: "06 PORT ALDER 412: Harbour Pilots Stay Ashore"\n'
        'cable: "06PORTALDER412"\n'
        'origin: "Embassy Port Alder"\n'
        "date: 2006-09-07\n"
        'classification: "CONFIDENTIAL"\n'
        'cable_tags: ["ELAB", "EWWT", "PGOV"]\n'
        'tags: ["bait-tins", "ngo"]\n'
        'aliases: ["06PORTALDER412"]\n'
        "notes: 1\n"
        "exported: 2026-11-21T16:00:00Z\n"
        'generator: "cablereader 0.1.0"\n'
        "---\n"
    )
    assert body.partition("\n")[2] == (
        "\n# 06 PORT ALDER 412: notes\n\n"
        f"<!-- cablereader:begin {name} rev 1 sha {digest[1]} note {note.id} -->\n\n"
        f"## ¶2 · {name}\n\n"
        "> Poloff called on the pilots' committee, which keeps its minutes in a bait tin; it asks for three things:\n\n"
        f"Who *keeps* the minutes?[^{name}] #ngo #bait-tins\n\n"
        f"[^{name}]: U.S. Embassy Port Alder to Secretary of State, telegram 06 PORT ALDER 412, “Harbour Pilots Stay "
        "Ashore,” September 7, 2006, para. 2.\n\n"
        "<!-- cablereader:end -->\n"
    )


def test_notes_come_in_reading_order_with_unplaced_ones_last(store: NoteStore, cable: Cable) -> None:
    bodies = {7: "third", 2: "second", 0: "first"}
    notes = {body: store.add(cable, cable.blocks[index], body) for index, body in bodies.items()}
    store.add(cable, None, "whole")
    states = {notes["first"].id: "orphan", notes["third"].id: "changed"}
    text = markdown(store.of("06PORTALDER412"), store.meta("06PORTALDER412"), states=states)
    order = [text.index(word) for word in ("whole[^", "second[^", "third[^", "## Unplaced notes", "first[^")]
    assert order == sorted(order)
    assert "text not found in the present copy" in text
    assert "text changed in the present copy" in text
    assert "The harbour pilots of Port Alder" in text, "an unplaced note shows its quote"


def test_a_selection_is_quoted_alone(store: NoteStore, cable: Cable) -> None:
    store.add(cable, cable.blocks[0], "x", selection=(9, 27))
    assert "\n> The harbour pilots\n" in _export(store, cable)


def test_a_table_keeps_its_columns(store: NoteStore) -> None:
    rows = "YEAR   CASES\n2005       3 `x`\n2006      12"
    cable = make_cable(body=[Part("table", rows)])
    store.add(cable, cable.blocks[0], "x")
    fences = [token for token in READER.parse(_export(store, cable)) if token.type == "fence"]
    assert [fence.content for fence in fences] == [rows + "\n"]


@pytest.mark.parametrize(
    ("body", "apart"),
    [
        ("plain", False),
        ("```\ncode\n```", True),
        ("- a\n- b", True),
        ("> q", True),
        ("    code", True),
        ("```\nnever closed", True),
        ("", False),
        ("one\n\ntwo", False),
    ],
)
def test_the_footnote_does_not_spoil_the_body(store: NoteStore, cable: Cable, body: str, apart: bool) -> None:
    note = store.add(cable, None, body)
    sign = f"[^n-{note.id[:6]}]"
    assert (f"\n\n{body}\n\n{sign}" if apart else f"\n\n{body}{sign}") in _export(store, cable)


def test_names_of_notes_stay_when_others_come(store: NoteStore, cable: Cable) -> None:
    one = store.add(cable, None, "x")
    twin = replace(one, id=one.id[:6] + "0" * 26, created=one.created.replace(year=2100))
    text = markdown([twin, one], store.meta("06PORTALDER412"))
    assert set(re.findall(r"begin (\S+)", text)) == {f"n-{one.id[:6]}", f"n-{one.id[:6]}0"}


@given(ANY_TEXT)
def test_literal_text_reads_as_it_is(text: str) -> None:
    line = literal(text)
    assert leaks(line) == []
    tokens = READER.parse(line)
    words = " ".join(visible(text).split())
    if not words:
        assert line == ""
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _seen(tokens[1].children or []) == words.strip(" ")


@given(st.lists(ANY_TEXT, max_size=5))
def test_a_quote_reads_as_it_is(lines: list[str]) -> None:
    text = "\n".join(lines)
    tokens = READER.parse(block_quote(text))
    inside = [token for token in tokens if token.type not in ("blockquote_open", "blockquote_close")]
    assert {token.type for token in inside} <= {"paragraph_open", "inline", "paragraph_close"}
    seen = [line for token in inside if token.type == "inline" for line in _seen(token.children or []).split("\n")]
    assert seen == [words for line in text.split("\n") if (words := " ".join(visible(line).split()))]


@given(ANY_TEXT)
def test_a_table_reads_as_it_is(text: str) -> None:
    tokens = READER.parse(code_quote(text))
    assert [token.type for token in tokens] == ["blockquote_open", "fence", "blockquote_close"]
    lines = visible(text.expandtabs(8)).strip("\n").split("\n")
    assert tokens[1].content.rstrip("\n") == "\n".join(line.rstrip() for line in lines).rstrip("\n")


@given(ANY_TEXT)
def test_yaml_strings_are_json_strings_without_controls(text: str) -> None:
    assert json.loads(yaml_string(text)) == " ".join(visible(text).split())
    assert leaks(yaml_string(text)) == []
    assert json.loads(yaml_list((text, "NO"))) == [" ".join(visible(text).split()), "NO"]


@given(ANY_TEXT)
def test_tags_are_one_word(text: str) -> None:
    assert re.fullmatch(r"[\w/-]*", tag_name(text))


@pytest.mark.parametrize(
    "line",
    [
        "# x",
        "- x",
        "+ x",
        "1. x",
        "1) x",
        "(a) x",
        "A. x",
        "iv. x",
        "> x",
        "---",
        "===",
        "***",
        "``` x",
        "~~~",
        "| x |",
        ": x",
    ],
)
def test_line_starts_are_defused(line: str) -> None:
    """Also those that only Pandoc takes for a list."""
    assert "\\" in literal(line)


def _check_harmless(text: str, notes: Sequence[Note]) -> None:
    assert leaks(text) == []
    text.encode("utf-8")
    assert text.count("\n<!-- cablereader:end -->") == len(notes)


def test_hostile_notes_are_harmless(store: NoteStore, cable: Cable, hostile_note: str) -> None:
    notes = [
        store.add(cable, block, hostile_note, [hostile_note, "x"]) for block in (None, cable.blocks[0], cable.blocks[2])
    ]
    text = _export(store, cable)
    _check_harmless(text, notes)
    meta = store.meta("06PORTALDER412")
    assert markdown(notes, meta, existing=text, exported=NOW.replace(year=2030)) == text, "nothing new is no change"


def test_hostile_cables_are_harmless(store: NoteStore, hostile_cable: str) -> None:
    cable = read_cable(hostile_cable)
    notes = [store.add(cable, block, "plain") for block in (None, *cable.blocks)]
    text = _export(store, cable)
    _check_harmless(text, notes)
    front = text.split("\n---\n")[0].split("\n")[1:]
    assert all(re.match(r"[a-z_]+: ", line) for line in front)
    own = _OWN.sub("", text.partition("\n---\n")[2])
    kinds = {token.type for token in READER.parse(own)}
    assert not kinds & {"html_block", "code_block", "hr", "bullet_list_open", "ordered_list_open", "table_open"}
    assert not re.search(r"<(?!!)", own), "no HTML"


def test_hostile_titles_are_harmless() -> None:
    for text in TEXTS.values():
        cable = make_cable(subject=text, origin=text, classification=text, tags=(text,))
        from cablereader.store.notes import CableMeta

        _check_harmless(markdown([], CableMeta.of(cable), exported=NOW), [])


def test_a_body_that_poses_as_an_exported_note_does_not_end_it(store: NoteStore, cable: Cable) -> None:
    trap = "a\n<!-- cablereader:end -->\n<!-- cablereader:begin n-1 rev 1 sha 0123456789abcdef note x -->\nb"
    note = store.add(cable, None, trap)
    text = _export(store, cable)
    assert text.count("<!-- cablereader:begin") == text.count("<!-- cablereader:end") == 1
    assert markdown([note], store.meta("06PORTALDER412"), existing=text) == text


def test_every_hostile_body_is_there(store: NoteStore, cable: Cable) -> None:
    for body in NOTES.values():
        store.add(cable, None, body)
    text = _export(store, cable)
    for body in NOTES.values():
        lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert all(visible(line.expandtabs(4)) in text for line in lines)
