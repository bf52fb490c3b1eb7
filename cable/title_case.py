"""Turns a SUBJECT printed in capitals into the title a citation prints; capitals that mean something are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .patterns import lazy

if TYPE_CHECKING:
    import re

_SMALL = lazy(
    r"a|an|and|as|at|but|by|de|del|el|en|for|from|if|in|into|la|nor|of|off|on|onto|or|over|per|the|to|up|via|vs|with"
)
_ROMAN = lazy(r"[IVX]{2,}")
_WORD = lazy(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+){0,2}")
_ORDINAL = lazy(r"\d+(?:ST|ND|RD|TH|S)")
_NEAR = 8
_MOST_INITIALS = 12
_STARTS_ANEW = lazy(r"(?:[:;?!–—]|--|\s-)[\s\"“(]*$")


def title_case(text: str, known: Mapping[str, str] | None = None) -> str:
    """`text` in title case if it is all in capitals, else as it is; white space is folded.

    `known` maps a word in capitals to the way it is written: `{"TIP": "TIP", "NGOS": "NGOs", "MCCAIN": "McCain"}`.
    """
    folded = " ".join(text.split())
    if folded != folded.upper():
        return folded
    words = list(_WORD.finditer(folded))
    forms = known or {}
    parts: list[str] = []
    position = 0
    for index, match in enumerate(words):
        before = folded[max(match.start() - _NEAR, 0) : match.start()]
        after = folded[match.end() : match.end() + 1]
        ends = index in (0, len(words) - 1) or bool(_STARTS_ANEW.search(before))
        compound = after == "-" and not before.endswith("-")
        spelt_out = (
            before.endswith("(")
            and after == ")"
            and _are_initials(match[0], words[max(index - _MOST_INITIALS, 0) : index])
        )
        cased = match[0] if spelt_out else _cased(match[0], forms, small_too=not ends and not compound)
        parts += [folded[position : match.start()], cased]
        position = match.end()
    return "".join([*parts, folded[position:]])


def _are_initials(word: str, before: Sequence[re.Match[str]]) -> bool:
    """Whether a word is made of the first letters of the words before it, with or without the small ones."""
    words = [match[0] for match in before]
    every = "".join(other[0] for other in words)
    great = "".join(other[0] for other in words if not _SMALL.fullmatch(other.lower()))
    return len(word) > 1 and (every.endswith(word) or great.endswith(word))


def _cased(word: str, known: Mapping[str, str], *, small_too: bool) -> str:
    stem, mark, ending = word.partition("'" if "'" in word else "’")
    if small_too and _SMALL.fullmatch(word.lower()):
        return word.lower()
    if word in known:
        return known[word]
    if mark and len(stem) == 1:  # O'BRIEN
        return f"{stem}{mark}{_cased(ending, known, small_too=False)}"
    if mark:  # MEXICO'S, GOM'S, DON'T
        return f"{_cased(stem, known, small_too=False)}{mark}{ending.lower()}"
    if _ORDINAL.fullmatch(word):
        return word.lower()
    if "." in word or _ROMAN.fullmatch(word) or any(letter.isdigit() for letter in word):
        return word
    return word.capitalize()


def casing(title: str, texts: Iterable[str]) -> dict[str, str]:
    """How running text writes the words of a title: `{"TIP": "TIP", "NGOS": "NGOs", "BELL": "Bell"}`.

    The commonest form of a word counts; text all in capitals tells nothing, nor does a single letter.
    """
    forms: dict[str, Counter[str]] = {word: Counter() for word in _WORD.findall(title.upper()) if len(word) > 1}
    for text in texts:
        if text != text.upper():
            for word in _WORD.findall(text):
                if word.upper() in forms:
                    forms[word.upper()][word.capitalize() if word == word.lower() else word] += 1
    return {word: counts.most_common(1)[0][0] for word, counts in forms.items() if counts}
