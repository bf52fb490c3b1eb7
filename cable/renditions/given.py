"""A text as it was given, looked at in the ways that renditions need; each look is taken once."""

from __future__ import annotations

import re
from functools import cached_property

from ..mapped import Mapped
from . import markup, notation

_LEVEL = (
    r"(?:UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE|RESTRICTED|[Uu] [Nn] [Cc] [Ll]|[Cc] [Oo] [Nn] [Ff]"
    r"|[Ss] [Ee] [Cc] [Rr]|[Ll] [Ii] [Mm] [Ii])"
)
_FIRST_LINE = re.compile(
    r"\n[ \t]*+()(?:V?ZCZC[A-Z]{0,6}\d|(?:ZZ|OO|PP|RR) R[A-Z]{4,7}\b|DE R[A-Z]{3,7} {1,3}#?\d"
    r"|(?:[ZOPR]{1,2} ){0,2}\d{6}Z? {1,2}[A-Z]{3} {1,2}\d\d|FM (?:AM|US|SEC|REO|AIT|IRAN)"
    r"|(?:ACTION|ORIGIN|INFO)[ \t]{1,8}[A-Z]{1,5}-\d\d|PAGE[ \t]{1,8}\d\d[ \t]"
    rf"|{_LEVEL}[^\n]{{0,80}}? 0*[1-9]\d{{0,6}}\b)"
)
_LABELLED = re.compile(r"\n[ \t]*+(?:SUBJ|TAGS|TO |INFO |REFS?:|E\.?O\.? ?\d|CLASSIFIED BY)[^\n]", re.I)
_PAGE_HEADING = "Viewing cable"


class Given:
    """A text with its notation undone (`plain`) and the place where a telegram begins in that (`begin`, or None)."""

    def __init__(self, source: str) -> None:
        """Look at nothing yet."""
        self.source = source

    @cached_property
    def is_markup(self) -> bool:
        """Whether the text is HTML."""
        return markup.is_markup(self.source)

    @cached_property
    def plain(self) -> Mapped:
        """The text without the notation of its copy; of an archive page, from its heading on."""
        if not self.is_markup:
            return notation.plain(self.source)
        heading = self.source.find(_PAGE_HEADING)
        return markup.text_of(self.source, max(heading, 0))

    @cached_property
    def begin(self) -> int | None:
        """Where the first line of a telegram stands in `plain`; 0 for a piece of one that has labels only."""
        found = first_line(self.plain.text)
        if found is None and _LABELLED.search("\n" + self.plain.text):
            return 0
        return found

    @cached_property
    def above(self) -> str:
        """The text above the telegram."""
        return self.plain.text[: self.begin or 0]


def first_line(text: str, start: int = 0) -> int | None:
    """Where the first line of a telegram begins at or behind `start`."""
    head = text[start : start + 40].lstrip()
    if head.startswith("VZCZC"):
        return start + text[start:].index("V")
    found = _FIRST_LINE.search("\n" + text, start)
    return found.start(1) - 1 if found else None
