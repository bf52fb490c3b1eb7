"""What changed between two texts, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from ...cable.anchors import skeleton

Kind = Literal["same", "gone", "new", "cut"]
"""`same` stands in both texts, `gone` only in the former, `new` only in the latter; `cut` is left out here."""

MARKS: dict[Kind, tuple[str, str]] = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}"), "cut": ("", "")}
"""What stands around a stretch of each kind, so that it is told by more than colour."""

_WORD = re.compile(r"\S+\s*")
_MOST = 1500
"""Words that are compared with each other; of longer texts that differ throughout it is said only that they do."""


class Stretch(NamedTuple):
    """A stretch of text, and whether both texts have it."""

    text: str
    kind: Kind

    @property
    def marked(self) -> str:
        """The stretch between its marks."""
        before, after = MARKS[self.kind]
        return f"{before}{self.text}{after}"


def word_diff(old: str, new: str, context: int | None = None) -> list[Stretch]:
    """The stretches of both texts in order: without the `new` ones the old words, without the `gone` ones the new.

    Words are the same where their letters are, whatever their case and punctuation; the new spelling is shown. With
    `context` only so many words stand around each change, and an ellipsis for the rest.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    pieces: list[Stretch] = []
    for kind, words in _compared(before, after):
        if words:
            text = "".join(words)
            tidy = text.rstrip() if kind != "same" else text
            pieces.append(Stretch(tidy, kind))
            if kind != "same":
                pieces.append(Stretch(" ", "same"))
    joined = _joined(pieces)
    return joined if context is None else list(_shortened(joined, context))


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Kind, Sequence[str]]]:
    one, other = ([skeleton(word) or word.strip() for word in words] for words in (before, after))
    head = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    head = min(len(one), len(other)) if head is None else head
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    yield "same", after[:head]
    middle, fresh = before[head : len(before) - tail], after[head : len(after) - tail]
    if max(len(middle), len(fresh)) > _MOST:
        yield "gone", middle
        yield "new", fresh
    else:
        matcher = SequenceMatcher(None, one[head : len(one) - tail], other[head : len(other) - tail], autojunk=False)
        for tag, left, right, start, end in matcher.get_opcodes():
            if tag == "equal":
                yield "same", fresh[start:end]
            else:
                yield "gone", middle[left:right]
                yield "new", fresh[start:end]
    yield "same", after[len(after) - tail :] if tail else ()


def _joined(pieces: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with neighbours of one kind made one."""
    found: list[Stretch] = []
    for piece in pieces:
        if found and found[-1].kind == piece.kind:
            found[-1] = Stretch(found[-1].text + piece.text, piece.kind)
        else:
            found.append(piece)
    if found and found[-1].kind == "same":
        text = found.pop().text.rstrip()
        found += [Stretch(text, "same")] if text else []
    return found


def _shortened(pieces: Sequence[Stretch], context: int) -> Iterator[Stretch]:
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        words = _WORD.findall(piece.text)
        head, tail = (context if place else 0), (context if place < last else 0)
        if piece.kind != "same" or len(words) <= head + tail + 1:
            yield piece
            continue
        lead = " " if piece.text.startswith(" ") else ""
        if head:
            yield Stretch(lead + "".join(words[:head]), "same")
        yield Stretch("… ", "cut")
        if tail:
            yield Stretch("".join(words[len(words) - tail :]), "same")
