"""`cablereader manual`: the manual page, as it is installed for `man`."""

from __future__ import annotations

from collections.abc import Sequence

from .. import __version__
from .output import Output
from .parsing import Parser
from .problem import Exit

PURPOSE = "Print the manual page: 'cablereader manual | man -l -' shows it."


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the page in roff."""
    Parser("manual", PURPOSE).parse_args(argv)
    out.line(page().rstrip("\n"))
    return Exit.GOOD


def page() -> str:
    """The page of this version."""
    from .shells.manual import page
    from .shells.specs import specs

    return page(specs(), __version__)
