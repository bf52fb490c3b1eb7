"""Reads the fields of a plain header out of the one match that finds them: what most telegrams need, and all they need.

Each value is read by the module of its field, as in `head`; what is saved is the layout, label by label. What is not
plain to the first paragraph is left to that.
"""

from __future__ import annotations

from . import authority, classification, extents, order, pass_lines, plain, routing, subject, tags
from .captions import captions
from .draft import STRAY, Draft
from .label_patterns import Field, Label
from .labels import WINDOW, glued, inside

_OF = plain.GROUPS
_VALUES = (
    *(_OF["prosign"], _OF["station"] + 1, _OF["date"], _OF["from"] + 1, _OF["to"] + 1, _OF["info"] + 1),
    *(_OF["caption"], _OF["caption"] + 2, _OF["executive_order"], _OF["tags"] + 1),
)
_CLASSIFIED = _OF["classification"]
_BELOW = [(kind, _OF[kind]) for kind in ("subject", "references", "classified_by", "page")]
_CODES = _OF["tags"] + 1
_NOTHING: tuple[list[str], list[str]] = ([], [])


def read(text: str) -> tuple[Draft, int] | None:
    """What the fields of a plain header say, and where the body begins; None where the header is not plain."""
    found = plain.PLAIN.match(text)
    stop = plain.stop_of(found) if found else -1
    if found is None or stop < 0:
        return None
    begin, end = found.span(_CLASSIFIED)
    # Not `regs`: that makes a tuple of each of many groups.
    begins = found.start
    below = [(kind, start, begins(group + 1)) for kind, group in _BELOW if (start := begins(group)) >= 0]
    first = below[0][1]
    if inside(text, begin, min(stop, below[-1][2] + WINDOW)) or glued(text, begin, below[1][1] if below[1:] else stop):
        return None
    if not plain.in_tags(text, *found.span(_CODES)) or extents.in_header(
        text, stop, listed=below[-1][0] == "references"
    ):
        return None
    line = classification.read(text, begin, extents.line_end(text, begin, first))
    fields = _fields(text, below, stop)
    if line.number is None or fields is None:
        return None
    prosign, station, group, sender, to, info, caption, second, named, codes = found.group(*_VALUES)
    letters, date = routing.date_time_group(group) if group else ((), None)
    receiving, excluded = routing.addressees(to) if to else _NOTHING
    informed, left_out = routing.addressees(info) if info else _NOTHING
    known, split = tags.read(codes)
    draft = Draft(
        date=date,
        precedence=letters or (routing.precedence(prosign[:2]) if prosign else ()),
        sender=routing.addressee(sender) if sender else None,
        serial=routing.serial(station) if station else None,
        to=receiving,
        info=informed,
        excluded=excluded + left_out,
        line=line,
        captions=_captions(line.captions, caption, second),
        order=[order.join(named)] if named else [],
        tags=dict.fromkeys(known),
        split=list(split),
    )
    if STRAY not in draft.captions and text.find(STRAY, end, first) >= 0:
        draft.captions[STRAY] = None
    for kind, _, content, last in fields:
        if kind == "subject":
            draft.subject = subject.join(text[content:last])
        elif kind == "references":
            draft.references = [text[content:last]]
        elif kind == "classified_by":
            draft.authority = authority.join(text, content, last)
    body_start = extents.line_start(text, fields[-1][3])
    return draft, body_start if body_start == stop else pass_lines.behind(text, body_start, stop)


def _captions(said: tuple[str, ...], *lines: str | None) -> dict[str, None]:
    """The captions of the classification line and of the lines below it, each once, in order."""
    found = dict.fromkeys(said)
    for line in lines:
        if line:
            found.update(dict.fromkeys(captions(line)))
    return found


def _fields(text: str, labels: list[Label], stop: int) -> list[Field] | None:
    """The fields from the subject on; None where something stands between two of them."""
    fields: list[Field] = []
    limit = stop
    for kind, start, content in reversed(labels):
        end = extents.trimmed(text, content, extents.end_of(kind)(text, content, limit))
        if (limit != stop or kind == "page") and not text[end:limit].isspace():
            return None
        fields.append((kind, start, content, end))
        limit = start
    return fields[::-1]
