"""A text as it was given, looked at in the ways that renditions need."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..mapped import Mapped
from ..patterns import lazy
from . import markup, notation
from .facts import in_row, kind_of, labelled, lines_of

_LEVEL = (
    r"(?:UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE|RESTRICTED|[Uu] [Nn] [Cc] [Ll]|[Cc] [Oo] [Nn] [Ff]"
    r"|[Ss] [Ee] [Cc] [Rr]|[Ll] [Ii] [Mm] [Ii])"
)
_FIRST_LINE = lazy(
    r"\n[ \t]*+()(?:V?ZCZC[A-Z]{0,6}\d|(?:ZZ|OO|PP|RR) R[A-Z]{4,7}\b|DE R[A-Z]{3,7} {1,3}#?\d"
    r"|(?:[ZOPR]{1,2} {0,3}|0 ){0,3}\d{6}(?: ?Z {0,2}| {1,2})[A-Z][A-Za-z]{2,3}\.? {0,2}\d\d"
    r"|FM (?:AM|US|SEC|REO|AIT|IRAN)"
    r"|(?:ACTION|ORIGIN|INFO)[ \t]{1,8}[A-Z]{1,5}-\d\d"
    r"|PAGE[ \t]{1,8}\d\d(?:[ \t]|\n[ \t]*+[A-Z][A-Z .'-]{1,20} \d{4,6}\b)"
    rf"|{_LEVEL}[^\n]{{0,80}}? 0*[1-9]\d{{0,6}}\b)"
)
_LABELLED = lazy(r"\n[ \t]*+(?:SUBJ|TAGS|TO |INFO |REFS?:|E\.?O\.? ?\d|CLASSIFIED BY)[^\n]", re.I)
# A header of which the first lines are lost begins with its addressees.
_ADDRESSES = lazy(r"\s{0,9}(?:TO|INFO|XMT) (?:R[A-Z]{3,7}/)?[A-Z]{2}[^\na-z]{2,80}\n")
_STAMP = lazy(r"\s*(?:TOP SECRET|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|UNCLASSIFIED|RESTRICTED)\s*")
# Words of pages that list a telegram's fields above it, some with the telegram's own labels.
LISTS = ("Canonical ID", "PGP PUBLIC KEY BLOCK", "Public Library of US Diplomacy", "PUBLIC LIBRARY OF US DIPLOMACY")
# Below these words a page has a text of which it hides or lacks the header.
_HEADLESS = lazy(r"\n[ \t]*+(?:pdf {1,4}how-to read a cable|Show Headers)[ \t]*+\n\s*+(?=\S)")
_PAGE_HEADING = "Viewing cable"
_OF_RECORD = {"id", "created", "classification"}
_LONGEST_FACTS = 500


# Lines of the lists of facts that prints and records have: looked for at once, for most texts have none of them.
_OF_LIST = lazy(r"\n(?:Message Attributes|Capture Date:|refid:)")


class Given(NamedTuple):
    """A text with its notation undone (`plain`) and the place where a telegram begins in that (`begin`, or None).

    `has_list` tells whether a line is of the lists of facts that `nara_print` and `dump_record` look for.
    """

    source: str
    is_markup: bool
    plain: Mapped
    begin: int | None
    has_list: bool

    @property
    def above(self) -> str:
        """The text above the telegram."""
        return self.plain.text[: self.begin or 0]


def given(source: str) -> Given:
    """A text as the renditions look at it; of an archive page in HTML, from its heading on."""
    is_markup = markup.is_markup(source)
    plain = markup.text_of(source, max(source.find(_PAGE_HEADING), 0)) if is_markup else notation.plain(source)
    if ">" in source and not is_markup:
        plain = notation.unquoted(plain)
    begin = first_line(plain.text)
    if begin:
        plain = notation.unfenced(plain, begin)
    if begin and _STAMP.fullmatch(plain.text, 0, begin):
        begin = 0
    listed = begin and any(mark in plain.text[:begin] for mark in LISTS)
    if begin and not listed and plain.text.startswith("PAGE", begin) and _LABELLED.search("\n" + plain.text[:begin]):
        begin = 0
    if begin is None and _LABELLED.search("\n" + plain.text):
        begin = 0
    if begin and _ADDRESSES.match(plain.text):
        begin = 0
    if begin is None:
        below = _HEADLESS.search(plain.text)
        begin = below.end() if below else _below_facts(plain.text)
    return Given(source, is_markup, plain, begin, _OF_LIST.search(plain.text) is not None)


def _below_facts(text: str) -> int | None:
    """Where a text without a header begins below the id, time, level and origin that stand above it, if they do."""
    facts: set[str] = set()
    at = 0
    while at < min(len(text), _LONGEST_FACTS):
        end = text.find("\n", at) + 1 or len(text)
        line = "".join(lines_of(text[at:end]))
        kind = kind_of(line) if len(line) < _LONGEST_FACTS else None
        found = {kind} if kind else {*in_row(line), *labelled([line])}
        if line and not found:
            break
        facts |= found
        at = end
    return at if facts >= _OF_RECORD else None


def first_line(text: str, start: int = 0) -> int | None:
    """Where the first line of a telegram begins at or behind `start`."""
    head = text[start : start + 40].lstrip()
    if head.startswith("VZCZC"):
        return text.index("V", start)
    found = _FIRST_LINE.search("\n" + text, start)
    return found.start(1) - 1 if found else None
