"""`cablereader doctor`: what works, what could be better, what does not, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from cablereader.cli.checks.clipboard import check_clipboard
from cablereader.cli.checks.found import Found
from cablereader.cli.checks.terminal import Surroundings, check_terminal
from cablereader.store.places import places

from .conftest import Run


def around(
    environment: Mapping[str, str],
    size: tuple[int, int] | None = (120, 36),
    encoding: str = "utf-8",
    tmux: Mapping[str, str] | None = None,
) -> dict[str, Found]:
    """What is found of a terminal, by what it is about."""
    values = tmux or {}
    surroundings = Surroundings(environment, size, encoding, True, values.get)
    return {found.about: found for found in check_terminal(surroundings, mouse=True)}


def test_a_good_terminal() -> None:
    found = around({"TERM": "xterm-kitty", "COLORTERM": "truecolor"})
    assert {item.state for item in found.values()} == {"good"}
    assert found["size"].what == "120 columns, 36 lines: 3 panes side by side"
    assert found["colours"].what == "all"
    assert found["screen updates"].what == "whole frames at a time"


@pytest.mark.parametrize(
    ("environment", "about", "said"),
    [
        ({"TERM": "dumb"}, "terminal", "cablereader read"),
        ({}, "terminal", "xterm-256color"),
        ({"TERM": "linux"}, "colours", "terminal's own"),
        ({"TERM": "linux"}, "characters", 'ascii = "off"'),
        ({"TERM": "xterm", "LC_ALL": "C"}, "characters", "LANG=C.UTF-8"),
        ({"TERM": "xterm-256color"}, "colours", "COLORTERM=truecolor"),
        ({"TERM": "tmux-256color", "TMUX": "x"}, "colours", "terminal-features"),
        ({"TERM": "screen", "STY": "1.pts"}, "screen", "tmux"),
    ],
)
def test_a_lesser_terminal(environment: dict[str, str], about: str, said: str) -> None:
    found = around(environment)[about]
    assert found.state == "look"
    assert said in found.what_to_do


def test_a_small_terminal_without_unicode() -> None:
    found = around({"TERM": "vt220"}, (40, 10), "ascii")
    assert found["size"].what_to_do == "make it at least 60 columns and 20 lines"
    assert "UTF-8" in found["characters"].what_to_do


def test_colours_that_are_not_wanted_are_no_fault() -> None:
    assert around({"TERM": "xterm", "NO_COLOR": ""})["colours"] == Found("colours", "good", "none, as NO_COLOR asks")


def test_tmux_is_asked_what_stands_in_the_way() -> None:
    inside = {"TERM": "tmux-256color", "COLORTERM": "truecolor", "TMUX": "x"}
    surroundings = Surroundings(inside, None, "utf-8", None, {"set-clipboard": "off", "escape-time": "500"}.get)
    found = [item for item in check_terminal(surroundings, mouse=False) if item.about == "tmux"]
    assert [item.what_to_do for item in found] == ["set -s set-clipboard on", "set -sg escape-time 10"]
    assert around(inside, tmux={"set-clipboard": "external", "escape-time": "10"})["tmux"].state == "good"


def test_ssh_is_said() -> None:
    assert "clipboard" in around({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"})["ssh"].what


@pytest.mark.parametrize(
    ("environment", "there", "state", "said"),
    [
        ({"WAYLAND_DISPLAY": "w"}, ("wl-copy",), "good", "wl-copy"),
        ({"WAYLAND_DISPLAY": "w"}, (), "look", "install wl-clipboard"),
        ({"DISPLAY": ":0"}, (), "look", "install xclip"),
        ({"SSH_CONNECTION": "x", "DISPLAY": ":0"}, ("xclip",), "good", "OSC 52"),
        ({"SSH_CONNECTION": "x", "TMUX": "y"}, ("tmux",), "good", "through tmux"),
        ({}, (), "good", "OSC 52"),
    ],
)
def test_the_clipboard(environment: dict[str, str], there: tuple[str, ...], state: str, said: str) -> None:
    (found,) = check_clipboard("linux", environment, lambda name: name if name in there else None)
    assert found.state == state
    assert said in f"{found.what} {found.what_to_do}"


def test_all_is_well(run: Run) -> None:
    done = run("doctor")
    assert (done.code, done.err) == (0, "")
    lines = [line.split("\t") for line in done.out.splitlines() if "\t" in line]
    assert {line[0] for line in lines} <= {"good", "look"}
    assert {"terminal", "clipboard", "notes folder", "settings", "library", "notes", "search"} <= {x[1] for x in lines}
    assert "Versions: cablereader " in done.out
    assert "textual 8.2." in done.out


def test_as_json(run: Run) -> None:
    data = json.loads(run("doctor", "--json").out)
    assert data["versions"]["python"]
    assert {frozenset(item) for item in data["findings"]} == {frozenset(("about", "state", "what", "what_to_do"))}


def test_a_fault_in_the_settings_is_told_with_its_line(run: Run) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('column = 3\n[keys.list]\nsort = "ctrl+m"\n', "utf-8")
    done = run("doctor")
    assert done.code == 0
    assert "config.toml:1: column cannot be 3" in done.out
    assert "config.toml:3: 'ctrl+m' cannot be the key of sort" in done.out


def test_damaged_notes_are_a_failure(run: Run, telegram: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "x")
    (file,) = places().notes.glob("*.json")
    file.write_bytes(b"{")
    done = run("doctor")
    assert done.code == 3
    assert f"bad\tnotes\t{file.name}" in done.out


def test_notes_that_others_can_read_are_told(run: Run, telegram: Path) -> None:
    run("notes", "add", telegram, "--at", "1", "--text", "x")
    places().notes.chmod(0o755)
    assert f"chmod 700 {places().notes}" in run("doctor").out


def test_a_folder_that_is_a_file_is_a_failure(run: Run) -> None:
    places().data.parent.mkdir(parents=True, exist_ok=True)
    places().data.write_text("", "utf-8")
    done = run("doctor")
    assert done.code == 3
    assert "is a file" in done.out


def test_a_library_that_moved_is_told(run: Run, telegram: Path, tmp_path: Path) -> None:
    from cablereader.store.session import Session

    session = Session.load(places().session)
    session.last_paths = [str(telegram.parent), str(tmp_path / "gone")]
    session.save()
    assert "gone is not there" in run("doctor").out
