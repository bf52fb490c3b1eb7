"""One cable on standard output, in each of its forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cablereader.cable import read_cable

from ..hostile import leaks
from .conftest import Run


def test_json_is_what_was_read(run: Run, telegram: Path) -> None:
    done = run("show", "--json", telegram)
    assert done.code == 0
    assert json.loads(done.out) == read_cable(telegram.read_text("utf-8")).as_dict()


def test_text_has_a_paragraph_a_line(run: Run, telegram: Path) -> None:
    lines = run("show", telegram).out.splitlines()
    assert lines[0] == "A HARBOUR mist IN FOG"
    assert "Id: 06PORTALDER999" in lines
    assert "TAGS: PREL PGOV" in lines
    assert "1. (U) Summary: the first paragraph is plain. End summary." in lines


def test_text_on_a_terminal_is_set_in_a_column(run: Run, telegram: Path) -> None:
    out = run("show", telegram, terminal=True).out
    assert "first paragraph is plain" in out
    assert "\x1b[1m" in out


def test_raw_is_exact(run: Run, tmp_path: Path) -> None:
    text = "\ttab, CR LF\r\nand \x1b[31m escapes, a bell \x07, U+009B \x9b, no end of line"
    path = tmp_path / "any.txt"
    path.write_bytes(text.encode())
    assert run("show", "--raw", path).out == text
    assert leaks(run("show", "--raw", path, terminal=True).out) == []


def test_spans_cover_the_source_once(run: Run, telegram: Path) -> None:
    rows = [line.split("\t") for line in run("show", "--spans", telegram).out.splitlines()]
    starts, ends = [int(row[0]) for row in rows], [int(row[1]) for row in rows]
    assert starts == [0, *ends[:-1]]
    assert ends[-1] == len(telegram.read_text("utf-8"))
    assert all(role and text for _, _, role, text in rows)


def test_standard_input(run: Run, telegram: Path) -> None:
    piped = run("show", "--json", "-", stdin=telegram.read_bytes())
    assert json.loads(piped.out)["id"] == "06PORTALDER999"


def test_an_id_is_looked_for_in_the_paths(run: Run, telegram: Path) -> None:
    done = run("show", "--json", "06 Port Alder 999", telegram.parent)
    assert json.loads(done.out)["id"] == "06PORTALDER999"


def test_without_paths_an_id_is_looked_for_in_the_samples(run: Run) -> None:
    assert json.loads(run("show", "--json", "06PORTALDER412").out)["id"] == "06PORTALDER412"


def test_an_unknown_id_is_nothing_found(run: Run, telegram: Path) -> None:
    done = run("show", "06PORTALDER1", telegram.parent)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("cablereader: 06PORTALDER1: no such cable in ")


def test_what_is_no_cable_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "menu.txt"
    path.write_text("Soup of the day", "utf-8")
    done = run("show", path)
    assert (done.code, done.out) == (1, "")
    assert "no cable was found in it" in done.err
    assert json.loads(run("show", "--json", path).out)["id"] is None


@pytest.mark.parametrize("content", [b"%PDF-1.7 \x00\x01", b"\x00" * 4000], ids=["a print", "nothing but zeros"])
def test_a_binary_file_fails_in_one_line(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(content)
    done = run("show", path)
    assert (done.code, done.out) == (3, "")
    assert done.err == f"cablereader: {path}: binary file: choose a text file, or convert it to plain text first\n"


def test_hostile_cables_steer_nothing(run: Run, tmp_path: Path, hostile_cable: str) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(hostile_cable.encode("utf-8", "surrogatepass"))
    for form in ([], ["--json"], ["--spans"]):
        done = run("show", *form, path)
        assert done.code in (0, 1, 3)
        assert bool(done.out) == (done.code == 0)
        assert leaks(done.out.replace("\t", "") + done.err) == []
        assert done.err.count("\n") <= 1
    assert "Traceback" not in run("show", path, terminal=True).err
