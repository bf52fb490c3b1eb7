"""Every sample cable is read as a person reads it; what a person sees is written down in samples.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from cablereader.cable import Block, Cable, cover, read_cable

_ROOT = Path(__file__).resolve().parent.parent
_EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("samples.toml").read_text("utf-8"))
_NOT_IN_FOLDER = {"74PORTALDER271", "06HOLLIN598", "06STATE202999", "08PORTALDER63"}
_UNDONE = "&\\"
_NO_CABLES = ["README.md", "harbor-canteen-menu.txt"]
_FURNITURE = re.compile(
    r"\d{5,8}\s+\d{3}(\.\d)? OF \d{3}|^SIPDIS|^PAGE \d\d|Declassified/Released|^NNNN|^BT$|\[1\]\(#\)|¶|&#x|</?a\b", re.M
)


def _source(name: str) -> str:
    blob = (_ROOT / "sample_cables" / name).read_bytes()
    try:
        return blob.decode("utf-8")
    except UnicodeDecodeError:
        return blob.decode("cp1252")


@pytest.fixture(scope="module")
def cables() -> dict[str, Cable]:
    return {name: read_cable(_source(name)) for name in _EXPECTED}


@pytest.fixture(params=list(_EXPECTED))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def cable(cables: dict[str, Cable], name: str) -> Cable:
    return cables[name]


@pytest.fixture
def expected(name: str) -> dict[str, Any]:
    return _EXPECTED[name]


def _own(cable: Cable, number: str) -> Block:
    return next(block for block in cable.blocks if block.number == number and block.anchor == number)


def _plain(texts: Iterable[str]) -> list[str]:
    return [re.sub(r"\s+", " ", text) for text in texts]


def test_folder_and_expectations_agree(samples: Path) -> None:
    shown = {path.name for path in samples.iterdir() if path.is_file() and path.suffix in {".txt", ".md", ".html"}}
    assert shown == {*_EXPECTED, *_NO_CABLES}


def test_text_says_that_it_is_fiction(name: str) -> None:
    assert "this telegram is fiction" in re.sub(r"\s|&#x000A;", " ", _source(name)).lower().replace("  ", " ")


def test_id_is_that_of_the_file_name(cable: Cable, name: str) -> None:
    assert cable.id == name.partition(".")[0]


@pytest.mark.parametrize("key", ["date", "from", "origin", "precedence", "to", "info", "classification", "subject"])
def test_header_field(cable: Cable, expected: dict[str, Any], key: str) -> None:
    if key in expected:
        assert cable.as_dict()[key] == expected[key]


def test_tags_are_read_in_any_order(cable: Cable, expected: dict[str, Any]) -> None:
    assert sorted(cable.header.tags) == sorted(expected["tags"])


def test_captions_come_once_and_without_padding(cable: Cable, expected: dict[str, Any]) -> None:
    captions = [caption for caption in cable.header.captions if "COPY" not in caption]
    assert sorted(captions) == sorted(expected["captions"])


def test_executive_order_and_its_date(cable: Cable, expected: dict[str, Any]) -> None:
    label, _, value = expected["executive_order"].partition(": ")
    printed = cable.header.executive_order or ""
    assert value in printed
    assert printed in (value, f"{label}: {value}")
    assert cable.header.declassify_on == expected.get("declassify_on")


def test_classification_authority(cable: Cable, expected: dict[str, Any]) -> None:
    if "classified_by" in expected:
        assert expected["classified_by"] in (cable.header.classified_by or "")
        assert cable.header.reasons
    else:
        assert cable.header.classified_by is None


def test_sections_and_exempted_addressees(cable: Cable, expected: dict[str, Any]) -> None:
    assert (cable.header.sections or 1) == expected.get("sections", 1)
    assert list(cable.header.info_excluded) == expected.get("info_excluded", [])


def test_references_are_resolved(cable: Cable, expected: dict[str, Any]) -> None:
    assert [reference.id or "" for reference in cable.header.references] == expected["references"]


def test_numbers_are_in_sequence(cable: Cable, expected: dict[str, Any]) -> None:
    assert [block.number for block in cable.blocks if block.anchor == block.number] == expected["numbers"]


def test_repaired_numbers_are_recorded(cable: Cable, expected: dict[str, Any]) -> None:
    found = [repair.found for repair in cable.repairs if "number" in repair.kind]
    assert len(found) == len(expected.get("repaired", []))
    for printed, repair in zip(expected.get("repaired", []), found, strict=True):
        assert printed in repair


def test_portion_marks(cable: Cable, expected: dict[str, Any]) -> None:
    for number, marking in expected.get("markings", {}).items():
        assert _own(cable, number).marking == marking


def test_headings_are_whole_and_no_others(cable: Cable, expected: dict[str, Any]) -> None:
    found = [block.text.lstrip("- ") for block in cable.blocks if block.kind == "heading"]
    assert found == expected["headings"]


def test_first_and_last_words(cable: Cable, expected: dict[str, Any]) -> None:
    for number, words in expected.get("opens", {}).items():
        assert _plain([_own(cable, number).text])[0].startswith(words)
    for number, words in expected.get("closes", {}).items():
        assert _plain([_own(cable, number).text])[0].endswith(words)


def test_broken_sentences_are_joined(cable: Cable, expected: dict[str, Any]) -> None:
    texts = _plain(block.text for block in cable.blocks)
    for sentence in expected.get("sentences", []):
        assert any(sentence in text for text in texts), sentence


def test_list_items_stand_alone(cable: Cable, expected: dict[str, Any]) -> None:
    items = _plain(block.text for block in cable.blocks if block.kind == "item")
    for wanted in expected.get("items", []):
        assert any(item.endswith(wanted) and len(item) <= len(wanted) + 4 for item in items), wanted


def test_tables_keep_their_rows_and_columns(cable: Cable, expected: dict[str, Any]) -> None:
    tables = [block.text for block in cable.blocks if block.kind == "table"]
    for row in expected.get("table", []):
        assert any(row in (line.strip() for line in table.split("\n")) for table in tables), row


def test_entries_of_a_log_keep_their_lines(cable: Cable, expected: dict[str, Any]) -> None:
    lines = _plain(line for block in cable.blocks for line in block.text.split("\n"))
    assert [wanted for wanted in expected.get("lines", []) if wanted not in lines] == []


def test_no_furniture_in_any_block(cable: Cable) -> None:
    assert [block.text for block in cable.blocks if _FURNITURE.search(block.text)] == []


def test_spans_cover_the_source_once(cable: Cable) -> None:
    assert cover(cable.spans, len(cable.source))


def test_blocks_lead_back_to_the_source(cable: Cable) -> None:
    for block in cable.blocks:
        for run in block.runs:
            here = block.text[run.text : run.text + run.length]
            there = cable.source[run.source : run.source + run.length]
            assert here[:-1] == there[:-1]
            assert here[-1] == there[-1] or there[-1] in _UNDONE  # a run may end with an entity's first character


def test_signer(cable: Cable, expected: dict[str, Any]) -> None:
    assert cable.signer == expected.get("signer")


def test_repeated_passage_stays_twice(cables: dict[str, Cable]) -> None:
    cable = cables["07PORTALDER120.txt"]
    opening = _EXPECTED["07PORTALDER120.txt"]["repeated"]
    twice = [block for block in cable.blocks if block.text.startswith(opening)]
    assert len(twice) == 2
    assert twice[0].text == twice[1].text
    assert twice[0].anchor != twice[1].anchor


def test_samples_refer_to_each_other(cables: dict[str, Cable]) -> None:
    known = {cable.id for cable in cables.values()}
    cited = [reference.id for cable in cables.values() for reference in cable.header.references if reference.id]
    assert set(cited) - known == _NOT_IN_FOLDER
    assert len([one for one in cited if one in known]) >= 25


@pytest.mark.parametrize("name", _NO_CABLES)
def test_what_is_no_cable_has_no_id_and_one_chrome_span(name: str) -> None:
    cable = read_cable(_source(name))
    assert cable.id is None
    assert cable.blocks == ()
    assert [span.role for span in cable.spans if span.role != "blank"] == ["chrome"]


def test_library_shows_every_sample_and_says_what_is_no_cable(samples: Path) -> None:
    from cablereader.store.library import Library

    entries = {entry.name: entry for entry in Library([samples]).scan()}
    assert {name for name, entry in entries.items() if entry.id} == set(_EXPECTED)
    for name in _NO_CABLES:
        assert entries[name].problem
    assert not [name for name, entry in entries.items() if entry.id and entry.problem]
