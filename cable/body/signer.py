"""The name that signs a message: its forms on a line of its own, and behind the last sentence of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ..patterns import lazy
from ..vocabulary.tables import rows
from .lines import BLANK_GAP, Line
from .parts import LONG, RULE
from .sentences import ENDED, NOT_ENDED, ending

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
_NAME = rf"[{_CAPITAL}]['’]?[{_LETTER}'’.-]*[{_LETTER}]"
_PARTICLE = r"[Vv][ao]n(?: d[ea][rn]?)?|d[eiu]|de la|la|l[eo]s?"
_RANK = r",? (?:[JS][Rr]\.?|I{2,3}|IV)"
_OFFICE = r"(?:\(?SIGNED\)?:? |/S/ |FOR (?:THE )?AMBASSADOR |(?:AMBASSADOR|AMB\.|CHARGE) (?=\S+$))?"
_CLINGING = r"(?:[#*<>=]{1,4}|\.)?"
_DUMP = r"(?:\s+\d+\s+\d+/\d+/\d{4})?"
_END_MARK = r"(?:\s+UNQ(?:UO)?TE\.?)?"
_SIGNER = lazy(
    rf"#?{_OFFICE}(?P<name>(?:(?:{_NAME}|{_PARTICLE}|[{_CAPITAL}][{_LETTER}]?\.?) ){{0,3}}(?!UNQ){_NAME}(?:{_RANK})?)"
    rf"{_CLINGING}{_END_MARK}{_DUMP}"
)
_GLUED = lazy(
    r"(?:(?<=[.?!:)\]\"”X])|(?<=[*-] )|(?<=[Ee]nd [Tt]ext)|(?<=END TEXT)|(?<=END COMMENT)|(?<=[Ee]nd [Cc]omment))\s*#?"
    rf"(?!X+\b)((?:V[AO]N |D[EI] |O'|MC|MAC)?[{_CAPITAL}](?:[{_CAPITAL}'-]{{2,}}|[{_LETTER}]{{3,}}))"
    rf"(?=[#*<>=]{{0,4}}{_DUMP}$)"
)
_GLUED_IN_CAPITALS = lazy(rf"(?<=[.?!)\"”]) {{1,4}}#?(?:V[AO]N |D[EI] )?[{_CAPITAL}]['’]?[{_CAPITAL}'-]{{2,}}$")
_BEHIND_ADDRESS = lazy(r"(?:://|www\.|[?&]\w{1,20}=)\S* +(?P<name>[A-Z]{4,})$")
_SMALL = lazy(r"(?<=[.?!)\"])[ \t]{0,9}\n\s*(?:(?:v[ao]n|d[ei]|la) [A-Z][a-z]+|[a-z]{4,})$")
_SMALL_BELOW_NAME = lazy(r"(?:^|\n)\s*[A-Z][a-z]{2,15}[ \t]{0,9}\n\s*(?P<name>[a-z]{4,})$")
_SMALL_NAME = lazy(r"[a-z]{4,15}")
_FIRST_NAME = lazy(r"[A-Z][a-z]{2,15}")
_STOPS = lazy(
    r"(?:GP-\d|X?GDS(?:-\d)?|EXEMPT)$|\b(?:END (?:OF )?|UN)(?:COMMENT|TEXT|SUMMARY|NOTE|QUOTE|FYI|MESSAGE)$", re.I
)
_OTHER_WORDS = """
END BEGIN COMMENT SUMMARY TEXT NOTE NOTES ANNEX TABLE SIPDIS NNNN UNCLASSIFIED UNCLAS CONFIDENTIAL SECRET RESTRICTED
OFFICIAL NOFORN USG UN EU US UNQUOTE QUOTE REGARDS SINCERELY THANKS MESSAGE SECTION PAGE CABLE TELEGRAM MISSING THIS
THAT THESE THOSE THEY THEIR THEN THERE THUS THEREFORE THOUGH WHEN WHILE WHERE WHICH WHAT WITH WITHOUT WITHIN HOWEVER
ALSO ALTHOUGH AFTER BEFORE BECAUSE BOTH DURING DESPITE EACH EVEN EVERY FINALLY FIRST FROM FURTHER FURTHERMORE GIVEN
HENCE HERE INDEED INSTEAD INTO LAST LATER MANY MEANWHILE MOREOVER MOST MUCH NEITHER NEVERTHELESS NEXT ONCE ONLY OTHER
OTHERS OVER RATHER SECOND SEVERAL SINCE SOME STILL SUCH THIRD UNDER UNLESS UNTIL UPON WE YET YOUR HAVE HAVING BEING
THE OF AND TO IN ON FOR BY AT IS ARE ACCORDING VISIT EMBASSY CONSULATE MISSION OFFICER AMBASSADOR BACKGROUND
INTRODUCTION CONCLUSION PARTICIPANTS ACTION REQUEST RECOMMENDATION RECOMMENDATIONS OVERVIEW GOVERNMENT OVERALL
"""
_NO_NAME = frozenset(_OTHER_WORDS.split())
_SHORT = 50
_LONGEST = 48
_TAIL = 400


def signs(lines: list[Line], index: int, *, capitals: bool) -> bool:
    """Whether a line is a name: of one to four words, and apart from the sentence before it."""
    line = lines[index]
    if index and _SMALL_NAME.fullmatch(line.text) and _FIRST_NAME.fullmatch(lines[index - 1].text):
        return True
    found = _SIGNER.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if not found or not _NO_NAME.isdisjoint(found["name"].upper().split()):
        return False
    before = lines[index - 1] if index else None
    if before is None or before.kind == RULE or ending(before.text) != NOT_ENDED or "://" in before.text:
        return True
    if capitals and before.text[-1] == "-":
        return False
    if line.gap:
        return line.text.isupper() or line.gap & BLANK_GAP > 0
    if _STOPS.search(before.text[-20:]) or before.text == line.text or before.text.endswith(f" {line.text}"):
        return True
    return not capitals and line.text.isupper() and (before.reach < _SHORT or before.reach > LONG)


def set_apart(lines: list[Line], index: int, *, capitals: bool) -> bool:
    """Give a name that is glued to the end of the text a line of its own; says whether there was one."""
    text = lines[index].text
    if "\n" in text and (split(lines, index, _SMALL) or split(lines, index, _SMALL_BELOW_NAME)):
        return True
    if text[-_LONGEST:].split()[-1].strip("#*<>=").upper() in _NO_NAME:
        return False
    return (
        (_names_last_word(text) and split(lines, index, _GLUED_IN_CAPITALS))
        or (not capitals and split(lines, index, _GLUED))
        or split(lines, index, _BEHIND_ADDRESS)
    )


def signer_of(line: Line) -> str:
    """The name in a signer's line, without what may cling to it: `MILAM 0 11/26/2007`, `GILBERT##`, `SIGNED: LAMB`."""
    found = _SIGNER.fullmatch(line.text)
    return found["name"] if found else line.text.split(" 0 ")[0].strip("#.* ")


def split(lines: list[Line], index: int, pattern: re.Pattern[str]) -> bool:
    """Split a line where `pattern` finds white space in its last words; says whether it did."""
    line = lines[index]
    found = pattern.search(line.text, max(0, len(line.text) - _TAIL))
    if not found:
        return False
    place = found.start("name") if "name" in found.re.groupindex else found.end() - len(found[0].lstrip())
    first, second = line.text[:place].rstrip(), line.text[place:]
    lines[index : index + 1] = [
        replace(line, end=line.start + len(first), text=first),
        Line(line.end - len(second), line.end, line.end - len(second), second, whole=False),
    ]
    return True


def _names_last_word(text: str) -> bool:
    """Whether the last word of a text in capitals can be a name: behind a sentence, and no common word."""
    sentence, _, word = text[-_TAIL:].rpartition(" ")
    if not sentence or ending(sentence) != ENDED:
        return False
    return word.isupper() and word.lstrip("#") not in _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(row[0] for row in rows("common-words"))
