"""Words inside a block, found again inside the block that the anchor was placed on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..anchors import Anchor, skeleton
from .letters import offsets
from .runs import Same, align, clip
from .stretches import least, stretch


def find_selection(anchor: Anchor, runs: Sequence[Same], text: str) -> tuple[int, int] | None:
    """The anchor's selection as offsets in `text`, the text of the block it was placed on; None if its words are gone.

    `runs` say which letters of the anchor's block stand where among the letters of `text`.
    """
    chosen = anchor.selection
    if chosen is None:
        return None
    places, here = offsets(anchor.quote), offsets(text)
    first, last = bisect_left(places, chosen.start), bisect_left(places, chosen.end)
    made = stretch(_within(clip(runs, first, last)[0], len(here)), last - first)
    if made is None or made.score < least(last - first):
        return None
    start, end = here[made.start], here[made.end - 1] + 1
    head, tail = places[first] - chosen.start, chosen.end - places[last - 1] - 1
    return _with_signs(text, start, end, chosen.exact[:head], chosen.exact[len(chosen.exact) - tail :])


def in_block(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """The same without an alignment of the whole cable: the anchor's block is aligned with `text` alone."""
    return find_selection(anchor, align(skeleton(anchor.quote), skeleton(text)) or [], text)


def _within(runs: Sequence[Same], length: int) -> list[Same]:
    """The runs as far as they stand inside `0..length` of the new letters."""
    turned, _ = clip([Same(run.new, run.old, run.length) for run in runs], 0, length)
    return [Same(run.new, run.old, run.length) for run in turned]


def _with_signs(text: str, start: int, end: int, head: str, tail: str) -> tuple[int, int]:
    """The stretch with the signs that stood before its first letter and after its last, if they are there."""
    if head and text[max(0, start - len(head)) : start] == head:
        start -= len(head)
    return start, end + len(tail) if tail and text.startswith(tail, end) else end
