"""File names made from keys."""

from __future__ import annotations

import pytest
from cablereader.store.filenames import safe_name
from hypothesis import given
from hypothesis import strategies as st

from ..hostile import TEXTS


@pytest.mark.parametrize("key", ["06MEXICO4964", "text-0123456789abcdef", "new-06MEXICO4964-32.5"])
def test_plain_keys_stay_readable(key: str) -> None:
    assert safe_name(key) == key


@pytest.mark.parametrize(
    ("key", "name"),
    [("a/b", "a%2Fb"), ("..", "%2E%2E"), (".x", "%2Ex"), ("CON", "%CON"), ("nul.x", "%nul.x"), ("", "%")],
)
def test_what_a_platform_refuses_is_written_in_hex(key: str, name: str) -> None:
    assert safe_name(key) == name


@given(st.text() | st.sampled_from(list(TEXTS.values())))
def test_every_name_is_one_harmless_path_component(key: str) -> None:
    name = safe_name(key)
    assert 0 < len(name) <= 120
    assert set(name) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.%-")
    assert not name.startswith((".", "-"))
    assert not name.endswith(".")


@given(st.lists(st.text(), unique=True, max_size=20))
def test_different_keys_have_different_names(keys: list[str]) -> None:
    assert len({safe_name(key) for key in keys}) == len(keys)


def test_long_keys_that_begin_alike_have_different_names() -> None:
    assert safe_name("x" * 500 + "a") != safe_name("x" * 500 + "b")
