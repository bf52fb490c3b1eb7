from __future__ import annotations

from cablereader.tui.page.find import NOTHING, Found, find
from cablereader.tui.page.lay_out import lay_out
from cablereader.tui.page.rows import Mark, Page, Place
from cablereader.tui.page.source import lay_out_source
from hypothesis import given
from hypothesis import strategies as st

from ..handmade import Part, make_cable


def page_of(*texts: str, width: int = 40) -> Page:
    return lay_out(make_cable(subject="A SUBJECT", body=[Part("paragraph", text) for text in texts]), width)


def found_texts(page: Page, found: Found) -> list[str]:
    return [page.passages[hit.passage].text[hit.start : hit.end] for hit in found.hits]


def test_small_letters_find_capitals_and_capitals_only_themselves() -> None:
    page = page_of("The bell, the Bell, the BELL.")
    assert found_texts(page, find(page, "bell")) == ["bell", "Bell", "BELL"]
    assert found_texts(page, find(page, "Bell")) == ["Bell"]


def test_words_are_found_over_the_end_of_a_row() -> None:
    page = page_of("The harbour pilots of Port Alder walked off the job", width=30)
    hit = find(page, "pilots of port alder walked").hit
    assert hit is not None
    assert page.row_of(Place(hit.passage, hit.start)) < page.row_of(Place(hit.passage, hit.end - 1))


def test_words_are_found_over_the_end_of_a_line_of_the_source() -> None:
    cable = make_cable(body=[Part("paragraph", "word " * 30 + "last one")])
    assert len(find(lay_out_source(cable, 50), "word word").hits) == 15


def test_title_and_tags_are_found_too() -> None:
    page = page_of("nothing")
    assert found_texts(page, find(page, "subject")) == ["SUBJECT"]
    assert found_texts(page, find(page, "EWWT")) == ["EWWT"]


def test_what_means_something_in_a_pattern_means_itself() -> None:
    page = page_of("a.c (a+) [x] \\d abc")
    for query in ("a.c", "(a+)", "[x]", "\\d"):
        assert found_texts(page, find(page, query)) == [query]


def test_the_search_begins_where_the_reader_stands_and_goes_around() -> None:
    page = page_of("bell one", "bell two", "bell three")
    second = page.rows[page.spots[1][0]].passage
    found = find(page, "bell", Place(second, 0))
    assert (found.current, len(found.hits)) == (1, 3)
    found, wrapped = found.moved(1)
    assert (found.current, wrapped) == (2, False)
    found, wrapped = found.moved(1)
    assert (found.current, wrapped) == (0, True)
    found, wrapped = found.moved(-1)
    assert (found.current, wrapped) == (2, True)


def test_nothing_is_found_of_nothing() -> None:
    page = page_of("bell")
    assert find(page, "  ") == NOTHING
    assert find(page, "whistle").hit is None
    assert find(page, "whistle").moved(1) == (find(page, "whistle"), False)


def test_hits_are_marked_where_they_touch_a_row() -> None:
    page = page_of("a bell and a bell and a bell")
    passage = page.rows[page.spots[0][0]].passage
    found, _ = find(page, "bell").moved(1)
    assert found.marks(passage, 4, 20) == [Mark(2, 6, "find"), Mark(13, 17, "find-current")]
    assert found.marks(passage, 6, 13) == []
    assert found.marks(passage + 1, 0, 50) == []


@given(st.text(st.sampled_from("abAB é\n"), max_size=60), st.text(st.sampled_from("abAé "), min_size=1, max_size=3))
def test_every_hit_is_the_query_and_none_is_missed(text: str, query: str) -> None:
    page = page_of(f"x{text}x")
    whole = f"x{text}x"
    found = [hit for hit in find(page, query).hits if page.passages[hit.passage].block == 0]
    for hit in found:
        piece = whole[hit.start : hit.end]
        assert piece.split() == query.split() or (query == query.lower() and piece.lower().split() == query.split())
    if query.strip() == query and " " not in query and query:
        haystack = whole.lower() if query == query.lower() else whole
        assert len(found) == haystack.count(query)
