"""Pass lines: for whom a telegram is at its addressees. They stand below the captions, or below all other fields."""

from __future__ import annotations

from ..patterns import lazy
from ..vocabulary.posts import post

_PERSON = (
    r"(?:THE )?(?:[A-Z/]{2,8} )?(?:ACTING |UNDER |DEPUTY |ASSISTANT ){0,2}"
    r"(?:AMBASSADORS?|AMB\.?|CHARGE|DCM|SECRETARY|MINISTER|CONSUL GENERAL|PRINCIPAL OFFICER|CHIEFS? OF MISSION|COM)\b"
)
BETWEEN_PERSONS = (
    rf"FOR {_PERSON}[^\na-z]{{0,60}} FROM [A-Z][^\na-z]*+$|FROM {_PERSON}[^\na-z]{{0,60}} FOR [A-Z][^\na-z]*+$"
)
"""A line that says from whom to whom a telegram is: `FOR THE AMBASSADOR FROM SMITH`."""
_PLACE = r"[A-Z]{3,12}(?: [A-Z]{2,12}){0,2}?"
_OPENS = lazy(rf"\s*+(?=FOR |FROM |PASS |{_PLACE} (?:PASS|POUCH|RELAY|FOR) )")
_OFFICE = r"(?:[A-Z]{1,8}(?:/[A-Z]{1,8}){1,3}|POLADS?|DAO|DATT|USIS|USICA|PAO|CODEL|STAFFDEL)\b"
_AGENCIES = r"(?:TREASURY|COMMERCE|LABOR|AGRICULTURE|DEFENSE|JUSTICE|INTERIOR|ENERGY)\b"
_AT_POST = lazy(
    rf"({_PLACE})(?: ALSO| PLEASE| PLS)? (?:FOR (?:{_PERSON}|{_OFFICE})(?: [A-Z.'-]{{2,20}}){{0,3}}"
    r"|(?:PASS|POUCH|RELAY) (?:ALSO )?(?:TO |FOR )?(?!(?:THE|THIS|IT|ON)\b)[A-Z][A-Z .'/&-]{1,40})"
)
_FOR_ONE = lazy(rf"({_PLACE}) FOR [A-Z/.'-]{{2,15}}(?: [A-Z/.'-]{{2,15}})?")
_AND_TO = lazy(r"(?:AND )?[A-Z]{2,12}(?: AND [A-Z]{2,12})?")
_PARTS = lazy(r"\.?[;,] {0,2}|\.\Z")
_WASHINGTON = frozenset(("DEPARTMENT", "DEPT", "CINCPAC", "CINCEUR", "USCINCEUR", "USCINCSO", "EMBASSIES", "ALL POSTS"))
_BELOW = lazy(rf"\n[ \t]*+((?=(?:{_PLACE} )?(?:FOR|PASS|POUCH|RELAY) )[^\na-z]{{8,80}})(?=\n|\Z)")
_WHOLE = lazy(
    rf"{BETWEEN_PERSONS}|FOR {_PERSON}(?: [A-Z.'-]{{2,20}}){{0,3}}"
    r"|FOR [A-Z][A-Z .,/'&-]{2,50} FROM [A-Z][A-Z .,/'&-]{2,50}"
    r"|[A-Z]{3,12} (?:[A-Z]{2,12} ){0,2}PASS "
    rf"(?:(?:ALSO )?(?:TO|FOR) |(?!THE|ALL|THIS|IT\b|ON\b)(?=[A-Z]{{2,5}}(?:[ ,/]|$)|{_AGENCIES}))"
    r"[A-Z][A-Z .,;/'&()-]{1,60}(?<!\.)"
    r"|PASS (?:TO |FOR )?(?!(?:THE|THIS|IT|ON)\b)[A-Z]{2,12}(?:(?:, | AND |/)[A-Z]{2,12}){0,3}"
)
_MOST_LINES = 3
# A line as short as this one had room for the next word: what stands below it is another line.
_ROOM = 48
_LONGEST = 240


def behind(text: str, start: int, stop: int) -> int:
    """Where the text goes on behind the pass lines that stand below all fields, from `start` on; `start` for none."""
    while opens := _OPENS.match(text, start, stop):
        end = _end_of(text, opens.end(), stop)
        if end is None:
            break
        start = min(end + 1, stop)
    return start


def is_one(line: str) -> bool:
    """Whether a line is a pass line as a whole."""
    said = line.strip()
    return _OPENS.match(said) is not None and (_WHOLE.fullmatch(said) is not None or _at_posts(said) or _for_one(said))


def below_subject(text: str, content: int, limit: int) -> int | None:
    """Where the subject ends that a pass line stands right below; None where none does."""
    found = _BELOW.search(text, content, limit)
    while found:
        said = found[1].strip()
        above = found.start() - text.rfind("\n", 0, found.start()) + len(said.partition(" ")[0])
        named = "/" in said or said.startswith("PASS ")
        if _at_posts(said) or (above < _ROOM and (_for_one(said) or (named and _WHOLE.fullmatch(said)))):
            return found.start()
        found = _BELOW.search(text, found.end(), limit)
    return None


def _at_posts(said: str) -> bool:
    """Whether a line says who is to have a telegram at a post, or at each of some: `BONN FOR AMBASSADOR`."""
    parts = list(filter(None, _PARTS.split(said)))
    if all(map(_for_one, parts)) and len(parts) > 1:
        return True
    return bool(parts) and _at_post(parts[0]) and all(_AND_TO.fullmatch(part) or _at_post(part) for part in parts[1:])


def _at_post(part: str) -> bool:
    found = _AT_POST.fullmatch(part)
    return found is not None and _is_place(found[1])


def _for_one(part: str) -> bool:
    found = _FOR_ONE.fullmatch(part)
    return found is not None and _is_place(found[1])


def _is_place(words: str) -> bool:
    """Whether words name a post, or what a telegram names so: `DEPARTMENT`."""
    return words in _WASHINGTON or post(words) is not None


def _end_of(text: str, position: int, stop: int) -> int | None:
    """Where the pass line ends that begins at `position`, in the fewest lines that are one; None for no pass line."""
    said = ""
    for _ in range(_MOST_LINES):
        end = text.find("\n", position, stop)
        end = stop if end < 0 else end
        said = f"{said} {text[position:end].strip()}".lstrip()
        if len(said) > _LONGEST or end == stop:
            return None
        if is_one(said):
            return end
        position = end + 1
    return None
