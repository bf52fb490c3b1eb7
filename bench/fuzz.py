"""Reads many damaged and made-up texts, and checks what holds of every cable, whatever the text.

    python bench/fuzz.py [--count 10000] [--seed 1] [--only INDEX] [FOLDER]

FOLDER (default: ../shared/cables/text, if it is there) holds texts to damage; others are put together from pieces. Each
input depends on the seed and its index alone: `--only` makes one again and prints it. Checked: nothing raises, the
spans cover the source once, every run of a block stands in the source as it stands in the block (notation apart) and
inside the block's spans, anchors are unique, blocks stand in order, all places are inside the source, and the header
read alone is the header.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from cablereader.cable import Cable, cover, read_cable, read_heading

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cables" / "text"
_LONGEST = 1_600
_REPORT = 50_000
_NOTATION = '\r\f\v\u2028\u2029\u00a0\ufeff&[<\\"'
"""What a copy's notation has where the text has another character: line ends, blanks, entities, links, escapes."""
PIECES = (
    *("\n", "\n\n", " \n \n", "\r\n", "\r", "\f", " ", "      ", "\t", "\x00", "\u00a0", "\u2028", "\ufeff", "\ud800"),
    *(
        "-",
        "--",
        "- ",
        "-----",
        "=======",
        "\u2010" * 7,
        "_ _ _ _ _",
        "* ",
        "o ",
        "\u2022",
        "¶",
        "[1](#)",
        "[PHUM](#) ",
    ),
    *("1. ", "2. (C) ", "¶3. ", "17. ", "4-12. (U) ", "1.(C)", "C) ", "(SBU) ", "(1) ", "1) ", "(b) ", "a. ", "2008."),
    *("SUMMARY", "COMMENT\n", "Title Case Line\n", "ends so.", "and the rest", "U.S.", ".", '"', "(begin non-paper)"),
    *(
        "PORT ALDER 00000412  002 OF 003",
        "PAGE 02        ROME  01196  01 OF 02  082030Z",
        "SIPDIS\n",
        "SECRET\n",
        "NNNN",
    ),
    *("GOV-\nERNMENT", "ASHWORTH", "\nvan Hollin", "Visit Hollin's Classified Web Site at\n", "http://a.invalid/b "),
    *("STOCK      12     13\n", "* Missing Section 002 *", "Q1: Why?", "(S - ENTIRE TEXT)", "#0412", "XXXXXXXXXXXX"),
    *(
        "VZCZCXRO0379\n",
        "DE RUEHC #0284/01 0041825\n",
        "P R 041820Z JAN 10\n",
        "FM SECSTATE WASHDC\n",
        "INFO RUEKJCS/X\n",
    ),
    *(
        "TO RUEHTRO/AMEMBASSY TRIPOLI PRIORITY 1742\n",
        "C O N F I D E N T I A L SECTION 01 OF 02 STATE 000284\n",
        "BT\n",
    ),
    *("UNCLAS PORT ALDER 000412\n", "E.O. 12958: DECL: 01/04/2020\n", "TAGS: MASS, MARR, LY\n", "SUBJECT: A LAMP\n"),
    *(
        "REF: A. 09 TRIPOLI 991\n",
        "     B. TRIPOLI 3\n",
        "Classified By: X for reasons 1.4 (b).\n",
        "REFTEL",
        "AND 2764",
    ),
    *(
        "<pre>",
        "</pre>",
        "<code>",
        "&amp;",
        "&#x000A;",
        "&lt;",
        "<a href='#par1'>¶</a>",
        "<<X>>",
        "<td>",
        "Viewing cable ",
    ),
    *(
        '"1","1/1/2006 1:00","06X1","Embassy X","SECRET","","',
        '","',
        "\\",
        '\\"',
        '""',
        "Identifier\n",
        "refid: ",
        "Content\n",
    ),
)
"""What texts are put together from, and damaged with."""

Damage = Callable[[str, random.Random], str]


def _cut(text: str, draw: random.Random) -> str:
    first = draw.randrange(len(text) + 1)
    return text[:first] + text[first + draw.choice((1, 3, 20, 200)) :]


def _insert(text: str, draw: random.Random) -> str:
    place = draw.randrange(len(text) + 1)
    return text[:place] + "".join(draw.choices(PIECES, k=draw.randint(1, 4))) + text[place:]


def _repeat(text: str, draw: random.Random) -> str:
    first = draw.randrange(len(text) + 1)
    return text[:first] + text[first : first + 40] * draw.randint(2, 5) + text[first + 40 :]


def _replace(text: str, draw: random.Random) -> str:
    piece = draw.choice((" ", "\n", ".", "1", "-", "E", ":", "(", "\n\n", "  "))
    return text.replace(piece, draw.choice(PIECES), draw.choice((1, 2, -1 if len(piece) > 1 else 3)))


def _swap(text: str, draw: random.Random) -> str:
    first, second, third = sorted(draw.randrange(len(text) + 1) for _ in range(3))
    return text[:first] + text[second:third] + text[first:second] + text[third:]


def _noise(text: str, draw: random.Random) -> str:
    letters = list(text)
    for _ in range(max(1, len(letters) // 60)):
        if letters:
            letters[draw.randrange(len(letters))] = chr(draw.choice((draw.randrange(128), draw.randrange(0x3000))))
    return "".join(letters)


def _breaks(text: str, draw: random.Random) -> str:
    """Line breaks lost, doubled or of another system."""
    return text.replace("\n", draw.choice((" ", "\r\n", "\n\n", " \n", "\r", "")))


def _case(text: str, draw: random.Random) -> str:
    return draw.choice((str.upper, str.lower, str.title))(text)


DAMAGES: tuple[Damage, ...] = (_cut, _insert, _insert, _repeat, _replace, _swap, _noise, _breaks, _case)


def made(texts: Sequence[str], seed: int, index: int) -> str:
    """The input of a seed and an index."""
    draw = random.Random(f"{seed}:{index}")
    if not texts or draw.random() < 0.3:
        text = "".join(draw.choices(PIECES, k=draw.randint(1, 60)))
    else:
        whole = draw.choice(texts)
        head = whole[: draw.randrange(_LONGEST)]
        first = draw.randrange(len(whole) + 1)
        text = head + whole[first : first + draw.randrange(_LONGEST)]
    for _ in range(draw.choice((0, 1, 1, 2, 3, 6))):
        text = draw.choice(DAMAGES)(text, draw)
    return text[: 4 * _LONGEST]


def check(text: str) -> Cable:
    """The cable in a text; AssertionError where something does not hold."""
    cable = read_cable(text)
    assert cover(cable.spans, len(text)), "the spans do not cover the source"
    for place in (*(repair.span for repair in cable.repairs), *(item.span for item in cable.furniture)):
        assert 0 <= place[0] <= place[1] <= len(text), f"a place outside the source: {place}"
    assert len({block.anchor for block in cable.blocks}) == len(cable.blocks), "two blocks with one anchor"
    starts = [block.runs[0].source for block in cable.blocks]
    assert starts == sorted(starts), "blocks out of order"
    for block in cable.blocks:
        assert block.text.strip(), f"{block.anchor} is empty"
        for run in block.runs:
            here, there = block.text[run.text : run.text + run.length], text[run.source : run.source + run.length]
            same = here == there or all(
                one == other or other in _NOTATION for one, other in zip(here, there, strict=True)
            )
            assert same, f"{block.anchor}: {here!r} is {there!r} in the source"
            inside = any(start <= run.source and run.source + run.length <= end for start, end in block.spans)
            assert inside, f"{block.anchor}: {here!r} is outside the block's spans"
    assert read_heading(text).header == cable.header, "the header read alone is another"
    return cable


def run(texts: Sequence[str], seed: int, count: int) -> int:
    """Check `count` inputs; says how many failed."""
    failed = letters = blocks = 0
    start = time.process_time()
    for index in range(count):
        text = made(texts, seed, index)
        letters += len(text)
        try:
            blocks += len(check(text).blocks)
        except Exception:
            failed += 1
            print(f"seed {seed}, input {index}: {traceback.format_exc(limit=-2)}", flush=True)
        if (index + 1) % _REPORT == 0 or index + 1 == count:
            spent = time.process_time() - start
            said = f"{index + 1:,} inputs of seed {seed}: {failed} failed; {letters / 1e6:,.0f} MB, {blocks:,} blocks"
            print(f"{said}, {spent:,.0f} s", flush=True)
    return failed


def main() -> int:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=_FOLDER)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    given = parser.parse_args()
    files = sorted(given.folder.glob("*")) if given.folder.is_dir() else []
    texts = [path.read_bytes().decode("utf-8", "replace") for path in files if path.is_file()]
    if given.only is None:
        return min(run(texts, given.seed, given.count), 1)
    print(ascii(made(texts, given.seed, given.only)))
    check(made(texts, given.seed, given.only))
    return 0


if __name__ == "__main__":
    sys.exit(main())
