from __future__ import annotations

from cablereader.tui.screens.glossary import GlossaryScreen
from cablereader.tui.widgets.reader import Reader
from textual.widgets import Static

from ..handmade import make_cable
from .page_tools import FakeMeaning
from .reader_app import ReaderApp

CABLE = make_cable()


async def test_the_terms_of_the_paragraph_are_explained_one_after_the_other() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        told = []
        for _ in range(6):
            await pilot.press("i")
            told.append(app.last(Reader.Meaning).text.plain)
        assert any("Port and Pilotage Authority" in text for text in told)
        assert told[0] in told[1:]


async def test_what_was_explained_is_taken_back_in_the_next_paragraph() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        await pilot.press("i", "right_curly_bracket")
        assert app.last(Reader.Meaning).text.plain == ""


async def test_a_paragraph_without_terms_says_so() -> None:
    app = ReaderApp(CABLE, at="2.4")
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        await pilot.press("i")
        assert "No term of this paragraph is known" in app.last(Reader.Meaning).text.plain


async def test_on_the_header_tags_are_explained() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40), message_hook=app.hook) as pilot:
        await pilot.press("left_curly_bracket")
        told = set()
        for _ in range(6):
            await pilot.press("i")
            told.add(app.last(Reader.Meaning).text.plain.split()[0])
        assert {"ELAB", "EWWT", "PGOV"} <= told


async def test_the_glossary_lists_the_terms_of_the_cable() -> None:
    app = ReaderApp(CABLE)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, GlossaryScreen)
        shown = str(app.screen.query_one("#lines", Static).render())
        assert "PPA" in shown
        assert "Port and Pilotage Authority" in shown
        await pilot.press("escape")
        assert not isinstance(app.screen, GlossaryScreen)


def test_meanings_hang_beside_their_terms_and_doubt_is_shown() -> None:
    glossary = [
        FakeMeaning("PHUM", "Human Rights", "TAGS table", False),
        FakeMeaning("GOV", "Government of [b]Vespera[/b] and its outlying islands", "acronyms table", True),
    ]
    sheet = GlossaryScreen("Terms", glossary)  # type: ignore[arg-type]  # stand-ins for Meaning
    lines = [line.plain for line in sheet.lines(40)]
    assert lines == [
        "PHUM   Human Rights  TAGS table",
        "GOV  ? Government of [b]Vespera[/b] and",
        "       its outlying islands  acronyms",
        "       table",
    ]
    assert [line.plain for line in GlossaryScreen("Terms", []).lines(40)] == ["No term of this cable is known."]
