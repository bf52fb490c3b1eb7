"""Marks that open an item of a list: dashes, bullets, letters, small numbers."""

from __future__ import annotations

from collections.abc import Sequence

from ..patterns import lazy

MOST_BELOW = 80
"""How many lines tell whether a letter that opens a line is the first of a list."""

_INITIAL = lazy(r"[A-Z]\. [A-Z][A-Za-z'’-]+")

_ITEM = lazy(
    r"(?P<dash>--?(?!-)(?=\s*[\w\"'($#])|[*\u2022\u00b7\u25aa\u2013\u2014](?=\s*\S)|[o+>](?=\s+\S))"
    r"|(?P<letter>\(?[A-Za-z][.)])(?=\s*[A-Z\"(]|\s+\S)(?!\s?[A-Z]\.)"
    r"|(?P<number>\(?\d{1,2}[.)])(?!\d)(?=\s*[A-Z\"(]|\s+\S)"
    r"|(?P<roman>\(?(?:[ivx]{1,5}|[IVX]{2,5})[.)])(?=\s*\S)"
)
_HEADS = frozenset("-*\u2022\u00b7\u25aa\u2013\u2014o+>(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def bullet_at(text: str) -> str | None:
    """The mark of a list that a line begins with: a dash, a bullet, or a letter or number with its point or bracket."""
    if text[0] not in _HEADS or (text[0].isalpha() and text[1:2] not in (".", ")", " ", "i", "v", "x", "I", "V", "X")):
        return None
    found = _ITEM.match(text)
    return found[0] if found else None


def follows(bullet: str, last: str | None) -> bool:
    """Whether a mark may come now, `last` being the list's mark before it: dashes always, letters in their order."""
    sign = bullet.strip("().")
    if not sign or not sign.isalnum() or bullet == "o":
        return True
    if sign.lower() in ("a", "i", "1"):
        return True
    before = (last or "").strip("().")
    if not before:
        return False
    if sign.isdigit():
        return before.isdigit() and 0 < int(sign) - int(before) <= 2
    if len(sign) == 1 and len(before) == 1 and 0 < ord(sign) - ord(before) <= 2:
        return True
    return set(sign.lower() + before.lower()) <= set("ivx")


def like(bullet: str, last: str | None) -> bool:
    """Whether two marks are of one list."""
    return last is not None and (bullet == last or (_form(bullet) == _form(last) and follows(bullet, last)))


def in_sentence(bullet: str, text: str) -> bool:
    """Whether the mark that opens a line may stand in the middle of a sentence: `determined: (1) not to have made`.

    In capitals too, where the next mark stands on the same line: `(1) THE MAYOR, (2) THE BISHOP`.
    """
    if bullet[-1] != ")" or not bullet[-2].isalnum():
        return False
    rest = text[len(bullet) :]
    return rest.lstrip()[:1].islower() or f"{bullet[:-2]}{chr(ord(bullet[-2]) + 1)})" in rest


def _form(bullet: str) -> str:
    sign = bullet.strip("().")
    kind = "number" if sign.isdigit() else "small" if sign.islower() else "capital" if sign else bullet
    return bullet.replace(sign, kind) if sign else bullet


def opens_name(texts: Sequence[str]) -> bool:
    """Whether a letter opens no list but a name: `I. Maron, the judge`; no line below has the next letter."""
    if not _INITIAL.match(texts[0]):
        return False
    letter = texts[0][0]
    following = (f"{chr(ord(letter) + 1)}.", f"{letter * 2}.")
    return not any(text.startswith(following) for text in texts[1:])
