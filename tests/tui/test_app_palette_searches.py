"""The palette has the saved searches, and shows what they find."""

from __future__ import annotations

from cablereader.store.places import places
from cablereader.store.query import Searches

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
