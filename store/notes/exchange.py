"""Putting a new version of a note file in place of the one that was read, and of no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..atomic import Expected, ReplacedUnderneath, Stamp, stamp, write_atomically
from ..errors import StoreBusy
from .files import read_bytes

TRIES = 5

Read = tuple[bytes, Stamp] | None
"""A note file as it was read: its bytes and their stamp; None where there was none."""


def check_unchanged(path: Path, read: Read) -> None:
    """Raises ReplacedUnderneath unless the file is still the one that was read, byte for byte.

    The bytes count besides the stamp: network folders have coarse times and inodes of their own making, and locks that
    do not hold. The stamp is looked at last: between that and the exchange nothing else is done.
    """
    if read:
        try:
            same = path.read_bytes() == read[0]
        except FileNotFoundError:
            same = False
        if not same:
            raise ReplacedUnderneath(path)
    if stamp(path) != (read[1] if read else None):
        raise ReplacedUnderneath(path)


def rewrite(
    path: Path,
    change: Callable[[bytes | None], bytes | None],
    *,
    before: Callable[[Path], object] = lambda _: None,
) -> bool:
    """Gives the bytes of a file to `change` and puts what it returns in their place; False where it returns None.

    The caller holds the file's lock; where another program replaced the file meanwhile, `change` is asked again.
    `before` is called with the path before the exchange. Raises StoreError; then nothing is written.
    """

    def last(read: Read) -> None:
        before(path)
        check_unchanged(path, read)

    for _ in range(TRIES):
        read = read_bytes(path)
        blob = change(read[0] if read else None)
        if blob is None:
            return False
        try:
            write_atomically(path, blob, before_replace=partial(last, read), expected=Expected(read and read[1]))
        except ReplacedUnderneath:
            continue
        return True
    raise kept_busy(path)


def kept_busy(path: Path) -> StoreBusy:
    """What to raise when all tries were in vain."""
    return StoreBusy(path, "another program keeps replacing it", "Nothing was changed; try again")
