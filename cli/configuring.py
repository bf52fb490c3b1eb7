"""`cablereader config`: the settings in force; and a first copy of their file."""

from __future__ import annotations

from collections.abc import Sequence

from ..store.atomic import write_atomically
from ..store.config import SETTINGS, Config, Setting, commented
from ..store.places import places
from ..tui.commands import keymap_of
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, tell

PURPOSE = "Print the settings in force, and what is wrong with their file."
_COLUMNS = (Column("", "bold"), Column(""), Column("", "dim"))


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints each setting with its value and what it does, or writes the file."""
    parser = Parser("config", PURPOSE)
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--init", action="store_true", help="write a file that explains every setting, where there is none"
    )
    form.add_argument("--json", action="store_true", help="as a JSON object")
    words = parser.parse_args(argv)
    path = places().settings
    if words.init:
        if path.exists():
            raise Problem(str(path), "is there already, and was left as it is", "edit it")
        write_atomically(path, commented().encode())
        out.line(str(path))
        return Exit.GOOD
    config = Config.load(path)
    keymap_of(config)
    for fault in config.faults:
        tell(str(fault))
    if words.json:
        out.json({setting.name: getattr(config, setting.field) for setting in SETTINGS})
    else:
        out.table(_COLUMNS, (_row(config, setting) for setting in SETTINGS), wrap=True)
    return Exit.FAILED if config.faults else Exit.GOOD


def _row(config: Config, setting: Setting) -> tuple[str, str, str]:
    value = getattr(config, setting.field)
    shown = str(value).lower() if isinstance(value, bool) else str(value or "")
    return setting.name, shown, setting.help
