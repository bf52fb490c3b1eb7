"""The address that an annotation of a cable names as its target, and back."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from ...cable import canonical_id
from ...cable.cite import Source
from ..notes.meta import CableMeta

_URN = "urn:cablereader:cable:"
_PAGE = re.compile(r"(?P<name>[0-9A-Za-z]{5,60}?)(?:_[a-e])?(?:\.html?)?/?(?:[?#].*)?$")


def address_of(meta: CableMeta, source: Source | None = None) -> str:
    """Where the cable is on the web: from the page it was read from, or in the source chosen, else by its id.

    A cable without any of these has a name of our own, which no browser opens.
    """
    cited = meta.citation()
    chosen = cited.home(source) if source else None
    known = chosen.url if chosen else None
    if not known and not meta.url:
        public = cited.home("wikileaks")
        known = public.url if public else None
    return known or meta.url or f"{_URN}{quote(meta.key, safe='')}"


def key_of_address(address: str) -> str | None:
    """The key of the cable behind an address: our own name, or the id in the last part of a page's address."""
    if address.startswith(_URN):
        return unquote(address.removeprefix(_URN)) or None
    found = _PAGE.search(address.rpartition("/")[2] or address)
    return canonical_id(found["name"]) if found else None
