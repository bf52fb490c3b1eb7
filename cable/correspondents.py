"""Who writes and who is written to, by the names that footnotes use: `AMEMBASSY MEXICO`, U.S. Embassy Mexico City."""

from __future__ import annotations

from functools import cache

from .patterns import lazy
from .title_case import title_case
from .vocabulary import Post, post
from .vocabulary.posts import by_compact

_OFFICES = {
    "AMEMBASSY": "U.S. Embassy",
    "AMEMB": "U.S. Embassy",
    "EMBASSY": "U.S. Embassy",
    "AMCONSUL": "U.S. Consulate",
    "AMCONGEN": "U.S. Consulate General",
    "CONSULATE": "U.S. Consulate",
    "USINT": "U.S. Interests Section",
    "USLO": "U.S. Liaison Office",
    "USOFFICE": "U.S. Office",
    "REO": "U.S. Regional Embassy Office",
    "USMISSION": "U.S. Mission",
    "MISSION": "U.S. Mission",
}
_SECRETARY = "Secretary of State"
_CAPITAL = lazy(r"\s+WASH(?:INGTON)?\s*(?:,?\s*D\.?\s?C\.?)?(?:\s+PRIORITY)?$")
_COLLECTIVE = lazy(r"\s+COLLECTIVE$")
_REMARK = lazy(r"\((?P<name>(?:U\.S\. )?[A-Z][^,;)]*?)(?: in some ids| \d{4}-\d\d)?[,;)]")


def correspondent(plad: str) -> str:
    """The proper name of an originator or addressee: an address as on FM and TO lines, or an archive's Origin field.

    What the table of posts does not know keeps its own words; collective addresses are put in title case.
    """
    printed = " ".join(plad.split())
    words = printed.upper()
    if words.startswith(("SECSTATE", "SECRETARY OF STATE", "DEPARTMENT OF STATE")):
        return _SECRETARY
    first, _, place = words.partition(" ")
    office = _OFFICES.get(first)
    known = post(place if office else words) or post(_CAPITAL.sub("", words))
    if known:
        return _name(known, office)
    if office and place:
        return f"{office} {title_case(place)}"
    collective = words.startswith("ALL ") or words.endswith(" COLLECTIVE")
    return title_case(_COLLECTIVE.sub("", words), {"US": "US", "EU": "EU", "NATO": "NATO"}) if collective else printed


def place_name(name: str) -> str:
    """What short citations call a post by its name in ids or reference numbers: `Mexico City`, `State`."""
    known = post(name)
    return _place(known) if known else title_case(name)


def _name(known: Post, office: str | None) -> str:
    if known.name == "STATE":
        return _SECRETARY
    remark = _REMARK.search(known.country)
    proper = remark["name"] if remark else None
    if known.kind == "department":
        return proper or known.name
    if known.kind == "mission" and proper and office in (None, "U.S. Mission"):
        if " to " in proper or known.city.split()[-1] in proper or known.city.startswith("("):
            return proper
        return f"{proper}, {known.city}" if " in " in proper else f"{proper} {known.city}"
    if office is None:
        office = {"embassy": "U.S. Embassy", "consulate": "U.S. Consulate"}.get(known.kind, "U.S. Mission")
    return f"{office} {_place(known)}"


def _place(known: Post) -> str:
    """The city, or the post's name where two embassies share a city (Rome and the Vatican)."""
    if known.kind == "department":
        return "State" if known.name == "STATE" else known.name
    return title_case(known.name) if known.city in _shared_cities() else known.city


@cache
def _shared_cities() -> frozenset[str]:
    cities = [known.city for known in by_compact().values() if known.kind == "embassy"]
    return frozenset(city for city in cities if cities.count(city) > 1)
