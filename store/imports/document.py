"""Notes in a Markdown document of ours, by the comments round each; the user may have edited it."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

from ...cable import canonical_id
from ..export.block import END
from ..export.front import FENCE, read_digests, values_of
from ..export.page import Block, Page
from ..notes.meta import CableMeta
from ..notes.model import Note, clean_tags, clean_text
from .arrival import Arrival, note_id, quoted

_TAGS = r"(?P<tags>(?:[ \t]+#[\w/-]+)*)"
_CITED = re.compile(r"[ \t]?\[@[\w{}-]+(?:,[^\[\]\n]*(?:\\[\[\]][^\[\]\n]*)*)?\]" + _TAGS)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"## (?P<heading>.*)")
_NUMBER = re.compile(r"¶(\w+)")
_FENCE = re.compile(r"`{3,}")


def read_document(text: str) -> list[Arrival]:
    """The notes between the comments of a document, or of several one after another."""
    return [arrival for page in _pages(text.replace("\r\n", "\n")) for arrival in _notes(Page.read(page))]


def _pages(text: str) -> list[str]:
    """The documents in a text: each begins with front matter, and a comment of ours stands behind that."""
    lines, starts = text.split("\n"), [0]
    for index, line in enumerate(lines):
        if index > 1 and lines[index - 1] == FENCE and read_digests(line) is not None:
            start = next((at for at in range(index - 2, -1, -1) if lines[at] == FENCE), 0)
            starts += [start] if start > starts[-1] else []
    return ["\n".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _notes(page: Page) -> list[Arrival]:
    key = page.value("cable") or ""
    key = canonical_id(key) or key
    meta = CableMeta.from_dict(key, {"id": canonical_id(key)}) if key else None
    authors = values_of(page.front or []).get("authors")
    only = str(authors[0]) if isinstance(authors, list) and len(authors) == 1 else ""
    return [_arrival(part, meta, only) for part in page.parts if isinstance(part, Block)]


def _arrival(block: Block, meta: CableMeta | None, author: str) -> Arrival:
    begin, now = block.begin, datetime.now(UTC)
    lines = [line for line in block.lines[1:] if line != END]
    heading, quote, rest = _taken_apart(lines, begin.name)
    label, *remarks = heading.split(" · ")
    by = next((remark.removeprefix("by ") for remark in remarks if remark.startswith("by ")), "")
    body, tags = _words(rest, begin.name, label)
    key = meta.key if meta else ""
    exact = "" if label == "whole cable" else _unquoted(quote)
    note = Note(
        note_id(begin.note_id),
        key,
        clean_text(body),
        clean_tags(tags),
        quoted(key, clean_text(exact)),
        now,
        now,
        author=clean_text(html.unescape(_ESCAPED.sub(r"\1", by)) or author),
    )
    return Arrival(note, meta, rev=begin.rev, label=label)


def _taken_apart(lines: list[str], name: str) -> tuple[str, list[str], list[str]]:
    """The heading, the lines of the quote, and those of the note."""
    index = _after_blank(lines, 0)
    found = _HEADING.fullmatch(lines[index]) if index < len(lines) else None
    heading = found["heading"] if found else ""
    index = _after_blank(lines, index + 1) if found else index
    end = index
    while heading.partition(" · ")[0] != "whole cable" and end < len(lines) and lines[end].startswith(">"):
        end += 1
    after = _after_blank(lines, end)
    if after < len(lines) and lines[after] in (f"^{name}", f"^{name.partition('-r')[0]}"):
        after += 1
    return heading, lines[index:end], lines[after:]


def _words(lines: list[str], name: str, label: str) -> tuple[str, list[str]]:
    """The text of a note and its tags, without the footnote: its sign, and the line that explains it."""
    rest = "\n".join(line for line in lines if not line.startswith(f"[^{name}]: "))
    sign = _sign(rest, name, label)
    if sign is None:
        return rest.strip("\n"), []
    before, after = rest[: sign.start()], rest[sign.end() :].rstrip()
    body = f"{before}{after}" if after else before.rstrip()
    return body.strip("\n"), [tag.lstrip("#") for tag in sign["tags"].split()]


def _sign(text: str, name: str, label: str) -> re.Match[str] | None:
    """Where a footnote, or a citation of Pandoc's, was put behind the words; tags follow it.

    Of several citations it is the last one of the note's own paragraph, since the user may have added others.
    """
    notes = [*re.finditer(re.escape(f"[^{name}]") + _TAGS, text)]
    if notes:
        return notes[-1]
    cited = [*_CITED.finditer(text)]
    number = _NUMBER.match(label)
    own = [each for each in cited if number and re.search(rf", paras?\. {number[1]}\b", each[0])]
    found = own or cited
    return found[-1] if found else None


def _unquoted(lines: list[str]) -> str:
    """The text that a block quote was made of."""
    inner = [line[1:].removeprefix(" ") for line in lines]
    if len(inner) > 1 and _FENCE.fullmatch(inner[0]) and inner[-1] == inner[0]:
        return "\n".join(inner[1:-1])
    return "\n".join(html.unescape(_ESCAPED.sub(r"\1", line.rstrip())) for line in inner)


def _after_blank(lines: list[str], index: int) -> int:
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index
