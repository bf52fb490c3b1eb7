"""What stands before a paragraph's first word: its number and its portion mark, in every way they are printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import lazy

_LEVEL = r"(?:U|SBU|C|S|TS|LOU|R|FOUO|UNCLASSIFIED|CONFIDENTIAL|SECRET|UNCLAS)"
_CONTROL = r"(?:\s?[/-]{1,2}\s?(?!\s?ENTIRE)[A-Z][A-Z ,/-]{0,40})?"

_NUMBER = lazy(
    rf"(?:\((?P<before>{_LEVEL})\)\s*)?(?P<first>\d{{1,3}})(?:-(?P<last>\d{{1,3}}))?"
    rf"(?:\.\)|\.(?!\d)|\)|,(?=\s{{0,2}}[(A-Z])|(?=\s{{0,2}}\({_LEVEL}[)/])|(?P<bare>(?=\s[A-Z(])))[,.]?"
)
_NUMBER_HEADS = frozenset("0123456789(")
_MARK = lazy(
    rf"\s*(?:\(\s*(?P<mark>{_LEVEL}{_CONTROL})\s*\)(?:\s?\((?P<more>NF|NOFORN|ORCON|(?P=mark))\))?[.,:]?(?=\s|\w|$)"
    # The other sign of the key, or of a pair: `9C)`, `(C0`, `[C]`.
    rf"|[(\[{{9](?P<slip>(?:SBU|LOU|C|S|U)(?:/{{1,2}}NF)?)(?:\)|[\]}}0]\)?)(?=\s+\S)"
    rf"|(?P<lost>(?:SBU|C|S|U|LOU)(?:/{{1,2}}NF)?)\)(?=\s)"
    rf"|\((?P<open>SBU|U|C|S)(?=\s[A-Z])"
    rf"|\(?(?P<entire>{_LEVEL})\s*-+\s*(?=ENTIRE\s+TEXT))\s*",
    re.I,
)
_MARK_ALONE = lazy(rf"\(\s*(?P<mark>{_LEVEL}{_CONTROL})\s*\)\s*")
_LEAD_IN = lazy(
    rf"\s*(?P<lead>[A-Z][\w'&/-]*(?: [\w'&/-]+){{0,5}}[.:])\s*\((?P<mark>(?:U|SBU|C|S|TS|LOU){_CONTROL})\)\s*"
    rf"|\s*(?P<word>(?:BEGIN )?(?:SUMMARY|COMMENT|NOTE|INTRODUCTION|BACKGROUND|ACTION REQUEST))\s*"
    rf"\((?P<after>(?:U|SBU|C|S|TS|LOU){_CONTROL})\)",
    re.I,
)
_WORD = 24
_COUNTED_THINGS = """
ARTICLE ARTICLES SECTION SECTIONS PARA PARAS PARAGRAPH CHAPTER ANNEX PAGE PART PHASE TABLE LEVEL GROUP ACT
ORDER JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN FEB MAR APR
JUN JUL AUG SEPT SEP OCT NOV DEC
"""
_COUNTED = frozenset(_COUNTED_THINGS.split())


class Number(NamedTuple):
    """A printed number: what it says, the last of a range such as `4-12.`, where it stands and where text goes on.

    `bare`: no point or bracket follows it; `marking` is a portion mark before it (`(U) 1.`).
    """

    first: int
    last: int
    start: int
    stop: int
    end: int
    bare: bool
    marking: str | None = None


class Mark(NamedTuple):
    """A portion mark: its words, the stretch to leave out, and the form in which it was damaged, if it was."""

    text: str
    start: int
    end: int
    found: str | None = None


def has_number(before: str) -> bool:
    """Whether a text ends with a word that the next number belongs to: a month, `Article`."""
    return before[-_WORD:].rpartition(" ")[2].rpartition("\n")[2].rstrip(".").upper() in _COUNTED


def number_at(text: str) -> Number | None:
    """The paragraph number that a line may begin with."""
    found = _NUMBER.match(text) if text[:1] in _NUMBER_HEADS else None
    if not found:
        return None
    marking, printed, to, bare = found.groups()
    first = int(printed)
    last = int(to) if to else first
    if first == 0 or last < first:
        return None
    stop = found.end("last" if to else "first")
    return Number(first, last, found.start("first"), stop, found.end(), bare is not None, marking)


def mark_at(text: str, start: int, *, numbered: bool) -> Mark | None:
    """The portion mark at `start` of a line, or after its lead-in (`Summary: (SBU) ...`).

    Without a number before it only a whole mark in capitals counts: `(c)` may be an item of a list.
    """
    found = (_MARK if numbered else _MARK_ALONE).match(text, start)
    if found:
        return _mark(found)
    lead = _LEAD_IN.match(text, start) if numbered and "(" in text[start : start + 70] else None
    if not lead:
        return None
    if lead["word"]:
        return Mark(lead["after"], lead.end("word"), lead.end())
    return Mark(lead["mark"], lead.end("lead"), lead.end())


def _mark(found: re.Match[str]) -> Mark:
    groups = found.groupdict()
    damaged = groups.get("slip") or groups.get("lost") or groups.get("open")
    words = groups["mark"] or damaged or groups["entire"]
    if groups.get("more") and groups["more"].upper() != words.upper():
        words = f"{words}/{groups['more']}"
    return Mark(" ".join(words.split()), found.start(), found.end(), found[0].strip() if damaged else None)
