"""The user's own terms on the screen: underlined, explained, in the list of terms; a fault in their file is said."""

from __future__ import annotations

from cablereader.store.places import places

from .app_tools import Paths, opened


async def test_own_terms_are_explained_as_such(few: Paths) -> None:
    path = places().config / "glossary.tsv"
    path.parent.mkdir(parents=True)
    path.write_text("Patience\tthe ferry of the islands\nno tab here\n", "utf-8")
    async with opened(*few) as app:
        (said,) = [notification.message for notification in app.app._notifications]
        assert "glossary.tsv:2: this is no term with a meaning" in said
        await app.read("08WRENHAVEN31")
        await app.press("I")
        await app.until(lambda: "the ferry of the islands" in app.painted)
        assert "your glossary" in app.painted
        await app.press("escape", "right_curly_bracket")
        said = ""
        for _ in range(4):
            await app.press("i")
            said += app.painted
        assert "Patience  the ferry of the islands (your glossary)" in said
