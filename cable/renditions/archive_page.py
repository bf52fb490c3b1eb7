"""The archive's page, as HTML or as its flattened text: heading, help text, a row of facts, then the telegram."""

from __future__ import annotations

from ..patterns import lazy
from .facts import in_row, kind_of, lines_of, under_labels
from .given import Given
from .rendered import Rendered

_HEADING = lazy(r"Viewing cable ([^\s,]{4,60}), ?([^\n]{0,400})")
# A copy may have left nothing of the page but the row, right above the telegram.
_ABOVE = 400


def read(given: Given) -> Rendered | None:
    """The telegram of an archive page."""
    if given.begin is None:
        return None
    start = given.above.rfind("Viewing cable")
    row_label = given.above.rfind("Reference ID")
    page: dict[str, str] = {}
    if start < 0 and row_label < 0:
        page = in_row(given.above[-_ABOVE:])
        if "id" not in page or kind_of(page["id"]) != "id":
            return None
    heading = _HEADING.search(given.above, start) if start >= 0 else None
    if heading:
        page = {"id": heading[1], "title": heading[2].strip()}
    if row_label >= 0:
        table = given.above[row_label:]
        page |= in_row(table) or under_labels(lines_of(table))
    if "id" not in page:
        return None
    form = "archive page" if given.is_markup else "archive page text"
    return Rendered(form, given.plain.part(given.begin), page)
