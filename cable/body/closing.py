"""How a message ends: the address of the post's web site, the signer, and what is printed below the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..patterns import lazy
from .lines import BLANK_GAP, Line
from .marks import number_at
from .parts import RULE
from .sentences import NOT_ENDED, ending

_NAME = r"(?:[A-Z]['’]?[A-Za-z'’.-]*[A-Za-z]|[Vv][ao]n(?: d[ea][rn]?)?|d[eiu]|de la)"
_TAIL = r"(?:\s+\d+\s+\d+/\d+/\d{4})?"
_SIGNER = lazy(rf"#?(?:{_NAME} ){{0,2}}[A-Z]['’]?[A-Za-z'’-]*[A-Za-z]\.?{_TAIL}")
_GLUED_SIGNER = lazy(
    r"(?:(?<=[.?!:)\]\"”X])|(?<=[*-] )|(?<=[Ee]nd [Tt]ext)|(?<=END TEXT)|(?<=END COMMENT)|(?<=[Ee]nd [Cc]omment))\s*#?"
    r"((?:V[AO]N |D[EI] |O'|MC|MAC)?[A-Z](?:[A-Z'-]{2,}|[a-z]{3,}(?:[A-Z][a-z]+)?))"
    rf"(?={_TAIL}$)"
)
_SIGNER_BEHIND_ADDRESS = lazy(r"(?:://|www\.|[?&]\w{1,20}=)\S* +(?P<name>[A-Z]{4,})$")
_DUMPED = lazy(rf"{_TAIL}$")
_SMALL_SIGNER = lazy(r"(?:(?<=[.?!)\"])|(?<=[.?!)\"] ))\n\s*(?:(?:v[ao]n|d[ei]|la) [A-Z][a-z]+|[a-z]{4,})$")
_OTHER_WORDS = """
END BEGIN COMMENT SUMMARY TEXT NOTE NOTES ANNEX TABLE SIPDIS NNNN UNCLASSIFIED UNCLAS CONFIDENTIAL
SECRET USG UN EU US
"""
_NO_NAME = frozenset(_OTHER_WORDS.split())
_BOILERPLATE = lazy(
    r"\(?(?:[Vv]isit |VISIT )[A-Z][\w' .,-]{2,40}?(?:[Cc]lassified|CLASSIFIED|[Ww]eb ?[Ss]ite|WEB ?SITE)"
    r"|MINIMIZE CONSIDERED|https?://\S+$|www\.\S+$|You can also access this"
)
_GLUED_BOILERPLATE = lazy(r"(?:(?<=[.?!)\]\"”])|(?<=\*))\s+(?=Visit [A-Z][\w' .-]{2,40}?(?:Classified|Web ?[Ss]ite))")
_TRAILER = lazy(r"#\d{3,5}|BT|NNNN|<+|>+|\"+|\.{3,}")
_WINDOW = 14
_SHORT = 50


@dataclass(slots=True)
class Closing:
    """Where the closing lines begin (`len(lines)` if there are none), the signer's line, and what stood below it."""

    start: int
    signer: Line | None
    trailers: list[Line]


def close(lines: list[Line], *, capitals: bool) -> Closing:
    """Find the closing lines. Trailers are taken off `lines`; a name or an address glued to the text is split off."""
    trailers: list[Line] = []
    while lines and (lines[-1].kind == RULE or _TRAILER.fullmatch(lines[-1].text)):
        trailers.append(lines.pop())
    if lines and len(lines[-1].text) > 1 and lines[-1].text[-1] == '"' and lines[-1].text.count('"') % 2:
        lines[-1] = _without_quote(lines[-1])
    signed = bool(lines) and (
        _signs(lines, capitals=capitals)
        or _split(lines, len(lines) - 1, _SMALL_SIGNER)
        or (not capitals and _split(lines, len(lines) - 1, _GLUED_SIGNER))
        or _split(lines, len(lines) - 1, _SIGNER_BEHIND_ADDRESS)
    )
    end = len(lines) - signed
    if signed and end and lines[end - 1].text == lines[end].text:
        end -= 1
    return Closing(_boilerplate(lines, end), lines[-1] if signed else None, trailers)


def signer_of(line: Line) -> str:
    """The name in a signer's line, without the fields of a dump that may cling to it: `MILAM 0 11/26/2007`."""
    return _DUMPED.sub("", line.text).strip("#.")


def _without_quote(line: Line) -> Line:
    """A last line without the quotation mark that ended its field in a dump."""
    text = line.text[:-1].rstrip()
    return replace(line, end=line.start + len(text), text=text)


def _signs(lines: list[Line], *, capitals: bool) -> bool:
    """Whether the last line is a name: of one to three words, and apart from the sentence before it."""
    line = lines[-1]
    if len(line.text) > 40 or not _SIGNER.fullmatch(line.text) or not _NO_NAME.isdisjoint(line.text.split()):
        return False
    before = lines[-2] if len(lines) > 1 else None
    if before is None or before.kind == RULE or ending(before.text) != NOT_ENDED or "://" in before.text:
        return True
    if capitals and before.text[-1] == "-":
        return False
    if line.gap:
        return line.text.isupper() or line.gap & BLANK_GAP > 0
    return not capitals and line.text.isupper() and before.reach < _SHORT


def _split(lines: list[Line], index: int, pattern: re.Pattern[str]) -> bool:
    """Split a line where `pattern` finds white space in its last words; says whether it did."""
    line = lines[index]
    found = pattern.search(line.text, max(0, len(line.text) - 400))
    if not found:
        return False
    place = found.start("name") if "name" in found.re.groupindex else found.end() - len(found[0].lstrip())
    first, second = line.text[:place].rstrip(), line.text[place:]
    lines[index : index + 1] = [
        replace(line, end=line.start + len(first), text=first),
        Line(line.end - len(second), line.end, line.end - len(second), second, whole=False),
    ]
    return True


def _boilerplate(lines: list[Line], end: int) -> int:
    """The first of the lines before `end` that tell of the post's web site, or `end`."""
    first = max(0, end - _WINDOW)
    for index in range(first, end):
        if lines[index].gap and number_at(lines[index].text):
            first = index
    for index in range(first, end):
        line = lines[index]
        if line.kind != RULE and _BOILERPLATE.match(line.text) and _apart(lines, index):
            return index
        if line.kind != RULE and "Visit " in line.text and _split(lines, index, _GLUED_BOILERPLATE):
            return index + 1
    return end


def _apart(lines: list[Line], index: int) -> bool:
    line = lines[index]
    before = lines[index - 1] if index else None
    if before is None or line.gap > 0 or before.kind == RULE:
        return True
    return not line.text.startswith(("http", "www.")) and ending(before.text) != NOT_ENDED
