"""The TAGS line: codes, names of persons and free words, wrapped, run together or with a page line in between."""

from __future__ import annotations

import re
from functools import lru_cache

from ..patterns import lazy
from .tag_words import as_spelt, codes_of, glued_phrase, known_tags, person_length, phrase_length

PAGE_LINE = (
    r"(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE)[ \t]{1,30})?"
    r"PAGE[ \t]{1,8}\d\d[^\n]*"
)
_PAGE_LINE = lazy(PAGE_LINE)
_LINE = lazy(r"[A-Z0-9,;:/ \t()&.'-]{2,}")
_NUMBER = lazy(r"(?<![A-Z0-9/-])\d+(?![A-Z0-9/-])")
_ITEM = lazy(r"\([^()\n]{1,80}\)|[^,;()\n]+")
# A name in brackets that goes on below: `OVIP (KISSINGER,` / `HENRY A.)`.
_BROKEN_NAME = lazy(r"(\([^()\n]{1,60})\n[ \t]{0,20}([^()\n]{1,60}\))")
_NAME_TAG = "OVIP"
_DROPPED = frozenset(
    ("SIPDIS", "TAGS", "TAGS:", "AND", "N/A", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET"),
)
_PORTIONS = frozenset(("(U)", "(SBU)", "(LOU)", "(C)", "(S)"))
_BETWEEN = lazy(r"[/.-]")
_LONGEST_JOINED = 80
_LONGEST_CODE = 5
# Telegrams of one post on one matter often have the same line.
_KEPT = 4096
_LONGEST_KEPT = 120
_JOINING = frozenset(("OF", "AND", "WITH", "FOR", "THE", "TO", "IN", "ON"))

Tags = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]


def end_of(text: str, content: int, limit: int) -> int:
    """Where the TAGS end that begin at `content`: a later line belongs to them if it reads as TAGS."""
    end = position = content
    value = ""
    while position < limit:
        stop = text.find("\n", position, limit)
        stop = limit if stop < 0 else stop
        line = _without_page_line(text[position:stop]).strip()
        if line:
            if value and not (value.endswith((",", ";")) or _reads_as_tags(line)):
                break
            end, value = stop, line
        elif position > content and not value.endswith((",", ";")) and not _tags_below(text, stop, limit):
            break
        position = stop + 1
    return end


def _without_page_line(value: str, instead: str = "") -> str:
    # The word is found absent in much less time than the pattern.
    return _PAGE_LINE.sub(instead, value) if "PAGE" in value else value


def resumes(last: str, line: str) -> bool:
    """Whether TAGS whose last line was `last` go on with a line below the end of a page."""
    return last.rstrip().endswith((",", ";")) or _reads_as_tags(line)


def read(value: str) -> Tags:
    """The tags of a TAGS line, each once, in order, and `(found, meant)` for every run split into its codes."""
    return _read(value) if len(value) < _LONGEST_KEPT else _read.__wrapped__(value)


@lru_cache(_KEPT)
def _read(value: str) -> Tags:
    words = value.replace(",", " ").split()
    if _NAME_TAG not in words and known_tags().issuperset(words):
        kept = words if _DROPPED.isdisjoint(words) else [word for word in words if word not in _DROPPED]
        return tuple(dict.fromkeys(kept)), ()
    value = _BROKEN_NAME.sub(r"\1 \2", value) if "(" in value and "\n" in value else value
    tags: dict[str, None] = {}
    split: list[tuple[str, str]] = []
    person = False
    for item in _ITEM.findall(_without_page_line(value, "\n")):
        if item in _PORTIONS:
            continue
        words = _apart(item.strip("() \t").upper().split())
        found = [" ".join(words)] if item.startswith("(") else _codes(words, person, split)
        person = bool(found) and found[-1] == _NAME_TAG
        tags.update(dict.fromkeys(map(_bare, found)))
    for word in ("", *_DROPPED):
        tags.pop(word, None)
    return tuple(tag for tag in tags if not tag.isdecimal()), tuple(split)


def _apart(words: list[str]) -> list[str]:
    """The words without quotes, and those apart that are codes with a stroke, a hyphen or a full stop between.

    What is signs and nothing else is no word: `PREL - EC`.
    """
    known = known_tags()
    apart: list[str] = []
    for word in (word.strip("\"'") for word in words):
        codes = _BETWEEN.split(word) if len(word) < _LONGEST_JOINED and word not in known else ()
        apart.extend(codes if len(codes) > 1 and known.issuperset(codes) else (word,))
    return [word for word in apart if word.strip("-–—./*")]


def _bare(tag: str) -> str:
    """A tag without a full stop at its end, unless that is of an initial: `KISSINGER, HENRY A.`."""
    return tag if tag[-3:-2] == " " else tag.strip(" .")


def _codes(words: list[str], person: bool, split: list[tuple[str, str]]) -> list[str]:
    """The tags in words without a comma: codes, phrases of the table, names behind OVIP, free words together."""
    found: list[str] = []
    free: list[str] = []
    position = 0
    while position < len(words):
        known = phrase_length(words, position)
        sure = person or bool(found and found[-1] == _NAME_TAG and not free)
        name = 0 if known else person_length(words, position, sure)
        pieces = () if known or name else codes_of(words[position])
        glued, parts = (0, ()) if known or name or pieces else glued_phrase(words, position)
        if known or name or pieces or glued:
            found.extend(filter(None, (" ".join(free),)))
            free.clear()
        step = known or name or glued or 1
        if known:
            found.append(as_spelt(" ".join(words[position : position + known]), split))
        elif name:
            found.append(f"{words[position]}, {' '.join(words[position + 1 : position + name])}")
        elif pieces:
            split.append((words[position], " ".join(pieces)))
            found.extend(pieces)
        elif glued:
            split.append((words[position + glued - 1], " ".join((parts[0].split()[-1], *parts[1:]))))
            found.extend(parts)
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


def _reads_as_tags(line: str) -> bool:
    """Whether a line below the TAGS holds tags: no lower case, no number, at least half of its words known."""
    if not _LINE.fullmatch(line) or _NUMBER.search(line):
        return False
    words = re.findall(r"[A-Z][A-Z0-9/-]+", line)
    known = known_tags()
    hits = sum(word in known for word in words)
    return bool(words) and hits * 2 >= len(words) and hits > 0


def _tags_below(text: str, position: int, limit: int) -> bool:
    """Whether the next line with text, over blank ones, reads as TAGS."""
    rest = text[position : min(limit, position + 200)].lstrip()
    line = rest.split("\n", 1)[0].strip()
    return bool(line) and _reads_as_tags(line)
