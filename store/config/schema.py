"""The settings there are: names, kinds, what they do; and the file that shows them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .display import PLAIN


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in the file (`cite.style`), its kind, an example in TOML, and what it does.

    `choices` gives the values it may have, `between` the least and the greatest number.
    """

    name: str
    kind: type[str] | type[int] | type[bool]
    example: str
    help: str
    choices: Callable[[], tuple[str, ...]] | None = None
    between: tuple[int, int] | None = None

    @property
    def field(self) -> str:
        """Its name in `Config`."""
        return self.name.replace(".", "_")


def _styles() -> tuple[str, ...]:
    from ...cable.cite import STYLES

    return tuple(STYLES)


def _sources() -> tuple[str, ...]:
    from ...cable.cite import SOURCES

    return tuple(SOURCES)


KEYMAPS = ("default", "vim", "mutt")
"""The keymaps that come with the program."""

SETTINGS = (
    Setting("theme", str, '"paper"', "How the screen looks at every start; without it, as chosen last on the screen"),
    Setting("column", int, "84", "Cells of the reading column at every start; without it, as last", between=(30, 200)),
    Setting("mouse", bool, "false", "Whether the screen takes the mouse; without it, the terminal selects text"),
    Setting(
        "display.ascii", str, '"on"', "Plain characters for our signs, where the terminal lacks them", lambda: PLAIN
    ),
    Setting("author", str, '"A. Reader"', "Whose name new notes get; without it, the one you are logged in by"),
    Setting("editor", str, '"nano"', "The program that long notes are written in; else VISUAL or EDITOR says which"),
    Setting("glossary", str, '"glossary.tsv"', "Your own terms: term, tab, meaning; they win over all tables"),
    Setting("keymap", str, '"vim"', "The keys to begin with", lambda: KEYMAPS),
    Setting("cite.style", str, '"chicago-note"', "How citations are written", _styles),
    Setting("cite.source", str, '"wikileaks"', "Where cables are cited from; without it, from the copy read", _sources),
)

_HEAD = """\
# Settings of cablereader. What begins with # is not in force: take the sign away, and change the value.
# A wrong line is told at the next start, and left out. `cablereader config` shows what is in force.
"""
_KEYS = """\
# Keys of your own, by context and command; `cablereader keys` has the names. A command takes one key or several;
# "default" stands for those it has without your line, and an empty list leaves it to the command palette.
#
# [keys.reader]
# note = ["default", "ctrl+n"]
#
# [keys.everywhere]
# undo = "u"
"""


def commented() -> str:
    """A config file that shows every setting and changes none."""
    sections = dict.fromkeys(setting.name.rpartition(".")[0] for setting in SETTINGS)
    parts = [_HEAD]
    for section in sections:
        lines = [f"# [{section}]\n"] if section else []
        for setting in SETTINGS:
            before, _, name = setting.name.rpartition(".")
            if before == section:
                lines.append(f"# {_explained(setting)}\n# {name} = {setting.example}\n")
        parts.append("\n".join(lines))
    return "\n".join([*parts, _KEYS])


def _explained(setting: Setting) -> str:
    return f"{setting.help}: {', '.join(setting.choices())}." if setting.choices else f"{setting.help}."
