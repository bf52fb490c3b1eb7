"""What a tag that is being typed may become. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .typed import NO_BREAK

_LAST_WORD = re.compile(r"[^ \t\n,;]+$")


def completed(line: str, known: Sequence[str]) -> str | None:
    """The line with its last word completed to the first known tag that begins so; None where there is none."""
    found = _LAST_WORD.search(line)
    word = found[0].lstrip("#").casefold() if found else ""
    if not word:
        return None
    for tag in known:
        written = tag.replace(" ", NO_BREAK)
        if written.casefold().startswith(word) and len(written) > len(word):
            return line + written[len(word) :]
    return None
