"""What can be followed in view, and the hints that are drawn for it."""

from __future__ import annotations

from cablereader.cable import Cable, Reference
from cablereader.cable.terms import Terms
from cablereader.tui.page.hints import hinted
from cablereader.tui.page.lay_out import Options, lay_out
from cablereader.tui.page.links import HINTS, Link, links_in_view
from cablereader.tui.page.paint import paint
from cablereader.tui.page.rows import HEADER, Mark, Page
from cablereader.tui.page.scroll import View
from cablereader.tui.page.source import lay_out_source

from ..handmade import Part, make_cable

WIDTH = 60
REFERENCES = (Reference("A", "PORT ALDER 398", "06PORTALDER398"), Reference("B", "07STATE12", "07STATE12"))


def cable_of(*texts: str) -> Cable:
    return make_cable(
        body=[Part("paragraph", text, str(index)) for index, text in enumerate(texts, 1)], references=REFERENCES
    )


def seen(cable: Cable, page: Page, top: int = 0, height: int = 40) -> list[Link]:
    return links_in_view(cable, Terms.of(cable), page, View(top, height, HEADER))


def painted(page: Page, links: list[Link], room: int = 0) -> str:
    """All rows with the hints in them."""
    rows = []
    for number, row in enumerate(page.rows):
        here = [link for link in links if link.at.passage == row.passage]
        marks = [Mark(link.mention.start, link.mention.end, "reference") for link in here]
        rows.append("".join(piece.text for piece in hinted(paint(page, number, marks), here, room)))
    return "\n".join(rows)


def test_hints_are_numbered_down_the_page_and_stand_before_their_words() -> None:
    cable = cable_of("The pilots wrote what ref B and para 2 had said.", "It is reported septel, see para 1.")
    page = lay_out(cable, WIDTH)
    links = seen(cable, page)
    assert [(link.hint, link.words, link.mention.target) for link in links] == [
        ("1", "ref B", "07STATE12"),
        ("2", "para 2", "2"),
        ("3", "septel", None),
        ("4", "para 1", "1"),
    ]
    text = painted(page, links)
    for expected in ("what1ref B", "and2para 2", "reported3septel", "see4para 1"):
        assert expected in text


def test_a_hint_hides_nothing_but_a_space() -> None:
    cable = cable_of("Reftels are two, and this paragraph (septel) has two of them to follow.")
    page = lay_out(cable, WIDTH)
    links = seen(cable, page)
    assert [link.mention.target for link in links] == ["06PORTALDER398", "07STATE12", None]
    text = painted(page, links)
    assert "12Reftels are two" in text
    assert "paragraph3(septel) has" in text


def test_hints_push_nothing_out_of_the_pane() -> None:
    cable = cable_of("Reftels are two, and this paragraph (septel) tells of (ref B), of /para 2 and -para 1 as of x.")
    for width in range(24, 60):
        page = lay_out(cable, width)
        links = seen(cable, page)
        plain, rows = (painted(page, some, width).splitlines() for some in ([], links))
        assert max(map(len, rows)) <= width
        for row, before in zip(rows, plain, strict=True):
            assert [*filter(str.isalpha, row)] == [*filter(str.isalpha, before)]


def test_text_behind_hints_at_its_beginning_stays_in_its_column() -> None:
    cable = cable_of("Reftels are two.")
    page = lay_out(cable, WIDTH)
    (row,), (before,) = (
        [line for line in painted(page, links).splitlines() if "Reftels" in line] for links in (seen(cable, page), [])
    )
    assert row.index("Reftels") == before.index("Reftels")
    assert " 12Reftels" in row


def test_a_hint_is_not_read_as_a_part_of_a_number() -> None:
    cable = cable_of("Cf. 07STATE12, 1981 (ref B), 1982 ref A.")
    page = lay_out(cable, WIDTH)
    text = painted(page, seen(cable, page))
    for expected in ("1 07STATE12", "1981 2(ref B)", "1982 3ref A"):
        assert expected in text


def test_a_hint_stands_in_one_of_the_wider_spaces_of_a_justified_row() -> None:
    cable = cable_of("The harbour, as ref B describes, is unfathomably large and indescribably beautiful to see.")
    page = lay_out(cable, WIDTH, Options(justified=True))
    rows = [painted(page, links).splitlines() for links in ([], seen(cable, page))]
    assert [*map(len, rows[0])] == [*map(len, rows[1])]
    assert any("1ref" in row for row in rows[1])


def test_only_what_begins_in_view_is_offered() -> None:
    cable = cable_of(*(f"See para {number}." for number in range(1, 9)))
    page = lay_out(cable, WIDTH)
    first, last = page.spots[4]
    assert [link.words for link in seen(cable, page, first, last - first)] == ["para 5"]


def test_the_references_of_the_open_header_can_be_followed() -> None:
    cable = cable_of("No mention here.")
    assert seen(cable, lay_out(cable, WIDTH)) == []
    links = seen(cable, lay_out(cable, WIDTH, Options(header_open=True)))
    assert [(link.words, link.mention.target) for link in links] == [
        ("06PORTALDER398", "06PORTALDER398"),
        ("07STATE12", "07STATE12"),
    ]


def test_there_are_no_more_links_than_keys_and_none_in_the_source() -> None:
    cable = cable_of("See para 1. " * 60)
    links = seen(cable, lay_out(cable, WIDTH))
    assert [link.hint for link in links] == list(HINTS)
    assert seen(cable, lay_out_source(cable, WIDTH)) == []


def test_a_mention_far_into_an_endless_paragraph_is_found_at_its_place() -> None:
    cable = cable_of("word " * 20_000 + "as ref B says")
    page = lay_out(cable, WIDTH)
    (link,) = seen(cable, page, len(page.rows) - 5, 5)
    passage = page.passages[link.at.passage]
    assert passage.text[link.mention.start : link.mention.end] == link.words == "ref B"
