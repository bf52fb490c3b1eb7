"""`cablereader completions`: a script for the shell that completes commands, options and their values."""

from __future__ import annotations

from collections.abc import Sequence

from .output import Output
from .parsing import Parser
from .problem import Exit

PURPOSE = "Print a completion script for a shell."
_MORE = """\
bash   put into ~/.bashrc:  source <(cablereader completions bash)
zsh    cablereader completions zsh > FOLDER/_cablereader, where FOLDER is one of $fpath
fish   cablereader completions fish > ~/.config/fish/completions/cablereader.fish
"""
SHELLS = ("bash", "zsh", "fish")


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the script."""
    parser = Parser("completions", PURPOSE, _MORE)
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    words = parser.parse_args(argv)
    from .shells import bash, fish, zsh
    from .shells.specs import specs

    scripts = {"bash": bash.script, "zsh": zsh.script, "fish": fish.script}
    out.line(scripts[words.shell](specs()).rstrip("\n"))
    return Exit.GOOD
