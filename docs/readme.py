"""Draws the README's pictures with the app itself; writes its table of keys, and the manual page, from the tables.

make readme
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from cablereader.cli.keys import markdown
from cablereader.cli.manual import page
from cablereader.cli.paths import samples
from cablereader.store.places import places
from cablereader.store.session import Session
from cablereader.tui.commands import Keymap

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"
MANUAL = HERE / "cablereader.1"
BEGIN, END = "<!-- keys: made by `make readme` -->", "<!-- end of keys -->"
_NOTE = "Nobody's for nine seconds: who says so but post? Compare the award itself."
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""A picture is not to fetch fonts from anywhere."""
_CALM = 0.5


class Picture(NamedTuple):
    """A picture of the screen: how large, in which theme, and what is typed before it is taken, part by part."""

    name: str
    size: tuple[int, int]
    theme: str
    typed: tuple[tuple[str, ...], ...]


PICTURES = (
    Picture(
        "screenshot",
        (120, 36),
        "dark",
        (("enter",), ("right_curly_bracket",), ("a",), (*_NOTE, "tab", *"award", "ctrl+s")),
    ),
    Picture("search", (120, 30), "dark", (("slash",), (*"lamp OR ferry",), ("enter",), ("f",))),
    Picture("paper", (60, 20), "paper", (("j", "j", "j"), ("enter",), ("right_curly_bracket",))),
)


def with_keys(text: str) -> str:
    """The README's text with the table of keys as it is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{markdown(Keymap())}\n\n{END}{after}"


async def drawn(picture: Picture) -> str:
    """The screen on the samples as SVG, in a home of its own."""
    from cablereader.tui.app import CableReaderApp

    with tempfile.TemporaryDirectory() as home:
        os.environ["CABLEREADER_HOME"] = home
        Session(places().session, theme=picture.theme).save()
        app = CableReaderApp([str(samples())])
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause(3 * _CALM)
            for keys in picture.typed:
                await pilot.press(*keys)
                await pilot.pause(_CALM)
            await app.workers.wait_for_complete()
            await pilot.pause(_CALM)
            app.clear_notifications()
            await pilot.pause()
            return _FONTS.sub("", app.export_screenshot(title="cablereader"))


def main() -> int:
    """Writes all of them."""
    for picture in PICTURES:
        (HERE / f"{picture.name}.svg").write_text(asyncio.run(drawn(picture)), "utf-8")
    MANUAL.write_text(page(), "utf-8")
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
