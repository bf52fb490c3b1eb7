"""Reads the fields of a plain header out of the one match that finds them: what most telegrams need, and all they need.

Each value is read by the module of its field, as in `head`; what is saved is the layout, label by label. What is not
plain to the first paragraph is left to that.
"""

from __future__ import annotations

import re
from functools import lru_cache

from . import authority, classification, extents, order, pass_lines, plain, routing, subject, tags
from .captions import captions
from .draft import STRAY, Draft
from .label_patterns import Field, Label
from .labels import WINDOW, glued, inside

_OF = plain.GROUPS
_VALUES = (
    *(_OF["prosign"], _OF["station"] + 1, _OF["date"], _OF["from"] + 1, _OF["to"] + 1, _OF["info"] + 1),
    *(_OF["passed"], _OF["executive_order"], _OF["tags"] + 1),
)
_CLASSIFIED, _PASSED, _TAGS, _STOP = _OF["classification"], _OF["passed"], _OF["tags"], _OF["stop"]
# Of many cables of a post these lines are alike.
_KEPT = 4096
_LONGEST_KEPT = 200
_NOTHING: tuple[list[str], list[str]] = ([], [])


def read(text: str, found: re.Match[str]) -> tuple[Draft, int] | None:
    """What the fields of a plain header say, and where the body begins; None where the header is not plain.

    `found` is where `plain` found it.
    """
    stop = found.start(_STOP)
    if stop < 0:
        return None
    begin = found.start(_CLASSIFIED)
    above: Label = ("tags", *found.span(_TAGS + 1))
    labels = plain.labels(found) or [above]
    if inside(text, begin, min(stop, labels[-1][2] + WINDOW)) or glued(
        text, begin, labels[1][1] if len(labels) > 1 else stop
    ):
        return None
    if not _all_tags(text, *above[1:]) or extents.in_header(text, stop, listed=labels[-1][0] == "references"):
        return None
    line = classification.read(text, begin, extents.line_end(text, begin, len(text)))
    fields = _fields(text, labels, stop)
    if line.number is None or fields is None:
        return None
    prosign, station, group, sender, to, info, passed, named, codes = found.group(*_VALUES)
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
        captions=dict.fromkeys((*line.captions, *_captions(passed))),
        order=[order.join(named)] if named else [],
        tags=dict.fromkeys(known),
        split=list(split),
    )
    first = labels[0][1] if labels[0][0] == "subject" else above[1]
    if STRAY not in draft.captions and text.find(STRAY, found.end(_CLASSIFIED), first) >= 0:
        draft.captions[STRAY] = None
    _fill(draft, text, fields)
    body_start = extents.line_start(text, fields[-1][3])
    return draft, body_start if body_start == stop else pass_lines.behind(text, body_start, stop)


def _fill(draft: Draft, text: str, fields: list[Field]) -> None:
    """Put down what stands below the TAGS: subject, references, authority and reasons."""
    for kind, _, content, last in fields:
        if kind == "subject":
            draft.subject = subject.join(text[content:last])
        elif kind == "references":
            draft.references = [text[content:last]]
        elif kind == "classified_by":
            draft.authority = authority.join(text, content, last)
        elif kind == "reasons" and draft.authority:
            draft.authority = " ".join(filter(None, (draft.authority, authority.join(text, content, last))))


def _all_tags(text: str, content: int, end: int) -> bool:
    """Whether what stands plainly as the value of TAGS is all of that: the words of its second line tell, if any."""
    return text.find("\n", content, end) < 0 or tags.end_of(text, content, end) == end


def _captions(passed: str) -> tuple[str, ...]:
    """The captions on lines below the classification line."""
    return _found(passed) if len(passed) < _LONGEST_KEPT else _found.__wrapped__(passed)


@lru_cache(_KEPT)
def _found(passed: str) -> tuple[str, ...]:
    lines = plain.caption_lines(passed, 0, len(passed))
    return tuple(caption for _, start, _, end in lines for caption in captions(passed[start:end]))


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
