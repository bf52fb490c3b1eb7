"""Sources: the files, archives and dumps that a user points at, and standard input. Read only, always.

`iter_files` finds files, `contents` tells the texts in one of them, `Reader` reads a text from its place. Formats have
a module each: `text`, `archive` (zip), `dump` (CSV).
"""

from .files import iter_files
from .text import LARGEST, STANDARD_INPUT, decode, is_binary, read_standard_input, read_text

__all__ = ["LARGEST", "STANDARD_INPUT", "decode", "is_binary", "iter_files", "read_standard_input", "read_text"]
