"""What a source is made of: one text for a file, many for an archive or a dump."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["file", "zip", "dump"]


class Part(NamedTuple):
    """A text in a source: a member of an archive, a stretch of bytes, or (all of them None) the whole file.

    `digest` tells one state of it from another, where that is known without reading it; `problem` says why it cannot be
    read, where that is known already.
    """

    name: str
    member: str | None = None
    start: int | None = None
    length: int | None = None
    digest: bytes | None = None
    problem: str | None = None
