"""Our own indentation against the standard library's, byte for byte, and the same refusals."""

from __future__ import annotations

import json

import pytest
from cablereader.store.notes.indented import indented
from hypothesis import given
from hypothesis import strategies as st

from ..hostile import TEXTS

TEXT = st.text() | st.sampled_from(list(TEXTS.values()))
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=20
)


def library(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True)


@given(VALUES)
def test_as_the_library_writes_it(value: object) -> None:
    assert indented(value) == library(value)


@pytest.mark.parametrize(
    "value", [{1: "a", 2: ["b"]}, {"a": (1, ())}, {True: 1}, {"a": {None: 2}}, 10**400, -0.0, 1e300]
)
def test_what_note_files_do_not_have(value: object) -> None:
    assert indented(value) == library(value)


@pytest.mark.parametrize(
    "value", [float("nan"), [float("inf")], {"a": object()}, {"a": {1, 2}}, {(1,): 2}, {"a": 1, 2: 3}]
)
def test_what_has_no_form_is_refused_alike(value: object) -> None:
    with pytest.raises((TypeError, ValueError)) as theirs:
        library(value)
    with pytest.raises(theirs.type):
        indented(value)


def test_what_is_too_deep_is_refused() -> None:
    value: list[object] = []
    for _ in range(100_000):
        value = [value]
    with pytest.raises(RecursionError):
        indented(value)
