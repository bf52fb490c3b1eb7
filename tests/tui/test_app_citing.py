"""What is copied on the screen is cited as the settings say."""

from __future__ import annotations

import pytest
from cablereader.store.places import places

from .app_tools import NARROW, WIDE, Paths, opened


@pytest.mark.parametrize(
    ("settings", "cited"),
    [
        ("", "U.S. Consulate Wren Haven to Secretary of State"),
        ('[cite]\nstyle = "plain"\n', "08WRENHAVEN31"),
        ('[cite]\nstyle = "mla"\nsource = "wikileaks"\n', "WikiLeaks"),
    ],
)
async def test_copies_are_cited_as_the_settings_say(few: Paths, settings: str, cited: str) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text(settings, "utf-8")
    async with opened(*few) as app:
        await app.read("08WRENHAVEN31")
        await app.press("right_curly_bracket", "y")
        quote, _, citation = app.app.clipboard.rpartition("\n\n")
        assert quote.startswith("At 2141 on July 19")
        assert cited in citation
        await app.press("Y")
        assert app.app.clipboard.startswith(citation.split("para")[0].rstrip(" ,;.")[:20])


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_cable_of_the_list_is_copied_where_it_stands(few: Paths, size: tuple[int, int]) -> None:
    async with opened(*few, size=size) as app:
        for way in ("j", "k"):
            await app.press("y")
            await app.until(lambda: "the citation of the cable" in app.painted)
            entry = app.main.cables.current
            assert entry is not None
            assert entry.subject is not None
            assert entry.subject.split()[0].casefold() in app.app.clipboard.casefold()
            assert "\n" not in app.app.clipboard
            assert app.pane == "list"
            await app.press(way)
        await app.press("Y")
        await app.until(lambda: "the whole" in app.painted)
        assert "\n\n1. " in app.app.clipboard


async def test_a_note_is_copied_with_what_it_is_about(few: Paths) -> None:
    async with opened(*few, size=WIDE) as app:
        await app.read("08WRENHAVEN31")
        await app.press("right_curly_bracket", "a", *"Oil", "f2", "3", "y")
        quote, note, citation = app.app.clipboard.split("\n\n")
        assert quote.startswith("> At 2141 on July 19")
        assert note == "Oil"
        assert citation.endswith("para. 1.")
