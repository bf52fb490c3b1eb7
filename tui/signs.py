"""Our signs as plain characters, for a terminal that lacks them: what stands in a cable is never changed. Pure.

The table is `signs.tsv`: a sign and the character of the same width that is drawn for it.
"""

from __future__ import annotations

_table: dict[int, str] | None = None


def be_plain(wanted: bool = True) -> None:
    """Draw plain characters from now on, or signs again."""
    global _table
    _table = _read() if wanted else None


def is_plain() -> bool:
    """Whether plain characters are drawn."""
    return _table is not None


def sign(text: str) -> str:
    """A text of ours as it is to be drawn."""
    return text if _table is None else text.translate(_table)


def _read() -> dict[int, str]:
    from pkgutil import get_data  # wanted only on such a terminal

    lines = (get_data(__package__, "signs.tsv") or b"").decode().splitlines()
    return {ord(drawn): plain for drawn, plain in (line.split("\t") for line in lines[1:])}
