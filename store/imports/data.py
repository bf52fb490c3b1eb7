"""Notes in JSON: our own, W3C annotations, and what Hypothesis exports."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import NoReturn

from ...cable.anchors import Anchor, snapshot_id
from ..export.addresses import key_of_address
from ..export.annotations import NOBODY
from ..export.tables import FORMAT
from ..notes.meta import CableMeta
from ..notes.model import Json, Note, clean_record, clean_tags
from .arrival import Arrival, note_id, quoted

_OURS = "cablereader:"


def read_json(text: str, problems: list[str]) -> list[Arrival]:
    """The notes in a JSON text of any of the three kinds; what is damaged is told in `problems`.

    Raises ValueError where it is no JSON, or JSON of another kind.
    """
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(data, dict):
        raise ValueError("it is JSON, but holds no notes")
    if data.get("format") == FORMAT:
        return [*_each(_own, data.get("notes"), problems, data)]
    if isinstance(data.get("annotations"), list):
        return [*_each(_hypothesis, data["annotations"], problems, data)]
    if "@context" in data:
        return [*_each(_annotation, _items(data), problems, data)]
    raise ValueError("it is JSON, but neither notes of ours, nor annotations of the W3C or of Hypothesis")


def _each(make: Callable[[Json, Json], Arrival], items: object, problems: list[str], data: Json) -> Iterator[Arrival]:
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        try:
            if not isinstance(item, dict):
                raise ValueError("it is no record")
            yield make(clean_record(item), data)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            problems.append(f"note {number}: {error}")


def _own(item: Json, data: Json) -> Arrival:
    cables, texts = data.get("cables"), data.get("texts")
    note = Note.from_dict(note_id(_text(item, "note_id")), item)
    known = cables.get(note.cable) if isinstance(cables, dict) else None
    text = texts.get(note.anchor.snapshot) if isinstance(texts, dict) else None
    good = isinstance(text, str) and snapshot_id(text) == note.anchor.snapshot
    return Arrival(note, _meta(note.cable, known), whole=True, text=text if good else None)


def _annotation(item: Json, data: Json) -> Arrival:
    bodies = [body for body in _several(item.get("body")) if isinstance(body, dict)]
    words = [_text(body, "value") for body in bodies if body.get("purpose") != "tagging"]
    tags = [_text(body, "value") for body in bodies if body.get("purpose") == "tagging"]
    body = "\n\n".join([*words, *(text for text in _several(item.get("bodyValue")) if isinstance(text, str))])
    target = next(iter(_several(item.get("target"))), None)
    address = target if isinstance(target, str) else _maybe(target, "source") or _maybe(target, "id")
    selectors = _several(target.get("selector")) if isinstance(target, dict) else []
    anchor, cable, rev = (item.get(f"{_OURS}{name}") for name in ("anchor", "cable", "revision"))
    meta = _meta(_maybe(cable, "key") or key_of_address(address), cable)
    times = (_maybe(item, "created"), _maybe(item, "modified"))
    by = _maybe(next(iter(_several(item.get("creator"))), None), "name")
    arrival = _arrival(_text(item, "id"), meta, body, tags, times, selectors, by)
    if not isinstance(anchor, dict) or not isinstance(rev, int) or meta is None:
        return arrival
    return Arrival(_whole(arrival.note, item, Anchor.from_dict(anchor), rev), meta, whole=True)


def _hypothesis(item: Json, data: Json) -> Arrival:
    targets = _several(item.get("target"))
    address = _maybe(item, "uri") or _maybe(next(iter(targets), None), "source")
    selectors = [each for target in targets if isinstance(target, dict) for each in _several(target.get("selector"))]
    tags = [tag for tag in _several(item.get("tags")) if isinstance(tag, str)]
    times = (_maybe(item, "created"), _maybe(item, "updated"))
    key = key_of_address(address or "")
    identity = _maybe(item, "id") or f"{address} {_maybe(item, 'text')} {selectors}"
    by = _maybe(item.get("user_info"), "display_name") or _account(_maybe(item, "user"))
    author = "" if by == NOBODY else by
    return _arrival(identity, _meta(key, None), _maybe(item, "text"), tags, times, selectors, author)


def _account(user: str) -> str:
    """The name in `acct:name@host`."""
    return user.removeprefix("acct:").partition("@")[0]


def _arrival(
    identity: str,
    meta: CableMeta | None,
    body: str,
    tags: list[str],
    times: tuple[str, str],
    selectors: list[object],
    author: str,
) -> Arrival:
    quote = next((each for each in selectors if isinstance(each, dict) and each.get("type") == "TextQuoteSelector"), {})
    exact, prefix, suffix = (_maybe(quote, name) for name in ("exact", "prefix", "suffix"))
    key = meta.key if meta else ""
    created = _time(times[0]) or datetime.now(UTC)
    updated = _time(times[1]) or created
    anchor = quoted(key, exact, prefix, suffix)
    note = Note(note_id(identity), key, body, clean_tags(tags), anchor, created, updated, author=author)
    return Arrival(note, meta, prefix=prefix, suffix=suffix)


def _whole(note: Note, item: Json, anchor: Anchor, rev: int) -> Note:
    """A note of ours, with all that it says of its place."""
    if rev < 1:
        raise ValueError("its revision is no number")
    until, between = item.get(f"{_OURS}until"), _several(item.get(f"{_OURS}between"))
    return replace(
        note,
        anchor=anchor,
        rev=rev,
        color=_maybe(item, f"{_OURS}color"),
        until=Anchor.from_dict(until) if isinstance(until, Mapping) else None,
        between=tuple(text for text in between if isinstance(text, str)),
    )


def _meta(key: str | None, data: object) -> CableMeta | None:
    return CableMeta.from_dict(key, data if isinstance(data, Mapping) else {"id": key}) if key else None


def _items(data: Json) -> list[object]:
    """The annotations of a collection, of a page, or a single one."""
    if data.get("type") == "Annotation":
        return [data]
    pages = [data, *_several(data.get("first"))]
    return [item for page in pages if isinstance(page, dict) for item in _several(page.get("items"))]


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _maybe(data: object, name: str) -> str:
    """A text in a record; an empty one where it is not there."""
    value = data.get(name) if isinstance(data, Mapping) else None
    return value if isinstance(value, str) else ""


def _text(data: Mapping[str, object], name: str) -> str:
    value = data.get(name)
    if not isinstance(value, str):
        raise ValueError(f"its {name} is missing")
    return value


def _time(text: str) -> datetime | None:
    if not text:
        return None
    time = datetime.fromisoformat(text)
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
