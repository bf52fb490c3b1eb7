"""What placing finds out about one anchor."""

from __future__ import annotations

from dataclasses import dataclass

from ..anchor_record import State
from ..model import Block

GONE = "the block is gone"
ELSEWHERE = "the same words stand elsewhere, too few to be sure"
NOT_FOUND = "the text is not found"
OTHER_TEXT = "this is another text"
SEVERAL = "the text stands more than once"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor stands: `block` is None without a certain place, and for an anchor on the whole cable.

    `score` is how much of the text is the same (0 to 1), `candidates` the places to choose from where none is certain,
    `note` why there is none, in words. `selection` is the anchor's selection as offsets in the text of `block`, None
    where there was none or its words are not found.
    """

    block: Block | None
    state: State
    score: float = 1.0
    candidates: tuple[Block, ...] = ()
    note: str = ""
    selection: tuple[int, int] | None = None
