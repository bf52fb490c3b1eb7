"""A citation names the publication that the page around the telegram names, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from cablereader.cable import Cable, Span
from cablereader.cable.cite import cite
from cablereader.cable.editions import edition


def on_page(cable: Cable, rendition: str, words: str, **page: str) -> Cable:
    """The cable with words of a page before it."""
    moved = tuple(Span(span.role, span.start + len(words), span.end + len(words)) for span in cable.spans)
    spans = (Span("chrome", 0, len(words)), *moved)
    return replace(cable, source=words + cable.source, spans=spans, rendition=rendition, page=page)


def test_a_bare_telegram_has_none(cable: Cable) -> None:
    assert edition(cable) is None


@pytest.mark.parametrize(
    ("rendition", "words", "page", "expected"),
    [
        ("archive page", "Viewing cable", {"id": "06PORTALDER412"}, None),
        ("archive page", "WikiLeaks: viewing cable", {"id": "06PORTALDER412"}, "WikiLeaks"),
        (
            "plusd page",
            "PUBLIC LIBRARY OF US DIPLOMACY",
            {"id": "06PORTALDER412_a"},
            "WikiLeaks, Public Library of US Diplomacy, 06PORTALDER412_a",
        ),
        ("nara print", "", {"id": "1974STATE204417"}, "U.S. National Archives, 1974STATE204417"),
        ("foia print", "", {"case": "F-1", "document": "C2"}, "U.S. Department of State, case F-1, document C2"),
        ("telegram", "WikiLeaks", {}, None),
    ],
)
def test_it_is_named_where_the_page_names_it(
    make_cable: Callable[..., Cable], rendition: str, words: str, page: dict[str, str], expected: str | None
) -> None:
    assert edition(on_page(make_cable(), rendition, words, **page)) == expected


def test_a_site_in_the_telegram_itself_is_no_edition(make_cable: Callable[..., Cable]) -> None:
    assert edition(on_page(make_cable(subject="WIKILEAKS"), "viewer page", "Identifier")) is None


def test_it_ends_the_note(make_cable: Callable[..., Cable]) -> None:
    cable = on_page(make_cable(), "nara print", "", id="1974STATE204417")
    assert cite(cable).endswith("September 7, 2006, U.S. National Archives, 1974STATE204417.")
