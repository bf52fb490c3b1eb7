"""What is amiss with a body as a whole, said and not mended: it breaks off, or it is printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Block, Repair
from .sentences import NOT_ENDED, ending

_LONGEST_CELL = 32_000
_SENTENCE = 60
_SAME = 80
_END_MARKS = ("COMMENT", "SUMMARY", "TEXT", "NOTE", "PAPER", "UNQUOTE")


def faults(blocks: Sequence[Block], length: int) -> Iterator[Repair]:
    """Repairs of the kinds `truncated` and `repeated`, which lie on the last words and on the second print.

    `length` is that of the whole telegram: spreadsheets cut theirs at 32,767 characters.
    """
    if blocks and _breaks_off(blocks[-1], length):
        last = blocks[-1]
        word = last.text.split()[-1]
        yield Repair("truncated", (last.spans[-1][1] - len(word), last.spans[-1][1]), word, "")
    again = _second_print(blocks)
    if again:
        yield Repair("repeated", (again.spans[0][0], blocks[-1].spans[-1][1]), again.text[:_SAME], "")


def _second_print(blocks: Sequence[Block]) -> Block | None:
    """The block that says the same as the first numbered one, if what follows says the same as well."""
    numbered = [block for block in blocks if block.number]
    heads = [(block.number, block.text[:_SAME]) for block in numbered]
    for index in range(2, len(heads)):
        if heads[index] == heads[0] and heads[index : index + 2] == heads[: len(heads[index : index + 2])]:
            return numbered[index] if len(heads[index][1]) == _SAME else None
    return None


def _breaks_off(block: Block, length: int) -> bool:
    """Whether the last block ends in mid-sentence: no signer, no stop, and too long for a name or an end mark."""
    text = block.text
    if block.kind in ("closing", "heading") or text.upper().endswith(_END_MARKS):
        return False
    if text.endswith("..."):
        return True
    if block.kind == "table" or len(text) < _SENTENCE:
        return length > _LONGEST_CELL
    return ending(text) == NOT_ENDED
