"""Exports as data, read by readers that are not ours: JSON-LD, BibTeX, CSV; and nothing in them steers a terminal."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cablereader.cable import Cable, read_cable
from cablereader.store.errors import StoreUnwritable
from cablereader.store.export.addresses import address_of, key_of_address
from cablereader.store.export.annotations import NAMESPACE
from cablereader.store.export.bibliography import biblatex, csl_items
from cablereader.store.export.form import Form
from cablereader.store.export.formats import FORMATS, Format, export_as
from cablereader.store.notes import CableMeta, Note, NoteStore
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import make_cable
from ..hostile import TEXTS, cable_with, leaks

KEY = "06PORTALDER412"
ADDRESS = "https://wikileaks.org/plusd/cables/06PORTALDER412_a.html"
READERS = Path(__file__).parent / "readers"
OA = "http://www.w3.org/ns/oa#"
TEXT = st.text() | st.sampled_from(list(TEXTS.values()))


@pytest.fixture
def noted(store: NoteStore, cable: Cable) -> list[Note]:
    """Notes on a paragraph, on words of one, and on the whole cable."""
    return [
        store.add(cable, cable.blocks[2], "Who keeps the *minutes*?", ["ngo", "bait tins"]),
        store.add(cable, cable.blocks[0], "=SUM(1)", selection=(9, 27)),
        store.add(cable, None, "On all."),
    ]


def _json(store: NoteStore, format_: Format) -> dict[str, object]:
    read: dict[str, object] = json.loads(export_as(store, format_).text)
    return read


def test_a_json_ld_reader_sees_annotations(store: NoteStore, noted: list[Note]) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    context = json.loads((READERS / "anno.json").read_text("utf-8"))

    def load(url: str, options: object) -> dict[str, object]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    (graph,) = jsonld.expand(_json(store, "jsonld"), {"documentLoader": load})
    assert graph["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollection"]
    page = graph["http://www.w3.org/ns/activitystreams#first"][0]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    found = {item["@id"]: item for item in items}
    assert set(found) == {f"urn:uuid:{note.id}" for note in noted}
    on_words = found[f"urn:uuid:{noted[1].id}"]
    target = on_words[f"{OA}hasTarget"][0]
    assert target[f"{OA}hasSource"] == [{"@id": ADDRESS}]
    selector = target[f"{OA}hasSelector"][0]
    assert selector["@type"] == [f"{OA}TextQuoteSelector"]
    assert {name: selector[f"{OA}{name}"][0]["@value"] for name in ("exact", "prefix")} == {
        "exact": "The harbour pilots",
        "prefix": "Summary: ",
    }
    assert selector[f"{OA}suffix"][0]["@value"] == " of Port Alder walked off the jo"
    assert on_words[f"{NAMESPACE}anchor"][0]["@value"] == noted[1].anchor.as_dict()
    first = found[f"urn:uuid:{noted[0].id}"]
    assert first[f"{NAMESPACE}label"] == [{"@value": "¶2"}]
    purposes = [body[f"{OA}hasPurpose"][0]["@id"] for body in first[f"{OA}hasBody"]]
    assert purposes == [f"{OA}commenting", f"{OA}tagging", f"{OA}tagging"]


def test_hypothesis_gets_what_its_client_asks_for(store: NoteStore, noted: list[Note]) -> None:
    annotations = _json(store, "hypothesis")["annotations"]
    assert isinstance(annotations, list)
    one = next(item for item in annotations if item["id"] == noted[1].id)
    assert (one["uri"], one["text"], one["tags"]) == (ADDRESS, "=SUM(1)", [])
    assert one["document"] == {"title": ["Harbour Pilots Stay Ashore"]}
    assert one["target"] == [
        {
            "source": ADDRESS,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "The harbour pilots",
                    "prefix": "Summary: ",
                    "suffix": " of Port Alder walked off the jo",
                }
            ],
        }
    ]


def test_without_its_snapshot_a_quote_has_no_context(store: NoteStore, noted: list[Note]) -> None:
    for path in (store.folder / "snapshots").iterdir():
        path.unlink()
    assert "prefix" not in export_as(store, "hypothesis").text
    assert "The harbour pilots" in export_as(store, "hypothesis").text


def test_csv_has_a_row_per_note_and_no_formula(store: NoteStore, noted: list[Note]) -> None:
    rows = list(csv.DictReader(io.StringIO(export_as(store, "csv", form=Form(style="plain")).text)))
    assert [row["note"] for row in rows] == [noted[2].id, noted[1].id, noted[0].id]
    assert [row["note_text"] for row in rows] == ["On all.", "'=SUM(1)", "Who keeps the *minutes*?"]
    assert (rows[2]["place"], rows[2]["tags"], rows[2]["cable"]) == ("¶2", "ngo, bait tins", KEY)
    assert rows[2]["citation"].endswith("06PORTALDER412, 7 September 2006, para. 2")


@pytest.mark.parametrize("sign", "=+-@")
def test_every_sign_of_a_formula_is_defused(store: NoteStore, cable: Cable, sign: str) -> None:
    store.add(cable, None, f" {sign}1+cmd|' /C calc'!A0", [f"{sign}x"])
    row = next(csv.DictReader(io.StringIO(export_as(store, "csv").text)))
    assert (row["note_text"][0], row["tags"][0]) == ("'", "'")


@given(TEXT, TEXT, st.lists(TEXT, min_size=1, max_size=3))
def test_a_bibtex_reader_reads_any_words(title: str, origin: str, tags: list[str]) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    meta = CableMeta(KEY, KEY, title, origin, ("SECSTATE WASHDC",), datetime(2006, 9, 7, tzinfo=UTC), "S", tuple(tags))
    text = biblatex([meta], "wikileaks")
    assert leaks(text) == []
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert (entry.entry_type, entry.key) == ("letter", KEY)
    assert (fields["type"], fields["date"]) == ("telegram", "2006-09-07")
    assert fields["number"].replace(" ", "") == KEY
    assert fields["url"] == ADDRESS
    assert fields["recipient"] == "{Secretary of State}"


def test_the_item_of_a_cable() -> None:
    meta = CableMeta.of(make_cable())
    assert csl_items([meta, meta], "wikileaks") == [
        {
            "id": KEY,
            "type": "personal_communication",
            "genre": "telegram",
            "number": "06 PORT ALDER 412",
            "title": '<span class="nocase">Harbour Pilots Stay Ashore</span>',
            "author": [{"literal": "U.S. Embassy Port Alder"}],
            "recipient": [{"literal": "Secretary of State"}],
            "issued": {"date-parts": [[2006, 9, 7]]},
            "archive": "WikiLeaks, Public Library of US Diplomacy",
            "archive_location": "06PORTALDER412_a",
            "URL": ADDRESS,
            "note": "CONFIDENTIAL",
            "keyword": "ELAB, EWWT, PGOV",
        }
    ]


def test_nothing_known_is_nothing_invented() -> None:
    assert csl_items([CableMeta("text-0123")]) == [
        {"id": "text-0123", "type": "personal_communication", "genre": "telegram"}
    ]


def test_hostile_text_is_harmless_in_every_format(store: NoteStore) -> None:
    for text in TEXTS.values():
        cable = read_cable(cable_with(text))
        store.add(cable, cable.blocks[1], text, [text])
    for format_ in FORMATS:
        done = export_as(store, format_, form=Form(source="wikileaks"))
        assert leaks(done.text) == []
        done.text.encode("utf-8")
        if format_ not in ("csv", "biblatex"):
            json.loads(done.text)


def test_a_file_that_was_worked_in_is_not_replaced(store: NoteStore, noted: list[Note], tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    assert export_as(store, "csv", target=tmp_path).written == (path,)
    assert export_as(store, "csv", target=path).unchanged == (path,)
    path.write_text("mine", "utf-8")
    with pytest.raises(StoreUnwritable):
        export_as(store, "csv", target=path)
    assert path.read_text("utf-8") == "mine"
    assert export_as(store, "csv", target=path, overwrite=True).written == (path,)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        (ADDRESS, KEY),
        ("https://wikileaks.org/plusd/cables/1974STATE204417_b.html", "74STATE204417"),
        ("https://wikileaks.org/cable/2006/09/06PORTALDER412.html", KEY),
        ("https://example.org/viewer/06PORTALDER412?x=1#para", KEY),
        ("urn:cablereader:cable:text-01%2F2", "text-01/2"),
        ("https://example.org/", None),
        ("", None),
    ],
)
def test_the_cable_behind_an_address(address: str, key: str | None) -> None:
    assert key_of_address(address) == key


def test_addresses_lead_back() -> None:
    for meta in (CableMeta(KEY, KEY), CableMeta("text-01"), CableMeta("79STATE1", "79STATE1"), CableMeta("a b/ü")):
        assert key_of_address(address_of(meta)) == meta.key
