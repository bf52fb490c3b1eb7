"""The user's own terms: read from their file, found in texts, above the tables and below the cable's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable import read_cable
from cablereader.cable.own_terms import OwnTerms
from cablereader.cable.terms import Terms
from cablereader.store.glossary import read_glossary
from hypothesis import given
from hypothesis import strategies as st

_TELEGRAM = """\
R 012004Z SEP 06
FM AMEMBASSY MEXICO
TO SECSTATE WASHDC
UNCLAS MEXICO 004964
SUBJECT: BELLS

1. The Secretariat of Foreign Relations (SRE) met the PGR and Medina-Mora. It was IT that counted.
"""


def read(folder: Path, text: str) -> tuple[OwnTerms, list[tuple[int | None, str]]]:
    path = folder / "glossary.tsv"
    path.write_text(text, "utf-8")
    terms, faults = read_glossary(path)
    return terms, [(fault.line, fault.what) for fault in faults]


def test_terms_are_read_line_by_line(tmp_path: Path) -> None:
    terms, faults = read(
        tmp_path, "# mine\n\nPGR\tthe Attorney General's office\nMedina-Mora \t PGR from 2006\textra\n"
    )
    assert faults == []
    assert len(terms) == 2
    assert terms.meaning("Medina-Mora") == ("Medina-Mora", "PGR from 2006 extra", "your glossary", False)
    assert terms.meaning("pgr") is None


@pytest.mark.parametrize(
    ("text", "line"), [("PGR the office\n", 1), ("A\tb\n\tmeaning\n", 2), ("A\tb\n\nC\t\n", 3), ("--\tdash\n", 1)]
)
def test_a_faulty_line_is_told_and_the_others_count(tmp_path: Path, text: str, line: int) -> None:
    _, faults = read(tmp_path, text + "OK\tgood\n")
    assert [found for found, _ in faults] == [line]
    assert read(tmp_path, text + "OK\tgood\n")[0].meaning("OK")


def test_no_file_no_terms(tmp_path: Path) -> None:
    terms, faults = read_glossary(tmp_path / "glossary.tsv")
    assert (len(terms), faults) == (0, [])


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert "folder" in read_glossary(tmp_path)[1][0].what
    (tmp_path / "glossary.tsv").write_bytes(b"A\tb\n\xff\tc\n")
    (fault,) = read_glossary(tmp_path / "glossary.tsv")[1]
    assert (fault.line, fault.what) == (2, "is not UTF-8")


def test_they_win_over_the_tables_and_not_over_the_cable() -> None:
    cable = read_cable(_TELEGRAM)
    yours = OwnTerms({"PGR": "my reading", "SRE": "mine too", "Medina-Mora": "a man", "IT": "information technology"})
    terms = Terms.of(cable, yours)
    text = cable.blocks[0].text
    assert [text[mark.start : mark.end] for mark in terms.find(text)] == ["SRE", "PGR", "Medina-Mora", "IT"]
    sources = {term: found.source for term in ("PGR", "SRE", "Medina-Mora") if (found := terms.meaning(term))}
    assert sources == {"PGR": "your glossary", "SRE": "this cable, ¶1", "Medina-Mora": "your glossary"}
    assert "a man" in [meaning.text for meaning in terms.glossary()]


def test_the_longest_term_that_fits_is_found_whole_words_only() -> None:
    terms = OwnTerms({"Mora": "x", "Medina Mora": "y", "a b c": "z"})
    assert [term for *_, term in terms.find("MEDINA MORA, Mora's amora, A b c.")] == ["Medina Mora", "Mora", "a b c"]


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.just("m"), max_size=8), st.text(max_size=80))
def test_what_is_found_is_there_once_and_in_order(meanings: dict[str, str], text: str) -> None:
    last = 0
    for start, end, term in OwnTerms(meanings).find(text):
        assert last <= start < end <= len(text)
        assert text[start:end].casefold() == term.casefold()
        last = end
