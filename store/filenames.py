"""File names made from ids and keys: the same on every platform, and readable wherever they can be."""

from __future__ import annotations

import hashlib
import re

_LONGEST = 120
_UNSAFE = re.compile(r"[^0-9A-Za-z_.-]|^[.-]|\.$")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


def safe_name(key: str) -> str:
    """A file name (without ending) for a key; different keys give different names.

    `06MEXICO4964` stays as it is; what some file system refuses is written as `%` and the hex of its UTF-8, a name
    reserved on Windows gets a first `%`, and a long key ends in a digest.
    """
    name = _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in _bytes(found[0])), key)
    if not name or _RESERVED.fullmatch(name):
        name = f"%{name}"
    if len(name) > _LONGEST:
        name = f"{name[:60]}%{hashlib.sha256(_bytes(key)).hexdigest()[:32]}"
    return name


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
