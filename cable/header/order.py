"""The executive order line and its declassification date."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ..ids import full_year
from ..patterns import lazy

_DATE = lazy(
    r"\b(?:DECL|DECLAS|GDS)\b[:.; ]{0,4}(?:(?:ON|AFTER) )?"
    r"(?:(\d{4})[/-](\d{1,2})[/-](\d{1,2})|(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d))(?!\d)",
    re.I,
)
# Most cables have one of few lines.
_KEPT = 1024


def join(value: str) -> str:
    """The line as printed, its breaks made spaces."""
    return " ".join(value.split())


@lru_cache(_KEPT)
def declassify_on(line: str) -> str | None:
    """The ISO date on which a line declassifies, or None: OADR, X1 and the like are no dates."""
    found = _DATE.search(line)
    if not found:
        return None
    if found[1]:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        year = int(found[6]) if len(found[6]) == 4 else full_year(int(found[6]))
        month, day = int(found[4]), int(found[5])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
