"""A note as a file brings it."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass

from ...cable.anchors import Anchor, fingerprint, skeleton
from ..notes.meta import CableMeta
from ..notes.model import Note

_OWN_ID = re.compile(r"[0-9a-f]{8,64}")
_OTHERS = uuid.UUID("8b0d5a52-5d0c-5f0a-9f53-3a1f3d7f9c11")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A note that arrives, and what the file says about its cable (None: it says of no cable).

    `whole` notes bring their own anchor and revision; of the others only id, words and quote are known, with the text
    around the quote (`prefix`, `suffix`), or the `label` of its place. `rev` is the revision whose words these were
    before they were edited outside, None where the file does not say. `text` is the snapshot that a whole note was made
    on, where the file has it.
    """

    note: Note
    meta: CableMeta | None
    whole: bool = False
    rev: int | None = None
    prefix: str = ""
    suffix: str = ""
    label: str = ""
    text: str | None = None


def note_id(identity: str) -> str:
    """An id of ours as it is; for any other one the id that always follows from it."""
    own = identity.removeprefix("urn:uuid:").replace("-", "").lower()
    return own if _OWN_ID.fullmatch(own) else uuid.uuid5(_OTHERS, identity.encode("utf-8", "replace").hex()).hex


def quoted(cable: str, exact: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The anchor of a quote of which nothing else is known; of the whole cable where nothing is quoted."""
    own = skeleton(exact)
    if not own:
        return Anchor(cable)
    return Anchor(
        cable,
        ordinal=0,
        kind="para",
        quote=exact,
        skel_len=len(own),
        digest=fingerprint(own),
        prefix=skeleton(prefix),
        suffix=skeleton(suffix),
    )
