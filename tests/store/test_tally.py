"""Counting without parsing says what parsing says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.notes.files import Tables, parse, serialise
from cablereader.store.notes.tally import Tally, tally
from hypothesis import given
from hypothesis import strategies as st

NOWHERE = Path("x.json")
TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ['\n   "deleted_at": null', '\n  "', '\n "notes": {\n', "\n }", '"key": "y"', "\\", '"']
)
VALUE = st.recursive(
    TEXT | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
)


@given(
    key=TEXT,
    notes=st.dictionaries(TEXT, st.tuples(TEXT, st.booleans(), st.dictionaries(TEXT, VALUE, max_size=3)), max_size=4),
    meta=st.dictionaries(TEXT, VALUE, max_size=3),
    others=st.dictionaries(st.sampled_from(["a", "notes2", "threads"]), st.just({"x": {"deleted_at": None}})),
)
def test_tally_agrees_with_the_json(
    key: str, notes: dict[str, tuple[str, bool, dict[str, object]]], meta: dict[str, object], others: Tables
) -> None:
    tables: Tables = {
        "meta": {"cable": {**meta, "key": key}},
        "notes": {
            name: {"anchor": extra, **extra, "body": body, "deleted_at": "2026" if deleted else None}
            for name, (body, deleted, extra) in notes.items()
        },
        **others,
    }
    living = sum(not deleted for _, deleted, _ in notes.values())
    blob = serialise(tables, NOWHERE)
    assert tally(blob) in (None, Tally(key, living))
    if notes and set(others) <= {"notes2", "threads"}:
        assert tally(blob) is not None
    assert parse(blob, NOWHERE) == tables


@pytest.mark.parametrize("change", [b"", b"\0", b"}", b"\n}\n", b"oops"])
def test_other_bytes_have_no_tally(change: bytes) -> None:
    blob = serialise({"meta": {"cable": {"key": "x"}}, "notes": {"a": {"deleted_at": None}}}, NOWHERE)
    assert tally(blob) == Tally("x", 1)
    assert tally(blob + change if change else blob[:-3]) is None


@pytest.mark.parametrize("odd", [True, 5, [], {"x": None}])
def test_odd_records_have_no_tally(odd: object) -> None:
    assert tally(serialise({"meta": {"cable": {"key": "x"}}, "notes": {"a": {"deleted_at": odd}}}, NOWHERE)) is None
    assert tally(serialise({"meta": {"cable": {"key": "x"}}, "notes": {"a": {"body": "x"}}}, NOWHERE)) is None
