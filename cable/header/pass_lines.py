"""Pass lines: for whom a telegram is at its addressees. They stand below the captions, or below all other fields."""

from __future__ import annotations

from ..patterns import lazy

_PERSON = (
    r"(?:THE )?(?:[A-Z/]{2,8} )?(?:ACTING |UNDER |DEPUTY |ASSISTANT ){0,2}"
    r"(?:AMBASSADORS?|AMB\.?|CHARGE|DCM|SECRETARY|MINISTER|CONSUL GENERAL|PRINCIPAL OFFICER|CHIEFS? OF MISSION|COM)\b"
)
BETWEEN_PERSONS = (
    rf"FOR {_PERSON}[^\na-z]{{0,60}} FROM [A-Z][^\na-z]*+$|FROM {_PERSON}[^\na-z]{{0,60}} FOR [A-Z][^\na-z]*+$"
)
"""A line that says from whom to whom a telegram is: `FOR THE AMBASSADOR FROM SMITH`."""
_OPENS = lazy(r"\s*+(?=FOR |FROM |[A-Z]{3,12} (?:[A-Z]{2,12} ){0,2}PASS )")
_WHOLE = lazy(
    rf"{BETWEEN_PERSONS}|FOR {_PERSON}(?: [A-Z.'-]{{2,20}}){{0,3}}"
    r"|FOR [A-Z][A-Z .,/'&-]{2,50} FROM [A-Z][A-Z .,/'&-]{2,50}"
    r"|[A-Z]{3,12} (?:[A-Z]{2,12} ){0,2}PASS "
    r"(?:(?:ALSO )?(?:TO|FOR) |(?!THE|ALL|THIS|IT\b|ON\b)(?=[A-Z]{2,5}(?:[ ,/]|$)))[A-Z][A-Z .,;/'&()-]{1,60}(?<!\.)"
)
_MOST_LINES = 3
_LONGEST = 240


def behind(text: str, start: int, stop: int) -> int:
    """Where the text goes on behind the pass lines that stand below all fields, from `start` on; `start` for none."""
    while opens := _OPENS.match(text, start, stop):
        end = _end_of(text, opens.end(), stop)
        if end is None:
            break
        start = min(end + 1, stop)
    return start


def _end_of(text: str, position: int, stop: int) -> int | None:
    """Where the pass line ends that begins at `position`, in the fewest lines that are one; None for no pass line."""
    said = ""
    for _ in range(_MOST_LINES):
        end = text.find("\n", position, stop)
        end = stop if end < 0 else end
        said = f"{said} {text[position:end].strip()}".lstrip()
        if len(said) > _LONGEST or end == stop:
            return None
        if _WHOLE.fullmatch(said):
            return end
        position = end + 1
    return None
