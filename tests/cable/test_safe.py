"""Text that reaches a terminal cannot steer it, and keeps its length."""

from __future__ import annotations

import unicodedata

import pytest
from cablereader.cable.safe import visible
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ¶ text", "plain ¶ text"),
        ("two\nlines", "two\nlines"),
        ("a\tb", "a b"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x07\x00\x7f", "␇␀␡"),
        ("\r\n", "␍\n"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb\u2066c\u200ed\u061c", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("\u2028\u2029", "\ufffd\ufffd"),
        ("\ud800x\udfff", "\ufffdx\ufffd"),
        ("漢字 é", "漢字 é"),
    ],
)
def test_what_steers_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_any_text_is_harmless_and_as_long(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp") for letter in shown)
    assert visible(shown) == shown
    shown.encode("utf-8")
