"""Tells running prose from labelled items: a copy that lost its line breaks lets the body begin behind a reference."""

from __future__ import annotations

import re
from itertools import islice

from .citations import cited
from .citing import Citing
from .patterns import lazy

_WINDOW = 160
_WORDS = 14
_ENOUGH = 4
_MOST_NUMBERS = 60
_SHORTEST = 6
_ENOUGH_SMALL = 3
_OPENING = lazy(
    r"[ \t]*(?:BEGIN |SUMMARY\b|INTRODUCTION\b|ACTION REQUEST|FOLLOWING |JOINT |THIS (?:IS|CABLE|MESSAGE|TELEGRAM)\b"
    r"|FOR [A-Z/]{2,20} FROM )"
)
_SMALL = """
    A AN AND ARE AS AT BE BY FOR FROM HAD HAS HAVE HE HIS IN IS IT ITS NOT OF ON OUR THAT THE THEIR THIS TO WAS WE WERE
    WILL WITH WOULD
"""
_SMALL_WORDS = frozenset(_SMALL.split())
_SENTENCE_END = lazy(r"(?<![.A-Z/-])([A-Z]{4,})[)\"']?[.?!][\"')]?(?= |$)")
_SHORT_FORMS = """
    DEPT GOVT CORP ASSN ASSOC INTL NATL UNIV BROS PARA PARAS ASST SECY SECT PRES CONF COMM COMMS DIST EMBS ARCH MESSRS
    MSGR PROF ATTN CAPT VADM RADM CONT TELS NATS PHIL ROBT CHAS EDUC ECON ADMIN AMBS GENL MINS
"""
_ABBREVIATED = frozenset(_SHORT_FORMS.split())
_BEHIND_NUMBER = lazy(r"(?<=\d)(?:[ ,]{1,3}\(?(?:AND PREVIOUS|NOTAL)\)?)*[.)]?()[ ]{1,3}(?=[A-Z(\"'])", re.I)
_REMARK = lazy(r"(?:AND PREVIOUS|NOTAL|CIRCULAR|ET ?AL)\b", re.I)
_NOTED = "NOTE:"
_NOTE = lazy(r"NOTE: {1,3}[A-Z]")
_LABEL = lazy(r"[(\[]?[A-Za-z][.)\]:](?=[ A-Z(])")
_PORTION = lazy(r"\((?:U|C|S|SBU|LOU)(?:/[A-Z/]{2,9})?\) ?[A-Z]")
# Behind a number, a portion mark and then words enough to be no item.
_MARKED_IN_CAPITALS = lazy(r"(?<=\d)[.,]? {1,3}()\((?:U|C|S|SBU|LOU)(?:/[A-Z/]{2,9})?\) [A-Z][^;]{60}")
_NEXT_LETTER = lazy(r"(?<=[ ;,])[(\[]?[A-Z][.)\]](?= ?[A-Z0-9(])")
_ANY_YEAR = Citing(2000)
_TIME_END = "Z "
_HEADER_AGAIN = lazy(r"()[ \t][ZOPR] \d{6}Z [A-Z]{3} \d\d")


def ends_sentence(line: str) -> int | None:
    """Where the first sentence of a line in capitals ends, behind a word that is no abbreviation; None if none does."""
    if "." not in line and "?" not in line and "!" not in line:
        return None
    for found in _SENTENCE_END.finditer(line):
        if found[1] not in _ABBREVIATED:
            return found.end()
    return None


def opens_text(line: str, among: int = _WORDS) -> bool:
    """Whether a line that follows a complete item opens the text: by its first word, or as a sentence in capitals.

    `among`: of how many words some small ones tell a sentence.
    """
    if _OPENING.match(line):
        return True
    words = line[:_WINDOW].split()[:among]
    return line.isupper() and len(words) > _SHORTEST and sum(word in _SMALL_WORDS for word in words) >= _ENOUGH_SMALL


def reads_as_prose(text: str) -> bool:
    """Whether a text begins as a sentence does: several of its first words are in lower case."""
    words = text[:_WINDOW].split()[:_WORDS]
    return sum(len(word) > 1 and word.strip(",.;:'\"").isalpha() and word.islower() for word in words) >= _ENOUGH


def prose_start(line: str) -> int | None:
    """Where running prose begins in a line behind a number: `STATE 6970 As requested in reftel, contacts for ...`.

    The transmission lines of a header that a copy repeats there count as prose too.
    """
    again = _HEADER_AGAIN.search(line) if _TIME_END in line else None
    end = again.start() if again else len(line)
    if line.isupper() and _NOTED not in line:
        marked = _MARKED_IN_CAPITALS.search(line, 0, end)
        return marked.start(1) if marked else end if again else None
    for found in islice(_BEHIND_NUMBER.finditer(line, 0, end), _MOST_NUMBERS):
        rest = line[found.end() : found.end() + _WINDOW]
        if _REMARK.match(rest):
            continue
        if _NOTE.match(rest):
            return found.start(1)
        if reads_as_prose(rest):
            lettered = _LABEL.match(rest) and not _PORTION.match(rest)
            if not lettered and reads_as_prose(rest[: _next_item(rest)]):
                return found.start(1)
    return end if again else None


def _next_item(rest: str) -> int:
    """Where the next letter of an item or the next telegram that is named begins in a text, or its end."""
    letter = _NEXT_LETTER.search(rest, 4)
    end = letter.start() if letter else len(rest)
    named = cited(rest[:end], _ANY_YEAR)
    return named[0].start if named else end
