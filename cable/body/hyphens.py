"""Words broken at the ends of lines by the printers of the 1970s: whose hyphen is the word's own, and whose is not."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from ..patterns import lazy

_PRINT = "PAGE 0"
# The date-time group of a year in which all telegrams were printed so: a copy may have lost the pages.
_OLD = lazy(r"\d{6} ?Z [A-Z]{3} (?:6[6-9]|7\d)\b")
_LAST = lazy(r"(?:^|(?<=[\s(\"'/]))[A-Z]{2,}-$")
_FIRST = lazy(r"[A-Z]{2,}(?![A-Z]*[-/'])")
_WORD = lazy(r"(?<![A-Z-])[A-Z]+(?:-[A-Z]+)*")
_BROKEN = lazy(r"(?<![A-Z])[A-Z]+-[ \t]*\n\s*[A-Z]+")
_VOWEL = lazy(r"[AEIOUY]")
_BEFORE_HYPHEN = """
ALL ANTI CO COUNTER CROSS EX FAR HALF HIGH INTER INTRA LONG LOW MID MULTI NEO NON OFF ON OUT OVER PAN POLICY POST
PRE PRO QUASI SELF SEMI SHORT SO SUB TRANS ULTRA UN UNDER US VICE WELL
"""
_BEHIND_HYPHEN = """
BASED BUILT CALLED FIRE FREE GENERAL HELD HOUR LED LEVEL LIKE MADE MAKER MAKERS MAKING MONTH NATION OFF
OWNED PARTY PAST POINT RANGE RUN SCALE STATE TERM TIME UP WEEK WIDE YEAR
"""
# What stands behind such a part as a piece of the same word only: `PRO-` `VIDED`.
_BOUND = lazy(
    r"PR[OE]-(?:VI[DO]|JECT|TECT|CE[SED]|SEN[CT]|SERV|PAR[EI]|DICT|SID[EI]|TENS|MINEN|MOT[EI]|GRAM|DUC|LIFER|PO[NS][EA]|MATUR|VENT|FER|MIER|SUM[EP]|VAIL|CAUT|CLU[DS]|LIMIN|DOMIN)"
    r"|INTER-(?:NATION|VIEW|LOCUT|CEPT|MEDIA|FER)|TRANS-(?:FORM|PORT|FER|MI[TS]|LAT|CRIPT|ACT|IT)|(?:OUT|OVER|UNDER)-(?:SIDE|COM|LYING|REACH)"
)
_PREFIXES = frozenset(_BEFORE_HYPHEN.split())
_SECOND_PARTS = frozenset(_BEHIND_HYPHEN.split())


@dataclass(frozen=True, slots=True)
class Hyphens:
    """The words of a print in capitals: `whole` ones, and those that it prints `compound` in mid-line."""

    whole: Set[str]
    compound: Set[str]

    @classmethod
    def of(cls, text: str, start: int) -> Hyphens | None:
        """The words of a body that begins at `start`; None if its text is of no such print."""
        if _PRINT not in text and not _OLD.search(text, 0, start):
            return None
        words = {found[0] for found in _WORD.finditer(_BROKEN.sub(" ", text[start:]))}
        compound = {word for word in words if "-" in word}
        return cls(words - compound, compound)

    def breaks(self, before: str, after: str) -> bool:
        """Whether one word was broken between two lines, so that the hyphen goes: `GOV-`, `ERNMENT`."""
        first, second = _LAST.search(before[-40:]), _FIRST.match(after)
        if first is None or second is None:
            return False
        left, right = first[0][:-1], second[0]
        if f"{left}-{right}" in self.compound:
            return False
        if left + right in self.whole:
            return True
        if _BOUND.match(f"{left}-{right}"):
            return True
        if left in _PREFIXES or right in _SECOND_PARTS or _is_name(left):
            return False
        known = left in self.whole and right in self.whole and len(left) > 2 and len(right) > 3
        return not known and _VOWEL.search(left + right) is not None


def _is_name(word: str) -> bool:
    """Whether a word is no syllable but an abbreviation, such as stands before a hyphen: `USG-SPONSORED`."""
    return _VOWEL.search(word) is None and len(word) > 3
