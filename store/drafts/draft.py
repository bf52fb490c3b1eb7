"""Text that was typed and not saved yet, with what it belongs to; and its form as a draft file. Pure.

A draft file is Markdown: one comment that says what the text belongs to, a blank line, and the text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from ...cable import Block, Cable
from ...cable.anchors import skeleton

_OPEN, _CLOSE = "<!-- cablereader draft ", " -->\n\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """Body and tags as they were typed at `saved`.

    It belongs to the note `note` as it was at revision `rev`; or, where `note` is None, to a note still to be written
    on `cable`: on its block at `anchor` whose letters have the `digest` (both None: on the whole cable), on the
    characters `selection` of that block; or on the range up to the block at `until`, which has the `until_digest`.
    """

    cable: str
    anchor: str | None
    body: str
    tags: tuple[str, ...]
    saved: datetime
    note: str | None = None
    rev: int | None = None
    selection: tuple[int, int] | None = None
    digest: str | None = None
    until: str | None = None
    until_digest: str | None = None

    @property
    def key(self) -> str:
        """The key it is kept under: one draft for each note, and one for each place where a note may be written."""
        end = f"-to-{self.until}" if self.until else ""
        return self.note or f"new-{self.cable}-{'cable' if self.anchor is None else self.anchor}{end}"

    @property
    def typed(self) -> tuple[str, tuple[str, ...]]:
        """Body and tags."""
        return self.body, self.tags

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.body.strip() and not self.tags

    @property
    def lost(self) -> bool:
        """Whether it was written for a block, so that it has no place where `block_in` finds none."""
        return self.anchor is not None or self.note is not None

    def block_in(self, cable: Cable) -> Block | None:
        """The block it was written for, in this reading of the cable; None where that is not certain."""
        return _block_in(cable, self.anchor, self.digest)

    def end_in(self, cable: Cable) -> Block | None:
        """The last block of the range it was written for, if it was and where that is certain."""
        return _block_in(cable, self.until, self.until_digest)

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
            "digest": self.digest,
            "until": self.until,
            "until_digest": self.until_digest,
        }
        comment = json.dumps({key: value for key, value in facts.items() if value is not None})
        comment = comment.replace(">", "\\u003e")  # nothing in it may end the comment
        return f"{_OPEN}{comment}{_CLOSE}{self.body}"

    @classmethod
    def parse(cls, text: str) -> Draft | None:
        """The draft in a file; None where the file is none."""
        head, _, body = text.partition(_CLOSE)
        facts = _facts(head)
        cable, saved, rev = _string(facts, "cable"), _time(facts.get("saved")), facts.get("rev")
        if cable is None or saved is None:
            return None
        return cls(
            cable,
            _string(facts, "anchor"),
            body,
            tuple(tag for tag in _list(facts, "tags") if isinstance(tag, str)),
            saved,
            _string(facts, "note"),
            rev if isinstance(rev, int) else None,
            _pair(_list(facts, "selection")),
            _string(facts, "digest"),
            _string(facts, "until"),
            _string(facts, "until_digest"),
        )


def digest(block: Block) -> str:
    """What tells the letters of a block from others, whatever its line breaks, case and punctuation are."""
    import hashlib  # loaded with the first draft

    return hashlib.sha256(skeleton(block.text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _block_in(cable: Cable, anchor: str | None, letters: str | None) -> Block | None:
    if anchor is None:
        return None
    same = [block for block in cable.blocks if digest(block) == letters]
    found = [block for block in same if block.anchor == anchor] or same
    return found[0] if len(found) == 1 else None


def _facts(head: str) -> dict[str, object]:
    try:
        found = json.loads(head.removeprefix(_OPEN)) if head.startswith(_OPEN) else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _string(facts: dict[str, object], key: str) -> str | None:
    found = facts.get(key)
    return found if isinstance(found, str) else None


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
    except (ValueError, OverflowError):
        return None
