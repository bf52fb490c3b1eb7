"""A message of the system that took the place of telegrams from 2009 on: their fields under other labels.

`MRN`, `Date/DTG`, `From`, `Action` and `Info` say what a telegram's first lines say, and are read as these.
"""

from __future__ import annotations

from ..mapped import Mapped
from ..patterns import lazy
from .rendered import Rendered

_MARK = "MRN:"
_TELEGRAM = "VZCZC"
_WITHIN = 4000
_TOP = 1500
_NUMBER = lazy(r"MRN:[ \t]{0,30}((?:19|20)?\d\d) ([A-Z][A-Z .'-]{1,30}) (\d{1,7})[ \t]*(?=\n|\Z)")
_GROUP = lazy(r"\n[ \t]*+Date/DTG:[^\n]{0,60}?()(?=\d{6}Z [A-Z]{3} \d\d)")
_LABELS = (
    (lazy(r"\n[ \t]*+()From:[ \t]*"), "FM "),
    (lazy(r"\n[ \t]*+()Action:[ \t]*"), "TO "),
    (lazy(r"\n[ \t]*+()Info:[ \t]*"), "INFO "),
    (lazy(r"\n[ \t]*+()E\.O\.:[ \t]*(?=\d)"), "E.O. "),
    (lazy(r"\n[ \t]*+()(?:Captions|Pass Line):[ \t]*"), ""),
    (lazy(r"\n[ \t]*+()Signature:[ \t]*"), ""),
)
_ADDRESSES = lazy(r"\n[ \t]*+(?:Action|Info):[^\n]*+(?:\n[ \t]++(?![A-Z][A-Za-z.]{1,9}:)[^\n]++)*+")
_BEHIND = lazy(r"\n[ \t]*+(?:Drafted|Cleared|Approved|Released) By:")
_SIGNED = "\nSignature:"


def relabelled(rendered: Rendered) -> Rendered:
    """Such a message with the labels of a telegram, its number as the page's id; any other text as it is."""
    telegram = rendered.telegram
    if telegram.text.startswith(_TELEGRAM):
        return rendered
    at = telegram.text.find(_MARK, 0, _TOP)
    number = _NUMBER.match(telegram.text, at) if at >= 0 else None
    if not number:
        return rendered
    text = telegram.text
    signed = text.rfind(_SIGNED)
    behind = _BEHIND.search(text, max(signed, at))
    end = behind.start() if behind else len(text)
    group = _GROUP.search(text, 0, _WITHIN)
    cuts = [(group.start() + 1, group.start(1), "")] if group else []
    for label, meant in _LABELS:
        found = label.search(text, max(signed, 0) if label is _LABELS[-1][0] else 0, end)
        if found:
            cuts.append((found.start(1), found.end(), meant))
    for listed in _ADDRESSES.finditer(text, 0, min(end, _WITHIN)):
        cuts.extend((at, at + 1, "\n") for at in range(*listed.span()) if text[at] == ";")
    page = {"id": f"{number[1]}{number[2]}{number[3]}", **rendered.page}
    return rendered._replace(telegram=_with(telegram, sorted(cuts), end), page=page)


def _with(telegram: Mapped, cuts: list[tuple[int, int, str]], end: int) -> Mapped:
    """The text up to `end` with something else in place of some stretches."""
    parts: list[Mapped] = []
    position = 0
    for first, last, meant in cuts:
        if first < position or last > end:
            continue
        parts.append(telegram.part(position, first))
        place = telegram.to_source(first)
        parts.append(Mapped(meant, (), place, place))
        position = last
    parts.append(telegram.part(position, end))
    return Mapped.chain(parts)
