"""`cablereader keys`: the keys of the screen, from the one table of commands and the keymap in force."""

from __future__ import annotations

from collections.abc import Sequence

from ..store.config.schema import KEYMAPS
from ..tui.commands import CONTEXTS, TITLES, Command, Keymap, key_label, keymap_of, labels, preset
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, tell
from .settings import settings

PURPOSE = "Print every command of the screen with its keys."
_MORE = """\
The second column is the name that config.toml gives keys to: [keys.reader] note = ["a", "ctrl+n"].
"""


def parser() -> Parser:
    """The words of this command."""
    words = Parser("keys", PURPOSE, _MORE)
    words.add_argument("--preset", metavar="KEYMAP", choices=KEYMAPS, help=f"those of a keymap: {', '.join(KEYMAPS)}")
    form = words.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as a JSON array")
    form.add_argument("--markdown", action="store_true", help="as Markdown tables, as in the README")
    return words


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the table of keys, context by context."""
    words = parser().parse_args(argv)
    keymap = preset(words.preset) if words.preset else _in_force()
    if words.markdown:
        out.line(markdown(keymap))
    elif words.json:
        out.json([_item(command) for command in keymap.commands()])
    elif out.rich:
        _print_rich(keymap, out)
    else:
        out.table((), ((item.context, item.name, labels(item), item.title, item.help) for item in keymap.commands()))
    return Exit.GOOD


def _in_force() -> Keymap:
    """The keymap that the settings give; what they cannot give is told."""
    config = settings()
    told = len(config.faults)
    keymap = keymap_of(config)
    for fault in config.faults[told:]:
        tell(str(fault))
    return keymap


def _print_rich(keymap: Keymap, out: Output) -> None:
    for context in CONTEXTS:
        out.line(f"{TITLES[context]} [keys.{context}]", "bold")
        columns = (Column("", "bold"), Column("", widest=20), Column("", "dim"))
        rows = ((labels(item), item.name, item.help) for item in keymap.commands_of(context))
        out.table(columns, rows, wrap=True)
        out.line()


def _item(command: Command) -> dict[str, object]:
    return {
        "context": command.context,
        "name": command.name,
        "keys": [key_label(key) for key in command.keys],
        "title": command.title,
        "help": command.help,
    }


def markdown(keymap: Keymap) -> str:
    """The tables of keys as Markdown, a table per context."""
    return "\n\n".join(_markdown_table(keymap, context) for context in CONTEXTS)


def _markdown_table(keymap: Keymap, context: str) -> str:
    rows = [f"| {_code(command)} | {command.help} |" for command in keymap.commands_of(context)]
    return "\n".join([f"**{TITLES[context]}**", "", "| Key | Does |", "| --- | --- |", *rows])


def _code(command: Command) -> str:
    """The keys as code; a bar would end the cell of a table."""
    written = (key_label(key).replace("|", "\\|") for key in command.keys)
    return " ".join(f"`` {key} ``" if "`" in key else f"`{key}`" for key in written)
