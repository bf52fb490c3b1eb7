"""Which programs take a text to the clipboard, and what is said about it."""

from __future__ import annotations

import sys

import pytest
from cablereader.store.clipboard import Command, hand_over, native, run_command, told


def names(platform: str, environment: dict[str, str], *missing: str) -> list[str]:
    found = native(platform, environment, lambda name: None if name in missing else f"/bin/{name}")
    return [command[0] for command in found]


@pytest.mark.parametrize(
    ("platform", "environment", "programs"),
    [
        ("darwin", {}, ["pbcopy"]),
        ("linux", {}, []),
        ("linux", {"DISPLAY": ":0"}, ["xclip", "xsel"]),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"]),
        ("linux", {"WSL_DISTRO_NAME": "Debian"}, ["clip.exe"]),
        ("darwin", {"SSH_TTY": "/dev/pts/1"}, []),
        ("linux", {"DISPLAY": ":10", "SSH_CONNECTION": "a b"}, []),
        ("linux", {"TMUX": "/tmp/x", "DISPLAY": ":0"}, ["xclip", "xsel", "tmux"]),
        ("linux", {"TMUX": "/tmp/x", "SSH_CONNECTION": "a b"}, ["tmux"]),
    ],
)
def test_the_programs_of_each_place(platform: str, environment: dict[str, str], programs: list[str]) -> None:
    assert names(platform, environment) == programs


def test_a_program_that_is_not_installed_is_not_tried() -> None:
    assert names("linux", {"DISPLAY": ":0"}, "xclip") == ["xsel"]


def test_the_first_program_that_takes_the_text_has_it() -> None:
    taken: list[tuple[Command, str]] = []

    def run(command: Command, text: str) -> bool:
        taken.append((command, text))
        return command[0] != "wl-copy"

    commands: list[Command] = [("wl-copy",), ("xclip", "-i"), ("xsel",)]
    assert hand_over("text", commands, run) == "xclip"
    assert taken == [(("wl-copy",), "text"), (("xclip", "-i"), "text")]
    assert hand_over("text", commands[:1], run) is None


@pytest.mark.parametrize(
    ("program", "tried", "environment", "sentence"),
    [
        ("pbcopy", [("pbcopy",)], {}, "Copied it (pbcopy)."),
        (None, [], {}, "Sent to the terminal (OSC 52): it."),
        (None, [("xclip",)], {"DISPLAY": ":0"}, "Sent to the terminal (OSC 52; xclip failed): it."),
        (None, [], {"DISPLAY": ":0"}, "Sent to the terminal (OSC 52; xclip is not installed): it."),
        (None, [], {"WAYLAND_DISPLAY": "0"}, "Sent to the terminal (OSC 52; wl-copy is not installed): it."),
        ("tmux", [("tmux",)], {"TMUX": "x"}, "Copied to tmux, which passes it to the terminal (OSC 52): it."),
        (None, [("tmux",)], {"TMUX": "x"}, "Sent to the terminal (OSC 52; tmux needs set-clipboard on): it."),
        (None, [], {"TMUX": "/tmp/x"}, "Sent to the terminal (OSC 52; tmux needs set-clipboard on): it."),
    ],
)
def test_what_is_said_is_what_was_done(
    program: str | None, tried: list[Command], environment: dict[str, str], sentence: str
) -> None:
    assert told("it", program, tried, environment) == sentence


def test_a_program_that_fails_or_is_missing_took_nothing() -> None:
    check = "import sys; sys.exit(sys.stdin.buffer.read().decode() != 'Zürich')"
    assert run_command((sys.executable, "-c", check), "Zürich")
    assert not run_command((sys.executable, "-c", check), "Zurich")
    assert not run_command(("no-such-program-as-this",), "text")
