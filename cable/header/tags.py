"""The TAGS line: codes, names of persons and free words, wrapped, run together or with a page line in between."""

from __future__ import annotations

import re
from functools import cache

from ..patterns import lazy
from ..vocabulary.tables import entries, rows

_PAGE_LINE = lazy(
    r"(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE)[ \t]{1,30})?"
    r"PAGE[ \t]{1,8}\d\d[^\n]*"
)
_LINE = lazy(
    r"(?:^|[ \t]{2,})(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE)?[ \t]{0,30}"
    r"PAGE[ \t]{1,8}\d\d[^\n]*"
)
_LINE = lazy(r"[A-Z0-9,;:/ \t()&.'-]{2,}")
_ITEM = lazy(r"\([^()\n]{1,80}\)|[^,;()\n]+")
_NAME_TAG = "OVIP"
_DROPPED = frozenset(("SIPDIS", "TAGS", "AND"))
_LONGEST_PHRASE = 4
_LONGEST_CODE = 5
_LONGEST_RUN = 400
_MISSPELT = lazy(r"Misspelling of ([A-Z]{2,12})")
_ALSO = lazy(r"\(also ([A-Z ]{4,40})\)")
_SHORTEST_NAME = 3
_JOINING = frozenset(("OF", "AND", "WITH", "FOR", "THE", "TO", "IN", "ON"))


def end_of(text: str, content: int, limit: int) -> int:
    """Where the TAGS end that begin at `content`: a later line belongs to them if it reads as TAGS."""
    end = position = content
    value = ""
    while position < limit:
        stop = text.find("\n", position, limit)
        stop = limit if stop < 0 else stop
        line = _PAGE_LINE.sub("", text[position:stop]).strip()
        if line:
            if value and not (value.endswith((",", ";")) or _reads_as_tags(line)):
                break
            end, value = stop, line
        elif position > content and not value.endswith((",", ";")) and not _tags_below(text, stop, limit):
            break
        position = stop + 1
    return end


def resumes(last: str, line: str) -> bool:
    """Whether TAGS whose last line was `last` go on with a line below the end of a page."""
    return last.rstrip().endswith((",", ";")) or _reads_as_tags(line)


def read(value: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The tags of a TAGS line, each once, in order, and `(found, meant)` for every run split into its codes."""
    words = value.replace(",", " ").split()
    if _NAME_TAG not in words and _known().issuperset(words):
        return tuple(dict.fromkeys(word for word in words if word not in _DROPPED)), ()
    tags: dict[str, None] = {}
    split: list[tuple[str, str]] = []
    person = False
    for item in _ITEM.findall(_PAGE_LINE.sub("\n", value)):
        words = item.strip("() \t").upper().split()
        found = [" ".join(words)] if item.startswith("(") else _codes(words, person, split)
        person = bool(found) and found[-1] == _NAME_TAG
        tags.update(dict.fromkeys(map(_bare, found)))
    for word in ("", *_DROPPED):
        tags.pop(word, None)
    return tuple(tags), tuple(split)


def _bare(tag: str) -> str:
    """A tag without a full stop at its end, unless that is of an initial: `KISSINGER, HENRY A.`."""
    return tag if tag[-3:-2] == " " else tag.strip(" .")


def _codes(words: list[str], person: bool, split: list[tuple[str, str]]) -> list[str]:
    """The tags in words without a comma: codes, phrases of the table, names behind OVIP, free words together."""
    found: list[str] = []
    free: list[str] = []
    position = 0
    while position < len(words):
        known = _phrase(words, position)
        sure = person or bool(found and found[-1] == _NAME_TAG and not free)
        name = 0 if known else _person(words, position, sure)
        pieces = () if known or name else _split(words[position])
        if known or name or pieces:
            found.extend(filter(None, (" ".join(free),)))
            free.clear()
        step = known or name or 1
        if known:
            found.append(_mended(" ".join(words[position : position + known]), split))
        elif name:
            found.append(f"{words[position]}, {' '.join(words[position + 1 : position + name])}")
        elif pieces:
            split.append((words[position], " ".join(pieces)))
            found.extend(pieces)
        elif free and words[position] in _JOINING:
            free.extend(words[position : position + 2])
            step = 2
        else:
            if free and len(words[position]) <= _LONGEST_CODE:
                found.append(" ".join(free))
                free.clear()
            free.append(words[position])
            if len(words[position]) <= _LONGEST_CODE:
                found.append(free.pop())
        person = False
        position += step
    found.extend(filter(None, (" ".join(free),)))
    return found


def _phrase(words: list[str], position: int) -> int:
    """How many words from `position` on are one entry of the table; 0 for none."""
    known, meant = _known(), _meant()
    for count in range(min(_LONGEST_PHRASE, len(words) - position), 0, -1):
        phrase = " ".join(words[position : position + count])
        if phrase in known or phrase in meant:
            return count
    return 0


def _mended(phrase: str, split: list[tuple[str, str]]) -> str:
    """A tag as the table spells it."""
    meant = _meant().get(phrase, phrase)
    if meant != phrase:
        split.append((phrase, meant))
    return meant


def _person(words: list[str], position: int, sure: bool) -> int:
    """How many words from `position` on are surname, first name and initial of a person.

    Where no tag before them makes it `sure`, the second word must be a known first name.
    """
    known = _known()
    pair = words[position : position + 2]
    if len(pair) < 2 or any(word in known or not word.isalpha() for word in pair):
        return 0
    if not sure and (pair[1] not in _first_names() or len(pair[0]) < _SHORTEST_NAME or pair[0] in _first_names()):
        return 0
    initial = words[position + 2 : position + 3]
    return 3 if initial and len(initial[0].rstrip(".")) == 1 else 2


@cache
def _split(word: str) -> tuple[str, ...]:
    """The codes of a run such as `KFRDKIRFCVIS`: four letters each, two only at either end; () if it is none."""
    if not 6 <= len(word) <= _LONGEST_RUN or not word.isalpha():
        return ()
    known = _known()
    for first in (0, 2):
        rest = word[first:]
        last = len(rest) % 4
        fours = [rest[at : at + 4] for at in range(0, len(rest) - last, 4)]
        ends = [end for end in (word[:first], rest[len(rest) - last :]) if end]
        if last in (0, 2) and fours and all(code in known for code in (*fours, *ends)):
            return tuple(code for code in (word[:first], *fours, rest[len(rest) - last :]) if code)
    return ()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row[0] for row in rows("first-names"))


@cache
def _meant() -> dict[str, str]:
    """What the table says that misspelt tags, and free words in another spelling, stand for."""
    meant: dict[str, str] = {}
    for code, readings in entries("tags", 2, 1).items():
        misspelt = _MISSPELT.fullmatch(readings[0].meaning)
        if misspelt and not readings[0].uncertain:
            meant[code] = misspelt[1]
        also = _ALSO.search(readings[0].meaning)
        if also and also[1].replace(" ", "") == code:
            meant[also[1]] = code
    return meant


def _reads_as_tags(line: str) -> bool:
    """Whether a line below the TAGS holds tags: no lower case, at least half of its words known."""
    if not _LINE.fullmatch(line):
        return False
    words = re.findall(r"[A-Z][A-Z0-9/-]+", line)
    known = _known()
    hits = sum(word in known for word in words)
    return bool(words) and hits * 2 >= len(words) and hits > 0


def _tags_below(text: str, position: int, limit: int) -> bool:
    """Whether the next line with text, over blank ones, reads as TAGS."""
    rest = text[position : min(limit, position + 200)].lstrip()
    line = rest.split("\n", 1)[0].strip()
    return bool(line) and _reads_as_tags(line)


@cache
def _known() -> frozenset[str]:
    """Every tag of the table that is one code or phrase and not itself a run of codes."""
    table = entries("tags", 2, 1)
    codes = (code for code, readings in table.items() if not readings[0].meaning.startswith("Run-together"))
    return frozenset(codes).difference(_meant())
