"""Text that was typed and not saved yet, with what it belongs to; and its form as a draft file. Pure.

A draft file is Markdown: one comment that says what the text belongs to, a blank line, and the text. A file without
the comment is all text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime

_OPEN, _CLOSE = "<!-- cablereader draft ", " -->\n\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """Body and tags as they were typed at `saved`.

    It belongs to the note `note` as it was at revision `rev`; or, where `note` is None, to a note still to be written
    on `cable`, on its block at `anchor` (None: on the whole cable), on the characters `selection` of that block.
    """

    cable: str
    anchor: str | None
    body: str
    tags: tuple[str, ...]
    saved: datetime
    note: str | None = None
    rev: int | None = None
    selection: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """The key it is kept under: one draft for each note, and one for each place where a note may be written."""
        return self.note or f"new-{self.cable}-{'cable' if self.anchor is None else self.anchor}"

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.body.strip() and not self.tags

    def as_text(self) -> str:
        """The draft as its file has it."""
        facts = {
            "cable": self.cable,
            "anchor": self.anchor,
            "tags": self.tags,
            "saved": self.saved.isoformat(timespec="seconds"),
            "note": self.note,
            "rev": self.rev,
            "selection": self.selection,
        }
        comment = json.dumps({key: value for key, value in facts.items() if value is not None})
        comment = comment.replace(">", "\\u003e")  # nothing in it may end the comment
        return f"{_OPEN}{comment}{_CLOSE}{self.body}"

    def read(self, text: str) -> Draft:
        """The draft in a file, for what this one belongs to: what the file does not say is taken from here."""
        head, found, body = text.partition(_CLOSE)
        facts = _facts(head) if found else None
        if facts is None:
            return replace(self, body=text)
        rev = facts.get("rev")
        return replace(
            self,
            body=body,
            tags=tuple(tag for tag in _list(facts, "tags") if isinstance(tag, str)),
            saved=_time(facts.get("saved")) or self.saved,
            rev=rev if isinstance(rev, int) else self.rev,
            selection=_pair(_list(facts, "selection")),
        )


def _facts(head: str) -> dict[str, object] | None:
    if not head.startswith(_OPEN):
        return None
    try:
        found = json.loads(head.removeprefix(_OPEN))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _list(facts: dict[str, object], key: str) -> list[object]:
    found = facts.get(key)
    return found if isinstance(found, list) else []


def _pair(found: list[object]) -> tuple[int, int] | None:
    match found:
        case [int(start), int(end)]:
            return start, end
    return None


def _time(found: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(found)).astimezone(UTC)
    except ValueError:
        return None
