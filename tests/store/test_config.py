"""The settings file: what is right in it holds, what is wrong is told with its line, and nothing is ever raised."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from cablereader.store.config import SETTINGS, Config, Remap, commented
from hypothesis import given
from hypothesis import strategies as st


def load(folder: Path, text: str) -> Config:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return Config.load(path)


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    config = Config.load(tmp_path / "config.toml")
    assert (config.faults, config.theme, config.mouse, config.keymap) == ([], None, True, "default")
    assert config.cite_style == "chicago-note"


def test_what_is_written_holds(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        'theme = "paper"\ncolumn = 70\nmouse = false\nauthor = "A. R."\neditor = "vi"\nkeymap = "vim"\n'
        '[cite]\nstyle = "mla"\nsource = "frus"\n[keys.list]\nopen = ["enter", "o"]\nnote = "N"\nsort = []\n',
    )
    assert config.faults == []
    assert (config.theme, config.column, config.mouse, config.author) == ("paper", 70, False, "A. R.")
    assert (config.editor, config.keymap, config.cite_style, config.cite_source) == ("vi", "vim", "mla", "frus")
    assert config.remaps == (
        Remap("list", "open", ("enter", "o"), 11),
        Remap("list", "note", ("N",), 12),
        Remap("list", "sort", (), 13),
    )


def test_the_users_terms_lie_beside_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, "").glossary_path == tmp_path / "glossary.tsv"
    assert load(tmp_path, 'glossary = "mine/terms.tsv"').glossary_path == tmp_path / "mine" / "terms.tsv"
    assert load(tmp_path, 'glossary = "/srv/terms.tsv"').glossary_path == Path("/srv/terms.tsv")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('mouse = true\nthem = "paper"', 2, "did you mean theme?"),
        ("zzz = 1", 1, "there are theme, "),
        ("\n\ncolumn = '80'", 3, "column must be a whole number"),
        ("column = true", 1, "column must be a whole number"),
        ("column = 7", 1, "from 30 to 200"),
        ("theme = 3", 1, "theme must be text"),
        ("mouse = 'no'", 1, "true or false"),
        ('keymap = "emacs"', 1, "there are default, vim, mutt"),
        ('[cite]\nstyle = "chicago"', 2, "did you mean chicago-"),
        ('cite.sauce = "own"', 1, "did you mean cite.source?"),
        ('cite = "mla"', 1, "cite is a section"),
        ("[cites]\nstyle = 'mla'", 1, "did you mean cite"),
        ("keys = 3", 1, "[keys.reader]"),
        ("[keys]\nopen = 'o'", 2, "[keys.everywhere]"),
        ("[keys.list]\n\nopen = 3", 3, "no list of keys"),
        ("[keys.list]\nopen = ['a', 3]", 2, "no list of keys"),
        ('mouse = false\ntheme = "paper', 2, "not TOML"),
        ("[[cite]]\nstyle = 'mla'", None, "cite is a section"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int | None, said: str) -> None:
    config = load(tmp_path, text)
    (fault,) = config.faults
    assert fault.line == line
    assert said in str(fault)
    assert str(fault).startswith(f"{config.path}:{line}" if line else str(config.path))


def test_one_wrong_line_leaves_the_others_in_force(tmp_path: Path) -> None:
    config = load(tmp_path, 'column = "wide"\ntheme = "amber"\n[cite]\nstyle = "no"\nsource = "aad"\n')
    assert [fault.line for fault in config.faults] == [1, 4]
    assert (config.theme, config.column, config.cite_style, config.cite_source) == (
        "amber",
        None,
        "chicago-note",
        "aad",
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    (fault,) = Config.load(tmp_path / "config.toml").faults
    assert "it is a folder" in str(fault)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes('theme = "paper"\nauthor = "Ána"\n'.encode("cp1252"))
    (fault,) = Config.load(path).faults
    assert (fault.line, fault.what) == (2, "is not UTF-8")


def test_the_commented_file_changes_nothing_and_shows_everything(tmp_path: Path) -> None:
    text = commented()
    assert load(tmp_path, text).faults == []
    assert tomllib.loads(text) == {}
    assert all(f"# {setting.name.rpartition('.')[2]} = {setting.example}" in text for setting in SETTINGS)


def test_the_commented_file_taken_at_its_word_has_no_fault(tmp_path: Path) -> None:
    lines = (line.removeprefix("# ") for line in commented().splitlines())
    text = "\n".join(line for line in lines if " = " in line or line.startswith("["))
    config = load(tmp_path, text)
    assert config.faults == []
    assert set(config.lines) >= {tuple(setting.name.split(".")) for setting in SETTINGS}
    assert config.remaps


@given(st.text())
def test_any_text_is_survived(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, "utf-8", errors="replace")
    for fault in Config.load(path).faults:
        assert fault.what
