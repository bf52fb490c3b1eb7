"""Plain characters where a terminal lacks our signs; the text of a cable stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cablereader.store.config.display import is_plain
from cablereader.tui import signs
from cablereader.tui.commands import key_label
from cablereader.tui.page.cells import cells
from textual.scrollbar import ScrollBarRender

from .app_tools import NARROW, WIDE, opened

TELEGRAM = """\
R 012004Z SEP 06
FM AMEMBASSY PORT ALDER
TO SECSTATE WASHDC
UNCLAS PORT ALDER 004964

E.O. 12958: N/A
TAGS: PREL, VP
SUBJECT: BELLS

1. The bells “of the north” – all nine… – rang at ¶2 of the rites, see septel.

2. They were heard.
"""


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr(ScrollBarRender, "VERTICAL_BARS", ScrollBarRender.VERTICAL_BARS)
    monkeypatch.setattr(ScrollBarRender, "HORIZONTAL_BARS", ScrollBarRender.HORIZONTAL_BARS)
    yield
    signs.be_plain(False)


@pytest.mark.parametrize(
    ("setting", "environment", "expected"),
    [
        ("auto", {}, False),
        ("auto", {"TERM": "xterm-256color"}, False),
        ("auto", {"LANG": "de_DE.UTF-8"}, False),
        ("auto", {"LANG": "C.utf8"}, False),
        ("auto", {"LANG": "C"}, True),
        ("auto", {"LANG": "de_DE.ISO-8859-1"}, True),
        ("auto", {"LANG": "C", "LC_ALL": "C.UTF-8"}, False),
        ("auto", {"LANG": "C.UTF-8", "LC_CTYPE": "POSIX"}, True),
        ("auto", {"TERM": "linux", "LANG": "C.UTF-8"}, True),
        ("auto", {"TERM": "vt220"}, True),
        ("on", {"LANG": "C.UTF-8"}, True),
        ("off", {"TERM": "linux", "LANG": "C"}, False),
    ],
)
def test_setting_locale_and_terminal_say_whether(setting: str, environment: dict[str, str], expected: bool) -> None:
    assert is_plain(setting, environment) == expected


def test_every_sign_has_a_plain_character_of_its_width(plain: None) -> None:
    path = Path(signs.__file__).with_name("signs.tsv")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    assert len({drawn for drawn, _ in rows}) == len(rows)
    signs.be_plain()
    for drawn, character in rows:
        assert (len(drawn), len(character), cells(drawn)) == (1, 1, 1)
        assert not drawn.isascii()
        assert character.isascii()
        assert character.isprintable()
        assert signs.sign(drawn) == character
    assert (key_label("down"), key_label("ctrl+left")) == ("down", "ctrl+left")
    signs.be_plain(False)
    assert (signs.sign("▌"), key_label("down")) == ("▌", "↓")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_all_but_the_text_of_a_cable_is_plain(plain: None, samples: Path, size: tuple[int, int]) -> None:
    async with opened(samples, size=size, first=True) as screen:
        for keys in (["escape"], ["f"], ["escape", "d"], ["escape", "s"], ["escape", "question_mark"], ["escape", "x"]):
            await screen.press(*keys)
            assert screen.painted.isascii(), keys
        await screen.press("escape", "enter", "H", "o")
        assert screen.painted.isascii()


async def test_the_text_of_a_cable_is_drawn_as_it_is(plain: None, tmp_path: Path) -> None:
    (tmp_path / "bells.txt").write_text(TELEGRAM, "utf-8")
    (tmp_path / "other.txt").write_text(TELEGRAM.replace("004964", "004965"), "utf-8")
    async with opened(tmp_path, size=(140, 30)) as screen:
        await screen.read("06PORTALDER4964")
        await screen.press("m", "o")
        told = " ".join(screen.painted.split())
        assert "“of the north” – all nine… –" in told
        assert "Embassy Port Alder >" in told
        await screen.press("escape", "D", "enter")
        await screen.until(lambda: "Two different cables" in screen.painted)
        assert "“of the north” – all nine…" in " ".join(screen.painted.split())
        assert " | " in screen.painted
