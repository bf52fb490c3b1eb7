"""Standard output: nothing in it steers a terminal, and nothing in it fails for its encoding."""

from __future__ import annotations

import json

import pytest
from cablereader.cli.output import Column, Output

from ..hostile import leaks
from .conftest import Stream


@pytest.mark.parametrize("terminal", [False, True])
def test_lines_are_made_visible(hostile_text: str, terminal: bool) -> None:
    stream = Stream(terminal=terminal)
    Output(stream).line(hostile_text)
    assert leaks(stream.text()) == []


def test_tables_are_made_visible(hostile_text: str) -> None:
    stream = Stream()
    Output(stream).table((Column("A"), Column("B")), [(hostile_text, "b")])
    assert leaks(stream.text().replace("\t", "")) == []
    assert stream.text().count("\n") == 1


def test_tables_on_a_terminal_hold_no_markup(hostile_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Stream(terminal=True)
    Output(stream).table((Column(""), Column("")), [(hostile_text, "b")])
    assert leaks(stream.text()) == []


def test_on_a_terminal_the_last_column_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    rows = [("06PORTALDER412", "a subject that is rather long")]
    for wrap in (False, True):
        stream = Stream(terminal=True)
        Output(stream).table((Column(""), Column("")), rows, wrap=wrap)
        assert "06PORTALDER412" in stream.text()
        assert ("…" in stream.text()) is not wrap
        assert (stream.text().count("\n") > 1) is wrap


def test_json_is_the_same_data_and_harmless(hostile_text: str) -> None:
    stream = Stream()
    Output(stream).json({"text": hostile_text})
    assert json.loads(stream.text()) == {"text": hostile_text}
    assert leaks(stream.text()) == []


def test_a_source_is_exact_where_piped_and_visible_on_a_terminal(hostile_text: str) -> None:
    piped, terminal = Stream(), Stream(terminal=True)
    Output(piped).source(hostile_text)
    Output(terminal).source(hostile_text)
    assert piped.text() == hostile_text
    assert leaks(terminal.text()) == []


def test_an_encoding_that_lacks_letters() -> None:
    stream = Stream(encoding="ascii")
    out = Output(stream)
    out.line("¶3 – naïve")
    out.json({"a": "¶\x9b"})
    assert stream.text().startswith("\\xb63 \\u2013 na\\xefve\n")
    assert json.loads(stream.text().partition("\n")[2]) == {"a": "¶\x9b"}


@pytest.mark.parametrize("items", [[], [{}], [{"a": 1, "b": ["x\ny", {"c": None}]}, "\x9b", 3]])
def test_an_array_is_written_as_json_writes_it(items: list[object]) -> None:
    whole, parts = Stream(), Stream()
    Output(whole).json(items)
    Output(parts).json_array(iter(items))
    assert parts.text() == whole.text()
    assert json.loads(parts.text()) == items


def test_a_long_table_has_its_headings_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Stream(terminal=True)
    Output(stream).table((Column("Cable"), Column("Subject")), ((f"{n}", "x") for n in range(1200)))
    lines = stream.text().splitlines()
    assert (len(lines), sum("Cable" in line for line in lines)) == (1201, 1)
