"""Canonical ids: two-digit year, compact post name, number without leading zeros, such as `06MEXICO4964`."""

from __future__ import annotations

from functools import lru_cache

from .patterns import lazy
from .vocabulary.posts import by_compact, compact, cut_names, post

_LONGEST = 80
_ID = lazy(
    r"(?:(\d\d)\1|(?:19|20)?(\d\d))[ _-]?"  # 06, 2006, and the doubled year of 7575LIBREVILLE1895
    r"([A-Z][A-Z .'’-]{1,40}?)"
    r"[ _-]?0{0,8}([1-9]\d{0,6})"
    r"(?:(?:TOSEC|ZFR|ZDK)\d{1,7})?(?:_[A-Z])?"
)
# Words between class and number that a program took for the post: 09SECTION01OF03SANJOSE525, 09EFTORIYADH1110.
_SECTION = lazy(r"(\d\d|\d{4})[SECTIONKQ]{0,9}[0-9Q]{1,2}(?:[OGQ]?F|O)\d{1,2}(?=[A-Z])")
_STRAY = lazy(
    r"\A(?:(?:EFTO|S?S?IFIED|NOFORN|SENSITIVE|SIPDIS|CORRECTEDCOPY|(?:AM)?EMBASSY|(?:AM)?CONSUL|USMISSION|USINT)"
    r"(?=[A-Z]{3}))+"
)
_DUPLICATE = lazy(r"\d{3,6}(?:SUSPECTED)?DUPLICATE(?=\d)")
_AIT_SINCE = 1980
_SHORTEST_GARBLED = 3
# The posts of a library, each in the years of its telegrams.
_KEPT = 8192


def full_year(two_digits: int) -> int:
    """The year of a two-digit id year: 66 to 99 are 1966-1999, 00 to 65 are 2000-2065."""
    return two_digits + (1900 if two_digits >= 66 else 2000)


def make_id(year: int, place: str, number: int) -> str:
    """The canonical id of a post's telegram of a year (four digits); an unknown post stays as it is written."""
    return f"{_year_and_post(year, place)}{number}"


@lru_cache(_KEPT)
def post_name(place: str) -> str:
    """A post as ids write it, mended where it is cut or garbled; an unknown one as it is written, behind such words."""
    bare = _STRAY.sub("", compact(place))
    known = post(place, _SHORTEST_GARBLED) or post(bare, _SHORTEST_GARBLED)
    return known.compact if known else bare


@lru_cache(_KEPT)
def _year_and_post(year: int, place: str) -> str:
    name = post_name(place)
    if name == "TAIPEI" and year >= _AIT_SINCE:
        name = "AITTAIPEI"
    return f"{year % 100:02}{name}"


def canonical_id(text: str) -> str | None:
    """The canonical form of any spelling of a cable's id, or None for what is no id.

    Accepts two and four-digit years, spaces, leading zeros, PlusD's suffixes and six-letter posts, aliases
    (`05RIO123`), and the malformed ids of the archives where the post can be told (`09EFTORIYADH1110`).
    """
    if len(text) > _LONGEST:
        return None
    plain = _DUPLICATE.sub("", _SECTION.sub(r"\1", text.strip().upper()))
    found = _ID.fullmatch(plain)
    if not found:
        return None
    place = compact(found[3])
    if place not in by_compact():
        place = cut_names().get(place, place)
    return make_id(full_year(int(found[1] or found[2])), place, int(found[4]))
