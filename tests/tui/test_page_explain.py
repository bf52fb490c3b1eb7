from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from cablereader.cable import Repair
from cablereader.tui.page.explain import GUTTER, Explained, explain, explain_at
from cablereader.tui.page.lay_out import Options, lay_out
from cablereader.tui.page.marks import PageMarks
from cablereader.tui.page.rows import HEADER, Mark
from cablereader.tui.page.source import lay_out_source

from ..handmade import Part, make_cable
from .page_tools import FakeTerms, row_text

if TYPE_CHECKING:
    from cablereader.cable.terms import Terms

KNOWN = FakeTerms(
    PPA="Port and Pilotage Authority", SBU="sensitive but unclassified", ELAB="labour", GOV="?Government of Vespera"
)
TERMS = cast("Terms", KNOWN)


def test_a_block_explains_its_mark_and_each_of_its_terms_once() -> None:
    cable = make_cable(body=[Part("paragraph", "The PPA, and again the PPA, of the GOV.", "1", "SBU")])
    page = lay_out(cable, 40)
    found = explain(cable, TERMS, page, 0)
    passage = page.rows[page.spots[0][0]].passage
    assert [(item.passage, item.start, item.term) for item in found] == [
        (GUTTER, 0, "SBU"),
        (passage, 4, "PPA"),
        (passage, 35, "GOV"),
    ]
    assert [item.uncertain for item in found] == [False, False, True]


def test_a_mended_number_says_what_the_source_has() -> None:
    cable = make_cable()
    start = cable.blocks[0].spans[0][0]
    mended = replace(cable, repairs=(Repair("number", (start, start + 2), "17", "7"),))
    found = explain(mended, TERMS, lay_out(mended, 60), 0)[0]
    assert found == Explained(GUTTER, 0, 0, "17", "in the source, read as 7", "mended paragraph number", False)


def test_the_header_explains_its_marks_and_its_tags() -> None:
    cable = make_cable()
    cable = replace(cable, header=cable.header._replace(reasons=("1.4(b)",), captions=("SIPDIS", "UNHEARD OF")))
    page = lay_out(cable, 60)
    found = explain(cable, TERMS, page, HEADER)
    assert [item.term for item in found] == ["CONFIDENTIAL", "R", "SIPDIS", "1.4(b)", "ELAB"]
    assert found[3][4:6] == ("foreign government information", "reason for classification, section 1.4")
    level, *unseen, tag = found
    assert page.passages[level.passage].text[level.start : level.end] == "CONFIDENTIAL"
    assert {item.passage for item in unseen} == {GUTTER}
    assert page.passages[tag.passage].text[tag.start : tag.end] == "ELAB"
    page = lay_out(cable, 60, Options(header_open=True))
    found = explain(cable, TERMS, page, HEADER)
    assert [page.passages[item.passage].text[item.start : item.end] for item in found] == [item.term for item in found]


def test_a_mark_of_the_header_is_explained_under_the_mouse() -> None:
    cable = make_cable()
    page = lay_out(cable, 60, Options(header_open=True))
    row = next(row for row in range(len(page.rows)) if "SIPDIS" in row_text(page, row))
    cell = row_text(page, row).index("SIPDIS")
    assert [getattr(explain_at(cable, TERMS, page, row, at), "term", "") for at in (cell - 1, cell, cell + 5)] == [
        "",
        "SIPDIS",
        "SIPDIS",
    ]


def test_in_the_source_the_block_is_explained_and_nothing_is_marked() -> None:
    cable = make_cable()
    found = explain(cable, TERMS, lay_out_source(cable, 60), 0)
    assert [(item.passage, item.term) for item in found] == [(GUTTER, "SBU"), (GUTTER, "PPA")]


def test_every_cell_of_a_term_explains_it_and_no_other_does() -> None:
    cable = make_cable()
    page = lay_out(cable, 64)
    row = page.spots[0][0] + 2
    start = 9 + len("Port and Pilotage Authority (")
    told = [explain_at(cable, TERMS, page, row, cell) for cell in range(64)]
    assert {cell for cell, found in enumerate(told) if found} == {start, start + 1, start + 2}


def test_the_gutter_explains_the_portion_mark() -> None:
    cable = make_cable()
    page = lay_out(cable, 64)
    found = explain_at(cable, TERMS, page, page.spots[0][0], 4)
    assert found is not None
    assert found.term == "SBU"
    assert explain_at(cable, TERMS, page, page.spots[0][0] + 1, 4) is None
    assert explain_at(cable, TERMS, page, 10_000, 4) is None


def test_only_what_is_seen_is_looked_through() -> None:
    cable = make_cable(body=[Part("paragraph", "PPA " * 100_000) for _ in range(3)])
    page = lay_out(cable, 80)
    terms = FakeTerms(PPA="Port and Pilotage Authority")
    marks = PageMarks(page, lambda: cast("Terms", terms))
    row = page.rows[page.spots[1][0] + 500]
    for _ in range(3):
        found = marks.of(row.passage, row.start, row.end)
    assert found[:2] == [Mark(row.start, row.start + 3, "acronym"), Mark(row.start + 4, row.start + 7, "acronym")]
    assert 0 < terms.read < 20_000


def test_a_term_on_the_edge_of_what_is_read_is_marked_once() -> None:
    text = "x" * 4094 + " PPA " + "y" * 5000
    cable = make_cable(body=[Part("paragraph", text)])
    page = lay_out(cable, 80)
    passage = page.rows[page.spots[0][0]].passage
    marks = PageMarks(page, lambda: TERMS)
    assert marks.of(passage, 0, len(text)) == [Mark(4095, 4098, "acronym")]
    assert marks.of(passage, 4097, 4100) == [Mark(4095, 4098, "acronym")]


def test_a_comment_inside_the_report_is_marked_but_not_one_that_is_a_comment_as_a_whole() -> None:
    text = "He agreed. (Comment: He does. End comment.) He left."
    cable = make_cable(body=[Part("paragraph", text, "1"), Part("paragraph", f"Comment: {text}", "2")])
    page = lay_out(cable, 200)
    marks = PageMarks(page, lambda: TERMS)
    first, second = (page.rows[page.spots[index][0]].passage for index in (0, 1))
    assert marks.of(first, 0, len(text)) == [Mark(11, 43, "remark")]
    assert marks.of(second, 0, len(text)) == []
