"""Renditions of a cable with known truth: each character of the text carries the block it came from.

A body is a list of `Piece`s, one a block; a rendition changes, orders and prints them. Every change is drawn from a
seeded `random.Random`.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from cablereader.cable import Block, Cable, read_cable
from cablereader.cable.body import read_body
from cablereader.cable.mapped import Mapped

INSERTED = (
    "Post notes that the harbour master has asked twice for the ledger of the winter tolls, and that the clerk of the "
    "ferry company answered on both days with a different sum. No reason was given for the second figure, which is the "
    "lower one; the Consul will call on him again after the feast."
)
_HEAD = (
    "R 012004Z SEP 06\nFM AMEMBASSY {post}\nTO SECSTATE WASHDC\n\nUNCLAS {post} 004964\n\nSIPDIS\n\n"
    "E.O. 12958: N/A\nTAGS: PREL, PGOV\nSUBJECT: A SUBJECT\n\n"
)
_SMART = str.maketrans({"'": "’", "-": "–"})

Lettered = list[tuple[str, int | None]]
"""Characters, each with the index of its block of origin; None for what is no letter of a block."""


class Piece(NamedTuple):
    """A block to be printed: `origin` is its index in the cable, None for an insertion."""

    origin: int | None
    number: str | None
    text: str
    marking: str | None = None
    kind: str = "paragraph"


class Rendition(NamedTuple):
    """A cable read from a text made of known blocks, and for each character of its source the block it came from."""

    cable: Cable
    origins: Sequence[int | None]


class Style(NamedTuple):
    """How a body is printed."""

    width: int | None = 72
    number: str = "¶{}."
    every: int | None = None
    noise: float = 0.0
    caps: bool = False
    smart: bool = False
    lost: float = 0.0
    stray: float = 0.0
    header: bool = True


Change = Callable[[list[Piece], random.Random], list[Piece]]


def pieces(cable: Cable) -> list[Piece]:
    """The blocks of a cable as pieces."""
    return [
        Piece(index, block.number, block.text, block.marking, block.kind) for index, block in enumerate(cable.blocks)
    ]


def inserted(body: list[Piece], draw: random.Random) -> list[Piece]:
    """A paragraph inserted before a numbered one, the rest renumbered."""
    place = draw.choice(_numbered(body))
    return [*body[:place], Piece(None, body[place].number, INSERTED), *_renumbered(body[place:], 1)]


def deleted(body: list[Piece], draw: random.Random) -> list[Piece]:
    """A numbered paragraph deleted, the rest renumbered."""
    place = draw.choice(_numbered(body))
    return [*body[:place], *_renumbered(body[place + 1 :], -1)]


def thinned(body: list[Piece], draw: random.Random) -> list[Piece]:
    """One block in ten deleted."""
    gone = set(draw.sample(range(len(body)), max(1, len(body) // 10)))
    return [piece for index, piece in enumerate(body) if index not in gone]


def swapped(body: list[Piece], draw: random.Random) -> list[Piece]:
    """Two blocks in each other's place."""
    one, other = draw.sample(range(len(body)), 2)
    changed = list(body)
    changed[one], changed[other] = body[other], body[one]
    return changed


def same(body: list[Piece], draw: random.Random) -> list[Piece]:
    """All blocks as they are."""
    return body


ROWS: tuple[tuple[str, Style, Change, bool], ...] = (
    ("furniture stripped", Style(), same, False),
    ("unwrapped", Style(width=None), same, False),
    ("rewrapped at 65", Style(width=65), same, False),
    ("pilcrow dropped", Style(number="{}."), same, False),
    ('pilcrow became a glued "1"', Style(number="1{}."), same, False),
    ("all numbers stripped", Style(number=""), same, False),
    ("page furniture every 20 lines", Style(every=20), same, False),
    ("body only", Style(header=False), same, False),
    ("OCR noise 1 %", Style(noise=0.01), same, True),
    ("OCR noise 3 %", Style(noise=0.03), same, True),
    ("OCR noise 5 %", Style(noise=0.05), same, True),
    ("OCR noise 10 %", Style(noise=0.10), same, True),
    ("ALL CAPS, 69 columns", Style(width=69, caps=True), same, False),
    ("smart quotes, nbsp, dashes", Style(smart=True), same, True),
    ("30 % of blank lines lost", Style(lost=0.3), same, True),
    ("stray blank line inside 5 % of lines", Style(stray=0.05), same, True),
    ("paragraph inserted, rest renumbered", Style(), inserted, True),
    ("paragraph deleted, rest renumbered", Style(), deleted, True),
    ("10 % of blocks deleted", Style(), thinned, True),
    ("two blocks swapped", Style(), swapped, True),
    ("caps + 69 col. + furniture + OCR 3 %", Style(width=69, caps=True, every=20, noise=0.03), same, True),
    ('glued "1" + insertion + OCR 5 % + furniture', Style(number="1{}.", every=20, noise=0.05), inserted, True),
)
"""Name, print, change, and whether chance has a part in it."""


def rendition(body: Sequence[Piece], style: Style, draw: random.Random, post: str = "MEXICO") -> Rendition:
    """A body printed in a style, and read again."""
    lines: list[Lettered] = [[(letter, None) for letter in line] for line in _head(style, post)]
    for index, piece in enumerate(body):
        if index and draw.random() >= style.lost:
            lines.append([])
        for line in _printed(piece, style, draw):
            lines.append(line)
            if style.stray and draw.random() < style.stray:
                lines.append([])
    if style.every:
        lines = _paged(lines, style.every, post)
    letters = [each for line in lines for each in (*line, ("\n", None))]
    source = "".join(letter for letter, _ in letters)
    origins = [origin for _, origin in letters]
    return Rendition(_read(source, post, header=style.header), origins)


def _read(source: str, post: str, *, header: bool) -> Cable:
    if header:
        return read_cable(source)
    body = read_body(Mapped.of(source), 0, post)
    return replace(read_cable(""), source=source, blocks=body.blocks)


def _head(style: Style, post: str) -> list[str]:
    return _HEAD.format(post=post).split("\n")[:-1] if style.header else []


def _numbered(body: Sequence[Piece]) -> list[int]:
    return [index for index, piece in enumerate(body) if piece.number] or list(range(len(body)))


def _renumbered(body: Sequence[Piece], by: int) -> list[Piece]:
    return [piece._replace(number=_shifted(piece.number, by)) if piece.number else piece for piece in body]


def _shifted(number: str, by: int) -> str:
    """A printed number, or both numbers of a range such as `4-12`, changed."""
    return "-".join(str(int(each) + by) for each in number.split("-"))


def _printed(piece: Piece, style: Style, draw: random.Random) -> list[Lettered]:
    """The lines of a piece; only the letters of its text carry its origin."""
    lead = style.number.format(piece.number) + " " if piece.number and style.number else ""
    lead += f"({piece.marking}) " if piece.marking else ""
    text = _noisy(lead, None, style, draw) + _noisy(piece.text, piece.origin, style, draw)
    lines = (
        _split(text) if piece.kind == "table" else [line for part in _split(text) for line in _wrap(part, style.width)]
    )
    return lines or [[]]


def _noisy(text: str, origin: int | None, style: Style, draw: random.Random) -> Lettered:
    """A text in its style, with wrong, lost and doubled letters as bad recognition leaves them."""
    if style.caps:
        text = text.upper()
    if style.smart:
        opened = iter(range(len(text)))
        text = "".join("“”"[next(opened) % 2] if letter == '"' else letter for letter in text.translate(_SMART))
        text = "".join("\u00a0" if letter == " " and draw.random() < 0.1 else letter for letter in text)
    found: Lettered = []
    for letter in text:
        if letter.isspace() or draw.random() >= style.noise:
            found.append((letter, origin))
            continue
        other = draw.choice("abcdefghilmnoprstuv01")
        kind = draw.random()
        if kind < 0.7:
            found.append((other, origin))
        elif kind < 0.85:
            found += [(letter, origin), (other, origin)]
    return found


def _split(text: Lettered) -> list[Lettered]:
    lines: list[Lettered] = [[]]
    for each in text:
        if each[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(each)
    return [line for line in lines if line]


def _wrap(line: Lettered, width: int | None) -> list[Lettered]:
    """A line as lines of at most `width` characters, broken at spaces."""
    if width is None or len(line) <= width:
        return [line]
    text = "".join(letter if letter != "\u00a0" else "x" for letter, _ in line)
    wrapped: list[Lettered] = []
    place = 0
    for part in textwrap.wrap(text, width, break_on_hyphens=False, drop_whitespace=True, expand_tabs=False) or [text]:
        place = text.index(part, place)
        wrapped.append(line[place : place + len(part)])
        place += len(part)
    return wrapped


def _paged(lines: Sequence[Lettered], every: int, post: str) -> list[Lettered]:
    """The lines with a page break after every few of them."""
    paged: list[Lettered] = []
    total = len(lines) // every + 1
    for index, line in enumerate(lines):
        if index and index % every == 0 and index > every // 2:
            mark = f"{post} 00004964  {index // every + 1:03} OF {total:03}"
            paged += [[], [(letter, None) for letter in mark], []]
        paged.append(line)
    return paged


def origins_of(block: Block, origins: Sequence[int | None]) -> list[int | None]:
    """The origins of the letters that a block's text is made of."""
    return [
        origins[place]
        for run in block.runs
        for offset, place in enumerate(range(run.source, run.source + run.length), run.text)
        if block.text[offset].isalnum()
    ]
