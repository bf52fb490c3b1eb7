"""`cablereader show`: one cable as text, as JSON, as its source, or span by span."""

from __future__ import annotations

from collections.abc import Sequence

from ..cable import Cable
from . import cables
from .output import Column, Output
from .page import print_cable
from .parsing import Parser
from .problem import Exit, Problem

PURPOSE = "Print one cable: reflowed and without page furniture, or in one of the forms below."
_EXCERPT = 60
_LINE_END = str.maketrans("\n", "␊")


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints the cable asked for."""
    parser = Parser("show", PURPOSE)
    parser.add_argument("cable", metavar="CABLE", help="a file, an id such as 06MEXICO4964, or - for standard input")
    parser.add_argument("path", metavar="PATH", nargs="*", help="where to look for an id, instead of the last library")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="everything that was read, as JSON")
    form.add_argument("--raw", action="store_true", help="the source, character by character")
    form.add_argument("--spans", action="store_true", help="a line per stretch of the source: start, end, role, text")
    words = parser.parse_intermixed_args(argv)
    cable = cables.read(words.cable, words.path)
    if words.json:
        out.json(cable.as_dict())
    elif words.raw:
        out.source(cable.source)
    elif words.spans:
        _print_spans(cable, out)
    elif cable.id is None and not cable.blocks:
        raise Problem(words.cable, "no cable was found in it", "--raw prints its text", Exit.NOTHING_FOUND)
    else:
        print_cable(cable, out)
    return Exit.GOOD


def _print_spans(cable: Cable, out: Output) -> None:
    columns = (Column("start"), Column("end"), Column("role", "bold"), Column("text"))
    rows = (
        (str(start), str(end), role, cable.source[start : min(end, start + _EXCERPT)].translate(_LINE_END))
        for role, start, end in cable.spans
    )
    out.table(columns, rows)
