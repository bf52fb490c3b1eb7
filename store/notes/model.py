"""Notes as data: immutable records, and their form in the JSON of a note file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from ...cable.anchors import Anchor, anchor_label, range_label

Json = dict[str, object]
"""A JSON object."""

COLORS = ("yellow", "green", "blue", "pink", "orange")
"""The colours of highlights. A note keeps the name of any other colour that it came with."""

_REPLACEMENT = "�"


@dataclass(frozen=True, slots=True)
class Past:
    """A former state of a note: what `body` and `tags` were at revision `rev`, written at `updated`."""

    rev: int
    updated: datetime
    body: str
    tags: tuple[str, ...]

    def as_dict(self) -> Json:
        """The state as JSON data."""
        return {"rev": self.rev, "updated": time_text(self.updated), "body": self.body, "tags": list(self.tags)}


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a block of a cable, a range of blocks or the whole cable; to edit it, `dataclasses.replace` body, tags
    or colour and `NoteStore.update`.

    `id` is a UUID in hex, `cable` the key of the cable (`notes.meta.cable_key`), `body` Markdown, empty for a mere
    highlight. `rev` counts the writes; `deleted_at` is set on a deleted note, which stays in its file; `history` has
    the former states, the latest last. Times are UTC. `author` is who wrote it, empty where that is not known; `color`
    the colour of a highlight, empty for a note that is none. A note on a range ends at `until`, the anchor of its last
    block; `between` are the texts of the blocks inside it.
    """

    id: str
    cable: str
    body: str
    tags: tuple[str, ...]
    anchor: Anchor
    created: datetime
    updated: datetime
    rev: int = 1
    deleted_at: datetime | None = None
    history: tuple[Past, ...] = ()
    author: str = ""
    color: str = ""
    until: Anchor | None = None
    between: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Where the note stands in its own text, for people: `¶3`, `¶32 [5]`, `¶3–¶5`, `whole cable`."""
        first = anchor_label(self.anchor)
        return range_label(first, anchor_label(self.until)) if self.until else first

    @property
    def paragraph(self) -> str | None:
        """The printed number of the paragraph that the note stands in, None before the first and for a whole cable."""
        return self.anchor.label

    @property
    def quote(self) -> str:
        """The text that the note is on: the selection where there is one, else the whole block; empty for a cable.

        The blocks of a range are parted by blank lines.
        """
        if self.until is None:
            return _quoted(self.anchor)
        return "\n\n".join((_quoted(self.anchor), *self.between, _quoted(self.until)))

    def as_dict(self) -> Json:
        """The note as JSON data, as it stands in its file."""
        return {
            "note_id": self.id,
            "cable": self.cable,
            "body": self.body,
            "tags": list(self.tags),
            "anchor": self.anchor.as_dict(),
            "created": time_text(self.created),
            "updated": time_text(self.updated),
            "rev": self.rev,
            "deleted_at": time_text(self.deleted_at) if self.deleted_at else None,
            "history": [past.as_dict() for past in self.history],
            "author": self.author,
            "color": self.color,
            **({"until": self.until.as_dict(), "between": list(self.between)} if self.until else {}),
        }

    @classmethod
    def from_dict(cls, note_id: str, data: Mapping[str, object]) -> Note:
        """The note in JSON data; keys it does not know are passed over. Raises ValueError where one is damaged."""
        anchor, history, deleted = data.get("anchor"), data.get("history", []), data.get("deleted_at")
        until = data.get("until")
        if not isinstance(anchor, dict) or not isinstance(history, list):
            raise ValueError("its anchor or its history is missing")
        return cls(
            note_id,
            _text(data, "cable"),
            _text(data, "body"),
            _texts(data.get("tags", [])),
            Anchor.from_dict(anchor),
            _time(data.get("created")),
            _time(data.get("updated")),
            _number(data, "rev"),
            _time(deleted) if deleted is not None else None,
            tuple(_past(item) for item in history),
            _maybe(data, "author"),
            _maybe(data, "color"),
            Anchor.from_dict(until) if isinstance(until, dict) else None,
            _texts(data.get("between", [])),
        )


def clean_text(text: str) -> str:
    """Text that has a UTF-8 form: lone surrogates become U+FFFD, all else stays."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(_REPLACEMENT if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without `#` and outer white space, inner white space folded, empty and repeated ones left out."""
    folded = (" ".join(clean_text(tag).split()).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in folded if tag))


def clean_record(record: Json) -> Json:
    """JSON data with all its strings cleaned."""
    return {clean_text(key): _cleaned(value) for key, value in record.items()}


def time_text(time: datetime) -> str:
    """A time as note files write it: `2026-11-21T16:00:00.000000Z`."""
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return clean_record(value)
    return [_cleaned(item) for item in value] if isinstance(value, list | tuple) else value


def _quoted(anchor: Anchor) -> str:
    return anchor.selection.exact if anchor.selection else anchor.quote


def _maybe(data: Mapping[str, object], key: str) -> str:
    """A text that older files do not have."""
    value = data.get(key, "")
    return value if isinstance(value, str) else ""


def _past(data: object) -> Past:
    if not isinstance(data, dict):
        raise ValueError("a former state is damaged")
    return Past(_number(data, "rev"), _time(data.get("updated")), _text(data, "body"), _texts(data.get("tags", [])))


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise ValueError(f"its {key} is missing")
    return value


def _number(data: Mapping[str, object], key: str) -> int:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"its {key} is missing")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("its tags are damaged")
    return tuple(value)


def _time(value: object) -> datetime:
    if not isinstance(value, str):
        raise ValueError("a time is missing")
    time = datetime.fromisoformat(value)
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
