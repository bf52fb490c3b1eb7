"""What is copied on the screen is cited as the settings say."""

from __future__ import annotations

import pytest
from cablereader.store.places import places

from .app_tools import Paths, opened


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
