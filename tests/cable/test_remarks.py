"""Comments inside a paragraph of the report."""

from __future__ import annotations

import pytest
from cablereader.cable.passages import remarks
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He agreed. (Comment: He always does. End comment.) He left.", ["(Comment: He always does. End comment.)"]),
        ("He agreed. [Note: on (the) record.] He left.", ["[Note: on (the) record.]"]),
        ("He agreed. Comment: He does. End Comment. He left.", ["Comment: He does. End Comment."]),
        ("He agreed. POST COMMENT: THE REST IS OURS.", ["POST COMMENT: THE REST IS OURS."]),
        ("Yes (Begin note: one. End note). No (Comment. Two.)", ["(Begin note: one. End note)", "(Comment. Two.)"]),
        ("He agreed (Comment: it is not closed. He left.", ["(Comment: it is not closed. He left."]),
        ("He had no comment. A note: none. The comment period ends.", []),
        ("Comments: a heading of its own is no remark.", []),
    ],
)
def test_what_the_drafter_adds_is_told_from_the_report(text: str, told: list[str]) -> None:
    assert [text[start:end] for start, end in remarks(text)] == told


PARTS = st.sampled_from(["(Comment: ", "Note: ", "word. ", ") ", "End comment. ", "[", "]", "(", "(begin note. "])


@given(st.lists(PARTS, max_size=30).map("".join))
def test_remarks_follow_each_other(text: str) -> None:
    at = 0
    for start, end in remarks(text):
        assert at <= start < end <= len(text)
        at = end
