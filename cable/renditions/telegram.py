"""Raw telegram text, as it was sent or as a Markdown copy gives it; what little stands above it is chrome."""

from __future__ import annotations

from .facts import by_shape, labelled, lines_of
from .given import Given
from .rendered import Rendered

_PARTIAL = "partial extract of the original cable"
_NOTE_WITHIN = 2000


def read(given: Given) -> Rendered | None:
    """The telegram in any text that has one."""
    if given.begin is None:
        return None
    page: dict[str, str] = {}
    if given.begin:
        lines = lines_of(given.above[-_NOTE_WITHIN:])
        page = by_shape(lines) | labelled(lines)
        note = next((line for line in lines if _PARTIAL in line), None)
        if note:
            page["note"] = note
    copied = given.plain.text != given.source and "](" in given.source
    return Rendered("markdown" if copied else "telegram", given.plain.part(given.begin), page)
