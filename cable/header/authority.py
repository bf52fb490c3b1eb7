"""The Classified By line: who classified the telegram, and for which reasons of the executive order."""

from __future__ import annotations

import re

from ..patterns import lazy
from ..prose import reads_as_prose
from .names import authority_name

__all__ = ["authority_name", "end_of", "in_paragraph", "join", "reasons"]

_TEMPLATE_WIDTH = 71
_MOST_LINES = 8
_LONGEST = 500
_WORD = 8
_LOOK_AHEAD = 90
_LONGEST_TITLE = 60
_PARAGRAPH = lazy(
    r"¶?[ \t]*1[ \t]?\.[ \t]*(?:\((?:U|C|S)\)[ \t]*)?"
    r"(?:\(?(?:CONFIDENTIAL|SECRET|C|S)\)?[ -]{1,3}ENTIRE TEXT\)?\.?\s{0,4})?CLASSIFIED BY\b:?",
    re.I,
)
_FIRST_NUMBER = lazy(r"\n[ \t]*+(?=¶?[ \t]*+1[ \t]?\.)")
_PARAGRAPH_END = lazy(r"\n[ \t]*\n|\n[ \t]*¶?\d{1,2}\.")
_REASONS = lazy(
    r"\b(1[./] ?[2-6])[ .:,(\[{]{0,4}(?:(?:sub-?)?(?:para|section|paragraph|reason)s?[ .:(]{1,3})?([a-h])\b"
    r"((?:[ ,;&+/().\[\]{}-]{1,8}(?:and|or|through)?[ ,;&+/().\[\]{}-]{0,6}[a-h]\b(?!')){0,7})",
    re.I,
)
# A line above a blank one that a copy put there, and what goes on below it.
_UNFINISHED = lazy(r"(?:[,;&(]|\b(?:and|or|for|of|the|per|reasons?:?|1\.[2-6]))[ \t]*\Z", re.I)
_REST = lazy(r"(?:(?:for |per )?reasons?\b|\(?[a-h](?:[),/]| and\b)|1\.[2-6]|and ?\()", re.I)
_AND_MORE = lazy(r"(?:and|or|&) ?\(?[a-h]\b", re.I)
_SAYS_REASONS = lazy(r"[^\n]{0,50}?\b(?:reasons?|under|per)\b[^\n]{0,20}?\b1\.[2-6]", re.I)
_HEADING = lazy(r"(?<=[ \t])(?:SUMMARY|INTRODUCTION|COMMENT|BACKGROUND)(?: AND [A-Z ]{3,40})?[ \t]*\Z", re.I)
_BEHIND_REASONS = lazy(r"[).;]*")
_RULE = "-----"
_LETTER = lazy(r"\b[a-h]\b", re.I)
# A title that stands alone: no rest of a line that the template cut, whose last part is missing in a copy.
_TITLE = lazy(r"\s*+[A-Z][A-Za-z' -]{2,58}+[ \t]*+(?:\n[ \t]*+(?:\n|[-=_]{4})|\Z)")
# The template's cut in the middle of a word, closed up by a copy: `1.4 (b) a nd (d)`.
_CUT_AND = lazy(r"\b(?:a nd|an d)\b", re.I)
_CUT_WORD = lazy(r"\b(R(?:EA?S?O?N?)?|AN?|FO?)[ \t]*+\n\s{0,9}([A-Z]{1,6})\b", re.I)
_CUT_WORDS = frozenset(("REASON", "REASONS", "AND", "FOR"))


def end_of(text: str, content: int, limit: int) -> int:
    """Where the authority line ends that begins at `content`."""
    end = position = content
    hanging = False
    for _ in range(_MOST_LINES):
        stop = text.find("\n", position, limit)
        stop = limit if stop < 0 else stop
        line = text[position:stop].rstrip()
        if line.strip() and _heads(text[content:end], line) and not hanging:
            break
        rule = line.find(_RULE)
        if rule >= 0:
            return _before_heading(text, content, position + rule) or end
        if line.strip():
            end, hanging = position + len(line), _is_cut(text, position, stop)
        elif end > content and _is_whole(text, content, end, stop, limit, hanging=hanging):
            break
        if stop >= limit:
            break
        position = stop + 1
    return end


def join(text: str, start: int, end: int) -> str | None:
    """The line on one line: words that the template of 71 characters cut are joined, else a break is a space."""
    joined = ""
    position = start
    first = text.rfind("\n", 0, start) + 1
    margin = text[first:start]
    margin = margin[: len(margin) - len(margin.lstrip())]
    for piece in text[start:end].split("\n"):
        if piece.strip():
            joined += piece.rstrip().removeprefix(margin)
            # No word is broken behind such a sign: the blank there was what the cut fell on.
            whole = joined[-1] in "),;:"
            joined += " " if whole or not _is_cut(text, position, position + len(piece)) else ""
        position += len(piece) + 1
    return " ".join(joined.split()) or None


def in_paragraph(text: str, start: int) -> str | None:
    """The authority that stands as paragraph 1 at `start`, as under the order of 1995; None where it does not.

    Few lines may stand above it: for whom the telegram is at its addressees.
    """
    near = text[start : start + _LONGEST]
    # The words are found absent faster than by the pattern.
    if "ASSIFIED " not in near and "assified " not in near:
        return None
    first = _PARAGRAPH.match(text, start)
    if not first:
        numbered = _FIRST_NUMBER.search(text, start, start + _LONGEST)
        first = _PARAGRAPH.match(text, numbered.end()) if numbered else None
    if not first:
        return None
    rest = text[first.end() : first.end() + _LONGEST]
    end = _PARAGRAPH_END.search(rest)
    return " ".join(rest[: end.start() if end else len(rest)].split()) or None


def reasons(line: str) -> tuple[str, ...]:
    """The reasons a line gives, one by one: `1.4(b)`, `1.4(d)`."""
    found: dict[str, None] = {}
    for match in _REASONS.finditer(_CUT_AND.sub("and", line)):
        section = match[1].replace(" ", "").replace("/", ".")
        letters = (match[2], *_LETTER.findall(match[3]))
        if "through" in match[3].lower():
            letters = tuple(map(chr, range(ord(letters[0].lower()), ord(letters[-1].lower()) + 1)))
        for letter in letters:
            found[f"{section}({letter.lower()})"] = None
    return tuple(found)


def _is_whole(text: str, content: int, end: int, blank: int, limit: int, *, hanging: bool) -> bool:
    """Whether the authority ends above a blank line: where reasons were said, and what follows is no rest of them.

    What follows is a rest where the line above was cut (`hanging`), or where it lacks the reasons that stand below it.
    """
    said, following = text[content:end], text[blank : min(blank + _LOOK_AHEAD, limit)].lstrip()
    rest = _REST.match(following) is not None
    if not reasons(said):
        return not (hanging or rest or _SAYS_REASONS.match(following))
    if not hanging:
        return not (_AND_MORE.match(following) or (rest and _UNFINISHED.search(said[-_LOOK_AHEAD:])))
    return (said[-1] in ").;" and not following[:1].islower()) or _TITLE.match(text, blank, limit) is not None


def _before_heading(text: str, content: int, rule: int) -> int | None:
    """Where the authority ends above a ruled heading on its own line: with its reasons, or above a usual word."""
    end = None
    for said in _REASONS.finditer(text, content, rule):
        end = said.end()
    behind = _BEHIND_REASONS.match(text, end, rule) if end else _HEADING.search(text, content, rule)
    return (behind.end() if end else behind.start()) if behind else None


def _heads(said: str, line: str) -> bool:
    """Whether a line right below reasons that were said in full is a heading or a sentence: a blank line was lost."""
    words = line.strip()
    if not said or said[-1] not in ").;" or not words[0].isupper():
        return False
    if words.startswith("This ") or (len(words) > _LONGEST_TITLE and reads_as_prose(words)):
        return bool(reasons(said))
    return (
        len(words) <= _LONGEST_TITLE
        and words[-1] not in ".)"
        and not any(map(str.isdigit, words))
        and bool(reasons(said))
    )


def _is_cut(text: str, start: int, stop: int) -> bool:
    """Whether the line around `start` was cut by the template: it is exactly so wide, its label included.

    A line of another width was cut where a word of its end goes on below it: `Re` / `asons 1.4 (b/d)`, `a` / `nd (d)`.
    """
    first = text.rfind("\n", 0, start) + 1
    line = text[first:stop].rstrip()
    if _TEMPLATE_WIDTH in (len(line), len(line.lstrip())):
        return True
    word = _CUT_WORD.match(text, first + len(line) - len(line[-_WORD:].rpartition(" ")[2]))
    return word is not None and (word[1] + word[2]).upper() in _CUT_WORDS
