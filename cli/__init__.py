"""The command line: everything the screen does, without the screen. Loads no Textual before it opens the screen.

One module per command, each with `run(argv, out) -> exit code`; `entry` chooses among them and turns every failure into
one line on standard error. Public name: `main`.
"""

from .entry import main

__all__ = ["main"]
