"""Regular expressions that are compiled at their first use: importing the room costs nothing for what is not read."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")


class _Lazy:
    """Stands in for a pattern until a method is asked for; from then on it holds the methods of the compiled one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be used like a compiled one."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
