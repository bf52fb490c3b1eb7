"""Finding the blocks of one text of a cable again in another text of it: certain, or not at all.

Public names: `place`, `Aligned` and `Alone` (the same for many calls), the records `Placement` and `State`.

The text that notes were made on is aligned as a whole with the new one, letter by letter (`letters`, `runs`); a block
then is where its letters went (`stretches`, `homes`), unless it might as well be elsewhere (`doubles`). What is not
found so is looked for between its neighbours (`pinned`) and where text was moved to (`moved`); `fates` does so for all
blocks together. Where the old text is lost, an anchor is placed by what it says itself (`alone`). A number or an
ordinal by itself never places anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..anchor_record import State
from ..anchors import Anchor
from ..model import Cable
from .aligned import Aligned
from .alone import Alone
from .record import Placement

__all__ = ["Aligned", "Alone", "Placement", "State", "place"]


def place(anchors: Sequence[Anchor], old_text: str | None, cable: Cable) -> list[Placement]:
    """Where each of `anchors` stands in `cable`, in their order.

    `old_text` is the `body_text` that the anchors were made on, None where it is lost. Pure; never raises.
    """
    if old_text is None:
        alone = Alone(cable)
        return [alone.place(anchor) for anchor in anchors]
    aligned = Aligned(old_text, cable)
    return [aligned.place(anchor) for anchor in anchors]
