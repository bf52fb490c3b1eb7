"""From a preset and the user's own keys to a keymap: whatever cannot be is refused, with its line and why.

The user's keys are taken as a whole or not at all: half a keymap is worse than the one that is known.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pkgutil import get_data

from ...store.config import Config, Remap
from ...store.config.faults import Fault, meant
from .keymap import Keymap, taken_in
from .keys import key_label
from .spelling import NoKey, is_typed, key_name
from .table import CONTEXTS, EVERYWHERE, FIELDS, PANES, shipped

_ALWAYS = {
    "everywhere.quit": "ctrl+q",
    "dialogs.choose": "enter",
    "dialogs.close": "escape",
    "question.keep": "enter",
    "question.close": "escape",
    "find.keep": "enter",
    "find.clear": "escape",
    "hints.first_hint": "enter",
    "hints.leave_hints": "escape",
}
"""The key that a command has whatever else it is given: the last way out, and the sure ways through a dialog."""
_DEFAULT = "default"
_EDITING = {"editor": {"enter", "backspace", "delete", "up", "down", "left", "right", "home", "end"}}
_IN_FIELDS = {"backspace", "delete", "left", "right", "home", "end"}


def keymap_of(config: Config) -> Keymap:
    """The keymap that the settings ask for; what cannot be is added to their faults, and their preset is in force."""
    base = preset(config.keymap)
    if not config.remaps:
        return base
    faults: list[Fault] = []
    changed = dict(base.changed)
    for remap in config.remaps:
        try:
            changed[f"{remap.context}.{remap.command}"] = _keys(remap, base)
        except _Refused as refused:
            faults.append(refused.fault(config, remap.line))
    keymap = Keymap(base.name, changed)
    if not faults:
        faults = [refused.fault(config, line) for refused, line in _conflicts(keymap, config.remaps)]
    if not faults:
        return keymap
    config.faults += faults
    config.faults.append(Fault(config.path, None, f"no key of [keys] was taken; the {base.name} keymap is in force"))
    return base


@cache
def preset(name: str) -> Keymap:
    """A keymap that comes with the program."""
    if name == Keymap().name:
        return Keymap()
    data = get_data(f"{__package__}.keymaps", f"{name}.toml") or b""
    rows = tomllib.loads(data.decode())
    return Keymap(
        name,
        {
            f"{context}.{command}": _keys(Remap(context, command, tuple(keys)), Keymap())
            for context, commands in rows.items()
            for command, keys in commands.items()
        },
    )


class _Refused(Exception):
    """Why keys cannot be given to a command, and what to do."""

    def __init__(self, what: str, what_to_do: str = "") -> None:
        self.what, self.what_to_do = what, what_to_do
        super().__init__(what)

    def fault(self, config: Config, line: int | None) -> Fault:
        return Fault(config.path, line, self.what, self.what_to_do)


def _keys(remap: Remap, base: Keymap) -> tuple[str, ...]:
    """The keys of one line, by Textual's names; `default` stands for those that the command has without it."""
    if remap.context not in CONTEXTS:
        raise _Refused(f"there is no context {remap.context}", meant(remap.context, CONTEXTS))
    names = {command.name: command for command in shipped(remap.context)}
    if remap.command not in names:
        what_to_do = meant(remap.command, names) or "'cablereader keys' lists those that there are"
        raise _Refused(f"there is no command {remap.context}.{remap.command}", what_to_do)
    keys: list[str] = []
    for written in remap.keys:
        if written == _DEFAULT:
            keys += base.keys_of(names[remap.command])
            continue
        try:
            key = key_name(written)
        except NoKey as reason:
            if _ALWAYS.get(f"{remap.context}.{remap.command}") == written:
                continue  # it has it, said or not
            raise _Refused(f"{written!r} cannot be the key of {remap.command}", str(reason)) from reason
        if remap.context in FIELDS and (is_typed(key) or key in _EDITING.get(remap.context, _IN_FIELDS)):
            why = "letters are typed there: give it a key with ctrl, or a function key"
            raise _Refused(f"{written!r} cannot be reached by {remap.context}.{remap.command}", why)
        keys.append(key)
    if always := _ALWAYS.get(f"{remap.context}.{remap.command}"):
        keys.append(always)
    if not keys and names[remap.command].needed:
        raise _Refused(f"{remap.context}.{remap.command} has to have a key", "without it there is no way on")
    return tuple(dict.fromkeys(keys))


def _conflicts(keymap: Keymap, remaps: Sequence[Remap]) -> Iterator[tuple[_Refused, int | None]]:
    """What is wrong with a keymap as a whole, and the line of the user's that it comes from."""
    lines = {f"{remap.context}.{remap.command}": remap.line for remap in remaps}
    for context in CONTEXTS:
        yield from _twice(keymap, context, lines)
    yield from _hidden(keymap, lines)


def _twice(keymap: Keymap, context: str, lines: dict[str, int | None]) -> Iterator[tuple[_Refused, int | None]]:
    """Keys that two commands of a context have; told at the later line that the user wrote."""
    first: dict[str, str] = {}
    for key, command in taken_in(keymap, context):
        other = first.setdefault(key, command.id)
        if other == command.id:
            continue
        written = sorted((name for name in (other, command.id) if name in lines), key=lambda name: lines[name] or 0)
        mine = written[-1] if written else command.id
        against = other if mine == command.id else command.id
        place = f" (line {lines[against]})" if lines.get(against) else ""
        what = f"{key_label(key)} is given to {mine}, but it is the key of {against}{place}"
        yield _Refused(what, "give one of them another key"), lines.get(mine)


def _hidden(keymap: Keymap, lines: dict[str, int | None]) -> Iterator[tuple[_Refused, int | None]]:
    """Commands of the whole screen that no pane leaves a key, and needed ones that some pane does not."""
    owners = {pane: {key: command.id for key, command in taken_in(keymap, pane)} for pane in PANES}
    for command in keymap.commands_of(EVERYWHERE):
        shut = [pane for pane in PANES if command.keys and all(key in owners[pane] for key in command.keys)]
        if shut == list(PANES) or (shut and command.needed):
            key = command.keys[0]
            there = ", ".join(owners[pane][key] for pane in shut)
            mine = next((name for name in (command.id, *(owners[p][key] for p in shut)) if name in lines), command.id)
            what = f"{command.id} cannot be reached: {key_label(key)} is the key of {there}"
            yield _Refused(what, "give one of them another key"), lines.get(mine)
