"""`cablereader keys`: the keys of the screen, from the one table of commands."""

from __future__ import annotations

from collections.abc import Sequence

from ..tui.commands import CONTEXTS, TITLES, Command, commands, commands_of, key_label
from .output import Column, Output
from .parsing import Parser
from .problem import Exit

PURPOSE = "Print the keys of the screen."


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the table of keys, context by context."""
    parser = Parser("keys", PURPOSE)
    parser.add_argument("--markdown", action="store_true", help="as Markdown tables, as in the README")
    if parser.parse_args(argv).markdown:
        out.line(markdown())
    elif out.rich:
        _print_rich(out)
    else:
        out.table((), ((command.context, _labels(command), command.title, command.help) for command in commands()))
    return Exit.GOOD


def _print_rich(out: Output) -> None:
    for context in CONTEXTS:
        out.line(TITLES[context], "bold")
        columns = (Column("", "bold"), Column(""), Column("", "dim"))
        out.table(columns, ((_labels(item), item.title, item.help) for item in commands_of(context)), wrap=True)
        out.line()


def markdown() -> str:
    """The tables of keys as Markdown, a table per context."""
    return "\n\n".join(_markdown_table(context) for context in CONTEXTS)


def _markdown_table(context: str) -> str:
    rows = [f"| {_code(command)} | {command.help} |" for command in commands_of(context)]
    return "\n".join([f"**{TITLES[context]}**", "", "| Key | Does |", "| --- | --- |", *rows])


def _labels(command: Command) -> str:
    return " ".join(key_label(key) for key in command.keys)


def _code(command: Command) -> str:
    labels = (key_label(key).replace("|", "\\|") for key in command.keys)
    return " ".join(f"`` {label} ``" if "`" in label else f"`{label}`" for label in labels)
