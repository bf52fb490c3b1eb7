"""The terminal: what it is, how large, what colours and characters it has, and what stands between."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ...store.config.display import AUTO, ON, is_plain
from ..problem import PROGRAM
from .found import Found, good, look

LEAST = (60, 20)
"""Columns and lines in which every dialog has room."""
_FAST_ESCAPE = 100
_PATIENCE = 2.0


class Surroundings(NamedTuple):
    """What a program can learn of the terminal that it runs in; `size` and `synchronized` are None where unknown."""

    environment: Mapping[str, str]
    size: tuple[int, int] | None
    encoding: str
    synchronized: bool | None
    tmux: Callable[[str], str | None]


def check_terminal(around: Surroundings, *, mouse: bool, signs: str = AUTO) -> Iterator[Found]:
    """Everything about the terminal; `mouse` and `signs` are what the settings say of them."""
    yield _kind(around.environment.get("TERM", ""))
    yield _size(around.size)
    yield _colours(around)
    yield _characters(around, signs)
    if around.synchronized is not None:
        yield good("screen updates", "whole frames at a time" if around.synchronized else "as they come")
    yield good("mouse", "on" if mouse else "off, as the settings say: the terminal selects text")
    if any(around.environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        yield good("ssh", "yes: the clipboard is reached through the terminal")
    if around.environment.get("TMUX"):
        yield from _tmux(around)
    elif around.environment.get("STY"):
        yield look("screen", "GNU screen passes no clipboard and few colours", "tmux does more")


def _kind(term: str) -> Found:
    if term == "dumb":
        return look("terminal", "TERM=dumb: no screen can be shown", f"use '{PROGRAM} read' and the other commands")
    if not term:
        return look("terminal", "TERM is not set", "set it to what the terminal is, such as xterm-256color")
    return good("terminal", term)


def _size(size: tuple[int, int] | None) -> Found:
    if size is None:
        return good("size", "not known: this is no terminal")
    told = f"{size[0]} columns, {size[1]} lines"
    if size[0] < LEAST[0] or size[1] < LEAST[1]:
        return look("size", told, f"make it at least {LEAST[0]} columns and {LEAST[1]} lines")
    panes = 3 if size[0] >= 120 else 2 if size[0] >= 80 else 1
    return good("size", f"{told}: {panes} {'pane' if panes == 1 else 'panes'} side by side")


def _colours(around: Surroundings) -> Found:
    environment, term = around.environment, around.environment.get("TERM", "")
    if "NO_COLOR" in environment:
        return good("colours", "none, as NO_COLOR asks")
    if environment.get("COLORTERM") in ("truecolor", "24bit") or term.endswith("-direct"):
        return good("colours", "all")
    if environment.get("TMUX"):
        what_to_do = 'for all of them: set -as terminal-features ",*:RGB" in tmux, and COLORTERM=truecolor'
        return look("colours", "256" if "256" in term else "16", what_to_do)
    if "256" in term:
        return look("colours", "256: the themes come out nearly", "COLORTERM=truecolor, if the terminal has them all")
    return look("colours", "16", "the theme named terminal is made of the terminal's own")


def _characters(around: Surroundings, signs: str) -> Found:
    encoding = around.encoding
    if is_plain(signs, around.environment):
        if signs == ON:
            return good("characters", "plain ones for the signs of the screen, as the settings say")
        told = "plain ones for the signs of the screen, as the terminal or its locale has no others"
        return look(
            "characters", told, 'if it has them: LANG=C.UTF-8, or ascii = "off" below [display] in the settings'
        )
    if encoding.lower().replace("-", "") == "utf8":
        return good("characters", "UTF-8")
    what_to_do = "set LANG to one that ends in UTF-8, such as C.UTF-8"
    return look("characters", encoding or "not known", what_to_do)


def _tmux(around: Surroundings) -> Iterator[Found]:
    clipboard, wait = around.tmux("set-clipboard"), around.tmux("escape-time")
    if clipboard == "on":
        yield good("tmux", "set-clipboard is on")
    elif clipboard:
        told = f"set-clipboard is {clipboard}: only what is copied through tmux itself, 3.2 or newer, goes further"
        yield look("tmux", told, "set -s set-clipboard on") if clipboard == "off" else good("tmux", told)
    if wait and wait.isdecimal() and int(wait) > _FAST_ESCAPE:
        yield look("tmux", f"esc waits {wait} ms", "set -sg escape-time 10")


def ask_tmux(option: str) -> str | None:
    """The value of an option of the tmux server that one is in; None where it does not tell."""
    command = ["tmux", "show-options", "-sv", option]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None
