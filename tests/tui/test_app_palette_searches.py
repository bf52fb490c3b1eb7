"""The palette has the saved searches, and shows what they find."""

from __future__ import annotations

import pytest
from cablereader.store.places import places
from cablereader.store.query import Searches
from cablereader.tui.palette import does

from .app_tools import Paths, opened


async def test_a_saved_search_is_found_by_its_name(few: Paths) -> None:
    Searches(places().state).save("boats", "ferry [/]")
    Searches(places().state).save("ships", "ferry")
    async with opened(*few) as app:
        await app.press("colon", *"search ships")
        await app.until(lambda: "Search: ships" in app.painted)
        await app.press("enter")
        await app.until(lambda: [entry.id for entry in app.entries] == ["08WRENHAVEN31"])
        assert app.pane == "list"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("cite", True), ("citation", True), ("copy citation", True), ("ci", True), ("wrds", False), ("cx", False)],
)
def test_what_a_command_does_is_told_by_words_that_begin_alike(typed: str, found: bool) -> None:
    assert does("Copy the selected words, else the paragraph, with the citation", typed) == found


async def test_a_command_is_found_by_what_it_does(few: Paths) -> None:
    async with opened(*few) as app:
        await app.press("colon", *"cite")
        await app.until(lambda: "Copy cable" in app.painted)
        assert "Copy citation" in app.painted
