"""How the body was typed: the width its lines were wrapped at, and whether it is all in capitals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..patterns import lazy
from .hyphens import Hyphens
from .lines import Line
from .sentences import NOT_ENDED, ending

WRAPPED_AT_MOST = 100
_SLACK = 3
_FEWEST_DOUBLED = 12
_FEW_DOUBLED = 3
_FEWEST_LOOSE = 3
# From its hyphen on, which is looked for faster than a letter.
_LOOSE_HYPHEN = lazy(r"-(?<=\w-) \w")
# Words of stamps: one that must occur in the text, and those that lines of the stamp have.
_STAMPS = (
    ("Declassified/Released", ("Declassified/Released",)),
    ("Case No", ("U.S. Department of State", "Case No", "Doc No")),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """`width`: the column that long lines reach (0: lines are whole paragraphs); `capitals`: no small letters.

    `loose_hyphens`: hyphens serve as dashes with a blank after them (`Hollin- May 12`); `hyphens`: of
    a print that breaks words at the ends of lines; `doubled`: a blank line follows every line, three every paragraph.
    """

    width: int
    capitals: bool
    loose_hyphens: bool = False
    hyphens: Hyphens | None = None
    doubled: bool = False

    @classmethod
    def of(cls, text: str, start: int) -> Shape:
        """Measure a body that begins at `start`."""
        texts = list(map(str.strip, text[start:].split("\n")))
        for stamp, words in _STAMPS:
            if stamp in text:
                texts = [line for line in texts if not any(word in line for word in words)]
        lengths = sorted(filter(None, map(len, texts)))
        total = sum(lengths)
        short = lengths[: bisect_right(lengths, WRAPPED_AT_MOST)]
        width = short[len(short) * 9 // 10] if short and sum(short) * 2 > total else 0
        capitals = _in_capitals(texts, total)
        loose = len(_LOOSE_HYPHEN.findall(text, start)) >= _FEWEST_LOOSE and _loose_lines(texts) >= _FEWEST_LOOSE
        return cls(width, capitals, loose, Hyphens.of(text, start) if capitals else None, _doubled(texts, width))

    def full(self, line: Line, following: Line) -> bool:
        """Whether the line was broken because the next word found no room on it."""
        if not self.width:
            return False
        return line.reach + 1 + len(following.text.split(None, 1)[0]) > self.width - _SLACK

    def early(self, line: Line, following: Line) -> bool:
        """Whether the line ends though the next word would have found ample room: its break may mean something."""
        if not self.width:
            return False
        return line.reach + 1 + len(following.text.split(None, 1)[0]) < self.width * 4 // 5


def _loose_lines(texts: Sequence[str]) -> int:
    return sum(_LOOSE_HYPHEN.search(text) is not None for text in texts)


def _in_capitals(texts: Sequence[str], total: int) -> bool:
    """Whether lines without small letters have more than four fifths of the characters: asked no longer than needed."""
    others = 0
    for text in texts:
        if not text.isupper():
            others += len(text)
            if others * 5 >= total:
                return False
    return total > 0


def _doubled(texts: Sequence[str], width: int) -> bool:
    """Whether wrapped lines have each a blank line behind them: few follow each other, and most end in mid-sentence."""
    if not width or texts.count("") * 5 < len(texts) * 2:
        return False
    lines = [index for index, text in enumerate(texts[:-2]) if text]
    single = [texts[index] for index in lines if not texts[index + 1] and texts[index + 2]]
    close = sum(1 for index in lines if texts[index + 1])
    open_ended = sum(1 for text in single if ending(text) == NOT_ENDED)
    if len(single) <= _FEWEST_DOUBLED:
        full = sum(len(text) * 3 > width * 2 for text in single)
        return len(single) > _FEW_DOUBLED and not close and min(full, open_ended) * 3 >= len(single) * 2
    return close * 10 < len(single) and open_ended * 2 > len(single)
