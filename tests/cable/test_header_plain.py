"""What is found at one stroke at the top of a plain header is what is found label by label."""

from __future__ import annotations

import re

import pytest
from cablereader.cable.header import fields, head, labels, plain, plain_head, read_said, subject
from cablereader.cable.header.label_patterns import INSIDE_LINE
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
    "---------------------- 052633",
    "DEPT FOR SIPDIS DISTRIBUTION",
    "Classified By: Consul R. Roe for reasons 1.4 (b).",
    "SUMMARY: ALL IS WELL",
    "UNCLAS SECTION 01 OF 02 PORT ALDER 000999",
    "TAGS: PAGE 02",
    "AND THE CONSULREF: HOLLIN 12",
    "USTR: ROE/DOE",
    "TGS: PREL",
    "HOLLIN, PGOV, XY",
    "SNAR, KDEM",
    "CIA WASHDC PRIORITY",
    "PAGE 02 PORT A 00999",
    "REASONS: 1.4 (b) and (d).",
    "NOFRN",
    "REF: A. HOLLIN 13",
)


def one_by_one(text: str) -> fields.Layout:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "top", lambda found: plain.Top([], []))
        return fields.lay_out(text)


def is_plain(text: str) -> bool:
    return plain_head.read(text, plain.find(text)) is not None


def shape(layout: fields.Layout) -> tuple[object, ...]:
    return layout.fields, layout.seen, layout.body_start, layout.classified


def test_a_plain_header_is_found_at_one_stroke() -> None:
    found = plain.top(plain.find(PLAIN))
    assert [kind for kind, *_ in found.fields] == [
        *("transmission", "prosign", "station", "security", "date", "from", "to", "info"),
        *("classification", "caption", "caption", "executive_order", "tags"),
    ]
    assert [kind for kind, *_ in found.labels] == ["subject", "references"]
    assert PLAIN[found.classified :].startswith("UNCLAS PORT ALDER")
    assert PLAIN[found.stop :].startswith("1. (U)")
    assert shape(fields.lay_out(PLAIN)) == shape(one_by_one(PLAIN))


def test_a_plain_header_is_read_without_its_layout() -> None:
    assert is_plain(PLAIN)
    assert not is_plain(PLAIN.replace("SUBJECT", "SUBJCT"))


@pytest.mark.parametrize(
    "line",
    [
        "PP RUEHWEB RUEHAB\nRUEHCD",
        "INFO RUEHAB/AMCONSUL WRENHAVEN 0001\nRUEHCD/AMEMBASSY HOLLIN 0002",
        "SIPDIS\nSENSITIVE\n\n",
        "FM AMEMBASSY PORT ALDER\n",
        "E.O. 12958: N/A",
        "SUBJECT: A LAMP FOR THE HARBOR\n",
        "REF: PORT ALDER 998\n\n",
        "1. (U) The first paragraph.",
    ],
)
def test_a_plain_header_may_lack_a_line(line: str) -> None:
    assert line in PLAIN
    text = PLAIN.replace(line, "")
    assert is_plain(text)
    assert read_said(text, {}) == head.read_head(text, {}).said


@pytest.mark.parametrize(
    ("line", "with_another"),
    [
        ("RUEHCD/AMEMBASSY HOLLIN 0002", "{}\nDIA WASHDC"),
        ("DEPT FOR WHA/MEX", "{}\nUSTR: ROE/DOE"),
        ("TAGS: PREL, PGOV", "{},\nPHUM, KDEM"),
        ("SUBJECT: A LAMP FOR THE HARBOR", "{}\nTO ALDER"),
        ("RUEHCD/AMEMBASSY HOLLIN 0002", "{}\n------------- header ends -------------"),
        ("DEPT FOR WHA/MEX", "{}\n\nNOFORN\n\nNSC FOR ROE"),
        ("REF: PORT ALDER 998", "{}\n\nPORT ALDER 00000999  001.2 OF 003"),
        ("REF: PORT ALDER 998", "PORT ALDER 00000999  001.2 OF 003\n\n{}"),
        ("REF: PORT ALDER 998", "CLASSIFIED BY: CONSUL R. ROE.\nREASON: 1.5 (B).\n\n{}"),
    ],
)
def test_a_plain_header_may_have_a_line_more(line: str, with_another: str) -> None:
    assert line in PLAIN
    text = PLAIN.replace(line, with_another.format(line))
    assert is_plain(text)
    assert read_said(text, {}) == head.read_head(text, {}).said


@given(st.sampled_from(sorted(INSIDE_LINE)).flatmap(lambda kind: st.from_regex(INSIDE_LINE[kind] + "(?s:.{0,9})")))
def test_no_label_inside_a_line_is_overlooked(label: str) -> None:
    text = f"A LAMP {label}"
    expected = any(re.search(f"[ \\t]{pattern}", text) for pattern in INSIDE_LINE.values())
    assert labels.inside(text, 0, len(text)) == expected


@given(
    st.lists(st.integers(0, len(LINES) - 1), max_size=4),
    st.lists(st.tuples(st.integers(0, len(LINES)), st.sampled_from((*STRANGE, *LINES))), max_size=4),
)
def test_both_ways_lay_a_header_out_and_read_it_alike(lost: list[int], added: list[tuple[int, str]]) -> None:
    lines = [line for index, line in enumerate(LINES) if index not in lost]
    for place, line in added:
        lines.insert(place, line)
    text = "\n".join(lines)
    assert shape(fields.lay_out(text)) == shape(one_by_one(text))
    assert read_said(text, {}) == head.read_head(text, {}).said


@given(
    st.lists(
        st.sampled_from((*STRANGE, *LINES, "\n", "A LONGER LINE OF THE SUBJECT,", "And So On", "THIS IS")), max_size=6
    )
)
def test_both_ways_end_a_subject_alike(lines: list[str]) -> None:
    text = " " + "\n".join(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subject, "_PLAIN", re.compile("(?!)"))
        end = subject.end_of(text, 0, len(text))
    assert text[: subject.end_of(text, 0, len(text))].rstrip() == text[:end].rstrip()
