"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from cablereader.cli.keys import markdown
from cablereader.tui.commands import Keymap

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_its_table_of_keys_is_current() -> None:
    assert markdown(Keymap()) in README, "the command table has changed: run `make readme`"


def test_what_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
