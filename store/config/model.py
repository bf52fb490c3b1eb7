"""The settings in force, and reading them from their file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import reason_of
from .faults import Fault, meant
from .schema import SETTINGS, Setting

if TYPE_CHECKING:
    from ...cable.cite import Source, Style

_KINDS = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}
_BY_NAME = {setting.name: setting for setting in SETTINGS}
_KEYS = "keys"
_SECTIONS = tuple(dict.fromkeys(setting.name.partition(".")[0] for setting in SETTINGS if "." in setting.name))
_GLOSSARY = "glossary.tsv"


@dataclass(frozen=True, slots=True)
class Remap:
    """Keys that the user gives a command, as they are written in `[keys.<context>]`; `line` is where."""

    context: str
    command: str
    keys: tuple[str, ...]
    line: int | None = None


@dataclass(slots=True)
class Config:
    """What the user has set, None (or empty) where that is nothing; what each means, `SETTINGS` says.

    `remaps` are their own keys, `faults` what cannot be used, `lines` where each setting stands.
    """

    path: Path
    theme: str | None = None
    column: int | None = None
    mouse: bool = True
    display_ascii: str = "auto"
    author: str | None = None
    editor: str = ""
    glossary: str = ""
    keymap: str = "default"
    cite_style: Style = "chicago-note"
    cite_source: Source | None = None
    remaps: tuple[Remap, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Config:
        """The settings of a file (`places().settings`); what is wrong in it is in `faults`, and never raised."""
        config = cls(path)
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return config
        except OSError as error:
            config.faults.append(Fault(path, None, f"cannot be read: {reason_of(error)}", "mend its permissions"))
            return config
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            config.faults.append(Fault(path, line, "is not UTF-8", "save the file as UTF-8"))
            return config
        config._take(text)
        return config

    @property
    def glossary_path(self) -> Path:
        """The file of the user's own terms, which need not be there; a relative path begins at the config folder."""
        return self.path.parent / os.path.expanduser(self.glossary or _GLOSSARY)

    def fault(self, name: tuple[str, ...], what: str, what_to_do: str = "") -> None:
        """Notes that what stands under a name (`("keys", "list", "open")`) cannot be used."""
        self.faults.append(Fault(self.path, self.lines.get(name), what, what_to_do))

    def _take(self, text: str) -> None:
        import tomllib

        from .lines import line_in, lines_of  # wanted only where there is a file

        try:
            data = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            what, line = line_in(str(error), text)
            self.faults.append(Fault(self.path, line, f"this is not TOML: {what}", "mend the line; nothing is set"))
            return
        self.lines = lines_of(text)
        for key, value in data.items():
            if key == _KEYS:
                self.remaps = tuple(self._remaps(value))
            elif key not in _SECTIONS:
                self._set(key, value)
            elif isinstance(value, dict):
                for name, inner in value.items():
                    self._set(f"{key}.{name}", inner)
            else:
                self.fault((key,), f"{key} is a section", f"write [{key}] on a line of its own")

    def _set(self, name: str, value: object) -> None:
        setting, place = _BY_NAME.get(name), tuple(name.split("."))
        if setting is None:
            self.fault(place, f"there is no setting {name}", meant(name, [*_BY_NAME, _KEYS]))
            return
        wrong = _wrong(setting, value)
        if wrong:
            self.fault(place, *wrong)
        else:
            setattr(self, setting.field, value)

    def _remaps(self, sections: object) -> Iterator[Remap]:
        if not isinstance(sections, dict):
            self.fault((_KEYS,), "keys is no setting", "write [keys.reader] or another context, and the keys below it")
            return
        for context, commands in sections.items():
            if not isinstance(commands, dict):
                what_to_do = "write it below [keys.everywhere], [keys.list] or another context"
                self.fault((_KEYS, context), f"{context} is given keys in no context", what_to_do)
                continue
            for command, keys in commands.items():
                place = (_KEYS, context, command)
                written = [keys] if isinstance(keys, str) else keys
                if isinstance(written, list) and all(isinstance(key, str) for key in written):
                    yield Remap(context, command, tuple(written), self.lines.get(place))
                else:
                    self.fault(place, f"the keys of {command} are no list of keys", 'write ["a", "ctrl+n"], or "a"')


def _wrong(setting: Setting, value: object) -> tuple[str, str] | None:
    """Why a setting cannot have a value, and what to do; None where it can."""
    if type(value) is not setting.kind:
        return f"{setting.name} must be {_KINDS[setting.kind]}", f"for example {setting.example}"
    if setting.choices and value not in (choices := setting.choices()):
        return f"{setting.name} cannot be {value!r}", meant(str(value), choices)
    if setting.between and isinstance(value, int):
        least, most = setting.between
        if not least <= value <= most:
            return f"{setting.name} cannot be {value}", f"it goes from {least} to {most}"
    return None
