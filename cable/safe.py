"""Makes text harmless to a terminal: what would steer it is shown as a visible character instead."""

from __future__ import annotations

_REPLACEMENT = "�"
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SEPARATORS = (0x2028, 0x2029)


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "␡"
    table.update(dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *_SEPARATORS), _REPLACEMENT))
    del table[0x0A]
    table[0x09] = " "
    return table


_VISIBLE = _table()


def visible(text: str) -> str:
    """The text with every character that could steer a terminal replaced by one that is seen; the length stays.

    C0 controls and DEL become control pictures, C1 controls, bidi controls, line and paragraph separators and lone
    surrogates U+FFFD, a tab one space; a newline stays.
    """
    shown = text.translate(_VISIBLE)
    try:
        shown.encode("utf-8")
    except UnicodeEncodeError:
        shown = "".join(_REPLACEMENT if "\ud800" <= letter <= "\udfff" else letter for letter in shown)
    return shown
