"""A print of the National Archives, 1973-79: the telegram, then a list of its attributes."""

from __future__ import annotations

from ..patterns import lazy
from .facts import labelled, lines_of
from .given import Given
from .rendered import Rendered

_HEADING = "\nMessage Attributes"
_END = "<< END OF DOCUMENT >>"
_CAPTURED = "\nCapture Date:"
_FIRST_ATTRIBUTE = lazy(r"\n(?:-{3,20}[ \t]*+\n)?Capture Date:[ \t]")


def read(given: Given) -> Rendered | None:
    """The telegram above the attributes, and what they say."""
    if given.begin is None or not given.has_list:
        return None
    end = end_of_text(given.plain.text, given.begin)
    if end is None:
        return None
    page = labelled(lines_of(given.plain.text[end:]))
    return Rendered("nara print", given.plain.part(given.begin, end), page)


def end_of_text(text: str, begin: int) -> int | None:
    """Where the telegram that begins at `begin` ends above the list of its attributes; None where there is no list."""
    end = text.rfind(_HEADING, begin) if _HEADING in text else -1
    if end < begin:
        unheaded = _FIRST_ATTRIBUTE.search(text, begin) if _CAPTURED in text else None
        return unheaded.start() if unheaded else None
    mark = text.rfind(_END, begin, end)
    return mark if mark >= 0 and not text[mark + len(_END) : end].strip() else end
