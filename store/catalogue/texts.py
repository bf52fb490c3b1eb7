"""One text as the catalogue keeps it: the columns of its row, the words to be found, what it refers to.

Runs in worker processes too, so what goes in and out is made of plain values that `marshal` carries.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ...cable.search_text import Searchable, named, read_searchable
from ..entry import Place
from ..errors import SourceError
from ..recognise import EMPTY, NO_TELEGRAM, is_telegram, post_label, witness
from ..sources import dump
from ..sources.contents import Reader
from ..sources.text import read_bytes, text_of

Reference = tuple[str | None, str | None, str | None, str]
"""The target's id, the letter and the text of the item, and `ref` or `mention`."""

Job = tuple[str, str, str | None, int | None, int | None]
"""A text to read: path, kind and part of its source."""

Read = tuple[int | None, int | None, bytes | None, tuple[object, ...]]
"""A text that was read: where it is in its source, the digest of its bytes, and the fields of a `Text`."""

_WHOLE = "dump row"
"""The rendition of a record in which nothing is broken."""
_MINUTES = len("2006-09-01T20:04")
BROKEN = "a broken record: its quotation marks do not match"


class Text(NamedTuple):
    """What was read of a text; where `problem` says why it is no cable, the rest is empty."""

    problem: str | None = None
    id: str | None = None
    date: str | None = None
    post: str | None = None
    origin: str | None = None
    sender: str | None = None
    classification: str | None = None
    subject: str | None = None
    tags: tuple[str, ...] = ()
    recipients: str = ""
    captions: str = ""
    rendition: str | None = None
    references: tuple[Reference, ...] = ()
    body: str = ""

    @property
    def weight(self) -> int:
        """How much of the message it has."""
        return len(self.body)


_RENDITION = Text._fields.index("rendition")


def read_job(reader: Reader, job: Job) -> list[Read]:
    """The text of a job; in a broken place of a dump there may be more than one. Never raises for what is in a text.

    A text that could not be opened has no digest: it is tried again the next time.
    """
    name, kind, member, start, length = job
    path = _path(name)
    try:
        if kind == "dump" and start is not None and length is not None:
            return _records(reader, path, start, length)
        if member is not None:
            text = reader.read(Place(path, member, start, length))
            return [(start, length, None, _read(text, PurePosixPath(member).stem))]
        return [_file(path)]
    except SourceError as error:
        opened = not isinstance(error.__cause__, OSError)
        return [(start, length, b"" if opened else None, tuple(Text(error.reason)))]


def _file(path: Path) -> Read:
    blob = read_bytes(path)
    try:
        return None, None, digest_of(blob), _read(text_of(blob, path), witness(path))
    except SourceError as error:
        return None, None, digest_of(blob), tuple(Text(error.reason))


@lru_cache(1)
def _path(name: str) -> Path:
    return Path(name)


def read_text(text: str, name: str | None) -> Text:
    """A text read for the catalogue; `name` is a witness of its id."""
    if not text.strip():
        return Text(EMPTY)
    found = read_searchable(text, name)
    return _of_cable(found) if is_telegram(found.heading) else Text(NO_TELEGRAM)


def digest_of(record: bytes) -> bytes:
    """The digest of the bytes of a text: the same whether a line end follows or not."""
    return blake2b(record.rstrip(b"\r\n"), digest_size=8).digest()


def _read(text: str, name: str | None) -> tuple[object, ...]:
    try:
        return tuple(read_text(text, name))
    except Exception as error:  # one text must never cost the others
        return tuple(Text(f"this should not have happened: {type(error).__name__}: {error}"))


def _records(reader: Reader, path: Path, start: int, length: int) -> list[Read]:
    blob = reader.bytes_of(path, start, length)
    whole = _read(text_of(blob, path), None)
    if whole[_RENDITION] == _WHOLE:
        return [(start, length, digest_of(blob), whole)]
    found: list[Read] = []
    for offset, size in dump.pieces(blob):
        record = blob[offset : offset + size]
        read = _read(text_of(record, path), None)
        if read[0] == NO_TELEGRAM and not dump.complete(record):
            read = tuple(Text(BROKEN))
        found.append((start + offset, size, digest_of(record), read))
    return found


def _of_cable(found: Searchable) -> Text:
    heading, header = found.heading, found.heading.header
    return Text(
        None,
        heading.id,
        f"{header.date.isoformat()[:_MINUTES]}Z" if header.date else None,
        post_label(heading.id, header.origin),
        header.origin,
        header.from_,
        header.classification,
        header.subject,
        tuple(dict.fromkeys(header.tags)),
        " ".join((*header.to, *header.info)),
        " ".join(header.captions),
        heading.rendition,
        _references(found),
        found.text,
    )


def _references(found: Searchable) -> tuple[Reference, ...]:
    """What the REF line names, and the telegrams named in the text besides."""
    items = tuple((item.id, item.label, item.text, "ref") for item in found.heading.header.references)
    known = {item[0] for item in items}
    return (*items, *((each, None, None, "mention") for each in named(found.text, found.heading) if each not in known))
