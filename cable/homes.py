"""Where a telegram can be looked up: its address and name in the places that publish it, as far as its id tells them.

Nothing is made up: what the id and the page around the text do not say stays a blank in square brackets, or away.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from .patterns import lazy
from .vocabulary import post

Source = Literal["wikileaks", "aad", "frus", "foia", "own"]
SOURCES: tuple[Source, ...] = get_args(Source)

WIKILEAKS = "WikiLeaks, Public Library of US Diplomacy"
ELECTRONIC_TELEGRAMS = (
    "Central Foreign Policy Files, 1973–79/Electronic Telegrams",
    "RG 59: General Records of the Department of State",
    "U.S. National Archives",
)
"""The file, the series and the holder of what the Archives have on-line."""

_ID = lazy(r"(\d\d)(.+?)(\d+)")
_NUMBER = lazy(r"\b19[67]\d[A-Z]{2,}\d{4,}\b")
_FRUS_URL = lazy(r"https?://history\.state\.gov/historicaldocuments/(?P<volume>[\w-]+)/d(?P<document>\d+)\S*")
_FRUS = "Foreign Relations of the United States"
_FOIA = "U.S. Department of State, Freedom of Information Act Virtual Reading Room"
_OWN = "copy in the author’s possession"
_ON_LINE = range(73, 80)
_PLUSD = "https://wikileaks.org/plusd/cables/{}.html"
_PLUSD_URL = lazy(r"https?://(?:www\.)?wikileaks\.org/plusd/cables/(?P<name>[\w-]+)\.html")


class Home(NamedTuple):
    """A place that has a telegram: what a citation calls it, the telegram's name there, and its address."""

    archive: str
    location: str | None = None
    url: str | None = None

    def edition(self, identifier: str | None) -> str:
        """The place and the telegram's name there, where that is not its id over again."""
        known = self.location is None or (identifier is not None and self.location.startswith(identifier))
        return self.archive if known else f"{self.archive}, {self.location}"


def home(
    source: Source,
    identifier: str | None,
    origin: str | None = None,
    edition: str | None = None,
    url: str | None = None,
) -> Home | None:
    """Where `source` has the telegram; None where it has none, or none that an id leads to.

    `edition` and `url` are what the page around the text said; they are used where they speak of the same source.
    """
    if source == "wikileaks":
        return _wikileaks(identifier, origin, edition, url)
    if source == "aad":
        number = document_number(identifier, origin, edition)
        return Home(", ".join(ELECTRONIC_TELEGRAMS), number) if number else None
    if source == "frus":
        found = _FRUS_URL.fullmatch(url or "")
        if found:
            return Home(f"{_FRUS}, {found['volume']}", f"doc. {found['document']}", url)
        return Home(f"{_FRUS}, [volume]", "doc. [number]")
    if source == "foia":
        return Home(edition if edition and edition.startswith("U.S. Department of State, case") else _FOIA)
    return Home(_OWN)


def document_number(identifier: str | None, origin: str | None = None, edition: str | None = None) -> str | None:
    """The number of a telegram of 1973 to 1979 in the Archives: `1973SANTIA04153`; None for another year.

    Taken from the edition that the page around the text named, else made: the year, the first six letters of the post,
    five digits.
    """
    printed = _NUMBER.search(edition or "")
    if printed:
        return printed[0]
    parts = _ID.fullmatch(identifier or "")
    if not parts or int(parts[1]) not in _ON_LINE:
        return None
    known = post(parts[2])
    place = (origin or "").upper().partition(" ")[2]
    spaced = known.name if known else place if place.replace(" ", "") == parts[2] else parts[2]
    return f"19{parts[1]}{spaced[:6].replace(' ', '')}{int(parts[3]):05}"


def _wikileaks(identifier: str | None, origin: str | None, edition: str | None, url: str | None) -> Home | None:
    found = _PLUSD_URL.fullmatch(url or "")
    if found:
        return Home(WIKILEAKS, found["name"], url)
    if not _ID.fullmatch(identifier or ""):
        return None
    year = int((identifier or "")[:2])
    number = document_number(identifier, origin, edition) if year in _ON_LINE else None
    if number is None:
        name = f"{identifier}_a"
    elif year < 77:
        name = f"{number}_b"
    elif year == 77:
        name = f"{number}_c"
    else:
        return Home(WIKILEAKS, number)  # two collections share these years: the address is not certain
    return Home(WIKILEAKS, name, _PLUSD.format(name))
