"""How long ago something was, in words, and the exact time for whoever looks closer. Pure."""

from __future__ import annotations

from datetime import datetime, tzinfo

_MINUTE, _HOUR = 60, 3600
_EVENING = 6 * _HOUR
"""What happened this recently is not "yesterday", though midnight lies between."""
_MONTH, _YEAR = 30.44, 365.25


def age(then: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """A time as one would say it: "just now", "2 hours ago", "yesterday", "3 weeks ago".

    Both times are aware; days are counted by the calendar of `zone` (the local one if none is given). A time in the
    future, from a clock that went wrong, is "just now".
    """
    seconds = (now - then).total_seconds()
    if seconds < _MINUTE:
        return "just now"
    if seconds < _HOUR:
        return _ago(seconds / _MINUTE, "minute")
    days = (now.astimezone(zone).date() - then.astimezone(zone).date()).days
    if days < 1 or seconds < _EVENING:
        return _ago(seconds / _HOUR, "hour")
    if days < 2:
        return "yesterday"
    for least, unit, length in ((_YEAR, "year", _YEAR), (2 * _MONTH, "month", _MONTH), (14, "week", 7)):
        if days >= least:
            return _ago(days / length, unit)
    return _ago(days, "day")


def _ago(count: float, unit: str) -> str:
    whole = int(count)
    return f"{whole} {unit}{'' if whole == 1 else 's'} ago"


def exactly(then: datetime, zone: tzinfo | None = None) -> str:
    """A time to the minute: "21 Nov 2026 17:05"."""
    local = then.astimezone(zone)
    return f"{local.day} {local:%b %Y %H:%M}"


def clock(then: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """The time of day, with the date where it is not today: "10:32", "20 Nov 10:32"."""
    local, today = then.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return f"{local:%H:%M}"
    return f"{local.day} {local:%b %H:%M}" if local.year == today.year else exactly(then, zone)
