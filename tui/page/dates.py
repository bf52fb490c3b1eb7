"""Dates as the page prints them: no locale, always UTC, with the Z of a date-time group."""

from __future__ import annotations

from datetime import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def page_date(date: datetime) -> str:
    """A date and time: `1 Sep 2006 20:04Z`."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year} {date:%H:%M}Z"
