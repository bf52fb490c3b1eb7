"""The renditions in the order in which they are asked: the more particular before the more general."""

from __future__ import annotations

from collections.abc import Callable

from . import archive_page, dump_record, dump_row, foia_print, nara_print, plusd_page, telegram, viewer_page
from .given import Given, given
from .rendered import Rendered
from .run_together import set_apart
from .smart_message import relabelled

PAGES: tuple[Callable[[Given], Rendered | None], ...] = (archive_page.read, viewer_page.read, plusd_page.read)
"""Forms that are told by what stands above the telegram."""
RENDITIONS: tuple[Callable[[Given], Rendered | None], ...] = (
    *PAGES,
    nara_print.read,
    foia_print.read,
    dump_record.read,
    telegram.read,
)
_PRINTS = RENDITIONS[len(PAGES) :]


def render(source: str) -> Rendered | None:
    """The source in the first form that recognises it; None where no telegram is found in it.

    A row of the dump is told by its first characters: its notation is its own, and no other need be undone.
    """
    row = dump_row.read(source)
    if row:
        return Rendered(row.rendition, set_apart(row.telegram), row.page)
    whole = given(source)
    for read in RENDITIONS if whole.begin else _PRINTS:
        rendered = read(whole)
        if rendered:
            telegram = set_apart(rendered.telegram)
            apart = rendered if telegram is rendered.telegram else rendered._replace(telegram=telegram)
            return relabelled(apart)
    return None
