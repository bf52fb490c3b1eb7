"""Draws the README's screenshot with the app itself; writes its table of keys, and the manual page, from the tables.

make readme
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from cablereader.cli.keys import markdown
from cablereader.cli.manual import page
from cablereader.cli.paths import samples
from cablereader.tui.commands import Keymap

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"
MANUAL = HERE / "cablereader.1"
SCREENSHOT = HERE / "screenshot.svg"
BEGIN, END = "<!-- keys: made by `make readme` -->", "<!-- end of keys -->"
_SIZE = (120, 36)
_NOTE = "Nobody's for nine seconds: who says so but post? Compare the award itself."


def with_keys(text: str) -> str:
    """The README's text with the table of keys as it is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{markdown(Keymap())}\n\n{END}{after}"


async def screenshot() -> str:
    """The screen with a sample cable open and a note on its third block, as SVG."""
    from cablereader.tui.app import CableReaderApp

    app = CableReaderApp([str(samples())])
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.5)
        await pilot.press("right_curly_bracket", "right_curly_bracket", "right_curly_bracket", "a")
        await pilot.pause(0.5)
        await pilot.press(*_NOTE, "tab", *"award", "ctrl+s")
        await pilot.pause(0.5)
        return app.export_screenshot(title="cablereader")


def main() -> int:
    """Writes all of them."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["CABLEREADER_HOME"] = home
        SCREENSHOT.write_text(asyncio.run(screenshot()), "utf-8")
    MANUAL.write_text(page(), "utf-8")
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
