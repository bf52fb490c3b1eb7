"""A third party's viewer page: a block of labels, Identifier first, their values, title and tags."""

from __future__ import annotations

from itertools import pairwise

from .facts import in_row, labelled, lines_of, under_labels
from .given import Given
from .rendered import Rendered


def read(given: Given) -> Rendered | None:
    """The telegram of a viewer page."""
    if given.begin is None or not ("Identifier" in given.above or "Cable title:" in given.above):
        return None
    lines = lines_of(given.above[max(given.above.find("Identifier"), 0) :])
    page = under_labels(lines) or in_row(given.above)
    if "id" not in page:
        return None
    page |= {name: value for name, value in labelled(lines).items() if name not in page}
    for label, value in pairwise(lines):
        if label.lower().startswith("cable title") and not label.partition(":")[2].strip():
            page["title"] = value
    return Rendered("viewer page", given.plain.part(given.begin), page)
