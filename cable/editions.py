"""The publication a text was taken from, as far as the page around the telegram names it: for citations."""

from __future__ import annotations

from .model import Cable

_NAMED = {
    "public library of us diplomacy": "WikiLeaks, Public Library of US Diplomacy",
    "wikileaks": "WikiLeaks",
}
_PAGES = ("plusd page", "archive page", "archive page text", "viewer page")
_MOST_CHROME = 20_000


def edition(cable: Cable) -> str | None:
    """The publication and the text's address in it, or None where nothing around the text says so.

    A released print names its case; a page names its site; the Archives' prints have a list of attributes.
    """
    page = cable.page
    if cable.rendition == "foia print" and "case" in page:
        document = f", document {page['document']}" if "document" in page else ""
        return f"U.S. Department of State, case {page['case']}{document}"
    if cable.rendition == "nara print":
        return _at("U.S. National Archives", cable)
    if cable.rendition in _PAGES:
        around = " ".join(cable.source[s.start : s.end] for s in cable.spans if s.role == "chrome")[
            :_MOST_CHROME
        ].lower()
        return next((_at(name, cable) for mark, name in _NAMED.items() if mark in around), None)
    return None


def _at(name: str, cable: Cable) -> str:
    """The publication with the id that its page has, where that differs from the telegram's own."""
    identifier = cable.page.get("id")
    return f"{name}, {identifier}" if identifier and identifier != cable.id else name
