"""Drafts as files: what was typed comes back exactly, with what it belongs to."""

from __future__ import annotations

from datetime import UTC, datetime

from cablereader.tui.drafts import Draft
from hypothesis import given
from hypothesis import strategies as st

SAVED = datetime(2026, 11, 21, 10, 32, tzinfo=UTC)
BLANK = Draft("06PORTALDER412", "3", "", (), SAVED.replace(year=2000))

drafts = st.builds(
    Draft,
    cable=st.just("06PORTALDER412"),
    anchor=st.just("3"),
    body=st.text(),
    tags=st.lists(st.text(max_size=12), max_size=4).map(tuple),
    saved=st.just(SAVED),
    note=st.none(),
    rev=st.none() | st.integers(1, 99),
    selection=st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)),
)


@given(drafts)
def test_a_draft_comes_back_as_it_was_kept(draft: Draft) -> None:
    assert BLANK.read(draft.as_text()) == draft


@given(drafts)
def test_the_comment_at_its_head_ends_where_the_text_begins(draft: Draft) -> None:
    head, _, rest = draft.as_text().partition("-->")
    assert "\n" not in head
    assert rest == f"\n\n{draft.body}"


def test_a_file_that_says_nothing_is_all_text() -> None:
    for text in ("just words", "<!-- cablereader draft {broken -->\n\nwords", "<!-- cablereader draft [] -->\n\nwords"):
        assert BLANK.read(text).body == text
        assert BLANK.read(text).saved == BLANK.saved


@given(st.text())
def test_any_file_is_read(text: str) -> None:
    assert BLANK.read(f"<!-- cablereader draft {text} -->\n\n{text}").cable == BLANK.cable


def test_facts_of_a_wrong_kind_are_passed_over() -> None:
    text = '<!-- cablereader draft {"tags": [1, "ngo"], "rev": "x", "saved": 3, "selection": [1]} -->\n\nwords'
    draft = BLANK.read(text)
    assert (draft.body, draft.tags, draft.rev, draft.saved, draft.selection) == ("words", ("ngo",), None, BLANK.saved, None)


def test_each_place_and_each_note_has_its_own_key() -> None:
    keys = {
        BLANK.key,
        Draft("06PORTALDER412", None, "", (), SAVED).key,
        Draft("06PORTALDER413", "3", "", (), SAVED).key,
        Draft("06PORTALDER412", None, "", (), SAVED, note="n1").key,
        Draft("06PORTALDER412", None, "", (), SAVED, note="n2").key,
    }
    assert len(keys) == 5


def test_white_space_alone_is_an_empty_draft() -> None:
    assert Draft("c", None, " \n\t", (), SAVED).empty
    assert not Draft("c", None, "", ("ngo",), SAVED).empty
