"""Dates as a query writes them: a year, a month, a day or a minute, as the stretch of time each is."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from ...cable.ids import full_year
from ...cable.times import MONTHS

_NUMBERS = re.compile(
    r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})"
    r"(?:[-/.](?P<day>\d{1,2})(?:[T ](?P<hour>\d{1,2}):?(?P<minute>\d\d)Z?)?)?)?",
    re.ASCII,
)
_NAMES = re.compile(r"(?:(?P<day>\d{1,2})[ -]?)?(?P<name>[A-Za-z]{3,9})[ ,-]?(?P<year>\d{4})", re.ASCII)
_TWO_DIGITS = re.compile(r"[0-9]{2}")
_LONG_NAMES = (
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE",
    "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
)  # fmt: skip
FORMS = "2006, 2006-03, 2006-03-15 or 15mar2006"


class Stretch(NamedTuple):
    """From `first` to before `end`; UTC, without a zone."""

    first: datetime
    end: datetime


def stretch(text: str) -> Stretch | None:
    """The stretch of time a date is, None for what is no date; `07` is the year 2007, `99` 1999."""
    text = text.strip()
    if _TWO_DIGITS.fullmatch(text):
        return _of(full_year(int(text)))
    if found := _NUMBERS.fullmatch(text):
        numbers = [int(found[name]) if found[name] else None for name in ("year", "month", "day", "hour", "minute")]
        return _of(*numbers)
    if found := _NAMES.fullmatch(text):
        month = _month(found["name"].upper())
        return _of(int(found["year"]), month, int(found["day"]) if found["day"] else None) if month else None
    return None


def _month(name: str) -> int | None:
    known = next((index for index, long in enumerate(_LONG_NAMES) if long.startswith(name)), None)
    return None if known is None or not name.startswith(MONTHS[known]) else known + 1


def _of(
    year: int | None,
    month: int | None = None,
    day: int | None = None,
    hour: int | None = None,
    minute: int | None = None,
) -> Stretch | None:
    try:
        first = datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0)
        if hour is not None:
            return Stretch(first, first + timedelta(minutes=1))
        if day is not None:
            return Stretch(first, first + timedelta(days=1))
        end = datetime(first.year + (month in (None, 12)), 1 if month is None else month % 12 + 1, 1)
    except (ValueError, OverflowError):
        return None
    return Stretch(first, end)
