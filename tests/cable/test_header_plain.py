"""What is found at one stroke at the top of a plain header is what is found label by label."""

from __future__ import annotations

import pytest
from cablereader.cable.header import fields, plain
from cablereader.cable.header.label_patterns import Label
from cablereader.cable.header.labels import labels
from hypothesis import given
from hypothesis import strategies as st

PLAIN = """\
VZCZCXYZ0023
PP RUEHWEB RUEHAB
RUEHCD

DE RUEHPA #0999/01 2501405
ZNR UUUUU ZZH
P R 071405Z SEP 06
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC PRIORITY 0999
INFO RUEHAB/AMCONSUL WRENHAVEN 0001
RUEHCD/AMEMBASSY HOLLIN 0002

UNCLAS PORT ALDER 000999

SIPDIS
SENSITIVE

DEPT FOR WHA/MEX

E.O. 12958: N/A
TAGS: PREL, PGOV
SUBJECT: A LAMP FOR THE HARBOR

REF: PORT ALDER 998

1. (U) The first paragraph.
"""
LINES = PLAIN.split("\n")
STRANGE = (
    "XMT RUEHX/AMEMBASSY X",
    "BT",
    "SECRET",
    "PORT ALDER 00000999  002 OF 003",
    "NOTE: SUBJECT: ANOTHER",
    "FOR MR. ROE REF: HOLLIN 12",
    "E.O. 12958: DECL: 09/07/2016",
    "TAGS: PHUM",
    "1. (U) A line",
    "-----",
    " ",
    "\t",
    "TO AMEMBASSY HOLLIN",
    "PAGE 02",
)


def one_by_one(text: str, monkeypatch: pytest.MonkeyPatch) -> fields.Layout:
    with monkeypatch.context() as patch:
        patch.setattr(plain, "transmission", lambda text: [])
        patch.setattr(plain, "above_subject", lambda text, begin: [])
        return fields.lay_out(text)


def shape(layout: fields.Layout) -> tuple[object, ...]:
    return layout.fields, layout.seen, layout.body_start, layout.classified


def test_a_plain_header_is_found_at_one_stroke() -> None:
    found = plain.transmission(PLAIN)
    assert [each.kind for each in found] == [
        *("transmission", "prosign", "station", "security", "date", "from", "to", "info"),
    ]
    top = plain.above_subject(PLAIN, found[-1].end)
    assert [label[0] for label in top] == [
        *("classification", "caption", "caption", "executive_order", "tags", "subject"),
    ]
    above: Label = ("", found[-1].end, found[-1].end)
    assert [label[0] for label in labels(PLAIN, above)][: len(top)] == [label[0] for label in top]


@given(
    st.lists(st.integers(0, len(LINES) - 1), max_size=4),
    st.lists(st.tuples(st.integers(0, len(LINES)), st.sampled_from((*STRANGE, *LINES))), max_size=4),
)
def test_both_ways_lay_a_header_out_alike(lost: list[int], added: list[tuple[int, str]]) -> None:
    lines = [line for index, line in enumerate(LINES) if index not in lost]
    for place, line in added:
        lines.insert(place, line)
    text = "\n".join(lines)
    with pytest.MonkeyPatch.context() as monkeypatch:
        other = one_by_one(text, monkeypatch)
    assert shape(fields.lay_out(text)) == shape(other)
