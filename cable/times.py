"""Times as pages write them."""

from __future__ import annotations

from datetime import UTC, datetime

from .patterns import lazy

_ISO = lazy(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ]{1,3}(\d\d):(\d\d))?")
_MONTH_FIRST = lazy(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})(?: {1,3}(\d{1,2}):(\d\d))?")
_DAY_FIRST = lazy(
    r"\s*(?:[A-Z][a-z]{2,8},? {1,3})?(\d{1,2}) {1,2}([A-Z][a-z]{2,8}) {1,2}(\d{4})(?:,? {1,2}(\d\d):(\d\d))?"
)
_NAMED = lazy(r"\s*(\d{4}) {1,2}([A-Z][a-z]{2,8}) {1,2}(\d{1,2})(?:,? {1,2}(\d\d):(\d\d))?")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def page_time(text: str) -> datetime | None:
    """The UTC time a page gives, or None.

    As `2006-10-31 10:10`, `6/14/2004 13:01`, `1973 March 23, 00:00` or `Friday, 01 September 2006, 20:04`.
    """
    if found := _ISO.match(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _MONTH_FIRST.match(text):
        year, month, day = int(found[3]), int(found[1]), int(found[2])
    elif (found := _DAY_FIRST.match(text)) and found[2][:3].upper() in MONTHS:
        year, month, day = int(found[3]), MONTHS.index(found[2][:3].upper()) + 1, int(found[1])
    elif (found := _NAMED.match(text)) and found[2][:3].upper() in MONTHS:
        year, month, day = int(found[1]), MONTHS.index(found[2][:3].upper()) + 1, int(found[3])
    else:
        return None
    try:
        return datetime(year, month, day, int(found[4] or 0), int(found[5] or 0), tzinfo=UTC)
    except ValueError:
        return None
