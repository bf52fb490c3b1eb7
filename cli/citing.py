"""`cablereader cite`: the citation of a cable or a paragraph, alone or below its words."""

from __future__ import annotations

from collections.abc import Sequence

from ..cable import Block, Cable
from ..cable.cite import SOURCES, STYLES, cite
from ..store.notes.ranges import quoted
from . import cables
from .labels import WHOLE_CABLE, block_at
from .output import Output
from .parsing import Parser
from .problem import Exit, Problem
from .settings import settings

PURPOSE = "Print the citation of a cable, or of paragraphs of it."


def run(argv: Sequence[str], out: Output) -> Exit:
    """Prints one citation on one line; with `--quote` the words come first."""
    parser = Parser("cite", PURPOSE)
    parser.add_argument("cable", metavar="CABLE", help="a file, an id such as 06MEXICO4964, or - for standard input")
    parser.add_argument("path", metavar="PATH", nargs="*", help="where to look for an id, instead of the last library")
    parser.add_argument(
        "--at", metavar="PARAGRAPH", default=WHOLE_CABLE, help="3, 32.5, '¶32 [5]'; else the whole cable"
    )
    parser.add_argument("--until", metavar="PARAGRAPH", help="the last of several paragraphs")
    parser.add_argument("--quote", action="store_true", help="print the words cited above the citation")
    parser.add_argument("--style", metavar="STYLE", choices=STYLES, help=f"one of {', '.join(STYLES)}; else as set")
    parser.add_argument(
        "--source", metavar="SOURCE", choices=SOURCES, help=f"cite from one of {', '.join(SOURCES)}; else as set"
    )
    words = parser.parse_intermixed_args(argv)
    cable = cables.read(words.cable, words.path)
    if cable.id is None and not cable.blocks:
        raise Problem(words.cable, "no cable was found in it", "name another one", Exit.NOTHING_FOUND)
    block, until = block_at(cable, words.at), block_at(cable, words.until) if words.until else None
    _check(cable, block, until)
    config = settings()
    if words.quote and block is not None:
        for line in quoted(cable, block, until, None).split("\n"):
            out.line(line)
        out.line()
    style, source = words.style or config.cite_style, words.source or config.cite_source
    out.line(cite(cable, block, style, source=source, until=until))
    return Exit.GOOD


def _check(cable: Cable, block: Block | None, until: Block | None) -> None:
    """Raises Problem for a range without a beginning, or one that ends before it."""
    if until is not None and (block is None or cable.blocks.index(until) < cable.blocks.index(block)):
        why = "it ends before it begins" if block else "it has no beginning"
        raise Problem("--until", why, "name the first paragraph with --at", Exit.BAD_USE)
