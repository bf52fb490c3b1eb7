"""A print released by the Department: stamps with case and document number on every page."""

from __future__ import annotations

from ..patterns import lazy
from .given import Given
from .rendered import Rendered

_STAMP = lazy(
    r"U\.?S\.? Department of State\s{1,9}Case No\.?\s{1,9}(\S{3,30})\s{1,9}Doc(?:ument)? No\.?\s{1,9}(\S{3,30})"
    r"(?:\s{1,9}Date:\s{1,9}(\d{1,2}/\d{1,2}/\d{4}))?"
)
_OFFICE = "Department of State"
_RELEASE = lazy(r"\bRELEASED? IN (?:FULL|PART(?: [A-Z]\d{0,2}(?:, ?[A-Z]\d{0,2}){0,8})?)")


def read(given: Given) -> Rendered | None:
    """The telegram of a stamped print."""
    # The longer words are looked for first: they are found, or found absent, in less time.
    if given.begin is None or _OFFICE not in given.plain.text or "Case No" not in given.plain.text:
        return None
    stamp = _STAMP.search(given.plain.text)
    if not stamp:
        return None
    release = _RELEASE.search(given.plain.text)
    page = {"case": stamp[1], "document": stamp[2], "released": stamp[3], "release": release[0] if release else None}
    return Rendered("foia print", given.plain.part(given.begin), {name: value for name, value in page.items() if value})
