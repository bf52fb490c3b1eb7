"""The key by which a bibliography knows a cable, and a citation in Pandoc's Markdown names it."""

from __future__ import annotations

import re

from ..notes.meta import CableMeta

_NOT_IN_KEY = re.compile(r"[^0-9A-Za-z_-]+")


def citation_key(meta: CableMeta) -> str:
    """The canonical id, as `08MEXICO722`; what Pandoc and BibLaTeX do not take in a key becomes `-`."""
    return _NOT_IN_KEY.sub("-", meta.id or meta.key).strip("-") or "cable"
