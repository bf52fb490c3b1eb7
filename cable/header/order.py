"""The executive order line and its declassification date."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ..ids import full_year
from ..patterns import lazy
from ..times import MONTHS

# The last of these words are slips of the first.
_DATE = lazy(
    r"(?:\b(?:DECL|DECLAS|DECLASSIFY|DECLASSIFIED|DECONTROL|X?GDS|XDS|ADS|DEC|DCL|DELC|DECK)(?:-\d| ?\(\d\))?"
    r"(?![A-Z])[:.;, ]{0,4}(?:(?:ON|UPON|AFTER|DECLAS)[: ]{1,3})?|\b1\d{4}: ?)"
    r"(?:(?P<year>\d{4}) ?[/-] ?(?P<month>\d{1,2}) ?[/-] ?(?P<day>\d{1,2})"
    r"|(?P<month2>\d{1,2}) ?[./-]{1,2} ?(?P<day2>\d{1,2}) ?[./-]{1,2} ?(?P<year2>\d{4}|\d\d)"
    r"|(?P<month3>[A-Z]{3})[A-Z]{0,6}\.? {1,2}(?P<day3>\d{1,2})(?:,| ) {0,2}(?P<year3>\d{4}|\d\d)"
    r"|(?P<day4>\d{1,2})[ -]{0,2}(?P<month4>[A-Z]{3})[A-Z]{0,6}\.?,?[ -]{0,2}(?P<year4>\d{4}|\d\d))(?!\d)",
    re.I,
)
_MONTHS = {name: index + 1 for index, name in enumerate(MONTHS)}
_LAST_MONTH = 12
# Most cables have one of few lines.
_KEPT = 1024


def join(value: str) -> str:
    """The line as printed, its breaks made spaces, without a caption that a copy set on its end."""
    return " ".join(value.split()).removesuffix(" SIPDIS")


@lru_cache(_KEPT)
def declassify_on(line: str) -> str | None:
    """The ISO date on which a line declassifies, or None: OADR, X1 and the like are no dates."""
    found = _DATE.search(line)
    if not found:
        return None
    said = {name[:-1] if name[-1].isdigit() else name: part for name, part in found.groupdict().items() if part}
    year, day = said["year"], int(said["day"])
    month = int(said["month"]) if said["month"].isdecimal() else _MONTHS.get(said["month"].upper(), 0)
    if month > _LAST_MONTH:
        month, day = day, month
    try:
        return date(int(year) if len(year) == 4 else full_year(int(year)), month, day).isoformat()
    except ValueError:
        return None
