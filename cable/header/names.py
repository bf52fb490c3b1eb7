"""The name in a Classified By line: `Jane Q. Roe` of `Acting Political Counselor Jane Q. Roe for reasons 1.4 (b)`."""

from __future__ import annotations

import re
from functools import cache

from ..patterns import lazy
from ..vocabulary import office
from ..vocabulary.near import within_one_edit
from ..vocabulary.posts import by_compact
from ..vocabulary.tables import rows

_LONGEST = 600
_BEGIN = lazy(
    r"\s*(?:\d\s?\.?\s*)?(?:\((?:U|C|S|SBU)\)\s*)?"
    r"(?:.{0,60}?\b(?:CLASSFIED|CLASSIFIED|CLASSIFICATION GUIDE)\s+BY\b[\s:]*)?(?:\((?:U|C|S|SBU)\)\s*)?",
    re.I | re.S,
)
# Where the reasons begin: their word, often garbled or broken, what leads to it, the order, or the section.
_REASON = r"(?:R ?E ?A ?S ?[O0] ?N|REAS|REA ?S?ONS?|R ?E?A? ?S ?[O0]? ?NS?)(?: ?S)?(?:\(S\))?\b"
_ORDER = r"(?:E\.? ?[O0]\.? {0,2})?1[23]\d{3}|E\.[O0]\b|1 ?[.,] ?[1-7]\b"
_END = lazy(
    rf"[\s,;:.-]*\b(?:(?:(?:F[O0]?R|PER|UNDER|F ?[O0] ?R)\s+){{1,2}}(?:{_REASON}|{_ORDER}|SE ?CTIONS?\b|PARA|REQ)"
    rf"|{_REASON}|{_ORDER}|(?:BASED|DUE|PURSUANT)\s+(?:[O0]N|UPON|TO)\b)",
    re.I,
)
_BREAK = lazy(r"\s*[,;:()]\s*|\s+[-–?]+\s+|(?<=\w{3})\.\s+(?=\w{2})")
_SUFFIX = lazy(r"(?:JR|SR|II|III|IV)\.?", re.I)
_CHARGE = lazy(r"(?:D[E'’, ]{0,3})?AFF?AI?R", re.I)
_OFFICER = lazy(r"(?:POL|ECO|CON|LEG|MIN)[A-Z/]*(?:OFF|COUNS?|CONS|MIN|CHIEF|COUNSELOR)", re.I)
_JOINING = frozenset(("OF", "FOR", "THE", "TO", "AND", "AT", "IN", "ON", "A.I", "AI"))
_BEFORE_PLACES = frozenset(("FOR", "TO", "OF", "AND", "IN", "CONGEN", "CONSULATE", "EMBASSY"))
_REGIONS = frozenset(("CENTRAL", "SOUTH", "NORTH", "EAST", "WEST", "ASIA", "ASIAN", "AFRICA", "EUROPE", "EURASIA"))
_SHORTEST_GARBLED = 5
_LONGEST_OFFICE = 6
_LONGEST_BUREAU = 4
_MOST_WORDS = 5
_SHORTEST_NAME = 2


def authority_name(text: str) -> str | None:
    """The name of the person who classified, as printed, in a Classified By line with or without its label.

    None where no words of a name stand there. What is a title is told by a table, what follows the name by the words
    that lead to the reasons.
    """
    line = " ".join(text[:_LONGEST].split()).replace("\\'", "'")
    begin = _BEGIN.match(line)
    line = line[begin.end() :] if begin else line
    end = _END.search(line)
    line = line[: end.start()] if end else line
    parts = [part for part in _BREAK.split(line) if part]
    for index, part in enumerate(parts):
        name = _name(part.split())
        bureau = name == part and part.isupper() and len(part) <= _LONGEST_BUREAU and index + 1 < len(parts)
        if name and not bureau:
            following = parts[index + 1] if index + 1 < len(parts) else ""
            return f"{name}, {_suffix(following, text)}" if _SUFFIX.fullmatch(following) else name
    return None


def _suffix(suffix: str, text: str) -> str:
    """A suffix with the full stop that it is printed with."""
    cut = suffix.upper() in ("JR", "SR") and f"{suffix}." in text
    return f"{suffix}." if cut else suffix.rstrip(".") if suffix.upper().startswith("I") else suffix


def _name(words: list[str]) -> str | None:
    """The words behind the last word of a title; the words before the first one where none stand behind."""
    mixed = bool(words) and not words[-1].isupper()
    titles = [index for index in range(len(words)) if _is_title(words, index, mixed)]
    behind = words[titles[-1] + 1 :] if titles else words
    if titles and "/" in words[titles[-1]]:
        last = words[titles[-1]].rpartition("/")[2]
        if behind and not last.isupper() and not _known(last):
            behind = [last, *behind]
    if not behind and titles and titles[0] > 1:
        behind = words[: titles[0]]
    if not mixed and len(behind) > _SHORTEST_NAME and _office(behind[0]):
        del behind[0]
    name = " ".join(behind).strip(" ,;:-")
    if not name or len(behind) > _MOST_WORDS or not any(map(str.isalpha, name)) or _SUFFIX.fullmatch(name):
        return None
    return name.rstrip(".") if len(behind[-1].rstrip(".")) > 2 and not _SUFFIX.fullmatch(behind[-1]) else name


def _is_title(words: list[str], index: int, mixed: bool) -> bool:
    """Whether a word is of a title or an office; in ordinary writing a short word in capitals is one."""
    word = words[index].strip(".,'’\"`")
    before = words[index - 1].upper().strip(".") if index else ""
    if not word or word.islower() or "/" in word or "&" in word or _known(word):
        return True
    if (before in _BEFORE_PLACES or before in _REGIONS) and word.upper() in _places():
        return True
    initial = words[index].endswith(".") or len(word) == 1
    return mixed and word.isupper() and len(word) <= _LONGEST_OFFICE and not initial and not _SUFFIX.fullmatch(word)


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in rows("titles"))


def _office(word: str) -> bool:
    """Whether a word is the symbol of an office, which in capitals looks like a name: `AF`, `NEA`."""
    return len(word) > 1 and office(word) is not None


@cache
def _places() -> frozenset[str]:
    """Words of the names of countries, posts and regions."""
    named = (word for place in by_compact().values() for word in f"{place.name} {place.country}".upper().split())
    return frozenset(word.strip("(),") for word in named) | _REGIONS


def _known(word: str) -> bool:
    """Whether a word, or a part of a hyphenated one, is of the table, or of it with one letter wrong."""
    return any(_is_known(part) for part in (word, *word.split("-")) if part)


def _is_known(word: str) -> bool:
    key = word.upper().replace("0", "O").strip(".'’")
    if key in _titles() or key in _JOINING or _CHARGE.match(key) or _OFFICER.fullmatch(key):
        return True
    if len(key) < _SHORTEST_GARBLED:
        return False
    return any(len(title) > _SHORTEST_GARBLED and within_one_edit(key, title) for title in _titles())
