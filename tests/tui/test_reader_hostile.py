from __future__ import annotations

from dataclasses import replace

import pytest
from cablereader.cable import Cable, Header, Reference
from cablereader.tui.page.cells import cells
from cablereader.tui.page.lay_out import Options, lay_out
from cablereader.tui.page.source import lay_out_source
from cablereader.tui.screens.glossary import GlossaryScreen
from cablereader.tui.widgets.reader import Reader

from ..handmade import Part, make_cable
from ..hostile import LARGE, TEXTS, leaks
from .page_tools import FakeMeaning, page_text
from .reader_app import ReaderApp


def hostile_cable(text: str) -> Cable:
    """A cable with a text in every field that the reader shows."""
    body = [Part(kind, text, "1", text) for kind in ("heading", "paragraph", "item", "table", "closing")]
    cable = make_cable(body=[*body, Part("paragraph", f"before {text} after", text)], subject=text, tags=[text])
    header = Header(
        date=cable.header.date,
        precedence=(text,),
        from_=text,
        origin=text,
        to=(text, text),
        info=(text,),
        info_excluded=(text,),
        classification=text,
        captions=(text,),
        executive_order=text,
        declassify_on=text,
        tags=(text, "PREL"),
        subject=text,
        references=(Reference(text, text, text),),
        classified_by=text,
        reasons=(text,),
        sections=2,
    )
    return replace(cable, header=header, signer=text, page={text: text}, rendition=text)


@pytest.mark.parametrize("name", list(TEXTS))
def test_nothing_that_steers_a_terminal_is_on_the_page(name: str) -> None:
    cable = hostile_cable(TEXTS[name])
    for width in (30, 90):
        for page in (lay_out(cable, width, Options(header_open=True)), lay_out_source(cable, width)):
            lines = page_text(page)
            assert leaks("\n".join(lines)) == []
            assert all("\n" not in line for line in lines)
            assert [
                line for row, line in enumerate(lines) if cells(line) > width and page.passage(row).flow != "table"
            ] == []


async def test_no_hostile_text_disturbs_the_reader() -> None:
    app = ReaderApp(make_cable())
    async with app.run_test(size=(60, 20), message_hook=app.hook) as pilot:
        for text in TEXTS.values():
            app.reader.show(hostile_cable(text), problem=text)
            for action in ("header", "explain", "next_paragraph", "explain", "last", "source", "first", "copy", "note"):
                getattr(app.reader, f"action_{action}")()
            await pilot.pause()
            assert leaks("\n".join(app.lines)) == []
            assert leaks("\n".join(told.text.plain for told in app.sent if isinstance(told, Reader.Meaning))) == []


@pytest.mark.parametrize("name", ["line", "escapes"])
async def test_a_megabyte_in_one_paragraph_is_read_like_any_other(name: str) -> None:
    app = ReaderApp(make_cable(body=[Part("paragraph", LARGE[name], "1"), Part("paragraph", "the end", "2")]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        assert any("the end" in line for line in app.lines)
        await pilot.press("R")
        assert leaks("\n".join(app.lines)) == []


async def test_a_hostile_glossary_is_shown_as_it_is() -> None:
    terms = [FakeMeaning(text, text, text, True) for text in TEXTS.values()]
    app = ReaderApp(make_cable())
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(GlossaryScreen("[b]\x1b[31m", terms))  # type: ignore[arg-type]  # stand-ins for Meaning
        await pilot.pause()
        painted = app.export_screenshot(simplify=True)
        assert "[b]" in painted
        assert leaks(painted) == []
