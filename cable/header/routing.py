"""Transmission lines: date-time group, originator and addressees."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from ..ids import full_year
from ..patterns import lazy
from ..times import MONTHS

_GROUP = lazy(
    r"((?:[ZOPR]{1,2} {0,3}|0 ){0,3})(\d\d)(\d\d)(\d\d)(?: ?Z {0,2}| {1,2})"
    r"([A-Z][A-Za-z]{2})[A-Za-z]?\.? {0,2}(?:19|20)??(\d\d)(?!\d)"
)
_MONTHS = {name: index + 1 for index, name in enumerate(MONTHS)}
_PRECEDENCES = frozenset(["FLASH", "NIACT", "IMMEDIATE", "PRIORITY", "PIORITY", "ROUTINE"])
_INDICATOR = lazy(r"(?:XMT\s+)?R[A-Z]{3,7}/")
# Marks of pages, rules, group counts (`STATE GRNC`, `GR 120`), the remark above a classification line, and the date in
# the copy of a newspaper.
_NO_ADDRESSEE = lazy(
    r"\s*(?:PAGE\s+\d\d\s|-{3}|(?:STATE )?GRNC\s*$|GR ?\d{1,4}\s*$|(?:CORRECTED|C O R R E C T E D)\s+C ?O ?P ?Y\b"
    r"|[A-Z][a-z]{2,5}day,? \d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
_LONGEST_SERIAL = 6
_SERIAL = 4
# A month that some stations print before the serial: `AMEMBASSY LA PAZ JAN 5661`.
_MONTH_ENDS = frozenset(f" {month}" for month in MONTHS)
# Few addressees stand on nearly all lines: what such a line says is kept.
_KEPT = 4096
_LONGEST_KEPT = 120


@lru_cache(_KEPT)
def precedence(letters: str) -> tuple[str, ...]:
    """The precedence letters of a date-time group line or a prosign, action first: `P R` and `PP` give P R and P.

    A scan may have read the letter as a nought.
    """
    return tuple(dict.fromkeys(letters.replace(" ", "").replace("0", "O")))


def date_time_group(line: str) -> tuple[tuple[str, ...], datetime | None]:
    """The precedences of a date-time group line and its time in UTC, None where it is no time."""
    found = _GROUP.match(line)
    if not found:
        return (), None
    letters, day, hour, minute, name, year = found.groups()
    month = _MONTHS.get(name.upper())
    try:
        date = datetime(full_year(int(year)), month, int(day), int(hour), int(minute), tzinfo=UTC) if month else None
    except ValueError:
        date = None
    return precedence(letters), date


def serial(line: str) -> int | None:
    """The last four digits of the message's number, as the DE line has them: `#0284/01`."""
    digits = line.partition("#")[2][:_SERIAL]
    return int(digits) if len(digits) == _SERIAL and digits.isdecimal() else None


def addressees(value: str) -> tuple[list[str], list[str]]:
    """The addressees of a TO or INFO list, and those an XMT in it excludes."""
    named: list[str] = []
    excluded: list[str] = []
    target = named
    exclusions = "XMT" in value
    for line in value.split("\n"):
        if exclusions and line.lstrip().startswith("XMT"):
            target = excluded
        name = addressee(line)
        if not name:
            continue
        if target and target[-1][-1] == "/" and _goes_on(target[-1], line):
            target[-1] += name
        else:
            target.append(name)
    return named, excluded


def _goes_on(name: str, line: str) -> bool:
    """Whether a line goes on with the offices that end with a stroke: `COMUSNAVEUR LONDON UK//N1/N2/` and `N3//`."""
    return name[-2:-1] != "/" and len(name) < _LONGEST_KEPT and not _INDICATOR.match(line)


def addressee(line: str) -> str | None:
    """The addressee of a line, without routing indicator, precedence word and serial; None for none."""
    line = line.strip()
    if line[-1:].isdecimal():
        head, _, last = line.rpartition(" ")
        if last.isdecimal() and len(last) <= _LONGEST_SERIAL and not head.endswith("PAGE"):
            line = (head[:-4] if head[-4:] in _MONTH_ENDS else head).rstrip()
    return _name(line) if len(line) < _LONGEST_KEPT else _name.__wrapped__(line)


@lru_cache(_KEPT)
def _name(line: str) -> str | None:
    """The addressee of a line that has lost its serial."""
    if _NO_ADDRESSEE.match(line):
        return None
    indicator = _INDICATOR.match(line)
    words = (line[indicator.end() :] if indicator else line).split()
    if words and words[0] == "XMT":
        del words[0]
    while len(words) > 1 and words[-1] in _PRECEDENCES:
        words.pop()
    # Behind an office the precedence may be glued to it: `AMEMBASSY LONDON//POL//PRIORITY`.
    office, strokes, last = words[-1].rpartition("//") if words else ("", "", "")
    if office and last in _PRECEDENCES:
        words[-1] = office + strokes
    return " ".join(words) or None
