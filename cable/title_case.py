"""Turns a SUBJECT printed in capitals into the title a citation prints; capitals that mean something are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from .patterns import lazy

_SMALL = lazy(
    r"a|an|and|as|at|but|by|de|del|el|en|for|from|if|in|into|la|nor|of|off|on|onto|or|over|per|the|to|up|via|vs|with"
)
_ROMAN = lazy(r"[IVX]{2,}")
_WORD = lazy(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_ORDINAL = lazy(r"\d+(?:ST|ND|RD|TH|S)")
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
        before, after = folded[: match.start()], folded[match.end() : match.end() + 1]
        ends = index in (0, len(words) - 1) or bool(_STARTS_ANEW.search(before[-8:]))
        compound = after == "-" and not before.endswith("-")
        parts += [folded[position : match.start()], _cased(match[0], forms, small_too=not ends and not compound)]
        position = match.end()
    return "".join([*parts, folded[position:]])


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


def casing(texts: Iterable[str]) -> dict[str, str]:
    """How running text writes the words that are not plain: `{"TIP": "TIP", "NGOS": "NGOs", "MCCAIN": "McCain"}`.

    A word counts as written in capitals only where that is its commonest form; text all in capitals tells nothing.
    """
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        if text == text.upper():
            continue
        for word in _WORD.findall(text):
            plain = word.lower() if word in (word.lower(), word.capitalize()) else word
            forms.setdefault(word.upper(), Counter())[plain] += 1
    commonest = {word: counts.most_common(1)[0][0] for word, counts in forms.items()}
    return {word: form for word, form in commonest.items() if form != form.lower() and len(word) > 1}
