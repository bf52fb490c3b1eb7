"""Themes: readable by measure, complete, and a user's faulty file says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.notes.model import COLORS
from cablereader.themes import DEFAULT, TOKENS, ThemeFault, from_folder, one, shipped
from textual.color import Color
from textual.theme import Theme

HIGHLIGHTS = tuple(f"note-{color}" for color in COLORS)
BACKGROUNDS = ("cable-find", "note-card", *HIGHLIGHTS)
OVER_TEXT = ("cable-heading", "cable-tag", "cable-acronym", "cable-reference", "cable-repair")
"""What a highlight may lie under besides plain text."""
MEASURED = [theme for theme in shipped() if not theme.ansi]


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def channel(value: int) -> float:
        part = value / 255
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


def grounds(theme: Theme) -> dict[str, str]:
    """What words stand on: the page, the bars, the row under the cursor, a note card."""
    colors = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    return {name: color for name, color in colors.items() if color} | {"note-card": theme.variables["note-card"]}


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_default_comes_first_and_all_have_their_own_name() -> None:
    names = [theme.name for theme in shipped()]
    assert names[0] == DEFAULT
    assert {"dark", "light", "high-contrast", "paper", "amber"} <= set(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
def test_every_token_has_a_colour(theme: Theme) -> None:
    for token in TOKENS:
        Color.parse(theme.variables[token])


@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_the_text_is_easy_to_read(theme: Theme) -> None:
    for name, ground in grounds(theme).items():
        assert contrast(str(theme.foreground), ground) >= 7, name
    assert contrast(str(theme.foreground), theme.variables["cable-find"]) >= 4.5


@pytest.mark.parametrize("token", [token for token in TOKENS if token not in BACKGROUNDS])
@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_coloured_words_are_readable(theme: Theme, token: str) -> None:
    for name, ground in grounds(theme).items():
        assert contrast(theme.variables[token], ground) >= 4.5, name


@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_what_was_found_stands_out(theme: Theme) -> None:
    found = theme.variables["cable-find-current"]
    assert contrast(str(theme.background), found) >= 4.5, "the text on the current hit is the background's colour"


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_highlighted_words_are_readable_and_seen(theme: Theme, highlight: str) -> None:
    ground = theme.variables[highlight]
    assert contrast(str(theme.foreground), ground) >= 7
    for token in OVER_TEXT:
        assert contrast(theme.variables[token], ground) >= 4.5, token
    assert contrast(str(theme.background), ground) >= 1.1


@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_the_text_is_the_brightest_thing(theme: Theme) -> None:
    text = contrast(str(theme.foreground), str(theme.background))
    assert text > contrast(theme.variables["cable-quiet"], str(theme.background)) + 2


def load(folder: Path, text: str) -> list[Theme | ThemeFault]:
    (folder / "mine.toml").write_text(text, "utf-8")
    return list(from_folder(folder))


def test_a_users_theme_takes_the_rest_from_its_base(tmp_path: Path) -> None:
    (theme,) = load(tmp_path, 'base = "paper"\n[tokens]\ncable-tag = "#123456"\n')
    paper = next(theme for theme in shipped() if theme.name == "paper")
    assert isinstance(theme, Theme)
    assert (theme.name, theme.dark, theme.background) == ("mine", False, paper.background)
    assert theme.variables["cable-tag"] == "#123456"
    assert theme.variables["note-mark"] == paper.variables["note-mark"]


def test_a_users_theme_may_change_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "light.toml").write_text('[tokens]\ncable-tag = "#123456"\n', "utf-8")
    (theme,) = from_folder(tmp_path)
    assert isinstance(theme, Theme)
    light = next(theme for theme in shipped() if theme.name == "light")
    assert (theme.name, theme.dark, theme.background) == ("light", False, light.background)
    assert theme.variables["cable-tag"] == one("light", tmp_path).variables["cable-tag"] == "#123456"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[tokens]\ncable-tag = "no colour"\n', "tokens.cable-tag"),
        ("[tokens]\ncable-tag = 7\n", "tokens.cable-tag"),
        ('[colors]\nbackgruond = "#000000"\n', "backgruond"),
        ('base = "nothing"\n', "base"),
        ("base = [1]\n", "base"),
        ("tokens = 3\n", "tokens must be a table"),
        ('dark = "yes"\n', "dark"),
        ("ansi = 1\n", "ansi"),
        ('[colours]\nbackground = "#000000"\n', "colours"),
        ("[tokens\n", "TOML"),
        ("\udcff", "mine.toml"),
    ],
)
def test_a_faulty_file_is_named_with_its_key(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "good.toml").write_text("dark = false\n", "utf-8")
    (tmp_path / "mine.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    good, fault = from_folder(tmp_path)
    assert isinstance(good, Theme)
    assert isinstance(fault, ThemeFault)
    assert "mine.toml" in str(fault)
    assert said in str(fault)


def test_one_theme_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("dark = false\n", "utf-8")
    (tmp_path / "bad.toml").write_text("dark = 3\n", "utf-8")
    names = {"paper": "paper", "mine": "mine", "bad": DEFAULT, "gone": DEFAULT, "": DEFAULT}
    assert {name: one(name, tmp_path).name for name in names} == names
    assert one(None, tmp_path).name == DEFAULT


def test_no_folder_no_themes(tmp_path: Path) -> None:
    assert list(from_folder(tmp_path / "missing")) == []
