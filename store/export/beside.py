"""The CSL-JSON that lies beside a document in Pandoc's Markdown."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ...cable.cite import Source
from ..notes.meta import CableMeta
from .bibliography import csl_items
from .escape import json_text


def bibliography_beside(cables: Sequence[CableMeta], source: Source | None, existing: str) -> str:
    """The bibliography with the cables in it; items that are there already stay as they are, in their order.

    A file that is no list of items is the user's own affair, and comes back untouched.
    """
    try:
        there = json.loads(existing) if existing.strip() else []
    except ValueError:
        return existing
    if not isinstance(there, list):
        return existing
    known = {item.get("id") for item in there if isinstance(item, dict)}
    missing = [item for item in csl_items(cables, source) if item["id"] not in known]
    return json_text([*there, *missing]) if missing else existing
