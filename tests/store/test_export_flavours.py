"""Flavours of Markdown: what each has and has not, re-export in each, and what independent readers make of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from cablereader.cable import Cable
from cablereader.store.export import export_notes
from cablereader.store.export.form import FLAVOURS, Flavour, Form
from cablereader.store.export.formats import Format, export_as
from cablereader.store.export.markdown import markdown
from cablereader.store.notes import CableMeta, NoteStore
from hypothesis import example, given
from hypothesis import strategies as st

from ..handmade import make_cable
from ..hostile import TEXTS

pypandoc = pytest.importorskip("pypandoc")
yaml = pytest.importorskip("yaml")

KEY = "06PORTALDER412"
READERS = Path(__file__).parent / "readers"
WIKILEAKS = "WikiLeaks, Public Library of US Diplomacy"
ADDRESS = "https://wikileaks.org/plusd/cables/06PORTALDER412_a.html"


def _text(store: NoteStore, form: Form, existing: str = "") -> str:
    return markdown(store.of(KEY), store.meta(KEY), existing=existing, form=form)


def test_obsidian_has_a_block_id_after_the_quote_and_the_others_have_none(store: NoteStore, cable: Cable) -> None:
    note = store.add(cable, cable.blocks[4], "x", ["bait tins"])
    name = f"n-{note.id[:6]}"
    text = _text(store, Form("obsidian"))
    assert f"\n> \\-- a second bell.\n\n^{name}\n\nx[^{name}] #bait-tins\n" in text
    assert not any(f"\n^{name}" in _text(store, Form(flavour)) for flavour in ("markdown", "pandoc"))


def test_a_note_without_a_quote_has_its_heading_for_a_link(store: NoteStore, cable: Cable) -> None:
    store.add(cable, None, "x")
    assert "\n^n-" not in _text(store, Form("obsidian"))


def test_pandoc_cites_by_key(store: NoteStore, cable: Cable) -> None:
    store.add(cable, cable.blocks[2], "On the *pilots*.", ["ngo"])
    store.add(cable, None, "On all.")
    text = _text(store, Form("pandoc"))
    assert "\nOn the *pilots*. [@06PORTALDER412, para. 2] #ngo\n" in text
    assert "\nOn all. [@06PORTALDER412]\n" in text
    assert "[^n-" not in text


def test_footnotes_in_a_style_and_from_a_source(store: NoteStore, cable: Cable) -> None:
    store.add(cable, cable.blocks[2], "x")
    text = _text(store, Form(style="chicago-short"))
    assert "]: Portalder 412, September 7, 2006, para. 2.\n" in text
    text = _text(store, Form(source="wikileaks"))
    assert f'\nsource: "{ADDRESS}"\n' in text
    assert re.search(rf"^\[\^n-\w+\]: .*para\. 2, {WIKILEAKS}, <{re.escape(ADDRESS)}>\.$", text, re.M)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_edits_are_kept_in_every_flavour(store: NoteStore, flavour: Flavour) -> None:
    """Text added, a note edited, front matter keys added and the order changed; then the store moves on."""
    cable, form = make_cable(), Form(flavour)
    notes = [store.add(cable, cable.blocks[index], f"body on {index}", ["t"]) for index in (0, 2, 7)]
    text = _text(store, form)
    head, first, second, third = text.replace("<!-- cablereader:begin", "\0<!-- cablereader:begin").split("\0")
    mine = "".join(
        [head.replace("---\ntitle", "---\nstatus: read\ntitle", 1), third, "My own words.\n\n", second, first]
    )
    mine = mine.replace("body on 2", "my words in the vault")
    assert _text(store, form, mine) == mine
    store.update(replace(notes[1], body="changed in the reader"))
    store.update(replace(notes[0], body="body on 0, again"))
    store.add(cable, cable.blocks[3], "a new note")
    after = _text(store, form, mine)
    order = ["status: read", "body on 7", "My own words.", "my words in the vault", "newer version"]
    places = [after.index(words) for words in [*order, "changed in the reader", "body on 0, again"]]
    assert places == sorted(places)
    assert "a new note" in after
    assert _text(store, form, after) == after


def test_another_flavour_takes_over_what_was_not_edited(store: NoteStore, cable: Cable) -> None:
    store.add(cable, cable.blocks[2], "one")
    store.add(cable, cable.blocks[7], "two")
    mine = _text(store, Form()).replace("two[^", "my two[^")
    text = _text(store, Form("pandoc"), mine)
    assert "one [@06PORTALDER412, para. 2]" in text
    assert "my two[^n-" in text


def test_the_bibliography_lies_beside_and_keeps_what_was_changed_in_it(
    store: NoteStore, cable: Cable, tmp_path: Path
) -> None:
    store.add(cable, None, "x")
    export_notes(store, target=tmp_path, form=Form("pandoc"))
    assert '\nbibliography: ["06PORTALDER412.csl.json"]\n' in (tmp_path / f"{KEY}.md").read_text("utf-8")
    beside = tmp_path / f"{KEY}.csl.json"
    items = json.loads(beside.read_text("utf-8"))
    assert [item["id"] for item in items] == [KEY]
    mine = json.dumps([items[0] | {"title": "My title"}, {"id": "book"}])
    beside.write_text(mine, "utf-8")
    export_notes(store, target=tmp_path, form=Form("pandoc"))
    assert beside.read_text("utf-8") == mine
    beside.write_text("no list of mine", "utf-8")
    export_notes(store, target=tmp_path, form=Form("pandoc"))
    assert beside.read_text("utf-8") == "no list of mine"


def test_pandoc_renders_the_footnotes_in_chicago_style(store: NoteStore, cable: Cable, tmp_path: Path) -> None:
    store.add(cable, cable.blocks[2], "Who keeps the *minutes*?", ["ngo"])
    store.add(cable, None, "On the whole.")
    export_notes(store, target=tmp_path, form=Form("pandoc", source="wikileaks"))
    words = [f"--csl={READERS / 'note.csl'}", f"--resource-path={tmp_path}", "--citeproc", "--wrap=none"]
    page = pypandoc.convert_file(str(tmp_path / f"{KEY}.md"), "plain", format="markdown", extra_args=words)
    note = (
        "U.S. Embassy Port Alder to Secretary of State, telegram 06 PORT ALDER 412, “Harbour Pilots Stay Ashore,” "
        "September 7, 2006, para. 2, WikiLeaks, Public Library of US Diplomacy, 06PORTALDER412_a, " + ADDRESS
    )
    assert re.search(rf"^\[\d\] {re.escape(note)}\.$", page, re.M), page
    assert "“Harbour Pilots Stay Ashore,” September 7, 2006, WikiLeaks" in page, "the whole cable has no paragraph"
    assert "cablereader:" not in page, "our comments are not seen"
    assert re.search(r"Who keeps the minutes\?\s?\[\d\] #ngo", page), page


def test_pandoc_knows_the_style_it_has_built_in(store: NoteStore, cable: Cable, tmp_path: Path) -> None:
    """Chicago by author and date, from the plain CSL-JSON and from the BibLaTeX."""
    store.add(cable, cable.blocks[2], "x")
    text = "Words [@06PORTALDER412, para. 2].\n"
    files: dict[Format, str] = {"csl": "a.json", "biblatex": "a.bib"}
    for format_, name in files.items():
        export_as(store, format_, target=tmp_path / name, form=Form(source="wikileaks"))
        words = ["--citeproc", f"--bibliography={tmp_path / name}", "--wrap=none"]
        page = pypandoc.convert_text(text, "plain", format="markdown", extra_args=words)
        assert "(U.S. Embassy Port Alder 2006, para. 2)" in page
        assert "“Harbour Pilots Stay Ashore.”" in page
        assert "Telegram 06 PORT ALDER 412. September 7." in page


TEXT = st.text() | st.sampled_from(list(TEXTS.values()))


@given(TEXT, TEXT, TEXT, st.lists(TEXT, max_size=3))
@example("\ufffe", "\uffff", "\ufeff", ["\x85"])
def test_a_yaml_reader_reads_the_front_matter(title: str, origin: str, mark: str, tags: list[str]) -> None:
    meta = CableMeta(KEY, KEY, title, origin, (), None, mark, tuple(tags))
    front = markdown([], meta, form=Form("pandoc", bibliography="x.json")).split("\n---\n")[0].removeprefix("---\n")
    read = yaml.safe_load(front)
    assert isinstance(read, dict)
    assert read["cable"] == KEY
    assert read["bibliography"] == ["x.json"]
    assert read["notes"] == 0
    assert all(isinstance(item, str) for item in (read["title"], *read.get("cable_tags", [])))
